// The built-in themes can be read, and paint nothing but what they should.

#include <catch2/catch.hpp>
#include <set>

#include "layout/draw/picture.hpp"
#include "layout/theme/contrast.hpp"
#include "tests/layout/charts.hpp"

namespace rolecall::test {

TEST_CASE("contrast is WCAG's") {
  CHECK(contrast("#000000", "#ffffff") == Approx(21));
  CHECK(contrast("#ffffff", "#000000") == Approx(21));
  CHECK(contrast("#777777", "#777777") == Approx(1));
  CHECK(contrast("#767676", "#ffffff") == Approx(4.54).epsilon(0.01));
  CHECK(contrast("#FF0000", "#ffffff") == Approx(4.0).epsilon(0.01));
}

TEST_CASE("every ink and every line of the built-in themes can be seen") {
  REQUIRE(built_in_themes().size() == 3);
  for (const Theme& theme : built_in_themes()) {
    for (const WeakContrast& weak : weak_contrasts(theme)) {
      FAIL_CHECK(theme.name << ": " << weak.key << " " << weak.colour << " on " << weak.ground_key
                            << " " << weak.ground << ": " << weak.ratio);
    }
    CHECK(find_theme(theme.name)->name == theme.name);
  }
  CHECK(find_theme("sepia") == nullptr);
}

TEST_CASE("a weak contrast is found") {
  Theme theme = light_theme();
  theme.role_chips[0].ink = "#4338cb";
  theme.working.line = "#f6f7f8";
  const auto weak = weak_contrasts(theme);
  REQUIRE(weak.size() == 2);
  CHECK(weak[0].key == "line.working.line");
  CHECK(weak[0].ground_key == "page.fill");
  CHECK(weak[0].needed == 3);
  CHECK(weak[1].key == "role.CIO.ink");
  CHECK(weak[1].ratio < 1.1);
}

TEST_CASE("every tone but the neutral one has a sign of its own") {
  std::set<std::string_view> signs;
  for (const Tone tone : {Tone::good, Tone::provisional, Tone::overlap, Tone::paper, Tone::missing,
                          Tone::misplaced, Tone::error, Tone::warning}) {
    signs.insert(sign(tone));
  }
  CHECK(signs.size() == tones - 1);
  CHECK_FALSE(signs.contains(""));
  CHECK(sign(Tone::neutral).empty());
}

TEST_CASE("a theme changes the paint and not the places") {
  const Chart chart = random_chart(40, Tree::regular, 3);
  const Placement placement = place(chart);
  std::set<std::string> colours;
  std::set<std::string> placed;
  for (const Theme& theme : built_in_themes()) {
    DrawOptions options;
    options.theme = theme;
    const auto svg = draw(chart, placement, "svg", options);
    REQUIRE(svg);
    placed.insert(svg->substr(svg->find("viewBox"), 60));
    for (std::size_t at = svg->find("=\"#"); at != std::string::npos;
         at = svg->find("=\"#", at + 1)) {
      if (theme.name == "print") colours.insert(svg->substr(at + 2, 7));
    }
  }
  CHECK(placed.size() == 1);
  for (const std::string& colour : colours) {
    CHECK((colour == "#000000" || colour == "#ffffff"));
  }
}

}  // namespace rolecall::test
