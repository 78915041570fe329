#pragma once
// Ways for dotted lines and working links between cards that already stand.

#include <span>
#include <vector>

#include "layout/chart/chart.hpp"
#include "layout/place/geometry.hpp"

namespace rolecall {

struct Route {
  Polyline line;   ///< empty where the cards are too far apart
  int length = 0;  ///< points
  int hidden = 0;  ///< how much of it runs under cards
  int shared = 0;  ///< how much of it runs on lines of other relations

  /// A line that is too long to follow, runs under cards or on other lines tells less than words.
  bool good() const;
};

/// A way for each relation: horizontal and vertical pieces in the gaps between the cards, that
/// keep off the connectors and each other where they can. The short ones choose first.
std::vector<Route> find_routes(std::span<const Rect> cards, std::span<const Polyline> connectors,
                               std::span<const Relation> relations);

}  // namespace rolecall
