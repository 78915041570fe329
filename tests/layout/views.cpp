// The view `chart` on small descriptions: what becomes a card, a badge, a ghost.

#include <catch2/catch.hpp>

#include "layout/draw/picture.hpp"
#include "layout/place/placement.hpp"
#include "tests/layout/charts_of.hpp"
#include "tests/layout/overlap.hpp"

namespace rolecall::test {
namespace {

/// A CTO with a dotted line to the CIO.
const std::string two_roles = Company{.cto = "holder = \"Ada Okafor\"\ndotted_to = \"cio\""}.text();

}  // namespace

TEST_CASE("positions become cards below their bosses") {
  const Chart chart = chart_of(two_roles);
  CHECK(chart.title == "Test");
  CHECK(chart.subtitle.starts_with("as of 2026-06-01 · "));
  const Card* cto = card(chart, "position:cto");
  REQUIRE(cto);
  CHECK(cto->name == "Ada Okafor");
  CHECK(cto->title == "CTO");
  CHECK(cto->roles == std::vector<std::string>{"CTO"});
  CHECK(cto->look == Look::filled);
  CHECK(cto->state.empty());
  REQUIRE(cto->parent);
  CHECK(chart.cards[*cto->parent].id == "position:ceo");
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    if (chart.cards[i].parent) CHECK(*chart.cards[i].parent < i);
  }
  REQUIRE(chart.relations.size() == 1);
  CHECK(chart.cards[chart.relations[0].from].id == "position:cto");
  CHECK(chart.cards[chart.relations[0].to].id == "position:cio");
}

TEST_CASE("an overlap says with whom") {
  const std::string text = two_roles + "[duties.networks]\naccountable = [\"cio\", \"cto\"]\n";
  const Chart chart = chart_of(text);
  const auto marks = badges(*card(chart, "position:cto"));
  CHECK(std::ranges::any_of(marks, [](const std::string& mark) {
    return mark.starts_with("overlap: ") && mark.ends_with(" with Lena Hoff");
  }));
}

TEST_CASE("missing duties are one ghost below the role that should hold them") {
  std::string text = two_roles;
  text.replace(text.find("[\"@CTO\"]"), 8, "[]");
  const Chart chart = chart_of(text);
  const Card* ghost = card(chart, "missing:CTO");
  REQUIRE(ghost);
  CHECK(ghost->look == Look::ghost);
  CHECK(ghost->name.ends_with("duties missing"));
  CHECK(chart.cards[ghost->parent.value()].id == "position:cto");
  CHECK(ghost->lines.size() == 5);
  CHECK(ghost->name == std::to_string(5 + ghost->more) + " duties missing");
}

TEST_CASE("a missing role is a ghost beside the other one") {
  std::string text = two_roles;
  text = text.substr(0, text.rfind("[[position]]"));
  const Chart chart = chart_of(text);
  const Card* ghost = card(chart, "role:CTO");
  REQUIRE(ghost);
  CHECK(ghost->look == Look::ghost);
  CHECK(ghost->parent == card(chart, "position:cio")->parent);
}

TEST_CASE("a gap that a waiver accepts has no ghost") {
  const std::string& text = two_roles;
  const std::string waiver = "[[waiver]]\nreason = \"agreed\"\ncheck = \"";
  const std::string one = text.substr(0, text.rfind("[[position]]"));
  CHECK(card(chart_of(one), "role:CTO"));
  CHECK_FALSE(card(chart_of(one + waiver + "role-missing\"\n"), "role:CTO"));
  std::string without = text;
  without.replace(without.find("\"@CIO\""), 6, "\"@CIO\", \"!networks\"");
  CHECK(card(chart_of(without), "missing:CIO"));
  CHECK_FALSE(card(chart_of(without + waiver + "duty-missing\"\n"), "missing:CIO"));
}

