#include "rules/finding_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/text/text.hpp"

namespace rolecall {

std::string deputy_name(const Position& position) {
  return position.deputy ? plain(position.deputy_text) : quoted(position.deputy_text);
}

std::string introduce(const Org& org, PositionId id) {
  const Position& position = org[id];
  const std::string post = quoted(position.id);
  if (position.filling == Filling::deputised) {
    return fmt::format("{} (deputy {})", post, deputy_name(position));
  }
  if (!active(position.filling)) return fmt::format("{} ({})", post, name(position.filling));
  return position.holder ? fmt::format("{} ({})", post, plain(position.holder_names)) : post;
}

std::string introduce(const Org& org, Party party) {
  if (party.kind == Party::Kind::position) return introduce(org, PositionId(party.index));
  if (party.kind == Party::Kind::body) return short_name(org, party);
  const Team& team = org.teams[party.index];
  return team.lead
             ? fmt::format("{} (led by {})", short_name(org, party), quoted(org[*team.lead].id))
             : fmt::format("{} (without a lead)", short_name(org, party));
}

std::string short_name(const Org& org, Party party) {
  switch (party.kind) {
    case Party::Kind::team:
      return "team " + quoted(org.id(party));
    case Party::Kind::body:
      return "body " + quoted(org.id(party));
    case Party::Kind::position:
      break;
  }
  return quoted(org.id(party));
}

std::string ids_of(const Org& org, std::span<const Vertex> vertices) {
  std::vector<std::string_view> ids;
  for (const Vertex v : vertices) ids.push_back(org.id(v));
  return list_of(ids);
}

std::string ids_of(const Org& org, std::span<const PositionId> positions) {
  std::vector<std::string_view> ids;
  for (const PositionId id : positions) ids.push_back(org[id].id);
  return list_of(ids);
}

namespace {

/// From `v` up to below `top`, `steps` away: all ids, or the first ones and how many more.
std::vector<std::string> climb(const Org& org, Vertex v, std::size_t steps) {
  constexpr std::size_t most = 10;
  const std::size_t shown = steps > most ? most - 1 : steps;
  std::vector<std::string> out;
  for (std::size_t i = 0; i < shown; ++i) {
    out.push_back(plain(org.id(v)));
    v = *org.graph.boss(v);
  }
  if (steps > shown) out.push_back(fmt::format("[{} more]", steps - shown));
  return out;
}

}  // namespace

std::string path_text(const Org& org, Vertex from, Vertex to) {
  const auto top = org.graph.lowest_common_boss(from, to);
  if (!top || from == to) return {};
  const std::size_t layer = org.graph.layer(*top);
  std::string out;
  for (const std::string& id : climb(org, from, org.graph.layer(from) - layer)) out += id + " -> ";
  out += plain(org.id(*top));
  const auto down = climb(org, to, org.graph.layer(to) - layer);
  for (auto id = down.rbegin(); id != down.rend(); ++id) out += " <- " + *id;
  return out;
}

std::string path_text(const Org& org, Party from, Party to) {
  const auto start = org.seat(from);
  const auto end = org.seat(to);
  return start && end ? path_text(org, *start, *end) : std::string();
}

void add_path(Finding& finding, const std::string& path) {
  if (!path.empty()) finding.notes.push_back("path: " + path);
}

void add_labels(Finding& finding, std::span<const Label> labels) {
  std::set<Span> seen{finding.place()};
  std::size_t shown = 0;
  std::size_t left = 0;
  for (const Label& label : labels) {
    if (!label.span || !seen.insert(label.span).second) continue;
    if (shown == max_labels) {
      ++left;
      continue;
    }
    finding.add_label(label.span, label.text);
    ++shown;
  }
  if (left > 0)
    finding.notes.push_back(fmt::format("and {}", counted(left, "more place", "more places")));
}

namespace {

/// Where a list of states says what counts most; no place where it says nothing.
Span place_of(const Texts& states, Filling filling) {
  for (const Text& state : states) {
    if (filling_of(state.value) == filling) return state.span;
  }
  return states.empty() ? Span() : states.front().span;
}

}  // namespace

Span reason_place(const Org& org, PositionId id) {
  const Position& position = org[id];
  const PositionDecl& decl = *position.decl;
  if (position.filling == Filling::filled) return org.place(org.vertex(id));
  if (position.filling == Filling::deputised && decl.deputy.given()) return decl.deputy.span;
  for (const HolderDecl& holder : decl.holders) {
    if (holder.name.span != position.holder_span) continue;
    if (const Span place = place_of(holder.state, position.filling)) return place;
  }
  if (const Span place = place_of(decl.state, position.filling)) return place;
  if (decl.until.given() && decl.until.value < org.as_of) return decl.until.span;
  if (decl.from.given() && org.as_of < decl.from.value) return decl.from.span;
  // The last of those who left says most about a post that changed hands.
  const HolderDecl* last = nullptr;
  for (const HolderDecl& holder : decl.holders) {
    if (!holder.until.given() || org.as_of <= holder.until.value) continue;
    if (last == nullptr || last->until.value < holder.until.value) last = &holder;
  }
  if (last != nullptr && !active(position.filling)) return last->until.span;
  return org.place(org.vertex(id));
}

Span state_place(const Org& org, PositionId id, Filling filling) {
  const Texts& states = org[id].decl->state;
  const auto named = std::ranges::find_if(
      states, [&](const Text& state) { return filling_of(state.value) == filling; });
  return named == states.end() ? reason_place(org, id) : named->span;
}

Span reason_place(const Org& org, Party party) {
  if (party.kind == Party::Kind::position) return reason_place(org, PositionId(party.index));
  if (party.kind == Party::Kind::team && org.teams[party.index].lead) {
    return reason_place(org, *org.teams[party.index].lead);
  }
  return org.place(party);
}

std::string reason_text(const Org& org, PositionId id) {
  const Position& position = org[id];
  if (active(position.filling)) return position.filling_words();
  return position.why.empty() ? std::string(name(position.filling)) : plain(position.why);
}

std::string why_empty(const Org& org, Party party) {
  switch (party.kind) {
    case Party::Kind::position:
      return fmt::format("{} is {}", short_name(org, party),
                         reason_text(org, PositionId(party.index)));
    case Party::Kind::team: {
      const Team& team = org.teams[party.index];
      if (!team.lead) return fmt::format("{} has no lead", short_name(org, party));
      return fmt::format("{}, the lead of {}, is {}", quoted(org[*team.lead].id),
                         short_name(org, party), reason_text(org, *team.lead));
    }
    case Party::Kind::body:
      break;
  }
  return fmt::format("{} has no active member", short_name(org, party));
}

std::string help_to_hold(const Org& org, PositionId id, std::string_view entry) {
  const Position& position = org[id];
  if (!position.decl->duties.accountable.empty()) {
    return fmt::format("add `\"{}\"` to `accountable` of {}", entry, quoted(position.id));
  }
  return fmt::format("give {} the line `accountable = [\"{}\"]`", quoted(position.id), entry);
}

std::string duties_of(const Org& org, const Verdicts& verdicts) {
  std::vector<std::string_view> ids;
  for (const Verdict* verdict : verdicts) ids.push_back(org[verdict->duty].id);
  return list_of(ids);
}

std::vector<Label> holder_labels(const Org& org, const Verdict& verdict) {
  std::vector<Label> labels;
  for (const Holder& holder : verdict.holders) {
    labels.push_back({holder.span, "held by " + introduce(org, holder.party)});
  }
  return labels;
}

std::vector<Label> clash_labels(const Org& org, const Verdict& verdict) {
  std::vector<Label> labels;
  for (const std::size_t i : verdict.clashing) {
    const Holder& holder = verdict.holders[i];
    labels.push_back({holder.span, "held by " + introduce(org, holder.party)});
  }
  return labels;
}

std::string key_of(const Org& org, std::span<const Party> parties) {
  std::string out;
  for (const Party party : parties) out += short_name(org, party) + ' ';
  return out;
}

std::vector<Party> holders_of(const Verdict& verdict) {
  std::vector<Party> parties;
  for (const Holder& holder : verdict.holders) parties.push_back(holder.party);
  return parties;
}

std::vector<Party> clashing_of(const Verdict& verdict) {
  std::vector<Party> parties;
  for (const std::size_t i : verdict.clashing) parties.push_back(verdict.holders[i].party);
  return parties;
}

std::string names_of(const Org& org, std::span<const Party> parties) {
  constexpr std::size_t most = 6;
  std::string out;
  for (std::size_t i = 0; i < std::min(parties.size(), most); ++i) {
    if (i > 0) out += i + 1 == parties.size() ? " and " : ", ";
    out += short_name(org, parties[i]);
  }
  if (parties.size() > most) out += fmt::format(" and {} more", parties.size() - most);
  return out;
}

std::string deputy_is_away(const Org& org, PositionId id) {
  const Position& post = org[id];
  const bool itself = post.deputy_post == id ||
                      (!post.deputy_post && post.deputy &&
                       std::ranges::find(post.incumbents, *post.deputy, &Incumbent::person) !=
                           post.incumbents.end());
  if (itself) return "its `deputy` is who is away";
  return fmt::format("its `deputy`, {}, is not there either", quoted(post.decl->deputy.value));
}

}  // namespace rolecall
