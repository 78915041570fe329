#pragma once
// Calendar dates, as TOML has them.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace rolecall {

/// A day of the Gregorian calendar.
struct Date {
  int year = 1;
  int month = 1;
  int day = 1;

  auto operator<=>(const Date&) const = default;
};

/// `2027-03-31`.
std::string to_string(Date date);
/// The date that such a text means, if it is one.
std::optional<Date> parse_date(std::string_view text);
/// The day after.
Date next_day(Date date);
/// The day before.
Date day_before(Date date);
/// The day one month later, to compare with: a 31st in a shorter month stands for the first days of
/// the next.
Date month_after(Date date);
/// Today where the program runs: by the system clock, in the local time zone.
Date today();

}  // namespace rolecall
