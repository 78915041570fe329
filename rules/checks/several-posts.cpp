#include <fmt/format.h>

#include <algorithm>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

/// CIO and CTO in one hand is `role-combined`, and nothing besides.
bool told_by_role_combined(const Org& org, std::span<const PositionId> posts) {
  const auto some = [&](std::string_view id) {
    const auto role = org.role(id);
    return role && std::ranges::any_of(posts, [&](PositionId p) { return org[p].has_role(*role); });
  };
  return posts.size() == 2 && some("CIO") && some("CTO");
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  for (std::size_t i = 0; i < org.persons.size(); ++i) {
    const PersonId id(i);
    const std::vector<PositionId>& posts = org[id].positions;
    if (posts.size() < 2 || told_by_role_combined(org, posts)) continue;
    Finding finding(
        "several-posts",
        fmt::format("{} fills {} posts: {}", plain(org[id].name), posts.size(), ids_of(org, posts)),
        org[posts[1]].place_of(id), "the same person");
    finding.add_subject(org.subject(id));
    std::vector<Label> labels;
    for (const PositionId post : posts) {
      finding.add_party(org.subject(post));
      labels.push_back({org[post].place_of(id), fmt::format("in {}", quoted(org[post].id))});
    }
    add_labels(finding, labels);
    finding.help_text =
        "if these are two people of one name, give each a `[[person]]` with an `id`";
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Check several_posts_check;
const Check several_posts_check{
    .id = "several-posts",
    .group = Group::structure,
    .severity = Severity::note,
    .says = "one person fills several posts",
    .why =
        "It may be meant so, in a small company or for a while. It is worth knowing before that "
        "person leaves.",
    .loud = "A note, because one person in several posts is often meant.",
    .sources = "A37",
    .find = find,
};

}  // namespace rolecall
