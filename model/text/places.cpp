#include "model/text/places.hpp"

#include <algorithm>
#include <string_view>

#include "model/text/text.hpp"

namespace rolecall {

Places::Places(const SourceText& text, std::uint32_t file)
    : text_(text), file_(file), at_(text.line_start(1)) {}

Span Places::span(std::size_t begin, std::size_t end) {
  go_to(begin);
  Span out{file_, line_, column_, line_, column_};
  go_to(end);
  out.end_line = line_;
  out.end_column = column_;
  if (out.end_line == out.line && out.end_column <= out.column) out.end_column = out.column + 1;
  return out;
}

void Places::go_to(std::size_t offset) {
  offset = std::clamp(offset, text_.line_start(1), text_.bytes().size());
  const bool before = offset < text_.line_start(line_);
  const bool behind = line_ < text_.line_count() && offset >= text_.line_start(line_ + 1);
  if (before || behind) {
    const bool next = behind && (line_ + 1 == text_.line_count() ||
                                 offset < text_.line_start(line_ + 2));
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
