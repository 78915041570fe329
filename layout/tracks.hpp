#pragma once
// The straight pieces of lines that are drawn already, for what comes after them.

#include <map>
#include <vector>

#include "layout/geometry.hpp"

namespace rolecall {

class Tracks {
 public:
  void add(const Polyline& line);

  /// How much of a piece runs on a drawn one, or so close beside it that the two look like one.
  int shared(Point a, Point b) const;
  /// How many drawn pieces it crosses.
  int crossed(Point a, Point b) const;

 private:
  struct Piece {
    int from;
    int to;
  };
  using Pieces = std::map<int, std::vector<Piece>>;  ///< by the place that all points have

  Pieces level_;
  Pieces upright_;
};

}  // namespace rolecall
