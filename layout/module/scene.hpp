#pragma once
// What the drawing module is told: boxes and lines with their places, all text escaped already.
// Plain data, so that nothing of Graphviz is seen outside the module and nothing of ours inside.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "layout/module/module_sink.hpp"

namespace rolecall {

enum class DrawFormat { svg, png, pdf, dot };

/// A box. Places are in points, y up, of its centre.
struct SceneNode {
  std::string name;
  std::string id;  ///< empty: none of its own
  std::string label;
  std::string
      tooltip;        ///< empty: none. Not escaped, and drawn for DOT alone, whose maker escapes it
  bool html = false;  ///< the label is HTML-like
  bool bare = false;  ///< text without a box
  bool doubled = false;  ///< two borders
  double x = 0;
  double y = 0;
  int width = 0;
  int height = 0;
  double pen = 1;
  double font_size = 11;
  double inset = 0;  ///< left of a label whose lines end in `\l`
  std::string_view fill;
  std::string_view line;
  std::string_view ink;
  std::string_view style;  ///< of the border: empty, dashed or dotted
};

struct SceneEdge {
  std::size_t from = 0;  ///< index of a node
  std::size_t to = 0;
  std::string spline;  ///< `pos` of an edge: 3n + 1 points
  std::string_view color;
  std::string_view style;  ///< empty, dashed or dotted
  double pen = 1;
};

struct Scene {
  std::vector<SceneNode> nodes;
  std::vector<SceneEdge> edges;
  std::string name;   ///< of the graph; an SVG's title
  std::string title;  ///< the graph's label without positions; escaped
  std::string_view font;
  std::string_view background;
  // What most boxes and lines have, as the defaults of the graph.
  std::string_view fill = "#ffffff";
  std::string_view line = "#000000";
  std::string_view ink = "#000000";
  std::string_view connector = "#000000";
  double pad = 0;         ///< around the whole, in inches
  double dpi = 0;         ///< for PNG; 0: Graphviz's own
  bool rounded = true;    ///< boxes have round corners
  bool positions = true;  ///< false: for `dot` to lay out (DOT only)
};

/// The module's only function, and the name by which it is found.
extern "C" void ROLECALL_MODULE_FUNCTION(rolecall_draw_scene)(const Scene* scene, DrawFormat format,
                                                              ModuleSink sink, void* to);
using DrawScene = decltype(&ROLECALL_MODULE_FUNCTION(rolecall_draw_scene));
inline constexpr const char* draw_scene_name = ROLECALL_MODULE_SYMBOL(rolecall_draw_scene);

}  // namespace rolecall
