#pragma once
// The lines in which two texts differ.

#include <string>
#include <string_view>
#include <vector>

namespace rolecall {

struct DiffLine {
  char sign = ' ';  ///< `-` only in the first, `+` only in the second, ` ` in both
  std::string_view text;
};

/// All lines of both, in order; of lines that changed those of the first stand before those of the
/// second. The lines that stay are as many as can be where few change; where very many do, those
/// that stand once in each text lead. Time and memory grow by the number of lines, and a little
/// more.
std::vector<DiffLine> line_diff(std::string_view before, std::string_view after);

/// Such a diff as text, only the changes with `context` lines around them; "..." stands for what
/// is left out.
std::string diff_text(const std::vector<DiffLine>& lines, std::size_t context);

/// A unified diff as `patch` and `git apply` take it, with `a/` and `b/` before the name; empty
/// where the texts are the same. A byte that is none of a text's line breaks stays as it is.
std::string unified_diff(std::string_view name, std::string_view before, std::string_view after);

}  // namespace rolecall
