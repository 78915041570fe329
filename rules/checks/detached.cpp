#include <fmt/format.h>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

void report(const Org& org, std::span<const Vertex> cycle, std::span<const Vertex> hanging,
            Findings& findings) {
  const Vertex first = hanging.front();
  const PositionDecl& decl = *org[*org.position(first)].decl;
  Finding finding("detached",
                  fmt::format("{} {} no top: the line ends in a circle at {}",
                              counted(hanging.size(), "post", "posts"),
                              hanging.size() == 1 ? "reaches" : "reach", quoted(org.id(cycle[0]))),
                  decl.reports_to.span, "leads into the circle");
  for (const Vertex v : hanging) finding.add_related(org.subject(v));
  for (const Vertex v : cycle) finding.add_subject(org.subject(v));
  std::vector<Label> labels;
  for (const Vertex v : cycle) {
    labels.push_back({org[*org.position(v)].decl->reports_to.span,
                      fmt::format("{} is in the circle", quoted(org.id(v)))});
  }
  add_labels(finding, labels);
  finding.notes.push_back("they are: " + ids_of(org, hanging));
  finding.help_text = "undo the circle, and the line reaches the top again";
  finding.number = static_cast<std::int64_t>(hanging.size());
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Graph& graph = facts.org.graph;
  for (const auto& cycle : graph.cycles()) {
    // Who reports to itself is the head by mistake: nothing below is lost.
    if (cycle.size() == 1) continue;
    // With its own edges cut, every member of a cycle is the head of what hangs on it.
    std::vector<Vertex> hanging;
    for (const Vertex v : cycle) {
      const auto below = graph.subtree(v).subspan(1);
      hanging.insert(hanging.end(), below.begin(), below.end());
    }
    if (!hanging.empty()) report(facts.org, cycle, hanging, findings);
  }
}

}  // namespace

extern const Check detached_check;
const Check detached_check{
    .id = "detached",
    .group = Group::structure,
    .severity = Severity::warning,
    .says = "posts reach no top, because their line ends in a circle",
    .why =
        "Whoever hangs on a circle has no head. The circle is the cause; this tells how many "
        "posts it cuts off.",
    .loud =
        "A warning, because the circle that causes it is an error of its own, and one cause fails"
        " a build once.",
    .sources = "A30",
    .find = find,
};

}  // namespace rolecall
