#include <fmt/format.h>

#include <algorithm>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

std::string who(const Org& org, Party party, PositionId post) {
  const Position& position = org[post];
  if (position.filling == Filling::deputised) {
    return fmt::format("{}, the deputy in {}", deputy_name(position), quoted(position.id));
  }
  return fmt::format("{}, {} {}", introduce(org, party),
                     party.kind == Party::Kind::team ? "whose lead is" : "who is",
                     name(position.filling));
}

void report(const Org& org, const Verdict& verdict, Party party, Findings& findings) {
  // Only posts are held for the time being; a body is there or not.
  const PositionId post(org.seat(party).value_or(Vertex()).index());
  const std::string held = "held for the time being by " + who(org, party, post);
  Finding finding("duty-provisional", fmt::format("{} is {}", quoted(org[verdict.duty].id), held),
                  reason_place(org, party), std::string(name(org[post].filling)));
  finding.add_subject(org.subject(verdict.duty));
  finding.add_related(org.subject(party));
  for (const PersonId person : org.people(party)) finding.add_related(org.subject(person));
  std::vector<Label> labels;
  for (const Holder& holder : verdict.holders) {
    if (holder.party == party) labels.push_back({holder.span, "held here"});
  }
  add_labels(finding, labels);
  const PositionDecl& decl = *org[post].decl;
  if (org[post].filling == Filling::deputised) {
    finding.help_text = "name a `holder` when there is one";
  } else if (!decl.until.given() && decl.holders.empty()) {
    finding.help_text = "an `until` tells how long, and lets rolecall see the gap that may follow";
  }
  finding.grouping = Grouping{short_name(org, party), "{} are " + held};
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  for (const Verdict& verdict : facts.coverage) {
    if (verdict.kind != VerdictKind::provisional) continue;
    const auto holder = std::ranges::find_if(
        verdict.holders, [](const Holder& h) { return provisional(h.filling); });
    if (holder != verdict.holders.end()) report(facts.org, verdict, holder->party, findings);
  }
}

}  // namespace

extern const Check duty_provisional_check;
const Check duty_provisional_check{
    .id = "duty-provisional",
    .group = Group::coverage,
    .severity = Severity::note,
    .says = "duties are held for the time being, by an acting or interim holder or a deputy",
    .why =
        "Somebody answers, but not for long. The note tells what hangs on finding a permanent "
        "holder.",
    .loud = "A note, because the duty is covered today.",
    .sources = "F8",
    .find = find,
};

}  // namespace rolecall
