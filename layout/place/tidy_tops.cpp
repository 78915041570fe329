// Several tops: they stand where they leave least room empty.
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "layout/place/tidy_pass.hpp"

namespace rolecall {
namespace {

namespace gap = tidy_gap;

constexpr int below_top = gap::level + gap::shelf;  // so that nobody takes one for a report
constexpr std::size_t most_steps = 1000;
constexpr std::size_t many_tops = 500;

/// How far down a sheet is taken, from left to right.
class Skyline {
 public:
  explicit Skyline(int width) : width_(width) { steps_.push_back({0, 0}); }

  /// Takes the highest place that is free, and of those the leftmost; none before the last one in
  /// reading order.
  Point take(int width, int height) {
    Point best{0, std::numeric_limits<int>::max()};
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      const int x = steps_[i].x;
      if (i > 0 && x + width > width_) break;
      int y = 0;
      for (std::size_t k = i; k < steps_.size() && steps_[k].x < x + width; ++k) {
        y = std::max(y, steps_[k].y);
      }
      if (y < last_.y && x <= last_.x) y = last_.y;
      if (y < best.y) best = {x, y};
    }
    raise(best.x, best.x + width, best.y + height);
    last_ = best;
    return best;
  }

 private:
  void raise(int from, int to, int y) {
    std::vector<Point> next;
    int under = 0;
    for (const Point& step : steps_) {
      if (step.x <= to) under = step.y;
      if (step.x < from || step.x > to) next.push_back(step);
    }
    next.push_back({from, y});
    next.push_back({to, under});
    std::sort(next.begin(), next.end(), [](const Point& a, const Point& b) { return a.x < b.x; });
    steps_.swap(next);
    if (steps_.size() > most_steps) level();
  }

  /// Begins anew below all, so that no search takes long.
  void level() {
    int lowest = 0;
    for (const Point& step : steps_) lowest = std::max(lowest, step.y);
    steps_.assign(1, {0, lowest});
  }

  int width_;
  Point last_;
  std::vector<Point> steps_;  ///< where each begins
};

}  // namespace

/// Packs the tops onto a sheet of the best width.
Outline TidyPass::tops() {
  int whole = 0;
  int widest = 0;
  double area = 0;
  for (const Item& item : items_) {
    whole += breadth(item);
    widest = std::max(widest, breadth(item));
    area += static_cast<double>(breadth(item)) * (item.outline.height + below_top);
  }
  std::vector<Point> places(items_.size());
  const auto pack = [&](int width) {
    Skyline skyline(width);
    Size size;
    for (std::size_t k = 0; k < items_.size(); ++k) {
      const int height = items_[k].outline.height;
      places[k] = skyline.take(breadth(items_[k]), height + below_top - gap::row);
      size.width = std::max(size.width, places[k].x + breadth(items_[k]) - gap::cousin);
      size.height = std::max(size.height, places[k].y + height);
    }
    return size;
  };
  int best = std::max(widest, static_cast<int>(std::sqrt(area * page_.aspect)));
  if (items_.size() <= many_tops) {
    double least = std::numeric_limits<double>::infinity();
    for (int width = whole; width >= widest; width -= width / 12 + 1) {
      const Size size = pack(width);
      const double cost = room(size.width, size.height);
      if (cost < least) {
        least = cost;
        best = width;
      }
    }
  }
  const Size size = pack(best);
  for (std::size_t k = 0; k < items_.size(); ++k) {
    items_[k].anchor = places[k].x - items_[k].outline.min_x;
    put(items_[k], items_[k].anchor, places[k].y, 0);
    if (places[k].y > 0) broken_ = std::max(broken_, 1);
  }
  return contours_.box(0, size.width, size.height);
}

}  // namespace rolecall
