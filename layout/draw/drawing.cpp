#include "layout/draw/drawing.hpp"

#include <fmt/format.h>

#include <utility>

#include "layout/draw/modules.hpp"

namespace rolecall {

Drawn draw_scene(const Scene& scene, DrawFormat format) {
  static const auto module = load_module("graphviz", draw_scene_name);
  if (!module) return std::unexpected(module.error());
  Received received;
  reinterpret_cast<DrawScene> (*module)(&scene, format, Received::receive, &received);
  return std::move(received).take("Graphviz");
}

std::string broken(std::string_view what) {
  return fmt::format("Graphviz returned a broken drawing: {}", what);
}

std::optional<std::string> font_trouble(const Scene& like) {
  // Graphviz returns 0 and a picture without text where no font is found: then a picture with a
  // letter equals the picture without one.
  Scene scene;
  scene.font = like.font;
  scene.background = like.background;
  SceneNode node;
  node.name = "a";
  node.width = node.height = 20;
  node.fill = node.line = like.background;
  node.ink = like.ink;
  node.label = "M";
  scene.nodes.push_back(node);
  const Drawn with = draw_scene(scene, DrawFormat::png);
  scene.nodes[0].label = " ";
  const Drawn without = draw_scene(scene, DrawFormat::png);
  if (with && without && *with != *without) return std::nullopt;
  return "no font was found to draw the text with; SVG needs none";
}

}  // namespace rolecall
