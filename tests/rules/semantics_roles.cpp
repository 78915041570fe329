// The sentences of docs/language.md about the roles.

#include <catch2/catch.hpp>

#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Checks = std::vector<std::string>;

namespace {

std::string with_aims(std::string_view aims, std::string_view rest) {
  return "[company]\nname = \"T\"\nas_of = 2026-06-01\naims = [" + std::string(aims) + "]\n" +
         std::string(rest);
}

const std::string only_cto =
    "[[position]]\nid = \"cto\"\ntitle = \"CTO\"\nholder = \"A\"\naccountable = [\"@CTO\", "
    "\"@shared\", \"@contested\"]\n";

}  // namespace

TEST_CASE("a missing role is one finding that lists its duties") {
  const auto j = judge_text(only_cto);
  REQUIRE(checks_of(j) == Checks{"role-missing"});
  CHECK(j.findings.size() == 1);
  CHECK(j.findings[0].severity == Severity::error);
  CHECK(j.findings[0].subjects.size() == 30);
}

TEST_CASE("aims decide how loud a missing role is") {
  CHECK(judge_text(with_aims(R"("improve-products")", only_cto)).findings.at(0).severity ==
        Severity::note);
  CHECK(judge_text(with_aims(R"("serve-customers", "improve-products")", only_cto))
            .findings.at(0)
            .severity == Severity::note);
  CHECK(judge_text(with_aims(R"("improve-processes")", only_cto)).findings.at(0).severity ==
        Severity::error);
  CHECK(judge_text(with_aims(R"("improve-processes", "serve-customers")", only_cto))
            .findings.at(0)
            .severity == Severity::error);
}

TEST_CASE("both roles missing") {
  SECTION("one finding a role, and advice") {
    const auto j = judge_text(post("boss", ""));
    CHECK(subjects_of(j, "role-missing") == Checks{"role:CIO", "role:CTO"});
    CHECK(says(first_of(j, "role-missing"), "which to create first"));
  }
  SECTION("the aims tell which comes first") {
    const auto j = judge_text(with_aims(R"("serve-customers")", post("boss", "")));
    const Finding& cto = *std::ranges::find(j.findings, Severity::error, &Finding::severity);
    CHECK(says(cto, "of the two create the CTO first"));
    CHECK(says(cto, "this aim asks for one"));
    CHECK(count_of(j, "role-missing") == 2);
  }
  SECTION("a description without a name has a place for them") {
    const auto j = judge_text("rolecall = 1\n");
    CHECK(checks_of(j) == Checks{"role-missing"});
    CHECK(j.findings.at(0).place().line == 1);
  }
}

TEST_CASE("missing roles are not looked for in a partial description") {
  CHECK(checks_of(judge_text("[company]\ncomplete = false\n" + only_cto)) == Checks{});
}

TEST_CASE("a planned or eliminated post is no role") {
  const auto planned = Company{.cio = "state = \"planned\"\nfrom = 2027-01-01"}.judged();
  CHECK(checks_of(planned) == Checks{"duty-on-paper", "role-missing"});
  CHECK(says(first_of(planned, "role-missing"), "`cio` is planned from 2027-01-01"));
  CHECK(checks_of(Company{.cio = "state = \"eliminated\""}.judged()) ==
        Checks{"duty-on-paper", "role-missing"});
}

TEST_CASE("a title that is not the role is shown, and who acts as the role in all but name") {
  const auto j = judge_text(only_cto +
                            "[[position]]\nid = \"it\"\ntitle = \"Deputy CIO\"\nholder = "
                            "\"B\"\nreports_to = \"cto\"\naccountable = [\"@CIO\"]\n");
  REQUIRE(count_of(j, "role-missing") == 1);
  CHECK(says(first_of(j, "role-missing"), "`it` is not taken for it"));
  CHECK(says(first_of(j, "role-missing"), "if `it` is the CIO, write `role = \"CIO\"` there"));
  const auto head = judge_text(only_cto + post("it", "cto", R"(accountable = ["@CIO"])"));
  CHECK(says(first_of(head, "role-missing"), "if `it` is the CIO in all but name"));
}

TEST_CASE("vacant roles") {
  CHECK(checks_of(Company{.cto = ""}.judged()) == Checks{"duty-on-paper", "role-vacant"});
  CHECK(count_of(Company{.cto = ""}.judged(), "duty-on-paper") == 20);
  CHECK(count_of(Company{.cto = R"(deputy = "Sam")"}.judged(), "role-vacant") == 0);
  CHECK(count_of(Company{.cto = R"(holder = "A")"
                                "\nstate = \"interim\""}
                     .judged(),
                 "role-vacant") == 0);
  // One of two is there.
  CHECK(count_of(Company{.cto = ""}.judged(post("cto2", "ceo", R"(role = "CTO")")),
                 "role-vacant") == 0);
}

