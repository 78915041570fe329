// Charts on sheets of paper.

#include "layout/place/paper.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "layout/draw/picture.hpp"
#include "tests/layout/charts.hpp"

namespace rolecall::test {
namespace {

using Catch::Matchers::Contains;

Pages on(std::string_view paper) { return {find_paper(paper), false, 0, 0}; }
Pages poster(std::string_view paper, int columns, int rows) {
  return {find_paper(paper), true, columns, rows};
}

std::size_t count(const std::string& whole, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = whole.find(part); at != std::string::npos; at = whole.find(part, at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("sheets are found by name, upright or across") {
  CHECK(find_paper("A4")->width == Approx(595.28));
  CHECK(find_paper("a4-LANDSCAPE")->width == Approx(841.89));
  CHECK(find_paper("tabloid")->height == 1224);
  CHECK_FALSE(find_paper("A5"));
  CHECK_FALSE(find_paper("A4-"));
  CHECK(paper_names().size() == 8);
}

TEST_CASE("a chart is never enlarged, and stands in the middle of its sheet") {
  const auto small = lay_out({200, 100}, on("A4"));
  REQUIRE(small);
  CHECK(small->scale == 1);
  const double room = small->paper.width - 2 * small->margin;
  CHECK(-small->left == Approx((room - 200) / 2));
  const auto large = lay_out({1000, 400}, on("A4"));
  REQUIRE(large);
  CHECK(large->scale == Approx(room / 1000));
  CHECK(large->left == Approx(0).margin(1e-9));
}

TEST_CASE("text that nobody could read is refused with what would do") {
  const auto refused = lay_out({3000, 500}, on("A4"));
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error(), Contains("on A4 the smallest text would be 1.8 points high") &&
                                  Contains("--page A2-landscape does") &&
                                  Contains("--page A4 --poster gives 6 by 1 sheets"));
  CHECK_THAT(lay_out({30'000, 500}, poster("A4", 2, 1)).error(),
             Contains("on 2 by 1 sheets of A4"));
  CHECK_THAT(lay_out({300'000, 300'000}, poster("A4", 0, 0)).error(), Contains("more than 1000"));
}

TEST_CASE("the sheets of a poster show all of the chart, at full size where no number is given") {
  for (const Size chart : {Size{400, 300}, Size{559, 806}, Size{560, 806}, Size{5000, 1300}}) {
    const auto sheets = lay_out(chart, poster("A4", 0, 0));
    REQUIRE(sheets);
    CHECK(sheets->scale == 1);
    const double room_x = sheets->paper.width - 2 * sheets->margin;
    const double room_y = sheets->paper.height - 2 * sheets->margin;
    CHECK(sheets->left <= 1e-6);
    CHECK(sheets->top <= 1e-6);
    CHECK(sheets->left + (sheets->columns - 1) * sheets->step_x + room_x >= chart.width - 1e-6);
    CHECK(sheets->top + (sheets->rows - 1) * sheets->step_y + room_y >= chart.height - 1e-6);
    // One column less would not do.
    CHECK((sheets->columns == 1 || (sheets->columns - 2) * sheets->step_x + room_x < chart.width));
  }
  CHECK(lay_out({559, 805}, poster("A4", 0, 0))->columns == 1);
  CHECK(lay_out({560, 805}, poster("A4", 0, 0))->columns == 2);
  CHECK(lay_out({5000, 1300}, poster("A4", 5, 1))->scale < 1);
}

TEST_CASE("a PDF has the pages that were asked for") {
  const Chart chart = random_chart(40, Tree::regular, 3);
  const Placement placement = place(chart);
  DrawOptions how;
  how.pages = on("A1-landscape");
  const auto one = draw(chart, placement, "pdf", how);
  REQUIRE(one);
  CHECK(count(*one, "/MediaBox [ 0 0 2383.94 1683.78 ]") == 1);
  how.pages = poster("A3", 3, 2);
  const auto six = draw(chart, placement, "pdf", how);
  REQUIRE(six);
  CHECK(count(*six, "/MediaBox [ 0 0 841.89 1190.55 ]") == 6);
  CHECK(*six == *draw(chart, placement, "pdf", how));
}

}  // namespace rolecall::test
