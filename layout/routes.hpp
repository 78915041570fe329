#pragma once
// Ways for dotted lines and working links between cards that already stand.

#include <span>
#include <vector>

#include "layout/chart.hpp"
#include "layout/geometry.hpp"

namespace rolecall {

struct Route {
  Polyline line;
  int length = 0;
  int hidden = 0;  ///< how much of it runs under cards
};

/// A way for each relation: horizontal and vertical pieces that keep to the gaps between the
/// cards where there is a simple way that does.
std::vector<Route> find_routes(std::span<const Rect> cards, std::span<const Relation> relations);

}  // namespace rolecall
