#include <fmt/format.h>

#include <algorithm>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// Those who are named to do a duty, where nobody is in any of their posts; else none.
std::vector<Party> empty_doers(const Org& org, const Verdict& verdict) {
  if (!is_held(verdict) || !verdict.doers.empty() || verdict.holder_does) return {};
  std::vector<Party> out;
  for (const Assignment& a : org.of(verdict.duty, Raci::responsible)) {
    const bool post = a.party.kind == Party::Kind::position;
    if (post && holder_left_out(org, org[PositionId(a.party.index)])) return {};
    if (out.empty() || out.back() != a.party) out.push_back(a.party);
  }
  return out;
}

void report(const Org& org, const Verdict& verdict, std::span<const Party> doers,
            Findings& findings) {
  const auto named = org.of(verdict.duty, Raci::responsible);
  const bool one = doers.size() == 1;
  const std::string why = one ? why_empty(org, doers.front())
                              : fmt::format("nobody is in {}", names_of(org, doers));
  Finding finding("doer-vacant",
                  fmt::format("nobody does {}: {}", quoted(org[verdict.duty].id), why),
                  named.front().span, why_empty(org, doers.front()));
  std::vector<Label> labels;
  for (const Party doer : doers) {
    finding.add_related(org.subject(doer));
    if (doer != doers.front()) labels.push_back({reason_place(org, doer), why_empty(org, doer)});
  }
  for (Label& label : holder_labels(org, verdict)) labels.push_back(std::move(label));
  add_labels(finding, labels);
  finding.add_subject(org.subject(verdict.duty));
  const bool can_be_filled = std::ranges::any_of(
      doers, [&](Party doer) { return org.filling(doer) != Filling::eliminated; });
  finding.help_text = !can_be_filled ? "make somebody else `responsible`"
                      : one          ? "fill the post, or make somebody `responsible` until then"
                            : "fill one of the posts, or make somebody `responsible` until then";
  // A plan that says who will do it leaves it with the holder until then.
  const auto planned = [&](Party doer) { return org.filling(doer) == Filling::planned; };
  if (std::ranges::all_of(doers, planned)) finding.severity = Severity::note;
  finding.grouping = Grouping{key_of(org, doers), "nobody does {}: " + why};
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  for (const Verdict& verdict : facts.coverage) {
    const std::vector<Party> doers = empty_doers(facts.org, verdict);
    if (!doers.empty()) report(facts.org, verdict, doers, findings);
  }
}

}  // namespace

extern const Check doer_vacant_check;
const Check doer_vacant_check{
    .id = "doer-vacant",
    .group = Group::coverage,
    .severity = Severity::warning,
    .says = "nobody is in the posts that do a duty",
    .why =
        "Somebody answers for the duty, and the work falls back on them, or is not done, while all "
        "who were to do it are gone or not there yet.",
    .loud =
        "A warning, because somebody is accountable all the same, and a vacancy is often known and "
        "being filled; a note where all the posts are planned.",
    .sources = "A7, F5",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
