#pragma once
// Edits seen as lines that go and lines that come.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/edit/text_edit.hpp"

namespace rolecall {

/// Lines next to each other that change. Without line breaks, and without lines that stay at
/// either end.
struct LineChange {
  std::uint32_t line = 0;  ///< the number of the first in the old text
  std::vector<std::string> before;
  std::vector<std::string> after;
};

/// What edits, in order, do to the lines of a text.
std::vector<LineChange> changed_lines(const SourceText& text, std::span<const TextEdit> edits);

}  // namespace rolecall
