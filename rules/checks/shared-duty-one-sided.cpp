#include <fmt/format.h>

#include <algorithm>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

void report(const Org& org, const Verdict& verdict, bool cio, bool cto, PositionId missing,
            Findings& findings) {
  const std::string who = cio && cto ? "neither CIO nor CTO has a"
                          : cio      ? "the CIO has no"
                                     : "the CTO has no";
  const std::string duty(org[verdict.duty].id);
  const Holder& holder = verdict.holders.front();
  Finding finding("shared-duty-one-sided",
                  fmt::format("{} is shared by CIO and CTO, but {} part in it", quoted(duty), who),
                  holder.span, "held by " + introduce(org, holder.party));
  std::vector<Label> labels = holder_labels(org, verdict);
  labels.push_back({org.place(org.vertex(missing)), "has no part"});
  add_labels(finding, labels);
  finding.add_subject(org.subject(verdict.duty));
  finding.add_related(org.subject(missing));
  if (cio) finding.add_party(org.subject(*org.role("CIO")));
  if (cto) finding.add_party(org.subject(*org.role("CTO")));
  const std::string list = quoted(org[missing].id);
  finding.help_text =
      fmt::format("the least part: add `\"{}\"` to `consulted` of {}", plain(duty), list);
  offer(finding, give_entry(org, missing, duty, Raci::consulted));
  finding.grouping =
      Grouping{who + ' ' + key_of(org, holders_of(verdict)),
               fmt::format("{{}} are shared by CIO and CTO, but {} part in them", who),
               fmt::format("the least part: add them to `consulted` of {}", list)};
  findings.push_back(std::move(finding));
}

/// Whether one person fills a post of either role: what she has a part in, both have.
bool one_is_both(const Org& org, RoleId cio, RoleId cto) {
  return std::ranges::any_of(org.with_role(cto), [&](PositionId post) {
    return std::ranges::any_of(
        org.people(Party{Party::Kind::position, post.value}), [&](PersonId person) {
          return std::ranges::any_of(org[person].positions,
                                     [&](PositionId other) { return org[other].has_role(cio); });
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
  const Chiefs heads = chiefs(org);
  for (const Verdict& verdict : facts.coverage) {
    if (org[verdict.duty].owner.kind != Owner::Kind::shared || !is_held(verdict)) continue;
    const bool no_cio = !has_part(org, lines, verdict, *cio);
    const bool no_cto = !has_part(org, lines, verdict, *cto);
    if (!no_cio && !no_cto) continue;
    report(org, verdict, no_cio, no_cto, *heads[(no_cio ? cio : cto)->index()], findings);
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
