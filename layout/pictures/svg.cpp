// SVG: scalable, its text selectable, with tooltips and links; for browsers.

#include <fmt/format.h>

#include <algorithm>

#include "layout/draw/apart.hpp"
#include "layout/draw/drawing.hpp"
#include "layout/draw/scene.hpp"
#include "layout/draw/svg_check.hpp"
#include "layout/draw/svg_finish.hpp"

namespace rolecall {
namespace {

constexpr std::string_view options[] = {"--link"};

/// Well-formed, with every card's id and a text for every name.
std::optional<std::string> trouble(std::string_view svg, const Chart& chart) {
  const auto contents = check_svg(svg);
  if (!contents) return broken(contents.error());
  std::vector<std::string_view> ids(contents->ids.begin(), contents->ids.end());
  std::sort(ids.begin(), ids.end());
  std::size_t names = 0;
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    const std::string id = element_id(chart, i);
    if (!std::binary_search(ids.begin(), ids.end(), id)) {
      return broken(fmt::format("{} is not in it", id));
    }
    if (!chart.cards[i].name.empty()) ++names;
  }
  if (contents->texts < names) return broken("texts are missing");
  return std::nullopt;
}

Drawn draw_svg(const Chart& chart, const Placement& placement, const DrawOptions& how) {
  const Scene scene = make_scene(chart, placement, how.theme, true);
  const Drawn raw = draw_scene(scene, DrawFormat::svg);
  if (!raw) return raw;
  std::string svg = finish_svg(*raw, chart, scene, how.link);
  if (auto wrong = trouble(svg, chart)) return std::unexpected(std::move(*wrong));
  return svg;
}

Drawn draw_svg_apart(const Chart& chart, const Placement& placement, const DrawOptions& how) {
  return drawn_apart(limits_for(chart.cards.size()),
                     [&] { return draw_svg(chart, placement, how); });
}

}  // namespace

extern const Picture svg_picture;
const Picture svg_picture{"svg",   "",   "for browsers: scalable, with tooltips and links",
                          options, true, draw_svg_apart};

}  // namespace rolecall
