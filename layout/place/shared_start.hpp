#pragma once
// Connectors of siblings run together for a while. What one has drawn the next need not draw again:
// a line drawn twice looks bolder than its neighbours, and takes twice the time.

#include "layout/place/geometry.hpp"

namespace rolecall {

/// How much of `line`, from its start, `drawn` covers as well, in points along the line. Both are
/// of horizontal and vertical pieces.
int shared_length(const Polyline& line, const Polyline& drawn);

/// The rest of a line after so many points along it. Its last piece always stays.
Polyline without_start(const Polyline& line, int length);

}  // namespace rolecall
