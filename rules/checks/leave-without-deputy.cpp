#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"

namespace rolecall {
namespace {

/// How many duties nobody answers for meanwhile.
std::size_t on_paper_by(const Facts& facts, PositionId id) {
  return static_cast<std::size_t>(
      std::ranges::count_if(facts.coverage, [&](const Verdict& verdict) {
        return verdict.kind == VerdictKind::on_paper &&
               std::ranges::any_of(verdict.paper, [&](const Holder& holder) {
                 const auto seat = facts.org.seat(holder.party);
                 return seat && *seat == facts.org.vertex(id);
               });
      }));
}

void report(const Facts& facts, PositionId id, Findings& findings) {
  const Org& org = facts.org;
  const Position& post = org[id];
  const std::string who = post.holder ? plain(org[*post.holder].name) : "the holder";
  Finding finding("leave-without-deputy",
                  fmt::format("{} of {} is on leave, and nobody stands in", who, quoted(post.id)),
                  reason_place(org, id), "on leave");
  finding.add_subject(org.subject(id));
  if (post.holder) finding.add_related(org.subject(*post.holder));
  if (const std::size_t paper = on_paper_by(facts, id); paper > 0) {
    finding.notes.push_back(fmt::format("{} on paper only because of it",
                                        counted(paper, "duty stands", "duties stand")));
  }
  if (post.decl->deputy.given()) {
    finding.notes.push_back(deputy_is_away(org, id));
    finding.help_text = fmt::format("name another `deputy` in {}", quoted(post.id));
  } else {
    finding.help_text = fmt::format("name a `deputy` in {}", quoted(post.id));
  }
  if (auto fix = name_deputy(org, id)) offer(finding, std::move(*fix));
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  for (std::size_t i = 0; i < facts.org.positions.size(); ++i) {
    const PositionId id(i);
    const Position& post = facts.org[id];
    // An assistant is not asked for one.
    if (post.filling == Filling::on_leave && !post.assistant) report(facts, id, findings);
  }
}

}  // namespace

extern const Check leave_without_deputy_check;
const Check leave_without_deputy_check{
    .id = "leave-without-deputy",
    .group = Group::roles,
    .severity = Severity::warning,
    .says = "somebody is on leave, and nobody stands in",
    .why =
        "The post is not vacant, so that nobody looks for a successor, and nobody answers for its "
        "duties either. A deputy holds them provisionally.",
    .loud = "A warning, because the person comes back, and a deputy is all that is missing.",
    .sources = "F8",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
