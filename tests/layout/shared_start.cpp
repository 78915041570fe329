// Connectors of siblings: nothing is drawn twice, and nothing is left out.
#include "layout/place/shared_start.hpp"

#include <catch2/catch.hpp>

using namespace rolecall;

namespace {
const Polyline left{{100, 0}, {100, 10}, {0, 10}, {0, 20}};
const Polyline middle_left{{100, 0}, {100, 10}, {60, 10}, {60, 20}};
const Polyline right{{100, 0}, {100, 10}, {200, 10}, {200, 20}};
const Polyline further{{100, 0}, {100, 10}, {300, 10}, {300, 20}};
}  // namespace

TEST_CASE("the common start of two connectors is measured along the line") {
  CHECK(shared_length(left, left) == 120);
  CHECK(shared_length(middle_left, left) == 50);
  CHECK(shared_length(left, middle_left) == 50);
  CHECK(shared_length(right, left) == 10);
  CHECK(shared_length(further, right) == 110);
  CHECK(shared_length({{0, 0}, {0, 9}}, left) == 0);
  CHECK(shared_length({}, left) == 0);
}

TEST_CASE("the rest of a connector goes on where the start ends") {
  CHECK(without_start(left, 0) == left);
  CHECK(without_start(middle_left, 50) == Polyline{{60, 10}, {60, 20}});
  CHECK(without_start(right, 10) == Polyline{{100, 10}, {200, 10}, {200, 20}});
  CHECK(without_start(further, 110) == Polyline{{200, 10}, {300, 10}, {300, 20}});
  // The last piece always stays, so that each card has its own.
  CHECK(without_start(left, 120) == Polyline{{0, 10}, {0, 20}});
  CHECK(without_start({}, 5).empty());
}
