#include <fmt/format.h>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

void report(const Org& org, const Verdict& verdict, Findings& findings) {
  const std::vector<Party> parties = clashing_of(verdict);
  const std::string how =
      fmt::format("shared by {}, and nobody has the lead", names_of(org, parties));
  const std::string duty(org[verdict.duty].id);
  Finding finding("joint-without-lead", fmt::format("{} is {}", quoted(duty), how),
                  verdict.holders[verdict.clashing.front()].span,
                  "held by " + introduce(org, parties.front()));
  add_labels(finding, clash_labels(org, verdict));
  finding.add_subject(org.subject(verdict.duty));
  for (const Party party : parties) finding.add_party(org.subject(party));
  add_path(finding, path_text(org, parties.front(), parties.back()));
  const std::string lead = plain(org.id(parties.front()));
  finding.help_text =
      fmt::format("name the lead: `lead = \"{}\"` in `[duties.{}]`", lead, plain(duty));
  offer(finding, set_in_duty(org, verdict.duty, "lead", org.id(parties.front())));
  if (!org.complete) finding.severity = Severity::note;
  finding.grouping =
      Grouping{key_of(org, parties), "{} are " + how,
               fmt::format("name a lead for each: `lead = \"{}\"` in `[duties.<id>]`", lead)};
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  for (const Verdict& verdict : facts.coverage) {
    const Duty& duty = org[verdict.duty];
    if (duty.owner.kind != Owner::Kind::shared || duty.lead || !duty.joint.empty()) continue;
    // An overlap is said already. Holders of different scopes need no lead among them.
    if (!is_held(verdict) || verdict.kind == VerdictKind::overlapping) continue;
    if (!verdict.clashing.empty()) report(org, verdict, findings);
  }
}

}  // namespace

extern const Check joint_without_lead_check;
const Check joint_without_lead_check{
    .id = "joint-without-lead",
    .group = Group::coverage,
    .severity = Severity::warning,
    .says = "a shared duty is held by several, and none of them has the lead",
    .why =
        "Some duties are rightly shared by CIO and CTO. One of them should still call the "
        "meeting and speak for both.",
    .loud = "A warning, because sharing is right here and only the last word is open.",
    .sources = "B33",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
