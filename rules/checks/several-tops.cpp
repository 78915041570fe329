#include <fmt/format.h>

#include <algorithm>

#include "model/text.hpp"
#include "rules/check.hpp"
#include "rules/proof.hpp"

namespace rolecall {
namespace {

/// Whether the post has a seat in a body to which lines lead.
std::vector<bool> sits_above(const Org& org) {
  std::vector<bool> out(org.positions.size());
  for (std::size_t i = 0; i < org.bodies.size(); ++i) {
    if (org.graph.reports(org.vertex(BodyId(i))).empty()) continue;
    for (const PositionId member : org.bodies[i].members) out[member.index()] = true;
  }
  return out;
}

/// The tops of the company, its head first. A line to a body counts as a line to the head, so all
/// bodies with lines and the head are one top, for which the largest of them stands; so is a post
/// without a boss that has a seat in such a body.
std::vector<Vertex> tops(const Org& org) {
  std::vector<Vertex> candidates;
  for (const Vertex top : org.graph.tops()) {
    const auto position = org.position(top);
    const bool counts = position ? exists(org[*position].filling) && !org[*position].boss_unknown
                                 : !org.graph.reports(top).empty();
    if (counts) candidates.push_back(top);
  }
  if (candidates.empty()) return {};
  const auto size = [&](Vertex v) { return org.graph.subtree(v).size(); };
  const Vertex head = *std::ranges::max_element(candidates, {}, size);
  const std::vector<bool> seated = sits_above(org);
  std::vector<Vertex> out{head};
  for (const Vertex top : candidates) {
    const auto position = org.position(top);
    if (top != head && position && !seated[position->index()]) out.push_back(top);
  }
  return out;
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  if (!org.complete) return;
  const std::vector<Vertex> all = tops(org);
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
    .sources = "A30",
    .find = find,
};

}  // namespace rolecall
