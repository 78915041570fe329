#pragma once
// The legend of a chart.

#include <vector>

#include "layout/place/placement.hpp"

namespace rolecall {

/// The signs that occur in the chart, each once, placed from `left` and `top` in rows of at most
/// `width`; `size` becomes what they take.
std::vector<LegendEntry> make_legend(const Chart& chart, const Placement& placement, int left,
                                     int top, int width, Size& size);

}  // namespace rolecall
