// Rows that are too wide break into shelves below each other.
#include <algorithm>
#include <array>
#include <utility>

#include "layout/place/tidy_pass.hpp"

namespace rolecall {

namespace gap = tidy_gap;

namespace {

/// How far the two sides of a spine are taken.
struct Wings {
  std::array<Size, 2> sides{};  ///< left, right

  /// The side that ends higher up.
  std::size_t next() const { return sides[1].height < sides[0].height ? 1 : 0; }
  int height() const { return std::max(sides[0].height, sides[1].height); }

  void add(int width, int height) {
    Size& side = sides[next()];
    side.width = std::max(side.width, width);
    side.height += height;
  }
};

}  // namespace

std::size_t TidyPass::shelf_end(std::size_t begin, double target) const {
  double width = 0;
  std::size_t end = begin;
  while (end < items_.size()) {
    const double more = breadth(items_[end]);
    if (end > begin && width + more / 2 > target) break;
    width += more;
    ++end;
  }
  return end;
}

/// The room that a row of this size takes, and more for a bad proportion. At the top it is the
/// page that holds all.
double TidyPass::room(double width, double height) const {
  if (at_top_) {
    width += page_.frame.width;
    height += page_.frame.height;
    return std::max(width * width / page_.aspect, height * height * page_.aspect);
  }
  const double ratio = width / height;
  return width * height * std::max({1.0, ratio / shape_.wide, shape_.wide / (3 * ratio)});
}

/// What a number of shelves would cost: room, and more for a bad proportion.
double TidyPass::cost_of_breaks(double target) const {
  Wings wings;
  for (std::size_t begin = 0; begin < items_.size();) {
    const std::size_t end = shelf_end(begin, target);
    int width = 0;
    int height = 0;
    for (std::size_t k = begin; k < end; ++k) {
      width += breadth(items_[k]);
      height = std::max(height, items_[k].outline.height);
    }
    wings.add(width, height + gap::level + gap::shelf);
    begin = end;
  }
  const double width = wings.sides[0].width + wings.sides[1].width;
  return room(width, wings.height());
}

/// How the row best breaks. Where that saves much, the tall subtrees come first.
TidyPass::Breaks TidyPass::choose_breaks() {
  if (shape_.wide == 0 || items_.size() < 2) return {};
  double width = 0;
  double taken = 0;  // by the subtrees alone
  int height = 0;
  for (const Item& item : items_) {
    const int each = item.outline.height + gap::level + gap::shelf;
    width += breadth(item);
    height = std::max(height, each);
    taken += static_cast<double>(breadth(item)) * each;
  }
  const double unbroken = 0.8 * room(width, height);  // it reads best
  if (taken >= unbroken) return {};
  const auto best_of = [&](Breaks best) {
    for (std::size_t shelves = 3; shelves <= items_.size(); shelves += 1 + shelves / 6) {
      const double target = width / static_cast<double>(shelves);
      const double cost = cost_of_breaks(target);
      if (cost < best.cost) {
        best = {shelves, target, cost};
      } else if (cost > 4 * best.cost) {
        break;
      }
    }
    return best;
  };
  const Breaks best = best_of({1, width, unbroken});
  if (items_.size() < 4 || taken >= 0.75 * best.cost) return best;
  std::vector<Item> before = items_;
  std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
    return std::pair(-a.outline.height, a.first) < std::pair(-b.outline.height, b.first);
  });
  const Breaks other = best_of({1, width, 0.75 * best.cost});
  if (other.shelves > 1) return other;
  items_.swap(before);
  return best;
}

/// The items on shelves at both sides of the boss's spine, each next one at the side that ends
/// higher up: so they come from the top down in their order.
Outline TidyPass::shelves(int top, double target) {
  const int half_gutter = gap::cousin / 2 + 2;
  const int between = gap::level - gap::row + gap::shelf;
  Wings wings;
  for (std::size_t begin = 0; begin < items_.size();) {
    const std::size_t end = shelf_end(begin, target);
    const Outline shelf = half_row(begin, end);
    const bool left = wings.next() == 0;
    const int y = top + wings.sides[wings.next()].height;
    const int shift = left ? -shelf.max_x - half_gutter : half_gutter - shelf.min_x;
    for (std::size_t k = begin; k < end; ++k) {
      items_[k].anchor += shift;
      put(items_[k], items_[k].anchor, y, y - gap::level / 2);
      reach(items_[k]);
    }
    wings.add(half_gutter + shelf.max_x - shelf.min_x, shelf.height + between);
    begin = end;
  }
  return contours_.box(-wings.sides[0].width, wings.sides[1].width, wings.height() - between);
}

}  // namespace rolecall
