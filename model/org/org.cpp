#include "model/org/org.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rolecall {

std::string_view name(Filling filling) {
  switch (filling) {
    case Filling::filled:
      return "filled";
    case Filling::undisclosed:
      return "undisclosed";
    case Filling::fractional:
      return "fractional";
    case Filling::outsourced:
      return "outsourced";
    case Filling::acting:
      return "acting";
    case Filling::interim:
      return "interim";
    case Filling::deputised:
      return "deputised";
    case Filling::vacant:
      return "vacant";
    case Filling::on_leave:
      return "on leave";
    case Filling::planned:
      return "planned";
    case Filling::eliminated:
      return "eliminated";
  }
  return "";
}

bool exists(Filling filling) {
  return filling != Filling::planned && filling != Filling::eliminated;
}

bool active(Filling filling) { return filling < Filling::vacant; }

bool provisional(Filling filling) {
  return filling == Filling::acting || filling == Filling::interim || filling == Filling::deputised;
}

std::optional<Filling> filling_of(std::string_view state) {
  if (state == "leave") return Filling::on_leave;
  for (const Filling each :
       {Filling::acting, Filling::interim, Filling::fractional, Filling::outsourced,
        Filling::undisclosed, Filling::planned, Filling::eliminated}) {
    if (state == name(each)) return each;
  }
  return std::nullopt;
}

std::string_view name(Raci raci) {
  switch (raci) {
    case Raci::accountable:
      return "accountable";
    case Raci::responsible:
      return "responsible";
    case Raci::consulted:
      return "consulted";
    case Raci::informed:
      return "informed";
  }
  return "";
}

bool Position::has_role(RoleId role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::string Position::filling_words() const {
  std::string out(name(filling));
  if (!active(filling) || filling == Filling::deputised) return out;
  for (const Filling each :
       {Filling::acting, Filling::interim, Filling::outsourced, Filling::fractional}) {
    if (each != filling && states.has(each)) out += " and " + std::string(name(each));
  }
  return out;
}

Span Position::place_of(PersonId person) const {
  const auto found = std::ranges::find(incumbents, person, &Incumbent::person);
  return found == incumbents.end() ? holder_span : found->span;
}

std::optional<PositionId> Org::position(Vertex v) const {
  if (v.index() >= positions.size()) return std::nullopt;
  return PositionId(v.index());
}

std::string_view Org::id(Vertex v) const {
  return v.index() < positions.size() ? positions[v.index()].id
                                      : bodies[v.index() - positions.size()].id;
}

std::string_view Org::id(Party party) const {
  switch (party.kind) {
    case Party::Kind::position:
      return positions[party.index].id;
    case Party::Kind::team:
      return teams[party.index].id;
    case Party::Kind::body:
      break;
  }
  return bodies[party.index].id;
}

std::optional<Vertex> Org::seat(Party party) const {
  switch (party.kind) {
    case Party::Kind::position:
      return vertex(PositionId(party.index));
    case Party::Kind::team: {
      const auto lead = teams[party.index].lead;
      if (!lead) return std::nullopt;
      return vertex(*lead);
    }
    case Party::Kind::body:
      break;
  }
  return vertex(BodyId(party.index));
}

std::vector<Vertex> Org::seats(Party party) const {
  std::vector<Vertex> out;
  if (party.kind == Party::Kind::team) {
    for (const PositionId lead : teams[party.index].leads) {
      if (active((*this)[lead].filling)) out.push_back(vertex(lead));
    }
  }
  if (!out.empty()) return out;
  if (const auto at = seat(party)) out.push_back(*at);
  return out;
}

std::vector<PersonId> Org::people(Party party) const {
  std::vector<PersonId> out;
  if (party.kind == Party::Kind::body) return out;
  const std::vector<Vertex> at_once = seats(party);
  // Those of one post are told apart already.
  std::set<PersonId> seen;
  const auto add = [&](PersonId person) {
    if (at_once.size() == 1 || seen.insert(person).second) out.push_back(person);
  };
  for (const Vertex at : at_once) {
    const Position& post = positions[at.index()];
    if (post.filling == Filling::deputised) {
      for (const PersonId person : post.stand_ins) add(person);
    } else {
      for (const Incumbent& each : post.incumbents) {
        // Beside those who are there nobody counts who is on leave.
        if (!each.away || !active(post.filling)) add(each.person);
      }
    }
  }
  return out;
}

std::optional<PersonId> Org::person(Party party) const {
  if (party.kind == Party::Kind::body) return std::nullopt;
  const auto at = seat(party);
  if (!at) return std::nullopt;
  const Position& post = positions[at->index()];
  if (post.filling != Filling::deputised) return post.holder;
  return post.stand_ins.empty() ? std::nullopt : std::optional(post.stand_ins.front());
}

std::string Org::names(Party party) const {
  const std::vector<PersonId> all = people(party);
  std::string out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0) out += i + 1 == all.size() ? " and " : ", ";
    out += (*this)[all[i]].name;
  }
  return out;
}

