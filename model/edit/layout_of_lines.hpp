#pragma once
// Lines of a text by the bytes in them, and what belongs to what on them.

#include <cstddef>
#include <string_view>

namespace rolecall {

/// The first byte of the line that holds the byte; a byte order mark is no part of it.
inline std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? text.npos : text.rfind('\n', at - 1);
  if (before != text.npos) return before + 1;
  return text.starts_with("\xEF\xBB\xBF") && at >= 3 ? 3 : 0;
}

/// The byte behind the line's break, or the text's end.
inline std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t found = text.find('\n', at);
  return found == text.npos ? text.size() : found + 1;
}

/// The line's break, `\n` or `\r\n`; of a last line without one, what the first line has.
inline std::string_view break_of(std::string_view text, std::size_t at) {
  std::size_t found = text.find('\n', at);
  if (found == text.npos) found = text.find('\n');
  return found != text.npos && found > 0 && text[found - 1] == '\r' ? "\r\n" : "\n";
}

inline bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

}  // namespace rolecall
