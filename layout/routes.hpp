#pragma once
// Ways for dotted lines and working links between cards that already stand.

#include <span>
#include <vector>

#include "layout/chart.hpp"
#include "layout/geometry.hpp"

namespace rolecall {

/// A way for each relation: horizontal and vertical pieces that keep to the gaps between the
/// cards where there is a simple way that does.
std::vector<Polyline> find_routes(std::span<const Rect> cards,
                                  std::span<const Relation> relations);

}  // namespace rolecall
