#include <fmt/format.h>

#include <map>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

void report_vacant(const Org& org, PositionId lead, std::span<const TeamId> teams,
                   Findings& findings) {
  std::vector<std::string_view> ids;
  for (const TeamId team : teams) ids.push_back(org[team].id);
  Finding finding("unled-team",
                  fmt::format("nobody leads {} {}: the lead is {}, {}",
                              teams.size() == 1 ? "team" : "the teams", list_of(ids),
                              quoted(org[lead].id), reason_text(org, lead)),
                  org[teams.front()].decl->lead.span, reason_text(org, lead));
  std::vector<Label> labels{{reason_place(org, lead), reason_text(org, lead)}};
  for (const TeamId team : teams) {
    finding.add_subject(org.subject(team));
    labels.push_back({org[team].decl->lead.span, reason_text(org, lead)});
  }
  finding.add_subject(org.subject(lead));
  add_labels(finding, labels);
  finding.help_text =
      fmt::format("name a `holder` or a `deputy` of {}, or another `lead`", quoted(org[lead].id));
  if (holder_left_out(org, org[lead])) finding.severity = Severity::note;
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  std::map<PositionId, std::vector<TeamId>> vacant;
  for (std::size_t i = 0; i < org.teams.size(); ++i) {
    const TeamId id(i);
    const Team& team = org[id];
    if (team.lead) {
      if (!active(org[*team.lead].filling)) vacant[*team.lead].push_back(id);
      continue;
    }
    // A lead that leads nowhere is an `unknown-reference` and nothing besides.
    if (team.decl->lead.given() || !org.complete) continue;
    Finding finding("unled-team", fmt::format("team {} has no lead", quoted(team.id)),
                    org.place(Party{Party::Kind::team, id.value}), "nobody leads it");
    finding.add_subject(org.subject(id));
    if (team.parent && org[*team.parent].lead) {
      finding.help_text =
          fmt::format("name a `lead`, such as `lead = \"{}\"`, who leads its parent {}",
                      plain(org[*org[*team.parent].lead].id), quoted(org[*team.parent].id));
    } else {
      finding.help_text = "name the position that leads it: `lead = \"...\"`";
    }
    findings.push_back(std::move(finding));
  }
  for (const auto& [lead, teams] : vacant) report_vacant(org, lead, teams, findings);
}

}  // namespace

extern const Check unled_team_check;
const Check unled_team_check{
    .id = "unled-team",
    .group = Group::structure,
    .severity = Severity::warning,
    .says = "a team has no lead, or a lead whose post is empty",
    .why =
        "What a team does stands in its lead's line. Without a lead nobody directs the work, and "
        "rolecall cannot tell in whose line it is done.",
    .loud = "A warning, because the team works even so, and only nobody directs it.",
    .sources = "F5",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
