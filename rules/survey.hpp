#pragma once
// Questions about the organisation that several checks ask.

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "model/org.hpp"
#include "model/verdict.hpp"

namespace rolecall {

/// For each role the post to turn to: one that exists, rather filled than vacant, rather for the
/// whole company than for a part. None where the role is missing.
using Chiefs = std::vector<std::optional<PositionId>>;

Chiefs chiefs(const Org& org);

/// For each vertex the nearest position at or above it that has a role.
class RoleLines {
 public:
  explicit RoleLines(const Org& org) : org_(org) {}

  std::optional<Vertex> nearest(RoleId role, Vertex v);
  /// Whether the party stands in the line of somebody with the role, or has it itself; of a body,
  /// whether one of its members does.
  bool in_line(RoleId role, Party party);

 private:
  const std::vector<std::optional<Vertex>>& of(RoleId role);

  const Org& org_;
  std::map<RoleId, std::vector<std::optional<Vertex>>> lines_;
};

/// Whether the party's own post has the role.
bool has_role(const Org& org, Party party, RoleId role);

/// Whether it is one of the two roles that every company is asked for.
bool is_cio_or_cto(const Org& org, RoleId role);

/// Who should answer for a duty: the chief of its owner's role, else of a role that may hold it;
/// of shared and contested duties the CIO, or the CTO where no CIO is there. None where the
/// company has nobody of the kind.
std::optional<PositionId> best_holder(const Org& org, const Chiefs& chiefs, const Duty& duty);

/// Whether somebody is accountable on the date, wholly or in part.
bool is_held(const Verdict& verdict);

/// Which of CIO and CTO the company's `aims` speak for (A35).
struct AimsSpeak {
  bool for_cio = false;
  bool for_cto = false;
  Span span;  ///< the first aim that does
};

AimsSpeak aims_of(const Org& org);

/// Whether a post is vacant only because the description, which says that it is not complete,
/// leaves its holder out.
bool holder_left_out(const Org& org, const Position& position);

}  // namespace rolecall
