#include "model/text/text_cursor.hpp"

#include <algorithm>
#include <string_view>

#include "model/text/text.hpp"

namespace rolecall {

TextCursor::TextCursor(const SourceText& text, std::uint32_t file)
    : text_(text), file_(file), at_(text.line_start(1)) {}

Span TextCursor::span(std::size_t begin, std::size_t end) {
  go_to(begin);
  Span out{file_, line_, column_, line_, column_};
  go_to(end);
  out.end_line = line_;
  out.end_column = column_;
  if (out.end_line == out.line && out.end_column <= out.column) out.end_column = out.column + 1;
  return out;
}

std::size_t TextCursor::byte_in_line(std::uint32_t line, std::uint32_t column) {
  if (line == 0 || line > text_.line_count()) return 0;
  const std::size_t start = text_.line_start(line);
  if (line != line_ || column < column_ / 2) {
    line_ = line;
    at_ = start;
    column_ = 1;
  }
  const std::string_view words = text_.line(line);
  std::size_t at = at_ - start;
  const auto follows = [&](std::size_t i) {
    return (static_cast<unsigned char>(words[i]) & 0xC0) == 0x80;
  };
  for (; column_ < column && at < words.size(); ++column_) next_code_point(words, at);
  for (; column_ > column && at > 0; --column_) {
    do --at;
    while (at > 0 && follows(at));
  }
  at_ = start + at;
  return at;
}

void TextCursor::go_to(std::size_t offset) {
  offset = std::clamp(offset, text_.line_start(1), text_.bytes().size());
  const bool before = offset < text_.line_start(line_);
  const bool behind = line_ < text_.line_count() && offset >= text_.line_start(line_ + 1);
  if (before || behind) {
    const bool next =
        behind && (line_ + 1 == text_.line_count() || offset < text_.line_start(line_ + 2));
    line_ = next ? line_ + 1 : text_.line_of(offset);
    at_ = text_.line_start(line_);
    column_ = 1;
  }
  const std::string_view bytes = text_.bytes();
  if (offset >= at_) {
    column_ += static_cast<std::uint32_t>(code_points(bytes.substr(at_, offset - at_)));
  } else if (const std::size_t start = text_.line_start(line_); offset - start < at_ - offset) {
    column_ = 1 + static_cast<std::uint32_t>(code_points(bytes.substr(start, offset - start)));
  } else {
    column_ -= static_cast<std::uint32_t>(code_points(bytes.substr(offset, at_ - offset)));
  }
  at_ = offset;
}

}  // namespace rolecall
