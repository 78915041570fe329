#pragma once
// The judgement of every duty: who is accountable, and whether that is as it should be.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/org/org.hpp"

namespace rolecall {

/// In the order in which they apply: the first that is true is the verdict.
enum class VerdictKind {
  unowned,  ///< on purpose, with a reason
  missing,
  unknown,  ///< missing from a description that says that it is not complete
  on_paper,
  partly_covered,
  overlapping,
  contested,
  misplaced,
  provisional,
  joint,
  split,
  delegated,
  covered,
};

inline constexpr int verdict_kinds = 13;

/// As written in reports: `on paper only`, `partly covered`, ...
std::string_view name(VerdictKind kind);

/// How several holders stand to each other.
enum class OverlapKind { none, one_line, peers, across_lines };

std::string_view name(OverlapKind kind);

/// One who is accountable for a duty.
struct Holder {
  Party party;
  Filling filling = Filling::filled;
  Scopes scopes;
  bool exact = true;
  Span span;
};

struct Verdict {
  DutyId duty;
  VerdictKind kind = VerdictKind::missing;
  std::vector<Holder> holders;           ///< accountable and active, each party once, in order
  std::vector<Holder> paper;             ///< named as accountable, but nobody is there
  std::vector<Holder> yielding;          ///< whose bundle gives way wholly to exact entries
  std::vector<std::size_t> taking;       ///< of the holders, to whom it gives way in another line
  std::vector<Party> doers;              ///< responsible, without the holders themselves
  bool holder_does = false;              ///< a holder is responsible as well
  std::vector<Party> doers_out_of_line;  ///< of those, who stands in no holder's line
  std::vector<ScopeId> open_scopes;      ///< that nobody covers
  std::vector<std::size_t> clashing;     ///< of the holders, those whose scopes meet another's
  OverlapKind overlap = OverlapKind::none;
  std::optional<Vertex> common_boss;  ///< the lowest, of several holders
  std::optional<RoleId> line_role;    ///< for misplaced: the role in whose line the holder stands
  bool stand_in = false;              ///< held outside the owner's line because nobody has the role
  bool lead_named = false;            ///< `lead` or `joint` is given
  std::vector<std::string> reasons;   ///< whole sentences without full stop, the decisive one first
};

using Coverage = std::vector<Verdict>;  ///< one a duty, in the order of `Org::duties`

/// Judges every duty. O(n log n) in positions and assignments.
Coverage judge_duties(const Org& org);

/// Whether a role is there.
enum class RoleState {
  missing,  ///< no position has it, or only planned and eliminated ones
  vacant,   ///< a position has it and nobody is there
  filled,
};

RoleState role_state(const Org& org, RoleId role);
/// The states of all roles, by their ids.
std::vector<RoleState> role_states(const Org& org);

/// For each vertex of the graph, the role that looks inward or outward nearest at or above it:
/// the line in which it stands. None above the first such role. A position that holds two roles
/// that look different ways is in both lines, and has none here.
std::vector<std::optional<RoleId>> line_roles(const Org& org);

}  // namespace rolecall
