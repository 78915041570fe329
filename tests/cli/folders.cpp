// Folders of descriptions: which files count, and that the number of threads changes nothing.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "cli/targets.hpp"
#include "tests/cli/process.hpp"
#include "tests/companies.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Catch::Matchers::Contains;

namespace {

std::string write(const TemporaryFolder& folder, const std::string& path, std::string_view bytes) {
  std::filesystem::create_directories(std::filesystem::path(folder / path).parent_path());
  return folder.file(path, bytes);
}

}  // namespace

TEST_CASE("a folder stands for the descriptions in it and below") {
  const TemporaryFolder folder;
  write(folder, "b.toml", clean_text);
  write(folder, "a/x.toml", clean_text);
  write(folder, "a/rolecall.toml", "[checks]\n");
  write(folder, ".hidden/y.toml", faulty_text);
  write(folder, "Cargo.toml", "[package]\nname = \"x\"\n");
  write(folder, "duties.toml", "[[duty]]\nid = \"kilns\"\nowner = \"CTO\"\n");
  write(folder, "note.txt", clean_text);
  const Ran ran = run_rolecall({"check", ".", "--output", "short"}, {.folder = folder.path()});
  CHECK(ran.err.empty());
  CHECK(ran.status == 0);
  const Ran text = run_rolecall({"check", "."}, {.folder = folder.path()});
  CHECK_THAT(text.out, Contains("checked 2 files in all"));
  CHECK(text.out.find("checked a/x.toml") < text.out.find("checked b.toml"));
  // Named twice is judged once, and what is named counts whatever it holds.
  CHECK_THAT(run_rolecall({"check", "a", "a/x.toml"}, {.folder = folder.path()}).out,
             Contains("checked a/x.toml") && !Contains("in all"));
}

TEST_CASE("in a folder, what another description includes is a part of it") {
  const TemporaryFolder folder;
  write(folder, "org.toml",
        "include = [\"people/*.toml\"]\n[company]\nname = \"F\"\ncomplete = false\n"
        "catalogues = [\"articles\", \"own.toml\"]\n");
  write(folder, "own.toml", "[[duty]]\nid = \"kilns\"\nowner = \"CTO\"\n");
  write(folder, "people/ceo.toml", "[[position]]\nid = \"ceo\"\nholder = \"Mina\"\n");
  write(folder, "people/cio.toml", "[[position]]\nid = \"cio\"\nreports_to = \"ceo\"\n");
  write(folder, "next.toml", "base = \"org.toml\"\n[[position]]\nid = \"cio\"\nremove = true\n");
  const Ran ran = run_rolecall({"check", "."}, {.folder = folder.path()});
  CAPTURE(ran.out, ran.err);
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, Contains("checked next.toml") && Contains("checked org.toml") &&
                          Contains("checked 2 files in all"));
}

TEST_CASE("a pattern leaves files and folders out") {
  const TemporaryFolder folder;
  write(folder, "a.toml", clean_text);
  write(folder, "drafts/b.toml", faulty_text);
  write(folder, "deep/drafts/c.toml", faulty_text);
  write(folder, "old/d.toml", faulty_text);
  const auto checked = [&](std::vector<std::string> patterns) {
    std::vector<std::string> arguments{"check", ".", "--output", "short"};
    for (const std::string& pattern : patterns) {
      arguments.insert(arguments.end(), {"--exclude", pattern});
    }
    return run_rolecall(arguments, {.folder = folder.path()});
  };
  CHECK_THAT(checked({}).out, Contains("drafts/b.toml") && Contains("old/d.toml"));
  CHECK(checked({"drafts", "old/*.toml"}).out.empty());
  CHECK(checked({"drafts/", "./old"}).out.empty());
  CHECK_THAT(checked({"b.toml"}).out, !Contains("drafts/b.toml") && Contains("drafts/c.toml"));
  CHECK_THAT(checked({"drafts/c.toml"}).out, Contains("deep/drafts/c.toml"));
  const Ran none = checked({"*"});
  CHECK(none.status == 3);
  CHECK_THAT(none.err, Contains("--exclude leaves out all 4 descriptions in `.`"));
  // What is named is judged.
  CHECK(
      run_rolecall({"check", "old/d.toml", "--exclude", "old"}, {.folder = folder.path()}).status ==
      1);
}

TEST_CASE("a description cannot have the name of the configuration") {
  const TemporaryFolder folder;
  write(folder, "rolecall.toml", clean_text);
  const std::string says =
      "`rolecall.toml` is the name of the configuration; call the description "
      "something else, such as `org.toml`";
  for (const char* what : {".", "rolecall.toml"}) {
    const Ran ran = run_rolecall({"check", what}, {.folder = folder.path()});
    CHECK(ran.status == 3);
    CHECK_THAT(ran.err, Contains(says));
  }
  write(folder, "org.toml", clean_text);
  CHECK_THAT(run_rolecall({"check", "."}, {.folder = folder.path()}).err, Contains(says));
}

TEST_CASE("clean descriptions are a line each") {
  const TemporaryFolder folder;
  write(folder, "a.toml", clean_text);
  write(folder, "b.toml", clean_text);
  const Ran ran = run_rolecall({"check", "."}, {.folder = folder.path()});
  CHECK(std::ranges::count(ran.out, '\n') == 4);
  CHECK_THAT(ran.out, Contains("\n\nchecked 2 files in all: nothing wrong found\n"));
  CHECK_THAT(run_rolecall({"check", ".", "--verbose"}, {.folder = folder.path()}).out,
             Contains("2 duties  Ada Okafor, Chief Information Officer"));
}

