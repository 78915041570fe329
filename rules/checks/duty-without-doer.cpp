#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

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
    for (const PositionId lead : team.leads) out[lead.index()] = true;
  }
  return out;
}

void report(const Org& org, const Verdict& verdict, Findings& findings) {
  const Holder& holder = verdict.holders.front();
  const std::string who = short_name(org, holder.party);
  const std::string duty(org[verdict.duty].id);
  Finding finding("duty-without-doer",
                  fmt::format("{} of {} has nobody who does it", quoted(duty), who), holder.span,
                  "held by " + introduce(org, holder.party));
  add_labels(finding, holder_labels(org, verdict));
  finding.add_subject(org.subject(verdict.duty));
  finding.add_related(org.subject(holder.party));
  const auto help = [&](const std::string& id) {
    return fmt::format("add `responsible = [\"{}\"]` to the post or team below {} that does it", id,
                       who);
  };
  finding.help_text = help(plain(duty));
  finding.grouping = Grouping{who, fmt::format("{{}} of {} have nobody who does them", who),
                              "for each " + help("<id>")};
  findings.push_back(std::move(finding));
}

/// Whether a duty is an officer's own work: to decide on strategy and money, in a post whose role
/// owns it.
bool is_own_work(const Org& org, const Holder& holder, DutyId id) {
  const Duty& duty = org[id];
  const bool decides = duty.area == "strategy" || duty.area == "budget" || !duty.delegable;
  return decides &&
         (duty.owner.kind != Owner::Kind::role || has_role(org, holder.party, duty.owner.role));
}

/// What one position answers for alone.
struct Held {
  std::size_t done = 0;
  std::size_t not_done = 0;
  Verdicts told;  ///< of those that nobody does
};

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  if (!org.complete) return;
  const std::vector<bool> people = have_people(org);
  std::map<PositionId, Held> all;
  for (const Verdict& verdict : facts.coverage) {
    if (!is_held(verdict) || verdict.holders.size() != 1) continue;
    const Holder& holder = verdict.holders.front();
    if (holder.party.kind != Party::Kind::position || !people[holder.party.index]) continue;
    Held& held = all[PositionId(holder.party.index)];
    if (!verdict.doers.empty() || verdict.holder_does) {
      ++held.done;
      continue;
    }
    ++held.not_done;
    if (!is_own_work(org, holder, verdict.duty)) held.told.push_back(&verdict);
  }
  for (const auto& [position, held] : all) {
    // Where few of a post's duties have doers, the text is just not that detailed.
    if (held.not_done < held.done) {
      for (const Verdict* verdict : held.told) report(org, *verdict, findings);
    }
  }
}

}  // namespace

extern const Check duty_without_doer_check;
const Check duty_without_doer_check{
    .id = "duty-without-doer",
    .group = Group::coverage,
    .severity = Severity::note,
    .says = "nobody does a duty of a post whose other duties mostly have doers",
    .why =
        "Where the text says who does what for most of a post, a duty without a doer is either "
        "work that nobody was given or an entry that was forgotten. Strategy and money are an "
        "officer's own work.",
    .loud =
        "A note, because a description may leave the doers out where they are plain to its "
        "readers.",
    .sources = "A7, F5",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
