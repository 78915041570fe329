// What lines run into, counted near them alone, is what there is.

#include "layout/place/tracks.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <span>

#include "tests/layout/charts.hpp"

namespace rolecall::test {
namespace {

Polyline random_line(Dice& dice) {
  const auto place = [&] { return dice.below(1200) - 600; };
  Polyline line{{place(), place()}};
  for (int k = 0; k < 3; ++k) {
    Point next = line.back();
    (k % 2 == 0 ? next.x : next.y) = place();
    line.push_back(next);
  }
  return line;
}

struct Piece {
  Point a;
  Point b;
  bool level() const { return a.y == b.y; }
  int at() const { return level() ? a.y : a.x; }
  int from() const { return level() ? std::min(a.x, b.x) : std::min(a.y, b.y); }
  int to() const { return level() ? std::max(a.x, b.x) : std::max(a.y, b.y); }
};

}  // namespace

TEST_CASE("tracks count what a piece shares and crosses") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    Dice dice(seed);
    std::vector<Polyline> lines;
    for (int i = 0; i < 60; ++i) lines.push_back(random_line(dice));
    const std::span<const Polyline> all(lines);
    Tracks tracks(all.first(40));
    for (std::size_t i = 40; i < lines.size(); ++i) tracks.add(lines[i]);
    for (int query = 0; query < 100; ++query) {
      const Polyline line = random_line(dice);
      const Piece own{line[0], line[1]};
      int shared = 0;
      int crossed = 0;
      for (const Polyline& each : lines) {
        for (std::size_t k = 1; k < each.size(); ++k) {
          const Piece other{each[k - 1], each[k]};
          if (other.level() == own.level()) {
            const bool near = std::abs(other.at() - own.at()) <= 3;
            const int both = std::min(own.to(), other.to()) - std::max(own.from(), other.from());
            shared += near ? std::max(0, both) : 0;
          } else {
            crossed += own.from() < other.at() && other.at() < own.to() &&
                               other.from() < own.at() && own.at() < other.to()
                           ? 1
                           : 0;
          }
        }
      }
      CHECK(tracks.shared(own.a, own.b) == shared);
      CHECK(tracks.crossed(own.a, own.b) == crossed);
    }
  }
}

}  // namespace rolecall::test
