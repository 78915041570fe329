// DOT: the graph as Graphviz's own tools read it, with our places or without.

#include "layout/draw/apart.hpp"
#include "layout/draw/drawing.hpp"
#include "layout/draw/escape.hpp"
#include "layout/draw/scene.hpp"

namespace rolecall {
namespace {

constexpr std::string_view options[] = {"--no-positions"};

Drawn draw_dot(const Chart& chart, const Placement& placement, const DrawOptions& how) {
  Scene scene = make_scene(chart, placement, how.theme, how.positions);
  for (SceneNode& node : scene.nodes) {
    node.tooltip = escape(node.tooltip, GraphvizPlace::tooltip);
  }
  Drawn dot = draw_scene(scene, DrawFormat::dot);
  if (!dot) return dot;
  if (!dot->starts_with("digraph ") || !dot->ends_with("}\n")) {
    return std::unexpected(broken("the graph is cut off"));
  }
  return dot;
}

Drawn draw_dot_apart(const Chart& chart, const Placement& placement, const DrawOptions& how) {
  return drawn_apart(limits_for(chart.cards.size()),
                     [&] { return draw_dot(chart, placement, how); });
}

}  // namespace

extern const Picture dot_picture;
const Picture dot_picture{"dot",   "gv", "the graph for Graphviz's own tools",
                          options, true, draw_dot_apart};

}  // namespace rolecall
