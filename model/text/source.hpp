#pragma once
// The texts that a run reads: their names, their bytes and their lines.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/span.hpp"

namespace rolecall {

/// One file as it was read. The bytes never change, so spans into them stay true.
class SourceText {
 public:
  /// `name` is what messages call the file: the path as the user gave it, or `<stdin>`.
  SourceText(std::string name, std::string bytes);

  const std::string& name() const { return name_; }
  std::string_view bytes() const { return bytes_; }

  /// The line with that number (from 1) without its line break (LF or CRLF) and without a byte
  /// order mark; empty past the end. After a line break at the end there is one more line.
  std::string_view line(std::uint32_t number) const;
  /// The offset of a line's first byte; the line must be there.
  std::size_t line_start(std::uint32_t number) const { return line_starts_[number - 1]; }
  /// The number of the line that holds a byte offset. O(log n).
  std::uint32_t line_of(std::size_t offset) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }

  /// The span of `length` code points that starts at a byte offset (clamped to the text). It ends
  /// with its line at the latest. Its `file` is 0; whoever knows the index sets it.
  Span span_at(std::size_t offset, std::uint32_t length = 1) const;

 private:
  std::string name_;
  std::string bytes_;
  std::vector<std::size_t> line_starts_;
};

/// All texts of one description; a span's `file` is an index into it.
struct Sources {
  std::vector<SourceText> texts;

  const SourceText& of(const Span& span) const { return texts.at(span.file); }
};

}  // namespace rolecall
