// Sentences of the language's semantics that no other test says, those on governance: one TEST_CASE
// or SECTION each, named by the sentence. (Those about verdicts alone stand in
// tests/model/verdict.cpp, those about single checks in tests/rules/semantics_*.cpp.)

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/scenarios/sentences.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

using Checks = std::vector<std::string>;

std::size_t ties(const std::string& text) { return count_of(judge_text(text), "no-working-link"); }

}  // namespace

TEST_CASE("one person in two posts has the access of both") {
  const std::string lines = post("coo", "ceo", "role = \"COO\"");
  const auto access = [&](const char* holder) {
    return count_of(judge_text(chiefs("holder = \"L\"\nreports_to = \"coo\"", cto_there,
                                      lines + post("other", "ceo", "", holder))),
                    "no-access-to-head");
  };
  CHECK(access("L") == 0);
  CHECK(access("M") == 1);
}

TEST_CASE("federated: governance concerns the holders without scope") {
  const std::string division = post("md", "ceo", "title = \"President, Asia\"") + post("sub", "md");
  const auto divisional = [&](std::string_view role) {
    return Company{}.judged(
        division + post("div", "sub", "scope = \"Asia\"\nrole = \"" + std::string(role) + "\""));
  };
  for (const char* role : {"CIO", "CTO"}) {
    CAPTURE(role);
    CHECK(alarms_of(divisional(role)) == Checks{});
  }
  // A divisional CIO below the group's CTO is no question of rank.
  CHECK(alarms_of(Company{}.judged(post("div", "cto", "scope = \"Asia\"\nrole = \"CIO\""))) ==
        Checks{});
  // Where all have a scope, nobody is left whom these concern.
  const auto all = judge_text(chiefs("holder = \"L\"\nreports_to = \"cto\"\nscope = \"Asia\"",
                                     cto_there + "\nscope = \"Asia\""));
  for (const char* check : {"not-peers", "no-arbiter", "no-access-to-head", "no-working-link"}) {
    CAPTURE(check);
    CHECK(count_of(all, check) == 0);
  }
}

TEST_CASE("one of CIO and CTO below the other is not-peers alone") {
  for (const char* between : {"cio", "mid"}) {
    const auto j = judge_text(
        chiefs(cio_there, "holder = \"A\"\nreports_to = \"" + std::string(between) + "\"",
               post("mid", "cio")));
    CHECK(count_of(j, "not-peers") == 1);
    for (const char* check : {"no-arbiter", "no-working-link", "no-access-to-head"}) {
      CAPTURE(between, check);
      CHECK(count_of(j, check) == 0);
    }
  }
}

TEST_CASE("max_arbiter_distance is counted from the nearer of the two, 2 by default") {
  const std::string lines = post("a", "ceo") + post("b", "a") + post("c", "ceo") + post("d", "c");
  const auto arbiter = [&](const char* cio, const char* cto, Limits limits = {}) {
    return count_of(
        judge_text(chiefs("holder = \"L\"\nreports_to = \"" + std::string(cio) + "\"",
                          "holder = \"A\"\nreports_to = \"" + std::string(cto) + "\"", lines),
                   limits),
        "no-arbiter");
  };
  CHECK(arbiter("ceo", "ceo") == 0);
  CHECK(arbiter("a", "c") == 0);  // two above both
  CHECK(arbiter("b", "d") == 1);  // three above both
  CHECK(arbiter("a", "d") == 0);  // two above the nearer
  CHECK(arbiter("ceo", "d") == 0);
  CHECK(arbiter("a", "c", Limits{.max_arbiter_distance = 1}) == 1);
  // No boss in common at all.
  CHECK(count_of(judge_text(chiefs("holder = \"L\"", cto_there)), "no-arbiter") == 1);
}

TEST_CASE("a working link is a link, a common body, a dotted line, or a duty with a part of both") {
  CHECK(ties(chiefs(cio_there, cto_there)) == 1);
  CHECK(ties(chiefs(cio_there, cto_there, "[[link]]\nbetween = [\"cio\", \"cto\"]\n")) == 0);
  CHECK(ties(chiefs(cio_there, cto_there, "[[link]]\nbetween = [\"cio\", \"ceo\"]\n")) == 1);
  CHECK(ties(chiefs(cio_there, cto_there,
                    "[[body]]\nid = \"b\"\nmembers = [\"cio\", \"cto\"]\n")) == 0);
  CHECK(ties(chiefs(cio_there, cto_there,
                    "[[body]]\nid = \"b\"\nchair = \"cto\"\nmembers = [\"cio\"]\n")) == 0);
  CHECK(ties(chiefs(cio_there, cto_there, "[[body]]\nid = \"b\"\nmembers = [\"cio\"]\n")) == 1);
  CHECK(ties(chiefs(cio_there + "\ndotted_to = \"cto\"", cto_there)) == 0);
  CHECK(ties(chiefs(cio_there, cto_there + "\ndotted_to = \"cio\"")) == 0);
  CHECK(ties(chiefs(cio_there + "\naccountable = \"security-and-risk\"",
                    cto_there + "\nconsulted = \"security-and-risk\"")) == 0);
  CHECK(ties(chiefs(cio_there + "\naccountable = \"security-and-risk\"", cto_there)) == 1);
  CHECK(ties(chiefs(cio_there, cto_there,
                    "[duties.networks]\naccountable = [\"cio\", \"cto\"]\njoint = \"so\"\n")) == 0);
}

