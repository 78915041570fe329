#include "layout/tracks.hpp"

#include <algorithm>
#include <cstddef>

namespace rolecall {
namespace {

constexpr int apart = 3;  // lines that are nearer to each other are hard to tell apart

}  // namespace

void Tracks::add(const Polyline& line) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Point a = line[i - 1];
    const Point b = line[i];
    if (a.y == b.y) {
      level_[a.y].push_back({std::min(a.x, b.x), std::max(a.x, b.x)});
    } else {
      upright_[a.x].push_back({std::min(a.y, b.y), std::max(a.y, b.y)});
    }
  }
}

int Tracks::shared(Point a, Point b) const {
  const bool level = a.y == b.y;
  const Pieces& pieces = level ? level_ : upright_;
  const int at = level ? a.y : a.x;
  const int from = level ? std::min(a.x, b.x) : std::min(a.y, b.y);
  const int to = level ? std::max(a.x, b.x) : std::max(a.y, b.y);
  int sum = 0;
  for (auto near = pieces.lower_bound(at - apart); near != pieces.end(); ++near) {
    if (near->first > at + apart) break;
    for (const Piece& piece : near->second) {
      sum += std::max(0, std::min(to, piece.to) - std::max(from, piece.from));
    }
  }
  return sum;
}

int Tracks::crossed(Point a, Point b) const {
  const bool level = a.y == b.y;
  const Pieces& pieces = level ? upright_ : level_;
  const int at = level ? a.y : a.x;
  const int from = level ? std::min(a.x, b.x) : std::min(a.y, b.y);
  const int to = level ? std::max(a.x, b.x) : std::max(a.y, b.y);
  int count = 0;
  for (auto near = pieces.upper_bound(from); near != pieces.end() && near->first < to; ++near) {
    for (const Piece& piece : near->second) count += piece.from < at && at < piece.to ? 1 : 0;
  }
  return count;
}

}  // namespace rolecall
