// Every example is checked and drawn; what comes out is kept beside this file. ROLECALL_BLESS=1
// in the environment writes it anew.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "layout/chart/view.hpp"
#include "layout/draw/picture.hpp"
#include "layout/place/placement.hpp"
#include "model/verdict/changes.hpp"
#include "report/format.hpp"
#include "rules/run.hpp"

using namespace rolecall;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> examples() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(ROLECALL_SOURCE_DIR "/examples")) {
    if (entry.path().extension() == ".toml") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

SourceText text_of(const std::string& example) {
  return {"examples/" + example, read(fs::path(ROLECALL_SOURCE_DIR "/examples") / example)};
}

Judgement judged(const fs::path& path) {
  Sources sources;
  sources.texts.push_back(text_of(path.filename().string()));
  RunOptions options;
  options.beside.read = [](const std::string& name) { return text_of(name); };
  return judge(std::move(sources), options);
}

/// The state that an example is a proposal for.
Judgement base_of(const Judgement& proposal) {
  return judged(proposal.org.value().document->base.value);
}

void compare(const fs::path& golden, const std::string& got) {
  if (std::getenv("ROLECALL_BLESS") != nullptr) {
    std::ofstream(golden, std::ios::binary) << got;
    return;
  }
  INFO("kept in " << golden << "; ROLECALL_BLESS=1 writes it anew");
  CHECK(read(golden) == got);
}

fs::path golden(const fs::path& example, const std::string& ending) {
  return fs::path(ROLECALL_SOURCE_DIR "/tests/examples") / (example.stem().string() + ending);
}

}  // namespace

TEST_CASE("there are at least six examples, each with a date of its own") {
  REQUIRE(examples().size() >= 6);
  for (const fs::path& path : examples()) {
    CAPTURE(path);
    CHECK(judged(path).org.value().document->company.as_of.given());
  }
}

TEST_CASE("the examples' findings are the ones that are kept") {
  for (const fs::path& path : examples()) {
    CAPTURE(path);
    const Judgement judgement = judged(path);
    REQUIRE(judgement.org.has_value());
    compare(golden(path, ".out"), find_format("text")->write(std::span(&judgement, 1), {}));
  }
}

TEST_CASE("the examples' charts are the ones that are kept") {
  for (const fs::path& path : examples()) {
    CAPTURE(path);
    const Chart chart = find_view("chart")->make(judged(path), {});
    const auto dot = draw(chart, place(chart), "dot");
    REQUIRE(dot.has_value());
    compare(golden(path, ".dot"), *dot);
  }
}

TEST_CASE("the pictures of the docs are what is drawn today") {
  struct Shown {
    std::string file;
    std::string example;
    std::string view;
    std::string theme;
    PartOptions part;
  };
  const Shown all[] = {
      {"halden", "halden", "chart", "light", {}},
      {"theme-light", "corvid", "chart", "light", {}},
      {"theme-dark", "corvid", "chart", "dark", {}},
      {"theme-print", "corvid", "chart", "print", {}},
      {"view-coverage", "halden", "coverage", "light", {}},
      {"view-matrix", "halden", "matrix", "light", {.around = "security"}},
      {"view-duties", "halden", "duties", "light", {}},
      {"view-gaps", "halden", "gaps", "light", {}},
      {"view-teams", "corvid", "teams", "light", {}},
      {"view-diff", "halden-next", "diff", "light", {}},
      {"part-around", "tidewater", "chart", "light", {.around = "ciso"}},
  };
  std::vector<std::string> files;
  for (const Shown& shown : all) {
    CAPTURE(shown.file);
    const Judgement judgement = judged(ROLECALL_SOURCE_DIR "/examples/" + shown.example + ".toml");
    const auto part = choose_part(judgement, shown.part);
    REQUIRE(part.has_value());
    const View& view = *find_view(shown.view);
    const Chart chart = view.make_changes == nullptr
                            ? view.make(judgement, *part)
                            : view.make_changes(compare(base_of(judgement), judgement), *part);
    DrawOptions options;
    options.theme = *find_theme(shown.theme);
    const auto svg = draw(chart, place(chart), "svg", options);
    REQUIRE(svg.has_value());
    files.push_back(shown.file + ".svg");
    compare(ROLECALL_SOURCE_DIR "/docs/pictures/" + files.back(), *svg);
  }
  std::size_t there = 0;
  for (const auto& entry : fs::directory_iterator(ROLECALL_SOURCE_DIR "/docs/pictures")) {
    ++there;
    CHECK(std::ranges::count(files, entry.path().filename().string()) == 1);
  }
  CHECK(there == files.size());
}
