// Help that is followed: it can be done, mends what it is about, and makes nothing worse.

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/edit/lower.hpp"
#include "rules/mend.hpp"
#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Checks = std::vector<std::string>;

namespace {

/// The description after a fix.
std::string followed(const Judgement& judgement, const Fix& fix) {
  SourcesEditor editor(judgement.sources);
  const auto edits = editor.edits(fix.changes);
  REQUIRE(edits);
  REQUIRE(edits->size() == 1);
  return with_edits(judgement.sources.texts[0].bytes(), edits->front().edits);
}

/// Follows each fix of a check alone: its finding goes, and nothing louder than a note comes.
void follow(const Judgement& before, std::string_view check) {
  std::size_t fixes = 0;
  for (const Finding& finding : before.findings) {
    if (finding.check != check) continue;
    for (const Fix& fix : finding.fixes) {
      const std::string text = followed(before, fix);
      const Judgement after = judge_text(text);
      INFO(fix.title << "\n" << text);
      for (const Finding& left : after.findings) CHECK(identity(left) != identity(finding));
      for (const Finding* more : added(before.findings, after.findings)) {
        FAIL_CHECK(more->check << ": " << more->message);
      }
      ++fixes;
    }
  }
  CHECK(fixes > 0);
}

const std::string aims = "[company]\naims = [\"improve-products\"]\n";

std::string cto(std::string_view entries) {
  return "[[position]]\nid = \"cto\"\ntitle = \"CTO\"\nholder = \"A\"\naccountable = [" +
         std::string(entries) + "]\n";
}

}  // namespace

TEST_CASE("a company that aims at products") {
  const auto j = judge_text(aims + cto(R"("@CTO", "@shared", "@contested")"));
  SECTION("needs security and privacy, and can do without a CIO") {
    CHECK(subjects_of(j, "duty-missing") ==
          Checks{"duty:data-privacy role:CIO position:cto",
                 "duty:information-security role:CIO position:cto"});
    CHECK(first_of(j, "duty-missing").severity == Severity::error);
    const Finding& f = first_of(j, "role-missing");
    CHECK(f.severity == Severity::note);
    CHECK(says(
        f, R"(let `cto`, or somebody in that line, answer for them: `accountable = ["@CIO"]`)"));
    CHECK_FALSE(says(f, "`role ="));
    follow(j, "duty-missing");
  }
  SECTION("where somebody in the line holds its duties") {
    const auto held = judge_text(aims + cto(R"("@CTO", "@shared", "@contested")") +
                                 post("it", "cto", "accountable = [\"@CIO\"]"));
    CHECK(checks_of(held) == Checks{"role-missing"});
    CHECK(says(first_of(held, "role-missing"), "nothing is missing"));
    CHECK(checks_of(judge_text(
              aims + cto(R"("@CTO", "@shared", "@contested")") +
              post("it", "cto", "accountable = [\"@CIO\"]") +
              "[[waiver]]\ncheck = \"role-missing\"\non = \"CIO\"\nreason = \"products\"\n")) ==
          Checks{"role-missing"});  // waived
  }
  SECTION("some of whose duties somebody holds") {
    const auto some =
        judge_text(aims + cto(R"("@CTO", "@shared", "@contested", "networks")") +
                   post("it", "cto", R"(accountable = ["@CIO", "!networks", "!service-desk"])"));
    CHECK(says(first_of(some, "role-missing"), "let `cto`, or somebody in that line, name them"));
  }
}

TEST_CASE("an officer of another field is no CIO in all but name") {
  const auto with = [](std::string_view title, std::string_view duties) {
    return judge_text(headed("aims = [\"improve-processes\"]",
                             "[[position]]\nid = \"x\"\ntitle = \"" + std::string(title) +
                                 "\"\nholder = \"B\"\nreports_to = \"ceo\"\naccountable = [" +
                                 std::string(duties) + "]\n"));
  };
  const auto cio = [](const Judgement& j) {
    for (const Finding& f : j.findings) {
      if (f.check == "role-missing" && says(f, "no CIO")) return words(f);
    }
    return std::string();
  };
  for (const auto& [title, duties] :
       {std::pair{"Chief Information Security Officer", "\"information-security\""},
        std::pair{"Chief Financial Officer", "\"it-budget\", \"procurement\""},
        std::pair{"Data Protection Officer", "\"data-privacy\""}}) {
    const std::string text = cio(with(title, duties));
    INFO(title);
    CHECK(text.find("stands in for") == text.npos);
    CHECK(text.find("all but name") == text.npos);
    CHECK(text.find("write `role = \"CIO\"` at the post that is the CIO") != text.npos);
  }
  CHECK(cio(with("Head of Computers", "\"networks\", \"service-desk\""))
            .find("if `x` is the CIO in all but name") != std::string::npos);
  SECTION("and is not given a bundle for one duty of it") {
    const auto j = with("Chief Financial Officer", "\"it-budget\", \"procurement\"");
    for (const Finding& f : j.findings) {
      for (const Fix& fix : f.fixes) CHECK(fix.title.find('@') == std::string::npos);
    }
    follow(j, "duty-missing");
  }
}

