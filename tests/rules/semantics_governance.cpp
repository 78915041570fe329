// The sentences of docs/language.md about CIO and CTO to each other, the head and the company: each
// fires where it should and is silent where it should be.

#include <catch2/catch.hpp>

#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Checks = std::vector<std::string>;

namespace {

/// A head, a CIO and a CTO, with the bosses and more lines given, who hold their duties and work
/// together.
std::string company(std::string_view cio_boss, std::string_view cto_boss,
                    std::string_view more = {}, std::string_view cio = {},
                    std::string_view cto = {}) {
  return "[company]\nname = \"T\"\nas_of = 2026-06-01\n" + post("ceo", "", "role = \"CEO\"") +
         post("cio", cio_boss,
              "role = \"CIO\"\naccountable = [\"@CIO\", \"@shared\", \"@contested\"]\n" +
                  std::string(cio)) +
         post("cto", cto_boss,
              "role = \"CTO\"\naccountable = [\"@CTO\"]\nconsulted = [\"@shared\"]\n" +
                  std::string(cto)) +
         std::string(more);
}

std::size_t found(const std::string& text, std::string_view check) {
  return count_of(judge_text(text), check);
}

std::string partial(std::string text) {
  return text.insert(text.find("as_of"), "complete = false\n");
}

const std::string body = "[[body]]\nid = \"board\"\n";

}  // namespace

TEST_CASE("peers") {
  CHECK(found(company("ceo", "ceo"), "not-peers") == 0);
  SECTION("one below the other is told once") {
    const auto below = judge_text(company("ceo", "cio"));
    CHECK(checks_of(below) == Checks{"not-peers"});
    CHECK(subjects_of(below, "not-peers") == Checks{"position:cto position:cio"});
    CHECK(says(first_of(below, "not-peers"), "reports to"));
    CHECK(says(first_of(below, "not-peers"), "`reports_to = \"ceo\"`"));
    const auto deep = judge_text(company("x", "ceo", post("x", "cto")));
    CHECK(checks_of(deep) == Checks{"not-peers"});
    CHECK(says(first_of(deep, "not-peers"), "stands below"));
    CHECK(says(first_of(deep, "not-peers"), "path: cio -> x -> cto"));
  }
  SECTION("different levels") {
    const auto j = judge_text(company("x", "ceo", post("x", "ceo"), "dotted_to = \"ceo\""));
    CHECK(checks_of(j) == Checks{"not-peers"});
    CHECK(says(first_of(j, "not-peers"), "different levels: `cto` 1 level and `cio` 2"));
    CHECK(found(company("x", "y", post("x", "ceo") + post("y", "ceo")), "not-peers") == 0);
  }
  SECTION("a body is no level") {
    CHECK(checks_of(judge_text(company("board", "ceo", body))) == Checks{});
    for (const char* cto_boss : {"ceo", "board"}) {
      std::string text = company("board", cto_boss, body);
      text.replace(text.find("id = \"ceo\"\n"), 11, "id = \"ceo\"\nreports_to = \"board\"\n");
      CHECK(checks_of(judge_text(text)) == Checks{});
    }
  }
  SECTION("a chair above the chief executive is a head as well") {
    std::string text = company("ceo", "chair", post("chair", "", "title = \"Chair\""));
    text.replace(text.find("id = \"ceo\"\n"), 11, "id = \"ceo\"\nreports_to = \"chair\"\n");
    CHECK(checks_of(judge_text(text)) == Checks{});
  }
  SECTION("in lines that are not known, or never meet, there are no levels") {
    CHECK(checks_of(judge_text(company("gone", "ceo"))) == Checks{"unknown-reference"});
    CHECK(found(company("x", "ceo", post("x", "y") + post("y", "")), "not-peers") == 0);
    CHECK(found(company("cto", "cio"), "not-peers") == 0);
  }
}

