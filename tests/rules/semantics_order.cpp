// What is no matter: the order of the text. And what several holders, leads and deputies of one
// duty come to, scope by scope.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Checks = std::vector<std::string>;

namespace {

const std::string part = "[company]\nname = \"Test\"\nas_of = 2026-06-01\ncomplete = false\n";

std::string_view kind_of(const Judgement& judgement, std::string_view duty) {
  for (const Verdict& verdict : judgement.coverage) {
    if ((*judgement.org)[verdict.duty].id == duty) return name(verdict.kind);
  }
  return {};
}

/// What is said of a company whose tables stand in an order: all but the places.
auto said_of(const std::vector<std::string>& tables) {
  std::string text = part;
  for (const std::string& table : tables) text += table;
  const Judgement judgement = judge_text(text);
  std::vector<std::tuple<std::string, Severity, std::string, std::string>> out;
  for (const Finding& finding : judgement.findings) {
    out.emplace_back(finding.check, finding.severity, finding.message, finding.help_text);
  }
  std::ranges::sort(out);
  return out;
}

bool alike(std::vector<std::string> tables) {
  const auto said = said_of(tables);
  std::ranges::sort(tables);
  do {
    if (said_of(tables) != said) return false;
  } while (std::ranges::next_permutation(tables).found);
  return true;
}

}  // namespace

TEST_CASE("the order of tables is no matter") {
  SECTION("for who stands on paper") {
    CHECK(alike({post("old", "", "until = 2025-12-31\naccountable = [\"infrastructure\"]\n"),
                 post("new", "", "accountable = [\"infrastructure\"]\n", "-")}));
  }
  SECTION("for which of two is the CIO") {
    CHECK(alike({post("a", "b", "title = \"CIO\"\n"), post("b", "", "title = \"CIO\"\n"),
                 post("t", "a", "title = \"CTO\"\n")}));
  }
  SECTION("for which top has the others beside it") {
    CHECK(alike({post("a", ""), post("b", ""), post("c", "")}));
  }
  SECTION("for tables with one id") {
    CHECK(alike({post("a", "", "title = \"CIO\"\n"), post("a", "", "title = \"CTO\"\n"),
                 post("b", "a", "accountable = [\"networks\"]\n")}));
    CHECK(
        alike({"[[duty]]\nid = \"d\"\nowner = \"CIO\"\n", "[[duty]]\nid = \"d\"\nowner = \"CTO\"\n",
               post("b", "", "accountable = [\"d\"]\n")}));
  }
  SECTION("for who names a duty twice") {
    CHECK(alike({post("a", "", "accountable = [\"networks\"]\n"),
                 post("b", "", "accountable = [\"networks\"]\n"),
                 "[duties.networks]\naccountable = [\"a\"]\n"}));
  }
  SECTION("and posts that differ are not alike") {
    CHECK(said_of({post("a", "", "accountable = [\"networks\"]\n")}) !=
          said_of({post("a", "", "accountable = [\"networks\"]\n", "-")}));
  }
}

TEST_CASE("an exception for a scope") {
  const auto kind = [](std::string_view exception) {
    return std::string(kind_of(
        judge_text(part + "scopes = [\"Asia\", \"Europe\"]\n" +
                   post("a", "", "accountable = [\"networks\", " + std::string(exception) + "]\n")),
        "networks"));
  };
  CHECK(kind("{ duty = \"!networks\", scope = \"Asia\" }") == "partly covered");
  CHECK(kind("{ duty = \"!@CIO\", scope = \"Asia\" }") == "partly covered");
  CHECK(kind("{ duty = \"!networks\", scope = \"Asia\" }, { duty = \"networks\", scope = \"Asia\" "
             "}") == "covered");
  CHECK(kind("\"!networks\"") == "unknown");
  CHECK(kind("{ duty = \"!networks\", scope = [\"Asia\", \"Europe\"] }") == "unknown");
}

TEST_CASE("scopes that the company has not got") {
  const auto j =
      judge_text(part + "scopes = [\"Asia\"]\n" +
                 post("a", "", "accountable = [{ duty = \"networks\", scope = \"Mars\" }]\n"));
  CHECK(kind_of(j, "networks") == "unknown");
  CHECK(count_of(j, "unknown-reference") == 1);
}

