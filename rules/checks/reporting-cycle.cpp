#include <fmt/format.h>

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

void report(const Org& org, std::span<const Vertex> cycle, Findings& findings) {
  // Only positions report to somebody, so a cycle has no bodies in it.
  const auto line = [&](std::size_t i) {
    return org[*org.position(cycle[i])].decl->reports_to.span;
  };
  const auto edge = [&](std::size_t i) {
    return fmt::format("{} reports to {}", quoted(org.id(cycle[i])),
                       quoted(org.id(cycle[(i + 1) % cycle.size()])));
  };
  const std::string first = quoted(org.id(cycle[0]));
  Finding finding("reporting-cycle",
                  cycle.size() == 1 ? fmt::format("{} reports to itself", first)
                                    : fmt::format("{} reports to itself through {}", first,
                                                  ids_of(org, cycle.subspan(1))),
                  line(0), edge(0));
  std::vector<Label> labels;
  for (std::size_t i = 1; i < cycle.size(); ++i) labels.push_back({line(i), edge(i)});
  add_labels(finding, labels);
  for (const Vertex v : cycle) finding.add_subject(org.subject(v));
  finding.help_text =
      cycle.size() == 1
          ? "the head of a company has no `reports_to`; anybody else names the boss there"
          : "let one of them report to a boss outside the circle";
  findings.push_back(std::move(finding));
}

/// The only top, which is written as its own boss: the builder takes it for the head.
void report_head(const Org& org, PositionId head, Findings& findings) {
  const PositionDecl& decl = *org[head].decl;
  const std::string id = quoted(org[head].id);
  Finding finding("reporting-cycle", fmt::format("{} reports to itself", id), decl.reports_to.span,
                  "taken for the head, for no other post is without a boss");
  finding.add_subject(org.subject(head));
  finding.severity = Severity::note;
  finding.help_text = "the head of a company has no `reports_to`";
  offer(finding,
        {fmt::format("drop `reports_to` of {}", id), {UnsetKey{decl.span, "reports_to"}}, true});
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  for (const auto& cycle : org.graph.cycles()) report(org, cycle, findings);
  for (const Vertex top : org.graph.tops()) {
    const auto post = org.position(top);
    const bool itself = post && !org[*post].boss_unknown && org[*post].decl->reports_to.given() &&
                        org[*post].decl->reports_to.value == org[*post].id;
    if (itself) report_head(org, *post, findings);
  }
}

}  // namespace

extern const Check reporting_cycle_check;
const Check reporting_cycle_check{
    .id = "reporting-cycle",
    .group = Group::structure,
    .severity = Severity::error,
    .says = "reporting lines run in a circle",
    .why =
        "In a circle nobody is the boss: no line leads to the top, and nobody can decide for "
        "all of it.",
    .loud =
        "An error, because none of the posts in the circle has a boss in truth; a note where the "
        "only top is written as its own boss, as public registers have it.",
    .sources = "A30",
    .find = find,
};

}  // namespace rolecall