TEST_CASE("between the two, all is silent while one is not there") {
  for (const char* gone : {"until = 2026-01-01", "state = \"planned\"", "state = \"eliminated\""}) {
    const std::string text = company("x", "cio", post("x", "y") + post("y", "ceo"), "", gone);
    CAPTURE(gone);
    for (const char* check : {"not-peers", "no-arbiter", "no-working-link"}) {
      CHECK(found(text, check) == 0);
    }
    // Of the one who is there, the way to the head still counts.
    CHECK(found(text, "no-access-to-head") == 1);
  }
  SECTION("and where one person is both") {
    const auto j = Company{.cio = "holder = \"A\"", .cto = "holder = \"A\""}.judged();
    CHECK(checks_of(j) == Checks{"role-combined"});
  }
  SECTION("but an interim one or a deputy is there") {
    CHECK(found(company("ceo", "cio", "", "", "state = \"interim\""), "not-peers") == 1);
    CHECK(found(company("ceo", "cio", "", "until = 2026-01-01\ndeputy = \"Sam\""), "not-peers") ==
          1);
  }
}

TEST_CASE("somebody above both") {
  const std::string deep = post("a", "ceo") + post("b", "a") + post("c", "ceo") + post("d", "c");
  CHECK(found(company("ceo", "ceo"), "no-arbiter") == 0);
  SECTION("the distance is counted from the nearer") {
    CHECK(found(company("a", "d", deep), "no-arbiter") == 0);
    const auto j = judge_text(company("b", "d", deep));
    REQUIRE(count_of(j, "no-arbiter") == 1);
    CHECK(says(first_of(j, "no-arbiter"), "`ceo`, 3 levels above the nearer"));
    CHECK(says(first_of(j, "no-arbiter"), "path: cio -> b -> a -> ceo <- c <- d <- cto"));
    CHECK(count_of(judge_text(company("b", "d", deep), Limits{.max_arbiter_distance = 3}),
                   "no-arbiter") == 0);
    CHECK(count_of(judge_text(company("ceo", "ceo"), Limits{.max_arbiter_distance = 0}),
                   "no-arbiter") == 1);
    CHECK(found(partial(company("b", "d", deep)), "no-arbiter") == 1);
  }
  SECTION("a boss on a dotted line is a boss") {
    CHECK(found(company("b", "d", deep, "dotted_to = \"c\""), "no-arbiter") == 0);
    // But not the other of the two.
    CHECK(found(company("b", "d", deep, "dotted_to = \"cto\""), "no-arbiter") == 1);
  }
  SECTION("none at all") {
    const auto j = judge_text(company("ceo", "x", post("x", "")));
    CHECK(count_of(j, "no-arbiter") == 1);
    CHECK(says(first_of(j, "no-arbiter"), "no boss in common"));
    CHECK(found(partial(company("ceo", "x", post("x", ""))), "no-arbiter") == 0);
  }
  SECTION("a line to a board counts as a line to the head") {
    CHECK(found(company("board", "ceo", body), "no-arbiter") == 0);
    CHECK(found(company("board", "council", body + "[[body]]\nid = \"council\"\n"), "no-arbiter") ==
          0);
  }
  SECTION("one below the other, or a circle, is told elsewhere") {
    CHECK(found(company("cto", "x", post("x", "")), "no-arbiter") == 0);
    CHECK(found(company("x", "ceo", post("x", "y") + post("y", "x")), "no-arbiter") == 0);
  }
}

