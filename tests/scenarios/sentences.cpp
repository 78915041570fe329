// Sentences of the language's semantics that no other test says: one TEST_CASE or SECTION each,
// named by the sentence. (Those about verdicts alone stand in tests/model/verdict.cpp, those about
// single checks in tests/rules/semantics_*.cpp.)

#include "tests/scenarios/sentences.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace rolecall;
using namespace rolecall::test;

namespace {

using Checks = std::vector<std::string>;

}  // namespace

TEST_CASE("words") {
  SECTION("a list may be written as one string") {
    const auto list = Company{.cto_accountable = R"(["@CTO"])"}.judged();
    const auto string = Company{.cto_accountable = R"("@CTO")"}.judged();
    CHECK(checks_of(string) == checks_of(list));
    CHECK(verdict(string, "technology-vision") == "covered");
  }
  SECTION("holder is the id of a person, else a name; equal names are one person") {
    const std::string ada = "[[person]]\nid = \"ada\"\nname = \"Ada Okafor\"\n";
    const auto judged = [&](const char* cio, const char* cto) {
      return count_of(Company{.cio = std::string("holder = \"") + cio + "\"",
                              .cto = std::string("holder = \"") + cto + "\""}
                          .judged(ada),
                      "role-combined");
    };
    CHECK(judged("ada", "ada") == 1);
    CHECK(judged("Lena Hoff", "Lena Hoff") == 1);
    CHECK(judged("ada", "Ada Okafor") == 1);
    CHECK(judged("ada", "Lena Hoff") == 0);
  }
  SECTION("ready_for names roles or positions, overseer a position") {
    const auto j = Company{.cio = "holder = \"x\"\noverseer = \"ceo\""}.judged(
        "[[person]]\nid = \"x\"\nname = \"X\"\nready_for = [\"CEO\", \"cio\"]\n");
    CHECK(count_of(j, "unknown-reference") == 0);
    CHECK(subjects_of(Company{.cio = "holder = \"x\"\noverseer = \"CEO\""}.judged(
                          "[[person]]\nid = \"x\"\nname = \"X\"\nready_for = [\"cito\"]\n"),
                      "unknown-reference")
              .size() == 2);
  }
  SECTION("a position's scope is that of its role and of all its entries, bundles too") {
    const auto j =
        judge_text("[company]\nas_of = 2026-06-01\nscopes = [\"A\", \"B\"]\n" + post("ceo", "") +
                   post("a", "ceo", "role = \"CIO\"\nscope = \"A\"\naccountable = [\"@CIO\"]") +
                   post("b", "ceo",
                        "role = \"CIO\"\naccountable = [{ duty = \"@CIO\", scope = \"B\" }]\n"
                        "scope = \"B\""));
    CHECK(verdict(j, "networks") == "split");
    CHECK(verdict(j, "it-strategy") == "split");
    CHECK(count_of(j, "role-doubled") == 0);
  }
  SECTION("an entry's own scope goes before the position's") {
    const auto j = judge_text("[company]\nas_of = 2026-06-01\nscopes = [\"A\", \"B\"]\n" +
                              post("a", "",
                                   "scope = \"A\"\naccountable = [\"networks\", { duty = "
                                   "\"it-assets\", scope = [\"A\", \"B\"] }]"));
    CHECK(verdict(j, "networks") == "partly covered");
    CHECK(verdict(j, "it-assets") == "covered");
  }
  SECTION("owner is any role that the data know; may_hold adds roles to a duty") {
    const std::string duty =
        "[[duty]]\nid = \"x\"\nowner = \"CFO\"\n"
        "[[duty]]\nid = \"y\"\nowner = \"CIO\"\nfocus = \"inward\"\nmay_hold = [\"CTO\"]\n"
        "[[duty]]\nid = \"z\"\nowner = \"CIO\"\nfocus = \"inward\"\n";
    const auto j = Company{.cto_accountable = R"(["@CTO", "y", "z"])"}.judged(duty);
    CHECK(subjects_of(j, "duty-misplaced") == Checks{"duty:z position:cto role:CTO"});
    CHECK(verdict(j, "x") == "missing");
  }
  SECTION("bundles include the company's own duties, and any can be taken off") {
    const std::string own =
        "[[duty]]\nid = \"s\"\nowner = \"shared\"\narea = \"mine\"\n"
        "[[duty]]\nid = \"c\"\nowner = \"contested\"\n"
        "[[duty]]\nid = \"f\"\nowner = \"CFO\"\narea = \"mine\"\n"
        "[[duty]]\nid = \"g\"\nowner = \"CFO\"\n";
    const auto j =
        Company{}.judged(own + post("cfo", "ceo", R"(accountable = ["@CFO", "!@CFO/mine"])"));
    CHECK(verdict(j, "s") == "covered");
    CHECK(verdict(j, "c") == "covered");
    CHECK(verdict(j, "g") == "covered");
    CHECK(verdict(j, "f") == "missing");
  }
  SECTION("a line to a board counts as a line to the head") {
    const std::string board = "[[body]]\nid = \"board\"\nmembers = \"ceo\"\n";
    const std::string cfo = post("cfo", "ceo", "role = \"CFO\"");
    const auto access = [&](const std::string& line) {
      return count_of(judge_text(chiefs("holder = \"L\"\n" + line, cto_there, board + cfo)),
                      "no-access-to-head");
    };
    CHECK(access(R"(reports_to = "cfo")") == 1);
    CHECK(access("reports_to = \"cfo\"\ndotted_to = \"board\"") == 0);
    CHECK(access("reports_to = \"cfo\"\ndotted_to = \"ceo\"") == 0);
    CHECK(access(R"(reports_to = "board")") == 0);
    CHECK(access(R"(reports_to = "ceo")") == 0);
  }
}

