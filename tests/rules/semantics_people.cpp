// The sentences of docs/language.md about titles and people: what they are called, can do and could
// take over, and what hangs on one of them.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Checks = std::vector<std::string>;

TEST_CASE("titles that are unclear") {
  const auto titled = [](std::string_view title, std::string_view more = {}) {
    return "title = \"" + std::string(title) + "\"\n" + std::string(more);
  };
  const std::string check = "title-unclear";
  const auto beside = [&](std::string_view title, std::string_view more = {}) {
    return count_of(Company{}.judged(post("x", "cio", titled(title, more))), check);
  };
  SECTION("deputies beside the role itself are no question") {
    for (const char* title : {"Deputy CIO", "Head of the Office of the CTO", "CTO Advisor",
                              "Vice President", "Executive Vice President", "Assistant to the CEO",
                              "Deputy CFO", "Managing Director, IT"}) {
      CAPTURE(title);
      CHECK(beside(title) == 0);
    }
  }
  SECTION("where nobody has the role they are, told together") {
    CHECK(beside("Deputy CISO") == 1);
    const auto j = Company{.cio = ""}.judged(post("x", "ceo", titled("Deputy CIO")) +
                                             post("y", "x", titled("Office of the CIO")));
    CHECK(subjects_of(j, check) == Checks{"position:x role:CIO", "position:y role:CIO"});
    CHECK(told_of(j, check).size() == 1);
    CHECK(says(first_of(j, check), "`Deputy` stands against it"));
  }
  SECTION("ambiguous ones always, until the role is written") {
    CHECK(beside("CDO") == 1);
    CHECK(beside("CDO", "role = \"CDO\"") == 0);
    CHECK(beside("CDO", "role = \"none\"") == 0);
    CHECK(beside("Chief Data Officer (CDO)") == 0);
    CHECK(beside("CDO", "state = \"eliminated\"") == 0);
  }
}

TEST_CASE("successors") {
  const auto ready = [](std::string_view background, std::string_view ready_for,
                        std::string_view boss) {
    std::string text = Company{}.text(post("x", boss, "", "kim")) +
                       "[[person]]\nid = \"kim\"\nname = \"Kim\"\nready_for = [" +
                       std::string(ready_for) + "]\n";
    if (!background.empty()) text += "background = \"" + std::string(background) + "\"\n";
    return count_of(judge_text(text), "successor-crosses-path");
  };
  CHECK(ready("", R"("CIO")", "cto") == 1);
  CHECK(ready("", R"("cio")", "cto") == 1);
  CHECK(ready("", R"("CTO")", "cto") == 0);
  CHECK(ready("Software engineering", R"("CIO")", "ceo") == 1);
  CHECK(ready("IT operations", R"("CTO")", "ceo") == 1);
  CHECK(ready("IT operations", R"("CIO", "CTO")", "cio") == 1);
  SECTION("silent where it is unclear") {
    CHECK(ready("", R"("CIO")", "ceo") == 0);
    CHECK(ready("law", R"("CIO")", "cto") == 0);
    CHECK(ready("IT operations", R"("CIO")", "cto") == 0);
    CHECK(ready("IT operations", R"("CTO")", "cto") == 0);
    CHECK(ready("software, then IT service", R"("CIO")", "cto") == 0);
    CHECK(ready("Software engineering", R"("CISO")", "cto") == 0);
  }
}

