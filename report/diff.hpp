#pragma once
// What a format of changes is. One file in `report/diffs/` holds one; the file's stem is its id.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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

/// Duties that change in the same way.
struct DutyGroup {
  std::vector<const DutyChange*> duties;  ///< never empty, in order
};

/// Says changes in words. An id stands in backquotes, and behind it what the thing is called where
/// the id does not tell. The changes must outlive it.
class ChangeWords {
 public:
  /// `all`: long lists and texts are told in full.
  explicit ChangeWords(const Changes& changes, bool all = false);

  /// What a post is called beside its id, as far as that stays: "CIO (Ada Okafor)"; may be empty.
  std::string label(const PositionChange& change) const;
  /// "new, below `ceo`, held by Ada Okafor", "now below `ceo`, was below `cio`; grade D4 -> D5".
  std::string words(const PositionChange& change) const;
  /// "`cio` -> `cto`", "`cio` -> nobody", or "`cio`" where only the verdict changes.
  std::string holders(const DutyChange& change) const;
  /// "missing -> covered", or "covered" where only the holder changes.
  std::string verdicts(const DutyChange& change) const;
  /// "Networks", where the id does not tell.
  std::string label(const DutyChange& change) const;
  std::string words(const TableChange& change) const;
  /// "D4 -> D5", "gains `cfo`, loses `cto`", without the key.
  std::string words(const KeyChange& change) const;
  /// "`networks`, `it-budget` and 3 more".
  std::string list(const DutyGroup& group) const;
  /// Whether the duties are named behind their number: where they are few, or all are asked for.
  bool names_all(const DutyGroup& group) const;
  /// "24 duties: provisional -> covered".
  std::string consequence(const DutyGroup& group) const;

  /// What a post brings about, by verdicts.
  std::vector<DutyGroup> consequences(const PositionChange& change) const;
  /// The duties that no single post is the cause of, by who had and has them and by verdicts.
  std::vector<DutyGroup> handovers() const;

 private:
  std::string party(std::string_view id) const;
  std::string place(std::string_view boss) const;
  std::string entry(const KeyChange& key, const std::string& text) const;
  std::string entries(const KeyChange& key, const std::vector<std::string>& texts) const;
  std::string given(const KeyChange& key) const;
  bool is_long(const std::vector<std::string>& texts) const;

  const Changes& changes_;
  bool all_;
  std::unordered_map<std::string_view, std::string_view> names_;  ///< of parties and people
  std::map<std::string_view, std::vector<DutyGroup>> consequences_;
  std::vector<DutyGroup> handovers_;
};

/// "2 posts, 1 team and 5 duties change; 1 new error, 3 findings fixed, 12 unchanged"
std::string sums_line(const Changes& changes);

/// How a kind of table is called: one, several, and as a heading.
struct TableWords {
  std::string_view table;
  std::string_view one;
  std::string_view many;
  std::string_view heading;
};

/// Of all tables that `Changes::tables` may name, in the order in which they are told.
std::span<const TableWords> table_words();

}  // namespace rolecall
