// The sentences of docs/language.md about lines, posts, teams and dates.

#include <catch2/catch.hpp>

#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Checks = std::vector<std::string>;

TEST_CASE("tops") {
  const Company company;
  CHECK(subjects_of(company.judged(post("x", "")), "several-tops") ==
        Checks{"position:x position:ceo"});
  SECTION("planned and ended posts do not count, nor does a partial picture") {
    CHECK(checks_of(company.judged(post("x", "", "state = \"planned\"", "-"))) == Checks{});
    CHECK(checks_of(company.judged(post("x", "", "state = \"eliminated\"", "-"))) == Checks{});
    CHECK(checks_of(Company{.company = "complete = false\n"}.judged(post("x", ""))) == Checks{});
  }
  SECTION("a dangling boss is an unknown reference only") {
    CHECK(checks_of(company.judged(post("x", "nobody-here"))) == Checks{"unknown-reference"});
  }
  SECTION("a body without lines is no top") {
    CHECK(checks_of(company.judged("[[body]]\nid = \"board\"\n")) == Checks{});
  }
  SECTION("a line to a board counts as a line to the head") {
    CHECK(checks_of(company.judged("[[body]]\nid = \"board\"\n" + post("audit", "board"))) ==
          Checks{});
  }
  SECTION("a forgotten line beside a board is seen") {
    const auto j = judge_text(post("ceo", "board") + post("a", "ceo") + post("x", "") +
                              "[[body]]\nid = \"board\"\n");
    CHECK(subjects_of(j, "several-tops") == Checks{"position:x body:board"});
  }
  SECTION("several boards are one top, and so are those who sit in them") {
    const auto j =
        judge_text(post("ceo", "board") + post("audit", "committee") + post("chair", "") +
                   "[[body]]\nid = \"board\"\nchair = \"chair\"\n[[body]]\nid = \"committee\"\n");
    CHECK(count_of(j, "several-tops") == 0);
  }
}

TEST_CASE("circles") {
  SECTION("who hangs on one is told once") {
    const auto j = Company{}.judged(post("a", "b") + post("b", "a") + post("c", "a") +
                                    post("d", "c") + post("e", "b"));
    CHECK(count_of(j, "reporting-cycle") == 1);
    REQUIRE(count_of(j, "detached") == 1);
    CHECK(says(first_of(j, "detached"), "3 posts reach no top"));
    CHECK(count_of(j, "several-tops") == 0);
  }
  SECTION("a circle alone detaches nobody else") {
    CHECK(checks_of(Company{}.judged(post("a", "b") + post("b", "a"))) ==
          Checks{"reporting-cycle"});
  }
  SECTION("a head that reports to itself is one finding") {
    const auto j = judge_text(post("ceo", "ceo") + post("a", "ceo"));
    CHECK(count_of(j, "reporting-cycle") == 1);
    CHECK(count_of(j, "detached") == 0);
  }
  SECTION("teams") {
    const std::string t = "[[team]]\nid = \"t\"\nlead = \"cio\"\nparent = ";
    CHECK(subjects_of(Company{}.judged(t + "\"t\"\n"), "team-cycle") == Checks{"team:t"});
    CHECK(count_of(Company{}.judged(t + "\"u\"\n[[team]]\nid = \"u\"\nlead = \"cio\"\n"),
                   "team-cycle") == 0);
    // A team that hangs on a circle is not in it.
    const auto j =
        Company{}.judged(t +
                         "\"u\"\n[[team]]\nid = \"u\"\nlead = \"cio\"\nparent = "
                         "\"v\"\n[[team]]\nid = \"v\"\nlead = \"cio\"\nparent = \"u\"\n");
    CHECK(subjects_of(j, "team-cycle") == Checks{"team:u team:v"});
  }
}

