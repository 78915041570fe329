// The sentences of docs/language.md about duties, as findings: each fires where it should and is
// silent where it should be.

#include <catch2/catch.hpp>

#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Checks = std::vector<std::string>;

TEST_CASE("a company in which all is well has no findings") {
  CHECK(checks_of(Company{}.judged()) == Checks{});
}

TEST_CASE("missing duties") {
  SECTION("most of one owner, in one finding at the post that should hold them") {
    const auto j =
        Company{.cio_accountable = R"(["@CIO/strategy", "@shared", "@contested"])"}.judged();
    CHECK(count_of(j, "duty-missing") == 26);
    const auto told = told_of(j, "duty-missing");
    REQUIRE(told.size() == 1);
    const Finding& f = told.front();
    CHECK(f.place() == j.org->place(Vertex(1)));
    CHECK(says(f, "26 of the 29 duties of the CIO"));
    CHECK(says(f, "should be accountable"));
    // The bundle would give the strategy a second time.
    CHECK(says(f, "name each in `accountable` of `cio`, or of somebody in that line"));
  }
  SECTION("none where a misspelt entry probably holds it") {
    const auto missing = [](std::string_view entry, std::string_view list) {
      const auto j = Company{.cio_accountable = R"(["@CIO", "!networks", "@shared", "@contested"])"}
                         .judged("[[team]]\nid = \"t\"\nlead = \"cio\"\n" + std::string(list) +
                                 " = [\"" + std::string(entry) + "\"]\n");
      CHECK(count_of(j, "unknown-duty") == 1);
      return count_of(j, "duty-missing");
    };
    CHECK(missing("netwroks", "accountable") == 0);
    CHECK(missing("netwroks", "responsible") == 1);
    CHECK(missing("gardening", "accountable") == 1);
  }
  SECTION("all of one owner in one finding with the bundle to write") {
    const auto j = Company{.cto_accountable = R"(["!networks"])"}.judged();
    const auto told = told_of(j, "duty-missing");
    REQUIRE(told.size() == 1);
    CHECK(says(told[0], R"(add `"@CTO"` to `accountable` of `cto`)"));
    CHECK(told[0].subjects.size() == 22);
  }
  SECTION("shared duties go to a chief who is there") {
    const auto j =
        Company{.cio_accountable = R"(["@CIO", "@contested"])", .cio = R"(deputy = "ceo")"}
            .judged();
    const auto told = told_of(j, "duty-missing");
    REQUIRE(told.size() == 1);
    CHECK(says(told[0], "any of the 5 duties that CIO and CTO share"));
  }
  SECTION("two of the company's own are told apart") {
    const auto j = Company{}.judged(R"(
[[duty]]
id = "harbour-radio"
owner = "COO"
[[duty]]
id = "cranes"
owner = "COO"
may_hold = ["CTO"]
)");
    CHECK(subjects_of(j, "duty-missing") ==
          Checks{"duty:cranes role:COO position:cto", "duty:harbour-radio role:COO"});
    CHECK(j.sources.texts[0].line(first_of(j, "duty-missing").place().line) == R"(title = "CTO")");
  }
  SECTION("who does it and who is consulted is said") {
    const auto j =
        Company{.cio_accountable = R"(["@CIO", "!networks", "@shared", "@contested"])"}.judged(
            post("net", "cio", R"(responsible = ["networks"])") +
            post("x", "cio", R"(consulted = ["networks"])"));
    REQUIRE(count_of(j, "duty-missing") == 1);
    const Finding& f = first_of(j, "duty-missing");
    CHECK(says(f, "done by `net`, but nobody answers for it"));
    CHECK(says(f, "consulted: `x`"));
    CHECK(says(f, "taken off here"));
    CHECK(f.subjects.size() == 5);
  }
  SECTION("not those that are not required or unowned on purpose") {
    const auto j = Company{.cio_accountable =
                               R"(["@CIO", "!networks", "!service-desk", "@shared", "@contested"])"}
                       .judged(R"(
[[duty]]
id = "networks"
required = false
[duties.service-desk]
unowned = "the landlord sees to it"
)");
    CHECK(checks_of(j) == Checks{});
  }
  SECTION("not in a description that is not complete") {
    CHECK(checks_of(Company{.company = "complete = false\n", .cio_accountable = R"(["networks"])"}
                        .judged()) == Checks{});
  }
  SECTION("not before any duty is assigned") {
    const auto j = judge_text(post("ceo", "") + post("cio", "ceo", R"(role = "CIO")") +
                              post("cto", "ceo", R"(role = "CTO")"));
    CHECK(checks_of(j) == Checks{"duties-unassigned"});
    CHECK(says(first_of(j, "duties-unassigned"),
               R"(`accountable = ["@CIO"]` in `cio` and `accountable = ["@CTO"]` in `cto`)"));
  }
}

