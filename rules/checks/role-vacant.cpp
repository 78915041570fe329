#include <fmt/format.h>

#include <algorithm>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

void report(const Facts& facts, RoleId role, Findings& findings) {
  const Org& org = facts.org;
  const auto all = org.with_role(role);
  std::vector<PositionId> posts(all.begin(), all.end());
  std::erase_if(posts, [&](PositionId id) { return !exists(org[id].filling); });
  const PositionId first = posts.front();
  const std::string id = plain(org[role].id);
  Finding finding(
      "role-vacant",
      posts.size() == 1
          ? fmt::format("nobody fills the post of the {}, {}", id, quoted(org[first].id))
          : fmt::format("nobody fills any of the {} posts of a {}", posts.size(), id),
      reason_place(org, first), reason_text(org, first));
  std::vector<Label> labels;
  for (const PositionId post : posts) {
    finding.add_related(org.subject(post));
    labels.push_back({reason_place(org, post), reason_text(org, post)});
  }
  finding.add_subject(org.subject(role));
  add_labels(finding, labels);
  const bool deputy = org[first].decl->deputy.given();
  if (deputy) finding.notes.push_back(deputy_is_away(org, first));
  finding.help_text =
      fmt::format("name a `holder`, or {} `deputy` of {} who answers until there is one",
                  deputy ? "another" : "a", quoted(org[first].id));
  if (auto fix = name_deputy(org, first)) offer(finding, std::move(*fix));
  if (std::ranges::all_of(posts, [&](PositionId p) { return holder_left_out(org, org[p]); })) {
    finding.severity = Severity::note;
    finding.notes.push_back("the description says that it is not complete");
  }
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  for (const RoleId role : facts.org.required_roles) {
    if (role_state(facts.org, role) != RoleState::vacant) continue;
    // Of one who is on leave `leave-without-deputy` tells.
    const auto away = [&](PositionId id) { return facts.org[id].filling == Filling::on_leave; };
    if (std::ranges::none_of(facts.org.with_role(role), away)) report(facts, role, findings);
  }
}

}  // namespace

extern const Check role_vacant_check;
const Check role_vacant_check{
    .id = "role-vacant",
    .group = Group::roles,
    .severity = Severity::warning,
    .says = "the post of a role that the company must have is there, and nobody fills it",
    .why =
        "All that the post answers for stands on paper until somebody is named, if only as a "
        "deputy.",
    .loud = "A warning, because the post exists and a vacancy is no mistake of design.",
    .sources = "A33, A37",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
