#include <catch2/catch.hpp>

#include "layout/draw/svg_check.hpp"

namespace rolecall::test {
namespace {

bool well_formed(std::string_view svg) { return check_svg(svg).has_value(); }

}  // namespace

TEST_CASE("a well-formed SVG tells its ids and texts") {
  const auto contents = check_svg(
      "<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<!-- a comment -->\n"
      "<svg><g id=\"a&amp;&#45;b\" class=\"node\"><text "
      "x=\"1\">Ada</text><text/><path/></g></svg>\n");
  REQUIRE(contents);
  CHECK(contents->ids == std::vector<std::string>{"a&-b"});
  CHECK(contents->texts == 1);
}

TEST_CASE("what is not well-formed is refused") {
  CHECK(well_formed("<svg/>"));
  CHECK_FALSE(well_formed(""));
  CHECK_FALSE(well_formed("text"));
  CHECK_FALSE(well_formed("<svg>"));
  CHECK_FALSE(well_formed("<svg></g>"));
  CHECK_FALSE(well_formed("<svg><g></svg></g>"));
  CHECK_FALSE(well_formed("<svg/><svg/>"));
  CHECK_FALSE(well_formed("<svg a=\"1\" a=\"2\"/>"));
  CHECK_FALSE(well_formed("<svg a=\"1\"b=\"2\"/>"));
  CHECK_FALSE(well_formed("<svg a=1/>"));
  CHECK_FALSE(well_formed("<svg a=\"<\"/>"));
  CHECK_FALSE(well_formed("<svg a=\"&\"/>"));
  CHECK_FALSE(well_formed("<svg>&nbsp;</svg>"));
  CHECK_FALSE(well_formed("<svg>&#xZZ;</svg>"));
  CHECK_FALSE(well_formed("<svg>]]></svg>"));
  CHECK_FALSE(well_formed("<svg><!-- -- --></svg>"));
  CHECK_FALSE(well_formed("<svg>\x01</svg>"));
  CHECK_FALSE(well_formed("<svg>\xff</svg>"));
  CHECK_FALSE(well_formed("<svg"));
  CHECK_FALSE(well_formed("<svg a=\"x"));
  CHECK_FALSE(well_formed("<!-- never"));
}

TEST_CASE("nothing active is let through") {
  CHECK_FALSE(well_formed("<svg onload=\"x\"/>"));
  CHECK_FALSE(well_formed("<svg><a xlink:href=\"javascript:x\"/></svg>"));
  CHECK_FALSE(well_formed("<svg><script>x</script></svg>"));
}

}  // namespace rolecall::test
