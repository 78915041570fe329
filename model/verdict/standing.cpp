#include "model/verdict/standing.hpp"

#include <algorithm>
#include <map>

#include "model/org/scopes.hpp"

namespace rolecall {

Standing::Standing(const Org& org)
    : org_(org),
      lines_(line_roles(org)),
      role_posts_(org.graph.size()),
      in_technology_(org.graph.size(), false),
      tops_(org.graph.size()),
      posts_(org.persons.size()) {
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const Party post{Party::Kind::position, PositionId(i).value};
    if (!active(org.filling(post))) continue;
    for (const PersonId person : org.people(post)) posts_[person.index()].push_back(post);
  }
  std::vector<RoleId> technology;
  for (const std::string_view id : {"CIO", "CTO"}) {
    if (const auto role = org.role(id)) technology.push_back(*role);
  }
  for (const Vertex v : top_down(org)) look_up(v, technology);
}

/// The bosses were looked up before.
void Standing::look_up(Vertex v, std::span<const RoleId> technology) {
  const auto post = org_.position(v);
  if (post && !org_[*post].roles.empty()) {
    role_posts_[v.index()] = post;
    in_technology_[v.index()] =
        std::ranges::any_of(technology, [&](RoleId role) { return org_[*post].has_role(role); });
  }
  tops_[v.index()] = v;
  if (org_.graph.layer(v) == 0) return;
  const Vertex boss = *org_.graph.boss(v);
  tops_[v.index()] = tops_[boss.index()];
  if (!role_posts_[v.index()]) role_posts_[v.index()] = role_posts_[boss.index()];
  if (in_technology_[boss.index()]) in_technology_[v.index()] = true;
}

bool Standing::in_technology(Party party) const {
  if (party.kind == Party::Kind::body) {
    return std::ranges::any_of(org_[BodyId(party.index)].members, [&](PositionId member) {
      return in_technology(org_.vertex(member));
    });
  }
  return std::ranges::any_of(org_.seats(party), [&](Vertex seat) { return in_technology(seat); });
}

std::span<const RoleId> Standing::nearest_roles(Vertex v) const {
  const auto post = role_posts_[v.index()];
  if (!post) return {};
  return org_[*post].roles;
}

HolderLines::HolderLines(const Org& org, const Standing& standing, DutyId duty,
                         std::span<const Holder> holders)
    : org_(org),
      standing_(standing),
      shared_(org[duty].owner.kind == Owner::Kind::shared),
      index_(org) {
  std::map<PersonId, ScopeUnion> people;
  for (const Holder& holder : holders) {
    add(holder.party, holder.scopes);
    for (const PersonId person : org.people(holder.party)) {
      people.try_emplace(person, org).first->second.add(holder.scopes);
    }
  }
  for (auto& [person, sum] : people) {
    const auto posts = standing.posts(person);
    if (posts.size() < 2) continue;
    const Scopes scopes = std::move(sum).total();
    for (const Party post : posts) add(post, scopes);
  }
  index_.finish();
  std::ranges::sort(tops_);
}

void HolderLines::add(Party party, const Scopes& scopes) {
  index_.add(party, scopes);
  for (const Vertex seat : org_.seats(party)) tops_.push_back(standing_.top(seat));
  if (party.kind != Party::Kind::body) return;
  for (const PositionId member : org_[BodyId(party.index)].members) {
    tops_.push_back(standing_.top(org_.vertex(member)));
  }
}

bool HolderLines::direct(const Assignment& doer) const {
  if (doer.party.kind == Party::Kind::body) {
    const auto& members = org_[BodyId(doer.party.index)].members;
    return members.empty() || std::ranges::any_of(members, [&](PositionId member) {
             return directs(org_.vertex(member), doer.scopes);
           });
  }
  std::vector<Vertex> seats = org_.seats(doer.party);
  if (doer.party.kind == Party::Kind::team) {
    // Where none of the leads is there, the team works in the lines of all of them.
    const auto& leads = org_[TeamId(doer.party.index)].leads;
    if (std::ranges::none_of(leads, [&](PositionId lead) { return active(org_[lead].filling); })) {
      seats.clear();
      for (const PositionId lead : leads) seats.push_back(org_.vertex(lead));
    }
  }
  if (seats.size() > 1) {
    return std::ranges::any_of(seats, [&](Vertex seat) { return directs(seat, doer.scopes); });
  }
  const auto seat = working_seat(org_, doer.party);
  return !seat || directs(*seat, doer.scopes);
}

/// On the solid line, or on a dotted one into it.
bool HolderLines::directs(Vertex v, const Scopes& scopes) const {
  const auto in_line = [&](Vertex at) {
    return (shared_ && standing_.in_technology(at)) || index_.covers(at, scopes);
  };
  return in_line(v) || std::ranges::any_of(org_.graph.dotted_bosses(v), in_line) || may_be_below(v);
}

/// Whether the text leaves open who is above `v`, so that a holder may be: its line ends at a
/// boss who is not in it, or breaks off in a description that is not complete.
bool HolderLines::may_be_below(Vertex v) const {
  const Vertex top = standing_.top(v);
  const auto post = org_.position(top);
  return post && (org_[*post].boss_unknown || !org_.complete) &&
         !std::ranges::binary_search(tops_, top);
}

std::vector<std::size_t> taking(const Org& org, const Standing& standing, const Verdict& verdict) {
  std::vector<std::size_t> out;
  if (verdict.yielding.empty()) return out;
  // Of those who yield and begin with one scope, the one with the fewest is taken over first.
  std::map<ScopeId, std::vector<ScopeId>> least;
  for (const Holder& yields : verdict.yielding) {
    std::vector<ScopeId> scopes = members(org, yields.scopes);
    if (scopes.empty()) continue;
    const auto [entry, fresh] = least.try_emplace(scopes.front(), scopes);
    if (!fresh && scopes.size() < entry->second.size()) entry->second = std::move(scopes);
  }
  const auto takes_all_of_one = [&](const Scopes& taken) {
    if (taken.all) return true;
    const std::vector<ScopeId> scopes = members(org, taken);
    return std::ranges::any_of(scopes, [&](ScopeId first) {
      const auto entry = least.find(first);
      return entry != least.end() && std::ranges::includes(scopes, entry->second);
    });
  };
  const HolderLines lines(org, standing, verdict.duty, verdict.yielding);
  // In a matrix a dotted line leads on for those below. Deeper than a company is nobody asked, so
  // that a long chain costs nothing.
  constexpr int most_levels = 8;
  const auto directed = [&](Assignment named) {
    if (lines.direct(named)) return true;
    auto seat = working_seat(org, named.party);
    for (int level = 0; seat && level < most_levels; ++level) {
      seat = org.graph.layer(*seat) > 0 ? org.graph.boss(*seat) : std::nullopt;
      const auto boss = seat ? org.position(*seat) : std::nullopt;
      if (!boss) return false;
      named.party = Party{Party::Kind::position, boss->value};
      if (lines.direct(named)) return true;
    }
    return false;
  };
  for (std::size_t i = 0; i < verdict.holders.size(); ++i) {
    const Holder& holder = verdict.holders[i];
    const Assignment named{verdict.duty, Raci::accountable, holder.party,
                           holder.exact, holder.scopes,     holder.span};
    if (holder.exact && !directed(named) && takes_all_of_one(holder.scopes)) out.push_back(i);
  }
  return out;
}

}  // namespace rolecall