TEST_CASE("skills") {
  const auto skilled = [](std::string_view skills, std::string_view state = {}) {
    return judge_text(Company{.cio = "holder = \"lena\"\n" + std::string(state)}.text(
        "[[person]]\nid = \"lena\"\nname = \"Lena\"\n" + std::string(skills)));
  };
  const std::string half =
      "\"Finance\", \"it operations\", \"technology-breadth\", \"team-management\", "
      "\"communication\", \"leadership\", \"plan-execution\"";
  const auto j = skilled("skills = [" + half + ", \"strategic-planning\"]\n");
  REQUIRE(count_of(j, "skill-gap") == 1);
  CHECK(subjects_of(j, "skill-gap") == Checks{"person:Lena position:cio role:CIO"});
  CHECK(says(first_of(j, "skill-gap"), "`business-acumen`"));
  CHECK_FALSE(says(first_of(j, "skill-gap"), "`finance`"));
  CHECK_FALSE(says(first_of(j, "skill-gap"), "`it-operations`"));
  // The message names a few, a note all of them.
  const std::string& message = first_of(j, "skill-gap").message;
  CHECK(std::ranges::count(message, '`') == 2 * 5);
  CHECK(message.ends_with(" more"));
  REQUIRE(first_of(j, "skill-gap").notes.size() == 1);
  CHECK(first_of(j, "skill-gap").notes[0].starts_with("all of them: `"));
  // A short list, or one in words of its own, says nothing of the rest.
  CHECK(count_of(skilled("skills = [" + half + "]\n"), "skill-gap") == 0);
  CHECK(count_of(skilled("skills = [\"law\", \"sailing\"]\n"), "skill-gap") == 0);
  CHECK(count_of(skilled(""), "skill-gap") == 0);
  CHECK(count_of(skilled("skills = []\n"), "skill-gap") == 0);
  CHECK(count_of(skilled("skills = [\"finance\"]\n", "until = 2026-01-01"), "skill-gap") == 0);
}

TEST_CASE("key persons") {
  const auto key = [](std::string cio, std::string company = "employees = 30\n",
                      std::string more = "") {
    return count_of(
        Company{.company = std::move(company), .cio_accountable = std::move(cio)}.judged(more),
        "key-person");
  };
  const std::string few =
      R"(["@CIO", "@shared", "@contested", "product-ownership", "new-products", "customer-needs"])";
  const std::string named =
      R"(["@CIO", "@shared", "@contested", "technology-strategy", "technology-vision",
          "technology-roadmap", "technology-landscape", "product-ownership", "product-improvement",
          "new-products", "customer-needs", "customer-solutions", "product-architecture"])";
  CHECK(key(R"(["@CIO", "@shared", "@contested"])") == 0);
  CHECK(key(named) == 1);
  SECTION("not where few work, or little is known") {
    CHECK(key(named, "employees = 5\n") == 0);
    CHECK(key(named, "") == 0);
    CHECK(key(named, "", post("a", "cio") + post("b", "cio") + post("c", "cio")) == 1);
    CHECK(key(named, "employees = 30\ncomplete = false\n") == 0);
  }
  SECTION("some duties of another role are a loan") { CHECK(key(few) == 0); }
  SECTION("a deputy stands in") {
    const auto deputised = [&](std::string_view deputy) {
      return count_of(Company{.company = "employees = 30\n",
                              .cio_accountable = named,
                              .cio = "holder = \"Lena\"\ndeputy = \"" + std::string(deputy) + "\""}
                          .judged(),
                      "key-person");
    };
    CHECK(deputised("Sam") == 0);
    CHECK(deputised("Lena") == 1);
  }
  SECTION("one person in two posts, where each alone would be normal") {
    CHECK(count_of(Company{.company = "employees = 30\n",
                           .cto = "holder = \"Lena Hoff\"\nconsulted = [\"@shared\"]"}
                       .judged(),
                   "key-person") == 1);
  }
}

namespace {

/// A part of a company with a CIO, whose post has these keys.
Judgement with_cio(std::string_view keys, std::string_view more = {}) {
  return judge_text(
      "[company]\nas_of = 2026-06-01\ncomplete = false\n"
      "[[position]]\nid = \"ceo\"\ntitle = \"CEO\"\nholder = \"Mina Park\"\n"
      "[[position]]\nid = \"cio\"\nreports_to = \"ceo\"\n"
      "accountable = [\"networks\"]\n" +
      std::string(keys) + "\n" + std::string(more));
}

std::string_view verdict_of(const Judgement& j, std::string_view duty) {
  for (const Verdict& verdict : j.coverage) {
    if ((*j.org)[verdict.duty].id == duty) return name(verdict.kind);
  }
  return {};
}

std::string_view networks(std::string_view keys, std::string_view more = {}) {
  static Judgement kept;
  kept = with_cio(keys, more);
  return verdict_of(kept, "networks");
}

}  // namespace