TEST_CASE("overlaps") {
  const auto both = [](std::string_view view = {}, std::string more = {}) {
    return Company{.cio_accountable = R"(["@CIO", "networks", "@shared", "@contested"])"}.judged(
        std::string(view) + post("coo", "ceo",
                                 R"(role = "COO")"
                                 "\n"
                                 R"(accountable = ["networks"])" +
                                     more));
  };
  SECTION("two exact entries are two holders") {
    const auto j = both();
    CHECK(subjects_of(j, "duty-overlap") == Checks{"duty:networks position:cio position:coo"});
    CHECK(says(first_of(j, "duty-overlap"), "peers under `ceo`"));
  }
  SECTION("a reason makes it joint") {
    CHECK(checks_of(both("[duties.networks]\njoint = \"two buildings\"\n")) == Checks{});
  }
  SECTION("an exact entry outranks a bundle") {
    CHECK(count_of(
              Company{}.judged(post("coo", "ceo", "role = \"COO\"\naccountable = [\"networks\"]")),
              "duty-overlap") == 0);
    CHECK(checks_of(Company{}.judged(post("net", "cio", R"(accountable = ["networks"])"))) ==
          Checks{});
  }
  SECTION("two bundles overlap, in one finding") {
    const auto j = Company{}.judged(post("cio2", "cio", R"(accountable = ["@CIO"])"));
    const auto told = told_of(j, "duty-overlap");
    REQUIRE(told.size() == 1);
    CHECK(says(told[0],
               "29 duties have 2 accountable holders: `cio` and `cio2`, a boss and a report"));
    CHECK(says(told[0], "take the bundle off the list of `cio2`"));
  }
  SECTION("three are told like four, in one entry") {
    const std::string cio =
        R"(["@CIO", "networks", "infrastructure", "it-assets", "service-desk", "@shared", "@contested"])";
    const auto three = Company{.cio_accountable = cio}.judged(
        post("x", "ceo", R"(accountable = ["networks", "infrastructure", "it-assets"])"));
    CHECK(count_of(three, "duty-overlap") == 3);
    CHECK(told_of(three, "duty-overlap").size() == 1);
    const auto four = Company{.cio_accountable = cio}.judged(
        post("x", "ceo",
             R"(accountable = ["networks", "infrastructure", "it-assets", "service-desk"])"));
    REQUIRE(told_of(four, "duty-overlap").size() == 1);
    CHECK(told_of(four, "duty-overlap")[0].labels.size() == 8);
  }
  SECTION("one person in two posts does not overlap with herself") {
    const auto j =
        Company{.cio_accountable = R"(["@CIO", "networks", "@shared", "@contested"])"}.judged(
            post("net", "cio", R"(accountable = ["networks"])", "Lena Hoff"));
    CHECK(checks_of(j) == Checks{"several-posts"});
  }
  SECTION("disjoint scopes do not overlap, the same ones do, and only those are named") {
    const Company split{.company = "scopes = [\"A\", \"B\"]\n",
                        .cio_accountable = R"(["@CIO", "!networks", "@shared", "@contested"])"};
    const std::string a = post("a", "cio", "scope = \"A\"\naccountable = [\"networks\"]");
    const std::string b = post("b", "cio", "scope = \"B\"\naccountable = [\"networks\"]");
    CHECK(checks_of(split.judged(a + b)) == Checks{});
    const auto j =
        split.judged(a + b + post("b2", "cio", "scope = \"B\"\naccountable = [\"networks\"]"));
    CHECK(subjects_of(j, "duty-overlap") == Checks{"duty:networks position:b position:b2"});
  }
  SECTION("lines that never meet") {
    const auto j =
        Company{.cio_accountable = R"(["@CIO", "networks", "@shared", "@contested"])"}.judged(
            post("x", "", R"(accountable = ["networks"])"));
    CHECK(says(first_of(j, "duty-overlap"), "in lines that never meet"));
    CHECK_FALSE(says(first_of(j, "duty-overlap"), "path:"));
  }
  SECTION("the help keeps it in the line of the role that owns it") {
    const auto j =
        Company{.cio_accountable = R"(["@CIO", "!networks", "@shared", "@contested"])"}.judged(
            post("net", "cio", R"(accountable = ["networks"])") +
            post("x", "ceo", R"(accountable = ["networks"])"));
    CHECK(says(
        first_of(j, "duty-overlap"),
        "keep it with `net`, in the line of the role that owns it, and drop the entry of `x`"));
  }
  SECTION("a contested duty is a warning of its own") {
    const auto j =
        Company{.cio_accountable = R"(["@CIO", "@shared", "@contested", "data-analysis"])",
                .cto_accountable = R"(["@CTO", "data-analysis"])"}
            .judged();
    CHECK(checks_of(j) == Checks{"duty-contested"});
    CHECK(first_of(j, "duty-contested").severity == Severity::warning);
  }
}