TEST_CASE("working together") {
  const auto links = [](std::string_view more, std::string cto = "",
                        std::string more_company = "") {
    return count_of(Company{.company = std::move(more_company),
                            .cto = "holder = \"Ada Okafor\"\n" + std::move(cto)}
                        .judged(more),
                    "no-working-link");
  };
  CHECK(links("") == 1);
  CHECK(links("[[link]]\nbetween = [\"cio\", \"cto\"]\n") == 0);
  CHECK(links("[[link]]\nbetween = [\"ceo\", \"cio\", \"cto\"]\n") == 0);
  CHECK(links("[[link]]\nbetween = [\"ceo\", \"cto\"]\n") == 1);
  SECTION("a common body, by seats or by a link") {
    CHECK(links("[[body]]\nid = \"b\"\nchair = \"cio\"\nmembers = [\"cto\"]\n") == 0);
    CHECK(links("[[body]]\nid = \"b\"\nmembers = [\"cto\", \"ceo\"]\n") == 1);
    CHECK(links("[[body]]\nid = \"b\"\nmembers = [\"cto\"]\n[[link]]\nbetween = [\"b\", "
                "\"cio\"]\n") == 0);
  }
  SECTION("a dotted line") { CHECK(links("", "dotted_to = \"cio\"") == 0); }
  SECTION("a shared or joint duty in which both have a part") {
    CHECK(links("", "consulted = [\"data-and-decisions\"]") == 0);
    CHECK(links("", "responsible = [\"networks\"]") == 1);
    CHECK(links("[duties.networks]\njoint = \"so\"\n", "responsible = [\"networks\"]") == 0);
    CHECK(links(post("x", "cto", "responsible = [\"security-and-risk\"]")) == 0);
    CHECK(links("", "informed = [\"data-and-decisions\"]") == 1);
  }
  SECTION("absence is not seen in a part of a company, nor before duties are assigned") {
    CHECK(links("", "", "complete = false\n") == 0);
    CHECK(checks_of(judge_text(post("ceo", "") + post("cio", "ceo", "role = \"CIO\"") +
                               post("cto", "ceo", "role = \"CTO\""))) ==
          Checks{"duties-unassigned"});
  }
}

TEST_CASE("federated companies are judged by those for all of it") {
  const std::string region = "scope = \"EU\"\n";
  const std::string cio_eu = post("cio-eu", "eu", "role = \"CIO\"\n" + region);
  const std::string eu = post("eu", "x") + post("x", "ceo");
  CHECK(checks_of(judge_text(company("ceo", "ceo", eu + cio_eu))) == Checks{});
  CHECK(checks_of(judge_text(company(
            "ceo", "ceo", eu + post("cto-eu", "cio-eu", "role = \"CTO\"\n" + region) + cio_eu))) ==
        Checks{});
  // Where all have a scope there is no pair, whoever stands below whom.
  const auto j = judge_text(company("ceo", "cio", "", region));
  for (const char* check : {"not-peers", "no-arbiter", "no-working-link"}) {
    CHECK(count_of(j, check) == 0);
  }
}

