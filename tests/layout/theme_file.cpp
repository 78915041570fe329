// Themes of the user's own: what is taken, what is refused, and where.

#include "layout/theme/theme_file.hpp"

#include <catch2/catch.hpp>

namespace rolecall::test {
namespace {

using Catch::Matchers::Contains;

SourceText source(std::string text) { return {"own.toml", std::move(text)}; }

/// `check line:column message` and the help of each finding.
std::vector<std::string> refused(std::string text) {
  const auto theme = read_theme(source(std::move(text)));
  std::vector<std::string> out;
  if (theme) return out;
  for (const Finding& finding : theme.error()) {
    out.push_back(std::string(finding.check) + " " + std::to_string(finding.place().line) + ":" +
                  std::to_string(finding.place().column) + " " + finding.message + "; " +
                  finding.help_text);
  }
  return out;
}

}  // namespace

TEST_CASE("a theme changes what it names, and has the rest from its base") {
  const auto theme =
      read_theme(source("base = \"dark\"\n"
                        "font = \"Inter, sans-serif\"\n"
                        "[card.vacant]\nstroke = \"double\"\nink = \"#FFFFFF\"\n"
                        "[line]\ndotted.line = \"#ffaa00\"\n"));
  REQUIRE(theme);
  const Theme& dark = *find_theme("dark");
  CHECK(theme->font == "Inter, sans-serif");
  CHECK(theme->card(Look::vacant).ink == "#FFFFFF");
  CHECK(theme->card(Look::vacant).stroke == Stroke::doubled);
  CHECK(theme->card(Look::vacant).fill == dark.card(Look::vacant).fill);
  CHECK(theme->dotted.line == "#ffaa00");
  CHECK(theme->page.fill == dark.page.fill);
  CHECK(read_theme(source(""))->page.fill == light_theme().page.fill);
}

TEST_CASE("all that is wrong in a theme is told at its place") {
  CHECK(refused("base = \"drak\"\n") ==
        std::vector<std::string>{
            "wrong-type 1:8 `base` cannot be `drak`; there are `light`, `dark` and `print`"});
  CHECK(refused("[card.vacnt]\nink = \"#000000\"\n") ==
        std::vector<std::string>{
            "unknown-key 2:1 unknown key `card.vacnt.ink` in a theme; did you mean "
            "`card.vacant.ink`?"});
  CHECK(refused("[page]\nfill = \"white\"\nink = 3\n")[0].starts_with("wrong-type 3:7 `ink`"));
  const auto colours = refused(
      "[page]\nfill = \"white\"\nink = \"#fff\"\n[card.body]\n"
      "stroke = \"doted\"\n");
  REQUIRE(colours.size() == 3);
  CHECK_THAT(colours[0],
             Contains("2:8 `page.fill` cannot be `white`; write a colour as `#rrggbb`"));
  CHECK_THAT(colours[1], Contains("3:7 `page.ink` cannot be `#fff`"));
  CHECK_THAT(colours[2],
             Contains("5:10 `card.body.stroke` cannot be `doted`; did you mean `dotted`?"));
  CHECK(refused("page = 1\n").size() == 1);
  CHECK(refused("[card.vacnt]\n")[0].starts_with("unknown-key 1:"));
  CHECK(refused("[card.vacant]\n").empty());
  CHECK(refused("[page\n")[0].starts_with("syntax 1:"));
  CHECK(refused("a.b.c.d.e = \"x\"\n").size() == 1);
  CHECK(refused("font = \"x;}\"\n").size() == 1);
  CHECK(refused("font = \"x' onload='\"\n").size() == 1);
}

TEST_CASE("a colour that cannot be seen names both colours and their contrast") {
  CHECK(refused("[chip.good]\nfill = \"#bbbbbb\"\nink = \"#999999\"\n") ==
        std::vector<std::string>{
            "low-contrast 3:7 `chip.good.ink` #999999 on `chip.good.fill` #bbbbbb has a contrast "
            "of 1.5 to 1, and text needs 4.5; make the one darker or the other lighter"});
  const auto page = refused("[page]\nfill = \"#606060\"\nink = \"#ffffff\"\nsoft = \"#ffffff\"\n");
  REQUIRE_FALSE(page.empty());
  CHECK_THAT(page[0], Contains("2:8 `line.reporting.line`") || Contains("2:8 `line.dotted.line`"));
  CHECK_THAT(page[0], Contains("a line needs 3; give `line."));
}

}  // namespace rolecall::test