TEST_CASE("duties on paper") {
  SECTION("one finding for an empty post, with its reason") {
    const auto j = Company{.cio = "until = 2026-05-01\nholder = \"X\""}.judged();
    REQUIRE(told_of(j, "duty-on-paper").size() == 1);
    CHECK(says(told_of(j, "duty-on-paper")[0], "38 duties are held on paper only"));
    CHECK(count_of(j, "duty-missing") == 0);
  }
  SECTION("a team without a lead") {
    const auto j = Company{}.judged("[[team]]\nid = \"desk\"\naccountable = [\"service-desk\"]\n");
    CHECK(checks_of(j) == Checks{"duty-on-paper", "unled-team"});
    CHECK(says(first_of(j, "duty-on-paper"), "team `desk` has no lead"));
  }
  SECTION("a team whose lead is vacant") {
    const auto j = Company{}.judged(
        post("lead", "cio", "", "-") +
        "[[team]]\nid = \"desk\"\nlead = \"lead\"\naccountable = [\"service-desk\"]\n");
    CHECK(says(first_of(j, "duty-on-paper"), "`lead`, the lead of team `desk`, is vacant"));
  }
  SECTION("not where somebody else is there") {
    const auto j =
        Company{.cio_accountable = R"(["@CIO", "networks", "@shared", "@contested"])"}.judged(
            post("p", "cio", "state = \"planned\"\naccountable = [\"networks\"]", "-"));
    CHECK(checks_of(j) == Checks{});
  }
  SECTION("a deputy is called by name, or by the post where nobody knows the name") {
    const auto provisional = [](std::string_view state) {
      const auto j = Company{.cio = "deputy = \"x\""}.judged(
          post("x", "ceo", "title = \"Head of X\"\n" + std::string(state), "-"));
      return words(first_of(j, "duty-provisional"));
    };
    CHECK(provisional("holder = \"Kim Park\"").find("by Kim Park, the deputy in `cio`") !=
          std::string::npos);
    CHECK(provisional("state = \"undisclosed\"").find("by `x`, the deputy in `cio`") !=
          std::string::npos);
  }
  SECTION("a bundle whose catalogue is not in use is said to be empty") {
    const auto with = [](std::string_view facts) {
      return judge_text(headed(facts, "accountable = [\"@CAIO\"]\n"));
    };
    CHECK(first_of(with(""), "unknown-duty").severity == Severity::warning);
    CHECK(says(first_of(with(""), "unknown-duty"), "catalogue `ai`"));
    CHECK(count_of(with("catalogues = [\"articles\", \"ai\"]"), "unknown-duty") == 0);
  }
  SECTION("a deputy with a misspelt id keeps nothing alive") {
    const auto j = Company{.cio = "deputy = \"cfoo\""}.judged(
        "[[position]]\nid = \"cfo\"\nreports_to = \"ceo\"\nholder = \"Kim Park\"\n");
    CHECK(count_of(j, "unknown-reference") == 1);
    CHECK(count_of(j, "duty-provisional") == 0);
    CHECK(count_of(j, "role-vacant") == 1);
  }
  SECTION("not with a deputy, who keeps them alive") {
    const auto j = Company{.cio = "deputy = \"Sam\""}.judged();
    CHECK(checks_of(j) == Checks{"duty-provisional"});
  }
  SECTION("undisclosed counts as filled, fractional and outsourced too") {
    for (const char* state : {"undisclosed", "fractional", "outsourced"}) {
      CHECK(checks_of(Company{.cio = std::string("holder = \"X\"\nstate = \"") + state + "\""}
                          .judged()) == Checks{});
    }
    CHECK(checks_of(Company{.cio = "state = \"undisclosed\""}.judged()) == Checks{});
  }
  SECTION("a holder who is left out of a partial description is a note") {
    const auto j = Company{.company = "complete = false\n", .cio = ""}.judged();
    CHECK(checks_of(j) == Checks{"duty-on-paper", "role-vacant"});
    for (const Finding& f : j.findings) CHECK(f.severity == Severity::note);
  }
}