TEST_CASE("access to the head") {
  const std::string cfo = post("cfo", "ceo");
  const auto access = [&](std::string_view cio, std::string_view more = {}) {
    return found(company("cfo", "ceo", cfo + std::string(more), cio), "no-access-to-head");
  };
  CHECK(access("") == 1);
  CHECK(found(company("ceo", "ceo"), "no-access-to-head") == 0);
  CHECK(says(first_of(judge_text(company("cfo", "ceo", cfo)), "no-access-to-head"),
             "path: cio -> cfo -> ceo"));
  SECTION("a dotted line, to the head or to its board") {
    CHECK(access("dotted_to = \"ceo\"") == 0);
    CHECK(access("dotted_to = \"cto\"") == 1);
    CHECK(access("dotted_to = \"b\"", "[[body]]\nid = \"b\"\nmembers = [\"ceo\"]\n") == 0);
    CHECK(access("dotted_to = \"b\"", "[[body]]\nid = \"b\"\n" + post("auditor", "b")) == 0);
    CHECK(access("dotted_to = \"b\"", "[[body]]\nid = \"b\"\nmembers = [\"cfo\"]\n") == 1);
  }
  SECTION("a link with the head, or a seat beside it") {
    CHECK(access("", "[[link]]\nbetween = [\"ceo\", \"cio\"]\n") == 0);
    CHECK(access("", "[[body]]\nid = \"b\"\nchair = \"ceo\"\nmembers = [\"cio\"]\n") == 0);
    CHECK(access("", "[[body]]\nid = \"b\"\nchair = \"cfo\"\nmembers = [\"cio\"]\n") == 1);
  }
  SECTION("below a board there are heads, too") {
    CHECK(found(company("board", "ceo", body), "no-access-to-head") == 0);
    const std::string vorstand = "[company]\nas_of = 2026-06-01\n" +
                                 post("ceo", "board", "role = \"CEO\"") + post("cfo", "board") +
                                 post("cio", "cfo", "role = \"CIO\"") + body;
    CHECK(found(vorstand, "no-access-to-head") == 1);
  }
  SECTION("a chief executive below a chair, or as the one report of the top, is the head") {
    const auto below = [](std::string_view top, std::string_view more = {}) {
      return found(std::string(top) + post("ceo", "top", "role = \"CEO\"") +
                       post("cio", "ceo", "role = \"CIO\"") + std::string(more),
                   "no-access-to-head");
    };
    const std::string aide = post("aide", "top", "assistant = true");
    const std::string old = post("old", "top", "state = \"eliminated\"");
    const std::string board = "[[body]]\nid = \"b\"\nchair = \"top\"\n";
    CHECK(below(post("top", "")) == 0);
    CHECK(below(post("top", ""), aide + old) == 0);
    CHECK(below(post("top", ""), post("x", "top")) == 1);
    CHECK(below(post("top", "", "title = \"Chairwoman\""), post("x", "top")) == 0);
    CHECK(below(post("top", "", "title = \"Minister\""), post("x", "top")) == 0);
    CHECK(below(post("top", ""), post("x", "top") + board) == 0);
    CHECK(below(post("top", "", "title = \"Adviser to the Chair\""), post("x", "top")) == 1);
  }
  SECTION("a chief executive of a unit is none") {
    const auto under = [&](std::string_view unit_boss, std::string_view top = "Rector") {
      return found(post("top", "", "title = \"" + std::string(top) + "\"") + post("a", "top") +
                       post("unit", unit_boss, "title = \"Chief Executive, Press\"") +
                       post("ceo", "top", "title = \"Chief Executive\"") + post("x", "ceo") +
                       post("y", "ceo") + post("z", "ceo") + post("cio", "unit", "role = \"CIO\""),
                   "no-access-to-head");
    };
    CHECK(under("a") == 1);
    CHECK(under("top") == 1);
    CHECK(under("top", "Chairman") == 1);
    CHECK(under("ceo", "Chairman") == 1);
  }
  SECTION("two chief executives with one title lead together") {
    const std::string co = "title = \"Co-Chief Executive\"";
    CHECK(found(post("top", "", "title = \"Chair\"") + post("a", "top", co) + post("b", "top", co) +
                    post("x", "a") + post("cio", "b", "role = \"CIO\""),
                "no-access-to-head") == 0);
  }
  SECTION("absence is not seen in a part of a company, nor of a line that is not known") {
    CHECK(found(partial(company("cfo", "ceo", cfo)), "no-access-to-head") == 0);
    CHECK(found(company("cfo", "ceo", post("cfo", "gone")), "no-access-to-head") == 0);
  }
}

TEST_CASE("a direct line to the chief is none past the chief, even where the chief is the head") {
  const auto j =
      judge_text(post("cio", "", "role = \"CIO\"") + post("ciso", "cio", "role = \"CISO\""));
  REQUIRE(count_of(j, "independence") == 1);
  CHECK(first_of(j, "independence").severity == Severity::warning);
}

