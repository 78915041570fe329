#include "rules/survey.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace rolecall {

Chiefs chiefs(const Org& org) {
  Chiefs out(org.roles.size());
  const auto rank = [&](PositionId id) {
    const Position& position = org[id];
    return std::tuple(!active(position.filling), !position.scopes.all, id);
  };
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const PositionId id(i);
    if (!exists(org[id].filling)) continue;
    for (const RoleId role : org[id].roles) {
      auto& chief = out[role.index()];
      if (!chief || rank(id) < rank(*chief)) chief = id;
    }
  }
  return out;
}

std::optional<Vertex> RoleLines::nearest(RoleId role, Vertex v) { return of(role)[v.index()]; }

bool RoleLines::in_line(RoleId role, Party party) {
  if (party.kind == Party::Kind::body) {
    const auto& members = org_.bodies[party.index].members;
    return std::ranges::any_of(members, [&](PositionId member) {
      return nearest(role, org_.vertex(member)).has_value();
    });
  }
  const auto seat = org_.seat(party);
  return seat && nearest(role, *seat).has_value();
}

const std::vector<std::optional<Vertex>>& RoleLines::of(RoleId role) {
  const auto [entry, fresh] = lines_.try_emplace(role);
  auto& nearest = entry->second;
  if (!fresh) return nearest;
  const std::size_t size = org_.graph.size();
  nearest.resize(size);
  // Lines that run in a circle end where the circle begins, as the graph sees it.
  std::vector<bool> known(size);
  std::vector<bool> on_cycle(size);
  for (const auto& cycle : org_.graph.cycles()) {
    for (const Vertex v : cycle) on_cycle[v.index()] = true;
  }
  std::vector<Vertex> climbed;
  for (std::size_t i = 0; i < size; ++i) {
    std::optional<Vertex> next = Vertex(i);
    while (next && !known[next->index()]) {
      climbed.push_back(*next);
      next = on_cycle[next->index()] ? std::nullopt : org_.graph.boss(*next);
    }
    std::optional<Vertex> above = next ? nearest[next->index()] : std::nullopt;
    for (; !climbed.empty(); climbed.pop_back()) {
      const Vertex v = climbed.back();
      const auto position = org_.position(v);
      if (position && org_[*position].has_role(role)) above = v;
      nearest[v.index()] = above;
      known[v.index()] = true;
    }
  }
  return nearest;
}

bool has_role(const Org& org, Party party, RoleId role) {
  const auto seat = org.seat(party);
  const auto position = seat ? org.position(*seat) : std::nullopt;
  return position && org[*position].has_role(role);
}

bool is_cio_or_cto(const Org& org, RoleId role) {
  return org[role].id == "CIO" || org[role].id == "CTO";
}

std::optional<PositionId> best_holder(const Org& org, const Chiefs& chiefs, const Duty& duty) {
  const auto chief_of = [&](std::string_view id) -> std::optional<PositionId> {
    const auto role = org.role(id);
    return role ? chiefs[role->index()] : std::nullopt;
  };
  if (duty.owner.kind == Owner::Kind::role) {
    if (const auto chief = chiefs[duty.owner.role.index()]) return chief;
  } else {
    const auto cio = chief_of("CIO");
    const auto cto = chief_of("CTO");
    if (cio && (active(org[*cio].filling) || !cto || !active(org[*cto].filling))) return cio;
    if (cto) return cto;
  }
  for (const RoleId role : duty.may_hold) {
    if (const auto chief = chiefs[role.index()]) return chief;
  }
  return std::nullopt;
}

bool several_hold(const Org& org, const Verdict& verdict) {
  // Who stands behind a holder: the person, else the party itself.
  using Who = std::pair<std::optional<PersonId>, std::optional<Party>>;
  const auto who = [&](const Holder& holder) {
    const auto person = org.person(holder.party);
    return person ? Who{person, std::nullopt} : Who{std::nullopt, holder.party};
  };
  std::set<Who> everyone;
  std::set<Who> everywhere;
  for (const Holder& holder : verdict.holders) {
    everyone.insert(who(holder));
    if (holder.scopes.all) everywhere.insert(who(holder));
  }
  if (everyone.size() < 2) return false;
  if (!everywhere.empty()) return true;
  std::map<ScopeId, Who> first;
  for (const Holder& holder : verdict.holders) {
    for (const ScopeId scope : holder.scopes.some) {
      const auto [entry, fresh] = first.try_emplace(scope, who(holder));
      if (!fresh && entry->second != who(holder)) return true;
    }
  }
  return false;
}

bool is_held(const Verdict& verdict) {
  switch (verdict.kind) {
    case VerdictKind::unowned:
    case VerdictKind::missing:
    case VerdictKind::unknown:
    case VerdictKind::on_paper:
      return false;
    default:
      return !verdict.holders.empty();
  }
}

AimsSpeak aims_of(const Org& org) {
  AimsSpeak out;
  for (const Text& aim : org.document->company.aims) {
    const bool cio = aim.value == "improve-processes" || aim.value == "serve-organisation";
    const bool cto = aim.value == "improve-products" || aim.value == "serve-customers";
    if ((cio || cto) && !out.span) out.span = aim.span;
    out.for_cio = out.for_cio || cio;
    out.for_cto = out.for_cto || cto;
  }
  return out;
}

bool holder_left_out(const Org& org, const Position& position) {
  const PositionDecl& decl = *position.decl;
  return !org.complete && position.filling == Filling::vacant && !decl.holder.given() &&
         decl.holders.empty() && !decl.state.given() && !decl.from.given() && !decl.until.given();
}

}  // namespace rolecall
