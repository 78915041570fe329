// Roles and the lines below them.

#include "model/verdict/lines.hpp"

#include <iterator>

#include "model/verdict/verdict.hpp"

namespace rolecall {

std::vector<RoleState> role_states(const Org& org) {
  std::vector<RoleState> states(org.roles.size(), RoleState::missing);
  for (const Position& position : org.positions) {
    if (!exists(position.filling)) continue;
    const RoleState state = active(position.filling) ? RoleState::filled : RoleState::vacant;
    for (const RoleId role : position.roles) {
      states[role.index()] = std::max(states[role.index()], state);
    }
  }
  return states;
}

RoleState role_state(const Org& org, RoleId role) { return role_states(org)[role.index()]; }

std::vector<Vertex> top_down(const Org& org) {
  std::vector<Vertex> order;
  order.reserve(org.graph.size());
  const auto add = [&](Vertex root) {
    const auto tree = org.graph.subtree(root);
    order.insert(order.end(), tree.begin(), tree.end());
  };
  for (const Vertex top : org.graph.tops()) add(top);
  for (const auto& cycle : org.graph.cycles()) {
    for (const Vertex v : cycle) add(v);
  }
  return order;
}

std::vector<std::optional<RoleId>> line_roles(const Org& org) {
  std::vector<std::optional<RoleId>> lines(org.graph.size());
  for (const Vertex v : top_down(org)) {
    std::optional<RoleId> inward;
    std::optional<RoleId> outward;
    if (const auto post = org.position(v)) {
      for (const RoleId role : org[*post].roles) {
        if (org[role].focus == Focus::inward) inward = role;
        if (org[role].focus == Focus::outward) outward = role;
      }
    }
    if (inward && outward) continue;
    if (inward || outward) {
      lines[v.index()] = inward ? inward : outward;
    } else if (org.graph.layer(v) > 0) {
      lines[v.index()] = lines[org.graph.boss(v)->index()];
    }
  }
  return lines;
}

LineIndex::LineIndex(const Org& org) : org_(org) {}

void LineIndex::add(Party holder, const Scopes& scopes) {
  const auto add_seat = [&](Vertex v) {
    const auto tree = org_.graph.subtree(v);
    const Range range{tree.data(), tree.data() + tree.size()};
    any_.push_back(range);
    if (scopes.all) {
      everywhere_.push_back(range);
    } else {
      for (const ScopeId scope : scopes.some) scoped_[scope].push_back(range);
    }
  };
  if (holder.kind == Party::Kind::body) {
    for (const PositionId member : org_[BodyId(holder.index)].members)
      add_seat(org_.vertex(member));
  } else {
    for (const Vertex seat : org_.seats(holder)) add_seat(seat);
  }
}

void LineIndex::finish() {
  const auto tidy = [](Ranges& ranges) {
    std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) {
      return a.first != b.first ? a.first < b.first : a.second > b.second;
    });
    // Subtrees nest or stand apart, so what begins inside the one kept last is part of it.
    std::size_t kept = 0;
    for (const Range& range : ranges) {
      if (kept > 0 && range.first < ranges[kept - 1].second) continue;
      ranges[kept++] = range;
    }
    ranges.resize(kept);
  };
  tidy(any_);
  tidy(everywhere_);
  for (auto& [scope, ranges] : scoped_) tidy(ranges);
}

bool LineIndex::covers(Vertex v, const Scopes& scopes) const {
  const Vertex* at = org_.graph.subtree(v).data();
  const auto inside = [&](const Ranges& ranges) {
    auto after =
        std::upper_bound(ranges.begin(), ranges.end(), at,
                         [](const Vertex* p, const Range& range) { return p < range.first; });
    return after != ranges.begin() && at < std::prev(after)->second;
  };
  if (any_.empty()) return true;  // a body of which no member is known
  if (scopes.all) return inside(any_);
  if (inside(everywhere_)) return true;
  bool known = !everywhere_.empty();
  for (const ScopeId scope : scopes.some) {
    const auto ranges = scoped_.find(scope);
    if (ranges == scoped_.end()) continue;
    known = true;
    if (inside(ranges->second)) return true;
  }
  // In scopes that nobody holds there is no line to be outside of.
  return !known;
}

std::optional<Vertex> working_seat(const Org& org, Party party) {
  if (party.kind != Party::Kind::team) return org.seat(party);
  // A team without a lead works where the next team above it that has one does. The count of
  // steps ends a circle of parents.
  std::optional<TeamId> team = TeamId(party.index);
  for (std::size_t steps = 0; team && steps < 64; ++steps) {
    if (org[*team].lead) return org.vertex(*org[*team].lead);
    team = org[*team].parent;
  }
  return std::nullopt;
}

}  // namespace rolecall
