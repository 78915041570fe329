#include <fmt/format.h>

#include <algorithm>
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

bool left_out(const Org& org, Party party) {
  if (party.kind == Party::Kind::body) return !org.complete;
  if (party.kind == Party::Kind::position) return holder_left_out(org, org.positions[party.index]);
  const auto lead = org.teams[party.index].lead;
  return lead ? holder_left_out(org, org[*lead]) : !org.complete;
}

void report(const Org& org, const Verdict& verdict, Findings& findings) {
  // Of several who are not there the first whose absence is told tells it: of one who was merely
  // left out nothing is known.
  const auto told = std::ranges::find_if_not(
      verdict.paper, [&](const Holder& holder) { return left_out(org, holder.party); });
  const bool unknown = told == verdict.paper.end();
  const Party party = unknown ? verdict.paper.front().party : told->party;
  const std::string why = "held on paper only: " + why_empty(org, party);
  Finding finding("duty-on-paper", fmt::format("{} is {}", quoted(org[verdict.duty].id), why),
                  reason_place(org, party), "nobody is there");
  finding.add_subject(org.subject(verdict.duty));
  std::vector<Label> labels;
  for (const Holder& holder : verdict.paper) {
    const bool same = holder.party == party;
    labels.push_back(
        {holder.span, same ? "held here" : "held here too, but " + why_empty(org, holder.party)});
    finding.add_related(org.subject(holder.party));
  }
  add_labels(finding, labels);
  finding.help_text = help_to_fill(org, party);
  if (auto fix = fill(org, party)) offer(finding, std::move(*fix));
  if (unknown) {
    finding.severity = Severity::note;
    finding.notes.push_back("the description says that it is not complete");
  }
  std::string all = short_name(org, party);
  for (const Holder& holder : verdict.paper) all += '\n' + short_name(org, holder.party);
  finding.grouping = Grouping{std::move(all), "{} are " + why};
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  for (const Verdict& verdict : facts.coverage) {
    if (verdict.kind == VerdictKind::on_paper && !verdict.paper.empty()) {
      report(facts.org, verdict, findings);
    }
  }
}

}  // namespace

extern const Check duty_on_paper_check;
const Check duty_on_paper_check{
    .id = "duty-on-paper",
    .group = Group::coverage,
    .severity = Severity::error,
    .says = "a duty is held only by a post in which nobody is there on the date",
    .why =
        "The chart shows an owner, and nobody answers. It is worse than a gap, because it looks "
        "covered.",
    .loud = "An error, because the duty looks covered and is not.",
    .sources = "A33, F8",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