TEST_CASE("duties in parts") {
  const Company split{.company = "scopes = [\"A\", \"B\"]\n",
                      .cio_accountable = R"(["@CIO", "!networks", "@shared", "@contested"])"};
  SECTION("a scope that nobody has") {
    const auto j = split.judged(post("a", "cio", "scope = \"A\"\naccountable = [\"networks\"]"));
    CHECK(subjects_of(j, "duty-partly-covered") == Checks{"duty:networks reference:B position:a"});
    CHECK(says(first_of(j, "duty-partly-covered"), "nobody is accountable for `networks` in `B`"));
  }
  SECTION("a scope whose only holder is vacant is not covered") {
    const auto j =
        split.judged(post("a", "cio", "scope = \"A\"\naccountable = [\"networks\"]") +
                     post("b", "cio", "scope = \"B\"\naccountable = [\"networks\"]", "-"));
    CHECK(checks_of(j) == Checks{"duty-partly-covered"});
    CHECK(says(first_of(j, "duty-partly-covered"), "`b` is vacant"));
  }
  SECTION("the rest of a bundle covers what an exact entry leaves") {
    CHECK(checks_of(Company{.company = "scopes = [\"A\", \"B\"]\n"}.judged(
              post("a", "cio", "scope = \"A\"\naccountable = [\"networks\"]"))) == Checks{});
  }
  SECTION("many duties with one hole make one finding") {
    const auto j =
        Company{.company = "scopes = [\"A\", \"B\"]\n", .cio = "holder = \"X\"\nscope = \"A\""}
            .judged();
    CHECK(told_of(j, "duty-partly-covered").size() == 1);
  }
}

TEST_CASE("duties in the wrong line") {
  SECTION("the nearest role at or above the holder decides") {
    const auto j = Company{}.judged(post("p", "cto", R"(accountable = ["it-operations"])"));
    CHECK(subjects_of(j, "duty-misplaced") == Checks{"duty:it-operations position:p role:CTO"});
    CHECK(says(first_of(j, "duty-misplaced"), "path: p -> cto"));
  }
  SECTION("one finding a holder and line") {
    const auto j =
        Company{}.judged(post("p", "cto", R"(accountable = ["it-operations", "networks"])") +
                         post("q", "cto", R"(accountable = ["service-desk"])"));
    CHECK(count_of(j, "duty-misplaced") == 3);
    CHECK(told_of(j, "duty-misplaced").size() == 2);
  }
  SECTION("not above both lines, nor where a role may hold it") {
    const auto judged = [](const std::string& post) {
      return Company{.cio_accountable = R"(["@CIO", "!it-operations", "!mission-critical-systems",
                                             "@shared", "@contested"])"}
          .judged(post);
    };
    const auto misplaced = [&](const std::string& post) {
      return count_of(judged(post), "duty-misplaced");
    };
    CHECK(misplaced(post("p", "ceo", R"(accountable = ["it-operations"])")) == 0);
    CHECK(misplaced(post("vpe", "cto",
                         "role = \"VPE\"\naccountable = [\"mission-critical-systems\"]")) == 0);
    CHECK(misplaced(post("coo", "cto", "role = \"COO\"\naccountable = [\"it-operations\"]")) == 0);
  }
  SECTION("shared and contested duties have no focus") {
    CHECK(
        count_of(Company{}.judged(post(
                     "p", "cto", R"(accountable = ["security-and-risk", "software-development"])")),
                 "duty-misplaced") == 0);
  }
  SECTION("nor is a stand-in misplaced, where nobody has the role") {
    const auto j = judge_text(post("cto", "",
                                   "role = \"CTO\"\naccountable = [\"@CIO/operations\", \"@CTO\", "
                                   "\"@shared\", \"@contested\"]"));
    CHECK(checks_of(j) == Checks{"role-missing"});
    CHECK(says(first_of(j, "role-missing"), "stands in for 10 of its duties"));
  }
  SECTION("a holder of both roles is never misplaced") {
    const auto j = judge_text(post("cito", "",
                                   "role = [\"CIO\", \"CTO\"]\naccountable = [\"@CIO\", \"@CTO\", "
                                   "\"@shared\", \"@contested\"]"),
                              Limits{.max_duties = 99});
    CHECK(checks_of(j) == Checks{"role-combined"});
  }
}

