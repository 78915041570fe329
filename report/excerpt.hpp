#pragma once
// The part of a source line that is shown, and where its columns are on the screen.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rolecall {

/// Widest part of a source line that is shown, in columns of the screen.
inline constexpr std::size_t max_source_width = 140;

/// Finds columns in long lines without counting from their beginning each time.
class ColumnIndex {
 public:
  /// The byte offset of a column (from 1) in `line`, or of the line's end.
  std::size_t offset(std::string_view line, std::uint32_t column);

 private:
  static constexpr std::uint32_t step_ = 1024;
  std::string_view line_;                 ///< the line that is remembered
  std::vector<std::size_t> checkpoints_;  ///< offsets of its columns 1, 1 + step, 1 + 2 step, ...
};

/// What is shown of a line.
struct Excerpt {
  std::string text;             ///< fit to be printed
  std::uint32_t first = 1;      ///< the first column of the line that is shown
  std::vector<std::size_t> at;  ///< screen offset of column `first + i`; the last one: the end
  bool cut_after = false;       ///< more follows

  /// The screen offset of a column, moved to the nearest one that is shown.
  std::size_t offset(std::uint32_t column) const;
};

/// The line as far as it fits, or else the part around the columns `from` to `to`.
Excerpt make_excerpt(std::string_view line, std::uint32_t from, std::uint32_t to,
                     ColumnIndex& columns);

}  // namespace rolecall
