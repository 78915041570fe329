// The sentences of docs/language.md and docs/reports.md on how entries are read: posts that several
// share, ids that several have, what is misspelt or called by another name, and what follows from
// what.

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/verdict/changes.hpp"
#include "tests/scenarios/sentences.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Checks = std::vector<std::string>;

namespace {

std::string part(std::string_view more) {
  return "[company]\nname = \"Part\"\nas_of = 2026-06-01\ncomplete = false\n" + std::string(more);
}

}  // namespace

TEST_CASE("posts that several share") {
  SECTION("in one list of names, or as holders at a time") {
    for (const char* cio :
         {R"(holder = ["Lena Hoff", "Bo Kim"])", R"(holders = ["Lena Hoff", "Bo Kim"])",
          R"(holders = [{ name = "Lena Hoff" }, { name = "Bo Kim", from = 2026-01-01 }])"}) {
      CAPTURE(cio);
      const auto j = Company{.cio = cio}.judged();
      CHECK(j.findings.empty());
      CHECK((*j.org)[*j.org->role("CIO")].id == "CIO");
      CHECK(gives_reason(j, "it-budget", "Lena Hoff and Bo Kim"));
      CHECK(verdict(j, "it-budget") == "covered");
    }
  }
  SECTION("a holder beside holders is one of them") {
    const auto j =
        Company{.cio =
                    "holder = \"Lena Hoff\"\nholders = [{ name = \"Bo Kim\", from = 2027-01-01 }]"}
            .judged();
    CHECK(gives_reason(j, "it-budget", "`cio` (Lena Hoff)"));
    CHECK(j.findings.empty());
  }
  SECTION("but one after another do not share") {
    const auto j =
        Company{
            .cio =
                R"(holders = [{ name = "Lena Hoff", until = 2026-05-31 }, { name = "Bo Kim", from = 2026-06-01 }])"}
            .judged();
    CHECK(gives_reason(j, "it-budget", "`cio` (Bo Kim)"));
  }
  SECTION("one of them in another post overlaps with nobody, somebody else does") {
    const std::string shared = R"(holder = ["Lena Hoff", "Bo Kim"])";
    const auto also = [](std::string_view who) {
      return post("x", "ceo", "accountable = \"it-budget\"", who);
    };
    const Company company{.cio_accountable = R"(["@CIO", "it-budget", "@shared", "@contested"])",
                          .cio = shared};
    CHECK(count_of(company.judged(also("Bo Kim")), "duty-overlap") == 0);
    CHECK(count_of(company.judged(also("Cy Orr")), "duty-overlap") == 1);
  }
  SECTION("are filled as well as by the best of them") {
    const auto j =
        Company{.cio =
                    R"(holders = [{ name = "Lena Hoff", state = "interim" }, { name = "Bo Kim" }])"}
            .judged();
    CHECK(verdict(j, "it-budget") == "covered");
    const auto both = Company{.cio = "holder = [\"Lena Hoff\", \"Bo Kim\"]\nstate = \"interim\""};
    CHECK(verdict(both.judged(), "it-budget") == "provisional");
  }
  SECTION("hang on nobody alone") {
    const auto held = [](std::string_view holder) {
      return judge_text(
          headed("as_of = 2026-06-01",
                 "accountable = []\n[[position]]\nid = \"it\"\ntitle = \"CIO\"\nrole = "
                 "[\"CIO\", \"CTO\"]\nreports_to = \"ceo\"\naccountable = [\"@CIO\", "
                 "\"@CTO\"]\nholder = " +
                     std::string(holder) + "\n"));
    };
    CHECK(count_of(held(R"("Lena Hoff")"), "key-person") ==
          count_of(held(R"(["Lena Hoff"])"), "key-person"));
    CHECK(count_of(held(R"(["Lena Hoff", "Bo Kim"])"), "key-person") == 0);
  }
}

TEST_CASE("teams and bodies that several lead") {
  const std::string team =
      "[[team]]\nid = \"t\"\nlead = [\"a\", \"b\"]\nresponsible = \"networks\"\n";
  SECTION("each line of a lead is the team's") {
    const auto j = Company{}.judged(post("a", "cto") + post("b", "cio") + team);
    CHECK(count_of(j, "doer-out-of-line") == 0);
    const auto out = Company{}.judged(post("a", "cto") + post("b", "cto") + team);
    CHECK(count_of(out, "doer-out-of-line") == 1);
  }
  SECTION("it is led while one of them is there") {
    CHECK(count_of(Company{}.judged(post("a", "cio", "", "-") + post("b", "cio") + team),
                   "unled-team") == 0);
    CHECK(count_of(Company{}.judged(post("a", "cio", "", "-") + post("b", "cio", "", "-") + team),
                   "unled-team") == 1);
  }
  SECTION("all who chair a body sit in it") {
    const auto j = Company{}.judged("[[body]]\nid = \"b\"\nchair = [\"cio\", \"cto\"]\n");
    CHECK(j.org->bodies.at(0).chairs.size() == 2);
    CHECK(j.org->bodies.at(0).members.size() == 2);
  }
}

