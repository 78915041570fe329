// Charts from the command line.

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/cli/process.hpp"
#include "tests/companies.hpp"

using namespace rolecall::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

TEST_CASE("a chart is written in the kind that the ending says") {
  const TemporaryFolder folder;
  const std::string file = folder.file("fernhill.toml", clean_text);
  struct Case {
    std::string name;
    std::string begins;
  };
  for (const Case& each : {Case{"x.svg", "<?xml"}, Case{"x.png", "\x89PNG"}, Case{"x.pdf", "%PDF-"},
                           Case{"x.dot", "digraph"}}) {
    const std::string out = folder / each.name;
    const Ran ran = run_rolecall({"render", file, "-o", out});
    INFO(each.name << ": " << ran.err);
    CHECK(ran.status == 0);
    CHECK(ran.err.empty());
    CHECK_THAT(ran.out, StartsWith("wrote " + out + ": "));
    REQUIRE(bytes_of(out));
    CHECK_THAT(*bytes_of(out), StartsWith(each.begins));
  }
}

TEST_CASE("on standard output the picture stands alone") {
  const Ran svg = run_rolecall({"render", "-", "-o", "-"}, {.in = std::string(clean_text)});
  CHECK(svg.status == 0);
  CHECK_THAT(svg.out, StartsWith("<?xml") && Contains("Ada Okafor") && Catch::EndsWith("</svg>\n"));
  const Ran dot =
      run_rolecall({"render", "-", "--format=dot", "-o-"}, {.in = std::string(clean_text)});
  CHECK_THAT(dot.out, StartsWith("digraph"));
}

TEST_CASE("errors do not keep a chart from being drawn") {
  const TemporaryFolder folder;
  const std::string out = folder / "x.svg";
  const Ran ran = run_rolecall({"render", "-", "-o", out}, {.in = std::string(faulty_text)});
  CHECK(ran.status == 0);
  CHECK_THAT(ran.err, StartsWith("checked <stdin>: ") && Contains(" error"));
  CHECK(bytes_of(out));
}

TEST_CASE("where there is nothing to draw, an older chart stays") {
  const TemporaryFolder folder;
  const std::string out = folder.file("x.svg", "older");
  for (const char* text : {"[company\n", "", "[company]\nname = \"Fernhill\"\n"}) {
    const Ran ran = run_rolecall({"render", "-", "-o", out}, {.in = text});
    INFO(ran.err);
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, Contains("error[") && Contains("rolecall: there "));
    CHECK(bytes_of(out) == "older");
  }
}

TEST_CASE("a chart that cannot be read or written ends with 3") {
  const TemporaryFolder folder;
  const std::string file = folder.file("fernhill.toml", clean_text);
  CHECK(run_rolecall({"render", folder / "missing.toml", "-o", folder / "x.svg"}).status == 3);
  CHECK(run_rolecall({"render", file, "-o", folder / "missing/x.svg"}).status == 3);
  std::filesystem::create_directory(folder / "folder.svg");
  CHECK(run_rolecall({"render", file, "-o", folder / "folder.svg"}).status == 3);
  CHECK(run_rolecall({"render", file, "-o", "-"}, {.out = "/dev/full"}).status == 3);
  const std::string older = folder.file("older.svg", "older");
  CHECK(run_rolecall({"render", file, "-o", older}, {.file_limit = 1000}).status == 3);
  CHECK(bytes_of(older) == "older");
}
