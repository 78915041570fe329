// An organisation as several sheets.

#include "layout/chart/split.hpp"
#include "tests/layout/charts_of.hpp"

namespace rolecall::test {
namespace {

using Ids = std::vector<std::string>;

/// Bosses by index: nobody for 0, else one before.
std::string company(const std::vector<std::size_t>& bosses) {
  std::string out = "[company]\ncomplete = false\n";
  for (std::size_t i = 0; i < bosses.size(); ++i) {
    out += "[[position]]\nid = \"P " + std::to_string(i) + "\"\n";
    if (i > 0) out += "reports_to = \"P " + std::to_string(bosses[i]) + "\"\n";
  }
  return out;
}

}  // namespace

TEST_CASE("an overview, and a sheet for each below the top who has reports") {
  // 0 - (1 - (4, 5), 2 - 6, 3)
  const Judgement judgement = judge_text(company({0, 0, 0, 0, 1, 1, 2}));
  const Org& org = *judgement.org;
  const std::vector<Sheet> sheets = split(org, usual_sheet);
  REQUIRE(sheets.size() == 3);
  CHECK(sheets[0].shown == std::vector<Vertex>{Vertex(0), Vertex(1), Vertex(2), Vertex(3)});
  CHECK(sheets[1].shown == std::vector<Vertex>{Vertex(1), Vertex(4), Vertex(5)});
  CHECK(sheets[1].name == "p-1");
  CHECK(sheets[2].above == 0);

  const View* view = find_view("chart");
  const Ids files{"all.svg", "one.svg", "two.svg"};
  Chart chart = view->make(judgement, part_of(org, sheets[0]));
  link_sheets(org, sheets, 0, files, chart);
  CHECK(card(chart, "position:P 1")->link == "one.svg");
  CHECK(card(chart, "position:P 3")->link.empty());
  CHECK(badges(*card(chart, "position:P 1")) == Ids{"+ 2 below"});
  Chart unit = view->make(judgement, part_of(org, sheets[1]));
  link_sheets(org, sheets, 1, files, unit);
  CHECK(card(unit, "position:P 1")->link == "all.svg");
  CHECK(unit.subtitle.starts_with("P 1 and below"));
}

TEST_CASE("the overview goes down to where the organisation branches") {
  // 0 - 1 - (2 - 4, 3 - 5)
  const Judgement lone = judge_text(company({0, 0, 1, 1, 2, 3}));
  const std::vector<Sheet> sheets = split(*lone.org, usual_sheet);
  REQUIRE(sheets.size() == 3);
  CHECK(sheets[0].shown == std::vector<Vertex>{Vertex(0), Vertex(1), Vertex(2), Vertex(3)});
  CHECK(sheets[1].head == Vertex(2));
  CHECK(sheets[2].head == Vertex(3));
  // Nothing branches: one sheet.
  CHECK(split(*judge_text(company({0, 0, 1, 2})).org, usual_sheet).size() == 1);
  // A board with a head and an auditor below.
  const Judgement board =
      judge_text("[company]\ncomplete = false\n[[body]]\nid = \"board\"\nname = \"Board\"\n" +
                 post("ceo", "board") + post("audit", "board") + post("cio", "ceo") +
                 post("cto", "ceo") + post("net", "cio") + post("lab", "cto"));
  const std::vector<Sheet> units = split(*board.org, usual_sheet);
  REQUIRE(units.size() == 3);
  CHECK(units[1].name == "cio");
  CHECK(units[2].name == "cto");
  CHECK(units[0].shown.size() == 5);
}

TEST_CASE("large units are cut, every post stands once below its boss") {
  std::vector<std::size_t> bosses{0};
  for (std::size_t i = 1; i < 3000; ++i) bosses.push_back((i - 1) / 3);
  const Judgement judgement = judge_text(company(bosses));
  const Org& org = *judgement.org;
  const std::vector<Sheet> sheets = split(org, 40);
  CHECK(sheets.size() > 3000 / 40);
  std::vector<int> seen(bosses.size());
  std::vector<int> heads(bosses.size());
  for (const Sheet& sheet : sheets) {
    CHECK(sheet.shown.size() <= 40);
    for (const Vertex v : sheet.shown) ++seen[v.index()];
    if (sheet.head) ++heads[sheet.head->index()];
  }
  for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == 1 + heads[i]);
}

TEST_CASE("names of sheets are unique and fit for files") {
  const Judgement judgement = judge_text(R"(
[company]
complete = false
[[position]]
id = "top"
[[position]]
id = "../Ä b"
reports_to = "top"
[[position]]
id = "x"
reports_to = "../Ä b"
[[position]]
id = "..//b"
reports_to = "top"
[[position]]
id = "y"
reports_to = "..//b"
)");
  const std::vector<Sheet> sheets = split(*judgement.org, 60);
  REQUIRE(sheets.size() == 3);
  CHECK(sheets[1].name == "b");
  CHECK(sheets[2].name == "b-2");
}

}  // namespace rolecall::test