TEST_CASE("a missing duty goes to whoever holds its area") {
  const std::string data = "catalogues = [\"articles\", \"data\"]\n";
  const std::string head = post("head", "cio",
                                "title = \"Head of Data\"\naccountable = [\"data-management\", "
                                "\"data-strategy\", \"data-sharing\", \"data-analysis\"]");
  const auto missing = [&](std::string cio, const std::string& more) {
    const auto j = Company{.company = data, .cio = std::move(cio)}.judged(more);
    for (const Finding& f : j.findings) {
      if (f.check == "duty-missing" && says(f, "`data-quality`")) return words(f);
    }
    return std::string();
  };
  const auto to = [](const std::string& text, const std::string& who) {
    return text.find("`accountable` of `" + who + "`") != text.npos;
  };
  CHECK(to(missing("holder = \"L\"\nstate = \"interim\"", head), "head"));
  CHECK(to(missing("holder = \"L\"", head), "head"));
  // Who holds less of it than the chief, or is not there for good, is not asked.
  CHECK(to(missing("holder = \"L\"",
                   post("head", "cio", "state = \"acting\"\naccountable = [\"data-management\"]")),
           "cio"));
  CHECK(to(missing("holder = \"L\"", ""), "cio"));
}

TEST_CASE("help for what a vacancy leaves open") {
  const std::string scopes = "scopes = [\"Health\", \"Labor\"]\n";
  const std::string posts =
      "[[position]]\nid = \"h\"\ntitle = \"CIO, Health\"\nholder = \"A\"\nreports_to = \"ceo\"\n"
      "scope = \"Health\"\naccountable = [\"networks\"]\n"
      "[[position]]\nid = \"l\"\ntitle = \"CIO, Labor\"\nreports_to = \"ceo\"\n"
      "scope = \"Labor\"\naccountable = [\"networks\"]\n";
  const auto partly = [](const Judgement& j) {
    for (const Finding& f : j.findings) {
      if (f.check == "duty-partly-covered") return words(f);
    }
    return std::string();
  };
  SECTION("names the post that is vacant there") {
    CHECK(partly(judge_text(headed(scopes, posts))).find("name a `holder` of `l`, or a `deputy`") !=
          std::string::npos);
  }
  SECTION("and all of them, where there are several") {
    const std::string third =
        "[[position]]\nid = \"e\"\ntitle = \"CIO, Energy\"\nreports_to = \"ceo\"\n"
        "scope = \"Energy\"\naccountable = [\"networks\"]\n";
    const std::string text =
        partly(judge_text(headed("scopes = [\"Health\", \"Labor\", \"Energy\"]\n", posts + third)));
    CHECK(text.find("name a `holder` or a `deputy` of `e` and `l`, or add `{ duty = \"networks\", "
                    "scope = [\"Labor\", \"Energy\"] }`") != std::string::npos);
  }
  SECTION("and who may stand in") {
    const auto j = judge_text(headed(scopes, posts + post("d", "l")));
    CHECK(partly(j).find("name `d` (P. d) as `deputy` of `l`") != std::string::npos);
    follow(j, "duty-partly-covered");
  }
  SECTION("a deputy by title goes before others below") {
    const auto j = Company{.cio = ""}.judged(post("a", "cio") + post("b", "cio") +
                                             "[[position]]\nid = \"d\"\ntitle = \"Deputy CIO\"\n"
                                             "holder = \"D\"\nreports_to = \"cio\"\n");
    for (const char* check : {"duty-on-paper", "boss-vacant", "role-vacant", "title-unclear"}) {
      INFO(check);
      REQUIRE(count_of(j, check) > 0);
      CHECK(followed(j, first_of(j, check).fixes.at(0)).find("deputy = \"d\"") !=
            std::string::npos);
    }
    follow(j, "duty-on-paper");
    follow(j, "title-unclear");
  }
}

