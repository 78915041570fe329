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
/// Today by the system clock, in UTC, so that it does not depend on the time zone.
Date today();

}  // namespace rolecall
