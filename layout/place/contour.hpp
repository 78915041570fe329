#pragma once
// The outline of one side of a subtree, from the top down: a linked list of vertical pieces whose
// places are relative to each other, so that whole subtrees move in constant time.

#include <algorithm>
#include <cstdint>
#include <vector>

namespace rolecall {

/// One side. `x` is the place of the head, `tail_x` that of the tail, in the owner's frame.
struct Contour {
  std::int32_t head = -1;
  std::int32_t tail = -1;
  int x = 0;
  int tail_x = 0;

  void shift(int by) {
    x += by;
    tail_x += by;
  }
};

/// A subtree's outline; its top is at 0.
struct Outline {
  Contour left;
  Contour right;
  int height = 0;
  int min_x = 0;
  int max_x = 0;

  void shift(int by) {
    left.shift(by);
    right.shift(by);
    min_x += by;
    max_x += by;
  }
};

class Contours {
 public:
  void clear() { pieces_.clear(); }

  Outline box(int left, int right, int height) {
    return {piece(left, height), piece(right, height), height, left, right};
  }

  /// Puts a box on top of an outline.
  void cap(Outline& below, int left, int right, int height) {
    below.left = joined(piece(left, height), below.left);
    below.right = joined(piece(right, height), below.right);
    below.height += height;
    below.min_x = std::min(below.min_x, left);
    below.max_x = std::max(below.max_x, right);
  }

  /// How far `next` has to move for its left side to clear the right side of `row` by `gap`.
  int clearance(const Outline& row, const Outline& next, int gap) const {
    int move = row.right.x - next.left.x;
    std::int32_t r = row.right.head;
    std::int32_t l = next.left.head;
    int rx = row.right.x;
    int lx = next.left.x;
    int r_bottom = at(r).height;
    int l_bottom = at(l).height;
    for (;;) {
      move = std::max(move, rx - lx);
      const bool r_ends = r_bottom <= l_bottom;
      const bool l_ends = l_bottom <= r_bottom;
      if (r_ends) {
        rx += at(r).step;
        r = at(r).next;
        if (r < 0) break;
      }
      if (l_ends) {
        lx += at(l).step;
        l = at(l).next;
        if (l < 0) break;
      }
      if (r_ends) r_bottom += at(r).height;
      if (l_ends) l_bottom += at(l).height;
    }
    return move + gap;
  }

  /// Joins `next`, already moved to its place, to the right of `row`. Takes the pieces of both.
  void append(Outline& row, const Outline& next) {
    Contour right = next.right;
    if (row.height > next.height) extend(right, row.right, next.height);
    if (next.height > row.height) extend(row.left, next.left, row.height);
    row.right = right;
    row.height = std::max(row.height, next.height);
    row.min_x = std::min(row.min_x, next.min_x);
    row.max_x = std::max(row.max_x, next.max_x);
  }

 private:
  struct Piece {
    int height;
    int step;  ///< from this piece's x to the next one's
    std::int32_t next;
  };

  const Piece& at(std::int32_t i) const { return pieces_[static_cast<std::size_t>(i)]; }
  Piece& at(std::int32_t i) { return pieces_[static_cast<std::size_t>(i)]; }

  Contour piece(int x, int height) {
    pieces_.push_back({height, 0, -1});
    const auto index = static_cast<std::int32_t>(pieces_.size() - 1);
    return {index, index, x, x};
  }

  Contour joined(Contour upper, Contour lower) {
    at(upper.tail).next = lower.head;
    at(upper.tail).step = lower.x - upper.tail_x;
    return {upper.head, lower.tail, upper.x, lower.tail_x};
  }

  /// Makes `side`, which ends at `height`, go on with what `longer` has below that. Walks the
  /// part of `longer` that is hidden from now on, so that all calls together are linear.
  void extend(Contour& side, const Contour& longer, int height) {
    std::int32_t i = longer.head;
    int x = longer.x;
    int bottom = at(i).height;
    while (bottom <= height) {
      x += at(i).step;
      i = at(i).next;
      bottom += at(i).height;
    }
    Contour rest = piece(x, bottom - height);
    at(rest.tail).next = at(i).next;
    at(rest.tail).step = at(i).step;
    if (at(i).next >= 0) {
      rest.tail = longer.tail;
      rest.tail_x = longer.tail_x;
    }
    side = joined(side, rest);
  }

  std::vector<Piece> pieces_;
};

}  // namespace rolecall
