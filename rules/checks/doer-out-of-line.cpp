#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// One who does the duty and stands out of the line of those who answer for it.
void report(const Org& org, const Verdict& verdict, Party doer, Findings& findings) {
  const Holder& holder = verdict.holders.front();
  const std::vector<Party> holders = holders_of(verdict);
  std::vector<Label> labels;
  for (const Assignment& part : org.of(verdict.duty, Raci::responsible)) {
    if (part.party == doer) labels.push_back({part.span, "done by " + introduce(org, doer)});
  }
  for (Label& label : holder_labels(org, verdict)) labels.push_back(std::move(label));
  const std::string how =
      fmt::format("done by {}, outside the line of {} who {} accountable", short_name(org, doer),
                  names_of(org, holders), holders.size() == 1 ? "is" : "are");
  Finding finding("doer-out-of-line", fmt::format("{} is {}", quoted(org[verdict.duty].id), how),
                  labels.front().span, labels.front().text);
  add_labels(finding, labels);
  finding.add_subject(org.subject(verdict.duty));
  finding.add_subject(org.subject(doer));
  for (const Party party : holders) finding.add_party(org.subject(party));
  const std::string path = path_text(org, doer, holder.party);
  add_path(finding, path);
  if (path.empty()) finding.notes.push_back("their lines never meet");
  const auto above = org.seat(doer);
  const auto below = org.seat(holder.party);
  const bool boss = above && below && above != below && org.graph.in_line(*below, *above);
  // A boss has no dotted line to a report.
  finding.help_text = fmt::format(
      "give the work to {0} or somebody below{1}, or make {2} `accountable` in place of {0}",
      short_name(org, holder.party), boss ? "" : ", draw a `dotted_to` there",
      short_name(org, doer));
  finding.grouping = Grouping{short_name(org, doer) + ' ' + key_of(org, holders), "{} are " + how};
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  for (const Verdict& verdict : facts.coverage) {
    if (!is_held(verdict)) continue;
    for (const Party doer : verdict.doers_out_of_line) report(facts.org, verdict, doer, findings);
  }
}

}  // namespace

extern const Check doer_out_of_line_check;
const Check doer_out_of_line_check{
    .id = "doer-out-of-line",
    .group = Group::coverage,
    .severity = Severity::warning,
    .says = "those who do a duty stand outside the line of the one who answers for it",
    .why =
        "Who answers for a duty should be able to direct those who do it. Delegating down one's "
        "own line is fine, and so is a dotted line into it; across lines it takes somebody else's "
        "word.",
    .loud =
        "A warning, because borrowed hands can work where the two lines agree, which a "
        "description does not show.",
    .sources = "A7, F5",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