TEST_CASE("an exact entry in [duties] outranks a bundle too") {
  const auto j = Company{}.judged(post("coo", "ceo", "role = \"COO\"") +
                                  "[duties.networks]\naccountable = \"coo\"\n");
  CHECK(verdict(j, "networks") == "covered");
  CHECK(count_of(j, "duty-overlap") == 0);
}

TEST_CASE("the verdict is the first that applies, and what else is true stands among the reasons") {
  const std::string head = post("ceo", "");
  const std::string scopes = "[company]\nas_of = 2026-06-01\nscopes = [\"A\", \"B\"]\n";
  const std::string no_scopes = "[company]\nas_of = 2026-06-01\n";
  const auto holds = [](std::string_view more = {}) {
    return "accountable = [\"networks\"]\n" + std::string(more);
  };
  SECTION("unowned on purpose before all others") {
    const auto j = judge_text(no_scopes + head + post("a", "ceo", holds(), "-") +
                              "[duties.networks]\nunowned = \"so\"\n");
    CHECK(verdict(j, "networks") == "unowned on purpose");
  }
  SECTION("on paper before partly covered") {
    const auto j = judge_text(scopes + head + post("a", "ceo", holds("scope = \"A\""), "-"));
    CHECK(verdict(j, "networks") == "on paper only");
  }
  SECTION("partly covered before overlapping") {
    const auto j = judge_text(scopes + head + post("a", "ceo", holds("scope = \"A\"")) +
                              post("b", "ceo", holds("scope = \"A\"")));
    CHECK(verdict(j, "networks") == "partly covered");
    CHECK_FALSE(verdict_of(j, "networks").reasons.empty());
  }
  SECTION("overlapping before misplaced and provisional") {
    const auto j =
        Company{.cio_accountable = R"(["@CIO", "!networks", "@shared", "@contested"])"}.judged(
            post("a", "cto", holds()) + post("b", "cto", holds("state = \"acting\"")));
    CHECK(verdict(j, "networks") == "overlapping");
  }
  SECTION("contested before provisional") {
    const auto j = judge_text(no_scopes + head +
                              post("a", "ceo",
                                   "state = \"acting\"\naccountable = "
                                   "[\"data-analysis\"]") +
                              post("b", "ceo",
                                   "state = \"acting\"\naccountable = "
                                   "[\"data-analysis\"]"));
    CHECK(verdict(j, "data-analysis") == "contested");
  }
  SECTION("misplaced before provisional") {
    const auto j = Company{.cto_accountable = R"(["@CTO", "networks"])",
                           .cto = "holder = \"A\"\nstate = \"interim\"\nconsulted = [\"@shared\"]"}
                       .judged();
    CHECK(verdict(j, "networks") == "misplaced");
    CHECK(gives_reason(j, "networks", "interim"));
  }
  SECTION("provisional before joint") {
    const auto judged = [&](std::string_view a, std::string_view b) {
      return verdict(judge_text(no_scopes + head + post("a", "ceo", holds(a)) +
                                post("b", "ceo", holds(b)) + "[duties.networks]\njoint = \"so\"\n"),
                     "networks");
    };
    CHECK(judged("state = \"acting\"", "state = \"interim\"") == "provisional");
    // One who is there for good is enough.
    CHECK(judged("state = \"acting\"", "") == "joint");
  }
  SECTION("split before delegated") {
    const auto j = judge_text(scopes + head + post("a", "ceo", holds("scope = \"A\"")) +
                              post("b", "ceo", holds("scope = \"B\"")) +
                              post("x", "a", "scope = \"A\"\nresponsible = [\"networks\"]"));
    CHECK(verdict(j, "networks") == "split");
  }
}

