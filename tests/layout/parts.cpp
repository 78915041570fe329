// Which part of an organisation a picture shows.

#include "layout/chart/part.hpp"
#include "tests/layout/charts_of.hpp"

namespace rolecall::test {
namespace {

using Ids = std::vector<std::string>;

/// ceo - cio - (net - desk, data) and ceo - cto - lab, with a link between data and lab.
const std::string company = Company{.cto_accountable = R"(["@CTO", "networks"])"}.text(
    post("net", "cio", R"(accountable = ["networks"])") + post("desk", "net") +
    post("data", "cio") + post("lab", "cto") + "[[link]]\nbetween = [\"data\", \"lab\"]\n");

Ids shown(const PartOptions& options) {
  Ids out;
  for (const Card& card : chart_of(company, "chart", options).cards) {
    if (card.look != Look::ghost) out.push_back(card.id.substr(card.id.find(':') + 1));
  }
  return out;
}

std::string error(const PartOptions& options) {
  const auto part = choose_part(judge_text(company), options);
  return part ? "" : part.error();
}

}  // namespace

TEST_CASE("all is shown where nothing is asked") {
  CHECK(shown({}) == Ids{"ceo", "cio", "cto", "net", "data", "lab", "desk"});
}

TEST_CASE("--root shows one and all below, who becomes the top") {
  CHECK(shown({.root = "cio"}) == Ids{"cio", "net", "data", "desk"});
  CHECK(shown({.root = "position:net"}) == Ids{"net", "desk"});
  const Chart chart = chart_of(company, "chart", {.root = "cio"});
  CHECK_FALSE(card(chart, "position:cio")->parent);
  CHECK(chart.subtitle.starts_with("cio and below · as of"));
  CHECK(error({.root = "coi"}) ==
        "--root names `coi`, which is no position or body (did you mean `cio`?)");
}

TEST_CASE("--depth counts levels below the root, and says how many are below") {
  CHECK(shown({.depth = 0}) == Ids{"ceo"});
  CHECK(shown({.depth = 1}) == Ids{"ceo", "cio", "cto"});
  CHECK(shown({.root = "cio", .depth = 1}) == Ids{"cio", "net", "data"});
  const Chart chart = chart_of(company, "chart", {.depth = 1});
  CHECK(badges(*card(chart, "position:cio")).back() == "+ 3 below");
  CHECK(badges(*card(chart, "position:cto")).back() == "+ 1 below");
}

TEST_CASE("--around shows the line, peers, reports and links") {
  CHECK(shown({.around = "net"}) == Ids{"ceo", "cio", "net", "data", "desk"});
  CHECK(shown({.around = "data"}) == Ids{"ceo", "cio", "cto", "net", "data", "lab"});
  CHECK(error({.around = "nobody"}).starts_with("--around names `nobody`, which is no position"));
}

TEST_CASE("--only shows what a finding is about, below the lowest common boss") {
  CHECK(shown({.only = "duty-overlap"}) == Ids{"ceo", "cio", "cto", "net"});
  CHECK(shown({.only = "duty-overlap@networks"}) == Ids{"ceo", "cio", "cto", "net"});
  CHECK(shown({.only = "duty-overlap@duty:networks"}).size() == 4);
  CHECK(error({.only = "duty-overlap@data"}) == "there is no finding `duty-overlap@data`");
  CHECK(error({.only = "duty-overlab"}) ==
        "there is no finding `duty-overlab` (did you mean `duty-overlap`?)");
}

TEST_CASE("a role whose post is not shown is not missing") {
  for (const PartOptions& options : {PartOptions{.root = "lab"}, PartOptions{.root = "cio"}}) {
    const Chart chart = chart_of(company, "chart", options);
    CHECK(
        std::ranges::none_of(chart.cards, [](const Card& c) { return c.id.starts_with("role:"); }));
  }
}

TEST_CASE("a circle of lines has parts, too") {
  const std::string circle = R"(
[[position]]
id = "a"
reports_to = "b"
[[position]]
id = "b"
reports_to = "a"
[[position]]
id = "c"
reports_to = "b"
)";
  CHECK(ids(chart_of(circle, "chart", {.root = "b"})) == Ids{"position:b", "position:c"});
  CHECK(ids(chart_of(circle, "chart", {.around = "c"})) ==
        Ids{"position:a", "position:b", "position:c"});
}

}  // namespace rolecall::test
