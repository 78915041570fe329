#pragma once
// What a format of changes is. One file in `report/diffs/` holds one; the file's stem is its id.

#include <span>
#include <string>
#include <string_view>

#include "model/verdict/changes.hpp"
#include "report/format.hpp"

namespace rolecall {

struct Diff {
  std::string_view id;
  std::string_view says;  ///< for --help, one line without full stop
  std::string (*write)(const Changes& changes, const FormatOptions& options);
};

/// All of them, in order of their ids. The table is made by the build from the folder.
std::span<const Diff* const> all_diffs();

/// "new", "removed", "now below `ceo`, was below `cio`", ...: what becomes of a post, without its
/// name. Ids stand in backquotes.
std::string words_of(const PositionChange& change);
/// "`cio` -> `cto`", "`cio` -> nobody", or "`cio`" where only the verdict changes.
std::string holders_text(const DutyChange& change);
/// "missing -> covered", or "covered" where only the holder changes.
std::string verdicts_text(const DutyChange& change);
/// "2 posts and 5 duties change; 1 new error, 3 findings fixed, 12 unchanged"
std::string sums_line(const Changes& changes);

}  // namespace rolecall
