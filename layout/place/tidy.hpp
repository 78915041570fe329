#pragma once
// The compact tidy layout: where boxes of a forest stand, and the lines of its connectors.
//
// Siblings stand in a row with their tops aligned and their boss above the middle. Several leaves
// in a row become a stack: columns that hang on rails, two columns to a rail. A row that gets too
// wide breaks into shelves on both sides of a spine that comes down from the boss. Aides hang at
// the side of the line that comes down from their boss, above the row. Subtrees that stand in one
// row move together until their contours touch (as in van der Ploeg's algorithm). Linear in the
// number of boxes but for sorting, without recursion.

#include <cstdint>
#include <span>
#include <vector>

#include "layout/place/arrangement.hpp"
#include "layout/place/geometry.hpp"

namespace rolecall {

inline constexpr std::uint32_t no_parent = 0xffffffff;

struct Forest {
  std::span<const Size> sizes;
  std::span<const std::uint32_t> parents;    ///< below the box's own index, or `no_parent`
  std::span<const std::uint8_t> aides = {};  ///< not 0: an assistant or deputy (or empty)
  /// Boxes of one level stand in one band, with their tops at its top but for columns of leaves,
  /// which begin there; below the band of each one's parent (or empty).
  std::span<const std::uint32_t> levels = {};
};

struct TidyOptions {
  Direction direction = Direction::down;
  Order order = Order::file;
  double aspect = 0;  ///< wished width by height, with the frame; 0: free, from 1:2 to 2:1
  Size frame;         ///< what stands around the boxes on the same page: title, legend, margins
};

/// What a layout is free to choose.
struct TidyShape {
  int rows = 1;     ///< boxes in a column of leaves
  double wide = 0;  ///< rows break to be at most this many times as wide as high; 0: never
};

struct Tidy {
  std::vector<Rect> boxes;
  /// One a box: from the middle of its boss's bottom (growing right: of its right side); empty for
  /// tops.
  std::vector<Polyline> connectors;
  Size size;
  TidyShape shape;  ///< that was chosen
};

/// Chooses the number of columns and shelves by the proportion of the whole.
Tidy tidy(const Forest& forest, const TidyOptions& options = {});

namespace tidy_gap {
inline constexpr int level = 36;    ///< from a boss's bottom to the tops below
inline constexpr int sibling = 18;  ///< between two boxes of a row
inline constexpr int cousin = 30;   ///< between two subtrees
inline constexpr int row = 12;      ///< between the boxes of a column
inline constexpr int rail = 12;     ///< from a rail to the boxes beside it
inline constexpr int shelf = 20;    ///< below a shelf, besides `row`
inline constexpr int aide = 8;      ///< above the first aide, besides `row`
}  // namespace tidy_gap

}  // namespace rolecall
