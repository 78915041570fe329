#include <fmt/format.h>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/governance.hpp"

namespace rolecall {
namespace {

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  if (!org.complete) return;
  const std::vector<Vertex> all = company_tops(org);
  if (all.size() < 2) return;
  const std::span<const Vertex> others = std::span(all).subspan(1);
  Finding finding(
      "several-tops",
      fmt::format("{} beside {}: {}",
                  others.size() == 1 ? "a post has no boss"
                                     : fmt::format("{} posts have no boss", others.size()),
                  quoted(org.id(all[0])), ids_of(org, others)),
      org.place(others[0]), "reports to nobody");
  std::vector<Label> labels;
  labels.push_back({org.place(all[0]), "the largest tree is below this one"});
  for (const Vertex v : others) labels.push_back({org.place(v), "reports to nobody"});
  add_labels(finding, labels);
  for (const Vertex v : all) finding.add_subject(org.subject(v));
  finding.help_text = fmt::format("give {} a `reports_to`, such as `reports_to = \"{}\"`",
                                  others.size() == 1 ? "it" : "each", plain(org.id(all[0])));
  Fix fix;
  for (const Vertex v : others) {
    if (const auto post = org.position(v)) {
      fix.changes.push_back(
          SetKey{org[*post].decl->span, "reports_to", std::string(org.id(all[0]))});
    }
  }
  fix.title = finding.help_text;
  if (fix.changes.size() == others.size()) offer(finding, std::move(fix));
  findings.push_back(std::move(finding));
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
};

}  // namespace rolecall
