#include <fmt/format.h>

#include <tuple>

#include "model/text.hpp"
#include "rules/check.hpp"
#include "rules/proof.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// A part is to answer, to do or to be consulted, by the role, its line or a seat in a body. Who
/// yields to an exact entry does not answer.
bool has_part(const Org& org, RoleLines& lines, const Verdict& verdict, RoleId role) {
  for (const auto* holders : {&verdict.holders, &verdict.paper}) {
    for (const Holder& holder : *holders) {
      if (lines.in_line(role, holder.party)) return true;
    }
  }
  for (const Raci raci : {Raci::responsible, Raci::consulted}) {
    for (const Assignment& part : org.of(verdict.duty, raci)) {
      if (lines.in_line(role, part.party)) return true;
    }
  }
  return false;
}

void report(const Org& org, const VerdictGroup& group, bool cio, bool cto, PositionId missing,
            Findings& findings) {
  const Verdict& first = *group.front();
  const bool one = group.size() == 1;
  const std::string who = cio && cto ? "neither CIO nor CTO has"
                          : cio      ? "the CIO has no"
                                     : "the CTO has no";
  Finding finding("shared-duty-one-sided",
                  fmt::format("{} {} shared by CIO and CTO, but {}{} part in {}", head(org, group),
                              one ? "is" : "are", who, cio && cto ? " a" : "", one ? "it" : "them"),
                  first.holders.front().span,
                  "held by " + introduce(org, first.holders.front().party));
  std::vector<Label> labels = holder_labels(org, group);
  labels.push_back({org.place(org.vertex(missing)), "has no part"});
  add_labels(finding, labels);
  add_duties(finding, org, group);
  finding.add_subject(org.subject(missing));
  if (cio) finding.add_subject(org.subject(*org.role("CIO")));
  if (cto) finding.add_subject(org.subject(*org.role("CTO")));
  std::string entries;
  for (const Verdict* verdict : group) {
    if (!entries.empty()) entries += ", ";
    entries += fmt::format("\"{}\"", plain(org[verdict->duty].id));
    if (entries.size() > 150) break;
  }
  finding.help_text = fmt::format("the least part: add `{}` to `consulted` of {}", entries,
                                  quoted(org[missing].id));
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  const auto cio = org.role("CIO");
  const auto cto = org.role("CTO");
  if (!org.complete || !cio || !cto) return;
  if (role_state(org, *cio) != RoleState::filled || role_state(org, *cto) != RoleState::filled) {
    return;
  }
  RoleLines lines(org);
  VerdictGroups<std::tuple<bool, bool, std::vector<Party>>> groups;
  for (const Verdict& verdict : facts.coverage) {
    if (org[verdict.duty].owner.kind != Owner::Kind::shared || !is_held(verdict)) continue;
    const bool no_cio = !has_part(org, lines, verdict, *cio);
    const bool no_cto = !has_part(org, lines, verdict, *cto);
    if (no_cio || no_cto) groups.add({no_cio, no_cto, holders_of(verdict)}, verdict);
  }
  const Chiefs heads = chiefs(org);
  for (const VerdictGroup& group : groups.large_or_single()) {
    const bool no_cio = !has_part(org, lines, *group.front(), *cio);
    const bool no_cto = !has_part(org, lines, *group.front(), *cto);
    report(org, group, no_cio, no_cto, *heads[(no_cio ? cio : cto)->index()], findings);
  }
}

}  // namespace

extern const Check shared_duty_one_sided_check;
const Check shared_duty_one_sided_check{
    .id = "shared-duty-one-sided",
    .group = Group::coverage,
    .severity = Severity::warning,
    .says = "one of CIO and CTO has no part at all in a duty that they share",
    .why =
        "Alignment, security and risk, data and innovation take both views. Being consulted is "
        "part enough.",
    .sources = "B33, A29",
    .find = find,
};

}  // namespace rolecall