TEST_CASE("span and layers") {
  const Limits narrow{.max_span = 2, .max_layers = 3};
  SECTION("span counts posts that exist, vacant ones too") {
    CHECK(count_of(Company{}.judged(post("x", "ceo", "", "-"), narrow), "span-wide") == 1);
    for (const char* more : {"assistant = true", "state = \"planned\"", "state = \"eliminated\""}) {
      CHECK(count_of(Company{}.judged(post("x", "ceo", more), narrow), "span-wide") == 0);
    }
    CHECK(count_of(Company{}.judged(post("x", "cio", "dotted_to = \"ceo\""), narrow),
                   "span-wide") == 0);
  }
  SECTION("reports of a body do not count") {
    CHECK(count_of(judge_text(
                       post("a", "b") + post("c", "b") + post("d", "b") + "[[body]]\nid = \"b\"\n",
                       narrow),
                   "span-wide") == 0);
  }
  SECTION("bodies, assistants and posts that do not exist are no layers") {
    const std::string deep = post("a", "cio") + post("b", "a");
    const auto j = Company{}.judged(deep, narrow);
    CHECK(subjects_of(j, "layers-deep") == Checks{"position:b position:ceo"});
    CHECK(says(first_of(j, "layers-deep"), "path: b -> a -> cio -> ceo"));
    CHECK(count_of(Company{}.judged(post("a", "cio") + post("b", "a", "assistant = true"), narrow),
                   "layers-deep") == 0);
    CHECK(count_of(Company{}.judged(post("a", "cio") + post("b", "a", "state = \"planned\"", "-"),
                                    narrow),
                   "layers-deep") == 0);
    CHECK(count_of(judge_text(
                       "[[body]]\nid = \"z\"\n" + post("x", "z") + post("y", "x") + post("w", "y"),
                       narrow),
                   "layers-deep") == 0);
  }
  SECTION("a deep circle is no layer question") {
    CHECK(count_of(Company{}.judged(post("a", "b") + post("b", "a") + post("c", "a") +
                                        post("d", "c") + post("e", "d"),
                                    narrow),
                   "layers-deep") == 0);
  }
  SECTION("duties of a post and of the teams that it leads") {
    const Limits few{.max_duties = 38};
    CHECK(count_of(Company{}.judged("", few), "overloaded") == 0);
    const auto j = Company{}.judged(
        "[[team]]\nid = \"t\"\nlead = \"cio\"\naccountable = [\"product-ownership\"]\n", few);
    CHECK(count_of(j, "overloaded") == 1);
    CHECK(says(first_of(j, "overloaded"), "39 duties"));
    // One that the post and its team hold counts once.
    CHECK(count_of(Company{}.judged(
                       "[[team]]\nid = \"t\"\nlead = \"cio\"\naccountable = [\"networks\"]\n"
                       "[duties.networks]\naccountable = [\"cio\"]\n",
                       few),
                   "overloaded") == 0);
  }
}

TEST_CASE("teams and bosses who are not there") {
  SECTION("a team without a lead") {
    CHECK(checks_of(Company{}.judged("[[team]]\nid = \"t\"\n")) == Checks{"unled-team"});
    CHECK(checks_of(Company{.company = "complete = false\n"}.judged("[[team]]\nid = \"t\"\n")) ==
          Checks{});
    CHECK(checks_of(Company{}.judged("[[team]]\nid = \"t\"\nlead = \"gone\"\n")) ==
          Checks{"unknown-reference"});
  }
  SECTION("the teams of one vacant lead are told together") {
    const auto j = Company{}.judged(
        post("x", "cio", "", "-") +
        "[[team]]\nid = \"t\"\nlead = \"x\"\n[[team]]\nid = \"u\"\nlead = \"x\"\n");
    CHECK(subjects_of(j, "unled-team") == Checks{"team:t position:x", "team:u position:x"});
    CHECK(told_of(j, "unled-team").size() == 1);
  }
  SECTION("people below an empty post") {
    const auto j =
        Company{}.judged(post("x", "cio", "", "-") + post("a", "x") + post("b", "x", "", "-"));
    CHECK(subjects_of(j, "boss-vacant") == Checks{"position:x position:a position:b"});
    CHECK(says(first_of(j, "boss-vacant"), "`reports_to = \"cio\"`"));
    CHECK(count_of(Company{}.judged(post("x", "cio", "", "-")), "boss-vacant") == 0);
    CHECK(count_of(Company{}.judged(post("x", "cio", "", "-") + post("b", "x", "", "-")),
                   "boss-vacant") == 0);
    CHECK(count_of(Company{}.judged(post("x", "cio", "deputy = \"Sam\"", "-") + post("a", "x")),
                   "boss-vacant") == 0);
    CHECK(count_of(
              Company{}.judged(post("x", "cio", "", "-") + post("a", "cio", "dotted_to = \"x\"")),
              "boss-vacant") == 0);
    CHECK(count_of(Company{}.judged(post("x", "cio", "state = \"planned\"", "-") + post("a", "x")),
                   "boss-vacant") == 1);
    CHECK(count_of(
              Company{}.judged(post("x", "cio", "state = \"undisclosed\"", "-") + post("a", "x")),
              "boss-vacant") == 0);
  }
  SECTION("empty posts below each other lead to the first who is there") {
    const auto j =
        Company{}.judged(post("x", "cio", "", "-") + post("y", "x", "", "-") + post("a", "y"));
    CHECK(subjects_of(j, "boss-vacant") == Checks{"position:y position:a"});
    CHECK(says(first_of(j, "boss-vacant"), "`reports_to = \"cio\"`"));
  }
}