TEST_CASE("independence") {
  const auto watch = [](std::string_view more) { return judge_text(company("ceo", "ceo", more)); };
  const auto j = watch(post("a", "cio") + post("ciso", "a", "role = \"CISO\""));
  CHECK(subjects_of(j, "independence") == Checks{"position:ciso position:cio"});
  CHECK(first_of(j, "independence").severity == Severity::warning);
  CHECK(says(first_of(j, "independence"), "path: ciso -> a -> cio"));
  CHECK(checks_of(watch(post("dpo", "cto", "role = \"CPRO\""))) == Checks{"independence"});
  CHECK(checks_of(watch(post("audit", "cio", "role = \"CAE\""))) == Checks{"independence"});
  CHECK(checks_of(watch(post("ciso", "ceo", "role = \"CISO\""))) == Checks{});
  SECTION("who watches without being the chief does so, too") {
    const auto titled = [&](std::string_view title) {
      return count_of(watch(post("a", "cio", "title = \"" + std::string(title) + "\"")),
                      "independence");
    };
    for (const char* title :
         {"IT Audit Manager", "Head of Audit", "Audit Director", "Head of Data Protection",
          "Group Privacy Officer", "Information Security Officer"}) {
      INFO(title);
      CHECK(titled(title) == 1);
    }
    CHECK(titled("Head of Information Security") == 0);
    CHECK(titled("Audit Liaison") == 0);
    CHECK(count_of(watch(post("a", "cio", "title = \"IT Audit Manager\"\nrole = \"none\"")),
                   "independence") == 0);
    CHECK(count_of(watch(post("dpo", "cto", "role = \"DPO\"")), "independence") == 1);
  }
  SECTION("a direct line to the head makes it milder") {
    const auto mild = watch(post("ciso", "cio", "role = \"CISO\"\ndotted_to = \"ceo\""));
    CHECK(first_of(mild, "independence").severity == Severity::note);
    const auto not_head = watch(post("ciso", "cio", "role = \"CISO\"\ndotted_to = \"cto\""));
    CHECK(first_of(not_head, "independence").severity == Severity::warning);
  }
  SECTION("but not for those below, who have none") {
    const auto below = watch(post("ciso", "cio", "role = \"CISO\"\ndotted_to = \"ceo\"") +
                             post("dpo", "ciso", "role = \"CPRO\""));
    CHECK(subjects_of(below, "independence") ==
          Checks{"position:ciso position:cio", "position:dpo position:cio"});
    const auto told_above =
        watch(post("ciso", "cio", "role = \"CISO\"") + post("dpo", "ciso", "role = \"CPRO\""));
    CHECK(count_of(told_above, "independence") == 1);
  }
  SECTION("dotted lines are none of the lines that it is about") {
    CHECK(checks_of(watch(post("ciso", "ceo", "role = \"CISO\"\ndotted_to = \"cio\""))) ==
          Checks{});
  }
  SECTION("security without a CISO is normal, and so is a team of it") {
    CHECK(checks_of(watch(post("s", "cio") +
                          "[[team]]\nid = \"t\"\nkind = \"security\"\nlead = \"s\"\n")) ==
          Checks{});
  }
  SECTION("teams of auditors and of privacy") {
    for (const char* kind : {"audit", "privacy"}) {
      const std::string team =
          "[[team]]\nid = \"t\"\nkind = \"" + std::string(kind) + "\"\nlead = ";
      CHECK(subjects_of(watch(post("s", "cio") + team + "\"s\"\n"), "independence") ==
            Checks{"team:t position:cio"});
      CHECK(checks_of(watch(team + "\"ceo\"\n")) == Checks{});
    }
    // A lead who watches is told once.
    CHECK(count_of(watch(post("dpo", "cio", "role = \"CPRO\"") +
                         "[[team]]\nid = \"t\"\nkind = \"privacy\"\nlead = \"dpo\"\n"),
                   "independence") == 1);
  }
  SECTION("of watchers below each other the topmost is told") {
    const auto two = watch(post("ciso", "cio", "role = \"CISO\"") +
                           post("ciso-eu", "ciso", "role = \"CISO\"\nscope = \"EU\""));
    CHECK(subjects_of(two, "independence") == Checks{"position:ciso position:cio"});
  }
  SECTION("who is both cannot watch") {
    const auto both = judge_text(
        Company{}.text(post("dpo", "x", "role = [\"CPRO\", \"CIO\"]") + post("x", "ceo")));
    CHECK(
        says(first_of(both, "independence"), "`dpo` watches over privacy, and is the CIO as well"));
  }
  SECTION("planned watchers are none yet") {
    CHECK(count_of(watch(post("ciso", "cio", "role = \"CISO\"\nstate = \"planned\"", "-")),
                   "independence") == 0);
  }
}

