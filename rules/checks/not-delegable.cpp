#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  RoleLines lines(org);
  for (const Verdict& verdict : facts.coverage) {
    const Duty& duty = org[verdict.duty];
    if (duty.delegable || duty.owner.kind != Owner::Kind::role) continue;
    const RoleId role = duty.owner.role;
    for (const Holder& holder : verdict.holders) {
      const auto seat = org.seat(holder.party);
      const auto above = seat ? lines.nearest(role, *seat) : std::nullopt;
      if (!above || above == seat) continue;
      Finding finding(
          "not-delegable",
          fmt::format("{} may not be delegated, but {} holds it below {}, the {}", quoted(duty.id),
                      short_name(org, holder.party), quoted(org.id(*above)), plain(org[role].id)),
          holder.span, "held by " + introduce(org, holder.party));
      finding.add_subject(org.subject(verdict.duty));
      finding.add_subject(org.subject(holder.party));
      finding.add_related(org.subject(*above));
      finding.add_related(org.subject(role));
      const std::vector<Label> labels{{org.place(*above), "should hold it"},
                                      {duty.declared, "not delegable by this"}};
      add_labels(finding, labels);
      add_path(finding, path_text(org, *seat, *above));
      finding.help_text = fmt::format(
          "make {} `accountable`, and {} `responsible`: the work may go down, the answer may not",
          quoted(org.id(*above)), short_name(org, holder.party));
      const auto post = org.position(*above);
      const bool there = post && active(org[*post].filling);
      if (post && !there) {
        finding.help_text = fmt::format("name a `holder` or a `deputy` of {}; then {}",
                                        quoted(org[*post].id), std::string(finding.help_text));
      }
      if (there && directs_doers(org, Party{Party::Kind::position, post->value}, verdict.duty)) {
        Fix fix = take_duty(org, verdict.duty, holder.party, holder.exact);
        const Fix give = give_entry(org, *post, duty.id);
        fix.changes.insert(fix.changes.end(), give.changes.begin(), give.changes.end());
        fix.title =
            fmt::format("make {} `accountable` for {} in place of {}", quoted(org[*post].id),
                        quoted(duty.id), short_name(org, holder.party));
        offer(finding, std::move(fix));
      }
      findings.push_back(std::move(finding));
    }
  }
}

}  // namespace

extern const Check not_delegable_check;
const Check not_delegable_check{
    .id = "not-delegable",
    .group = Group::coverage,
    .severity = Severity::error,
    .says = "a duty that may not be delegated is held below the role that owns it",
    .why =
        "For some duties law or policy wants the officer's own answer. The work may go down the "
        "line, the accountability may not.",
    .loud = "An error, because rules outside the company say who must answer.",
    .sources = "F2",
    .find = find,
};

}  // namespace rolecall
