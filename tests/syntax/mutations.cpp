// Both readers over pieces of the examples with mistakes strewn in, the same ones in every run.

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/syntax/both_readers.hpp"

using namespace rolecall;

namespace {

namespace fs = std::filesystem;

/// What mistakes are made of.
constexpr std::array<std::string_view, 56> pieces = {
    "\"",      "'",         "[",       "]",      "[[",      "]]",   "{",     "}",
    "=",       ",",         "#",       "\n",     "\r",      "\r\n", "\\",    "\"\"\"",
    "'''",     ".",         ":",       " ",      "\t",      "_",    "-",     "+",
    "0",       "1e5",       "0x1f",    "true",   "inf",     "nan",  "“",     "”",
    "é",       "\xC3",      "\x01",    "\x7f",   "[a]\n",   "a",    "x = 1", "x.y = 1\n",
    "[x.y]\n", "[[x]]\n",   "// note", "/",      "a = [\n", "\\u",  "\\u00", "2026-01-01",
    "12:00",   "\xE2\x80\xA8", "\v",   "{ a = ", "null",    ";",    "\f",    "\n\n",
};

class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : random_(seed) {}

  /// A number below `n`, the same with every library.
  std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

  std::string mutated(std::string text) {
    for (std::size_t times = 1 + below(3); times > 0; --times) mutate(text);
    return text;
  }

 private:
  void mutate(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = std::min(below(4) == 0 ? below(40) : below(3), text.size() - at);
    switch (below(4)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, text.substr(below(text.size()), below(60)));
        break;
      case 2:
        text.replace(at, length, pieces[below(pieces.size())]);
        break;
      default:
        text.insert(at, pieces[below(pieces.size())]);
        break;
    }
  }

  std::mt19937 random_;
};

std::vector<std::string> example_texts() {
  std::vector<std::string> out;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(ROLECALL_SOURCE_DIR) / "examples")) {
    if (entry.path().extension() == ".toml") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    out.push_back(std::move(text).str());
  }
  out.emplace_back(
      "a.b = 1\n[c.d]\nx = 0x1f\ny = 1_000.5e-3\n[[e]]\nz = '''\nraw\n'''\n[e.f]\n"
      "t = 2026-01-01 12:00:00\ni = { a.b = 1, c = [{ d = \"\\u00e9\" }] }\n[[e]]\n[c]\n"
      "s = \"\"\"\\\n  x\"\"\"\n\"q k\".'r' = -inf\n");
  return out;
}

/// Some lines from anywhere in a text.
std::string piece_of(const std::string& text, Mutator& random) {
  const std::size_t begin = text.find('\n', random.below(text.size()));
  return begin == std::string::npos ? text : text.substr(begin + 1, 60 + random.below(900));
}

}  // namespace

TEST_CASE("both readers agree on texts with mistakes strewn in") {
  const std::vector<std::string> texts = example_texts();
  REQUIRE(texts.size() > 5);
  Mutator random(20261128);
  std::size_t rounds = 6000;
  if (const char* more = std::getenv("ROLECALL_MUTATIONS")) rounds = std::stoul(more);
  std::size_t failures = 0;
  for (std::size_t round = 0; round < rounds && failures < 5; ++round) {
    const std::string& whole = texts[random.below(texts.size())];
    const std::string text =
        random.mutated(whole.size() < 500 ? whole : piece_of(whole, random));
    const std::string differs = test::disagreement(text);
    if (differs.empty()) continue;
    ++failures;
    CAPTURE(round, text, differs);
    CHECK(differs.empty());
  }
}
