// What decides about the exit status of `check`, and what a job on GitHub gets.

#include <catch2/catch.hpp>

#include "tests/cli/process.hpp"
#include "tests/companies.hpp"

namespace rolecall::test {
namespace {

/// A warning and no error.
const std::string warned = std::string(clean_text) + R"([[waiver]]
check = "duty-overlap"
reason = "agreed"
)";

}  // namespace

TEST_CASE("--fail-on and --exit-zero move the threshold") {
  const TemporaryFolder folder;
  const std::string bad = folder.file("bad.toml", faulty_text);
  const std::string mild = folder.file("mild.toml", warned);
  CHECK(run_rolecall({"check", bad}).status == 1);
  CHECK(run_rolecall({"check", bad, "--exit-zero"}).status == 0);
  CHECK(run_rolecall({"check", mild}).status == 0);
  CHECK(run_rolecall({"check", mild, "--fail-on", "warning"}).status == 1);
  CHECK(run_rolecall({"check", mild, "--fail-on", "loud"}).status == 2);
  CHECK(run_rolecall({"check", folder / "none.toml", "--exit-zero"}).status == 3);
  for (const char* format : {"short", "sarif", "github", "gitlab", "junit", "rdjson", "markdown",
                             "csv", "json", "statistics", "text"}) {
    CAPTURE(format);
    CHECK(run_rolecall({"check", bad, "--output", format}).status == 1);
    CHECK(run_rolecall({"check", mild, "--output", format}).status == 0);
  }
}

TEST_CASE("--statistics counts findings by check") {
  const TemporaryFolder folder;
  const Ran ran = run_rolecall({"check", folder.file("bad.toml", faulty_text), "--statistics"});
  CHECK(ran.status == 1);
  CHECK(ran.out.find("error    unknown-reference\n") != std::string::npos);
}

TEST_CASE("a baseline lets a team begin") {
  const TemporaryFolder folder;
  std::string overlapping(faulty_text);
  overlapping.replace(overlapping.find("ceoo"), 4, "ceo");
  const std::string file = folder.file("org.toml", overlapping);
  const std::string baseline = folder / "baseline.json";
  const Ran first = run_rolecall({"check", file, "--write-baseline", baseline});
  CHECK(first.status == 0);
  CHECK(first.err.find("to the baseline") != std::string::npos);
  const auto kept = bytes_of(baseline);
  REQUIRE(kept);
  const Ran known = run_rolecall({"check", file, "--baseline", baseline});
  CHECK(known.status == 0);
  CHECK(known.out.find("nothing new found, ") != std::string::npos);
  CHECK(known.out.find("nothing wrong found") == std::string::npos);
  folder.file("org.toml", overlapping + "[[position]]\nid = \"x\"\nreports_to = \"y\"\n");
  const Ran more = run_rolecall({"check", file, "--baseline", baseline, "--output", "short"});
  CHECK(more.status == 1);
  CHECK(std::ranges::count(more.out, '\n') == 1);
  folder.file("org.toml", clean_text);
  const Ran fixed = run_rolecall({"check", file, "--baseline", baseline});
  CHECK(fixed.status == 0);
  CHECK(fixed.err.find("no longer found, take it out of") != std::string::npos);
  CHECK(run_rolecall({"check", file, "--baseline", folder / "none.json"}).status == 3);
  CHECK(run_rolecall({"check", file, "--baseline", folder.file("b.json", "{")}).status == 3);
  CHECK(bytes_of(baseline) == kept);
}

TEST_CASE("a baseline holds whatever folder it is read from, and wherever the text stands") {
  const TemporaryFolder folder;
  const std::string file = folder.file("org.toml", faulty_text);
  std::string text(faulty_text);
  text.replace(text.find("ceoo"), 4, "ceo");
  folder.file("org.toml", text);
  CHECK(run_rolecall({"check", file, "--write-baseline", folder / "b.json"}).status == 0);

  const TemporaryFolder other;
  const std::size_t duties = text.find("[duties");
  other.file("all.toml", "include = [\"duties.toml\"]\n" + text.substr(0, duties));
  other.file("duties.toml", text.substr(duties));
  const Ran moved = run_rolecall({"check", "all.toml", "--baseline", folder / "b.json"},
                                 {.folder = other.path()});
  CAPTURE(moved.out, moved.err);
  CHECK(moved.status == 0);
  CHECK(moved.out.find("nothing new found") != std::string::npos);
  CHECK(moved.err.empty());
}

TEST_CASE("a baseline of the first format is read, and said to be old") {
  const TemporaryFolder folder;
  std::string text(faulty_text);
  text.replace(text.find("ceoo"), 4, "ceo");
  folder.file("org.toml", text);
  folder.file("b.json", R"({"baseline": 1, "findings": [{"file": "org.toml", "finding": )"
                        R"("duty-overlap duty:it-budget position:cio position:cto"}]})");
  const Ran ran = run_rolecall({"check", "org.toml", "--baseline", "b.json", "--output", "short"},
                               {.folder = folder.path()});
  CHECK(ran.out.find("duty-overlap") == std::string::npos);
  CHECK(ran.err.find("--write-baseline b.json") != std::string::npos);
}

TEST_CASE("what would hide more than it says is in no baseline") {
  const TemporaryFolder folder;
  const std::string file = folder.file("org.toml", "[company\n");
  const std::string baseline = folder / "baseline.json";
  CHECK(run_rolecall({"check", file, "--write-baseline", baseline}).status == 1);
  CHECK(run_rolecall({"check", file, "--baseline", baseline}).status == 1);
  const std::string by_hand =
      folder.file("hand.json", R"({"baseline": 1, "findings": [{"file": ")" + file +
                                   R"(", "finding": "syntax", "count": 9}]})");
  CHECK(run_rolecall({"check", file, "--baseline", by_hand}).status == 1);
}

TEST_CASE("a GitHub job gets annotations and a summary besides the report") {
  const TemporaryFolder folder;
  const std::string file = folder.file("org.toml", faulty_text);
  const std::string summary = folder.file("summary.md", "before\n");
  const RunWith job{.env = {"GITHUB_ACTIONS=true", "GITHUB_STEP_SUMMARY=" + summary}};
  const Ran ran = run_rolecall({"check", file}, job);
  CHECK(ran.status == 1);
  CHECK(ran.out == run_rolecall({"check", file}).out);
  CHECK(ran.err.find("::error title=rolecall%3A ") != std::string::npos);
  CHECK(bytes_of(summary).value().starts_with("before\n## rolecall\n"));
  const Ran itself = run_rolecall({"check", file, "--output", "github"}, job);
  CHECK(itself.out.starts_with("::error "));
  CHECK(itself.err.empty());
  const RunWith broken{.env = {"GITHUB_ACTIONS=true", "GITHUB_STEP_SUMMARY=/nowhere/summary.md"}};
  CHECK(run_rolecall({"check", file}, broken).status == 3);
}

}  // namespace rolecall::test
