#pragma once
// The straight pieces of lines that are drawn already, for what comes after them.

#include <span>
#include <vector>

#include "layout/place/geometry.hpp"

namespace rolecall {

class Tracks {
 public:
  Tracks() = default;
  explicit Tracks(std::span<const Polyline> lines);

  /// Takes time in proportion to all that is there: for the few lines that come later.
  void add(const Polyline& line);

  /// How much of a piece runs on a drawn one, or so close beside it that the two look like one.
  int shared(Point a, Point b) const;
  /// How many drawn pieces it crosses.
  int crossed(Point a, Point b) const;

 private:
  /// What lies in one cell of a grid, of a piece that may be longer.
  struct Part {
    int across;  ///< the cell's number across the piece
    int along;
    int at;  ///< the place that all points have
    int from;
    int to;
  };
  using Parts = std::vector<Part>;  ///< by cells

  template <class Visit>
  static void visit(const Parts& parts, int across, int first, int last, Visit visit);
  void append(const Polyline& line);
  void sort();

  // Horizontal and vertical pieces.
  Parts level_;
  Parts upright_;
};

}  // namespace rolecall