TEST_CASE("who is below a person's other post is in that person's line") {
  const auto doer = [](const char* holder) {
    return count_of(
        Company{.cio_accountable = R"(["@CIO", "!networks", "@shared", "@contested"])"}.judged(
            post("net", "ceo", R"(accountable = ["networks"])", "Zoe") +
            post("lab", "ceo", "", holder) + post("x", "lab", R"(responsible = ["networks"])")),
        "doer-out-of-line");
  };
  CHECK(doer("Zoe") == 0);
  CHECK(doer("Tim") == 1);
  // So is who is below a post in which the person stands in.
  const auto stands_in = Company{.cto = "deputy = \"cio\""}.judged(
      post("x", "cto", R"(responsible = ["software-development"])"));
  CHECK(count_of(stands_in, "doer-out-of-line") == 0);
}

TEST_CASE("who may stand below a holder is not out of line") {
  const std::string does = R"(responsible = ["networks"])";
  // The boss is not in the description.
  CHECK(alarms_of(Company{}.judged(post("x", "nobody", does))) == Checks{"unknown-reference"});
  CHECK(count_of(Company{}.judged(post("x", "", does)), "doer-out-of-line") == 1);
  // The line breaks off in a part of a company; a line that is drawn is taken at its word.
  const Company part{.company = "complete = false\n"};
  CHECK(count_of(part.judged(post("x", "", does)), "doer-out-of-line") == 0);
  CHECK(count_of(part.judged(post("x", "cto", does)), "doer-out-of-line") == 1);
}

TEST_CASE("a dotted line to the holder, or into the line, directs a doer as well") {
  const auto doer = [](std::string_view line, std::string_view more = {}) {
    return Company{}.judged(
        post("below", "cio") + post("elsewhere", "ceo") +
        post("x", "cto", "responsible = [\"networks\"]\ndotted_to = [" + std::string(line) + "]",
             "X") +
        std::string(more));
  };
  CHECK(count_of(doer(R"("elsewhere")"), "doer-out-of-line") == 1);
  CHECK(gives_reason(doer(R"("elsewhere")"), "networks", "`x` (X) does it outside the line"));
  for (const std::string_view line : {R"("cio")", R"("below")", R"("elsewhere", "below")"}) {
    const auto j = doer(line);
    CHECK(count_of(j, "doer-out-of-line") == 0);
    CHECK(verdict(j, "networks") == "delegated");
    CHECK(gives_reason(j, "networks", "it is done by `x` (X)"));
  }
  // The line's direction counts: whom the doer directs does not direct the doer.
  const auto turned = Company{.cio = "holder = \"L\"\ndotted_to = \"x\""}.judged(
      post("x", "cto", R"(responsible = ["networks"])"));
  CHECK(count_of(turned, "doer-out-of-line") == 1);
  // So does the scope.
  const auto scoped = [](std::string_view line) {
    return Company{.company = "scopes = [\"A\", \"B\"]\n",
                   .cio_accountable = R"(["@CIO", "!networks", "@shared", "@contested"])"}
        .judged(post("a", "ceo", "scope = \"A\"\naccountable = \"networks\"") +
                post("b", "ceo", "scope = \"B\"\naccountable = \"networks\"") +
                post("x", "cto",
                     "scope = \"A\"\nresponsible = \"networks\"\ndotted_to = \"" +
                         std::string(line) + "\""));
  };
  CHECK(count_of(scoped("a"), "doer-out-of-line") == 0);
  CHECK(count_of(scoped("b"), "doer-out-of-line") == 1);
}

