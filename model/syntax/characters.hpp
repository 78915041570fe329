#pragma once
// Kinds of bytes.

#include <array>
#include <cstdint>
#include <string_view>

namespace rolecall::syntax {

namespace bytes {

enum : std::uint8_t { bare = 1, blank = 2, control = 4, ends_value = 8 };

constexpr std::array<std::uint8_t, 256> make() {
  std::array<std::uint8_t, 256> out{};
  for (int c = 'a'; c <= 'z'; ++c) out[static_cast<std::size_t>(c)] = bare;
  for (int c = 'A'; c <= 'Z'; ++c) out[static_cast<std::size_t>(c)] = bare;
  for (int c = '0'; c <= '9'; ++c) out[static_cast<std::size_t>(c)] = bare;
  out['_'] = out['-'] = bare;
  for (std::size_t c = 0; c < 0x20; ++c) out[c] = control;
  out[0x7F] = control;
  out['\t'] = out[' '] = blank | ends_value;
  for (const char c : std::string_view("\n\v\f\r,]}#")) {
    out[static_cast<unsigned char>(c)] |= ends_value;
  }
  return out;
}

inline constexpr std::array<std::uint8_t, 256> kinds = make();

constexpr bool is(char c, std::uint8_t kind) {
  return (kinds[static_cast<unsigned char>(c)] & kind) != 0;
}

}  // namespace bytes

/// What a key may have without quotes.
constexpr bool is_bare(char c) { return bytes::is(c, bytes::bare); }
/// A space or a tab.
constexpr bool is_blank(char c) { return bytes::is(c, bytes::blank); }
/// A control character other than a tab.
constexpr bool is_control_byte(char c) { return bytes::is(c, bytes::control); }
/// What ends a number, a date or a word: white space, a line break, a comma, a bracket, a comment.
constexpr bool ends_value(char c) { return bytes::is(c, bytes::ends_value); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
constexpr bool is_quote(char c) { return c == '"' || c == '\''; }

}  // namespace rolecall::syntax
