#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/text.hpp"
#include "rules/check.hpp"
#include "rules/proof.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// A description that names no doers at all is simply less detailed, and nothing is wrong.
bool names_doers(const Org& org) {
  return std::ranges::any_of(org.assignments,
                             [](const Assignment& a) { return a.raci == Raci::responsible; });
}

/// For each position, whether people who are there could do its work: posts that report to it or
/// teams that it leads.
std::vector<bool> have_people(const Org& org) {
  std::vector<bool> out(org.positions.size());
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    for (const Vertex report : org.graph.reports(org.vertex(PositionId(i)))) {
      const auto position = org.position(report);
      if (position && active(org[*position].filling) && !org[*position].assistant) out[i] = true;
    }
  }
  for (const Team& team : org.teams) {
    if (team.lead) out[team.lead->index()] = true;
  }
  return out;
}

void report(const Org& org, const VerdictGroup& group, Findings& findings) {
  const Holder& holder = group.front()->holders.front();
  const bool one = group.size() == 1;
  Finding finding(
      "duty-without-doer",
      fmt::format("{} of {} {} nobody who does {}", head(org, group), short_name(org, holder.party),
                  one ? "has" : "have", one ? "it" : "them"),
      holder.span, "held by " + introduce(org, holder.party));
  add_labels(finding, holder_labels(org, group));
  add_duties(finding, org, group);
  finding.add_subject(org.subject(holder.party));
  finding.help_text =
      fmt::format("add `responsible = [\"{}\"]` to the post or team below {} that does it",
                  plain(org[group.front()->duty].id), short_name(org, holder.party));
  findings.push_back(std::move(finding));
}

/// What one position answers for alone.
struct Held {
  std::size_t done = 0;   ///< held through bundles, with a doer
  VerdictGroup not_done;  ///< held through bundles, without one
  VerdictGroup named;     ///< held by an exact entry, without a doer
};

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  if (!org.complete || !names_doers(org)) return;
  const std::vector<bool> people = have_people(org);
  std::map<PositionId, Held> all;
  for (const Verdict& verdict : facts.coverage) {
    if (!is_held(verdict) || verdict.holders.size() != 1) continue;
    const Holder& holder = verdict.holders.front();
    if (holder.party.kind != Party::Kind::position || !people[holder.party.index]) continue;
    Held& held = all[PositionId(holder.party.index)];
    if (!verdict.doers.empty() || verdict.holder_does) {
      held.done += holder.exact ? 0 : 1;
    } else {
      (holder.exact ? held.named : held.not_done).push_back(&verdict);
    }
  }
  for (auto& [position, held] : all) {
    // A bundle is broad: where few of its duties have doers, the text is just not that detailed.
    VerdictGroup group = std::move(held.named);
    if (held.not_done.size() <= held.done) {
      group.insert(group.end(), held.not_done.begin(), held.not_done.end());
    }
    if (!group.empty()) report(org, group, findings);
  }
}

}  // namespace

extern const Check duty_without_doer_check;
const Check duty_without_doer_check{
    .id = "duty-without-doer",
    .group = Group::coverage,
    .severity = Severity::note,
    .says = "somebody with people below is accountable for a duty, and nobody does it",
    .why =
        "In a description that says who does what, a duty without a doer is either work that "
        "nobody was given or an entry that was forgotten.",
    .sources = "A7, F5",
    .find = find,
};

}  // namespace rolecall