TEST_CASE("gaps ahead") {
  const auto gaps = [](std::string cto, std::string_view more = {}) {
    return told_of(Company{.cto = std::move(cto) + "\nconsulted = [\"@shared\"]"}.judged(more),
                   "coverage-gap-ahead")
        .size();
  };
  CHECK(gaps("holder = \"A\"\nuntil = 2026-09-30") == 1);
  CHECK(gaps("holder = \"A\"\nfrom = 2026-01-01") == 0);
  SECTION("dates are inclusive: the next may begin the day after") {
    CHECK(gaps("holders = [{ name = \"A\", until = 2026-06-30 }, { name = \"B\", from = 2026-07-01 "
               "}]") == 0);
    CHECK(gaps("holders = [{ name = \"A\", until = 2026-06-30 }, { name = \"B\", from = 2026-07-02 "
               "}]") == 1);
    CHECK(gaps("holders = [{ name = \"B\", from = 2026-06-15 }, { name = \"A\", until = 2026-06-30 "
               "}]") == 0);
    CHECK(gaps("holders = [{ name = \"A\", until = 2026-06-30 }, { name = \"B\", from = "
               "2026-07-01, until = 2026-12-31 }]") == 1);
  }
  SECTION("what was over before does not matter") {
    CHECK(gaps("holders = [{ name = \"A\", until = 2026-01-31 }, { name = \"B\", from = 2026-03-01 "
               "}]") == 0);
  }
  SECTION("a deputy bridges it") {
    CHECK(gaps("holder = \"A\"\nuntil = 2026-09-30\ndeputy = \"Sam\"") == 0);
  }
  SECTION("another holder of the same duties stays, or begins in time") {
    CHECK(gaps("holder = \"A\"\nuntil = 2026-09-30",
               post("cto2", "ceo",
                    "state = \"planned\"\nfrom = 2026-10-01\naccountable = [\"@CTO\"]")) == 0);
    CHECK(gaps("holder = \"A\"\nuntil = 2026-09-30",
               post("cto2", "ceo",
                    "state = \"planned\"\nfrom = 2026-10-02\naccountable = [\"@CTO\"]")) == 1);
    CHECK(gaps("holder = \"A\"\nuntil = 2026-09-30",
               post("cto2", "ceo",
                    "state = \"planned\"\nfrom = 2026-10-01\naccountable = [\"@CTO\"]", "-")) == 1);
  }
  SECTION("each scope counts") {
    const Company split{.company = "scopes = [\"A\", \"B\"]\n",
                        .cio_accountable = R"(["@CIO", "!networks", "@shared", "@contested"])"};
    const std::string a =
        post("a", "cio", "scope = \"A\"\naccountable = [\"networks\"]\nuntil = 2026-09-30");
    const auto j =
        split.judged(a + post("b", "cio", "scope = \"B\"\naccountable = [\"networks\"]"));
    CHECK(subjects_of(j, "coverage-gap-ahead") == Checks{"duty:networks position:a person:P. a"});
    CHECK(says(first_of(j, "coverage-gap-ahead"), "in `A`"));
    const auto two = split.judged(
        a + post("b", "cio", "scope = \"B\"\naccountable = [\"networks\"]") +
        post(
            "c", "cio",
            "state = \"planned\"\nfrom = 2026-10-01\nscope = \"A\"\naccountable = [\"networks\"]"));
    CHECK(count_of(two, "coverage-gap-ahead") == 0);
  }
  SECTION("a post that holds nothing leaves no gap") {
    CHECK(count_of(Company{}.judged(post("x", "cio", "until = 2026-09-30")),
                   "coverage-gap-ahead") == 0);
  }
  SECTION("more than a year ahead is a note") {
    const auto j =
        Company{.cto = "holder = \"A\"\nuntil = 2027-06-30\nconsulted = [\"@shared\"]"}.judged();
    CHECK(first_of(j, "coverage-gap-ahead").severity == Severity::note);
    const auto near =
        Company{.cto = "holder = \"A\"\nuntil = 2027-05-31\nconsulted = [\"@shared\"]"}.judged();
    CHECK(first_of(near, "coverage-gap-ahead").severity == Severity::warning);
  }
  SECTION("a team's duties end with its lead") {
    const auto j =
        Company{}.judged(post("x", "cio", "until = 2026-09-30") +
                         "[[team]]\nid = \"t\"\nlead = \"x\"\naccountable = [\"networks\"]\n");
    CHECK(count_of(j, "coverage-gap-ahead") == 1);
  }
}

