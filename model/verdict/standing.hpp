#pragma once
// Where everybody stands: what is at or above each post, and whom a duty's holders direct.

#include <optional>
#include <span>
#include <vector>

#include "model/verdict/lines.hpp"
#include "model/verdict/verdict.hpp"

namespace rolecall {

/// What each vertex has at or above it, looked up once for all duties.
class Standing {
 public:
  explicit Standing(const Org& org);

  /// Whether `v` is a CIO or a CTO or stands below one.
  bool in_technology(Vertex v) const { return in_technology_[v.index()]; }
  /// The same of a party; of a body, where a member does.
  bool in_technology(Party party) const;
  /// The line in which `v` stands, see `line_roles`.
  std::optional<RoleId> line(Vertex v) const { return lines_[v.index()]; }
  /// The roles of the nearest post at or above `v` that has any.
  std::span<const RoleId> nearest_roles(Vertex v) const;
  /// Where the solid line upwards ends.
  Vertex top(Vertex v) const { return tops_[v.index()]; }
  /// The posts in which the person is, as holder or deputy.
  std::span<const Party> posts(PersonId person) const { return posts_[person.index()]; }

 private:
  void look_up(Vertex v, std::span<const RoleId> technology);

  const Org& org_;
  std::vector<std::optional<RoleId>> lines_;
  std::vector<std::optional<PositionId>> role_posts_;
  std::vector<bool> in_technology_;
  std::vector<Vertex> tops_;
  std::vector<std::vector<Party>> posts_;
};

/// The lines of a duty's holders, those of their other posts included: whoever stands below the
/// person, or where the person stands in, is directed by the person.
class HolderLines {
 public:
  HolderLines(const Org& org, const Standing& standing, DutyId duty,
              std::span<const Holder> holders);

  /// Whether one of the holders directs the doer.
  bool direct(const Assignment& doer) const;

 private:
  void add(Party party, const Scopes& scopes);
  bool directs(Vertex v, const Scopes& scopes) const;
  bool may_be_below(Vertex v) const;

  const Org& org_;
  const Standing& standing_;
  bool shared_;
  LineIndex index_;
  std::vector<Vertex> tops_;  ///< above the holders, sorted
};

/// Of a duty's holders, those who name it and so take it from a bundle of another line: its holder
/// does not direct them, nor a boss of theirs. Who names it for a part, so that the bundle keeps the rest, splits it.
std::vector<std::size_t> taking(const Org& org, const Standing& standing, const Verdict& verdict);

}  // namespace rolecall
