// The teams below those who lead them.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "layout/chart/duty_words.hpp"
#include "layout/chart/head.hpp"
#include "layout/chart/posts.hpp"
#include "layout/chart/view.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

Card team_card(const Org& org, TeamId id) {
  const Team& team = org[id];
  Card card;
  card.id = org.subject(id).text();
  add_repeat(card, team.repeat);
  card.look = Look::team;
  card.name = team.name;
  const TeamDecl& decl = *team.decl;
  card.title = decl.kind.given() ? fmt::format("{} team", decl.kind.value) : "team";
  if (decl.size.given())
    card.title +=
        fmt::format(", {}", counted(static_cast<std::size_t>(decl.size.value), "person", "people"));
  if (team.lead) {
    std::string leads;
    for (std::size_t i = 0; i < team.leads.size(); ++i) {
      if (i > 0) leads += i + 1 == team.leads.size() ? " and " : ", ";
      leads += party_name(org, {Party::Kind::position, team.leads[i].value});
    }
    card.lines.push_back("led by " + leads);
  } else {
    card.state = "no lead";
  }
  card.tooltip = fmt::format("{}\nteam `{}`", card.name, team.id);
  return card;
}

/// What the team itself has a part in.
std::map<Party, std::vector<Badge>> badges_of(const Judgement& judgement) {
  const Org& org = *judgement.org;
  std::map<Party, std::vector<Badge>> out;
  for (const Verdict& verdict : judgement.coverage) {
    const std::string_view title = org[verdict.duty].title;
    for (const auto* holders : {&verdict.holders, &verdict.paper}) {
      for (const Holder& holder : *holders) {
        if (holder.party.kind != Party::Kind::team) continue;
        out[holder.party].push_back({tone_of(verdict.kind), fmt::format("answers for {}", title),
                                     duty_tooltip(org, verdict)});
      }
    }
    for (const Party doer : verdict.doers) {
      if (doer.kind != Party::Kind::team) continue;
      out[doer].push_back(
          {Tone::neutral, fmt::format("does {}", title), duty_tooltip(org, verdict)});
    }
  }
  return out;
}

Chart make(const Judgement& judgement, const Part& wanted) {
  const Org& org = *judgement.org;
  Chart chart;
  set_head(chart, judgement, wanted, "teams and who leads them");
  chart.most_badges = 16;
  // The posts that lead, and what joins them.
  Part part{false, std::vector<std::uint8_t>(org.graph.size()), {}};
  for (const Team& team : org.teams) {
    for (const PositionId lead : team.leads) {
      if (!wanted.shows(org.vertex(lead))) continue;
      for (const Vertex v : org.graph.line(org.vertex(lead))) {
        if (wanted.shows(v)) part.shown[v.index()] = 1;
      }
    }
  }
  const PostCards posts(judgement, part, chart);

  // A team hangs on the one it is part of, else on its lead. Parents first.
  auto badges = badges_of(judgement);
  std::vector<std::optional<std::uint32_t>> cards(org.teams.size());
  std::vector<std::vector<TeamId>> parts(org.teams.size());
  std::vector<TeamId> order;
  const auto in_text = [&](TeamId a, TeamId b) { return org.text_order(a) < org.text_order(b); };
  for (std::size_t i = 0; i < org.teams.size(); ++i) {
    if (const auto parent = org.teams[i].parent) {
      parts[parent->index()].push_back(TeamId(i));
    } else {
      order.push_back(TeamId(i));
    }
  }
  std::ranges::sort(order, in_text);
  for (std::vector<TeamId>& below : parts) std::ranges::sort(below, in_text);
  for (std::size_t next = 0; next < order.size(); ++next) {
    const TeamId id = order[next];
    const Team& team = org[id];
    for (const TeamId below : parts[id.index()]) order.push_back(below);
    if (!wanted.whole && !(team.lead && wanted.shows(org.vertex(*team.lead)))) continue;
    Card card = team_card(org, id);
    card.badges = std::move(badges[{Party::Kind::team, id.value}]);
    if (team.parent && cards[team.parent->index()]) {
      card.parent = cards[team.parent->index()];
    } else if (team.lead) {
      card.parent = posts.card_of(org.vertex(*team.lead));
    }
    cards[id.index()] = static_cast<std::uint32_t>(chart.cards.size());
    chart.cards.push_back(std::move(card));
  }
  return chart;
}

}  // namespace

extern const View teams_view;
const View teams_view{"teams", "the teams and who leads them", make};

}  // namespace rolecall
