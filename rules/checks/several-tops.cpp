#include <fmt/format.h>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
#include "rules/governance.hpp"

namespace rolecall {
namespace {

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  if (!org.complete) return;
  const std::vector<Vertex> all = company_tops(org);
  if (all.size() < 2) return;
  const Vertex head = all.front();
  for (const Vertex v : std::span(all).subspan(1)) {
    Finding finding("several-tops",
                    fmt::format("a post has no boss beside {}: {}", quoted(org.id(head)),
                                quoted(org.id(v))),
                    org.place(v), "reports to nobody");
    finding.add_label(org.place(head), "the largest tree is below this one");
    finding.add_subject(org.subject(v));
    finding.add_related(org.subject(head));
    const auto help = [&](std::string_view whom) {
      return fmt::format("give {} a `reports_to`, such as `reports_to = \"{}\"`", whom,
                         plain(org.id(head)));
    };
    finding.help_text = help("it");
    finding.grouping = Grouping{.key = "",
                                .message = "{} have no boss beside " + quoted(org.id(head)),
                                .help = help("each"),
                                .one = "post",
                                .many = "posts"};
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Check several_tops_check;
const Check several_tops_check{
    .id = "several-tops",
    .group = Group::structure,
    .severity = Severity::warning,
    .says = "the company has more than one top",
    .why =
        "Where lines meet at nobody, nobody can settle what two of them disagree about. Most "
        "often a `reports_to` was forgotten.",
    .loud = "A warning, because the description may be of two companies under one roof.",
    .sources = "A30",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
