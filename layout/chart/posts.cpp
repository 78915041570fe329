#include "layout/chart/posts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/text/text.hpp"

namespace rolecall {
namespace {

constexpr std::uint32_t no_card = 0xffffffff;

Look look_of(Filling filling) {
  switch (filling) {
    case Filling::acting:
    case Filling::interim:
    case Filling::deputised:
      return Look::provisional;
    case Filling::vacant:
    case Filling::on_leave:
      return Look::vacant;
    case Filling::planned:
      return Look::planned;
    case Filling::eliminated:
      return Look::ended;
    case Filling::filled:
    case Filling::undisclosed:
    case Filling::fractional:
    case Filling::outsourced:
      break;
  }
  return Look::filled;
}

/// Most people of a post that are named on its card; the tooltip names all.
constexpr std::size_t most_people = 4;

/// First line of a card: who is there, or that nobody is.
std::string who(const Org& org, const Position& position) {
  const bool away = position.filling == Filling::on_leave;
  const auto& all = position.incumbents;
  if (position.holder && (active(position.filling) || away)) {
    if (all.size() <= most_people) return position.holder_names;
    std::string out;
    for (std::size_t i = 0; i + 1 < most_people; ++i)
      out += std::string(org[all[i].person].name) + ", ";
    return out + fmt::format("and {} more", all.size() + 1 - most_people);
  }
  if (active(position.filling) && position.states.has(Filling::undisclosed)) {
    return "Not disclosed";
  }
  switch (position.filling) {
    case Filling::deputised:
    case Filling::vacant:
      return "Vacant";
    case Filling::planned:
      return "Planned";
    case Filling::eliminated:
      return "Ended";
    default:
      return "Not named";
  }
}

/// What the first line leaves unsaid.
std::string state_of(const Org& org, const Position& position) {
  switch (position.filling) {
    case Filling::filled:
    case Filling::undisclosed:
      return {};
    case Filling::deputised:
      if (position.deputy || position.deputy_post) {
        return fmt::format(
            "{}deputy: {}", position.holder ? "on leave, " : "",
            position.deputy ? org[*position.deputy].name : org[*position.deputy_post].title);
      }
      break;
    case Filling::vacant:
    case Filling::planned:
    case Filling::eliminated:
      if (position.why == name(position.filling)) return {};
      if (!position.why.empty()) return position.why;
      break;
    default:
      break;
  }
  return position.filling_words();
}

/// Bodies that answer for a duty.
std::vector<bool> answering_bodies(const Org& org) {
  std::vector<bool> out(org.bodies.size());
  for (const Assignment& a : org.assignments) {
    if (a.raci == Raci::accountable && a.party.kind == Party::Kind::body) out[a.party.index] = true;
  }
  return out;
}

/// The post that stands in for its boss, or whose holder does.
bool is_deputy_of_boss(const Org& org, Vertex v, const Position& position) {
  const auto boss = org.graph.boss(v);
  const auto post = boss ? org.position(*boss) : std::nullopt;
  if (!post || !org[*post].decl->deputy.given()) return false;
  return org[*post].decl->deputy.value == position.id ||
         (org[*post].deputy && std::ranges::find(position.incumbents, *org[*post].deputy,
                                                 &Incumbent::person) != position.incumbents.end());
}

}  // namespace

void add_repeat(Card& card, std::uint32_t repeat) {
  if (repeat == 0) return;
  card.id += fmt::format("#{}", repeat + 1);
  card.badges.push_back({Tone::error, "id not unique", "another has the same id"});
}

Card post_card(const Org& org, Vertex v) {
  Card card;
  card.id = org.subject(v).text();
  const auto id = org.position(v);
  if (!id) {
    const Body& body = org.bodies[v.index() - org.positions.size()];
    add_repeat(card, body.repeat);
    card.look = Look::body;
    card.name = body.name;
    if (!body.members.empty()) card.title = counted(body.members.size(), "member", "members");
    card.state = "body";
    card.tooltip = fmt::format("{}\nbody `{}`", card.name, body.id);
    return card;
  }
  const Position& position = org[*id];
  add_repeat(card, position.repeat);
  card.look = look_of(position.filling);
  card.name = who(org, position);
  if (position.holder)
    card.people = std::clamp<std::size_t>(position.incumbents.size(), 1, most_people);
  card.title = position.title.empty() ? position.id : position.title;
  for (const RoleId role : position.roles) card.roles.emplace_back(org[role].id);
  card.state = state_of(org, position);
  card.aide = position.assistant || is_deputy_of_boss(org, v, position);
  card.grade = position.decl->grade.value;
  const std::string_view all =
      card.people > 1 ? std::string_view(position.holder_names) : card.name;
  card.tooltip = fmt::format("{}\n{}\n`{}`", all, card.title, position.id);
  for (const RoleId role : position.roles) card.tooltip += fmt::format("\n{}", org[role].name);
  if (!card.state.empty()) card.tooltip += "\n" + card.state;
  return card;
}

PostCards::PostCards(const Judgement& judgement, const Part& part, Chart& chart)
    : org_(*judgement.org), part_(part), cards_(org_.graph.size(), no_card) {
  const Graph& graph = org_.graph;
  const std::vector<bool> answering = answering_bodies(org_);
  // A body is shown where somebody reports to it or where it is accountable for something.
  const auto shown = [&](Vertex v) {
    return part.shows(v) && (org_.position(v) || !graph.reports(v).empty() ||
                             answering[v.index() - org_.positions.size()]);
  };
  // A vertex on a cycle of lines stands as a top of its own.
  const auto is_top = [&](Vertex v) { return graph.layer(v) == 0 || !part.shows(*graph.boss(v)); };
  std::vector<Vertex> order;
  // Beside each other they stand as in the text.
  const auto in_text = [&](std::size_t first) {
    std::sort(order.begin() + static_cast<std::ptrdiff_t>(first), order.end(),
              [&](Vertex a, Vertex b) { return org_.text_order(a) < org_.text_order(b); });
  };
  for (std::size_t i = 0; i < graph.size(); ++i) {
    if (shown(Vertex(i)) && is_top(Vertex(i))) order.push_back(Vertex(i));
  }
  in_text(0);
  for (std::size_t next = 0; next < order.size(); ++next) {
    const Vertex v = order[next];
    Card card = post_card(org_, v);
    if (!is_top(v)) card.parent = cards_[graph.boss(v)->index()];
    cards_[v.index()] = static_cast<std::uint32_t>(chart.cards.size());
    const std::size_t first = order.size();
    for (const Vertex report : graph.reports(v)) {
      if (part.shows(report) && !is_top(report)) order.push_back(report);
    }
    in_text(first);
    chart.cards.push_back(std::move(card));
  }
}

void PostCards::add_hidden(Chart& chart) const {
  for (std::size_t i = 0; i < org_.graph.size(); ++i) {
    const auto card = card_of(Vertex(i));
    if (!card) continue;
    std::size_t hidden = 0;
    for (const Vertex report : org_.graph.reports(Vertex(i))) {
      if (!part_.shows(report)) hidden += org_.graph.subtree(report).size();
    }
    if (hidden == 0) continue;
    chart.cards[*card].badges.push_back(
        {Tone::neutral, fmt::format("+ {} below", hidden),
         counted(hidden, "post below is not shown", "posts below are not shown")});
  }
}

std::optional<std::uint32_t> PostCards::card_of(Vertex v) const {
  const std::uint32_t card = cards_[v.index()];
  return card == no_card ? std::nullopt : std::optional(card);
}

std::optional<std::uint32_t> PostCards::card_with(RoleId role) const {
  std::optional<std::uint32_t> found;
  for (const PositionId id : org_.with_role(role)) {
    const auto card = card_of(org_.vertex(id));
    if (!card) continue;
    if (active(org_[id].filling)) return card;
    if (!found) found = card;
  }
  return found;
}

std::optional<std::uint32_t> PostCards::card_with(std::string_view role) const {
  const auto id = org_.role(role);
  return id ? card_with(*id) : std::nullopt;
}

void PostCards::add_relations(Chart& chart) const {
  const auto relate = [&](Relation::Kind kind, Vertex from, Vertex to) {
    const auto a = card_of(from);
    const auto b = card_of(to);
    if (a && b && a != b) chart.relations.push_back({kind, *a, *b});
  };
  for (std::size_t i = 0; i < org_.graph.size(); ++i) {
    const Vertex v(i);
    for (const Vertex boss : org_.graph.dotted_bosses(v)) relate(Relation::Kind::dotted, v, boss);
    for (const Vertex other : org_.graph.linked(v)) {
      if (v < other) relate(Relation::Kind::working, v, other);
    }
  }
}

}  // namespace rolecall
