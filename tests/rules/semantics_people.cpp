// The sentences of docs/language.md about titles and people: what they are called, can do and could
// take over, and what hangs on one of them.

#include <catch2/catch.hpp>

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
