#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

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

/// Whether one person fills a post of either role: what she has a part in, both have.
bool one_is_both(const Org& org, RoleId cio, RoleId cto) {
  return std::ranges::any_of(org.with_role(cto), [&](PositionId post) {
    const auto person = org.person(Party{Party::Kind::position, post.value});
    return person && std::ranges::any_of(org[*person].positions, [&](PositionId other) {
             return org[other].has_role(cio);
           });
  });
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  const auto cio = org.role("CIO");
  const auto cto = org.role("CTO");
  if (!org.complete || !cio || !cto) return;
  if (role_state(org, *cio) != RoleState::filled || role_state(org, *cto) != RoleState::filled) {
    return;
  }
  if (one_is_both(org, *cio, *cto)) return;
  RoleLines lines(org);
  VerdictGroups<std::tuple<bool, bool, std::vector<Party>>> groups(org, "shared-duty-one-sided");
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
    .loud = "A warning, because the duty is covered and only one view of it is lacking.",
    .sources = "B33, A29",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
