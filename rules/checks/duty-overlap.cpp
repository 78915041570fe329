#include <fmt/format.h>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/overlap.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// "a boss and a report", "peers under `ceo`", "across lines that meet at `ceo`".
std::string kind_text(const Org& org, const Verdict& verdict) {
  const std::string boss = verdict.common_boss ? quoted(org.id(*verdict.common_boss)) : "";
  switch (verdict.overlap) {
    case OverlapKind::one_line:
      return verdict.clashing.size() == 2 ? "a boss and a report" : "all in one line";
    case OverlapKind::peers:
      return boss.empty() ? "peers" : "peers under " + boss;
    case OverlapKind::across_lines:
      return boss.empty() ? "in lines that never meet" : "across lines that meet at " + boss;
    case OverlapKind::none:
      break;
  }
  return "side by side";
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  RoleLines lines(org);
  for (const Verdict& verdict : facts.coverage) {
    if (verdict.kind != VerdictKind::overlapping) continue;
    const Owner& owner = org[verdict.duty].owner;
    const std::vector<Party> parties = clashing_of(verdict);
    const std::string rest = fmt::format(
        "{}: {}, {}", counted(parties.size(), "accountable holder", "accountable holders"),
        names_of(org, parties), kind_text(org, verdict));
    Grouping grouping;
    grouping.key = fmt::format("{} {} {} {}", static_cast<int>(verdict.overlap),
                               static_cast<int>(owner.kind), owner.role.index(),
                               key_of(org, parties));
    grouping.message = "{} have " + rest;
    findings.push_back(
        about_holders("duty-overlap", fmt::format("{} has {}", quoted(org[verdict.duty].id), rest),
                      std::move(grouping), org, verdict, lines));
  }
}

}  // namespace

extern const Check duty_overlap_check;
const Check duty_overlap_check{
    .id = "duty-overlap",
    .group = Group::coverage,
    .severity = Severity::error,
    .says = "several are accountable for one duty, without a split or a reason",
    .why =
        "Where two answer for the same thing, each may leave it to the other, or both decide. "
        "Keep one, split by scope, or say with `joint` why it takes both.",
    .loud =
        "An error, because each of them can count on the other, and a decision can be made twice.",
    .sources = "A32, F8",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
