#pragma once
// The compact tidy layout: where boxes of a forest stand, and the lines of its connectors.
//
// Siblings stand in a row with their tops aligned and their boss above the middle. Several leaves
// in a row become a stack: columns that hang on rails, two columns to a rail. A row that gets too
// wide breaks into shelves on both sides of a spine that comes down from the boss. Subtrees that
// stand in one row move together until their contours touch (as in van der Ploeg's algorithm).
// Linear in the number of boxes, without recursion.

#include <cstdint>
#include <span>
#include <vector>

#include "layout/geometry.hpp"

namespace rolecall {

inline constexpr std::uint32_t no_parent = 0xffffffff;

struct Forest {
  std::span<const Size> sizes;
  std::span<const std::uint32_t> parents;  ///< below the box's own index, or `no_parent`
  std::span<const std::uint8_t> first;     ///< not 0: stands before its siblings (or empty)
};

/// What a layout is free to choose.
struct TidyShape {
  int rows = 1;     ///< boxes in a column of leaves
  double wide = 0;  ///< rows break to be at most this many times as wide as high; 0: never
};

struct Tidy {
  std::vector<Rect> boxes;
  std::vector<Polyline> connectors;  ///< one a box: from its boss's bottom centre; empty for tops
  Size size;
  TidyShape shape;  ///< that was chosen
};

/// Chooses the number of columns and shelves by the proportion of the whole, about 3 to 2.
Tidy tidy(const Forest& forest);
/// With a shape that was chosen before, for much the same forest: a tenth of the time.
Tidy tidy(const Forest& forest, TidyShape shape);

namespace tidy_gap {
inline constexpr int level = 36;    ///< from a boss's bottom to the tops below
inline constexpr int sibling = 18;  ///< between two boxes of a row
inline constexpr int cousin = 30;   ///< between two subtrees
inline constexpr int row = 12;      ///< between the boxes of a column
inline constexpr int rail = 12;     ///< from a rail to the boxes beside it
inline constexpr int shelf = 20;    ///< below a shelf, besides `row`
}  // namespace tidy_gap

}  // namespace rolecall
