#include "model/catalogue/placeholder.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

using rolecall::NoName;

namespace {

std::string_view word(std::optional<NoName> kind) {
  if (!kind) return "person";
  switch (*kind) {
    case NoName::vacant:
      return "vacant";
    case NoName::undisclosed:
      return "undisclosed";
    case NoName::eliminated:
      return "eliminated";
    case NoName::unclear:
      break;
  }
  return "unclear";
}

}  // namespace

TEST_CASE("placeholders are told from names", "[placeholder]") {
  std::ifstream file(ROLECALL_SOURCE_DIR "/tests/model/placeholders.tsv");
  std::size_t rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    INFO(line);
    REQUIRE(tab != line.npos);
    CHECK(word(rolecall::placeholder(line.substr(0, tab))) == line.substr(tab + 1));
    ++rows;
  }
  CHECK(rows > 80);
}

TEST_CASE("every word of the data is found, and has no capitals, accents or signs",
          "[placeholder]") {
  for (const rolecall::PlaceholderWords& each : rolecall::placeholder_words()) {
    for (const std::string_view text : each.words) {
      INFO(text);
      CHECK(rolecall::placeholder(text) == each.kind);
    }
    for (const std::string_view text : each.beginnings) {
      INFO(text);
      CHECK(rolecall::placeholder(std::string(text) + " whatever follows") == each.kind);
    }
  }
  for (const std::string_view text : rolecall::placeholders_that_are_names()) {
    INFO(text);
    std::string name(text);
    CHECK(rolecall::placeholder(name));
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    CHECK_FALSE(rolecall::placeholder(name));
  }
}

TEST_CASE("odd texts do no harm", "[placeholder]") {
  CHECK_FALSE(rolecall::placeholder(std::string(100000, 'x')));
  CHECK_FALSE(rolecall::placeholder("\xE2\x80"));
  CHECK_FALSE(rolecall::placeholder("\xD0"));
  CHECK_FALSE(rolecall::placeholder("\xF0\x9F"));
  CHECK(rolecall::placeholder("/ / /") == NoName::unclear);
  CHECK_FALSE(rolecall::placeholder("N /"));
}
