#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/governance.hpp"

namespace rolecall {
namespace {

bool is_chief_executive(const Org& org, PositionId id) {
  return std::ranges::any_of(org[id].roles, [&](RoleId role) { return org[role].id == "CEO"; });
}

/// Both belong below the head: where `upper` stands lower than that, too, it has to move as well.
std::string help(const Org& org, PositionId lower, PositionId upper) {
  const auto boss = org.graph.boss(org.vertex(upper));
  if (!boss) return "add the head of the company above both, and let both report there";
  const std::vector<Vertex> line = org.graph.line(*boss);
  if (line.size() > 1) {
    return fmt::format("let {} and {} report to the head: `reports_to = \"{}\"`",
                       quoted(org[upper].id), quoted(org[lower].id), plain(org.id(line.back())));
  }
  return fmt::format("let {} report where {} does: `reports_to = \"{}\"`", quoted(org[lower].id),
                     quoted(org[upper].id), plain(org.id(*boss)));
}

/// `lower` is to stand where `upper` does. Levels between them; none: one below the other, which is
/// worse than any.
void report(const Org& org, PositionId lower, PositionId upper, std::string message,
            const std::string& label, std::optional<std::int64_t> levels, Findings& findings) {
  Finding finding("not-peers", std::move(message), line_place(org, lower), label);
  const Label other{line_place(org, upper), introduce(org, upper)};
  add_labels(finding, {&other, 1});
  finding.add_subject(org.subject(lower));
  finding.add_subject(org.subject(upper));
  add_path(finding, path_text(org, org.vertex(lower), org.vertex(upper)));
  finding.help_text = help(org, lower, upper);
  finding.number = levels;
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  const auto pair = officers(org);
  if (!pair) return;
  PositionId lower = pair->cto;
  PositionId upper = pair->cio;
  std::string low_role = "CTO";
  std::string high_role = "CIO";
  const auto turn = [&] {
    std::swap(lower, upper);
    std::swap(low_role, high_role);
  };
  if (org.graph.in_line(org.vertex(upper), org.vertex(lower))) turn();
  if (org.graph.in_line(org.vertex(lower), org.vertex(upper))) {
    if (is_chief_executive(org, upper)) return;  // nobody else is there to report to
    const bool straight = org.graph.boss(org.vertex(lower)) == org.vertex(upper);
    report(org, lower, upper,
           fmt::format("the {}, {}, {} the {}, {}", low_role, quoted(org[lower].id),
                       straight ? "reports to" : "stands below", high_role, quoted(org[upper].id)),
           straight ? "reports to the other" : "stands below the other", std::nullopt, findings);
    return;
  }
  if (!line_known(org, org.vertex(lower)) || !line_known(org, org.vertex(upper))) return;
  if (!under_one_head(org, org.vertex(lower), org.vertex(upper))) return;
  const Heads heads(org);
  if (heads.level(org.vertex(lower)) < heads.level(org.vertex(upper))) turn();
  const std::size_t low = heads.level(org.vertex(lower));
  const std::size_t high = heads.level(org.vertex(upper));
  if (low == high) return;
  report(org, lower, upper,
         fmt::format("CIO and CTO stand at different levels: {} {} and {} {} below the head",
                     quoted(org[upper].id), counted(high, "level", "levels"), quoted(org[lower].id),
                     low),
         fmt::format("{}, the lower one", introduce(org, lower)),
         static_cast<std::int64_t>(low - high), findings);
}

}  // namespace

extern const Check not_peers_check;
const Check not_peers_check{
    .id = "not-peers",
    .group = Group::governance,
    .severity = Severity::warning,
    .says = "one of CIO and CTO reports to the other, or they stand at different levels",
    .why =
        "Neither role is senior to the other. Where one stands below, its view reaches the head "
        "only through a party with interests of its own.",
    .loud =
        "A warning, because companies choose such lines, and pay for it in one of the two "
        "views.",
    .sources = "A34",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