TEST_CASE("a folder without descriptions ends with 3") {
  const TemporaryFolder folder;
  write(folder, "x/Cargo.toml", "[package]\n");
  write(folder, "org.toml", clean_text);
  const Ran ran = run_rolecall({"check", "org.toml", "x"}, {.folder = folder.path()});
  CHECK(ran.status == 3);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, Contains("there are no descriptions in `x`"));
}

TEST_CASE("the number of jobs changes no byte") {
  const TemporaryFolder folder;
  for (int i = 0; i < 40; ++i) {
    write(folder, std::to_string(i % 7) + "/" + std::to_string(i) + ".toml",
          i % 3 == 0 ? faulty_text : clean_text);
  }
  for (const char* format : {"text", "json", "sarif"}) {
    const RunWith there{.folder = folder.path()};
    const Ran one = run_rolecall({"check", ".", "--output", format, "--jobs", "1"}, there);
    const Ran many = run_rolecall({"check", ".", "--output", format, "--jobs", "8"}, there);
    CHECK(one.status == 1);
    CHECK(one.out == many.out);
  }
}

TEST_CASE("an include through a link that leads out is refused") {
  const TemporaryFolder folder;
  write(folder, "secret.toml", "password = \"x\"\n");
  write(folder, "a/org.toml", "include = \"p/*.toml\"\n" + std::string(clean_text));
  std::filesystem::create_directories(folder / "a/p");
  std::filesystem::create_symlink("../../secret.toml", folder / "a/p/x.toml");
  const Ran ran = run_rolecall({"check", "a/org.toml"}, {.folder = folder.path()});
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, Contains("a link that leads out") && Contains("a/org.toml:1:11") &&
                          !Contains("password"));
}

TEST_CASE("a description is known by its tables") {
  CHECK(seems_description("# x\n[company]\n"));
  CHECK(seems_description("  [[ position ]]\n"));
  CHECK(seems_description("include = [\"*.toml\"]\n"));
  CHECK(seems_description("company.name = \"x\""));
  CHECK_FALSE(seems_description("[tool]\ninclude = [\"x\"]\n"));
  CHECK_FALSE(seems_description("[package]\ncompany = \"x\"\n"));
  CHECK_FALSE(seems_description("[company-car]\n"));
  CHECK_FALSE(seems_description(""));
}

TEST_CASE("what a base and its proposals share is told once") {
  const TemporaryFolder folder;
  write(folder, "org.toml", faulty_text);
  write(folder, "next.toml", "base = \"org.toml\"\n[[position]]\nid = \"cio\"\n");
  write(folder, "later.toml", "base = \"next.toml\"\n[[position]]\nid = \"x\"\ncolour = \"red\"\n");
  const RunWith there{.folder = folder.path()};
  const auto lines = [](const Ran& ran) { return std::ranges::count(ran.out, '\n'); };
  const auto alone = lines(run_rolecall({"check", "org.toml", "--output", "short"}, there));
  REQUIRE(alone > 0);
  CHECK(lines(run_rolecall({"check", "next.toml", "--output", "short"}, there)) >= alone);
  for (const char* jobs : {"1", "4"}) {
    const Ran all = run_rolecall({"check", ".", "--output", "short", "--jobs", jobs}, there);
    CAPTURE(all.out);
    CHECK_THAT(all.out, Contains("`colour`"));
    std::size_t shared = 0;
    std::stringstream told(all.out);
    for (std::string line; std::getline(told, line);)
      shared += line.starts_with("org.toml") ? 1 : 0;
    CHECK(shared == static_cast<std::size_t>(alone));
  }
}

TEST_CASE("a base that is not to be judged is left out, and that is told") {
  const TemporaryFolder folder;
  const std::string mark = "[company]\njudged = false\n";
  write(folder, "org.toml", mark + "[[position]]\nid = \"cio\"\n");
  write(folder, "next.toml", "base = \"org.toml\"\n[company]\nname = \"Next\"\n");
  const RunWith there{.folder = folder.path()};
  const Ran both = run_rolecall({"check", "."}, there);
  CHECK_THAT(both.err, Contains("org.toml is left out: it is only the base of proposals"));
  CHECK_THAT(both.out, Contains("checked next.toml") && !Contains("checked org.toml"));
  CHECK_THAT(both.out, Contains("role-missing"));
  const Ran alone = run_rolecall({"check", "org.toml"}, there);
  CHECK(alone.status == 0);
  CHECK_THAT(alone.err, Contains("left out"));
  for (const char* format : {"text", "json", "sarif", "junit", "gitlab", "markdown", "csv"}) {
    CAPTURE(format);
    CHECK(run_rolecall({"check", "org.toml", "--output", format}, there).status == 0);
  }
  // What may hide others is told all the same.
  write(folder, "org.toml", mark + "[[position]]\nid = \"cio\"\ncolour = \"red\"\n");
  const Ran wrong = run_rolecall({"check", "org.toml"}, there);
  CHECK(wrong.status == 1);
  CHECK_THAT(wrong.out, Contains("unknown-key") && !Contains("role-missing"));
}
