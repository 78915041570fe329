// Placement of whole charts: what stands on the cards, where, and the lines between them.

#include <catch2/catch.hpp>

#include "layout/place/placement.hpp"
#include "layout/place/tracks.hpp"
#include "layout/theme/text_width.hpp"
#include "tests/layout/charts.hpp"
#include "tests/layout/overlap.hpp"

namespace rolecall::test {
namespace {

std::vector<Polyline> relation_lines(const Placement& placement) {
  std::vector<Polyline> lines;
  for (const PlacedRelation& relation : placement.relations) lines.push_back(relation.line);
  return lines;
}

/// How much of two lines lies on each other.
int common_length(const Polyline& p, const Polyline& q) {
  int sum = 0;
  for (std::size_t i = 1; i < p.size(); ++i) {
    Tracks one;
    one.add({p[i - 1], p[i]});
    for (std::size_t k = 1; k < q.size(); ++k) sum += one.shared(q[k - 1], q[k]);
  }
  return sum;
}

bool has_badge(const Face& face, std::string_view begin) {
  return std::any_of(face.chips.begin(), face.chips.end(),
                     [&](const Chip& chip) { return chip.tooltip.starts_with(begin); });
}

}  // namespace

TEST_CASE("text and chips stay within their card") {
  const Chart chart = random_chart(300, Tree::regular, 3);
  const Placement placement = place(chart);
  for (const Face& face : placement.faces) {
    const double inner = face.size.width - 2 * theme::card_pad_x;
    for (const std::string& line : face.name) {
      CHECK(text_width(line, theme::name_size, Weight::bold) <= inner);
    }
    for (const std::string& line : face.title) {
      CHECK(text_width(line, theme::text_size) <= inner);
    }
    std::vector<Rect> chips;
    for (const Chip& chip : face.chips) {
      CHECK(chip.at.x >= theme::card_pad_x);
      CHECK(chip.at.right() <= face.size.width - theme::card_pad_x);
      CHECK(chip.at.bottom() <= face.size.height - theme::card_pad_y / 2);
      for (const std::string& line : chip.lines) {
        CHECK(text_width(line, theme::chip_size) <= chip.at.width - theme::chip_pad);
      }
      chips.push_back(chip.at);
    }
    CHECK(overlaps(chips) == 0);
  }
}

TEST_CASE("cards of one chart have one width") {
  const Placement placement = place(random_chart(100, Tree::any, 4));
  for (const Rect& card : placement.cards) CHECK(card.width == placement.cards[0].width);
}

TEST_CASE("cards are as wide as their titles need in two lines") {
  Chart chart;
  chart.cards.emplace_back();
  chart.cards[0].id = "position:a";
  chart.cards[0].title = "Director of Infrastructure and Networks";
  const Placement placement = place(chart);
  CHECK(placement.faces[0].title ==
        std::vector<std::string>{"Director of Infrastructure", "and Networks"});
}

TEST_CASE("a title in two lines has them of much the same length") {
  Chart chart;
  chart.cards.emplace_back();
  chart.cards[0].id = "position:a";
  chart.cards[0].name = "A name that is as wide as this one";
  chart.cards[0].title = "Interim Chief Information Security Officer";
  CHECK(place(chart).faces[0].title ==
        std::vector<std::string>{"Interim Chief Information", "Security Officer"});
}

TEST_CASE("a line of small print takes two where it is long") {
  Chart chart;
  chart.cards.emplace_back();
  chart.cards[0].id = "position:a";
  chart.cards[0].lines.emplace_back("– Suppliers of product technology and more");
  const std::vector<std::string> lines = place(chart).faces[0].lines;
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].ends_with("more"));
}

TEST_CASE("lines that do not fit are counted in the last one") {
  Chart chart;
  chart.cards.emplace_back();
  Card& card = chart.cards[0];
  card.id = "position:a";
  card.lines.assign(8, "– Disaster recovery");
  CHECK(place(chart).faces[0].lines == card.lines);
  card.lines.emplace_back("– Security reporting to the board of directors and its committees");
  CHECK(place(chart).faces[0].lines.back() == "+ 2 more");
  card.lines.assign(5, card.lines.back());
  card.more = 4;
  const std::vector<std::string> lines = place(chart).faces[0].lines;
  REQUIRE(lines.size() == 7);  // three whole ones in two lines each
  CHECK(lines.back() == "+ 6 more");
}