TEST_CASE("vacant, planned and acting posts look it") {
  const std::string text =
      two_roles +
      "[[position]]\nid = \"a\"\ntitle = \"Head of A\"\nreports_to = \"cio\"\n"
      "[[position]]\nid = \"b\"\ntitle = \"Head of B\"\nreports_to = \"cio\"\nstate = \"planned\"\n"
      "[[position]]\nid = \"c\"\ntitle = \"Head of C\"\nreports_to = \"cio\"\nholder = \"Li Ng\"\n"
      "state = \"acting\"\n";
  const Chart chart = chart_of(text);
  CHECK(card(chart, "position:a")->look == Look::vacant);
  CHECK(card(chart, "position:a")->name == "Vacant");
  CHECK(card(chart, "position:a")->state.empty());  // its name says it
  CHECK(card(chart, "position:b")->look == Look::planned);
  CHECK(card(chart, "position:c")->look == Look::provisional);
  CHECK(card(chart, "position:c")->state == "acting");
}

TEST_CASE("who shares a post is named on its card") {
  const auto shared = [](std::string_view holders) {
    const Chart chart = chart_of("[company]\ncomplete = false\n[[position]]\nid = \"cio\"\n"
                                 "title = \"CIO\"\nholder = [" +
                                 std::string(holders) + "]\n");
    return *card(chart, "position:cio");
  };
  CHECK(shared("\"Ann Lee\"").people == 1);
  const Card two = shared("\"Ann Lee\", \"Bo Kim\"");
  CHECK(two.name == "Ann Lee and Bo Kim");
  CHECK(two.people == 2);
  const Card five = shared("\"A A\", \"B B\", \"C C\", \"D D\", \"E E\"");
  CHECK(five.name == "A A, B B, C C, and 2 more");
  CHECK(five.tooltip.starts_with("A A, B B, C C, D D and E E\n"));
}

TEST_CASE("a circle of reporting lines is drawn all the same") {
  const Chart chart = chart_of(
      "[company]\nname = \"x\"\n"
      "[[position]]\nid = \"a\"\ntitle = \"A\"\nholder = \"A\"\nreports_to = \"b\"\n"
      "[[position]]\nid = \"b\"\ntitle = \"B\"\nholder = \"B\"\nreports_to = \"a\"\n"
      "[[position]]\nid = \"c\"\ntitle = \"C\"\nholder = \"C\"\nreports_to = \"b\"\n");
  REQUIRE(card(chart, "position:a"));
  REQUIRE(card(chart, "position:b"));
  REQUIRE(card(chart, "position:c"));
  CHECK_FALSE(card(chart, "position:a")->parent);
  CHECK(chart.cards[card(chart, "position:c")->parent.value()].id == "position:b");
  CHECK(overlaps(place(chart).cards) == 0);
  CHECK(draw(chart, place(chart), "svg"));
}

TEST_CASE("a body with reports stands in the tree") {
  const std::string text =
      two_roles +
      "[[body]]\nid = \"board\"\nname = \"Architecture Board\"\nmembers = [\"cio\", \"cto\"]\n"
      "[[position]]\nid = \"a\"\ntitle = \"Architect\"\nholder = \"Li Ng\"\nreports_to = "
      "\"board\"\n";
  const Chart chart = chart_of(text);
  const Card* board = card(chart, "body:board");
  REQUIRE(board);
  CHECK(board->look == Look::body);
  CHECK(board->title == "2 members");
  std::string unlisted = text;
  unlisted.replace(unlisted.find("members = [\"cio\", \"cto\"]"), 24, "");
  CHECK(card(chart_of(unlisted), "body:board")->title.empty());
  CHECK(chart.cards[card(chart, "position:a")->parent.value()].id == "body:board");
}

TEST_CASE("in the view gaps a finding has one badge on the card of a post and its holder") {
  Company company{.cio = "holder = \"Lena Hoff\"\nstate = \"interim\""};
  const std::string text = company.text("[checks]\nduty-provisional = \"warning\"\n");
  const Chart chart = chart_of(text, "gaps");
  const Card* cio = card(chart, "position:cio");
  REQUIRE(cio);
  CHECK(std::ranges::count_if(badges(*cio), [](const std::string& mark) {
          return mark.starts_with("duty-provisional");
        }) == 1);
}

}  // namespace rolecall::test