TEST_CASE("doubled roles") {
  const auto second = [](std::string_view more, std::string_view holder = {}) {
    return post("two", "ceo", "role = \"CTO\"\n" + std::string(more), holder);
  };
  CHECK(count_of(Company{}.judged(second("")), "role-doubled") == 1);
  SECTION("a scoped one beside one for all is divisional") {
    CHECK(count_of(Company{}.judged(second("scope = \"EU\"")), "role-doubled") == 0);
  }
  SECTION("one for a region below the other is a regional one") {
    const auto regional = [](std::string_view title, std::string_view boss,
                             std::string_view more = {}) {
      return count_of(Company{}.judged(post("two", boss, "title = \"" + std::string(title) + "\"") +
                                       post("x", "cio") + std::string(more)),
                      "role-doubled");
    };
    for (const std::string_view title :
         {"CIO EMEA", "CIO, Americas", "Regional CIO, Asia-Pacific",
          "Chief Information Officer (Europe)", "CIO, Cloud Division", "Divisional CIO"}) {
      INFO(title);
      CHECK(regional(title, "cio") == 0);
      CHECK(regional(title, "x") == 0);
      CHECK(regional(title, "ceo") == 1);
      CHECK(regional(title, "cto") == 1);
    }
    CHECK(regional("CIO", "cio") == 1);
    // Nor is such a one the CIO, whichever is written first.
    const std::string first = "[company]\nas_of = 2026-06-01\n" +
                              post("emea", "cio", "title = \"CIO EMEA\"") + post("ceo", "");
    const std::string both = post("cio", "ceo", "role = \"CIO\"") +
                             post("cto", "ceo", "role = \"CTO\"\naccountable = \"networks\"");
    CHECK(subjects_of(judge_text(first + both), "no-working-link") ==
          Checks{"position:cio position:cto"});
    CHECK(regional("CIO EMEA", "gone",
                   post("gone", "", "role = \"CIO\"\nstate = \"eliminated\"", "-")) == 1);
  }
  SECTION("the same person is one") {
    CHECK(count_of(Company{}.judged(second("", "Ada Okafor")), "role-doubled") == 0);
  }
  SECTION("planned and eliminated posts are none") {
    CHECK(count_of(Company{}.judged(second("state = \"planned\"", "-")), "role-doubled") == 0);
    CHECK(count_of(Company{}.judged(second("state = \"eliminated\"", "-")), "role-doubled") == 0);
  }
  SECTION("a vacant post beside an acting one is one office") {
    CHECK(count_of(Company{.cto = ""}.judged(second("state = \"acting\"")), "role-doubled") == 0);
    CHECK(count_of(Company{.cto = ""}.judged(second("")), "role-doubled") == 1);
  }
  SECTION("where all have scopes, they must be disjoint") {
    const Company eu{.cto = "holder = \"A\"\nscope = [\"EU\", \"UK\"]\nconsulted = [\"@shared\"]"};
    CHECK(count_of(eu.judged(second("scope = \"US\"")), "role-doubled") == 0);
    const auto j = eu.judged(second("scope = [\"US\", \"UK\"]"));
    REQUIRE(count_of(j, "role-doubled") == 1);
    CHECK(says(first_of(j, "role-doubled"), "for `UK`"));
  }
  SECTION("one office that changes hands may be two posts, for a month both") {
    const auto handed = [&](std::string_view until, std::string_view from) {
      const Company first{.cto = "holder = \"A\"\nuntil = " + std::string(until)};
      return count_of(first.judged(second("from = " + std::string(from) + "\n")), "role-doubled");
    };
    CHECK(handed("2026-06-30", "2026-07-01") == 0);
    CHECK(handed("2026-06-30", "2026-06-15") == 0);
    CHECK(handed("2026-12-31", "2026-12-15") == 0);
    CHECK(handed("2026-12-31", "2026-07-01") == 1);
    CHECK(handed("2027-03-31", "2026-12-31") == 1);
  }
  SECTION("other executives may be several") {
    CHECK(count_of(Company{}.judged(post("a", "cto", R"(role = "VPE")") +
                                    post("b", "cto", R"(role = "VPE")")),
                   "role-doubled") == 0);
    CHECK(count_of(Company{}.judged(post("a", "cio", R"(role = "CISO")") +
                                    post("b", "cto", R"(role = "CISO")")),
                   "role-doubled") == 1);
  }
}

