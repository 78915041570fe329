#pragma once
// ASCII letters and blanks. Bytes of other letters stay as they are.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace rolecall {

constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_letter(char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); }

constexpr char small_letter(char c) { return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// The text with small letters in place of capitals.
inline std::string in_small_letters(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), small_letter);
  return out;
}

/// Whether two texts are equal, capitals or not.
constexpr bool same_but_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, small_letter, small_letter);
}

/// The text without spaces and tabs around it.
constexpr std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

}  // namespace rolecall
