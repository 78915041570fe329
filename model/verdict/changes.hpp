#pragma once
// What changes from one state of an organisation to another: posts, duties and findings.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/verdict/judgement.hpp"

namespace rolecall {

/// A post whose place or filling changes. Names are views into the two judgements.
struct PositionChange {
  std::string_view id;
  std::optional<PositionId> before;  ///< none: added
  std::optional<PositionId> after;   ///< none: removed

  bool added() const { return !before; }
  bool removed() const { return !after; }
  bool moved = false;            ///< reports to somebody else
  bool filled = false;           ///< somebody is there who was not
  bool vacated = false;          ///< nobody is there any more
  bool handed_over = false;      ///< another person is there
  bool renamed = false;          ///< another title
  std::string_view boss_before;  ///< ids; empty: none
  std::string_view boss_after;
  std::string_view holder_before;  ///< names; empty: nobody, or nobody who is named
  std::string_view holder_after;
};

/// A duty with another holder or another verdict. Holders are ids of parties, sorted.
struct DutyChange {
  std::string_view id;
  std::vector<std::string_view> before;
  std::vector<std::string_view> after;
  std::optional<VerdictKind> verdict_before;  ///< none: the duty was not asked for
  std::optional<VerdictKind> verdict_after;   ///< none: it is not asked for any more

  bool gained() const { return before.empty() && !after.empty(); }
  bool lost() const { return !before.empty() && after.empty(); }
  bool handed_over() const { return before != after && !before.empty() && !after.empty(); }
};

/// The judgements must outlive it.
struct Changes {
  const Judgement* before = nullptr;
  const Judgement* after = nullptr;
  std::vector<PositionChange> positions;  ///< as in the later state, then removed ones
  std::vector<DutyChange> duties;         ///< in order of the catalogue, then what left it
  std::vector<const Finding*> appeared;   ///< new, louder or worse than before
  std::vector<const Finding*> fixed;
  std::size_t unchanged = 0;  ///< findings that are in both

  bool none() const {
    return positions.empty() && duties.empty() && appeared.empty() && fixed.empty();
  }
};

/// Compares two states. Posts and duties are the same where their ids are, findings as
/// `KnownFindings` has it, one by one; what a waiver accepts is left out. O(n log n).
Changes compare(const Judgement& before, const Judgement& after);

/// Leaves out the findings that the earlier state has, too, as loud as now; they are counted in
/// `Judgement::known`. Of a description that cannot be read nothing is left out: what it adds is
/// not known.
void keep_new(Judgement& judgement, const Judgement& before);

/// Number of findings of a severity.
std::size_t count(const std::vector<const Finding*>& findings, Severity severity);

}  // namespace rolecall