TEST_CASE("a list of bosses") {
  const auto j = Company{}.judged(
      "[[position]]\nid = \"x\"\nholder = \"X\"\nreports_to = [\"cio\", \"cto\"]\n");
  CHECK(checks_of(j) == Checks{"wrong-type"});
  CHECK(says(first_of(j, "wrong-type"), "put `cto` in `dotted_to`"));
  const auto& posts = j.org->positions;
  const auto x = std::ranges::find(posts, "x", &Position::id);
  const Vertex v = j.org->vertex(PositionId(x - posts.begin()));
  CHECK(j.org->id(*j.org->graph.boss(v)) == "cio");
  CHECK(j.org->id(j.org->graph.dotted_bosses(v).front()) == "cto");
  CHECK(says(first_of(judge_text(part("[[position]]\nid = \"x\"\ntitle = [\"CIO\", \"CTO\"]\n")),
                      "wrong-type"),
             "write one of them: `title = \"CIO\"`"));
}

TEST_CASE("posts with one id") {
  const std::string cio =
      "[[position]]\nid = \"0\"\ntitle = \"CIO\"\nholder = \"Lena Hoff\"\nreports_to = "
      "\"ceo\"\naccountable = [\"@CIO\", \"@shared\", \"@contested\"]\n";
  const std::string cto =
      "[[position]]\nid = \"0\"\ntitle = \"CTO\"\nholder = \"Ada Okafor\"\nreports_to = "
      "\"ceo\"\naccountable = \"@CTO\"\nconsulted = \"@shared\"\n";
  const std::string other =
      "[[position]]\nid = \"0\"\ntitle = \"Clerk\"\nholder = \"Bo\"\nreports_to = \"ceo\"\n";
  const auto j = judge_text(headed("as_of = 2026-06-01", cio + cto + other));
  SECTION("are all there, and told once at all their places") {
    CHECK(checks_of(j) == Checks{"duplicate-id"});
    CHECK(count_of(j, "duplicate-id") == 1);
    CHECK(says(first_of(j, "duplicate-id"), "used 3 times"));
    CHECK(first_of(j, "duplicate-id").labels.size() == 3);
    CHECK(verdict(j, "it-budget") == "covered");
    CHECK(verdict(j, "technology-roadmap") == "covered");
  }
  SECTION("what refers to one means the same whatever the order") {
    const std::string below = post("x", "0");
    const auto boss = [](const Judgement& judgement) {
      const Org& org = *judgement.org;
      const auto x = std::ranges::find(org.positions, "x", &Position::id);
      const auto v = org.graph.boss(org.vertex(PositionId(x - org.positions.begin())));
      return std::string(org[*org.position(*v)].title);
    };
    CHECK(boss(judge_text(headed("as_of = 2026-06-01", cio + cto + below))) ==
          boss(judge_text(headed("as_of = 2026-06-01", below + cto + cio))));
  }
  SECTION("are the same ones in another order") {
    const auto again = judge_text(headed("as_of = 2026-06-01", other + cto + cio));
    CHECK(compare(j, again).none());
    CHECK(again.findings.front().fingerprint == j.findings.front().fingerprint);
  }
  SECTION("one that reports to its own id reports to nobody who is known") {
    const auto k = judge_text(
        part(post("a", "a", "title = \"Chair\"") + post("a", "a", "title = \"Vice\"", "Bo")));
    CHECK(checks_of(k) == Checks{"duplicate-id"});
  }
}