bool Org::share_person(Party a, Party b) const {
  const std::vector<PersonId> there = people(b);
  return std::ranges::any_of(
      people(a), [&](PersonId person) { return std::ranges::find(there, person) != there.end(); });
}

Filling Org::filling(Party party) const {
  if (party.kind == Party::Kind::body) {
    const Body& body = bodies[party.index];
    // A body of which only the name is known is taken to meet.
    const bool meets = body.members.empty() ||
                       std::any_of(body.members.begin(), body.members.end(), [&](PositionId id) {
                         return active(positions[id.index()].filling);
                       });
    return meets ? Filling::filled : Filling::vacant;
  }
  const auto at = seat(party);
  return at ? positions[at->index()].filling : Filling::vacant;
}

std::span<const Assignment> Org::of(DutyId duty, Raci raci) const {
  const auto before = [](const Assignment& a, const std::pair<DutyId, Raci>& key) {
    return std::pair(a.duty, a.raci) < key;
  };
  const auto first =
      std::lower_bound(assignments.begin(), assignments.end(), std::pair(duty, raci), before);
  const auto after = [](const std::pair<DutyId, Raci>& key, const Assignment& a) {
    return key < std::pair(a.duty, a.raci);
  };
  return {first, std::upper_bound(first, assignments.end(), std::pair(duty, raci), after)};
}

std::optional<RoleId> Org::role(std::string_view id) const {
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i].id == id) return RoleId(i);
  }
  return std::nullopt;
}

std::span<const PositionId> Org::with_role(RoleId role) const {
  if (role.index() >= role_posts.size()) return {};
  return role_posts[role.index()];
}

Subject Org::subject(PositionId id) const {
  return {Subject::Kind::position, std::string((*this)[id].id)};
}
Subject Org::subject(DutyId id) const { return {Subject::Kind::duty, std::string((*this)[id].id)}; }
Subject Org::subject(TeamId id) const { return {Subject::Kind::team, std::string((*this)[id].id)}; }
Subject Org::subject(BodyId id) const { return {Subject::Kind::body, std::string((*this)[id].id)}; }
Subject Org::subject(PersonId id) const {
  return {Subject::Kind::person, std::string((*this)[id].name)};
}
Subject Org::subject(RoleId id) const { return {Subject::Kind::role, std::string((*this)[id].id)}; }

Subject Org::subject(Vertex v) const {
  if (const auto post = position(v)) return subject(*post);
  return subject(BodyId(v.index() - positions.size()));
}

Subject Org::subject(Party party) const {
  switch (party.kind) {
    case Party::Kind::position:
      return subject(PositionId(party.index));
    case Party::Kind::team:
      return subject(TeamId(party.index));
    case Party::Kind::body:
      break;
  }
  return subject(BodyId(party.index));
}

Span Org::place(Vertex v) const {
  if (const auto post = position(v)) {
    const PositionDecl& decl = *(*this)[*post].decl;
    return decl.title.given() ? decl.title.span : decl.id.span;
  }
  return place(Party{Party::Kind::body, static_cast<std::uint32_t>(v.index() - positions.size())});
}

Span Org::place(Party party) const {
  switch (party.kind) {
    case Party::Kind::position:
      return place(vertex(PositionId(party.index)));
    case Party::Kind::team: {
      const TeamDecl& decl = *teams[party.index].decl;
      return decl.name.given() ? decl.name.span : decl.id.span;
    }
    case Party::Kind::body:
      break;
  }
  const BodyDecl& decl = *bodies[party.index].decl;
  return decl.name.given() ? decl.name.span : decl.id.span;
}

std::size_t Org::text_order(Vertex v) const {
  if (const auto post = position(v)) {
    return static_cast<std::size_t>((*this)[*post].decl - document->positions.data());
  }
  const BodyDecl* decl = bodies[v.index() - positions.size()].decl;
  return document->positions.size() + static_cast<std::size_t>(decl - document->bodies.data());
}

std::size_t Org::text_order(TeamId id) const {
  return static_cast<std::size_t>((*this)[id].decl - document->teams.data());
}

}  // namespace rolecall
