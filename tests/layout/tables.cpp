// The views that are tables, and those that group duties, findings and teams.

#include "layout/place/placement.hpp"
#include "tests/layout/charts_of.hpp"
#include "tests/layout/overlap.hpp"

namespace rolecall::test {
namespace {

using Ids = std::vector<std::string>;

/// Networks overlap, data privacy is missing, a vacant post holds product ownership, the desk is
/// delegated.
const std::string company =
    Company{.cio_accountable = R"(["@CIO", "!data-privacy", "@shared", "@contested"])",
            .cto_accountable = R"(["@CTO", "networks"])"}
        .text(post("net", "cio", R"(accountable = ["networks"])") +
              post("desk", "cio", R"(responsible = ["service-desk"]
informed = ["networks"])") +
              "[[position]]\nid = \"po\"\nreports_to = \"cto\"\nstate = \"vacant\"\n"
              "accountable = [\"product-ownership\"]\n");

const Heading& row_of(const Chart& chart, std::string_view id) {
  return chart.table->rows[card(chart, id)->cell.row];
}

const Heading& column_of(const Chart& chart, std::string_view id) {
  return chart.table->columns[card(chart, id)->cell.column];
}

}  // namespace

TEST_CASE("coverage has a tile for every duty, by area and owner") {
  const Chart chart = chart_of(company, "coverage");
  REQUIRE(chart.table);
  CHECK(chart.cards.size() == 58);
  const Card* networks = card(chart, "duty:networks");
  REQUIRE(networks);
  CHECK(networks->tone == Tone::overlap);
  CHECK(networks->lines == Ids{"overlapping", "Ada Okafor and P. net"});
  CHECK(row_of(chart, "duty:networks").text == "Infrastructure");
  CHECK(column_of(chart, "duty:networks").text == "Chief Information Officer");
  CHECK(column_of(chart, "duty:networks").detail == "27 of 29 duties covered");
  CHECK(card(chart, "duty:data-privacy")->lines == Ids{"missing"});
  CHECK(card(chart, "duty:data-privacy")->tone == Tone::missing);
  CHECK(card(chart, "duty:product-ownership")->tone == Tone::paper);
  CHECK(card(chart, "duty:service-desk")->lines == Ids{"delegated · Lena Hoff"});
}

TEST_CASE("the tile of a covered duty is plain, and the legend tells what the others are") {
  const Chart chart = chart_of(company, "coverage");
  CHECK(is_plain_tile(*card(chart, "duty:service-desk")));
  CHECK_FALSE(is_plain_tile(*card(chart, "duty:networks")));
  std::vector<std::string> told;
  for (const LegendEntry& entry : place(chart).legend) told.push_back(entry.chip.lines.at(0));
  CHECK(told == Ids{"▲ overlap", "□ on paper", "× missing"});
}

TEST_CASE("a tile names the deputy who keeps a post's duties") {
  const Chart chart = chart_of(Company{.cio_accountable = R"("@CIO")",
                                       .cto_accountable = R"("@CTO")",
                                       .cto = "deputy = \"Ada Okafor\""}
                                   .text("[[person]]\nname = \"Ada Okafor\"\n"),
                               "coverage");
  CHECK(card(chart, "duty:technology-vision")->lines == Ids{"provisional", "Ada Okafor (deputy)"});
}

TEST_CASE("the matrix has letters where somebody has a part, and the verdict") {
  const Chart chart = chart_of(company, "matrix");
  REQUIRE(chart.table);
  CHECK(chart.table->rows.size() == 58);
  CHECK(row_of(chart, "duty:networks").section == "Chief Information Officer");
  const auto tile = [&](std::string_view id) {
    const Card* found = card(chart, id);
    return found ? found->title : std::string("none");
  };
  CHECK(tile("duty:networks") == "overlapping");
  CHECK(tile("duty:networks/position:net") == "A");
  CHECK(tile("duty:networks/position:cto") == "A");
  // The CIO's bundle yields to the exact entries.
  CHECK(tile("duty:networks/position:cio") == "none");
  CHECK(tile("duty:networks/position:desk") == "I");
  CHECK(tile("duty:service-desk/position:desk") == "R");
  CHECK(tile("duty:service-desk/position:cio") == "A");
  CHECK(card(chart, "duty:networks/position:net")->tone == Tone::overlap);
  CHECK(card(chart, "duty:networks/position:desk")->tone == Tone::neutral);
  CHECK(card(chart, "duty:product-ownership/position:po")->tone == Tone::paper);
  CHECK(column_of(chart, "duty:product-ownership/position:po").text == "Vacant");
  // Of a part: those columns, and the rows in which they have a part.
  const Chart part = chart_of(company, "matrix", {.root = "net"});
  CHECK(part.table->rows.size() == 1);
  CHECK(part.table->columns.size() == 2);
}

TEST_CASE("tables stand without overlaps, and their words beside their tiles") {
  for (const std::string_view view : {"coverage", "matrix"}) {
    const Chart chart = chart_of(company, view);
    const Placement placement = place(chart);
    CHECK(overlaps(placement.cards) == 0);
    CHECK(crossings(placement.rules, placement.cards) == 0);
    std::vector<Rect> texts;
    for (const PlacedText& text : placement.texts) {
      texts.push_back(text.at);
      --texts.back().height;  // lines of one heading touch
    }
    for (const Rect& card : placement.cards) texts.push_back(card);
    CHECK(overlaps(texts) == 0);
    for (const Rect& box : texts) {
      CHECK(box.x >= 0);
      CHECK(box.right() <= placement.size.width);
      CHECK(box.bottom() <= placement.size.height);
    }
  }
}

TEST_CASE("duties go from the role to those who hold them") {
  const Chart chart = chart_of(company, "duties");
  const Card* nobody = card(chart, "CIO/nobody");
  REQUIRE(nobody);
  CHECK(nobody->look == Look::ghost);
  CHECK(badges(*nobody) == Ids{"Data privacy"});
  CHECK(chart.cards[*nobody->parent].id == "role:CIO");
  CHECK(badges(*card(chart, "CIO/position:net")) == Ids{"overlapping: Networks"});
  CHECK(badges(*card(chart, "CTO/position:po")).size() == 1);
  CHECK(badges(*card(chart, "CIO/position:cio")).size() == 27);
  CHECK(card(chart, "shared/position:cio"));
}

TEST_CASE("gaps shows what errors and warnings are about, and no more") {
  const Chart chart = chart_of(company, "gaps");
  CHECK(badges(*card(chart, "position:net")) == Ids{"duty-overlap: Networks"});
  CHECK(card(chart, "position:net")->badges[0].tone == Tone::error);
  CHECK(badges(*card(chart, "position:po")) ==
        Ids{"duty-on-paper: Technology offerings and products"});
  CHECK(card(chart, "missing:CIO"));
  CHECK_FALSE(card(chart, "position:desk"));
  CHECK(badges(*card(chart, "position:cio")).back() == "+ 1 below");
  CHECK(chart_of(clean_text, "gaps").cards.empty());
}

TEST_CASE("gaps is not empty where an error is about nobody who is there") {
  const std::string head = "[[position]]\nid = \"ceo\"\ntitle = \"CEO\"\nholder = \"A\"\n";
  const std::string cio =
      "[[position]]\nid = \"cio\"\ntitle = \"CIO\"\nholder = \"B\"\nreports_to = \"ceo\"\n";
  // Without any list of duties a missing role is still missing, but no duty is.
  const Chart one = chart_of(head + cio, "gaps");
  CHECK(card(one, "position:cio"));
  REQUIRE(card(one, "role:CTO"));
  CHECK(card(one, "role:CTO")->lines.empty());
  CHECK(card(chart_of(head + cio), "role:CTO"));
  const Chart none = chart_of(head, "gaps");
  CHECK(card(none, "position:ceo"));
  CHECK(card(none, "role:CIO"));
  CHECK(card(none, "role:CTO"));
  // In a part without the top they are nobody's.
  CHECK_FALSE(card(chart_of(head + post("x", "ceo"), "chart", {.root = "x"}), "role:CIO"));
}

TEST_CASE("teams hang on the team they are part of, else on their lead") {
  const Chart chart = chart_of(company + R"(
[[team]]
id = "ops"
name = "Operations"
lead = "net"
size = 12
responsible = ["it-operations"]
[[team]]
id = "shift"
parent = "ops"
lead = "desk"
[[team]]
id = "lost"
)",
                               "teams");
  const auto parent = [&](std::string_view id) {
    const auto above = card(chart, id)->parent;
    return above ? chart.cards[*above].id : std::string();
  };
  CHECK(parent("team:ops") == "position:net");
  CHECK(parent("team:shift") == "team:ops");
  CHECK(parent("team:lost").empty());
  CHECK(card(chart, "team:ops")->title == "team, 12 people");
  CHECK(badges(*card(chart, "team:ops")) == Ids{"does IT operations"});
  CHECK(card(chart, "team:lost")->state == "no lead");
  CHECK_FALSE(card(chart, "position:po"));
}

}  // namespace rolecall::test