TEST_CASE("doers") {
  SECTION("outside the line, with the path") {
    const auto j = Company{}.judged(post("p", "cto", R"(responsible = ["networks"])"));
    CHECK(subjects_of(j, "doer-out-of-line") == Checks{"duty:networks position:p position:cio"});
    CHECK(says(first_of(j, "doer-out-of-line"), "path: p -> cto -> ceo <- cio"));
  }
  SECTION("in the line, deep down or as a team") {
    CHECK(checks_of(Company{}.judged(post("a", "cio") +
                                     post("b", "a", R"(responsible = ["networks"])"))) == Checks{});
    CHECK(checks_of(Company{}.judged(
              "[[team]]\nid = \"t\"\nlead = \"cio\"\nresponsible = [\"networks\"]\n")) == Checks{});
  }
  SECTION("of a shared duty the other line may do it") {
    CHECK(count_of(Company{}.judged(post("p", "cto", R"(responsible = ["security-and-risk"])")),
                   "doer-out-of-line") == 0);
  }
  SECTION("with several accountable, any one's line is in line") {
    const auto j =
        Company{.cio_accountable = R"(["@CIO", "networks", "@shared", "@contested"])"}.judged(
            post("coo", "ceo", R"(accountable = ["networks"])") +
            post("p", "coo", R"(responsible = ["networks"])") +
            "[duties.networks]\njoint = \"two\"\n");
    CHECK(checks_of(j) == Checks{});
  }
  SECTION("with scopes, the line of that scope's holder") {
    const Company split{.company = "scopes = [\"A\", \"B\"]\n",
                        .cio_accountable = R"(["@CIO", "!networks", "@shared", "@contested"])"};
    const std::string heads = post("a", "cio", "scope = \"A\"\naccountable = [\"networks\"]") +
                              post("b", "cio", "scope = \"B\"\naccountable = [\"networks\"]");
    CHECK(checks_of(split.judged(
              heads + post("x", "a", "scope = \"A\"\nresponsible = [\"networks\"]"))) == Checks{});
    CHECK(checks_of(split.judged(heads +
                                 post("x", "a", "scope = \"B\"\nresponsible = [\"networks\"]"))) ==
          Checks{"doer-out-of-line"});
  }
  SECTION("nobody does it, where most of the post's duties have doers") {
    const auto does = [](std::string_view duties) {
      return Company{}.judged(post("n", "cio", "responsible = " + std::string(duties)));
    };
    CHECK(count_of(Company{}.judged(), "duty-without-doer") == 0);
    CHECK(count_of(does(R"(["networks"])"), "duty-without-doer") == 0);
    CHECK(count_of(does(R"(["@CIO", "@shared", "@contested"])"), "duty-without-doer") == 0);
    const auto j = does(R"(["@CIO", "!networks", "@shared", "@contested"])");
    CHECK(subjects_of(j, "duty-without-doer") == Checks{"duty:networks position:cio"});
    // Who has nobody below does it alone.
    const auto alone =
        Company{}.judged(post("n", "ceo", R"(responsible = ["@CTO", "!new-products"])"));
    CHECK(count_of(alone, "duty-without-doer") == 0);
  }
}

