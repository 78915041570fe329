#include <fmt/format.h>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

void report(const Org& org, const VerdictGroup& group, Findings& findings) {
  const Verdict& first = *group.front();
  const bool one = group.size() == 1;
  const auto parties = clashing_of(first);
  Finding finding("joint-without-lead",
                  fmt::format("{} {} shared by {}, and nobody has the lead", head(org, group),
                              one ? "is" : "are", names_of(org, parties)),
                  first.holders[first.clashing.front()].span,
                  "held by " + introduce(org, parties.front()));
  add_labels(finding, clash_labels(org, group));
  add_duties(finding, org, group);
  for (const Party party : parties) finding.add_subject(org.subject(party));
  add_path(finding, path_text(org, parties.front(), parties.back()));
  finding.help_text =
      fmt::format("name {}: `lead = \"{}\"` in `[duties.{}]`", one ? "the lead" : "a lead for each",
                  plain(org.id(parties.front())), one ? plain(org[first.duty].id) : "<id>");
  if (!org.complete) finding.severity = Severity::note;
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  VerdictGroups<std::vector<Party>> groups(org, "joint-without-lead");
  for (const Verdict& verdict : facts.coverage) {
    const Duty& duty = org[verdict.duty];
    if (duty.owner.kind != Owner::Kind::shared || duty.lead || !duty.joint.empty()) continue;
    // An overlap is said already. Holders of different scopes need no lead among them.
    if (!is_held(verdict) || verdict.kind == VerdictKind::overlapping) continue;
    if (!verdict.clashing.empty()) groups.add(clashing_of(verdict), verdict);
  }
  for (const VerdictGroup& group : groups.large_or_single()) report(org, group, findings);
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
