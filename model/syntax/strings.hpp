#pragma once
// Strings of TOML: where they end, and what is wrong in them.

#include <cstdint>
#include <string>
#include <string_view>

namespace rolecall::syntax {

enum class StringFault : std::uint8_t {
  none,
  unclosed,
  unknown_escape,     ///< a backslash before a letter that means nothing
  bad_code,           ///< `\u` or `\U` without enough hexadecimal digits, or of no character
  space_after_slash,  ///< in a string of several lines: a backslash, spaces, then more text
  control,            ///< a control character
};

struct StringToken {
  std::uint32_t end =
      0;  ///< behind the closing quotes; where unclosed, where the string breaks off
  bool several_lines = false;             ///< three quotes
  StringFault fault = StringFault::none;  ///< the first
  std::uint32_t fault_begin = 0;
  std::uint32_t fault_end = 0;
};

/// The string whose first quote is at `begin`. O(length).
StringToken scan_string(std::string_view text, std::uint32_t begin);

}  // namespace rolecall::syntax
