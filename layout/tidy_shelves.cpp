// Rows that are too wide break into shelves below each other.
#include <algorithm>
#include <utility>

#include "layout/tidy_pass.hpp"

namespace rolecall {

namespace gap = tidy_gap;

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

/// Where the spine best goes through a shelf: with the same breadth on both sides.
std::size_t TidyPass::middle(std::size_t begin, std::size_t end) const {
  double whole = 0;
  for (std::size_t k = begin; k < end; ++k) whole += breadth(items_[k]);
  double left = 0;
  std::size_t cut = begin;
  while (cut + 1 < end && left + breadth(items_[cut]) / 2 < whole / 2)
    left += breadth(items_[cut++]);
  return std::max(cut, begin + 1);
}

/// What a number of shelves would cost: room, and more for a bad proportion.
double TidyPass::cost_of_breaks(double target) const {
  double width = 0;
  double height = 0;
  for (std::size_t begin = 0; begin < items_.size();) {
    const std::size_t end = shelf_end(begin, target);
    double shelf_width = 0;
    int shelf_height = 0;
    for (std::size_t k = begin; k < end; ++k) {
      shelf_width += breadth(items_[k]);
      shelf_height = std::max(shelf_height, items_[k].outline.height);
    }
    width = std::max(width, shelf_width);
    height += shelf_height + gap::level + gap::shelf;
    begin = end;
  }
  const double ratio = width / height;
  return width * height * std::max({1.0, ratio / shape_.wide, 1 / (ratio * shape_.wide)});
}

/// How the row best breaks. Where that saves much, the tall subtrees come first.
TidyPass::Breaks TidyPass::choose_breaks() {
  if (shape_.wide == 0 || items_.size() < 2) return {};
  double width = 0;
  for (const Item& item : items_) width += breadth(item);
  const auto best_of = [&](double& least) {
    Breaks best{1, width};
    least = cost_of_breaks(width) * 0.8;  // an unbroken row reads best
    const std::size_t most = (items_.size() + 1) / 2;
    for (std::size_t shelves = 2; shelves <= most; shelves += 1 + shelves / 6) {
      const double target = width / static_cast<double>(shelves);
      const double cost = cost_of_breaks(target);
      if (cost < least) {
        least = cost;
        best = {shelves, target};
      } else if (cost > 4 * least) {
        break;
      }
    }
    return best;
  };
  double as_written = 0;
  const Breaks best = best_of(as_written);
  if (items_.size() < 4) return best;
  std::vector<Item> before = items_;
  std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
    return std::pair(-a.outline.height, a.first) < std::pair(-b.outline.height, b.first);
  });
  double sorted = 0;
  const Breaks other = best_of(sorted);
  if (other.shelves > 1 && sorted < 0.75 * as_written) return other;
  items_.swap(before);
  return best;
}

/// The items on shelves below each other. The boss's spine goes down between two halves of each,
/// to the last one.
Outline TidyPass::shelves(bool real, int top, double target) {
  const int half_level = gap::level / 2;
  const int between = real ? gap::level - gap::row + gap::shelf : gap::level;
  int y = 0;
  int min_x = 0;
  int max_x = 0;
  for (std::size_t begin = 0; begin < items_.size();) {
    const std::size_t end = shelf_end(begin, target);
    Outline shelf;
    if (!real) {
      shelf = half_row(begin, end);
      for (std::size_t k = begin; k < end; ++k) items_[k].anchor -= shelf.min_x;
      shelf.shift(-shelf.min_x);
    } else if (end == items_.size()) {
      shelf = row(begin, end);
    } else {
      // The spine goes on to the next shelf: it needs a way through this one.
      const std::size_t cut = middle(begin, end);
      const int half_gutter = gap::cousin / 2 + 2;
      Outline left = half_row(begin, cut);
      for (std::size_t k = begin; k < cut; ++k) items_[k].anchor -= left.max_x + half_gutter;
      left.shift(-left.max_x - half_gutter);
      shelf = left;
      if (cut < end) {
        Outline right = half_row(cut, end);
        for (std::size_t k = cut; k < end; ++k) items_[k].anchor += half_gutter - right.min_x;
        right.shift(half_gutter - right.min_x);
        shelf.max_x = right.max_x;
        shelf.height = std::max(left.height, right.height);
      }
    }
    for (std::size_t k = begin; k < end; ++k) {
      put(items_[k], items_[k].anchor, top + y, top + y - half_level);
      reach(items_[k]);
    }
    min_x = std::min(min_x, shelf.min_x);
    max_x = std::max(max_x, shelf.max_x);
    y += shelf.height + between;
    begin = end;
  }
  return contours_.box(std::min(min_x, bar_left_), std::max(max_x, bar_right_), y - between);
}

}  // namespace rolecall
