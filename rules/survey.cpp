#include "rules/survey.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "model/lines.hpp"

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
    return std::ranges::any_of(
        members, [&](PositionId member) { return nearest(role, org_.vertex(member)).has_value(); });
  }
  const auto seat = working_seat(org_, party);
  return seat && nearest(role, *seat).has_value();
}

const std::vector<std::optional<Vertex>>& RoleLines::of(RoleId role) {
  const auto [entry, fresh] = lines_.try_emplace(role);
  auto& nearest = entry->second;
  if (!fresh) return nearest;
  nearest.resize(org_.graph.size());
  for (const Vertex v : top_down(org_)) {
    const auto position = org_.position(v);
    if (position && org_[*position].has_role(role)) {
      nearest[v.index()] = v;
    } else if (org_.graph.layer(v) > 0) {
      nearest[v.index()] = nearest[org_.graph.boss(v)->index()];
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
