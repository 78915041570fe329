#pragma once
// Where the cards of a table stand, and the words before its rows and above its columns.

#include "layout/place/placement.hpp"

namespace rolecall {

/// Sets cards, headings and rules of a chart that has a table, below `top`; the faces are there
/// already. Returns the width of the whole and its height from `top`. Linear in cards, rows and
/// columns.
Size place_table(const Chart& chart, Placement& out, int top);

}  // namespace rolecall
