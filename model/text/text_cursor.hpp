#pragma once
// Lines and columns of bytes that are asked for mostly in the order of the text.

#include <cstddef>
#include <cstdint>

#include "model/text/source.hpp"
#include "model/text/span.hpp"

namespace rolecall {

/// Steps from the place that was asked for last, so that a line of any length costs no more than it
/// has bytes. The text must outlive this.
class TextCursor {
 public:
  TextCursor(const SourceText& text, std::uint32_t file);

  /// From `begin` up to before `end`, byte offsets at characters. At least one column.
  Span span(std::size_t begin, std::size_t end);
  /// The byte offset within its line of a column, counted in code points from 1; the line's end
  /// where it is shorter.
  std::size_t byte_in_line(std::uint32_t line, std::uint32_t column);

 private:
  void go_to(std::size_t offset);

  const SourceText& text_;
  std::uint32_t file_;
  std::size_t at_;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

}  // namespace rolecall
