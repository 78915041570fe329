#include <fmt/format.h>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/overlap.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  RoleLines lines(org);
  for (const Verdict& verdict : facts.coverage) {
    if (verdict.kind != VerdictKind::contested) continue;
    const std::vector<Party> parties = clashing_of(verdict);
    const std::string names = names_of(org, parties);
    const std::string hold = counted(parties.size(), "holds", "hold");
    Grouping grouping;
    grouping.key = key_of(org, parties);
    grouping.message =
        fmt::format("{{}} may be the CIO's or the CTO's, and {} them: {}", hold, names);
    findings.push_back(about_holders("duty-contested",
                                     fmt::format("{} may be the CIO's or the CTO's, and {} it: {}",
                                                 quoted(org[verdict.duty].id), hold, names),
                                     std::move(grouping), org, verdict, lines));
  }
}

}  // namespace

extern const Check duty_contested_check;
const Check duty_contested_check{
    .id = "duty-contested",
    .group = Group::coverage,
    .severity = Severity::warning,
    .says = "a duty that the sources give to either role is held by several",
    .why =
        "Companies differ about these duties, so either role is a fine holder; but one of them "
        "should answer, or `joint` should say why it takes both.",
    .loud =
        "A warning and no error, because the sources themselves do not agree on whose duty it is.",
    .sources = "B14, B31",
    .find = find,
};

}  // namespace rolecall
