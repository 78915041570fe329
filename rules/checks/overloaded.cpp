#include <fmt/format.h>

#include <map>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

void report(const Facts& facts, PositionId post, const Verdicts& held, Findings& findings) {
  const Org& org = facts.org;
  Finding finding("overloaded",
                  fmt::format("{} is accountable for {} duties, more than {}", introduce(org, post),
                              held.size(), facts.limits.max_duties),
                  org.place(org.vertex(post)), fmt::format("{} duties", held.size()));
  finding.add_subject(org.subject(post));
  // Where the duties come from: a bundle is one entry that stands for many.
  std::map<Span, std::size_t> entries;
  for (const Verdict* verdict : held) {
    finding.add_related(org.subject(verdict->duty));
    for (const Holder& holder : verdict->holders) {
      const auto seat = org.seat(holder.party);
      if (seat == org.vertex(post)) ++entries[holder.span];
    }
  }
  std::vector<Label> labels;
  for (const auto& [span, number] : entries) {
    if (number > 1) labels.push_back({span, fmt::format("{} of them", number)});
  }
  add_labels(finding, labels);
  finding.help_text =
      "let posts below hold some: name them in `accountable` there, where an exact entry outranks "
      "a "
      "bundle";
  finding.number = static_cast<std::int64_t>(held.size());
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  std::vector<Verdicts> held(org.positions.size());
  for (const Verdict& verdict : facts.coverage) {
    for (const Holder& holder : verdict.holders) {
      if (holder.party.kind == Party::Kind::body) continue;
      const auto seat = org.seat(holder.party);
      const auto post = seat ? org.position(*seat) : std::nullopt;
      if (!post) continue;
      Verdicts& group = held[post->index()];
      if (group.empty() || group.back() != &verdict) group.push_back(&verdict);
    }
  }
  for (std::size_t i = 0; i < held.size(); ++i) {
    if (held[i].size() > facts.limits.max_duties) report(facts, PositionId(i), held[i], findings);
  }
}

}  // namespace

extern const Check overloaded_check;
const Check overloaded_check{
    .id = "overloaded",
    .group = Group::structure,
    .severity = Severity::warning,
    .says = "one post is accountable for too many duties",
    .why =
        "Who answers for everything follows up on little. Duties that go to posts below stay in "
        "the same line.",
    .loud = "A warning, because who can carry how much is a matter of people and staff.",
    .sources = "A37, F7",
    .find = find,
    .limit = "max_duties",
};

}  // namespace rolecall
