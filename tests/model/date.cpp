#include "model/text/date.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>
#include <string>

using rolecall::Date;
using rolecall::next_day;
using rolecall::parse_date;

TEST_CASE("dates are written and read as TOML does", "[date]") {
  CHECK(to_string(Date{2027, 3, 31}) == "2027-03-31");
  CHECK(to_string(Date{27, 3, 1}) == "0027-03-01");
  CHECK(parse_date("2027-03-31") == Date{2027, 3, 31});
  CHECK(parse_date("2028-02-29") == Date{2028, 2, 29});
  for (const char* text :
       {"", "2027-02-29", "2027-13-01", "2027-00-01", "2027-01-00", "2027-1-1", "2027/01/01",
        "2027-01-01 ", "2027-01-0x", "-027-01-01", "+027-01-01", "2100-02-29"}) {
    INFO(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("the next day", "[date]") {
  CHECK(next_day({2027, 3, 31}) == Date{2027, 4, 1});
  CHECK(next_day({2027, 12, 31}) == Date{2028, 1, 1});
  CHECK(next_day({2028, 2, 28}) == Date{2028, 2, 29});
}

TEST_CASE("dates are ordered", "[date]") {
  CHECK(Date{2027, 3, 31} < Date{2027, 4, 1});
  CHECK(Date{2026, 12, 31} < Date{2027, 1, 1});
}

TEST_CASE("today is a date", "[date]") {
  CHECK(parse_date(to_string(rolecall::today())) == rolecall::today());
  CHECK(rolecall::today() > Date{2024, 1, 1});
}

TEST_CASE("today is that of the time zone", "[date]") {
  const char* const before = std::getenv("TZ");
  const std::string zone = before == nullptr ? "" : before;
  const auto today_in = [](const char* name) {
    setenv("TZ", name, 1);
    tzset();
    return rolecall::today();
  };
  // 26 hours apart, so that it is never the same day there.
  CHECK(today_in("WEST12") < today_in("EAST-14"));
  if (before == nullptr) {
    unsetenv("TZ");
  } else {
    setenv("TZ", zone.c_str(), 1);
  }
  tzset();
}

TEST_CASE("the day before and the month after", "[date]") {
  CHECK(rolecall::day_before({2027, 1, 1}) == Date{2026, 12, 31});
  CHECK(rolecall::day_before({2028, 3, 1}) == Date{2028, 2, 29});
  CHECK(rolecall::month_after({2026, 12, 15}) == Date{2027, 1, 15});
  CHECK(rolecall::month_after({2026, 6, 15}) == Date{2026, 7, 15});
}
