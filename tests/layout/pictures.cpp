// Charts drawn through Graphviz: every card there, hostile text harmless, the same bytes twice.

#include <catch2/catch.hpp>

#include "layout/drawing.hpp"
#include "layout/svg_check.hpp"
#include "tests/layout/charts.hpp"

namespace rolecall::test {
namespace {

std::string drawn(const Chart& chart, DrawFormat format, DrawOptions options = {}) {
  const auto picture = draw(chart, place(chart), format, options);
  if (!picture) FAIL(picture.error());
  return *picture;
}

std::string refused(const Chart& chart, DrawFormat format) {
  const auto picture = draw(chart, place(chart), format);
  return picture ? "" : picture.error();
}

Chart hostile(const std::string& text) {
  Chart chart;
  chart.title = text;
  chart.subtitle = text;
  for (int i = 0; i < 3; ++i) {
    Card card;
    card.id = fmt::format("position:{}{}", i, text.substr(0, 200));
    card.name = text;
    card.title = text;
    card.state = text;
    card.roles = {text};
    card.lines = {text};
    card.badges = {{Tone::overlap, text, text}};
    card.tooltip = text;
    if (i > 0) card.parent = 0;
    chart.cards.push_back(std::move(card));
  }
  chart.relations.push_back({Relation::Kind::dotted, 2, 1});
  return chart;
}

bool contains(const std::string& whole, std::string_view part) {
  return whole.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the end of a file's name says what is drawn") {
  CHECK(draw_format("a.svg") == DrawFormat::svg);
  CHECK(draw_format("a.b.png") == DrawFormat::png);
  CHECK(draw_format("dir.svg/a.pdf") == DrawFormat::pdf);
  CHECK(draw_format("a.dot") == DrawFormat::dot);
  CHECK(draw_format("a.gv") == DrawFormat::dot);
  CHECK_FALSE(draw_format("a.jpg"));
  CHECK_FALSE(draw_format("svg"));
}

TEST_CASE("every card is in the SVG, with its name as text") {
  const Chart chart = random_chart(120, Tree::regular, 2);
  const std::string svg = drawn(chart, DrawFormat::svg);
  for (const Card& card : chart.cards) CHECK(contains(svg, "id=\"" + card.id + "\""));
  CHECK(contains(svg, ">Brightline</text>"));
  CHECK(contains(svg, "font-family=\"Helvetica,Arial,sans-serif\""));
}

TEST_CASE("hostile text is only text") {
  std::string marks = "a";
  for (int i = 0; i < 1000; ++i) marks += "\u0301";
  const std::string texts[] = {
      "\"quoted\" 'text'",
      "<script>alert(1)</script>",
      "]]>",
      "-- -->",
      "a backslash at the end\\",
      "\\N \\G \\E \\L \\l \\n",
      "{a|b|{c}}",
      "&amp; &lt; &#38; &bogus; &",
      "",
      " ",
      "<TABLE><TR><TD></TD></TR></TABLE>",
      "x\" onload=\"alert(1)",
      std::string(1024, 'W'),
      std::string(5000, 'x'),
      marks,
      "\u202e evil \u2066",
      std::string("nul\0nul", 7),
      "\x1b[31m \x7f \xc2\x85",
      "\xff\xfe not UTF-8 \xc3",
      "line\nbreak\r\n\ttab",
      "%3",
      "中文 العربية עברית 😀👨‍👩‍👧",
      "\uffff\ufffe",
  };
  for (const std::string& text : texts) {
    INFO(text);
    const std::string svg = drawn(hostile(text), DrawFormat::svg);
    CHECK(check_svg(svg));
    CHECK_FALSE(contains(svg, "<script"));
    CHECK_FALSE(contains(svg, " onload=\"alert"));
    CHECK(drawn(hostile(text), DrawFormat::dot).ends_with("}\n"));
  }
}

TEST_CASE("text comes out as it was written") {
  const std::string text = R"(A\N & "B" <c> {d|e} &amp; ])";
  const std::string svg = drawn(hostile(text), DrawFormat::svg);
  CHECK(contains(svg, ">A\\N &amp; &quot;B&quot; &lt;c&gt; "));
}

TEST_CASE("the same bytes on every run") {
  const Chart chart = random_chart(60, Tree::any, 5);
  for (const DrawFormat format :
       {DrawFormat::svg, DrawFormat::dot, DrawFormat::pdf, DrawFormat::png}) {
    INFO(static_cast<int>(format));
    CHECK(drawn(chart, format) == drawn(chart, format));
  }
}

TEST_CASE("each kind of picture is one") {
  const Chart chart = random_chart(12, Tree::any, 6);
  CHECK(drawn(chart, DrawFormat::png).starts_with("\x89PNG\r\n\x1a\n"));
  const std::string pdf = drawn(chart, DrawFormat::pdf);
  CHECK(pdf.starts_with("%PDF-"));
  CHECK(contains(pdf, "/CreationDate (D:20000101000000Z"));
}

TEST_CASE("DOT has positions, or none for dot to lay out") {
  const Chart chart = random_chart(12, Tree::any, 6);
  const std::string placed = drawn(chart, DrawFormat::dot);
  CHECK(placed.starts_with("digraph "));
  CHECK(contains(placed, "pos=\""));
  CHECK(contains(placed, "\"position:p3\""));
  const std::string free = drawn(chart, DrawFormat::dot, {.positions = false});
  CHECK_FALSE(contains(free, "pos="));
  CHECK(contains(free, "\"position:p3\""));
}

TEST_CASE("a star of 20,000 and a chain of 20,000 are drawn") {
  for (const Tree tree : {Tree::star, Tree::chain}) {
    const Chart chart = random_chart(20'000, tree, 1);
    CHECK(contains(drawn(chart, DrawFormat::svg), "id=\"position:p19999\""));
  }
}

TEST_CASE("a picture that would be illegible is refused with what works") {
  const std::string message = refused(random_chart(20'000, Tree::star, 1), DrawFormat::png);
  CHECK(contains(message, "too large for a legible PNG"));
  CHECK(contains(message, "SVG and PDF"));
  CHECK(contains(refused(random_chart(100'000, Tree::chain, 1), DrawFormat::pdf), "SVG"));
}

TEST_CASE("one card, and none") {
  CHECK(contains(drawn(random_chart(1, Tree::any, 1), DrawFormat::svg), "position:p0"));
  Chart nobody;
  nobody.title = "nobody";
  CHECK(check_svg(drawn(nobody, DrawFormat::svg)));
}

}  // namespace rolecall::test
