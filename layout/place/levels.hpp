#pragma once
// In which band cards stand where those of one grade stand in one.

#include <cstdint>
#include <vector>

#include "layout/chart/chart.hpp"

namespace rolecall {

/// A level for each card, 0 at the top, below that of its parent. Cards of one grade have one
/// level, but for those that stand below somebody of their own grade or of one that is lower on
/// the average: they keep to their parent, as those without a grade do.
std::vector<std::uint32_t> grade_levels(const Chart& chart);

}  // namespace rolecall