TEST_CASE("duties whose doers are gone") {
  const std::string check = "doer-vacant";
  const auto doer = [](std::string_view holder, std::string_view more = {},
                       std::string_view others = {}, std::string_view facts = {}) {
    return Company{.company = std::string(facts)}.judged(
        post("n", "cio", "responsible = \"networks\"\n" + std::string(more), holder) +
        std::string(others));
  };
  const auto gone = doer("-");
  CHECK(subjects_of(gone, check) == Checks{"position:n duty:networks"});
  CHECK(first_of(gone, check).severity == Severity::warning);
  CHECK(says(first_of(gone, check), "fill the post"));
  CHECK(count_of(doer("Kim Park"), check) == 0);
  CHECK(count_of(doer("-", "deputy = \"Kim Park\""), check) == 0);
  CHECK(count_of(doer("-", "state = \"undisclosed\""), check) == 0);
  SECTION("not where somebody else does it, or a team") {
    CHECK(count_of(doer("-", "", post("m", "cio", "responsible = \"networks\"")), check) == 0);
    CHECK(count_of(doer("-", "", "[[team]]\nid = \"t\"\nresponsible = \"networks\"\n"), check) ==
          0);
  }
  SECTION("not where nobody answers for it, which is worse and told") {
    const auto j =
        Company{.cio_accountable = R"(["@CIO", "!networks", "@shared", "@contested"])"}.judged(
            post("n", "cio", "responsible = \"networks\"", "-"));
    CHECK(count_of(j, check) == 0);
    CHECK(count_of(j, "duty-missing") == 1);
  }
  SECTION("not where the description leaves holders out") {
    CHECK(count_of(doer("-", "", "", "complete = false"), check) == 0);
  }
  SECTION("a post that is gone cannot be filled, and one that is planned is a plan") {
    const auto ended = doer("-", "state = \"eliminated\"");
    CHECK(says(first_of(ended, check), "make somebody else `responsible`"));
    CHECK(first_of(ended, check).severity == Severity::warning);
    CHECK(first_of(doer("-", "state = \"planned\""), check).severity == Severity::note);
  }
}

TEST_CASE("shared duties") {
  const std::string both = R"(["@CIO", "@contested", "@shared", "data-and-decisions"])";
  const std::string cto = R"(["@CTO", "data-and-decisions"])";
  SECTION("held by both without a lead") {
    const auto j = Company{.cio_accountable = both, .cto_accountable = cto}.judged();
    CHECK(checks_of(j) == Checks{"joint-without-lead"});
    CHECK(checks_of(Company{.cio_accountable = both, .cto_accountable = cto}.judged(
              "[duties.data-and-decisions]\nlead = \"cto\"\n")) == Checks{});
    CHECK(checks_of(Company{.cio_accountable = both, .cto_accountable = cto}.judged(
              "[duties.data-and-decisions]\njoint = \"so\"\n")) == Checks{});
  }
  SECTION("in provisional hands too") {
    const auto j = Company{.cio_accountable = both,
                           .cto_accountable = cto,
                           .cio = "holder = \"X\"\nstate = \"acting\""}
                       .judged();
    CHECK(count_of(j, "joint-without-lead") == 1);
  }
  SECTION("a third party is an overlap") {
    const auto j = Company{.cio_accountable = both, .cto_accountable = cto}.judged(
        post("coo", "ceo", R"(accountable = ["data-and-decisions"])"));
    CHECK(count_of(j, "duty-overlap") == 1);
    CHECK(count_of(j, "joint-without-lead") == 0);
  }
  SECTION("five without a lead make one finding") {
    const auto j = Company{.cto_accountable = R"(["@CTO", "@shared"])"}.judged();
    CHECK(count_of(j, "joint-without-lead") == 5);
    CHECK(told_of(j, "joint-without-lead").size() == 1);
  }
  SECTION("one-sided is silent where the other role is missing or vacant") {
    CHECK(told_of(Company{.cto = R"(holder = "A")"}.judged(), "shared-duty-one-sided").size() == 1);
    CHECK(count_of(Company{.cto = ""}.judged(), "shared-duty-one-sided") == 0);
    CHECK(count_of(Company{.company = "complete = false\n", .cto = R"(holder = "A")"}.judged(),
                   "shared-duty-one-sided") == 0);
    CHECK(count_of(judge_text(post("cio", "", "role = \"CIO\"\naccountable = [\"@shared\"]")),
                   "shared-duty-one-sided") == 0);
  }
  SECTION("the part may be in the line, or a seat in the body") {
    const Company alone{.cto = R"(holder = "A")"};
    CHECK(checks_of(alone.judged(post("x", "cto", R"(consulted = ["@shared"])"))) == Checks{});
    CHECK(checks_of(alone.judged(
              "[[body]]\nid = \"b\"\nmembers = [\"cto\", \"cio\"]\naccountable = [\"@shared\", "
              "\"data-and-decisions\", "
              "\"security-and-risk\", \"technology-priorities\", "
              "\"technology-business-alignment\", \"innovation-and-transformation\"]\n")) ==
          Checks{});
    CHECK(told_of(alone.judged(post("x", "cto", R"(informed = ["@shared"])")),
                  "shared-duty-one-sided")
              .size() == 1);
  }
}

