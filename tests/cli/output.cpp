// What is written, where, and in which colours.

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/wording.hpp"
#include "layout/draw/picture.hpp"
#include "report/diff.hpp"
#include "report/format.hpp"
#include "tests/cli/process.hpp"
#include "tests/companies.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Catch::Matchers::Contains;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

/// A command that writes `org.toml` in one of the ways that there are.
struct Write {
  std::string what;
  int status;  ///< where it could be written
  std::vector<std::string> (*words)(const std::string& what, const std::string& path);

  std::vector<std::string> to(const std::string& path) const { return words(what, path); }
};

std::vector<Write> all_writes() {
  std::vector<Write> out;
  for (const std::string& format : ids_of(all_formats())) {
    out.push_back(
        {format, 1, [](const std::string& what, const std::string& path) {
           return std::vector<std::string>{"check", "org.toml", "--output", what + '=' + path};
         }});
  }
  for (const std::string& diff : ids_of(all_diffs())) {
    out.push_back({diff, 1, [](const std::string& what, const std::string& path) {
                     return std::vector<std::string>{"diff", "old.toml", "org.toml", "--output",
                                                     what + '=' + path};
                   }});
  }
  for (const std::string& picture : ids_of(all_pictures())) {
    out.push_back({picture, 0, [](const std::string& what, const std::string& path) {
                     return std::vector<std::string>{"render", "org.toml", "--format",
                                                     what,     "-o",       path};
                   }});
  }
  return out;
}

bool coloured(const Ran& ran) { return ran.out.find("\x1b[") != std::string::npos; }

}  // namespace

TEST_CASE("the JSON document has the promised shape") {
  const Ran ran =
      run_rolecall({"check", "--output", "json", "-"}, {.in = std::string(faulty_text)});
  const Json document = Json::parse(ran.out);
  CHECK(keys(document) ==
        std::vector<std::string>{"format", "version", "files", "findings", "known", "verdicts"});
  CHECK(document["version"] == ROLECALL_VERSION);
  CHECK(document["files"] == Json::array({"<stdin>"}));
  REQUIRE_FALSE(document["findings"].empty());
  REQUIRE_FALSE(document["verdicts"].empty());
  for (const Json& finding : document["findings"]) {
    std::vector<std::string> known{"check", "severity", "message",  "subjects",   "file",
                                   "line",  "column",   "end_line", "end_column", "labels",
                                   "notes", "help",     "fixes",    "waived"};
    if (finding.contains("number")) known.push_back("number");
    known.push_back("fingerprint");
    CHECK(keys(finding) == known);
    CHECK(finding["file"] == "<stdin>");
    CHECK(finding["line"] >= 1);
    CHECK(finding["column"] >= 1);
    REQUIRE_FALSE(finding["labels"].empty());
    CHECK(finding["labels"][0]["primary"] == true);
    CHECK(finding["labels"][0]["line"] == finding["line"]);
  }
  for (const Json& verdict : document["verdicts"]) {
    CHECK(keys(verdict) ==
          std::vector<std::string>{"duty", "verdict", "accountable", "responsible", "reasons"});
    CHECK(verdict["duty"].get<std::string>().starts_with("duty:"));
  }
}

TEST_CASE("with several files each verdict says where it is from") {
  const TemporaryFolder folder;
  const std::string a = folder.file("a.toml", clean_text);
  const std::string b = folder.file("b.toml", "{\"company\": {}}\n");
  const Ran ran = run_rolecall({"check", "--output=json", a, b});
  const Json document = Json::parse(ran.out);
  CHECK(ran.status == 1);
  CHECK(document["files"] == Json::array({a, b}));
  for (const Json& verdict : document["verdicts"]) CHECK(verdict["file"] == a);
}

TEST_CASE("the same input gives the same bytes") {
  for (const std::string& format : ids_of(all_formats())) {
    CAPTURE(format);
    RunWith with{.in = std::string(faulty_text)};
    const Ran first = run_rolecall({"check", "-", "--output", format}, with);
    CHECK_FALSE(first.out.empty());
    with.env = {"LC_ALL=de_DE.UTF-8", "TZ=Asia/Tokyo", "LANG=tr_TR.UTF-8"};
    CHECK(first.out == run_rolecall({"check", "-", "--output", format}, with).out);
  }
}

TEST_CASE("several reports in one run") {
  const TemporaryFolder folder;
  const std::string path = folder / "report.json";
  const Ran ran = run_rolecall({"check", "--output", "text", "--output", "json=" + path, "-"},
                               {.in = std::string(faulty_text), .env = {"FORCE_COLOR=1"}});
  CHECK(ran.status == 1);
  CHECK(coloured(ran));
  REQUIRE(bytes_of(path));
  CHECK(Json::parse(*bytes_of(path)).contains("findings"));
}

TEST_CASE("colour: asked for, by the environment, or on a terminal") {
  const auto run = [](const std::vector<std::string>& env, std::vector<std::string> more,
                      bool terminal) {
    more.insert(more.begin(), {"check", "-"});
    return coloured(run_rolecall(more, {.in = "[company\n", .env = env, .terminal = terminal}));
  };
  CHECK_FALSE(run({}, {}, false));
  CHECK(run({"TERM=xterm"}, {}, true));
  CHECK_FALSE(run({"TERM=dumb"}, {}, true));
  CHECK_FALSE(run({"NO_COLOR=1"}, {}, true));
  CHECK(run({"NO_COLOR="}, {}, true));
  CHECK(run({"FORCE_COLOR=1"}, {}, false));
  CHECK_FALSE(run({"FORCE_COLOR=0"}, {}, true));
  CHECK(run({"CLICOLOR_FORCE=1"}, {}, false));
  CHECK_FALSE(run({"NO_COLOR=1", "FORCE_COLOR=1"}, {}, false));
  CHECK(run({"NO_COLOR=1"}, {"--color", "always"}, false));
  CHECK_FALSE(run({"FORCE_COLOR=1"}, {"--color=never"}, true));
}

