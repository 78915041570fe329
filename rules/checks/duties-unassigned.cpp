#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  // Without any post there is nobody to assign a duty to: the missing roles say what to do.
  if (org.has_duty_lists || !org.complete || org.positions.empty()) return;
  const Chiefs heads = chiefs(org);
  std::string help;
  std::vector<PositionId> posts;
  for (const std::string_view role : {"CIO", "CTO"}) {
    const auto id = org.role(role);
    const auto chief = id ? heads[id->index()] : std::nullopt;
    if (!chief) continue;
    help += fmt::format("{}`accountable = [\"@{}\"]` in {}", help.empty() ? "begin with " : " and ",
                        role, quoted(org[*chief].id));
    posts.push_back(*chief);
  }
  if (posts.empty()) help = "begin with `accountable = [\"@CIO\"]` at the post that answers for IT";
  help += "; exact entries such as `\"information-security\"` then say what differs";
  Finding finding("duties-unassigned",
                  fmt::format("no duties are assigned yet, so none of the {} duties can be judged",
                              facts.coverage.size()),
                  posts.empty() ? org.company_span : org.place(org.vertex(posts.front())),
                  posts.empty() ? "" : "a good post to begin with");
  for (const PositionId post : posts) finding.add_related(org.subject(post));
  if (posts.empty()) finding.add_related({Subject::Kind::company, std::string(org.company)});
  findings.push_back(std::move(finding).help(std::move(help)));
}

}  // namespace

extern const Check duties_unassigned_check;
const Check duties_unassigned_check{
    .id = "duties-unassigned",
    .group = Group::coverage,
    .severity = Severity::note,
    .says = "no post, team or body has any duty list",
    .why =
        "An org chart alone cannot say who answers for what. One line in each chief's post is "
        "enough to begin.",
    .loud = "A note, because a chart without duties is a good start and no mistake.",
    .sources = "F8",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
