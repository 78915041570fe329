// The tidy layout on random trees: nothing lies over anything, and it keeps its proportion.

#include <catch2/catch.hpp>
#include <chrono>

#include "tests/layout/charts.hpp"
#include "tests/layout/overlap.hpp"

namespace rolecall::test {
namespace {

constexpr Tree all_trees[] = {Tree::any,  Tree::regular, Tree::star,
                              Tree::deep, Tree::chain,   Tree::forest};

void check_connectors(const Boxes& boxes, const Tidy& tidy) {
  int wrong = 0;
  for (std::size_t i = 0; i < boxes.sizes.size(); ++i) {
    const Polyline& line = tidy.connectors[i];
    if (boxes.parents[i] == no_parent) {
      wrong += line.empty() ? 0 : 1;
      continue;
    }
    const Rect& boss = tidy.boxes[boxes.parents[i]];
    const Rect& box = tidy.boxes[i];
    const Point from{boss.middle(), boss.bottom()};
    const Point top{box.middle(), box.y};
    const Point left{box.x, box.y + box.height / 2};
    const Point right{box.right(), box.y + box.height / 2};
    const bool ends = line.size() >= 2 && line.front() == from &&
                      (line.back() == top || line.back() == left || line.back() == right);
    wrong += ends ? 0 : 1;
    for (std::size_t k = 1; k < line.size(); ++k) {
      wrong += line[k - 1].x == line[k].x || line[k - 1].y == line[k].y ? 0 : 1;
    }
  }
  CHECK(wrong == 0);
}

void check_inside(const Tidy& tidy) {
  int outside = 0;
  for (const Rect& box : tidy.boxes) {
    outside +=
        box.x < 0 || box.y < 0 || box.right() > tidy.size.width || box.bottom() > tidy.size.height;
  }
  for (const Polyline& line : tidy.connectors) {
    for (const Point& p : line) {
      outside += p.x < 0 || p.y < 0 || p.x > tidy.size.width || p.y > tidy.size.height;
    }
  }
  CHECK(outside == 0);
}

void check_tree(int count, Tree tree, std::uint32_t seed) {
  INFO("count " << count << " tree " << static_cast<int>(tree) << " seed " << seed);
  const Boxes boxes = random_boxes(count, tree, seed);
  const Tidy tidy = rolecall::tidy(boxes.forest());
  REQUIRE(tidy.boxes.size() == boxes.sizes.size());
  for (std::size_t i = 0; i < boxes.sizes.size(); ++i) {
    if (Size{tidy.boxes[i].width, tidy.boxes[i].height} != boxes.sizes[i]) FAIL("size changed");
  }
  CHECK(overlaps(tidy.boxes) == 0);
  CHECK(crossings(tidy.connectors, tidy.boxes) == 0);
  check_connectors(boxes, tidy);
  check_inside(tidy);
}

double proportion(const Boxes& boxes) {
  const Size size = tidy(boxes.forest()).size;
  return static_cast<double>(size.width) / size.height;
}

}  // namespace

TEST_CASE("no box and no connector lies over a box, on many small trees") {
  for (const Tree tree : all_trees) {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
      check_tree(1 + static_cast<int>(seed), tree, seed);
    }
  }
}

TEST_CASE("no box and no connector lies over a box, on large trees") {
  for (const Tree tree : all_trees) {
    check_tree(1000, tree, 1);
    check_tree(20'001, tree, 2);
  }
  for (const Tree tree : {Tree::any, Tree::regular, Tree::chain}) check_tree(100'000, tree, 3);
}

TEST_CASE("nothing and one box") {
  const Tidy none = tidy({});
  CHECK(none.boxes.empty());
  CHECK(none.size == Size{0, 0});
  const Boxes one = random_boxes(1, Tree::any, 1);
  const Tidy tidy = rolecall::tidy(one.forest());
  CHECK(tidy.size == one.sizes[0]);
  CHECK(tidy.boxes[0] == Rect{0, 0, one.sizes[0].width, one.sizes[0].height});
}

TEST_CASE("what stands first comes before its siblings") {
  Boxes boxes = random_boxes(3, Tree::star, 1);
  boxes.first = {0, 0, 1};
  const Tidy tidy = rolecall::tidy(boxes.forest());
  const Rect& ordinary = tidy.boxes[1];
  const Rect& assistant = tidy.boxes[2];
  CHECK((assistant.x < ordinary.x || (assistant.x == ordinary.x && assistant.y < ordinary.y)));
}

TEST_CASE("real organisations keep a proportion of 1:2 to 2:1 or so") {
  for (const int count : {10, 30, 100, 300, 1000, 3000}) {
    INFO(count);
    const double regular = proportion(random_boxes(count, Tree::regular, 7));
    CHECK(regular > 0.45);
    CHECK(regular < 2.6);
    const double star = proportion(random_boxes(count, Tree::star, 7));
    CHECK(star > 0.45);
    CHECK(star < 2.6);
  }
  const double crowd = proportion(random_boxes(20'000, Tree::star, 7));
  CHECK(crowd > 0.45);
  CHECK(crowd < 2.6);
}

TEST_CASE("the layout wastes little room on an ordinary organisation") {
  for (const int count : {300, 3000}) {
    const Boxes boxes = random_boxes(count, Tree::regular, 5);
    const Size size = tidy(boxes.forest()).size;
    double area = 0;
    for (const Size& box : boxes.sizes) area += static_cast<double>(box.width) * box.height;
    CHECK(area / (static_cast<double>(size.width) * size.height) > 0.12);
  }
}

TEST_CASE("the layout grows with the number of boxes and not with its square") {
  const auto seconds = [](int count) {
    const Boxes boxes = random_boxes(count, Tree::regular, 1);
    double least = 1e9;
    for (int i = 0; i < 3; ++i) {
      const auto begin = std::chrono::steady_clock::now();
      const Tidy done = tidy(boxes.forest());
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
      least = std::min(least, took.count());
    }
    return least;
  };
  // Ten times as many; a square would be a hundred times.
  CHECK(seconds(20'000) < 40 * seconds(2'000));
}

}  // namespace rolecall::test
