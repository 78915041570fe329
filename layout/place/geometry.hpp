#pragma once
// Points and boxes in whole points (1/72 inch), x to the right, y down. Whole numbers keep the
// drawing the same on every machine.

#include <vector>

namespace rolecall {

struct Point {
  int x = 0;
  int y = 0;

  bool operator==(const Point&) const = default;
};

struct Size {
  int width = 0;
  int height = 0;

  bool operator==(const Size&) const = default;
};

struct Rect {
  int x = 0;  ///< left
  int y = 0;  ///< top
  int width = 0;
  int height = 0;

  int right() const { return x + width; }
  int bottom() const { return y + height; }
  int middle() const { return x + width / 2; }
  bool operator==(const Rect&) const = default;
};

/// A run of straight horizontal and vertical pieces.
using Polyline = std::vector<Point>;

}  // namespace rolecall