TEST_CASE("of a shared duty a third party may neither hold a part nor do it") {
  const auto j = Company{}.judged(post("coo", "ceo", "role = \"COO\"") +
                                  post("p", "coo", R"(responsible = ["security-and-risk"])"));
  CHECK(subjects_of(j, "doer-out-of-line").size() == 1);
}

TEST_CASE("a body's line is its members' lines") {
  const std::string body =
      post("coo", "ceo", "role = \"COO\"") +
      "[[body]]\nid = \"board\"\nmembers = [\"cio\", \"coo\"]\naccountable = [\"networks\"]\n";
  const std::string does = R"(responsible = ["networks"])";
  CHECK(count_of(Company{}.judged(body + post("x", "coo", does)), "doer-out-of-line") == 0);
  CHECK(count_of(Company{}.judged(body + post("x", "cio", does)), "doer-out-of-line") == 0);
  CHECK(count_of(Company{}.judged(body + post("x", "cto", does)), "doer-out-of-line") == 1);
}

TEST_CASE("only the roles that a company needs are vacant roles") {
  CHECK(count_of(Company{}.judged(post("x", "ceo", "role = \"CISO\"", "-")), "role-vacant") == 0);
}

TEST_CASE("in a description that is not complete, what is absent is silent or a note") {
  const auto j = judge_text(
      "[company]\nas_of = 2026-06-01\ncomplete = false\nscopes = [\"A\", \"B\"]\n" +
      post("cfo", "", "title = \"CFO\"") +
      post("cio", "cfo", "title = \"CIO\"\naccountable = [\"networks\"]\nscope = \"A\"") +
      post("cto", "", "title = \"CTO\"\naccountable = [\"@CTO\"]\nstate = \"outsourced\"") +
      post("ciso", "", "title = \"CISO\"\naccountable = [\"information-security\"]", "-") +
      post("x", "ciso") +
      "[[team]]\nid = \"t\"\nkind = \"engineering\"\naccountable = [\"it-assets\"]\n");
  CHECK(alarms_of(j) == Checks{});
  // What is there and wrong is said all the same.
  const auto two = judge_text("[company]\nas_of = 2026-06-01\ncomplete = false\n" +
                              post("a", "", R"(accountable = ["networks"])") +
                              post("b", "", R"(accountable = ["networks"])"));
  CHECK(alarms_of(two) == Checks{"duty-overlap"});
  // So are reporting lines that are drawn.
  const auto below =
      judge_text("[company]\nas_of = 2026-06-01\ncomplete = false\n" +
                 post("cio", "", "title = \"CIO\"") + post("cto", "cio", "title = \"CTO\""));
  CHECK(alarms_of(below) == Checks{"not-peers"});
}

TEST_CASE("structure") {
  SECTION("of duplicate ids the first counts") {
    const auto j = Company{}.judged(post("cto", "cio", R"(accountable = ["networks"])"));
    CHECK(alarms_of(j) == Checks{"duplicate-id"});
    CHECK(verdict(j, "networks") == "covered");
  }
  SECTION("an island with a head of its own is a second top, a line into a circle is detached") {
    CHECK(alarms_of(Company{}.judged(post("x", "") + post("y", "x"))) == Checks{"several-tops"});
    CHECK(alarms_of(Company{}.judged(post("x", "y") + post("y", "x") + post("z", "y"))) ==
          Checks{"detached", "reporting-cycle"});
  }
  SECTION("a dangling boss is an unknown reference and nothing else") {
    CHECK(alarms_of(Company{}.judged(post("x", "nobody") + post("y", "x"))) ==
          Checks{"unknown-reference"});
  }
  SECTION("40 duties are not too many, 41 are") {
    const auto with = [](std::string_view more) {
      return count_of(Company{.cio_accountable = "[\"@CIO\", \"@shared\", \"@contested\", " +
                                                 std::string(more) + "]",
                              .cto_accountable = "[]"}
                          .judged(),
                      "overloaded");
    };
    CHECK(with(R"("new-products", "customer-needs")") == 0);  // 38 of the catalogue
    CHECK(with(R"("new-products", "customer-needs", "technology-roadmap")") == 1);
  }
  SECTION("duties that the own role is asked for are never too many") {
    std::string own;
    for (int i = 0; i < 9; ++i) {
      own += "[[duty]]\nid = \"own-" + std::to_string(i) + "\"\nowner = \"CIO\"\n";
    }
    CHECK(count_of(Company{}.judged(own), "overloaded") == 0);
  }
}
