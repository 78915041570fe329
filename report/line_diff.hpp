#pragma once
// The lines in which two short texts differ.

#include <string>
#include <string_view>
#include <vector>

namespace rolecall {

struct DiffLine {
  char sign = ' ';  ///< `-` only in the first, `+` only in the second, ` ` in both
  std::string_view text;
};

/// All lines of both, in order. Takes time and memory by the product of the numbers of lines: for
/// examples, not for files of users.
std::vector<DiffLine> line_diff(std::string_view before, std::string_view after);

/// Such a diff as text, only the changes with `context` lines around them; "..." stands for what
/// is left out.
std::string diff_text(const std::vector<DiffLine>& lines, std::size_t context);

}  // namespace rolecall