TEST_CASE("combined roles") {
  const auto j = Company{.cto = "holder = \"Lena Hoff\""}.judged();
  CHECK(count_of(j, "role-combined") == 1);
  CHECK(count_of(j, "several-posts") == 0);
  CHECK(first_of(j, "role-combined").severity == Severity::warning);
  SECTION("for the time being it is a note") {
    const auto acting = Company{.cto = "holder = \"Lena Hoff\"\nstate = \"acting\""}.judged();
    CHECK(first_of(acting, "role-combined").severity == Severity::note);
  }
  SECTION("a deputy is not in office") {
    CHECK(count_of(Company{.cto = "deputy = \"cio\""}.judged(), "role-combined") == 0);
  }
  SECTION("one post with both") {
    const auto cito = judge_text(
        "[[position]]\nid = \"cito\"\ntitle = \"Chief Information and Technology Officer\"\nholder "
        "= \"A\"\n");
    CHECK(count_of(cito, "role-combined") == 1);
    CHECK(count_of(cito, "role-missing") == 0);
  }
}

TEST_CASE("a missing role names who may have it in all but name") {
  const auto missing = [](std::string_view more) {
    return judge_text(post("mp", "", "title = \"Managing Partner\"") + std::string(more));
  };
  const auto titled = [](std::string_view id, std::string_view boss, std::string_view title) {
    return post(id, boss, "title = \"" + std::string(title) + "\"");
  };
  const auto of = [](const Judgement& j, std::string_view role) {
    for (const Finding& f : j.findings) {
      if (f.check == "role-missing" && f.subjects.front().id == role) return f;
    }
    throw std::string(role);
  };
  const auto j =
      missing(titled("it", "mp", "Director of IT") + titled("eng", "mp", "VP Engineering"));
  CHECK(of(j, "CIO").help_text ==
        "if `it` (Director of IT) is the CIO in all but name, write `role = \"CIO\"` in `it`");
  CHECK(
      of(j, "CTO").help_text ==
      "if `eng` (VP Engineering) is the CTO in all but name, write `role = [\"VPE\", \"CTO\"]` in "
      "`eng`");
  REQUIRE(of(j, "CIO").fixes.size() == 1);
  CHECK_FALSE(of(j, "CIO").fixes[0].safe);
  CHECK(says(of(j, "CIO"), "`it` may be it in all but name"));
  SECTION("several are named, and none is chosen") {
    const auto two = missing(titled("b", "mp", "Head of IT") + titled("a", "mp", "IT Director") +
                             titled("c", "a", "IT Manager"));
    CHECK(says(of(two, "CIO"), "one of `a` (IT Director), `b` (Head of IT) and `c` (IT Manager)"));
    CHECK(of(two, "CIO").fixes.empty());
  }
  SECTION("the higher one stands out") {
    const auto two = missing(titled("b", "mp", "Head of IT") + titled("c", "b", "IT Manager"));
    CHECK(of(two, "CIO").fixes.size() == 1);
  }
  SECTION("not who is a deputy, further down, an assistant, no more, or said to be none") {
    for (const std::string& post_of :
         {titled("a", "mp", "Deputy Director of IT"), titled("a", "mp", "Head of IT Strategy"),
          post("a", "mp", "title = \"Head of IT\"\nassistant = true"),
          post("a", "mp", "title = \"Head of IT\"\nrole = \"none\""),
          post("a", "mp", "title = \"Head of IT\"\nstate = \"eliminated\""),
          post("x", "mp") + post("y", "x") + titled("a", "y", "Head of IT")}) {
      INFO(post_of);
      CHECK(says(of(missing(post_of), "CIO"), "or add a `[[position]]` for one"));
    }
  }
}

TEST_CASE("a title that is refused above the one that is taken") {
  const auto asked = [](std::string_view title, std::string_view boss = "ceo") {
    return count_of(judge_text("[company]\ncomplete = false\n" + post("ceo", "") +
                               post("x", boss, "title = \"" + std::string(title) + "\"") +
                               post("y", "ceo") + post("cio", "y", "title = \"CIO\"")),
                    "title-unclear");
  };
  CHECK(asked("CIO-Corporate") == 1);
  CHECK(asked("CIO-DG") == 0);
  CHECK(asked("CIO-Corporate", "cio") == 0);
  CHECK(asked("CIO-Corporate", "y") == 0);
  for (const char* title : {"Deputy CIO", "Adviser to the CIO", "Former CIO", "CIO Advisor"}) {
    INFO(title);
    CHECK(asked(title) == 0);
  }
}
