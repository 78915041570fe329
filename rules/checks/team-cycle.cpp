#include <fmt/format.h>

#include <algorithm>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

void report(const Org& org, std::vector<TeamId> cycle, Findings& findings) {
  std::ranges::rotate(cycle, std::ranges::min_element(cycle));
  const auto edge = [&](std::size_t i) {
    return fmt::format("the parent of {} is {}", quoted(org[cycle[i]].id),
                       quoted(org[cycle[(i + 1) % cycle.size()]].id));
  };
  std::vector<std::string_view> through;
  for (std::size_t i = 1; i < cycle.size(); ++i) through.push_back(org[cycle[i]].id);
  const std::string first = quoted(org[cycle[0]].id);
  Finding finding("team-cycle",
                  through.empty() ? fmt::format("team {} is its own parent", first)
                                  : fmt::format("team {} is part of itself through {}", first,
                                                list_of(through)),
                  org[cycle[0]].decl->parent.span, edge(0));
  std::vector<Label> labels;
  for (std::size_t i = 1; i < cycle.size(); ++i) {
    labels.push_back({org[cycle[i]].decl->parent.span, edge(i)});
  }
  add_labels(finding, labels);
  for (const TeamId team : cycle) finding.add_subject(org.subject(team));
  finding.help_text = "take one `parent` away, or name a team outside the circle";
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  // Each walk up the parents has a number; meeting it again is a circle, another's is known ground.
  std::vector<std::size_t> walk(org.teams.size());
  for (std::size_t i = 0; i < org.teams.size(); ++i) {
    std::optional<TeamId> team = TeamId(i);
    while (team && walk[team->index()] == 0) {
      walk[team->index()] = i + 1;
      team = org[*team].parent;
    }
    if (!team || walk[team->index()] != i + 1) continue;
    std::vector<TeamId> cycle{*team};
    for (TeamId next = *org[*team].parent; next != *team; next = *org[next].parent) {
      cycle.push_back(next);
    }
    report(org, std::move(cycle), findings);
  }
}

}  // namespace

extern const Check team_cycle_check;
const Check team_cycle_check{
    .id = "team-cycle",
    .group = Group::structure,
    .severity = Severity::error,
    .says = "the parents of teams run in a circle",
    .why = "A team cannot be part of itself: the tree of teams would have no top.",
    .loud = "An error, because no reading of the text makes it right.",
    .sources = "",
    .find = find,
};

}  // namespace rolecall