TEST_CASE("posts and lines that say things twice") {
  CHECK(count_of(Company{}.judged(post("x", "cio", "dotted_to = [\"cio\"]")),
                 "dotted-to-own-boss") == 1);
  CHECK(count_of(Company{}.judged(post("x", "cio", "dotted_to = [\"cto\"]")),
                 "dotted-to-own-boss") == 0);
  CHECK(subjects_of(Company{}.judged(post("x", "cio", "", "Sam") + post("y", "cto", "", "Sam")),
                    "several-posts") == Checks{"person:Sam position:x position:y"});
  CHECK(count_of(Company{}.judged(post("x", "cio", "", "Sam") +
                                  post("y", "cto", "deputy = \"Sam\"", "-")),
                 "several-posts") == 0);
  CHECK(count_of(Company{}.judged(post("x", "cio", "", "Sam") +
                                  post("y", "cto", "until = 2026-01-01", "Sam")),
                 "several-posts") == 0);
}

TEST_CASE("the run") {
  SECTION("a text that is no TOML has no organisation") {
    const auto j = judge_text("{\"position\": []}\n");
    CHECK_FALSE(j.org.has_value());
    CHECK(j.coverage.empty());
    CHECK(checks_of(j) == Checks{"syntax"});
  }
  SECTION("a bracket that is missing is told, and read as it is meant") {
    const auto j = judge_text("[[position]\nid = \"ceo\"\ntitle = \"CEO\"\nholder = \"Eve\"\n");
    REQUIRE(j.org.has_value());
    CHECK(j.org->positions.size() == 1);
    CHECK(count_of(j, "syntax") == 1);
  }
  SECTION("user text never breaks a line of a finding") {
    const auto j = Company{}.judged(post("x\\ny\\u001b", "", "", "Eve\\nadmin") +
                                    post("z", "x\\ny\\u001b", "", "Eve\\nadmin"));
    CHECK_FALSE(j.findings.empty());
    for (const Finding& finding : j.findings) {
      CHECK(finding.message.find_first_of("\n\x1b") == std::string::npos);
      for (const Label& label : finding.labels)
        CHECK(label.text.find_first_of("\n\x1b") == std::string::npos);
      for (const std::string& note : finding.notes)
        CHECK(note.find_first_of("\n\x1b") == std::string::npos);
      CHECK(finding.help_text.find_first_of("\n\x1b") == std::string::npos);
    }
  }
  SECTION("the same text gives the same findings") {
    const std::string text = Company{.cto = ""}.text(post("x", "") + post("y", "", "", "-"));
    const auto a = judge_text(text);
    const auto b = judge_text(text);
    REQUIRE(a.findings.size() == b.findings.size());
    for (std::size_t i = 0; i < a.findings.size(); ++i)
      CHECK(words(a.findings[i]) == words(b.findings[i]));
  }
}

TEST_CASE("a top that is written as its own boss") {
  const auto head = [](std::string_view more = {}) {
    return judge_text("[company]\ncomplete = false\n" + post("ceo", "ceo") + post("a", "ceo") +
                      std::string(more));
  };
  const auto j = head();
  REQUIRE(count_of(j, "reporting-cycle") == 1);
  CHECK(first_of(j, "reporting-cycle").severity == Severity::note);
  CHECK(says(first_of(j, "reporting-cycle"), "drop `reports_to`") == false);
  CHECK(j.org->graph.tops().size() == 1);
  CHECK(head(post("old", "", "state = \"eliminated\"")).org->graph.tops().size() == 2);
  SECTION("beside another top it is a circle") {
    for (const std::string& more : {post("b", ""), post("b", "b"), post("b", "XX")}) {
      const auto two = head(more);
      CHECK(first_of(two, "reporting-cycle").severity == Severity::error);
    }
  }
  SECTION("a boss who is not there is no top") {
    const auto stray = head(post("b", "gone"));
    CHECK(first_of(stray, "reporting-cycle").severity == Severity::note);
  }
}
