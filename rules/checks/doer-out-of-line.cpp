#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

void report(const Org& org, const VerdictGroup& group, Findings& findings) {
  const Verdict& first = *group.front();
  const auto& doers = first.doers_out_of_line;
  const Holder& holder = first.holders.front();
  std::vector<Label> labels;
  for (const Verdict* verdict : group) {
    for (const Assignment& part : org.of(verdict->duty, Raci::responsible)) {
      if (!std::ranges::binary_search(doers, part.party)) continue;
      labels.push_back({part.span, "done by " + introduce(org, part.party)});
    }
  }
  for (const Label& label : holder_labels(org, group)) labels.push_back(label);
  const bool one = group.size() == 1;
  Finding finding(
      "doer-out-of-line",
      fmt::format("{} {} done by {}, outside the line of {} who {} accountable", head(org, group),
                  one ? "is" : "are", names_of(org, doers), names_of(org, holders_of(first)),
                  first.holders.size() == 1 ? "is" : "are"),
      labels.front().span, labels.front().text);
  add_labels(finding, labels);
  add_duties(finding, org, group);
  for (const Party doer : doers) finding.add_subject(org.subject(doer));
  for (const Holder& h : first.holders) finding.add_subject(org.subject(h.party));
  const std::string path = path_text(org, doers.front(), holder.party);
  add_path(finding, path);
  if (path.empty()) finding.notes.push_back("their lines never meet");
  finding.help_text = fmt::format(
      "give the work to somebody below {}, draw a `dotted_to` there, or make {} `accountable`",
      short_name(org, holder.party), short_name(org, doers.front()));
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  VerdictGroups<std::tuple<std::vector<Party>, std::vector<Party>>> groups(facts.org,
                                                                           "doer-out-of-line");
  for (const Verdict& verdict : facts.coverage) {
    if (!is_held(verdict) || verdict.doers_out_of_line.empty()) continue;
    groups.add({verdict.doers_out_of_line, holders_of(verdict)}, verdict);
  }
  for (const VerdictGroup& group : groups.large_or_single()) report(facts.org, group, findings);
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
