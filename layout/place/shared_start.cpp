#include "layout/place/shared_start.hpp"

#include <algorithm>
#include <cstdlib>

namespace rolecall {
namespace {

int length(Point a, Point b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); }

int sign(int value) { return (value > 0) - (value < 0); }

bool same_direction(Point from, Point a, Point b) {
  return sign(a.x - from.x) == sign(b.x - from.x) && sign(a.y - from.y) == sign(b.y - from.y);
}

/// The point so far from `a` on the way to `b`.
Point along(Point a, Point b, int distance) {
  return {a.x + sign(b.x - a.x) * distance, a.y + sign(b.y - a.y) * distance};
}

}  // namespace

int shared_length(const Polyline& line, const Polyline& drawn) {
  if (line.empty() || drawn.empty() || line[0] != drawn[0]) return 0;
  int shared = 0;
  for (std::size_t i = 1; i < line.size() && i < drawn.size(); ++i) {
    if (line[i] == drawn[i]) {
      shared += length(line[i - 1], line[i]);
      continue;
    }
    if (same_direction(line[i - 1], line[i], drawn[i])) {
      shared += std::min(length(line[i - 1], line[i]), length(drawn[i - 1], drawn[i]));
    }
    break;
  }
  return shared;
}

Polyline without_start(const Polyline& line, int cut) {
  std::size_t i = 1;
  while (i + 1 < line.size() && cut >= length(line[i - 1], line[i])) {
    cut -= length(line[i - 1], line[i]);
    ++i;
  }
  if (i >= line.size()) return line;
  Polyline rest;
  // A corner that is left behind would have no piece to it.
  const bool last = i + 1 == line.size();
  rest.push_back(last && cut >= length(line[i - 1], line[i]) ? line[i - 1]
                                                             : along(line[i - 1], line[i], cut));
  rest.insert(rest.end(), line.begin() + static_cast<std::ptrdiff_t>(i), line.end());
  return rest;
}

}  // namespace rolecall
