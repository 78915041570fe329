// The organisation chart with its findings: who is where, what each position covers, what
// overlaps, what stands on paper only, and what is missing, as ghosts where it should be.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "layout/duty_badges.hpp"
#include "layout/view.hpp"
#include "model/text.hpp"

namespace rolecall {
namespace {

constexpr std::size_t most_ghost_lines = 5;
constexpr std::uint32_t no_card = 0xffffffff;

using Verdicts = std::vector<const Verdict*>;

Look look_of(Filling filling) {
  switch (filling) {
    case Filling::acting:
    case Filling::interim:
    case Filling::deputised:
      return Look::provisional;
    case Filling::vacant:
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

/// First line of a card: who is there, or that nobody is.
std::string_view who(const Org& org, const Position& position) {
  if (position.holder && active(position.filling)) return org[*position.holder].name;
  switch (position.filling) {
    case Filling::undisclosed:
      return "Not disclosed";
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

std::string state_of(const Org& org, const Position& position) {
  switch (position.filling) {
    case Filling::filled:
    case Filling::undisclosed:
      return {};
    case Filling::deputised:
      if (position.deputy) return fmt::format("deputy: {}", org[*position.deputy].name);
      break;
    case Filling::vacant:
    case Filling::planned:
    case Filling::eliminated:
      if (!position.why.empty()) return position.why;
      break;
    default:
      break;
  }
  return std::string(name(position.filling));
}

class Maker {
 public:
  explicit Maker(const Judgement& judgement)
      : judgement_(judgement),
        org_(*judgement.org),
        card_of_(org_.graph.size(), no_card),
        answering_(answering_bodies()) {}

  Chart make() {
    chart_.title = org_.company.empty() ? "Organisation chart" : std::string(org_.company);
    chart_.subtitle = subtitle();
    add_cards();
    add_relations();
    if (org_.has_duty_lists && org_.complete) add_ghosts();
    return std::move(chart_);
  }

 private:
  std::string subtitle() const {
    std::string out = "as of " + to_string(org_.as_of);
    if (org_.has_duty_lists) {
      std::size_t all = 0;
      std::size_t covered = 0;
      for (const Verdict& verdict : judgement_.coverage) {
        if (verdict.kind == VerdictKind::unowned || verdict.kind == VerdictKind::unknown) continue;
        if (verdict.kind == VerdictKind::missing && !org_[verdict.duty].required) continue;
        ++all;
        if (verdict.kind >= VerdictKind::joint) ++covered;
      }
      out += fmt::format(" · {} of {} covered", covered, counted(all, "duty", "duties"));
    }
    const std::size_t errors = count(judgement_.findings, Severity::error);
    const std::size_t warnings = count(judgement_.findings, Severity::warning);
    if (errors + warnings == 0) return out + " · no errors, no warnings";
    return out + " · " + counted(errors, "error", "errors") + ", " +
           counted(warnings, "warning", "warnings");
  }

  /// A body is shown where somebody reports to it or where it is accountable for something.
  bool shown(Vertex v) const {
    return org_.position(v).has_value() || !org_.graph.reports(v).empty() ||
           answering_[v.index() - org_.positions.size()];
  }

  std::vector<bool> answering_bodies() const {
    std::vector<bool> out(org_.bodies.size());
    for (const Assignment& a : org_.assignments) {
      if (a.raci == Raci::accountable && a.party.kind == Party::Kind::body)
        out[a.party.index] = true;
    }
    return out;
  }

  /// Layer by layer from the tops; a vertex on a cycle of lines stands as a top of its own.
  void add_cards() {
    const Graph& graph = org_.graph;
    std::vector<std::uint8_t> cut(graph.size());
    for (const std::vector<Vertex>& cycle : graph.cycles()) {
      for (const Vertex v : cycle) cut[v.index()] = 1;
    }
    std::vector<Vertex> order;
    order.reserve(graph.size());
    for (std::size_t i = 0; i < graph.size(); ++i) {
      const Vertex v(i);
      if ((!graph.boss(v) || cut[i] != 0) && shown(v)) order.push_back(v);
    }
    const std::vector<std::vector<Badge>> badges = duty_badges(judgement_);
    for (std::size_t next = 0; next < order.size(); ++next) {
      const Vertex v = order[next];
      Card card = card_for(v);
      card.badges = badges[v.index()];
      if (const auto boss = graph.boss(v); boss && cut[v.index()] == 0) {
        card.parent = card_of_[boss->index()];
      }
      card_of_[v.index()] = static_cast<std::uint32_t>(chart_.cards.size());
      chart_.cards.push_back(std::move(card));
      for (const Vertex report : graph.reports(v)) {
        if (cut[report.index()] == 0) order.push_back(report);
      }
    }
  }

  Card card_for(Vertex v) const {
    Card card;
    card.id = org_.subject(v).text();
    const auto id = org_.position(v);
    if (!id) {
      const Body& body = org_.bodies[v.index() - org_.positions.size()];
      card.look = Look::body;
      card.name = body.name;
      card.title = counted(body.members.size(), "member", "members");
      card.state = "body";
      card.tooltip = fmt::format("{}\nbody `{}`", card.name, body.id);
      return card;
    }
    const Position& position = org_[*id];
    card.look = look_of(position.filling);
    card.name = who(org_, position);
    card.title = position.title.empty() ? position.id : position.title;
    for (const RoleId role : position.roles) card.roles.emplace_back(org_[role].id);
    card.state = state_of(org_, position);
    card.assistant = position.assistant;
    card.tooltip = fmt::format("{}\n{}\n`{}`", card.name, card.title, position.id);
    for (const RoleId role : position.roles) card.tooltip += fmt::format("\n{}", org_[role].name);
    if (!card.state.empty()) card.tooltip += "\n" + card.state;
    return card;
  }

  void relate(Relation::Kind kind, Vertex from, Vertex to) {
    const std::uint32_t a = card_of_[from.index()];
    const std::uint32_t b = card_of_[to.index()];
    if (a != no_card && b != no_card && a != b) chart_.relations.push_back({kind, a, b});
  }

  void add_relations() {
    for (std::size_t i = 0; i < org_.graph.size(); ++i) {
      const Vertex v(i);
      for (const Vertex boss : org_.graph.dotted_bosses(v)) {
        relate(Relation::Kind::dotted, v, boss);
      }
      for (const Vertex other : org_.graph.linked(v)) {
        if (v < other) relate(Relation::Kind::working, v, other);
      }
    }
  }

  /// Where the duties of a role are missing: below the post that has the role. Where nobody has
  /// it, the role is missing itself, and stands beside the other of the two roles.
  void add_ghosts() {
    std::map<RoleId, Verdicts> by_role;
    Verdicts shared;
    Verdicts contested;
    const std::set<Subject> accepted = accepted_gaps();
    for (const Verdict& verdict : judgement_.coverage) {
      const Duty& duty = org_[verdict.duty];
      if (verdict.kind != VerdictKind::missing || !duty.required) continue;
      if (accepted.contains(org_.subject(verdict.duty))) continue;
      if (duty.owner.kind == Owner::Kind::role &&
          accepted.contains(org_.subject(duty.owner.role))) {
        continue;
      }
      if (duty.owner.kind == Owner::Kind::role) {
        by_role[duty.owner.role].push_back(&verdict);
      } else {
        (duty.owner.kind == Owner::Kind::shared ? shared : contested).push_back(&verdict);
      }
    }
    for (const Finding& finding : judgement_.findings) {
      if (finding.check != "role-missing" || finding.waived) continue;
      for (const Subject& subject : finding.subjects) {
        if (subject.kind != Subject::Kind::role) continue;
        if (const auto role = org_.role(subject.id)) by_role[*role];
      }
    }
    for (const auto& [role, verdicts] : by_role) add_ghost(role, verdicts);
    if (!shared.empty()) {
      add_missing_duties("missing:shared", "to be shared by CIO and CTO", shared, shared_boss());
    }
    if (!contested.empty()) {
      add_missing_duties("missing:contested", "to be held by CIO or CTO", contested, shared_boss());
    }
  }

  /// The roles and duties whose absence a waiver accepts.
  std::set<Subject> accepted_gaps() const {
    std::set<Subject> out;
    for (const Finding& finding : judgement_.findings) {
      if (!finding.waived) continue;
      for (const Subject& subject : finding.subjects) {
        const bool gap = (finding.check == "role-missing" && subject.kind == Subject::Kind::role) ||
                         (finding.check == "duty-missing" && subject.kind == Subject::Kind::duty);
        if (gap) out.insert(subject);
      }
    }
    return out;
  }

  void add_ghost(RoleId role, const Verdicts& verdicts) {
    const std::string id(org_[role].id);
    if (const auto post = card_with(role)) {
      if (!verdicts.empty()) {
        add_missing_duties("missing:" + id, fmt::format("to be held by the {}", id), verdicts,
                           post);
      }
      return;
    }
    Card card;
    card.id = "role:" + id;
    card.look = Look::ghost;
    card.name = fmt::format("No {}", id);
    card.title = org_[role].name;
    card.roles = {id};
    card.state = "missing";
    card.parent = place_beside_other(id);
    if (!verdicts.empty()) {
      card.lines.push_back(counted(verdicts.size(), "duty missing:", "duties missing:"));
    }
    add_lines(card, verdicts);
    card.tooltip = fmt::format("No {} ({}){}", id, card.title, duty_lines(org_, verdicts));
    chart_.cards.push_back(std::move(card));
  }

  void add_missing_duties(std::string id, std::string whose, const Verdicts& verdicts,
                          std::optional<std::uint32_t> parent) {
    Card card;
    card.id = std::move(id);
    card.look = Look::ghost;
    card.name = counted(verdicts.size(), "duty missing", "duties missing");
    card.title = std::move(whose);
    card.parent = parent;
    add_lines(card, verdicts);
    card.tooltip = fmt::format("{}, {}{}", card.name, card.title, duty_lines(org_, verdicts));
    chart_.cards.push_back(std::move(card));
  }

  void add_lines(Card& card, const Verdicts& verdicts) const {
    const std::size_t shown =
        verdicts.size() <= most_ghost_lines + 1 ? verdicts.size() : most_ghost_lines;
    for (std::size_t i = 0; i < shown; ++i) {
      card.lines.push_back(fmt::format("– {}", org_[verdicts[i]->duty].title));
    }
    if (shown < verdicts.size()) {
      card.lines.push_back(fmt::format("+ {} more", verdicts.size() - shown));
    }
  }

  /// The card that should hold the role's duties: rather one that is there.
  std::optional<std::uint32_t> card_with(RoleId role) const {
    std::optional<std::uint32_t> found;
    for (const PositionId id : org_.with_role(role)) {
      const std::uint32_t card = card_of_[org_.vertex(id).index()];
      if (card == no_card) continue;
      if (active(org_[id].filling)) return card;
      if (!found) found = card;
    }
    return found;
  }

  std::optional<std::uint32_t> card_with(std::string_view role) const {
    const auto id = org_.role(role);
    return id ? card_with(*id) : std::nullopt;
  }

  std::optional<std::uint32_t> first_top() const {
    return chart_.cards.empty() ? std::nullopt : std::optional<std::uint32_t>(0);
  }

  std::optional<std::uint32_t> place_beside_other(std::string_view role) const {
    if (const auto other = card_with(role == "CIO" ? "CTO" : "CIO")) {
      return chart_.cards[*other].parent;
    }
    return first_top();
  }

  /// Who stands above both roles.
  std::optional<std::uint32_t> shared_boss() const {
    const auto cio = card_with("CIO");
    const auto cto = card_with("CTO");
    if (!cio || !cto) return cio ? cio : cto ? cto : first_top();
    std::optional<std::uint32_t> a = cio;
    std::optional<std::uint32_t> b = cto;
    while (a && b && *a != *b) {
      // Parents have smaller numbers than their children, so the larger one goes up.
      if (*a > *b) {
        a = chart_.cards[*a].parent;
      } else {
        b = chart_.cards[*b].parent;
      }
    }
    return a && b ? a : first_top();
  }

  const Judgement& judgement_;
  const Org& org_;
  Chart chart_;
  std::vector<std::uint32_t> card_of_;
  std::vector<bool> answering_;  ///< per body: it is accountable for a duty
};

Chart make(const Judgement& judgement) { return Maker(judgement).make(); }

}  // namespace

extern const View chart_view;
const View chart_view{"chart", "the organisation chart, with who covers which duties", make};

}  // namespace rolecall
