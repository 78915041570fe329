#include "model/syntax/scalars.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "model/syntax/characters.hpp"

namespace rolecall::syntax {
namespace {

/// toml++ looks at so many bytes of a number to see what it is, and keeps so many of
/// its digits.
constexpr std::size_t bytes_looked_at = 127;
constexpr std::size_t most_digits = 128;

bool is_digit_of(char c, unsigned base) {
  if (base == 16) return is_hex_digit(c);
  return c >= '0' && c < static_cast<char>('0' + base);
}

unsigned digit_value(char c) {
  if (c <= '9') return static_cast<unsigned>(c - '0');
  return static_cast<unsigned>((c | 0x20) - 'a') + 10;
}

/// Takes digits with single underscores between them off the front of `word`, and puts them to
/// `out`. False where there are none, or an underscore is at the wrong place.
template <class Out>
bool take_digits(std::string_view& word, unsigned base, Out out) {
  bool after_digit = false;
  std::size_t at = 0;
  for (; at < word.size(); ++at) {
    const char c = word[at];
    if (c == '_') {
      if (!after_digit) return false;
      after_digit = false;
    } else if (is_digit_of(c, base)) {
      out(c);
      after_digit = true;
    } else {
      break;
    }
  }
  word.remove_prefix(at);
  return after_digit;
}

/// `0x`, `0o` and `0b`.
bool is_integer_with_base(std::string_view word) {
  const unsigned base = word[1] == 'x' ? 16 : word[1] == 'o' ? 8 : 2;
  std::string_view rest = word.substr(2);
  std::size_t digits = 0;
  std::uint64_t value = 0;
  bool fits = true;
  const bool well = take_digits(rest, base, [&](char c) {
    ++digits;
    fits = fits && value <= (std::uint64_t{INT64_MAX} - digit_value(c)) / base;
    if (fits) value = value * base + digit_value(c);
  });
  return well && rest.empty() && fits && digits <= most_digits;
}

/// Decimal integers and floats.
std::optional<Kind> number_kind(std::string_view word) {
  const bool negative = word[0] == '-';
  std::string_view rest = word;
  if (negative || word[0] == '+') rest.remove_prefix(1);
  if (rest == "inf" || rest == "nan") return Kind::floating;
  std::array<char, most_digits> kept{};
  std::size_t length = 0;
  const auto keep = [&](char c) {
    if (length < kept.size()) kept[length] = c;
    ++length;
  };
  if (!take_digits(rest, 10, keep)) return std::nullopt;
  if (kept[0] == '0' && length > 1) return std::nullopt;
  if (rest.empty()) {
    if (length > 19) return std::nullopt;
    std::uint64_t value = 0;
    std::from_chars(kept.data(), kept.data() + length, value);
    const std::uint64_t most = std::uint64_t{INT64_MAX} + (negative ? 1 : 0);
    return value <= most ? std::optional(Kind::integer) : std::nullopt;
  }
  if (word.size() - rest.size() >= bytes_looked_at) return std::nullopt;
  if (rest[0] == '.') {
    keep('.');
    rest.remove_prefix(1);
    if (!take_digits(rest, 10, keep)) return std::nullopt;
  }
  if (!rest.empty() && (rest[0] == 'e' || rest[0] == 'E')) {
    keep('e');
    rest.remove_prefix(1);
    if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) {
      keep(rest[0]);
      rest.remove_prefix(1);
    }
    if (!take_digits(rest, 10, keep)) return std::nullopt;
  }
  if (!rest.empty() || length > most_digits) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(kept.data(), kept.data() + length, value);
  // Too small counts as 0; with so few digits only the exponent can make it so.
  const bool small = std::string_view(kept.data(), length).find("e-") != std::string_view::npos;
  return error == std::errc{} || small ? std::optional(Kind::floating) : std::nullopt;
}

/// Takes a number of exactly `digits` digits off the front; -1 where there is none.
int take_number(std::string_view& word, std::size_t digits) {
  if (word.size() < digits) return -1;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (!is_digit(word[i])) return -1;
    value = value * 10 + (word[i] - '0');
  }
  word.remove_prefix(digits);
  return value;
}

bool take(std::string_view& word, char c) {
  if (word.empty() || word[0] != c) return false;
  word.remove_prefix(1);
  return true;
}

bool take_date(std::string_view& word) {
  const int year = take_number(word, 4);
  if (year < 0 || !take(word, '-')) return false;
  const int month = take_number(word, 2);
  if (month < 1 || month > 12 || !take(word, '-')) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int most = month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
  const int day = take_number(word, 2);
  return day >= 1 && day <= most;
}

bool take_clock(std::string_view& word) {
  const int hour = take_number(word, 2);
  if (hour < 0 || hour > 23 || !take(word, ':')) return false;
  const int minute = take_number(word, 2);
  return minute >= 0 && minute <= 59;
}

bool take_time(std::string_view& word) {
  if (!take_clock(word) || !take(word, ':')) return false;
  const int second = take_number(word, 2);
  if (second < 0 || second > 59) return false;
  if (!take(word, '.')) return true;
  std::size_t digits = 0;
  while (digits < word.size() && is_digit(word[digits])) ++digits;
  word.remove_prefix(digits);
  return digits >= 1 && digits <= 64;
}

bool is_date_time(std::string_view word) {
  if (word[2] == ':') return take_time(word) && word.empty();
  if (!take_date(word)) return false;
  if (word.empty()) return true;
  if (!take(word, 'T') && !take(word, 't') && !take(word, ' ')) return false;
  if (!take_time(word)) return false;
  if (word.empty() || word == "Z" || word == "z") return true;
  return (take(word, '+') || take(word, '-')) && take_clock(word) && word.empty();
}

}  // namespace

std::optional<Kind> scalar_kind(std::string_view word) {
  if (word.empty()) return std::nullopt;
  if (word == "true" || word == "false") return Kind::boolean;
  if (word.size() > 2 && word[0] == '0' && (word[1] == 'x' || word[1] == 'o' || word[1] == 'b')) {
    return is_integer_with_base(word) ? std::optional(Kind::integer) : std::nullopt;
  }
  if (word.size() >= 8 && (word[2] == ':' || word[4] == '-')) {
    if (is_date_time(word)) return Kind::date_time;
  }
  return number_kind(word);
}

std::int64_t integer_value(std::string_view token) {
  unsigned base = 10;
  if (token.size() > 2 && token[0] == '0') {
    base = token[1] == 'x' ? 16 : token[1] == 'o' ? 8 : token[1] == 'b' ? 2 : 10;
  }
  const bool negative = token[0] == '-';
  token.remove_prefix(base != 10 ? 2 : negative || token[0] == '+' ? 1 : 0);
  std::uint64_t value = 0;
  for (const char c : token) {
    if (c != '_') value = value * base + digit_value(c);
  }
  return static_cast<std::int64_t>(negative ? 0 - value : value);
}

}  // namespace rolecall::syntax
