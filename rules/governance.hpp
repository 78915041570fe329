#pragma once
// Who leads the company, and how its two technology officers stand to each other: questions that
// the checks of governance ask.

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "model/org/org.hpp"
#include "model/verdict/verdict.hpp"

namespace rolecall {

/// The tops of the company, its head first. A line to a body counts as a line to the head, so all
/// bodies with lines and the head are one top, for which the largest of them stands; so is a post
/// without a boss that has a seat in such a body.
std::vector<Vertex> company_tops(const Org& org);

/// The post of the role for the whole company, where somebody is in it.
std::optional<PositionId> officer(const Org& org, RoleId role);

/// The CIO and the CTO of the whole company.
struct Officers {
  PositionId cio;
  PositionId cto;
};

/// None while one of the two is missing or nobody is there, nor where one person is both. Where
/// all holders of a role have a scope there is none for the whole company.
std::optional<Officers> officers(const Org& org);

/// The role by which a post watches the CIO and the CTO: security, privacy or audit.
std::optional<RoleId> watching_role(const Org& org, PositionId id);

/// Whether the line of a post ends where the description means it to: not in a circle, nor at a
/// boss who is not there.
bool line_known(const Org& org, Vertex v);

/// Whether two lines meet, if only at the head.
bool under_one_head(const Org& org, Vertex a, Vertex b);

/// Where the text says to whom a post reports; else the post.
Span line_place(const Org& org, PositionId id);

/// Who leads the company: its tops, a chief executive below a chair or as the one report of a top,
/// the bodies above them or in which they sit.
class Heads {
 public:
  explicit Heads(const Org& org);

  bool leads(Vertex v) const { return leads_[v.index()]; }
  /// The one to name for all of them, rather the chief executive; none in an empty company.
  std::optional<Vertex> first() const { return first_; }
  /// A solid or dotted line from `v` straight to one who leads.
  std::optional<Vertex> direct(Vertex v) const;
  /// Steps up the solid line to one who leads: 0 for one who does, 1 for who reports there.
  std::size_t level(Vertex v) const;

 private:
  void find_leading_posts();
  void find_leading_bodies();
  bool is_chief_executive(Vertex v) const;
  bool leads_below(Vertex v, Vertex boss);
  bool leads_under(Vertex v, Vertex body) const;

  const Org& org_;
  std::vector<bool> leads_;
  std::optional<Vertex> first_;
  std::vector<bool> chairs_;  ///< by position: the chair of a body, or a post above the head
  std::map<Vertex, Vertex> foremost_;  ///< of the chief executives below one boss
};

}  // namespace rolecall