TEST_CASE("a watcher below the head of the text is shown a way out of it") {
  const std::string company = "[company]\ncomplete = false\n";
  const std::string posts =
      "[[position]]\nid = \"cio\"\ntitle = \"CIO\"\nholder = \"A\"\naccountable = [\"networks\"]\n"
      "[[position]]\nid = \"ciso\"\ntitle = \"CISO\"\nholder = \"B\"\n";
  const auto j = judge_text(company + posts + "reports_to = \"cio\"\n");
  REQUIRE(count_of(j, "independence") == 1);
  CHECK(says(first_of(j, "independence"), "add the board above `cio`"));
  CHECK_FALSE(says(first_of(j, "independence"), "report to `cio`"));
  const std::string board = "[[body]]\nid = \"board\"\nname = \"Board\"\n";
  CHECK(checks_of(judge_text(company + posts + "reports_to = \"board\"\n" + board)) == Checks{});
  const std::string headed_posts =
      "[[position]]\nid = \"cio\"\ntitle = \"CIO\"\nholder = \"A\"\nreports_to = \"board\"\n"
      "[[position]]\nid = \"ciso\"\ntitle = \"CISO\"\nholder = \"B\"\n";
  CHECK(checks_of(judge_text(company + headed_posts + "reports_to = \"board\"\n" + board)) ==
        Checks{});
  const auto dotted =
      judge_text(company + headed_posts + "reports_to = \"cio\"\ndotted_to = \"board\"\n" + board);
  REQUIRE(count_of(dotted, "independence") == 1);
  CHECK(first_of(dotted, "independence").severity == Severity::note);
}

TEST_CASE("the business unit to link with is one that is business") {
  const auto unit = [](const std::string& posts) {
    const auto j = Company{}.judged(posts);
    return count_of(j, "no-business-link") == 0 ? std::string()
                                                : words(first_of(j, "no-business-link"));
  };
  const std::string cfo =
      "[[position]]\nid = \"cfo\"\ntitle = \"CFO\"\nholder = \"B\"\n"
      "reports_to = \"ceo\"\n";
  const std::string retail =
      "[[position]]\nid = \"pres\"\ntitle = \"President, Retail\"\n"
      "holder = \"C\"\nreports_to = \"ceo\"\n";
  for (const std::string& posts : {cfo + retail, retail + cfo}) {
    CHECK(unit(posts).find(R"(["cio", "pres"])") != std::string::npos);
  }
}

TEST_CASE("one gap ahead is one finding, however many scopes it has") {
  const auto unit = [](std::string_view id, std::string_view scope, std::string_view until) {
    return post(id, "ceo",
                "role = \"CIO\"\nscope = \"" + std::string(scope) +
                    "\"\nuntil = " + std::string(until) + "\naccountable = [\"data-privacy\"]");
  };
  const auto j = judge_text(headed("as_of = 2026-06-01\nscopes = [\"N\", \"S\"]\n",
                                   unit("n", "N", "2026-09-30") + unit("s", "S", "2026-09-30")));
  CHECK(subjects_of(j, "coverage-gap-ahead") ==
        Checks{"duty:data-privacy position:n person:P. n position:s person:P. s"});
  CHECK(says(first_of(j, "coverage-gap-ahead"),
             "`n` (P. n) and `s` (P. s) are there until 2026-09-30"));
  const auto two = judge_text(headed("as_of = 2026-06-01\nscopes = [\"N\", \"S\"]\n",
                                     unit("n", "N", "2026-09-30") + unit("s", "S", "2026-10-31")));
  CHECK(count_of(two, "coverage-gap-ahead") == 2);
}

TEST_CASE("work that a boss does for a report") {
  const auto j = judge_text(
      headed("", post("cio", "ceo", "role = \"CIO\"\nresponsible = [\"technology-roadmap\"]") +
                     post("cto", "cio", "role = \"CTO\"\naccountable = [\"technology-roadmap\"]")));
  REQUIRE(count_of(j, "doer-out-of-line") == 1);
  const Finding& f = first_of(j, "doer-out-of-line");
  CHECK_FALSE(says(f, "dotted_to"));
  CHECK(says(f,
             "give the work to `cto` or somebody below, or make `cio` `accountable` in place of "
             "`cto`"));
}

TEST_CASE("duties are not given to a post in which nobody is") {
  const std::string text = headed(
      "",
      post("cio", "ceo", "role = \"CIO\"\naccountable = [\"@CIO\", \"@shared\", \"@contested\"]") +
          post("cto", "ceo", "role = \"CTO\"", "-"));
  const auto alone = judge_text(text);
  CHECK(says(told_of(alone, "duty-missing").at(0),
             "name a `holder` of `cto`, or a `deputy`, and give `cto` the line"));
  CHECK(first_of(alone, "duty-missing").fixes.empty());
  const auto j = judge_text(text + post("eng", "cto"));
  CHECK(says(told_of(j, "duty-missing").at(0),
             "name a `holder` of `cto`, or name `eng` (P. eng) as `deputy` of `cto`, and give"));
  CHECK(first_of(j, "duty-missing").fixes.empty());
}