TEST_CASE("governance is silent while one of the roles is not there") {
  const std::string below = post("a", "ceo") + post("b", "a") + post("c", "b");
  const std::vector<std::string> absent = {
      "reports_to = \"c\"",
      "reports_to = \"c\"\nstate = \"planned\"",
      "reports_to = \"c\"\nstate = \"eliminated\"",
      "reports_to = \"c\"\nholder = \"X\"\nuntil = 2026-05-31",
      "reports_to = \"c\"\nholder = \"X\"\nrole = \"none\"",
  };
  for (const std::string& gone : absent) {
    CAPTURE(gone);
    for (const auto& text : {chiefs(gone, cto_there, below), chiefs(cio_there, gone, below)}) {
      const auto j = judge_text(text);
      for (const char* check : {"not-peers", "no-arbiter", "no-working-link"}) {
        CAPTURE(check);
        CHECK(count_of(j, check) == 0);
      }
    }
  }
  // Acting is there.
  CHECK(ties(chiefs(cio_there + "\nstate = \"acting\"", cto_there)) == 1);
}

TEST_CASE("independence watches security, privacy and audit on solid lines") {
  const auto watched = [](const std::string& more) {
    return loudness(Company{}.judged(more), "independence");
  };
  for (const char* role : {"CISO", "CPRO", "CAE"}) {
    const std::string has = "role = \"" + std::string(role) + "\"";
    CAPTURE(role);
    CHECK(watched(post("x", "cio", has)) == "warning");
    CHECK(watched(post("m", "cto") + post("x", "m", has)) == "warning");
    CHECK(watched(post("x", "ceo", has)) == "-");
    CHECK(watched(post("x", "ceo", has + "\ndotted_to = \"cio\"")) == "-");
    CHECK(watched(post("x", "cio", has + "\ndotted_to = \"ceo\"")) == "note");
    CHECK(watched(post("x", "cio", has + "\nstate = \"planned\"", "-")) == "-");
  }
  for (const char* kind : {"audit", "privacy"}) {
    const std::string team = "[[team]]\nid = \"t\"\nkind = \"" + std::string(kind) + "\"\nlead = ";
    CAPTURE(kind);
    CHECK(watched(post("x", "cio") + team + "\"x\"\n") == "warning");
    CHECK(watched(post("x", "ceo") + team + "\"x\"\n") == "-");
  }
  // Security under a CIO in a company without a CISO is normal.
  CHECK(watched("[[team]]\nid = \"t\"\nkind = \"security\"\nlead = \"cio\"\n") == "-");
  CHECK(watched(post("x", "cio",
                     "title = \"Head of IT Security\"\naccountable = "
                     "[\"information-security\"]")) == "-");
}

TEST_CASE("an outsourced holder whose boss is filled and in-house has an overseer") {
  const auto overseen = [](const std::string& more) {
    return loudness(Company{}.judged(more), "outsourced-without-overseer");
  };
  const std::string outsourced = "state = \"outsourced\"\n";
  CHECK(overseen(post("x", "cio", outsourced)) == "-");
  CHECK(overseen(post("x", "", outsourced)) == "error");
  CHECK(overseen(post("x", "", outsourced + "overseer = \"cio\"")) == "-");
  CHECK(overseen(post("empty", "cio", "", "-") + post("x", "empty", outsourced)) == "error");
  CHECK(overseen(post("y", "cio", outsourced) + post("x", "y", outsourced)) == "error");
  CHECK(overseen(post("y", "cio", outsourced) +
                 post("x", "y", outsourced + "overseer = \"cio\"")) == "-");
  // An overseer who is not there, or not of the house, is none.
  CHECK(overseen(post("empty", "cio", "", "-") +
                 post("x", "", outsourced + "overseer = \"empty\"")) == "error");
  CHECK(overseen(post("y", "cio", outsourced) + post("x", "", outsourced + "overseer = \"y\"")) ==
        "error");
}
