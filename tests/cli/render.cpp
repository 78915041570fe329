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

TEST_CASE("several pictures are written in one run") {
  const TemporaryFolder folder;
  const std::string file = folder.file("fernhill.toml", clean_text);
  const Ran ran = run_rolecall({"render", file, "-o", folder / "x.svg", "-o", folder / "x.mmd",
                                "-o", folder / "x.puml", "--theme", "print"});
  CHECK(ran.status == 0);
  CHECK_THAT(bytes_of(folder / "x.svg").value_or(""), StartsWith("<?xml"));
  CHECK_THAT(bytes_of(folder / "x.mmd").value_or(""), Contains("flowchart TB"));
  CHECK_THAT(bytes_of(folder / "x.puml").value_or(""), StartsWith("@startuml"));
}

TEST_CASE("wrong options of a picture are told") {
  struct Case {
    std::vector<std::string> options;
    std::string says;
  };
  for (const Case& each : {
           Case{{"-o", "x.svg", "--dpi", "100"}, "--dpi does nothing for `svg`; it is for `png`"},
           Case{{"-o", "x.png", "--dpi", "71"}, "--dpi is a number from 72 to 600, not `71`"},
           Case{{"-o", "x.png", "--dpi", "1e2"}, "from 72 to 600"},
           Case{{"-o", "x.pdf", "--page", "A44"}, "unknown page `A44` (did you mean `A4`?)"},
           Case{{"-o", "x.pdf", "--poster=0x2"}, "--poster is columns by rows"},
           Case{{"-o", "x.png", "--poster"}, "--poster does nothing for `png`"},
           Case{{"-o", "x.svg", "--theme", "drak"}, "unknown theme `drak` (did you mean `dark`?)"},
           Case{{"-o", "x.svg", "--link", "javascript:{id}"}, "--link: an address begins with"},
           Case{{"-o", "x.svg", "--link", "{ids}"}, "there are `{id}` and `{kind}`"},
           Case{{"-o", "x.svg", "-o", "y.svg", "--format", "svg"}, "--format is for one picture"},
           Case{{"-o", "x.svg", "-o", "x.svg"}, "`x.svg` is written twice"},
           Case{{"-o", "x.jpg"}, "cannot draw `jpg`"},
           Case{{"-o", "x"}, "has no ending that says what to draw"},
       }) {
    std::vector<std::string> arguments{"render", "-"};
    arguments.insert(arguments.end(), each.options.begin(), each.options.end());
    const TemporaryFolder folder;
    const Ran ran =
        run_rolecall(arguments, {.in = std::string(clean_text), .folder = folder.path()});
    INFO(each.says);
    CHECK(ran.status == 2);
    CHECK_THAT(ran.err, Contains(each.says));
    CHECK(std::filesystem::is_empty(folder.path()));
  }
}

TEST_CASE("--poster takes its number of sheets, and leaves the file alone") {
  const TemporaryFolder folder;
  const std::string file = folder.file("fernhill.toml", clean_text);
  const std::string out = folder / "x.pdf";
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--poster", "2x1", file},
                                                {"--poster", file},
                                                {file, "--poster"},
                                                {"--poster=2x1", file}}) {
    std::vector<std::string> arguments{"render", "-o", out};
    arguments.insert(arguments.end(), words.begin(), words.end());
    const Ran ran = run_rolecall(arguments);
    INFO(ran.err);
    CHECK(ran.status == 0);
    CHECK_THAT(bytes_of(out).value_or(""), StartsWith("%PDF-"));
  }
}

TEST_CASE("a theme of the user's own is used, or told at its place") {
  const TemporaryFolder folder;
  const std::string file = folder.file("fernhill.toml", clean_text);
  const std::string out = folder / "x.svg";
  const std::string own = folder.file("own.toml", "[page]\nfill = \"#fffef0\"\n");
  CHECK(run_rolecall({"render", file, "-o", out, "--theme", own}).status == 0);
  CHECK_THAT(bytes_of(out).value_or(""), Contains("#fffef0"));
  const std::string bad = folder.file("bad.toml", "[page]\nfil = \"#fffef0\"\n");
  const Ran ran = run_rolecall({"render", file, "-o", folder / "y.svg", "--theme", bad});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, StartsWith("error[unknown-key]: unknown key `page.fil` in a theme") &&
                          Contains("bad.toml:2:1") && Contains("did you mean `page.fill`?") &&
                          Contains("cannot be used as a theme"));
  CHECK_FALSE(bytes_of(folder / "y.svg"));
  CHECK(run_rolecall({"render", file, "-o", out, "--theme", folder / "none.toml"}).status == 3);
}

TEST_CASE("a drawing module of another build is not used") {
  namespace fs = std::filesystem;
  const TemporaryFolder folder;
  const std::string file = folder.file("fernhill.toml", clean_text);
  const fs::path built = fs::path(ROLECALL_EXE).parent_path().parent_path();
  // Two folders down, so that every place where the program looks is in the test's own folder.
  const fs::path program = folder.path() / "inner" / "bin" / "rolecall";
  fs::create_directories(program.parent_path());
  fs::copy_file(ROLECALL_EXE, program);
  // A module without this build's function stands in for one of another version.
  fs::copy_file(built / "rolecall-qpdf.so", program.parent_path() / "rolecall-graphviz.so");
  const std::string out = folder / "x.svg";
  const Ran ran = run_rolecall({"render", file, "-o", out}, {.program = program});
  CHECK(ran.status == 3);
  CHECK_THAT(ran.err, Contains("is of another version or build than this program"));
  CHECK_FALSE(bytes_of(out));
}

TEST_CASE("advice as JSON holds hostile text in escapes") {
  const Ran ran = run_rolecall({"advise", "--output", "json", "-"},
                               {.in = "[company]\nname = \"a\u202eb\"\n[[position]]\n"
                                      "id = \"ceo\"\ntitle = \"CEO\"\nholder = \"X\"\n"});
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, Contains("\"company\": \"a\\u202eb\""));
}
