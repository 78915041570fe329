#include "model/text/source.hpp"

#include <algorithm>
#include <utility>

#include "model/text/text.hpp"

namespace rolecall {

SourceText::SourceText(std::string name, std::string bytes)
    : name_(std::move(name)), bytes_(std::move(bytes)) {
  // A byte order mark is no part of the first line, so that columns agree with the TOML reader.
  line_starts_.push_back(bytes_.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  for (std::size_t at = bytes_.find('\n'); at != std::string::npos;
       at = bytes_.find('\n', at + 1)) {
    line_starts_.push_back(at + 1);
  }
}

std::string_view SourceText::line(std::uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::size_t start = line_starts_[number - 1];
  const bool last = number == line_starts_.size();
  const std::size_t end = last ? bytes_.size() : line_starts_[number] - 1;
  std::string_view text = std::string_view(bytes_).substr(start, end - start);
  if (!last && text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::uint32_t SourceText::line_of(std::size_t offset) const {
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return std::max(static_cast<std::uint32_t>(next - line_starts_.begin()), 1u);
}

Span SourceText::span_at(std::size_t offset, std::uint32_t length) const {
  offset = std::clamp(offset, line_starts_.front(), bytes_.size());
  const std::uint32_t number = line_of(offset);
  const std::string_view text = line(number);
  std::size_t in_line = std::min(offset - line_starts_[number - 1], text.size());
  for (int k = 0; k < 3 && in_line > 0 && in_line < text.size(); ++k) {
    if ((static_cast<unsigned char>(text[in_line]) & 0xC0) != 0x80) break;
    --in_line;  // the offset is within a code point
  }
  const auto before = static_cast<std::uint32_t>(code_points(text.substr(0, in_line)));
  const auto after = static_cast<std::uint32_t>(code_points(text.substr(in_line)));
  Span span;
  span.line = span.end_line = number;
  span.column = before + 1;
  // At least one column, so that there is something to underline at the end of a line.
  span.end_column = span.column + std::min(length, std::max(after, 1u));
  return span;
}

}  // namespace rolecall
