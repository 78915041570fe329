// docs/themes.md and docs/picture-formats.md: nothing is left out, and the example theme works.

#include <catch2/catch.hpp>
#include <string>

#include "layout/draw/picture.hpp"
#include "layout/theme/theme_file.hpp"
#include "tests/docs/pages.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

bool names(const std::string& text, std::string_view word) {
  return text.find("`" + std::string(word) + "`") != std::string::npos;
}

}  // namespace

TEST_CASE("every paint, theme and sign is in docs/themes.md") {
  const std::string text = page("docs/themes.md");
  Theme theme = light_theme();
  for (const auto& [key, paint] : paints(theme)) {
    INFO(key);
    CHECK(names(text, key.starts_with("state.") ? "state." : key));
  }
  for (const Theme& each : built_in_themes()) {
    CHECK(names(text, each.name));
    CHECK(text.find("pictures/theme-" + each.name + ".svg") != std::string::npos);
  }
  for (std::size_t i = 0; i < tones; ++i) {
    CHECK(text.find(sign(static_cast<Tone>(i))) != std::string::npos);
  }
}

TEST_CASE("the theme that docs/themes.md shows can be used") {
  const std::string text = page("docs/themes.md");
  const auto theme = read_theme(SourceText("shown.toml", toml_blocks(text).at(0)));
  REQUIRE(theme);
  CHECK(theme->page.fill == "#10131a");
}

TEST_CASE("every kind of picture and its options are in docs/picture-formats.md") {
  const std::string text = page("docs/picture-formats.md");
  for (const Picture* each : all_pictures()) {
    INFO(each->id);
    CHECK(names(text, "." + std::string(each->ending.empty() ? each->id : each->ending)));
    for (const std::string_view option : each->options) CHECK(names(text, option));
  }
}
