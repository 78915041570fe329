#include <fmt/format.h>

#include "model/text.hpp"
#include "rules/check.hpp"
#include "rules/proof.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

void report(const Org& org, const VerdictGroup& group, Findings& findings) {
  const Verdict& first = *group.front();
  const bool one = group.size() == 1;
  Finding finding("joint-without-lead",
                  fmt::format("{} {} shared by {}, and nobody has the lead", head(org, group),
                              one ? "is" : "are", names_of(org, holders_of(first))),
                  first.holders.front().span,
                  "held by " + describe(org, first.holders.front().party));
  add_labels(finding, holder_labels(org, group));
  add_duties(finding, org, group);
  for (const Holder& holder : first.holders) finding.add_subject(org.subject(holder.party));
  add_path(finding, path_text(org, first.holders.front().party, first.holders.back().party));
  finding.help_text = fmt::format("name {}: `lead = \"{}\"` in `[duties.{}]`",
                                  one ? "the lead" : "a lead for each",
                                  plain(org.id(first.holders.front().party)),
                                  one ? plain(org[first.duty].id) : "<id>");
  if (!org.complete) finding.severity = Severity::note;
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  VerdictGroups<std::vector<Party>> groups;
  for (const Verdict& verdict : facts.coverage) {
    if (org[verdict.duty].owner.kind != Owner::Kind::shared || verdict.lead_named) continue;
    // An overlap is said already. Holders of different scopes need no lead among them.
    if (!is_held(verdict) || verdict.kind == VerdictKind::overlapping) continue;
    if (several_hold(org, verdict)) groups.add(holders_of(verdict), verdict);
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
    .why = "Some duties are rightly shared by CIO and CTO. One of them should still call the "
           "meeting and speak for both.",
    .sources = "B33",
    .find = find,
};

}  // namespace rolecall
