#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// For each post how many duties its roles are asked for: their own, and those that CIO and CTO
/// share or may either hold.
std::vector<std::size_t> asked(const Facts& facts) {
  const Org& org = facts.org;
  std::vector<std::size_t> of_role(org.roles.size());
  std::size_t of_both = 0;
  for (const Verdict& verdict : facts.coverage) {
    const Owner& owner = org[verdict.duty].owner;
    ++(owner.kind == Owner::Kind::role ? of_role[owner.role.index()] : of_both);
  }
  std::vector<std::size_t> out(org.positions.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    bool chief = false;
    for (const RoleId role : org.positions[i].roles) {
      out[i] += of_role[role.index()];
      chief = chief || is_cio_or_cto(org, role);
    }
    if (chief) out[i] += of_both;
  }
  return out;
}

void report(const Facts& facts, PositionId post, std::size_t most, const Verdicts& held,
            Findings& findings) {
  const Org& org = facts.org;
  Finding finding("overloaded",
                  fmt::format("{} is accountable for {} duties, more than {}", introduce(org, post),
                              held.size(), most),
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
  const bool people = std::ranges::any_of(org.graph.reports(org.vertex(post)), [&](Vertex v) {
    const auto report = org.position(v);
    return report && exists(org[*report].filling) && !org[*report].assistant;
  });
  finding.help_text = fmt::format(
      "let posts below hold some{}: name them in `accountable` there, where an exact entry "
      "outranks a bundle",
      people ? "" : ", which are still to be added");
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
  // A role with a large catalogue is no fault of its holder; a limit that somebody set is one.
  const bool set = facts.limits.max_duties != Limits{}.max_duties;
  const std::vector<std::size_t> by_role = asked(facts);
  for (std::size_t i = 0; i < held.size(); ++i) {
    const std::size_t most =
        set ? facts.limits.max_duties : std::max(facts.limits.max_duties, by_role[i]);
    if (held[i].size() > most) report(facts, PositionId(i), most, held[i], findings);
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
        "the same line. By default nobody is told who holds no more than the own roles are asked "
        "for.",
    .loud = "A warning, because who can carry how much is a matter of people and staff.",
    .sources = "A37, F7",
    .find = find,
    .limit = "max_duties",
};

}  // namespace rolecall