TEST_CASE("what stands for a missing name is no person") {
  CHECK(networks("holder = \"Vacant\"") == "on paper only");
  CHECK(networks("holder = \"TBD\"\ndeputy = \"ceo\"") == "provisional");
  CHECK(networks("holder = \"N/D\"") == "covered");
  CHECK(networks("holder = \"Eliminated\"") == "on paper only");
  CHECK(networks("holder = \"???\"") == "on paper only");
  CHECK(networks("holder = \"Anna Vacanti\"") == "covered");
  CHECK(networks("title = \"Acting CIO\"\nholder = \"N/D\"") == "provisional");
  SECTION("each is told, with the key that says it") {
    const auto help = [](std::string_view holder) {
      const auto j = with_cio("holder = \"" + std::string(holder) + "\"");
      REQUIRE(count_of(j, "placeholder-name") == 1);
      return first_of(j, "placeholder-name").help_text;
    };
    CHECK(help("To be hired") == "leave `holder` out: a post without one is vacant");
    CHECK(help("withheld") == "write `state = \"undisclosed\"` in place of `holder`");
    CHECK(help("Eliminated") == "write `state = \"eliminated\"` in place of `holder`");
    CHECK(help("-").find("where the post is vacant, or write") != std::string::npos);
  }
  SECTION("two of them are not one person") {
    const auto j = with_cio("holder = \"TBC\"", post("cto", "ceo", "role = \"CTO\"", "TBC"));
    CHECK(count_of(j, "role-combined") == 0);
    CHECK(std::ranges::none_of(j.org->persons, [](const Person& p) { return p.name == "TBC"; }));
  }
  SECTION("in a list of holders") {
    CHECK(networks("holders = [{ name = \"Bo\", until = 2026-01-31 }, "
                   "{ name = \"Vacant\", from = 2026-02-01 }]") == "on paper only");
    CHECK(networks("holders = [{ name = \"N/D\", from = 2026-02-01 }]") == "covered");
    CHECK(count_of(with_cio("holders = [{ name = \"N/D\" }]"), "placeholder-name") == 1);
    CHECK(count_of(with_cio("holders = [{ name = \"N/D\", state = \"undisclosed\" }]"),
                   "placeholder-name") == 0);
    CHECK(networks("holders = [{ name = \"TBC\", until = 2026-06-30 }, "
                   "{ name = \"Bo\" }]") == "covered");
  }
  SECTION("as deputy, lead, chair, member and boss") {
    CHECK(networks("deputy = \"TBD\"") == "on paper only");
    const auto j = with_cio("holder = \"Bo\"",
                            "[[team]]\nid = \"t\"\nlead = \"TBC\"\n[[body]]\nid = \"b\"\nchair = "
                            "\"vacant\"\nmembers = [\"cio\", \"N/A\"]\n" +
                                post("x", "XX"));
    CHECK(count_of(j, "placeholder-name") == 4);
    CHECK(count_of(j, "unknown-reference") == 0);
    CHECK_FALSE(j.org->positions.back().boss_unknown);
    CHECK(count_of(with_cio("", post("x", "TBD")), "unknown-reference") == 1);
    CHECK(count_of(with_cio("overseer = \"tbc\""), "placeholder-name") == 1);
  }
  SECTION("nor is a person who is called so") {
    const std::string person = "[[person]]\nid = \"p1\"\nname = \"To be hired\"\n";
    CHECK(networks("holder = \"p1\"", person) == "on paper only");
    CHECK(count_of(with_cio("", person), "placeholder-name") == 1);
  }
  SECTION("but who is declared by such an id is one") {
    const std::string person = "[[person]]\nid = \"nd\"\nname = \"Nora Dahl\"\n";
    CHECK(networks("holder = \"nd\"", person) == "covered");
    CHECK(count_of(with_cio("holder = \"nd\"", person), "placeholder-name") == 0);
    CHECK(count_of(with_cio("", "[[team]]\nid = \"t\"\nlead = \"tbd\"\n" + post("tbd", "ceo")),
                   "placeholder-name") == 0);
  }
}

