#pragma once
// From a placed chart to what the drawing module draws.

#include <cstddef>
#include <string>

#include "layout/chart/chart.hpp"
#include "layout/module/scene.hpp"
#include "layout/place/placement.hpp"
#include "layout/theme/theme.hpp"

namespace rolecall {

/// The id of a card's element in SVG: its own, unless that holds what no drawing may hold.
std::string element_id(const Chart& chart, std::size_t card);

/// The boxes and lines of the drawing. Without positions (for `dot` to lay out) chips become
/// lines of their card, and title and legend are left to the graph's label.
/// The scene refers to texts of the theme.
Scene make_scene(const Chart& chart, const Placement& placement, const Theme& theme,
                 bool positions);

}  // namespace rolecall
