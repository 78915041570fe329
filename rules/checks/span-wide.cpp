#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  // A part that is drawn alone leaves posts out, and what is there hangs where it can. Who sets a
  // limit asks for it all the same.
  const bool in_part = !org.complete && facts.limits.max_span == Limits{}.max_span;
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const PositionId boss(i);
    if (!exists(org[boss].filling)) continue;
    std::vector<Vertex> span;
    for (const Vertex report : org.graph.reports(org.vertex(boss))) {
      const auto position = org.position(report);
      if (position && exists(org[*position].filling) && !org[*position].assistant) {
        span.push_back(report);
      }
    }
    if (span.size() <= facts.limits.max_span) continue;
    Finding finding("span-wide",
                    fmt::format("{} posts report to {}, more than {}", span.size(),
                                quoted(org[boss].id), facts.limits.max_span),
                    org.place(org.vertex(boss)), fmt::format("{} direct reports", span.size()));
    finding.add_subject(org.subject(boss));
    finding.notes.push_back("they are " + ids_of(org, span));
    finding.help_text =
        "put a lead between who gathers some of them, or mark helpers with `assistant = true`";
    finding.number = static_cast<std::int64_t>(span.size());
    if (in_part) {
      finding.severity = Severity::note;
      finding.notes.push_back("the description says that it is not complete");
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Check span_wide_check;
const Check span_wide_check{
    .id = "span-wide",
    .group = Group::structure,
    .severity = Severity::warning,
    .says = "too many posts report to one",
    .why =
        "A boss of many has time for none. Public handbooks ask for about seven, four to ten. "
        "Assistants, dotted lines and posts that do not exist are not counted.",
    .loud =
        "A warning, because how many are too many depends on the work; a note in a part of a "
        "company, where no limit is set.",
    .sources = "F7",
    .find = find,
    .limit = "max_span",
};

}  // namespace rolecall