TEST_CASE("a report in a file never has colour") {
  const TemporaryFolder folder;
  const std::string path = folder / "report.txt";
  run_rolecall({"check", "-", "--color=always", "--output", "text=" + path}, {.in = "[company\n"});
  REQUIRE(bytes_of(path));
  CHECK_THAT(*bytes_of(path), Contains("error[syntax]"));
  CHECK(bytes_of(path)->find('\x1b') == std::string::npos);
}

TEST_CASE("a file is replaced whole and keeps its permissions") {
  const TemporaryFolder folder;
  const std::string path = folder.file("report.json", "old");
  ::chmod(path.c_str(), 0640);
  std::filesystem::create_symlink("report.json", folder / "link.json");
  const RunWith with{.in = std::string(faulty_text)};
  CHECK(run_rolecall({"check", "-", "--output", "json=" + (folder / "link.json")}, with).status ==
        1);
  CHECK(Json::parse(*bytes_of(path)).contains("findings"));
  CHECK(std::filesystem::is_symlink(folder / "link.json"));
  struct stat about {};
  REQUIRE(::stat(path.c_str(), &about) == 0);
  CHECK((about.st_mode & 07777) == 0640);
}

TEST_CASE("a protected file in a folder of ours is not replaced") {
  if (::geteuid() == 0) return;  // for whom nothing is protected
  const TemporaryFolder folder;
  const std::string path = folder.file("report.json", "old");
  ::chmod(path.c_str(), 0444);
  const Ran ran =
      run_rolecall({"check", "-", "--output", "json=" + path}, {.in = std::string(faulty_text)});
  CHECK(ran.status == 3);
  CHECK_THAT(ran.err, Contains("permission denied"));
  CHECK(bytes_of(path) == "old");
}

TEST_CASE("a file that cannot be written stays as it was, and nothing is left beside it") {
  for (const Write& write : all_writes()) {
    const TemporaryFolder folder;
    folder.file("org.toml", faulty_text);
    folder.file("old.toml", clean_text);
    const std::string path = folder.file("out", "old");
    CAPTURE(write.what);
    const Ran ran = run_rolecall(write.to("out"), {.folder = folder.path(), .file_limit = 100});
    CHECK(ran.status == 3);
    CHECK_THAT(ran.err, Contains("cannot write `out`: file too large"));
    CHECK(bytes_of(path) == "old");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 3);
  }
}

TEST_CASE("places that cannot be written to") {
  const TemporaryFolder folder;
  folder.file("org.toml", faulty_text);
  folder.file("old.toml", clean_text);
  folder.file("file", "");
  const std::string here = folder.path().string();
  for (const Write& write : all_writes()) {
    for (const std::string& path : {here, std::string("missing/report"), std::string("file/report"),
                                    std::string("/proc/report"), std::string("/dev/full")}) {
      CAPTURE(write.what);
      const Ran ran = run_rolecall(write.to(path), {.folder = folder.path()});
      CHECK(ran.status == 3);
      CHECK_THAT(ran.err, Contains("cannot write `" + path + "`: "));
    }
  }
}

TEST_CASE("standard output that is full, closed or that nobody reads") {
  const TemporaryFolder folder;
  folder.file("org.toml", faulty_text);
  folder.file("old.toml", clean_text);
  for (const Write& write : all_writes()) {
    CAPTURE(write.what);
    const auto arguments = write.to("-");
    const Ran good = run_rolecall(arguments, {.folder = folder.path()});
    CHECK(good.status == write.status);
    const Ran full = run_rolecall(arguments, {.out = "/dev/full", .folder = folder.path()});
    CHECK(full.status == 3);
    CHECK_THAT(full.err, Contains("cannot write"));
    CHECK(run_rolecall(arguments, {.no_out = true, .folder = folder.path()}).status == 3);
    const Ran gone = run_rolecall(arguments, {.broken_pipe = true, .folder = folder.path()});
    CHECK(gone.status == write.status);
    CHECK(gone.err == good.err);
  }
}

TEST_CASE("no line of a report begins with what the user wrote") {
  const std::string text =
      "[company]\nname = \"::error::x\"\n[[position]]\nid = \"::warning::y\"\n"
      "title = \"##[error]z ##vso[task.complete result=Failed;]\"\nholder = \"::add-mask::w\"\n"
      "reports_to = \"##[group]\"\naccountable = [\"::error::v\"]\n";
  const TemporaryFolder folder;
  folder.file("::error::name.toml", text);
  for (const std::string& format : ids_of(all_formats())) {
    if (format == "github") continue;  // whose lines are commands
    CAPTURE(format);
    const Ran ran = run_rolecall({"check", "--output", format, "::error::name.toml"},
                                 {.folder = folder.path()});
    INFO(ran.out);
    CHECK(ran.out.find("##[") == std::string::npos);
    CHECK(ran.out.find("##vso[") == std::string::npos);
    for (std::size_t at = 0; at < ran.out.size(); at = ran.out.find('\n', at) + 1) {
      const std::size_t first = ran.out.find_first_not_of(" \t", at);
      CHECK(ran.out.substr(first, 2) != "::");
      if (ran.out.find('\n', at) == std::string::npos) break;
    }
  }
}
