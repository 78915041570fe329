// Charts drawn through Graphviz: every card there, hostile text harmless, the same bytes twice.

#include <algorithm>
#include <catch2/catch.hpp>

#include "layout/draw/picture.hpp"
#include "layout/draw/svg_check.hpp"
#include "tests/layout/charts.hpp"

namespace rolecall::test {
namespace {

std::string drawn(const Chart& chart, std::string_view format, DrawOptions options = {}) {
  const auto picture = draw(chart, place(chart), format, options);
  if (!picture) FAIL(picture.error());
  return *picture;
}

std::string refused(const Chart& chart, std::string_view format) {
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

TEST_CASE("a kind of picture is found by its id and its other ending") {
  CHECK(find_picture("svg")->id == "svg");
  CHECK(find_picture("gv")->id == "dot");
  CHECK(find_picture("mmd")->id == "mermaid");
  CHECK(find_picture("puml")->id == "plantuml");
  CHECK(find_picture("jpg") == nullptr);
  CHECK(find_picture("") == nullptr);
}

TEST_CASE("every card is in the SVG, with its name as text") {
  const Chart chart = random_chart(120, Tree::regular, 2);
  const std::string svg = drawn(chart, "svg");
  for (const Card& card : chart.cards) CHECK(contains(svg, "id=\"" + card.id + "\""));
  CHECK(contains(svg, ">Brightline</text>"));
  CHECK(contains(svg, "font-family=\"Helvetica,Arial,sans-serif\""));
}

TEST_CASE("what chips say begins below each other, the tag of a role is centred") {
  Chart chart;
  Card card;
  card.id = "position:cio";
  card.name = "Ada Okafor";
  card.roles = {"CIO"};
  card.badges = {{Tone::good, "31 duties of many kinds", ""}, {Tone::overlap, "overlap", ""}};
  chart.cards.push_back(std::move(card));
  const std::string svg = drawn(chart, "svg");
  const auto line_of = [&](std::string_view text) {
    const std::size_t begin = svg.rfind("<text", svg.find(text));
    return svg.substr(begin, svg.find(" y=", begin) - begin);
  };
  CHECK(line_of(">✓ 31 duties") == line_of(">▲ overlap"));
  CHECK(contains(line_of(">✓ 31 duties"), "text-anchor=\"start\""));
  CHECK(contains(line_of(">CIO</text>"), "text-anchor=\"middle\""));
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
    const std::string svg = drawn(hostile(text), "svg");
    CHECK(check_svg(svg));
    CHECK_FALSE(contains(svg, "<script"));
    CHECK_FALSE(contains(svg, " onload=\"alert"));
    for (const char* words : {"mermaid", "plantuml"}) {
      // Nothing of the user's is a sign of the language, or ends a line.
      INFO(words);
      const std::string plain = drawn(hostile("x"), words);
      const std::string with = drawn(hostile(text), words);
      CHECK(std::ranges::count(with, '\n') <= std::ranges::count(plain, '\n'));
      CHECK(std::ranges::count(with, '"') == std::ranges::count(plain, '"'));
      for (const char sign : {'|', '`', '{', '%', '!', '$', '*', '~'}) {
        CHECK(std::ranges::count(with, sign) == std::ranges::count(plain, sign));
      }
    }
    CHECK(drawn(hostile(text), "dot").ends_with("}\n"));
  }
}

TEST_CASE("text comes out as it was written") {
  const std::string text = R"(A\N & "B" <c> {d|e} &amp; ])";
  const std::string svg = drawn(hostile(text), "svg");
  CHECK(contains(svg, ">A\\N &amp; &quot;B&quot; &lt;c&gt; "));
}

TEST_CASE("the same bytes on every run") {
  const Chart chart = random_chart(60, Tree::any, 5);
  for (const Picture* kind : all_pictures()) {
    INFO(kind->id);
    CHECK(drawn(chart, kind->id) == drawn(chart, kind->id));
  }
}

TEST_CASE("each kind of picture is one") {
  const Chart chart = random_chart(12, Tree::any, 6);
  CHECK(drawn(chart, "png").starts_with("\x89PNG\r\n\x1a\n"));
  const std::string pdf = drawn(chart, "pdf");
  CHECK(pdf.starts_with("%PDF-"));
  CHECK_FALSE(contains(pdf, "/CreationDate"));
}

TEST_CASE("an SVG tells what it shows to those who hear it") {
  Chart chart = random_chart(12, Tree::any, 6);
  chart.cards[0].badges = {{Tone::overlap, "overlap: <networks>", "Networks"}};
  const std::string svg = drawn(chart, "svg");
  CHECK(contains(svg, "role=\"graphics-document document\""));
  CHECK(contains(svg, "<title id=\"chart-title\">Brightline</title>"));
  CHECK(contains(svg, "<desc id=\"chart-about\">as of 2026-03-01 · 12 cards</desc>"));
  CHECK(contains(svg, "overlap: &lt;networks&gt;\">"));
  CHECK(contains(svg, "<g id=\"position:p3\" class=\"card\" role=\"img\" aria-label=\""));
  CHECK(contains(svg, "<title>Networks</title>"));
  CHECK_FALSE(contains(svg, "<!--"));
  CHECK_FALSE(contains(svg, "href"));
}

TEST_CASE("cards of an SVG lead where the template says") {
  Chart chart = random_chart(3, Tree::any, 6);
  chart.cards[1].id = "position:a/b&\"é ";
  DrawOptions how;
  how.link = *LinkTemplate::parse("https://wiki.example/{kind}?q={id}&x=1");
  const std::string svg = drawn(chart, "svg", how);
  CHECK(check_svg(svg));
  CHECK(contains(svg, "<a href=\"https://wiki.example/position?q=p0&amp;x=1\">"));
  CHECK(contains(svg, "q=a%2Fb%26%22%C3%A9%20&amp;x=1\""));
  std::size_t ends = 0;
  for (std::size_t at = svg.find("</a>"); at != std::string::npos; at = svg.find("</a>", at + 1)) {
    ++ends;
  }
  CHECK(ends == 3);
}

TEST_CASE("an address leads to the web, or is refused") {
  for (const char* good : {"https://x/{id}", "HTTP://x", "mailto:{id}@example.org", "{id}.html",
                           "../people/{id}", "#{id}", "//host/{kind}", "/a:b"}) {
    INFO(good);
    const auto link = LinkTemplate::parse(good);
    REQUIRE(link);
    CHECK(harmless_address(link->of("position:javascript:alert(1)\" onload=\"x")));
  }
  for (const char* bad : {"javascript:alert(1)", "JavaScript:x", "data:text/html,x", "{kind}:{id}",
                          "x{id}y:z", ":x", "vbscript:x", "ftp://x", "a b", "a\"b", "<", "a\\b",
                          "{name}", "{id", "", "a\nb", "\xc3\xa9"}) {
    INFO(bad);
    CHECK_FALSE(LinkTemplate::parse(bad));
  }
  CHECK(contains(LinkTemplate::parse("x/{nam}").error(), "`{id}` and `{kind}`"));
  CHECK_FALSE(harmless_address("java script:x"));
  CHECK_FALSE(harmless_address("javascript:x"));
}

TEST_CASE("a PNG is as fine as is asked for, and told when that is too much") {
  const Chart chart = random_chart(12, Tree::any, 6);
  const Placement placement = place(chart);
  DrawOptions how;
  how.dpi = 72;
  const auto png = draw(chart, placement, "png", how);
  REQUIRE(png);
  const auto width =
      static_cast<unsigned char>((*png)[18]) * 256 + static_cast<unsigned char>((*png)[19]);
  CHECK(width == placement.size.width + 2 * theme::margin);
  const Chart large = random_chart(600, Tree::regular, 6);
  how.dpi = 600;
  const auto refused = draw(large, place(large), "png", how);
  REQUIRE_FALSE(refused);
  CHECK(contains(refused.error(), "at 600 dpi the chart is "));
  CHECK(contains(refused.error(), " is the most here; SVG and PDF have no such limit"));
}

TEST_CASE("DOT has positions, or none for dot to lay out") {
  const Chart chart = random_chart(12, Tree::any, 6);
  const std::string placed = drawn(chart, "dot");
  CHECK(placed.starts_with("digraph "));
  CHECK(contains(placed, "pos=\""));
  CHECK(contains(placed, "\"position:p3\""));
  const std::string free = drawn(chart, "dot", {.positions = false});
  CHECK_FALSE(contains(free, "pos="));
  CHECK(contains(free, "\"position:p3\""));
}

TEST_CASE("a star of 20,000 and a chain of 5,000 are drawn") {
  CHECK(contains(drawn(random_chart(20'000, Tree::star, 1), "svg"), "id=\"position:p19999\""));
  CHECK(contains(drawn(random_chart(5'000, Tree::chain, 1), "svg"), "id=\"position:p4999\""));
}

TEST_CASE("what no viewer opens is refused at once, with what to draw instead") {
  const std::string crowd = refused(random_chart(100'000, Tree::regular, 1), "svg");
  CHECK(contains(crowd, "100000 cards are too many for one sheet"));
  CHECK(contains(crowd, "--root ID"));
  const std::string chain = refused(random_chart(30'000, Tree::chain, 1), "svg");
  CHECK(contains(chain, " metres long; draw units with --split"));
}

TEST_CASE("a picture that would be illegible is refused with what works") {
  const std::string message = refused(random_chart(20'000, Tree::star, 1), "png");
  CHECK(contains(message, "too large for a legible PNG"));
  CHECK(contains(message, "SVG and PDF"));
}

TEST_CASE("one card, and none") {
  CHECK(contains(drawn(random_chart(1, Tree::any, 1), "svg"), "position:p0"));
  Chart nobody;
  nobody.title = "nobody";
  CHECK(check_svg(drawn(nobody, "svg")));
}

}  // namespace rolecall::test