TEST_CASE("references that lead nowhere") {
  const auto boss = [](std::string_view id, std::string_view more = {}) {
    return judge_text(
        part("[[position]]\nid = \"cio\"\ntitle = \"CIO\"\nholder = \"Ann Lee\"\nunit = "
             "\"Technology\"\n" +
             post("x", id) + std::string(more)));
  };
  const std::string check = "unknown-reference";
  SECTION("in a part a slip is an error, and all else a note") {
    for (const char* id : {"cioo", "CIO", "Ann Lee", "Technology"}) {
      CAPTURE(id);
      CHECK(loudness(boss(id), check) == "error");
      CHECK(says(first_of(boss(id), check), "`cio`"));
    }
    for (const char* id : {"cfo", "ciso", "head-of-it", "board"}) {
      CAPTURE(id);
      CHECK(loudness(boss(id), check) == "note");
    }
    CHECK(loudness(boss("dirctor", post("director", "")), check) == "error");
  }
  SECTION("are told once for all who refer to it") {
    const auto j = boss("elsewhere", post("y", "elsewhere") + post("z", "elsewhere"));
    CHECK(count_of(j, check) == 1);
    CHECK(first_of(j, check).labels.size() == 3);
    CHECK(first_of(j, check).number == 3);
  }
  SECTION("and mended at all places") {
    const auto j = boss("cioo", post("y", "cioo"));
    CHECK(first_of(j, check).fixes.at(0).changes.size() == 2);
  }
  SECTION("another number is no slip, zeros before it are") {
    const auto near = [&](std::string_view id, std::string_view known) {
      return loudness(boss(id, post(known, "")), check);
    };
    CHECK(near("131", "132") == "note");
    CHECK(near("JCP2", "JCP8") == "note");
    CHECK(near("0131", "131") == "error");
    CHECK(near("jcp8", "JCP8") == "error");
  }
  SECTION("a team as a boss is told with who leads it") {
    const auto j = boss("t", "[[team]]\nid = \"t\"\nlead = \"cio\"\n");
    CHECK(says(first_of(j, check), "name the post that leads the team, `cio`"));
  }
}

TEST_CASE("a board that is written as a post") {
  const auto told = [](std::string_view title) {
    const auto j =
        judge_text("[company]\nas_of = 2026-06-01\n[[position]]\nid = \"top\"\ntitle = \"" +
                   std::string(title) + "\"\n" + post("ceo", "top", "title = \"CEO\""));
    return first_of(j, "boss-vacant");
  };
  CHECK(says(told("Board of Directors"), "write it as `[[body]]` with `id = \"top\"`"));
  CHECK(says(told("Managing Partner"), "name a `holder`, or name `ceo`"));
}

TEST_CASE("keys by other names are read as what they mean") {
  const auto j = judge_text(headed("as_of = 2026-06-01",
                                   "[[position]]\nid = \"cio\"\njob_title = \"CIO\"\nname = \"Lena "
                                   "Hoff\"\nmanager = \"Mina Park\"\n"
                                   "acountable = [\"@CIO\", \"@shared\", \"@contested\"]\n"
                                   "[[positions]]\nid = \"cto\"\ntitle = \"CTO\"\nholder = \"Ada "
                                   "Okafor\"\nreports_to = \"ceo\"\n"
                                   "accountable = \"@CTO\"\nconsulted = \"@shared\"\n"));
  std::vector<std::string> others;
  for (const std::string& check : checks_of(j)) {
    if (check != "unknown-key") others.push_back(check);
  }
  CHECK(others == Checks{});
  const auto boss_of = [&](std::string_view id) {
    const auto at = std::ranges::find(j.org->positions, id, &Position::id);
    const auto boss = j.org->graph.boss(j.org->vertex(PositionId(at - j.org->positions.begin())));
    return boss ? std::string(j.org->id(*boss)) : "-";
  };
  CHECK(boss_of("cio") == "ceo");  // by name
  CHECK(boss_of("cto") == "ceo");
  CHECK(count_of(j, "unknown-key") == 5);
  CHECK(verdict(j, "it-budget") == "covered");
  CHECK(verdict(j, "technology-roadmap") == "covered");
}

TEST_CASE("duties by other names") {
  const auto entry = [](std::string_view duty) {
    return first_of(judge_text(part("[[position]]\nid = \"x\"\nholder = \"X\"\naccountable = \"" +
                                    std::string(duty) + "\"\n")),
                    "unknown-duty");
  };
  const std::map<std::string, std::string> meant{
      {"helpdesk", "service-desk"},
      {"it-support", "service-desk"},
      {"risk-management", "security-and-risk"},
      {"architecture", "technology-landscape"},
      {"IT Budget", "it-budget"},
      {"Business process improvement", "process-improvement"},
      {"infrastrcture", "infrastructure"}};
  for (const auto& [word, duty] : meant) {
    CAPTURE(word);
    CHECK(says(entry(word), "did you mean `" + duty + "`?"));
  }
  CHECK(says(entry("data-strategy"), "it is in the catalogue `data`"));
  CHECK(says(entry("incident-response"), "`security-incidents` of the catalogue `security`"));
  CHECK(entry("data-strategy").fixes.size() == 1);
  CHECK(says(entry("plant-automation"), "--search"));
}

