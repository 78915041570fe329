// The sentences of docs/language.md about deputies and leave, and what is read as meant.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Checks = std::vector<std::string>;

namespace {

const std::string part = "[company]\nas_of = 2026-06-01\ncomplete = false\n";

std::string holds(std::string_view id, std::string_view more, std::string_view holder = "-") {
  return post(id, "", "accountable = [\"networks\"]\n" + std::string(more), holder);
}

std::string_view kind_of(const Judgement& judgement, std::string_view duty) {
  for (const Verdict& verdict : judgement.coverage) {
    if ((*judgement.org)[verdict.duty].id == duty) return name(verdict.kind);
  }
  return {};
}

}  // namespace

TEST_CASE("deputies stand in whatever their order") {
  const std::string cio = holds("cio", "deputy = \"cto\"\n");
  const auto cto = [](std::string_view deputy) {
    return post("cto", "", "deputy = \"" + std::string(deputy) + "\"\n", "-");
  };
  SECTION("one who is away stands in through a deputy of its own") {
    CHECK(kind_of(judge_text(part + cio + cto("Zoe Hart")), "networks") == "provisional");
    CHECK(kind_of(judge_text(part + cto("Zoe Hart") + cio), "networks") == "provisional");
  }
  SECTION("in a circle nobody does") {
    CHECK(kind_of(judge_text(part + cio + cto("cio")), "networks") == "on paper only");
    CHECK(kind_of(judge_text(part + cto("cio") + cio), "networks") == "on paper only");
    CHECK(kind_of(judge_text(part + holds("cio", "deputy = \"cio\"\n")), "networks") ==
          "on paper only");
  }
}

TEST_CASE("who is on leave is nobody's deputy") {
  const std::string away = "state = \"leave\"\n";
  const auto told = [](const Judgement& judgement) {
    return count_of(judgement, "leave-without-deputy") > 0;
  };
  SECTION("of the own post") {
    const auto j = judge_text(part + holds("cio", away + "deputy = \"Lena Hoff\"\n", "Lena Hoff"));
    CHECK(kind_of(j, "networks") == "on paper only");
    CHECK(says(first_of(j, "leave-without-deputy"), "its `deputy` is who is away"));
  }
  SECTION("by another post of the same person") {
    CHECK(told(judge_text(part + holds("cio", away + "deputy = \"d\"\n", "Lena Hoff") +
                          post("d", "", "", "Lena Hoff"))));
  }
  SECTION("of another post") {
    const auto j = judge_text(part + holds("cio", away + "deputy = \"d\"\n", "Lena Hoff") +
                              post("d", "", away, "Ola Berg"));
    CHECK(told(j));
    CHECK(says(first_of(j, "leave-without-deputy"), "its `deputy`, `d`, is not there either"));
  }
  SECTION("somebody who is there is") {
    CHECK_FALSE(told(judge_text(part + holds("cio", away + "deputy = \"d\"\n", "Lena Hoff") +
                                post("d", "", "", "Ola Berg"))));
  }
}

TEST_CASE("a gap ahead counts deputies for as long as they are there") {
  const std::string ends = "until = 2026-07-31\n";
  const auto ahead = [&](std::string_view text) {
    return count_of(judge_text(part + std::string(text)), "coverage-gap-ahead");
  };
  CHECK(ahead(holds("cio", ends, "Ann Lee")) == 1);
  CHECK(ahead(holds("cio", ends + "deputy = \"Bo Kim\"\n", "Ann Lee")) == 0);
  CHECK(ahead(holds("cio", ends + "deputy = \"Ann Lee\"\n", "Ann Lee")) == 1);
  const std::string named = holds("cio", ends + "deputy = \"d\"\n", "Ann Lee");
  CHECK(ahead(named + post("d", "", "")) == 0);
  CHECK(ahead(named + post("d", "", "until = 2026-06-30\n")) == 1);
  CHECK(ahead(holds("cio",
                    "holders = [{ name = \"Ann Lee\", until = 2026-06-30 }, { name = \"Ann Lee\", "
                    "from = 2026-07-01, state = \"leave\" }]\n")) == 1);
}

TEST_CASE("what is surely meant is read, and told") {
  const auto with = [](std::string_view facts, std::string_view more) {
    return judge_text(part + std::string(facts) + post("x", "", more));
  };
  SECTION("a scope") {
    const auto j =
        with("scopes = [\"EMEA\", \"APAC\"]\n", "scope = \"Emea\"\naccountable = [\"networks\"]\n");
    CHECK(count_of(j, "unknown-reference") == 1);
    CHECK(j.org->positions[0].scopes.some.size() == 1);
  }
  SECTION("a bundle") {
    const auto j = with("", "accountable = [\"@cio\"]\n");
    CHECK(count_of(j, "unknown-duty") == 1);
    CHECK(kind_of(j, "networks") == "covered");
  }
  SECTION("a role, also by its whole name") {
    for (const char* role : {"cio", "Chief Information Officer", "chief information officer"}) {
      CAPTURE(role);
      const auto j = with("", "role = \"" + std::string(role) + "\"\n");
      CHECK(count_of(j, "unknown-reference") == 1);
      CHECK(first_of(j, "unknown-reference").fixes.size() == 1);
      CHECK(j.org->positions[0].has_role(*j.org->role("CIO")));
    }
    CHECK(with("", "role = \"boss\"\n").org->positions[0].roles.empty());
  }
}

TEST_CASE("help of not-peers leads to the head") {
  const auto told = [](std::string_view more) {
    return told_of(judge_text(headed("as_of = 2026-06-01", more)), "not-peers");
  };
  const std::string cto = post("cto", "cio", "title = \"CTO\"\n");
  const auto low =
      told(post("cfo", "ceo", "title = \"CFO\"\n") + post("cio", "cfo", "title = \"CIO\"\n") + cto);
  REQUIRE(low.size() == 1);
  CHECK(low[0].help_text == "let `cio` and `cto` report to the head: `reports_to = \"ceo\"`");
  const auto near = told(post("cio", "ceo", "title = \"CIO\"\n") + cto);
  REQUIRE(near.size() == 1);
  CHECK(near[0].help_text == "let `cto` report where `cio` does: `reports_to = \"ceo\"`");
  // The head is the CIO: there is nobody else to report to.
  CHECK(told_of(judge_text("[company]\nas_of = 2026-06-01\n" +
                           post("cio", "", "title = \"CEO & CIO\"\n") + cto),
                "not-peers")
            .empty());
}

TEST_CASE("a team is in the line of each of its leads") {
  const auto misplaced = [](std::string_view leads) {
    return count_of(judge_text(headed("as_of = 2026-06-01",
                                      post("cio", "ceo", "title = \"CIO\"\n") +
                                          post("cto", "ceo", "title = \"CTO\"\n") +
                                          "[[team]]\nid = \"e\"\nkind = \"engineering\"\nlead = " +
                                          std::string(leads) + "\n")),
                    "team-misplaced");
  };
  CHECK(misplaced("\"cio\"") == 1);
  CHECK(misplaced("[\"cio\", \"cto\"]") == 0);
  CHECK(misplaced("[\"cto\", \"cio\"]") == 0);
}