TEST_CASE("a remark beside a name, and several names in one") {
  CHECK(networks("holder = \"TBD (Q1)\"") == "on paper only");
  CHECK(networks("holder = \"vacant (Jo Ray acting)\"") == "on paper only");
  CHECK(networks("holder = \"Jo Ray (TBC)\"") == "on paper only");
  CHECK(networks("holder = \"Jo Ray (interim)\"") == "provisional");
  CHECK(networks("holder = \"Jo Ray - acting\"") == "provisional");
  for (const std::string_view name : {"Acting: Jo Ray", "Jo Ray (acting CIO)", "Jo Ray a.i.",
                                      "acting Jo Ray", "Interim (Jo Ray)"}) {
    CAPTURE(name);
    CHECK(networks("holder = \"" + std::string(name) + "\"") == "provisional");
  }
  CHECK(networks("holders = [{ name = \"Jo Ray (interim)\" }]") == "provisional");
  CHECK(networks("holder = \"Jo Ray\"") == "covered");
  const auto told = [](std::string_view holder, std::string_view more = {}) {
    return with_cio("holder = \"" + std::string(holder) + "\"\n" + std::string(more));
  };
  SECTION("the help says what to write") {
    const auto help = [&](std::string_view holder, std::string_view more = {}) {
      const auto j = told(holder, more);
      REQUIRE(count_of(j, "placeholder-name") == 1);
      return first_of(j, "placeholder-name").help_text;
    };
    CHECK(help("vacant (Jo Ray acting)") ==
          "leave `holder` out, for the post is vacant, and write `deputy = \"Jo Ray\"`");
    CHECK(help("Jo Ray (Interim)") == "write `holder = \"Jo Ray\"` and `state = \"interim\"`");
    CHECK(help("Jo Ray (interim)", "state = \"interim\"") == "write `Jo Ray` alone");
    CHECK(help("Jo Ray (interim)", "state = \"fractional\"") ==
          "write `holder = \"Jo Ray\"` and add `\"interim\"` to `state`");
    CHECK(help("Tom Reed / Sue Park") ==
          "where they share the post, write `holder = [\"Tom Reed\", \"Sue Park\"]`");
    CHECK(help("Ann Lee (50%) & Bo Kim (50%)") ==
          "where they share the post, write `holder = [\"Ann Lee\", \"Bo Kim\"]`");
    CHECK(help("Ann Lee, Bo Kim and Jo de Ray") ==
          "where they share the post, write `holder = [\"Ann Lee\", \"Bo Kim\", \"Jo de Ray\"]`");
  }
  SECTION("the person is who is called so") {
    const auto j = told("Jo Ray (interim)");
    CHECK(std::ranges::any_of(j.org->persons, [](const Person& p) { return p.name == "Jo Ray"; }));
    CHECK(first_of(j, "placeholder-name").fixes.at(0).safe);
    CHECK_FALSE(first_of(told("Ann Lee and Bo Kim"), "placeholder-name").fixes.at(0).safe);
  }
  SECTION("names stay silent") {
    for (const std::string_view name :
         {"Anne-Marie O'Neil", "Smith & Wesson GmbH", "Ernst & Young", "Dr. A. B. (Bob) Smith",
          "Ann Lee, PhD", "Nokia Siemens & Sons", "Ann and Bo Kim", "Jo Ray (Ops)", "Ray, Jo"}) {
      CAPTURE(name);
      CHECK(count_of(told(name), "placeholder-name") == 0);
    }
    CHECK(count_of(told("Booz Allen & Arthur Little", "state = \"outsourced\""),
                   "placeholder-name") == 0);
    CHECK(count_of(with_cio("holder = \"Jo Ray (interim)\"",
                            "[[person]]\nname = \"Jo Ray (interim)\"\n"),
                   "placeholder-name") == 0);
  }
}

