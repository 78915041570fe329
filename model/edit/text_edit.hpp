#pragma once
// Edits of a text, in bytes.

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/source.hpp"
#include "model/text/span.hpp"

namespace rolecall {

/// The bytes from `begin` up to before `end` become `text`.
struct TextEdit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;

  auto operator<=>(const TextEdit&) const = default;
};

using TextEdits = std::vector<TextEdit>;

/// The edits in the order of the text; what is put in right before other bytes are replaced is one
/// edit with that. Else refused, with a sentence: two that begin at one place, or of which one
/// begins within the other.
std::expected<TextEdits, std::string> in_order(TextEdits edits);

/// The text with the edits, which are in order and lie within it.
std::string with_edits(std::string_view text, std::span<const TextEdit> edits);

/// The byte at a line and column (from 1, in code points), clamped to the line.
std::size_t offset_of(const SourceText& text, std::uint32_t line, std::uint32_t column);

/// The place of some bytes, as an edit has them: its end may be its begin. `file` is 0.
Span place_of(const SourceText& text, std::size_t begin, std::size_t end);

}  // namespace rolecall
