#include <fmt/format.h>

#include <algorithm>

#include "model/catalogue/expectations.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

void report(const Org& org, const Outcome& outcome, PositionId chief,
            std::span<const OutcomeEntry> on_paper, Findings& findings) {
  const std::string id = quoted(outcome.id);
  Finding finding(
      "outcome-unowned",
      on_paper.empty()
          ? fmt::format("nobody answers for the outcome {}, by which the {} is measured", id,
                        plain(outcome.owner))
          : fmt::format("the outcome {} is on paper only: nobody who is there has it", id),
      on_paper.empty() ? org.place(org.vertex(chief)) : on_paper.front().text->span,
      on_paper.empty() ? introduce(org, chief) : introduce(org, on_paper.front().position));
  finding.add_subject({Subject::Kind::reference, std::string(outcome.id)});
  finding.add_related(org.subject(chief));
  std::vector<Label> labels;
  for (const OutcomeEntry& entry : on_paper) {
    finding.add_related(org.subject(entry.position));
    labels.push_back({entry.text->span, introduce(org, entry.position)});
  }
  add_labels(finding, labels);
  finding.help_text =
      org[chief].decl->outcomes.empty()
          ? fmt::format("give {} the line `outcomes = [\"{}\"]`", quoted(org[chief].id), outcome.id)
          : fmt::format("add `\"{}\"` to `outcomes` of {}", outcome.id, quoted(org[chief].id));
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  // Where no outcome is named at all, the description is not about them.
  if (!org.complete || std::ranges::all_of(org.positions, [](const Position& position) {
        return position.decl->outcomes.empty();
      })) {
    return;
  }
  const Chiefs heads = chiefs(org);
  for (const Outcome& outcome : outcomes()) {
    const auto role = org.role(outcome.owner);
    // A missing or vacant role is a finding of its own.
    if (!role || role_state(org, *role) != RoleState::filled) continue;
    const auto entries = entries_of(org, outcome);
    const auto there = [&](const OutcomeEntry& entry) {
      return active(org[entry.position].filling);
    };
    if (std::ranges::none_of(entries, there)) {
      report(org, outcome, *heads[role->index()], entries, findings);
    }
  }
}

}  // namespace

extern const Check outcome_unowned_check;
const Check outcome_unowned_check{
    .id = "outcome-unowned",
    .group = Group::governance,
    .severity = Severity::note,
    .says = "nobody answers for the bottom line or for the top line",
    .why =
        "A CIO's effect shows in what the company keeps, a CTO's in what it earns. What nobody is "
        "measured by, nobody pursues.",
    .loud = "A note, because outcomes may be agreed elsewhere.",
    .sources = "A4, A11, A23",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