TEST_CASE("several states hold together, and the title adds to them") {
  CHECK(networks("title = \"Acting CIO\"\nstate = \"undisclosed\"") == "provisional");
  CHECK(networks("holder = \"Bo\"\nstate = [\"interim\", \"outsourced\"]\noverseer = \"ceo\"") ==
        "provisional");
  const auto outsourced = [](std::string_view boss, std::string_view keys) {
    return count_of(judge_text(post("x", "", "state = \"outsourced\"") + post("y", boss, keys)),
                    "outsourced-without-overseer");
  };
  CHECK(outsourced("x", "title = \"Interim Head of IT\"\nstate = \"outsourced\"") == 2);
  CHECK(outsourced("x", "state = [\"interim\", \"outsourced\"]") == 2);
  CHECK(outsourced("x", "state = \"interim\"") == 1);
  SECTION("beside a state the title does not make it planned") {
    CHECK(networks("title = \"CIO Designate\"\nholder = \"Bo\"") == "on paper only");
    CHECK(networks("title = \"CIO Designate\"\nholder = \"Bo\"\nstate = \"acting\"") ==
          "provisional");
  }
  SECTION("planned and eliminated go before all else") {
    CHECK(networks("holder = \"Bo\"\nstate = [\"acting\", \"eliminated\"]") == "on paper only");
    CHECK(networks("holder = \"Bo\"\nfrom = 2026-01-01\nstate = [\"planned\", \"acting\"]") ==
          "provisional");
  }
  SECTION("a turn has its own, and what the title says") {
    CHECK(networks("title = \"Acting CIO\"\nholders = [{ name = \"Bo\", state = "
                   "\"outsourced\" }]\noverseer = \"ceo\"") == "provisional");
    CHECK(networks("state = \"acting\"\nholders = [{ name = \"Bo\", state = [\"fractional\"] }]") ==
          "covered");
  }
}

TEST_CASE("somebody on leave") {
  CHECK(networks("holder = \"Bo\"\nstate = \"leave\"") == "on paper only");
  CHECK(networks("holder = \"Bo\"\nstate = \"leave\"\ndeputy = \"ceo\"") == "provisional");
  CHECK(networks("title = \"CIO (on sabbatical)\"\nholder = \"Bo\"") == "on paper only");
  CHECK(networks("holder = \"Bo\"\nstate = [\"fractional\", \"leave\"]") == "on paper only");
  const auto asked = [](std::string_view keys) {
    return count_of(with_cio("holder = \"Bo\"\n" + std::string(keys)), "leave-without-deputy");
  };
  CHECK(asked("state = \"leave\"") == 1);
  CHECK(asked("state = \"leave\"\ndeputy = \"ceo\"") == 0);
  CHECK(asked("state = \"leave\"\ndeputy = \"TBD\"") == 1);
  CHECK(asked("state = \"leave\"\nassistant = true") == 0);
  CHECK(asked("") == 0);
  SECTION("it is told once") {
    const auto j = Company{.cio = "holder = \"Bo\"\nstate = \"leave\""}.judged(post("x", "cio"));
    CHECK(checks_of(j) == Checks{"duty-on-paper", "leave-without-deputy"});
    CHECK(says(first_of(j, "leave-without-deputy"), "on paper only because of it"));
    CHECK(first_of(j, "leave-without-deputy").fixes.size() == 1);
  }
}
