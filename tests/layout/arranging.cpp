// What the options of an arrangement mean.

#include <catch2/catch.hpp>

#include "layout/place/arrangement.hpp"
#include "layout/place/levels.hpp"
#include "tests/layout/charts.hpp"

namespace rolecall::test {
namespace {

Chart graded(const std::vector<std::pair<int, std::string>>& cards) {
  Chart chart;
  for (const auto& [parent, grade] : cards) {
    Card card;
    if (parent >= 0) card.parent = static_cast<std::uint32_t>(parent);
    card.grade = grade;
    chart.cards.push_back(std::move(card));
  }
  return chart;
}

using Levels = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a proportion is a name of paper, or two numbers") {
  CHECK(parse_aspect("free") == 0.0);
  CHECK(parse_aspect("16:9") == 16.0 / 9);
  CHECK(parse_aspect("1.5:1") == 1.5);
  CHECK(*parse_aspect("A4") == Approx(1 / std::sqrt(2.0)).epsilon(0.01));
  CHECK(*parse_aspect("a4-landscape") == Approx(std::sqrt(2.0)).epsilon(0.01));
  CHECK(parse_aspect("letter") == 8.5 / 11);
  for (const char* wrong : {"", "16", "16:", ":9", "0:1", "-1:2", "1:0", "1:100", "nan:1", "inf:1",
                            "1e3:1", "16:9 ", "A9", "-landscape", "A4-portrait"}) {
    INFO(wrong);
    CHECK_FALSE(parse_aspect(wrong));
  }
}

TEST_CASE("cards of one grade have one level") {
  // The first branch skips a grade, the second does not.
  CHECK(grade_levels(graded({{-1, "A"}, {0, "B"}, {0, "C"}, {1, "C"}, {2, "D"}, {3, "D"}})) ==
        Levels{0, 1, 2, 2, 3, 3});
  CHECK(grade_levels(graded({{-1, "A"}, {-1, "B"}, {0, "B"}})) == Levels{0, 1, 1});
}

TEST_CASE("without grades the level is the depth") {
  CHECK(grade_levels(graded({{-1, ""}, {0, ""}, {1, ""}, {0, ""}})) == Levels{0, 1, 2, 1});
  CHECK(grade_levels(graded({})).empty());
}

TEST_CASE("who stands below the own grade, or a lower one, keeps to the boss") {
  CHECK(grade_levels(graded({{-1, "A"}, {0, "B"}, {1, "B"}, {2, "B"}})) == Levels{0, 1, 2, 3});
  // Grades that contradict each other do not run in circles.
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    Dice dice(seed);
    Chart chart;
    for (int i = 0; i < 60; ++i) {
      Card card;
      if (const auto parent = parent_of(i, Tree::forest, dice); parent != no_parent) {
        card.parent = parent;
      }
      if (dice.below(3) > 0) card.grade = std::string(1, static_cast<char>('A' + dice.below(5)));
      chart.cards.push_back(std::move(card));
    }
    const Levels levels = grade_levels(chart);
    int wrong = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
      const auto parent = chart.cards[i].parent;
      wrong += parent && levels[i] <= levels[*parent] ? 1 : 0;
    }
    CHECK(wrong == 0);
  }
}

}  // namespace rolecall::test
