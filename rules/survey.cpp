#include "rules/survey.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "model/text/letters.hpp"
#include "model/verdict/lines.hpp"

namespace rolecall {

Chiefs chiefs(const Org& org) {
  Chiefs out(org.roles.size());
  const auto rank = [&](PositionId id) {
    const Position& position = org[id];
    return std::tuple(!active(position.filling), !position.scopes.all,
                      org.graph.layer(org.vertex(id)), id);
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
  if (seat && nearest(role, *seat)) return true;
  // One person in several posts is one.
  const auto person = org_.person(party);
  return person && std::ranges::any_of(org_[*person].positions,
                                       [&](PositionId post) { return org_[post].has_role(role); });
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

bool has_part(const Org& org, RoleLines& lines, const Verdict& verdict, RoleId role) {
  for (const auto* holders : {&verdict.holders, &verdict.paper}) {
    for (const Holder& holder : *holders) {
      if (lines.in_line(role, holder.party)) return true;
    }
  }
  for (const Raci raci : {Raci::responsible, Raci::consulted}) {
    for (const Assignment& part : org.of(verdict.duty, raci)) {
      if (lines.in_line(role, part.party)) return true;
    }
  }
  return false;
}

bool has_role(const Org& org, Party party, RoleId role) {
  const auto seat = org.seat(party);
  const auto position = seat ? org.position(*seat) : std::nullopt;
  return position && org[*position].has_role(role);
}

bool is_cio_or_cto(const Org& org, RoleId role) {
  return org[role].id == "CIO" || org[role].id == "CTO";
}

bool is_required(const Org& org, RoleId role) {
  return std::ranges::find(org.required_roles, role) != org.required_roles.end();
}

bool is_asked(const Org& org, RoleId role) {
  if (!is_required(org, role)) return false;
  if (!org.profile.empty() || !is_cio_or_cto(org, role)) return true;
  const AimsSpeak aims = aims_of(org);
  return org[role].id == "CIO" ? aims.for_cio || !aims.for_cto : aims.for_cto || !aims.for_cio;
}

bool is_always_needed(const Duty& duty) {
  return duty.id == "information-security" || duty.id == "data-privacy";
}

bool hangs_on_missing_role(const Org& org, const Chiefs& chiefs, const Duty& duty) {
  if (duty.owner.kind != Owner::Kind::role || chiefs[duty.owner.role.index()]) return false;
  return is_asked(org, duty.owner.role) ||
         (is_required(org, duty.owner.role) && !is_always_needed(duty));
}

bool settled(const Position& post) { return active(post.filling) && !provisional(post.filling); }

std::optional<PositionId> chief_for(const Org& org, const Chiefs& chiefs, const Duty& duty) {
  const auto chief_of = [&](std::string_view id) -> std::optional<PositionId> {
    const auto role = org.role(id);
    return role ? chiefs[role->index()] : std::nullopt;
  };
  std::vector<PositionId> candidates;
  const auto add = [&](std::optional<PositionId> chief) {
    if (chief) candidates.push_back(*chief);
  };
  const auto best = [&]() -> std::optional<PositionId> {
    if (candidates.empty()) return std::nullopt;
    return *std::ranges::min_element(candidates, {}, [&](PositionId id) {
      return settled(org[id]) ? 0 : active(org[id].filling) ? 1 : 2;
    });
  };
  const Owner& owner = duty.owner;
  if (owner.kind == Owner::Kind::role) {
    if (const auto chief = chiefs[owner.role.index()]) return chief;
  } else {
    add(chief_of("CIO"));
    add(chief_of("CTO"));
    if (!candidates.empty()) return best();
  }
  for (const RoleId role : duty.may_hold) add(chiefs[role.index()]);
  if (candidates.empty() && owner.kind == Owner::Kind::role && is_cio_or_cto(org, owner.role) &&
      !is_asked(org, owner.role)) {
    return chief_of(org[owner.role].id == "CIO" ? "CTO" : "CIO");
  }
  return best();
}

std::vector<PositionId> titled_deputies(const Org& org, PositionId post) {
  constexpr std::string_view deputy_words[] = {"deputy", "dep", "dy", "vice", "alternate"};
  std::vector<PositionId> out;
  for (const Vertex v : org.graph.reports(org.vertex(post))) {
    const auto id = org.position(v);
    if (!id || !active(org[*id].filling) || org[*id].assistant) continue;
    const TitleDoubt& doubt = org[*id].doubt;
    const bool of_the_role =
        std::ranges::any_of(doubt.roles, [&](RoleId role) { return org[post].has_role(role); });
    if (of_the_role && has_word(doubt.trap, deputy_words)) out.push_back(*id);
  }
  return out;
}

bool is_held(const Verdict& verdict) {
  return verdict.kind != VerdictKind::unowned && !verdict.holders.empty();
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
  // Without dates nothing but a missing name makes it vacant, be it a word in place of one.
  return !org.complete && position.filling == Filling::vacant && decl.holders.empty() &&
         !decl.state.given() && !decl.from.given() && !decl.until.given();
}

std::vector<OutcomeEntry> entries_of(const Org& org, const Outcome& outcome) {
  std::vector<OutcomeEntry> out;
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    for (const Text& text : org.positions[i].decl->outcomes) {
      if (!same_name(text.value, outcome.id) && !same_name(text.value, outcome.title)) continue;
      out.push_back({PositionId(i), &text});
      break;
    }
  }
  return out;
}

namespace {

/// Lower case, and one sign for all that separates words.
char folded(char c) { return c == ' ' || c == '_' ? '-' : small_letter(c); }

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, folded, folded);
}

bool has_word(std::string_view text, std::span<const std::string_view> words) {
  for (std::size_t at = 0; at < text.size();) {
    if (!letter(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && letter(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (std::ranges::any_of(words, [&](std::string_view w) { return same_name(w, word); })) {
      return true;
    }
    at = end;
  }
  return false;
}

}  // namespace rolecall
