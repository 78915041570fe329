#pragma once
// Questions about the organisation that several checks ask.

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/catalogue/expectations.hpp"
#include "model/org/org.hpp"
#include "model/verdict/verdict.hpp"

namespace rolecall {

/// For each role the post to turn to: one that exists, rather filled than vacant, rather for the
/// whole company than for a part, rather high up than below. None where the role is missing.
using Chiefs = std::vector<std::optional<PositionId>>;

Chiefs chiefs(const Org& org);

/// For each vertex the nearest position at or above it that has a role.
class RoleLines {
 public:
  explicit RoleLines(const Org& org) : org_(org) {}

  std::optional<Vertex> nearest(RoleId role, Vertex v);
  /// Whether the party stands in the line of somebody with the role, or has it itself, if only in
  /// another post of the same person; of a body, whether one of its members does.
  bool in_line(RoleId role, Party party);

 private:
  const std::vector<std::optional<Vertex>>& of(RoleId role);

  const Org& org_;
  std::map<RoleId, std::vector<std::optional<Vertex>>> lines_;
};

/// Whether a role has a part in a duty: to answer, to do or to be consulted, by itself, by its line
/// or by a seat in a body. Who yields to an exact entry does not answer.
bool has_part(const Org& org, RoleLines& lines, const Verdict& verdict, RoleId role);

/// Whether the party's own post has the role.
bool has_role(const Org& org, Party party, RoleId role);

/// Whether it is one of the two roles that a company is asked for.
bool is_cio_or_cto(const Org& org, RoleId role);

/// Whether the company must have the role: its profile says so, or it is one of CIO and CTO.
bool is_required(const Org& org, RoleId role);

/// Whether the company is asked for the role: it must have it, and the `aims` of a company without
/// a profile do not speak for the other one of CIO and CTO alone.
bool is_asked(const Org& org, RoleId role);

/// Whether a duty is needed whatever a company is for: security and privacy.
bool is_always_needed(const Duty& duty);

/// Whether `role-missing` says that nobody holds the duty: all that the company lacks hangs on its
/// owner's role. What is always needed is told by itself where the company is not asked for the
/// role.
bool hangs_on_missing_role(const Org& org, const Chiefs& chiefs, const Duty& duty);

/// Who should answer for a duty by rank: the chief of its owner's role, else of a role that may
/// hold it; of shared and contested duties the CIO or the CTO. Rather one who is there for good.
/// Where the company is asked for no CIO, or no CTO, the other one answers for what is left of its
/// duties. None where the company has nobody of the kind.
std::optional<PositionId> chief_for(const Org& org, const Chiefs& chiefs, const Duty& duty);

/// Whether somebody is in the post for good.
bool settled(const Position& post);

/// Who reports to a post, is there, and is by title the deputy of one of its roles, in order.
std::vector<PositionId> titled_deputies(const Org& org, PositionId post);

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

/// Where a post names an outcome.
struct OutcomeEntry {
  PositionId position;
  const Text* text;
};

/// The posts that name an outcome by its id or title, be they filled or not, in order.
std::vector<OutcomeEntry> entries_of(const Org& org, const Outcome& outcome);

/// Whether two names are the same: case does not count, and spaces and hyphens are alike.
bool same_name(std::string_view a, std::string_view b);

/// Whether a text has one of the words, which are lower case, as a whole word.
bool has_word(std::string_view text, std::span<const std::string_view> words);

}  // namespace rolecall