TEST_CASE("outsourced holders") {
  const auto outsourced = [](std::string_view boss, std::string_view more = {},
                             std::string_view others = {}) {
    return judge_text(company(
        "ceo", "ceo",
        post("s", boss, "state = \"outsourced\"\n" + std::string(more)) + std::string(others)));
  };
  const std::string check = "outsourced-without-overseer";
  CHECK(count_of(outsourced("cio"), check) == 0);
  CHECK(count_of(outsourced("board", "", body), check) == 0);
  SECTION("a boss who is not there, or from outside as well") {
    CHECK(count_of(outsourced("x", "", post("x", "cio", "", "-")), check) == 1);
    CHECK(count_of(outsourced("x", "", post("x", "cio", "state = \"outsourced\"")), check) == 1);
    CHECK(count_of(outsourced("x", "", post("x", "cio", "deputy = \"Sam\"", "-")), check) == 0);
    CHECK(count_of(outsourced(""), check) == 1);
  }
  SECTION("an overseer is in-house and there") {
    const std::string x = post("x", "cio", "", "-");
    CHECK(count_of(outsourced("x", "overseer = \"cio\"", x), check) == 0);
    CHECK(count_of(outsourced("x", "overseer = \"x\"", x), check) == 1);
    CHECK(count_of(outsourced("x", "overseer = \"s\"", x), check) == 1);
    CHECK(count_of(outsourced("x", "overseer = \"gone\"", x), check) == 0);
    // The boss does it anyway.
    CHECK(count_of(outsourced("cio", "overseer = \"x\"", x), check) == 0);
  }
  SECTION("what a part of a company leaves out is not missing") {
    CHECK(found(partial(company("ceo", "ceo", post("s", "", "state = \"outsourced\""))), check) ==
          0);
    const std::string below = post("x", "", "", "-") + post("s", "x", "state = \"outsourced\"");
    CHECK(found(partial(company("ceo", "ceo", below)), check) == 0);
  }
}