TEST_CASE("what follows from a vacancy") {
  const Company company{.cto = "consulted = [\"@shared\"]"};
  const auto j = company.judged(post("eng", "cto") + "[[team]]\nid = \"t\"\nlead = \"cto\"\n");
  const Finding& root = first_of(j, "role-vacant");
  SECTION("names its cause") {
    CHECK(root.cause.empty());
    for (const char* check : {"duty-on-paper", "boss-vacant", "unled-team"}) {
      CAPTURE(check);
      CHECK(first_of(j, check).cause == root.fingerprint);
    }
  }
  SECTION("is one entry, as loud as the loudest") {
    const Entries entries(j.findings);
    CHECK(std::distance(entries.begin(), entries.end()) == 1);
    CHECK((*entries.begin())->severity == Severity::error);
    CHECK((*entries.begin())->follows.size() == 3);
    CHECK(entries.count(Severity::error) == 1);
    CHECK(entries.count(Severity::warning) == 0);
    CHECK(entries.apart().size() == 4);
  }
  SECTION("stands by itself where the cause is waived") {
    const auto waived = company.judged(post("eng", "cto") +
                                       "[[waiver]]\ncheck = \"role-vacant\"\nreason = \"known\"\n");
    CHECK(Entries(waived.findings).count(Severity::error) == 1);
    CHECK(Entries(waived.findings).count(Severity::warning) == 1);
  }
  SECTION("without a role the vacant boss is the cause") {
    const auto k =
        Company{.cio_accountable = R"(["@CIO", "!networks", "@shared", "@contested"])"}.judged(
            post("net", "cio", "accountable = \"networks\"", "-") + post("x", "net"));
    CHECK(first_of(k, "boss-vacant").cause.empty());
    CHECK(first_of(k, "duty-on-paper").cause == first_of(k, "boss-vacant").fingerprint);
  }
  SECTION("another vacancy is a cause of its own") {
    const auto k =
        company.judged(post("eng", "cto") + post("sub", "eng", "", "-") + post("leaf", "sub"));
    for (const Finding& finding : k.findings) {
      if (finding.check == "boss-vacant" && says(finding, "`sub`, which"))
        CHECK(finding.cause.empty());
    }
  }
}

TEST_CASE("ids that tell nothing have names beside them") {
  const auto told = [](std::string_view id) {
    const std::string cio = "[[position]]\nid = \"" + std::string(id) +
                            "\"\ntitle = \"CIO\"\nholder = \"Lena Hoff\"\nreports_to = \"ceo\"\n"
                            "accountable = [\"@CIO\", \"@shared\", \"@contested\"]\n";
    const auto j = judge_text(
        headed("as_of = 2026-06-01", cio +
                                         "[[position]]\nid = \"cto\"\ntitle = \"CTO\"\nholder = "
                                         "\"Ada\"\nreports_to = \"" +
                                         std::string(id) +
                                         "\"\naccountable = \"@CTO\"\nconsulted = \"@shared\"\n"));
    return first_of(j, "not-peers").message;
  };
  for (const char* id : {"18", "COI12", "p-17"}) {
    CAPTURE(id);
    CHECK(told(id).find("the CIO, Lena Hoff (CIO, `" + std::string(id) + "`)") !=
          std::string::npos);
  }
  for (const char* id : {"cio", "cio2", "head-of-it-2"}) {
    CAPTURE(id);
    CHECK(told(id).find("the CIO, `" + std::string(id) + "`") != std::string::npos);
  }
}

TEST_CASE("no fix writes an id that several have") {
  const auto j = judge_text(headed(
      "as_of = 2026-06-01",
      "accountable = \"business-needs\"\n"
      "[[position]]\nid = \"0\"\ntitle = \"CIO\"\nholder = \"Lena\"\nreports_to = \"ceo\"\n"
      "[[position]]\nid = \"0\"\ntitle = \"CTO\"\nholder = \"Ada\"\nreports_to = \"ceo\"\n"));
  CHECK(count_of(j, "no-working-link") == 1);
  CHECK(first_of(j, "no-working-link").fixes.empty());
}
