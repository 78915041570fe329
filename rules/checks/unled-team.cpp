#include <fmt/format.h>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

void report_vacant(const Org& org, TeamId team, PositionId lead, Findings& findings) {
  const std::string why =
      fmt::format("the lead is {}, {}", quoted(org[lead].id), reason_text(org, lead));
  Finding finding("unled-team", fmt::format("nobody leads team {}: {}", quoted(org[team].id), why),
                  org[team].decl->lead.front().span, reason_text(org, lead));
  finding.add_subject(org.subject(team));
  finding.add_related(org.subject(lead));
  const Label reason{reason_place(org, lead), reason_text(org, lead)};
  add_labels(finding, {&reason, 1});
  finding.help_text =
      fmt::format("name a `holder` or a `deputy` of {}, or another `lead`", quoted(org[lead].id));
  if (holder_left_out(org, org[lead])) finding.severity = Severity::note;
  finding.grouping = Grouping{.key = std::string(org[lead].id),
                              .message = "nobody leads {}: " + why,
                              .one = "team",
                              .many = "teams"};
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  for (std::size_t i = 0; i < org.teams.size(); ++i) {
    const TeamId id(i);
    const Team& team = org[id];
    if (team.lead) {
      if (!active(org[*team.lead].filling)) report_vacant(org, id, *team.lead, findings);
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
