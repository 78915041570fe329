#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

/// Number of layers down to each vertex, itself included; 0 for those that reach no top. Bodies,
/// assistants and posts that do not exist are no layers.
std::vector<std::size_t> layers(const Org& org) {
  std::vector<std::size_t> out(org.graph.size());
  for (const Vertex top : org.graph.tops()) {
    for (const Vertex v : org.graph.subtree(top)) {
      const auto position = org.position(v);
      const bool counts = position && exists(org[*position].filling) && !org[*position].assistant;
      const std::size_t above = v == top ? 0 : out[org.graph.boss(v)->index()];
      out[v.index()] = above + (counts ? 1 : 0);
    }
  }
  return out;
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  // A part that is drawn alone leaves posts out, and what is there hangs where it can. Who sets a
  // limit asks for it all the same.
  const bool in_part = !org.complete && facts.limits.max_layers == Limits{}.max_layers;
  const std::vector<std::size_t> depth = layers(org);
  const auto deepest = std::ranges::max_element(depth);
  if (deepest == depth.end() || *deepest <= facts.limits.max_layers) return;
  const Vertex v(static_cast<std::size_t>(deepest - depth.begin()));
  Vertex top = v;
  while (const auto boss = org.graph.boss(top)) top = *boss;
  Finding finding("layers-deep",
                  fmt::format("{} layers from {} down to {}, more than {}", *deepest,
                              quoted(org.id(top)), quoted(org.id(v)), facts.limits.max_layers),
                  org.place(v), fmt::format("layer {}", *deepest));
  finding.add_related(org.subject(v));
  finding.add_subject(org.subject(top));
  finding.number = static_cast<std::int64_t>(*deepest);
  const auto below = std::ranges::count_if(
      depth, [&](std::size_t layer) { return layer > facts.limits.max_layers; });
  if (below > 1) {
    finding.notes.push_back(
        fmt::format("{} posts stand below layer {}", below, facts.limits.max_layers));
  }
  add_path(finding, path_text(org, v, top));
  finding.help_text = "let a `reports_to` on the way skip a layer";
  if (in_part) {
    finding.severity = Severity::note;
    finding.notes.push_back("the description says that it is not complete");
  }
  findings.push_back(std::move(finding));
}

}  // namespace

extern const Check layers_deep_check;
const Check layers_deep_check{
    .id = "layers-deep",
    .group = Group::structure,
    .severity = Severity::warning,
    .says = "too many layers lie between the top and the deepest post",
    .why =
        "Every layer makes the way of a decision longer and its sense weaker. Public handbooks "
        "ask for at most eight.",
    .loud =
        "A warning, because how many layers are too many is a matter of size and taste; a note in "
        "a part of a company, where no limit is set.",
    .sources = "F7",
    .find = find,
    .limit = "max_layers",
};

}  // namespace rolecall
