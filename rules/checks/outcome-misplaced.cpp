#include <fmt/format.h>

#include <algorithm>

#include "model/catalogue/expectations.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

void report(const Org& org, const Outcome& outcome, RoleId line, PositionId chief,
            std::span<const OutcomeEntry> entries, Findings& findings) {
  const OutcomeEntry& first = entries.front();
  const bool own = org[first.position].has_role(line);
  Finding finding(
      "outcome-misplaced",
      fmt::format("the outcome {} measures the {}, but it is with {}, {} the {}",
                  quoted(outcome.id), plain(outcome.owner), quoted(org[first.position].id),
                  own ? "who is" : "in the line of", plain(org[line].id)),
      first.text->span, introduce(org, first.position));
  finding.add_subject({Subject::Kind::reference, std::string(outcome.id)});
  std::vector<Label> labels;
  for (const OutcomeEntry& entry : entries) {
    finding.add_related(org.subject(entry.position));
    labels.push_back({entry.text->span, introduce(org, entry.position)});
  }
  labels.push_back(
      {org.place(org.vertex(chief)), fmt::format("the {} is here", plain(outcome.owner))});
  add_labels(finding, labels);
  finding.add_related(org.subject(chief));
  finding.help_text = fmt::format("move `\"{}\"` to `outcomes` of {}, or let both answer for it",
                                  outcome.id, quoted(org[chief].id));
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  const auto lines = line_roles(org);
  const Chiefs heads = chiefs(org);
  for (const Outcome& outcome : outcomes()) {
    const auto role = org.role(outcome.owner);
    // Where nobody has the role, whoever answers for it stands in.
    if (!role || role_state(org, *role) != RoleState::filled) continue;
    auto entries = entries_of(org, outcome);
    std::erase_if(entries,
                  [&](const OutcomeEntry& entry) { return !active(org[entry.position].filling); });
    // In nobody's line, as with the head, it is not the other role's.
    const auto line_of = [&](const OutcomeEntry& entry) { return lines[entry.position.index()]; };
    const bool elsewhere = std::ranges::all_of(entries, [&](const OutcomeEntry& entry) {
      return line_of(entry) && line_of(entry) != role && !org[entry.position].has_role(*role);
    });
    if (entries.empty() || !elsewhere) continue;
    report(org, outcome, *line_of(entries.front()), *heads[role->index()], entries, findings);
  }
}

}  // namespace

extern const Check outcome_misplaced_check;
const Check outcome_misplaced_check{
    .id = "outcome-misplaced",
    .group = Group::governance,
    .severity = Severity::note,
    .says = "the bottom line is with the CTO alone, or the top line with the CIO",
    .why =
        "Each role is measured by what it can move: the CIO by what the company keeps, the CTO by "
        "what it earns. Measured by the other's, it will do the other's work.",
    .loud = "A note, because a company may set its officers other aims.",
    .sources = "A4, A11, A23",
    .find = find,
};

}  // namespace rolecall
