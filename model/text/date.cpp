#include "model/text/date.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>

namespace rolecall {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day calendar(Date date) {
  return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
          std::chrono::day(static_cast<unsigned>(date.day))};
}

Date from(year_month_day day) {
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

void append_padded(std::string& out, int number, std::size_t width) {
  std::array<char, 16> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  const auto length = static_cast<std::size_t>(end - digits.data());
  if (length < width) out.append(width - length, '0');
  out.append(digits.data(), length);
}

/// The number that all of `text` spells in decimal digits; -1 otherwise.
int digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

std::string to_string(Date date) {
  std::string out;
  append_padded(out, date.year, 4);
  out += '-';
  append_padded(out, date.month, 2);
  out += '-';
  append_padded(out, date.day, 2);
  return out;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8))};
  if (date.year < 0 || date.month < 0 || date.day < 0 || !calendar(date).ok()) return std::nullopt;
  return date;
}

Date next_day(Date date) { return from(sys_days(calendar(date)) + std::chrono::days(1)); }

Date day_before(Date date) { return from(sys_days(calendar(date)) - std::chrono::days(1)); }

Date month_after(Date date) {
  return date.month == 12 ? Date{date.year + 1, 1, date.day}
                          : Date{date.year, date.month + 1, date.day};
}

Date today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  if (localtime_r(&now, &local) == nullptr) {
    return from(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  }
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

}  // namespace rolecall
