// The tidy layout on random trees: nothing lies over anything, and it keeps its proportion.

#include <array>
#include <catch2/catch.hpp>
#include <map>

#include "tests/layout/charts.hpp"
#include "tests/layout/overlap.hpp"

namespace rolecall::test {
namespace {

constexpr Tree all_trees[] = {Tree::any,  Tree::regular, Tree::star,
                              Tree::deep, Tree::chain,   Tree::forest};

void check_connectors(const Boxes& boxes, const Tidy& tidy, Direction direction) {
  int wrong = 0;
  for (std::size_t i = 0; i < boxes.sizes.size(); ++i) {
    const Polyline& line = tidy.connectors[i];
    if (boxes.parents[i] == no_parent) {
      wrong += line.empty() ? 0 : 1;
      continue;
    }
    const Rect& boss = tidy.boxes[boxes.parents[i]];
    const Rect& box = tidy.boxes[i];
    const bool down = direction == Direction::down;
    const Point from =
        down ? Point{boss.middle(), boss.bottom()} : Point{boss.right(), boss.y + boss.height / 2};
    const Point top{box.middle(), box.y};
    const Point bottom{box.middle(), box.bottom()};
    const Point left{box.x, box.y + box.height / 2};
    const Point right{box.right(), box.y + box.height / 2};
    const bool ends =
        line.size() >= 2 && line.front() == from &&
        (line.back() == top || line.back() == left || line.back() == (down ? right : bottom));
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

void check_boxes(const Boxes& boxes, const TidyOptions& options = {}) {
  const Tidy tidy = rolecall::tidy(boxes.forest(), options);
  REQUIRE(tidy.boxes.size() == boxes.sizes.size());
  for (std::size_t i = 0; i < boxes.sizes.size(); ++i) {
    if (Size{tidy.boxes[i].width, tidy.boxes[i].height} != boxes.sizes[i]) FAIL("size changed");
  }
  CHECK(overlaps(tidy.boxes) == 0);
  CHECK(crossings(tidy.connectors, tidy.boxes) == 0);
  if (boxes.sizes.size() <= 3000) CHECK(contacts(tidy.connectors, boxes.parents) == 0);
  check_connectors(boxes, tidy, options.direction);
  check_inside(tidy);
}

void check_tree(int count, Tree tree, std::uint32_t seed, const TidyOptions& options = {}) {
  INFO("count " << count << " tree " << static_cast<int>(tree) << " seed " << seed);
  check_boxes(random_boxes(count, tree, seed), options);
}

/// A level below the boss's, now and then with some between.
std::vector<std::uint32_t> random_levels(const Boxes& boxes, std::uint32_t seed) {
  Dice dice(seed);
  std::vector<std::uint32_t> levels;
  for (const std::uint32_t parent : boxes.parents) {
    const auto more = static_cast<std::uint32_t>(dice.below(4) == 0 ? dice.below(3) : 0);
    levels.push_back((parent == no_parent ? 0 : levels[parent] + 1) + more);
  }
  return levels;
}

double proportion(const Boxes& boxes, const TidyOptions& options = {}) {
  const Size size = tidy(boxes.forest(), options).size;
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

TEST_CASE("all that holds growing right, balanced, and for every page, too") {
  for (const Tree tree : all_trees) {
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
      const int count = 5 + 9 * static_cast<int>(seed);
      for (const double aspect : {0.0, 16.0 / 9, 0.7}) {
        check_tree(count, tree, seed, {Direction::right, Order::file, aspect, {}});
        check_tree(count, tree, seed, {Direction::down, Order::balanced, aspect, {}});
        check_tree(count, tree, seed, {Direction::right, Order::balanced, aspect, {}});
      }
    }
    check_tree(1000, tree, 1, {Direction::right, Order::file, 0, {}});
    check_tree(1000, tree, 1, {Direction::down, Order::balanced, 1.4, {}});
  }
}

TEST_CASE("boxes of one level stand in one band, and those with others below them at its top") {
  for (const Tree tree : all_trees) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
      INFO("tree " << static_cast<int>(tree) << " seed " << seed);
      Boxes boxes = random_boxes(3 + 12 * static_cast<int>(seed), tree, seed);
      boxes.levels = random_levels(boxes, seed);
      for (const Direction direction : {Direction::down, Direction::right}) {
        check_boxes(boxes, {direction, Order::file, 0, {}});
      }
      boxes.aides.assign(boxes.sizes.size(), 0);
      const Tidy tidy = rolecall::tidy(boxes.forest());
      std::vector<std::uint8_t> leads(boxes.sizes.size());
      std::map<std::uint32_t, std::pair<int, int>> bands;
      for (std::size_t i = 0; i < boxes.sizes.size(); ++i) {
        if (boxes.parents[i] != no_parent) leads[boxes.parents[i]] = 1;
        const Rect& box = tidy.boxes[i];
        auto& [top, bottom] = bands.emplace(boxes.levels[i], std::pair(box.y, 0)).first->second;
        top = std::min(top, box.y);
        bottom = std::max(bottom, box.bottom());
      }
      int wrong = 0;
      for (std::size_t i = 0; i < boxes.sizes.size(); ++i) {
        wrong += leads[i] != 0 && tidy.boxes[i].y != bands[boxes.levels[i]].first ? 1 : 0;
      }
      CHECK(wrong == 0);
      int last = -1;
      for (const auto& [level, band] : bands) {
        CHECK(band.first > last);
        last = band.second;
      }
    }
  }
}

TEST_CASE("a small chart on levels has no columns, and a large one is narrower for them") {
  Boxes boxes = random_boxes(9, Tree::regular, 1);
  boxes.levels = random_levels(boxes, 1);
  CHECK(tidy(boxes.forest()).shape.rows == 1);
  boxes = random_boxes(600, Tree::regular, 1);
  const Size plain = tidy(boxes.forest()).size;
  boxes.levels = random_levels(boxes, 1);
  const Tidy aligned = tidy(boxes.forest());
  CHECK(aligned.shape.rows > 1);
  CHECK(aligned.size.width < 5 * plain.width);
}

TEST_CASE("an aide hangs at the side of the line, between the boss and the row") {
  Boxes boxes = random_boxes(6, Tree::star, 1);
  boxes.aides = {0, 0, 1, 0, 1, 0};
  const Tidy tidy = rolecall::tidy(boxes.forest());
  const Rect& boss = tidy.boxes[0];
  for (const std::size_t aide : {2u, 4u}) {
    CHECK(tidy.boxes[aide].y > boss.bottom());
    for (const std::size_t other : {1u, 3u, 5u}) {
      CHECK(tidy.boxes[aide].bottom() < tidy.boxes[other].y);
    }
  }
  CHECK(tidy.boxes[2].right() < boss.middle());
  CHECK(tidy.boxes[4].x > boss.middle());
}

TEST_CASE("an aide with a small staff brings it along; one with a large staff stands in the row") {
  Boxes boxes;
  boxes.sizes.assign(12, {100, 40});
  boxes.parents = {no_parent, 0, 0, 1, 1, 2, 2, 2, 2, 2, 2, 2};
  boxes.aides = {0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
  const Tidy tidy = rolecall::tidy(boxes.forest());
  CHECK(tidy.boxes[3].bottom() < tidy.boxes[2].y);
  CHECK(tidy.connectors[1].back().y == tidy.boxes[1].y + 20);
  CHECK(tidy.connectors[2].back().y == tidy.boxes[2].y);
  check_boxes(boxes);
}

TEST_CASE("balanced, the largest subtree stands in the middle") {
  Boxes boxes;
  // Three heads below the top; the first has most below it.
  boxes.parents = {no_parent, 0, 0, 0, 1, 4, 5, 2, 3};
  boxes.sizes.assign(boxes.parents.size(), {100, 40});
  const auto order = [&](Order wish) {
    const Tidy tidy = rolecall::tidy(boxes.forest(), {Direction::down, wish, 0, {}});
    return std::array{tidy.boxes[1].x, tidy.boxes[2].x, tidy.boxes[3].x};
  };
  const auto [a, b, c] = order(Order::file);
  CHECK((a < b && b < c));
  const auto [large, second, third] = order(Order::balanced);
  CHECK((std::min(second, third) < large && large < std::max(second, third)));
}

TEST_CASE("a wished proportion is kept by ordinary organisations") {
  for (const int count : {100, 300, 1000, 3000}) {
    for (const double aspect : {16.0 / 9, 4.0 / 3, 1.414, 1.0, 0.707}) {
      for (const Direction direction : {Direction::down, Direction::right}) {
        INFO(count << " " << aspect << " " << static_cast<int>(direction));
        const double got =
            proportion(random_boxes(count, Tree::regular, 7), {direction, Order::file, aspect, {}});
        CHECK(got > aspect / 1.5);
        CHECK(got < aspect * 1.5);
      }
    }
  }
}

TEST_CASE("left free, a chart keeps between 1:2 and 2:1") {
  for (const int count : {10, 30, 100, 300, 1000, 3000, 20'000}) {
    for (const Tree tree : {Tree::regular, Tree::star}) {
      for (const Direction direction : {Direction::down, Direction::right}) {
        INFO(count << " " << static_cast<int>(tree) << " " << static_cast<int>(direction));
        const double got =
            proportion(random_boxes(count, tree, 7), {direction, Order::file, 0, {}});
        CHECK(got > 0.5);
        CHECK(got < 2.0);
      }
    }
  }
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

TEST_CASE("several tops of different sizes waste little room, and keep their order") {
  Boxes boxes;
  for (int top = 0; top < 12; ++top) {
    const Boxes part = random_boxes(3 + 9 * (top % 5), Tree::regular, 3);
    const auto first = static_cast<std::uint32_t>(boxes.sizes.size());
    for (std::size_t i = 0; i < part.sizes.size(); ++i) {
      boxes.sizes.push_back(part.sizes[i]);
      boxes.parents.push_back(part.parents[i] == no_parent ? no_parent : part.parents[i] + first);
    }
  }
  check_boxes(boxes);
  const Tidy tidy = rolecall::tidy(boxes.forest());
  double area = 0;
  Point last{-1, 0};
  int wrong = 0;
  for (std::size_t i = 0; i < boxes.sizes.size(); ++i) {
    area += static_cast<double>(boxes.sizes[i].width) * boxes.sizes[i].height;
    if (boxes.parents[i] != no_parent) continue;
    wrong += tidy.boxes[i].y < last.y && tidy.boxes[i].x < last.x ? 1 : 0;
    last = {tidy.boxes[i].x, tidy.boxes[i].y};
  }
  CHECK(wrong == 0);
  CHECK(area / (static_cast<double>(tidy.size.width) * tidy.size.height) > 0.2);
}

TEST_CASE("a boss's shelves come from the top down in their order") {
  Boxes boxes;
  boxes.parents = {no_parent};
  for (std::uint32_t head = 0; head < 20; ++head) {
    boxes.parents.push_back(0);
    const auto own = static_cast<std::uint32_t>(boxes.parents.size() - 1);
    for (std::uint32_t k = 0; k < 2 + head % 3; ++k) boxes.parents.push_back(own);
  }
  boxes.sizes.assign(boxes.parents.size(), {160, 60});
  check_boxes(boxes);
  const Tidy tidy = rolecall::tidy(boxes.forest());
  int bar = 0;
  int bars = 0;
  int wrong = 0;
  for (std::size_t i = 1; i < boxes.parents.size(); ++i) {
    if (boxes.parents[i] != 0) continue;
    bars += tidy.boxes[i].y > bar ? 1 : 0;
    wrong += tidy.boxes[i].y < bar ? 1 : 0;
    bar = tidy.boxes[i].y;
  }
  CHECK(bars > 1);
  CHECK(wrong == 0);
}

}  // namespace rolecall::test