TEST_CASE("links into the business") {
  const std::string units =
      post("cfo", "ceo", "role = \"CFO\"") + post("cmo", "ceo", "title = \"Head of Marketing\"");
  const auto linked = [&](std::string_view more, std::string_view cio = {}) {
    return subjects_of(judge_text(company("ceo", "ceo", units + std::string(more), cio)),
                       "no-business-link");
  };
  CHECK(linked("") == Checks{"position:cio", "position:cto"});
  CHECK(linked("[[link]]\nbetween = [\"cio\", \"cmo\"]\n") == Checks{"position:cto"});
  CHECK(linked("[[body]]\nid = \"b\"\nmembers = [\"cio\", \"cfo\", \"cto\"]\n") == Checks{});
  CHECK(linked("", "dotted_to = \"cfo\"") == Checks{"position:cto"});
  CHECK(linked(post("x", "cmo", "consulted = [\"customer-needs\"]\ntitle = \"Fairs\"")) ==
        Checks{"position:cio"});
  CHECK(linked(post("partner", "cio", "responsible = [\"business-relationships\"]")) ==
        Checks{"position:cto"});
  CHECK(linked(post("x", "cio", "dotted_to = \"cmo\"")) == Checks{"position:cto"});
  SECTION("a post that a deputy keeps is called vacant") {
    const auto j = judge_text(company("ceo", "ceo", units, "until = 2026-01-01\ndeputy = \"Sam\""));
    REQUIRE(told_of(j, "no-business-link").size() == 1);
    CHECK(says(told_of(j, "no-business-link")[0],
               "nothing links the vacant post of the CIO, `cio`, and the CTO, `cto`, to the"));
    CHECK(says(first_of(j, "no-business-link"), "`cio` (deputy Sam)"));
  }
  SECTION("who assists somebody is no business unit") {
    for (const std::string_view title :
         {"Executive Assistant to the CEO", "Chief of Staff", "Personal Assistant", "Secretary",
          "Office Manager"}) {
      CAPTURE(title);
      const std::string_view one = "title = \"Head of Marketing\"";
      CHECK(checks_of(judge_text(company(
                "ceo", "ceo",
                post("cmo", "ceo", one) +
                    post("pa", "ceo", "title = \"" + std::string(title) + "\"")))) == Checks{});
    }
    CHECK(linked(post("a", "ceo", "title = \"Company Secretary\"")) ==
          Checks{"position:cio", "position:cto"});
  }
  SECTION("an officer below a business post has the link") {
    CHECK(subjects_of(judge_text(company("cfo", "ceo", units)), "no-business-link") ==
          Checks{"position:cto"});
  }
  SECTION("the head and other technology posts are no business units, nor is one post alone") {
    CHECK(checks_of(judge_text(company("ceo", "ceo", post("cfo", "ceo", "role = \"CFO\"")))) ==
          Checks{});
    CHECK(checks_of(judge_text(company("ceo", "ceo",
                                       post("ciso", "ceo", "role = \"CISO\"") +
                                           post("soc", "ciso", "title = \"Shift Lead\"") +
                                           post("d", "ceo", "title = \"Director of Data\"")))) ==
          Checks{});
  }
  SECTION("silent in a part of a company, and for who is not there") {
    CHECK(found(partial(company("ceo", "ceo", units)), "no-business-link") == 0);
    CHECK(linked("", "until = 2026-01-01") == Checks{"position:cto"});
  }
}

TEST_CASE("outcomes") {
  const auto outcomes = [](std::string_view cio, std::string_view cto, std::string_view more = {}) {
    const auto line = [](std::string_view list) {
      return list.empty() ? std::string() : "\noutcomes = [" + std::string(list) + "]";
    };
    return judge_text(company("ceo", "ceo", more, line(cio), line(cto)));
  };
  CHECK(checks_of(outcomes("", "")) == Checks{});
  CHECK(checks_of(outcomes(R"("bottom-line")", R"("Top Line")")) == Checks{});
  SECTION("unowned, where any are named") {
    CHECK(subjects_of(outcomes(R"("bottom-line")", ""), "outcome-unowned") ==
          Checks{"reference:top-line position:cto"});
    CHECK(count_of(outcomes("", R"("uptime")"), "outcome-unowned") == 2);
    CHECK(checks_of(outcomes(R"("bottom-line")", "",
                             post("x", "ceo", "outcomes = \"top-line\""))) == Checks{});
    const auto paper =
        outcomes(R"("bottom-line")", "", post("x", "ceo", "outcomes = \"top-line\"", "-"));
    CHECK(says(first_of(paper, "outcome-unowned"), "on paper only"));
  }
  SECTION("misplaced, where the other role's line has it alone") {
    const auto j = outcomes(R"("top-line")", R"("bottom-line")");
    CHECK(checks_of(j) == Checks{"outcome-misplaced"});
    CHECK(count_of(j, "outcome-misplaced") == 2);
    CHECK(checks_of(outcomes(R"("bottom-line", "top-line")", R"("top-line")")) == Checks{});
    CHECK(count_of(outcomes(R"("bottom-line")", "", post("x", "cio", "outcomes = \"top-line\"")),
                   "outcome-misplaced") == 1);
  }
  SECTION("a role that is not there is told elsewhere") {
    const auto j = judge_text(company(
        "ceo", "ceo", "", "outcomes = [\"bottom-line\", \"top-line\"]", "until = 2026-01-01"));
    CHECK(count_of(j, "outcome-misplaced") == 0);
    CHECK(count_of(j, "outcome-unowned") == 0);
  }
}

