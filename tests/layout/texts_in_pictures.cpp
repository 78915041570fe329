// What the user wrote stays text in every picture: hostile texts stand in every key of the
// language, and each picture is read back as its consumer reads it.

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "layout/chart/view.hpp"
#include "layout/draw/picture.hpp"
#include "layout/draw/svg_check.hpp"
#include "layout/place/placement.hpp"
#include "tests/everywhere.hpp"
#include "tests/rules/judged.hpp"

namespace rolecall::test {
namespace {

/// Between `begin` and `end` only the signs that a writer of labels leaves.
std::string label_trouble(std::string_view text, std::string_view begin, std::string_view end,
                          std::string_view signs) {
  for (std::size_t at = text.find(begin); at != text.npos; at = text.find(begin, at)) {
    at += begin.size();
    const std::size_t close = text.find(end, at);
    if (close == text.npos) return "a label without an end";
    std::string label(text.substr(at, close - at));
    for (const std::string_view line_break : {"<br/>", "\\n"}) {
      for (std::size_t i = label.find(line_break); i != label.npos; i = label.find(line_break)) {
        label.erase(i, line_break.size());
      }
    }
    for (const char c : label) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') || (c & 0x80) != 0 || signs.contains(c);
      if (!plain) return "a sign that is not escaped: " + label;
    }
    at = close;
  }
  return {};
}

std::string picture_trouble(std::string_view kind, const std::string& text) {
  if (auto wrong = harm(text, false); !wrong.empty()) return wrong;
  if (kind == "svg") {
    const auto read = check_svg(text);
    return read ? "" : read.error();
  }
  if (kind == "mermaid") return label_trouble(text, "[\"", "\"]", " ,-.#;");
  if (kind == "plantuml") return label_trouble(text, "rectangle \"", "\" as", " ,<>+");
  return {};
}

}  // namespace

TEST_CASE("a text in every key stays text in every picture") {
  std::string graphs;
  std::size_t number = 0;
  for (const Batch& batch : batches()) {
    CAPTURE(batch);
    const Judgement judgement = judge_text(Everywhere(batch).text());
    REQUIRE(judgement.org);
    const auto part = choose_part(judgement, {});
    REQUIRE(part);
    for (const View* view : all_views()) {
      if (view->id == "diff") continue;
      CAPTURE(view->id);
      const Chart chart = view->make(judgement, *part);
      if (chart.cards.empty()) continue;
      const Placement placement = place(chart);
      for (const Picture* picture : all_pictures()) {
        if (picture->id == "png" || picture->id == "pdf") continue;
        if (chart.table && (picture->id == "mermaid" || picture->id == "plantuml")) continue;
        CAPTURE(picture->id);
        const auto drawn = draw(chart, placement, picture->id);
        if (!drawn) FAIL(drawn.error());
        CHECK(picture_trouble(picture->id, *drawn) == "");
        if (picture->id == "dot") {
          graphs += *drawn;
          ++number;
        }
      }
    }
  }
  // Graphviz's own reader: as many graphs, and none of them has an attribute that we never write.
  const std::filesystem::path folder = std::filesystem::temp_directory_path();
  const std::string file = (folder / "rolecall_text_stays_text.dot").string();
  std::ofstream(file) << graphs;
  FILE* const reader = popen(("nop " + file + " 2>&1").c_str(), "r");
  REQUIRE(reader);
  std::string canon;
  std::array<char, 65536> buffer{};
  while (const std::size_t read = fread(buffer.data(), 1, buffer.size(), reader)) {
    canon.append(buffer.data(), read);
  }
  CHECK(pclose(reader) == 0);
  std::filesystem::remove(file);
  std::size_t graphs_read = 0;
  std::size_t begin = 0;
  std::string never;
  while (begin < canon.size()) {
    const std::size_t end = std::min(canon.find('\n', begin), canon.size());
    std::string_view line = std::string_view(canon).substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with("digraph ")) ++graphs_read;
    while (line.starts_with('\t') || line.starts_with(' ')) line.remove_prefix(1);
    for (const std::string_view attribute :
         {"URL=", "href=", "image=", "shapefile=", "target=", "stylesheet=", "Error", "Warning"}) {
      if (line.starts_with(attribute)) never += std::string(line) + '\n';
    }
  }
  CHECK(graphs_read == number);
  CHECK(never == "");
}

}  // namespace rolecall::test