TEST_CASE("title, cards and legend do not lie over each other") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const Placement placement =
        place(random_chart(1 + 10 * static_cast<int>(seed), Tree::any, seed));
    CHECK(overlaps(placement.cards) == 0);
    CHECK(crossings(placement.connectors, placement.cards) == 0);
    int bottom = 0;
    for (const PlacedText& text : placement.texts) {
      for (const Rect& card : placement.cards) CHECK(text.at.bottom() < card.y);
    }
    for (const Rect& card : placement.cards) bottom = std::max(bottom, card.bottom());
    std::vector<Rect> legend;
    for (const LegendEntry& entry : placement.legend) {
      CHECK(entry.at.y > bottom);
      CHECK(entry.text.at.right() <= placement.size.width);
      legend.push_back(entry.at);
      legend.push_back(entry.text.at);
    }
    CHECK(overlaps(legend) == 0);
  }
}

TEST_CASE("dotted lines keep to the gaps, or are told on the card") {
  std::size_t drawn = 0;
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    Arrangement wish;
    if (seed % 2 == 1) wish.direction = Direction::right;
    if (seed % 4 > 1) wish.order = Order::balanced;
    const Chart chart = random_chart(80, Tree::regular, seed);
    const Placement placement = place(chart, wish);
    drawn += placement.relations.size();
    for (const Relation& relation : chart.relations) {
      const bool is_drawn = std::any_of(
          placement.relations.begin(), placement.relations.end(), [&](const PlacedRelation& r) {
            return r.relation.from == relation.from && r.relation.to == relation.to;
          });
      const Face& face = placement.faces[relation.from];
      const char* words = relation.kind == Relation::Kind::dotted ? "dotted line to" : "works with";
      CHECK((is_drawn || has_badge(face, words)));
    }
    const std::vector<Polyline> lines = relation_lines(placement);
    CHECK(crossings(lines, placement.cards) == 0);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      REQUIRE(lines[i].size() >= 2);
      for (std::size_t k = 0; k < i; ++k) CHECK(common_length(lines[i], lines[k]) <= 16);
    }
  }
  CHECK(drawn > 20);
}

TEST_CASE("too many relations stand as badges") {
  Chart chart = random_chart(400, Tree::regular, 1);
  chart.relations.clear();
  for (std::uint32_t i = 10; i < 10 + most_drawn_relations + 1; ++i) {
    chart.relations.push_back({Relation::Kind::dotted, i, 0});
  }
  const Placement placement = place(chart);
  CHECK(placement.relations.empty());
  CHECK(has_badge(placement.faces[10], "dotted line to"));
  chart.relations = {{Relation::Kind::dotted, 2, 1}};
  CHECK(place(chart).relations.size() == 1);
}

TEST_CASE("the legend shows what occurs, and only that") {
  Chart chart;
  chart.cards.emplace_back();
  chart.cards[0].id = "position:a";
  chart.cards[0].name = "Ada";
  CHECK(place(chart).legend.empty());
  chart.cards[0].look = Look::vacant;
  chart.cards[0].badges.push_back({Tone::overlap, "overlap: x", ""});
  const Placement placement = place(chart);
  REQUIRE(placement.legend.size() == 2);
  CHECK(placement.legend[0].look == Look::vacant);
  CHECK(placement.legend[1].chip.lines == std::vector<std::string>{"▲ overlap"});
}

TEST_CASE("the same chart is placed the same way") {
  const Chart chart = random_chart(200, Tree::forest, 9);
  const Placement a = place(chart);
  const Placement b = place(chart);
  CHECK(a.cards == b.cards);
  CHECK(a.connectors == b.connectors);
  CHECK(relation_lines(a) == relation_lines(b));
}

TEST_CASE("an empty chart has a place") {
  const Placement placement = place(Chart{});
  CHECK(placement.cards.empty());
  CHECK(placement.legend.empty());
}

}  // namespace rolecall::test
