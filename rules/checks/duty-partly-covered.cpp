#include <fmt/format.h>

#include <tuple>

#include "model/org/scopes.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

std::string part(const Org& org, const Holder& holder) {
  return holder.scopes.all ? "everywhere" : "for " + describe(org, holder.scopes);
}

void report(const Org& org, const VerdictGroup& group, Findings& findings) {
  const Verdict& first = *group.front();
  std::vector<Label> labels;
  for (const Verdict* verdict : group) {
    for (const Holder& holder : verdict->holders) {
      labels.push_back({holder.span, fmt::format("{} holds it {}", introduce(org, holder.party),
                                                 part(org, holder))});
    }
    for (const Holder& holder : verdict->paper) {
      labels.push_back({holder.span, fmt::format("should be held here {}, but {}",
                                                 part(org, holder), why_empty(org, holder.party))});
    }
  }
  for (const Text& scope : org.document->company.scopes) {
    for (const ScopeId open : first.open_scopes) {
      if (org.scopes[open.index()] == scope.value) labels.push_back({scope.span, "has nobody"});
    }
  }
  const Holder* const shown = !first.holders.empty() ? &first.holders.front()
                              : !first.paper.empty() ? &first.paper.front()
                                                     : nullptr;
  const Span place = shown != nullptr ? shown->span : org.company_span;
  Finding finding("duty-partly-covered",
                  fmt::format("nobody is accountable for {} in {}",
                              group.size() == 1 ? head(org, group) : "these " + head(org, group),
                              describe(org, Scopes{false, first.open_scopes})),
                  place, labels.empty() ? "" : labels.front().text);
  add_labels(finding, labels);
  add_duties(finding, org, group);
  for (const Holder& holder : first.holders) finding.add_subject(org.subject(holder.party));
  for (const Holder& holder : first.paper) finding.add_subject(org.subject(holder.party));
  const std::string open = plain(org.scopes[first.open_scopes.front().index()]);
  finding.help_text = fmt::format(
      "add `{{ duty = \"{}\", scope = \"{}\" }}` to `accountable` of whoever answers there",
      plain(org[first.duty].id), open);
  if (!org.complete) {
    finding.severity = Severity::note;
    finding.notes.push_back("the description says that it is not complete");
  }
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  VerdictGroups<std::tuple<std::vector<ScopeId>, std::vector<Party>>> partly(facts.org,
                                                                             "duty-partly-covered");
  for (const Verdict& verdict : facts.coverage) {
    if (verdict.kind != VerdictKind::partly_covered || verdict.open_scopes.empty()) continue;
    partly.add({verdict.open_scopes, holders_of(verdict)}, verdict);
  }
  for (const VerdictGroup& group : partly.large_or_single()) report(facts.org, group, findings);
}

}  // namespace

extern const Check duty_partly_covered_check;
const Check duty_partly_covered_check{
    .id = "duty-partly-covered",
    .group = Group::coverage,
    .severity = Severity::error,
    .says = "some of the company's scopes have nobody accountable for a duty",
    .why =
        "A duty that is split by region or division is covered only where every part has a "
        "holder who is there.",
    .loud = "An error, because in some part of the company the duty is simply missing.",
    .sources = "A33, F8",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