TEST_CASE("duties that may not be delegated") {
  const std::string duty = "[[duty]]\nid = \"it-budget\"\ndelegable = false\n";
  CHECK(count_of(Company{}.judged(duty), "not-delegable") == 0);
  CHECK(count_of(Company{}.judged(duty + post("f", "cio", R"(accountable = ["it-budget"])")),
                 "not-delegable") == 1);
  CHECK(count_of(Company{}.judged(duty + post("f", "ceo", R"(accountable = ["it-budget"])")),
                 "not-delegable") == 0);
  CHECK(count_of(Company{}.judged(duty + post("f", "cio", R"(responsible = ["it-budget"])")),
                 "not-delegable") == 0);
  CHECK(
      count_of(Company{}.judged(
                   duty + "[[team]]\nid = \"t\"\nlead = \"cio\"\naccountable = [\"it-budget\"]\n"),
               "not-delegable") == 0);
}
TEST_CASE("of a boss and a report who hold one duty only the report can be made its doer") {
  const std::string_view chief = "[company]\ncomplete = false\n";
  const auto held = [](std::string id, std::string title, std::string boss) {
    return "[[position]]\nid = \"" + id + "\"\ntitle = \"" + title + "\"\nholder = \"" + id +
           " H\"\naccountable = [\"technology-roadmap\"]\n" + boss;
  };
  const auto help = [&](const std::string& posts) {
    const Judgement j = judge_text(std::string(chief) + posts);
    for (const Finding& finding : j.findings) {
      if (finding.check == "duty-overlap") return finding.help_text;
    }
    return std::string("no overlap");
  };
  // A roadmap of technology is the CTO's.
  CHECK(help(held("cio", "CIO", "") + held("cto", "CTO", "reports_to = \"cio\"\n"))
            .starts_with("keep it with `cto`, whose role owns it, and drop the entry of `cio`"));
  CHECK(help(held("cto", "CTO", "") + held("cio", "CIO", "reports_to = \"cto\"\n"))
            .starts_with("keep it with `cto`, whose role owns it, and make `cio` `responsible`"));
}

TEST_CASE("a post that does not exist takes nothing from those who are there") {
  const auto held = [](std::string_view state) {
    const auto j = Company{}.judged(
        "[[position]]\nid = \"old\"\nreports_to = \"cio\"\n"
        "accountable = [\"networks\"]\n" +
        std::string(state) + "\n");
    CHECK(count_of(j, "wrong-type") + count_of(j, "syntax") == 0);
    return count_of(j, "duty-on-paper");
  };
  CHECK(held("state = \"eliminated\"\nuntil = 2025-12-31") == 0);
  CHECK(held("state = \"planned\"") == 0);
  CHECK(held("state = \"planned\"\nfrom = 2027-01-01") == 0);
  CHECK(held("holder = \"Eliminated\"") == 0);
  // A vacant post was given the duty all the same.
  CHECK(held("holder = \"Bo\"\nuntil = 2026-01-31") == 1);
}
