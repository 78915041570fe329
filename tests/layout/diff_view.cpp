// The view `diff`: what changes, marked on the cards.
#include <algorithm>
#include <catch2/catch.hpp>

#include "layout/chart/view.hpp"
#include "tests/companies.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

const std::string head = "[company]\nname = \"F\"\nas_of = 2026-11-01\ncomplete = false\n";

std::string post(std::string_view id, std::string_view more) {
  return "[[position]]\nid = \"" + std::string(id) + "\"\n" + std::string(more);
}

const std::string before_text =
    head + post("ceo", "title = \"CEO\"\nholder = \"Mina\"\n") +
    post("cfo", "title = \"CFO\"\nholder = \"Ines\"\nreports_to = \"ceo\"\n") +
    post("cio",
         "title = \"CIO\"\nholder = \"Ada\"\nreports_to = \"cfo\"\naccountable = "
         "[\"networks\", \"it-strategy\"]\n") +
    post("old", "title = \"Head of Fax\"\nholder = \"Bo\"\nreports_to = \"cfo\"\n") +
    post("clerk", "title = \"Fax Clerk\"\nreports_to = \"old\"\n");

const std::string after_text =
    head + post("ceo", "title = \"CEO\"\nholder = \"Mina\"\n") +
    post("cfo", "title = \"CFO\"\nreports_to = \"ceo\"\n") +
    post("cio",
         "title = \"CIO\"\nholder = \"Ada\"\nreports_to = \"ceo\"\naccountable = "
         "[\"it-strategy\"]\n") +
    post("cto",
         "title = \"CTO\"\nholder = \"Bo\"\nreports_to = \"ceo\"\naccountable = "
         "[\"networks\"]\n");

Chart changed(const std::string& before, const std::string& after, const Part& part = {}) {
  const Judgement old = judge_text(before);
  const Judgement now = judge_text(after);
  return find_view("diff")->make_changes(compare(old, now), part);
}

const Card* card(const Chart& chart, std::string_view id) {
  const auto found = std::ranges::find(chart.cards, id, &Card::id);
  return found == chart.cards.end() ? nullptr : &*found;
}

std::vector<std::string> badges(const Chart& chart, std::string_view id) {
  std::vector<std::string> out;
  const Card* found = card(chart, id);
  REQUIRE(found != nullptr);
  for (const Badge& badge : found->badges) out.push_back(badge.text);
  return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("cards say in words what changes") {
  const Chart chart = changed(before_text, after_text);
  CHECK(badges(chart, "position:ceo").empty());
  CHECK(badges(chart, "position:cfo") == Words{"vacated by Ines"});
  CHECK(badges(chart, "position:cio") == Words{"moved: was below CFO", "loses Networks"});
  CHECK(badges(chart, "position:cto") == Words{"new post", "gains Networks"});
}

TEST_CASE("posts that go are ghosts below who was their boss") {
  const Chart chart = changed(before_text, after_text);
  const Card* old = card(chart, "removed:old");
  const Card* clerk = card(chart, "removed:clerk");
  REQUIRE((old != nullptr && clerk != nullptr));
  CHECK(old->look == Look::ghost);
  CHECK(old->state == "removed");
  CHECK(chart.cards.at(old->parent.value()).id == "position:cfo");
  CHECK(chart.cards.at(clerk->parent.value()).id == "removed:old");
  for (std::uint32_t i = 0; i < chart.cards.size(); ++i) {
    if (chart.cards[i].parent) CHECK(*chart.cards[i].parent < i);
  }
}

TEST_CASE("held against itself, or against nothing, the chart is still drawn") {
  const Judgement now = judge_text(after_text);
  for (const Card& each : find_view("diff")->make(now, {}).cards) CHECK(each.badges.empty());
  const Chart all_new = changed("[company\n", after_text);
  for (const Card& each : all_new.cards) CHECK(each.badges.at(0).text == "new post");
}

namespace {

const std::string more_before = head + post("ceo", "title = \"CEO\"\nholder = \"Mina\"\n") +
                                post("cio",
                                     "title = \"Interim CIO\"\nholder = \"Ada\"\nreports_to = "
                                     "\"ceo\"\n") +
                                post("lab", "title = \"Lab\"\nreports_to = \"cio\"\n") +
                                post("fax", "title = \"Fax\"\nreports_to = \"cio\"\n");
const std::string more_after =
    head + post("ceo", "title = \"CEO\"\nholder = \"Mina\"\ngrade = \"A\"\n") +
    post("cdo",
         "was = \"cio\"\ntitle = \"CIO\"\nholder = \"Ada\"\nreports_to = "
         "\"ceo\"\n") +
    post("lab",
         "title = \"Lab\"\nreports_to = \"cdo\"\ndotted_to = "
         "[\"ceo\"]\n") +
    "[[team]]\nid = \"t\"\nlead = \"lab\"\n";

}  // namespace

TEST_CASE("cards mark whatever else a post says differently, and a renamed post goes on") {
  const Chart chart = changed(more_before, more_after);
  CHECK(badges(chart, "position:ceo") == Words{"other grade"});
  CHECK(badges(chart, "position:cdo") == Words{"interim -> filled", "new title", "id was cio"});
  CHECK(badges(chart, "position:lab") == Words{"other dotted lines"});
  const Card* fax = card(chart, "removed:fax");
  REQUIRE(fax != nullptr);
  CHECK(chart.cards.at(fax->parent.value()).id == "position:cdo");
}