TEST_CASE("teams in the wrong line") {
  const auto team = [](std::string_view kind, std::string_view lead, std::string_view more = {}) {
    return company("ceo", "ceo",
                   std::string(more) + "[[team]]\nid = \"t\"\nkind = \"" + std::string(kind) +
                       "\"\nlead = \"" + std::string(lead) + "\"\n");
  };
  const std::string check = "team-misplaced";
  for (const char* kind : {"it-operations", "service-desk", "infrastructure", "applications"}) {
    CAPTURE(kind);
    CHECK(found(team(kind, "cto"), check) == 1);
    CHECK(found(team(kind, "cio"), check) == 0);
    CHECK(found(team(kind, "ceo"), check) == 0);
  }
  for (const char* kind : {"engineering", "research", "product"}) {
    CAPTURE(kind);
    CHECK(found(team(kind, "cio"), check) == 1);
    CHECK(found(team(kind, "cto"), check) == 0);
  }
  for (const char* kind : {"data", "security", "audit", "privacy", "other"}) {
    CAPTURE(kind);
    CHECK(found(team(kind, "cio"), check) + found(team(kind, "cto"), check) == 0);
  }
  SECTION("a stand-in, where nobody fills the owner's role") {
    CHECK(
        count_of(Company{.cio = ""}.judged("[[team]]\nid = \"t\"\nkind = \"service-desk\"\nlead = "
                                           "\"cto\"\n"),
                 check) == 0);
  }
  SECTION("a combined role has no line") {
    CHECK(found(team("service-desk", "x", post("x", "ceo", "role = [\"CIO\", \"CTO\"]")), check) ==
          0);
  }
  SECTION("in the line of a role that may hold such duties") {
    CHECK(found(team("engineering", "vpe", post("vpe", "cio", "role = \"VPE\"")), check) == 0);
    CHECK(found(team("engineering", "x", post("vpe", "cio", "role = \"VPE\"") + post("x", "vpe")),
                check) == 0);
    CHECK(found(team("service-desk", "vpe", post("vpe", "cto", "role = \"VPE\"")), check) == 1);
    CHECK(
        found(team("service-desk", "cto", "[[duty]]\nid = \"service-desk\"\nmay_hold = \"CTO\"\n"),
              check) == 0);
  }
  SECTION("of what either role may do, the one whose line names it has the team") {
    CHECK(
        found(team("engineering", "x", post("x", "cio", "accountable = \"software-development\"")),
              check) == 0);
    CHECK(found(team("infrastructure", "x",
                     post("x", "cto", "accountable = \"technical-operations\"")),
                check) == 0);
    CHECK(found(team("it-operations", "x",
                     post("x", "cto", "accountable = \"technical-operations\"")),
                check) == 1);
  }
  SECTION("a line that names it keeps it while nobody is in the post") {
    CHECK(found(team("infrastructure", "x",
                     post("h", "cto", "accountable = \"technical-operations\"", "-") +
                         post("x", "cto")),
                check) == 0);
  }
  SECTION("several in one line are told together") {
    const auto j = judge_text(team("service-desk", "cto") +
                              "[[team]]\nid = \"u\"\nkind = \"it-operations\"\nparent = \"t\"\n");
    CHECK(subjects_of(j, check) == Checks{"team:t position:cto", "team:u position:cto"});
    CHECK(told_of(j, check).size() == 1);
  }
}
