#include "layout/tidy.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "layout/tidy_pass.hpp"

namespace rolecall {
namespace {

/// Small is good: how far the proportion, with title and legend, is from 3 to 2, how much room is
/// taken, and that unbroken rows read best.
double cost(Size size, TidyShape shape, int broken) {
  constexpr double head_and_legend = 150;
  const double width = size.width + 1.0;
  const double height = size.height + head_and_legend;
  const double off = std::abs(std::log(width / height / 1.5));
  const double breaks = broken == 0 ? 0 : 0.35 + (shape.wide > 2 ? 0 : 0.1);
  return 1.5 * std::max(0.0, off - 0.35) + 0.4 * std::log(width * height) + breaks;
}

}  // namespace

Tidy tidy(const Forest& forest, TidyShape shape) {
  const TidyChildren children(forest);
  TidyPass pass(forest, children);
  const Size size = pass.run(shape);
  return pass.result(size);
}

Tidy tidy(const Forest& forest) {
  const TidyChildren children(forest);
  TidyPass pass(forest, children);
  const bool huge = forest.sizes.size() > 20'000;
  static constexpr std::array some_rows{1, 2, 3, 4, 6, 8, 12, 16};
  static constexpr std::array few_rows{4, 8};
  static constexpr std::array some_wide{0.0, 3.0, 1.8};
  static constexpr std::array few_wide{0.0, 2.0};
  TidyShape best;
  double least = std::numeric_limits<double>::infinity();
  for (const int rows : huge ? std::span<const int>(few_rows) : std::span<const int>(some_rows)) {
    for (const double wide :
         huge ? std::span<const double>(few_wide) : std::span<const double>(some_wide)) {
      const TidyShape shape{rows, wide};
      const Size size = pass.run(shape);
      const double c = cost(size, shape, pass.broken());
      if (c < least - 1e-9) {
        least = c;
        best = shape;
      }
    }
  }
  const Size size = pass.run(best);
  return pass.result(size);
}

}  // namespace rolecall
