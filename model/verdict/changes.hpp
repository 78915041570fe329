#pragma once
// What changes from one state of an organisation to another: posts, duties, all else that the
// descriptions say, and findings.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/verdict/judgement.hpp"
#include "model/verdict/later_names.hpp"
#include "model/verdict/table_changes.hpp"

namespace rolecall {

/// A post of which something changes. Names are views into the two judgements.
struct PositionChange {
  std::string_view id;               ///< the later one
  std::string_view was;              ///< the earlier id; empty where it is the same
  std::optional<PositionId> before;  ///< none: added
  std::optional<PositionId> after;   ///< none: removed

  bool added() const { return !before; }
  bool removed() const { return !after; }
  bool moved = false;            ///< reports to somebody else
  bool filled = false;           ///< somebody is there who was not
  bool vacated = false;          ///< nobody is there any more
  bool handed_over = false;      ///< another person is there
  bool refilled = false;         ///< filled in another way: no longer interim, no longer planned
  bool renamed = false;          ///< another title
  std::string_view boss_before;  ///< ids, of the earlier state by the later names; empty: none
  std::string_view boss_after;
  std::string_view holder_before;  ///< names, "Ann Lee and Bo Kim"; empty: nobody who is named
  std::string_view holder_after;
  bool shared_after = false;  ///< several share the post
  std::string_view title_before;  ///< empty where there is no such post
  std::string_view title_after;
  std::optional<Filling> filling_before;
  std::optional<Filling> filling_after;
  /// The keys that differ, without what `DutyChange`s say as well: who is accountable. Of a post
  /// that is new or gone those that it gives.
  KeyChanges keys;

  bool any() const {
    return added() || removed() || !was.empty() || moved || filled || vacated || handed_over ||
           refilled || renamed || !keys.empty();
  }
};

/// A duty with another holder or another verdict. Holders are ids of parties, sorted, those of the
/// earlier state by their later names.
struct DutyChange {
  std::string_view id;
  std::string_view title;
  std::vector<std::string_view> before;
  std::vector<std::string_view> after;
  std::optional<VerdictKind> verdict_before;  ///< none: the duty was not asked for
  std::optional<VerdictKind> verdict_after;   ///< none: it is not asked for any more
  /// The id of the one post among `Changes::positions` whose change brings this about; empty where
  /// the duty is given to somebody else, or where several posts have a part in it.
  std::string_view cause;

  bool gained() const { return before.empty() && !after.empty(); }
  bool lost() const { return !before.empty() && after.empty(); }
  bool handed_over() const { return before != after && !before.empty() && !after.empty(); }
};

/// The judgements must outlive it.
struct Changes {
  const Judgement* before = nullptr;
  const Judgement* after = nullptr;
  LaterNames names;                       ///< what was renamed
  std::vector<PositionChange> positions;  ///< as in the later state, then removed ones
  std::vector<DutyChange> duties;         ///< in order of the catalogue, then what left it
  std::vector<TableChange> tables;        ///< what else the descriptions say differently
  std::vector<const Finding*> appeared;   ///< new, louder or worse than before
  std::vector<const Finding*> fixed;
  std::size_t unchanged = 0;  ///< findings that are in both

  bool none() const {
    return positions.empty() && duties.empty() && tables.empty() && appeared.empty() &&
           fixed.empty();
  }
};

/// Compares two states. Posts and duties are the same where their ids are, or where `was` says so,
/// findings as `KnownFindings` has it, one by one; those that a waiver accepts are left out.
/// Two descriptions that differ in anything but layout, comments and the order of tables never
/// give nothing. O(n log n).
Changes compare(const Judgement& before, const Judgement& after);

/// Leaves out the findings that the earlier state has, too, as loud as now; they are counted in
/// `Judgement::known`. Of a description that cannot be read nothing is left out: what it adds is
/// not known.
void keep_new(Judgement& judgement, const Judgement& before);

/// Number of findings of a severity.
std::size_t count(const std::vector<const Finding*>& findings, Severity severity);

}  // namespace rolecall
