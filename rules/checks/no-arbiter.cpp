#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/governance.hpp"

namespace rolecall {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// For each vertex the steps from `from` up to it, on solid lines and on its own dotted ones. A
/// dotted line to `other` makes nobody a boss of both.
std::vector<std::size_t> steps_up(const Org& org, Vertex from, Vertex other) {
  std::vector<std::size_t> steps(org.graph.size(), none);
  std::vector<Vertex> reached;
  const auto reach = [&](Vertex v, std::size_t count) {
    if (v == from || v == other || steps[v.index()] != none) return;
    steps[v.index()] = count;
    reached.push_back(v);
  };
  if (const auto boss = org.graph.boss(from)) reach(*boss, 1);
  for (const Vertex boss : org.graph.dotted_bosses(from)) reach(boss, 1);
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const Vertex v = reached[i];
    if (const auto boss = org.graph.boss(v)) reach(*boss, steps[v.index()] + 1);
  }
  return steps;
}

struct Arbiter {
  std::optional<Vertex> boss;
  std::size_t distance = none;  ///< from the nearer of the two
};

Arbiter nearest_arbiter(const Org& org, Vertex cio, Vertex cto) {
  const auto from_cio = steps_up(org, cio, cto);
  const auto from_cto = steps_up(org, cto, cio);
  Arbiter best;
  for (std::size_t i = 0; i < from_cio.size(); ++i) {
    if (from_cio[i] == none || from_cto[i] == none) continue;
    const std::size_t distance = std::min(from_cio[i], from_cto[i]);
    if (distance < best.distance) best = {Vertex(i), distance};
  }
  // A line to a board counts as a line to the head, although the two may be no tree.
  if (!best.boss && under_one_head(org, cio, cto)) {
    const Heads heads(org);
    best = {heads.first(), std::min(heads.level(cio), heads.level(cto))};
  }
  return best;
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  const auto pair = officers(org);
  if (!pair) return;
  const Vertex cio = org.vertex(pair->cio);
  const Vertex cto = org.vertex(pair->cto);
  if (!line_known(org, cio) || !line_known(org, cto)) return;
  if (org.graph.in_line(cio, cto) || org.graph.in_line(cto, cio)) return;
  const Arbiter arbiter = nearest_arbiter(org, cio, cto);
  if (arbiter.boss && arbiter.distance <= facts.limits.max_arbiter_distance) return;
  if (!arbiter.boss && !org.complete) return;
  const std::string names =
      fmt::format("{} and {}", quoted(org[pair->cio].id), quoted(org[pair->cto].id));
  Finding finding(
      "no-arbiter",
      arbiter.boss
          ? fmt::format("the nearest boss of both {} is {}, {} above the nearer of them", names,
                        quoted(org.id(*arbiter.boss)), counted(arbiter.distance, "level", "levels"))
          : fmt::format("{} have no boss in common", names),
      line_place(org, pair->cto), introduce(org, pair->cto));
  std::vector<Label> labels{{line_place(org, pair->cio), introduce(org, pair->cio)}};
  if (arbiter.boss) labels.push_back({org.place(*arbiter.boss), "above both"});
  add_labels(finding, labels);
  finding.add_subject(org.subject(pair->cio));
  finding.add_subject(org.subject(pair->cto));
  // No boss at all is worse than any that is far away, and has no number.
  if (arbiter.boss) {
    finding.add_related(org.subject(*arbiter.boss));
    finding.number = static_cast<std::int64_t>(arbiter.distance);
  }
  add_path(finding, path_text(org, cio, cto));
  finding.help_text = "let both report to one boss who settles what they disagree about";
  if (arbiter.boss) {
    finding.help_text +=
        fmt::format("; `max_arbiter_distance` is {}", facts.limits.max_arbiter_distance);
  } else {
    finding.help_text += ", if only on a dotted line";
  }
  findings.push_back(std::move(finding));
}

}  // namespace

extern const Check no_arbiter_check;
const Check no_arbiter_check{
    .id = "no-arbiter",
    .group = Group::governance,
    .severity = Severity::warning,
    .says = "the CIO and the CTO have no boss in common, or only one far above them",
    .why =
        "The two differ by their nature: one watches the bottom line, the other spends on "
        "experiments. Somebody above both, and near enough to know the matter, must be able to "
        "decide.",
    .loud = "A warning, because it does no harm until the two disagree.",
    .sources = "A30",
    .find = find,
    .limit = "max_arbiter_distance",
    .absence = true,
};

}  // namespace rolecall
