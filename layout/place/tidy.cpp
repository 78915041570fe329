#include "layout/place/tidy.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "layout/place/tidy_pass.hpp"

namespace rolecall {
namespace {

constexpr std::size_t few = 30;  // boxes

Size turned(Size size) { return {size.height, size.width}; }

/// Small is good. With a wished proportion: the page that takes all, and how far off it is. Else:
/// how far from 3 to 2, far more beyond 1:2 and 2:1, and how much room is taken. Unbroken rows
/// read best; few boxes are read at once whatever their proportion.
double cost(Size size, std::size_t boxes, const TidyOptions& options, TidyShape shape, int broken) {
  if (options.direction == Direction::right) size = turned(size);
  const double width = size.width + options.frame.width + 1.0;
  const double height = size.height + options.frame.height + 1.0;
  const double breaks =
      broken == 0 ? 0 : 0.35 + (shape.wide > 2 ? 0 : 0.1) + (boxes < few ? 0.5 : 0);
  if (options.aspect > 0) {
    const double off = std::abs(std::log(width / height / options.aspect));
    return std::log(std::max(width / options.aspect, height)) + 1.5 * std::max(0.0, off - 0.06) +
           0.2 * breaks;
  }
  const double off = std::abs(std::log(width / height / 1.5));
  const double beyond = std::max(0.0, std::abs(std::log(width / height)) - std::log(2.0));
  return 1.5 * std::max(0.0, off - 0.35) + (beyond > 0 ? 0.5 + 4 * beyond : 0) +
         0.4 * std::log(width * height) + breaks;
}

/// The layout that grows to the right is the one that grows down, turned over its diagonal.
class Turned {
 public:
  Turned(const Forest& forest, const TidyOptions& options) : forest_(forest) {
    if (options.direction == Direction::down) return;
    turns_ = true;
    sizes_.reserve(forest.sizes.size());
    for (const Size size : forest.sizes) sizes_.push_back(turned(size));
    forest_.sizes = sizes_;
  }

  const Forest& forest() const { return forest_; }

  Tidy back(Tidy tidy) const {
    if (!turns_) return tidy;
    tidy.size = turned(tidy.size);
    for (Rect& box : tidy.boxes) box = {box.y, box.x, box.height, box.width};
    for (Polyline& line : tidy.connectors) {
      for (Point& point : line) point = {point.y, point.x};
    }
    return tidy;
  }

 private:
  Forest forest_;
  std::vector<Size> sizes_;
  bool turns_ = false;
};

/// Leaves of one boss, at most.
int longest_column(const Forest& forest, const TidyChildren& children) {
  int longest = 1;
  for (std::size_t boss = 0; boss <= forest.sizes.size(); ++boss) {
    const auto leaves = std::ranges::count_if(children.row(boss),
                                              [&](std::uint32_t i) { return children.leaf(i); });
    longest = std::max(longest, static_cast<int>(leaves));
  }
  return longest;
}

TidyPage page_of(const TidyOptions& options) {
  const double aspect = options.aspect > 0 ? options.aspect : 1.5;
  if (options.direction == Direction::down) return {aspect, options.frame};
  return {1 / aspect, turned(options.frame)};
}

}  // namespace

Tidy tidy(const Forest& given, const TidyOptions& options) {
  const Turned turned(given, options);
  const TidyChildren children(turned.forest());
  TidyPass pass(turned.forest(), children, options.order, page_of(options));
  const bool aligned = !given.levels.empty();
  TidyShape best;
  double least = std::numeric_limits<double>::infinity();
  const auto attempt = [&](TidyShape shape) {
    const Size size = pass.run(shape);
    // On levels, columns stand in for shelves.
    const int broken = aligned ? shape.rows - 1 : pass.broken();
    const double c = cost(size, given.sizes.size(), options, shape, broken);
    if (c < least - 1e-9) {
      least = c;
      best = shape;
    }
  };
  const bool huge = given.sizes.size() > 20'000;
  static constexpr std::array some_rows{1, 2, 3, 4, 6, 9, 14};
  static constexpr std::array few_rows{4, 8};
  const int longest = longest_column(turned.forest(), children);
  int before = 0;
  for (const int rows : huge ? std::span<const int>(few_rows) : std::span<const int>(some_rows)) {
    if (before >= longest) break;  // all leaves of one boss are in one column already
    before = rows;
    attempt({rows, 0});
    if (aligned) continue;  // shelves would stand on no level
    for (const double wide : {3.0, 1.7, 1.0, 0.6}) {
      if (!huge || wide == 1.7) attempt({rows, wide});
    }
  }
  // Around the best of these there may be a better one.
  const TidyShape near = best;
  for (const double by : {0.72, 0.85, 1.18, 1.4}) {
    if (near.wide > 0) attempt({near.rows, near.wide * by});
  }
  if (!huge && near.rows > 2) {
    for (const int rows : {near.rows - 1, near.rows + 1, near.rows + 2}) attempt({rows, best.wide});
  }
  return turned.back(pass.result(pass.run(best)));
}

}  // namespace rolecall