TEST_CASE("several holders, scope by scope") {
  const std::string cio = post("cio", "", "title = \"CIO\"\n");
  const std::string cto = post("cto", "", "title = \"CTO\"\n");
  const auto held = [](std::string_view more) {
    return "accountable = [\"networks\"]\n" + std::string(more);
  };
  SECTION("one who is there for good is enough") {
    CHECK(kind_of(judge_text(part + post("a", "", held(""), "Lena Hoff") +
                             post("b", "", held("state = \"interim\"\n"), "Lena Hoff")),
                  "networks") == "covered");
    CHECK(kind_of(judge_text(part + post("a", "", held("scope = \"Asia\"\n"), "Lena Hoff") +
                             post("b", "", held("scope = \"Europe\"\nstate = \"interim\"\n"))),
                  "networks") == "provisional");
  }
  SECTION("one who stands right is enough") {
    CHECK(kind_of(judge_text(part + cio + cto + post("a", "cio", held(""), "Lena Hoff") +
                             post("b", "cto", held(""), "Lena Hoff")),
                  "networks") == "covered");
    CHECK(kind_of(judge_text(part + cio + cto + post("a", "cio", held("scope = \"Asia\"\n")) +
                             post("b", "cto", held("scope = \"Europe\"\n"))),
                  "networks") == "misplaced");
  }
  SECTION("a team is led as well as by the best of its leads") {
    const std::string team =
        "[[team]]\nid = \"t\"\nlead = [\"a\", \"b\"]\naccountable = [\"networks\"]\n";
    CHECK(kind_of(judge_text(part + team + post("a", "", "state = \"interim\"\n") + post("b", "")),
                  "networks") == "covered");
    CHECK(kind_of(judge_text(part + team + post("a", "", "state = \"interim\"\n") +
                             post("b", "", "", "-")),
                  "networks") == "provisional");
    CHECK(kind_of(judge_text(part + cio + cto + team + post("a", "cto") + post("b", "cio")),
                  "networks") == "covered");
    CHECK(kind_of(judge_text(part + cio + cto + team + post("a", "cto") + post("b", "cto")),
                  "networks") == "misplaced");
  }
}

TEST_CASE("a holder whose name is not told is one of those beside `holders`") {
  const auto kind = [](std::string_view holder) {
    return kind_of(
        judge_text(part + post("a", "",
                               "accountable = [\"networks\"]\n"
                               "holders = [{ name = \"Ann Lee\", until = 2026-01-01 }]\n",
                               holder)),
        "networks");
  };
  CHECK(kind("N/D") == "covered");
  CHECK(kind("TBD") == "on paper only");
}

TEST_CASE("a team is led as long as one of its leads is there") {
  const auto ahead = [](std::string_view other) {
    return count_of(judge_text(part + post("a", "", "until = 2026-07-31\n") + post("b", "", other) +
                               "[[team]]\nid = \"t\"\nlead = [\"a\", \"b\"]\n"
                               "accountable = [\"networks\"]\n"),
                    "coverage-gap-ahead");
  };
  CHECK(ahead("") == 0);
  CHECK(ahead("until = 2026-07-31\n") == 1);
}

TEST_CASE("another post of a holder is no other who does a duty") {
  const std::string head = post("a", "", "accountable = [\"networks\"]\n", "Lena Hoff");
  const std::string does = "responsible = [\"networks\"]\n";
  CHECK(kind_of(judge_text(part + head + post("b", "a", does, "Lena Hoff")), "networks") ==
        "covered");
  CHECK(kind_of(judge_text(part + head + post("b", "a", does)), "networks") == "delegated");
  CHECK(kind_of(judge_text(part + head + "[[team]]\nid = \"t\"\nlead = \"a\"\n" + does),
                "networks") == "delegated");
}

TEST_CASE("who stands in along a chain of deputies") {
  const std::string accountable = "accountable = [\"networks\"]\n";
  const auto chain = [&](std::string_view last) {
    return part + post("a", "", accountable + "state = \"leave\"\ndeputy = \"b\"\n", "Lena Hoff") +
           post("b", "", "deputy = \"c\"\n", "-") + post("c", "", "", last);
  };
  SECTION("nobody stands in for oneself, be it through another") {
    CHECK(kind_of(judge_text(chain("Lena Hoff")), "networks") == "on paper only");
    CHECK(kind_of(judge_text(chain("Ola Berg")), "networks") == "provisional");
  }
  SECTION("the one at its end is who counts") {
    const auto j = judge_text(chain("Ola Berg") + post("d", "", accountable, "Ola Berg"));
    CHECK(count_of(j, "duty-overlap") == 0);
    const auto two = judge_text(chain("Ola Berg") + post("d", "", accountable, "Ida Frost"));
    CHECK(count_of(two, "duty-overlap") == 1);
  }
  SECTION("who is on leave beside one who is there does not count") {
    const std::string shared =
        "holders = [{ name = \"Lena Hoff\", state = \"leave\" }, { name = \"Ola Berg\" }]\n" +
        accountable;
    const auto with = [&](std::string_view holder) {
      return count_of(
          judge_text(part + post("a", "", shared, "-") + post("b", "", accountable, holder)),
          "duty-overlap");
    };
    CHECK(with("Ola Berg") == 0);
    CHECK(with("Lena Hoff") == 1);
  }
}
