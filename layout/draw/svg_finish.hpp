#pragma once
// From the SVG that Graphviz writes to the one that people get.

#include <optional>
#include <string>
#include <string_view>

#include "layout/chart/chart.hpp"
#include "layout/draw/url_template.hpp"
#include "layout/module/scene.hpp"

namespace rolecall {

/// The drawing with a title and a description, a name for each card and a tooltip for each box, as
/// assistive technology and browsers read them; cards lead to their addresses. Without Graphviz's
/// comments and titles. `svg` is of `scene`, whose first nodes are the cards.
std::string finish_svg(std::string_view svg, const Chart& chart, const Scene& scene,
                       const std::optional<LinkTemplate>& link);

}  // namespace rolecall
