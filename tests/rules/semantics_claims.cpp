// What is no mistake, beside what is one: bundles that yield, overlaps in some scopes, roles for a
// part, loads, lines of persons.

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Checks = std::vector<std::string>;

namespace {

/// The company in which all is well, and a post that names the roadmap of the CTO.
Judgement named_by(std::string_view boss, std::string_view more, std::string_view others = {}) {
  return Company{}.judged(
      post("x", boss, "accountable = [\"technology-roadmap\"]\n" + std::string(more)) +
      std::string(others));
}

Severity loudness(const Judgement& judgement) {
  return first_of(judgement, "bundle-outranked").severity;
}

}  // namespace

TEST_CASE("a bundle yields") {
  SECTION("down its own line without a word") {
    CHECK(checks_of(named_by("cto", "")) == Checks{});
    CHECK(checks_of(named_by("y", "", post("y", "cto"))) == Checks{});
    CHECK(checks_of(named_by("ceo", "dotted_to = \"cto\"")) == Checks{});
    CHECK(checks_of(named_by("y", "", post("y", "ceo", "dotted_to = \"cto\""))) == Checks{});
  }
  SECTION("to another line as a warning, where the own role loses it") {
    const auto j = named_by("ceo", "role = \"CPO\"");
    CHECK(subjects_of(j, "bundle-outranked") ==
          Checks{"duty:technology-roadmap position:cto position:x"});
    CHECK(loudness(j) == Severity::warning);
    CHECK(says(first_of(j, "bundle-outranked"),
               "`cto` holds `technology-roadmap` through a bundle "
               "and yields to `x`, who names it in another line"));
    CHECK(first_of(j, "bundle-outranked").fixes.size() == 2);
  }
  SECTION("to a boss, to a watcher, or from a post that is not there: a note") {
    const auto boss = Company{}.judged(post("coo", "", "accountable = [\"networks\"]") +
                                       post("cio-2", "coo", "accountable = [\"@CIO\"]"));
    CHECK(count_of(boss, "bundle-outranked") == 1);
    const auto above =
        judge_text(headed("", post("coo", "ceo", "accountable = [\"networks\"]") +
                                  post("cio", "coo", "role = \"CIO\"\naccountable = [\"@CIO\"]")));
    CHECK(loudness(above) == Severity::note);
    CHECK(says(first_of(above, "bundle-outranked"), "who names it above"));
    const auto watcher = Company{}.judged(
        post("x", "ceo", "role = \"CISO\"\naccountable = [\"information-security\"]"));
    CHECK(loudness(watcher) == Severity::note);
    const auto vacant =
        Company{.cto = ""}.judged(post("x", "ceo", "accountable = [\"technology-roadmap\"]"));
    CHECK(loudness(vacant) == Severity::note);
  }
  SECTION("a duty that was not the role's own: a note") {
    const auto j = Company{}.judged(post("x", "ceo", "accountable = [\"data-analysis\"]"));
    CHECK(loudness(j) == Severity::note);
  }
  SECTION("not where it is meant so") {
    const auto with = [](std::string cto, std::string_view more) {
      return Company{.cto_accountable = std::move(cto)}.judged(
          post("x", "ceo", "accountable = [\"technology-roadmap\"]") + std::string(more));
    };
    CHECK(count_of(with(R"(["@CTO", "!technology-roadmap"])", ""), "bundle-outranked") == 0);
    CHECK(count_of(with(R"(["@CTO"])", "[duties.technology-roadmap]\njoint = \"both do\"\n"),
                   "bundle-outranked") == 0);
  }
  SECTION("not between the posts of one person, nor within a shared duty's lines") {
    CHECK(count_of(Company{}.judged(
                       post("x", "ceo", "accountable = [\"technology-roadmap\"]", "Ada Okafor")),
                   "bundle-outranked") == 0);
    CHECK(count_of(Company{}.judged(post("x", "cto", "accountable = [\"technology-priorities\"]")),
                   "bundle-outranked") == 0);
  }
  SECTION("a part of the scopes splits it; all of what the bundle has does not") {
    const auto scoped = [](std::string_view bundle, std::string_view named) {
      return count_of(
          judge_text(headed(
              "scopes = [\"EU\", \"US\"]\n",
              post("cto", "ceo", "role = \"CTO\"\naccountable = [" + std::string(bundle) + "]") +
                  post("x", "ceo", "accountable = [" + std::string(named) + "]"))),
          "bundle-outranked");
    };
    const std::string_view in_eu = R"({ duty = "technology-roadmap", scope = "EU" })";
    CHECK(scoped("\"@CTO\"", in_eu) == 0);
    CHECK(scoped(R"({ duty = "@CTO", scope = "US" })", in_eu) == 0);
    CHECK(scoped(R"({ duty = "@CTO", scope = "EU" })", in_eu) == 1);
    CHECK(scoped(R"({ duty = "@CTO", scope = "EU" })", "\"technology-roadmap\"") == 1);
  }
  SECTION("nothing is said of lines that the text leaves open") {
    const std::string posts =
        "[[position]]\nid = \"cto\"\ntitle = \"CTO\"\nholder = \"A\"\n"
        "accountable = [\"@CTO\"]\n" +
        post("x", "", "accountable = [\"technology-roadmap\"]");
    CHECK(count_of(judge_text("[company]\ncomplete = false\n" + posts), "bundle-outranked") == 0);
    CHECK(count_of(judge_text(posts), "bundle-outranked") == 1);
  }
  SECTION("a body in which a boss sits is above; one that sits elsewhere is in another line") {
    const auto body = [](std::string_view members) {
      return Company{}.judged(post("x", "ceo") + "[[body]]\nid = \"b\"\nmembers = [" +
                              std::string(members) + "]\naccountable = [\"technology-roadmap\"]\n");
    };
    CHECK(loudness(body("\"ceo\", \"x\"")) == Severity::note);
    CHECK(loudness(body("\"x\"")) == Severity::warning);
    CHECK(count_of(body("\"x\", \"cto\""), "bundle-outranked") == 0);
  }
  SECTION("who stands in the wrong line is told so once") {
    const auto j = Company{}.judged(post("x", "cto", "accountable = [\"networks\"]"));
    CHECK(checks_of(j) == Checks{"duty-misplaced"});
  }
  SECTION("several duties are told together") {
    const auto j = Company{}.judged(
        post("x", "ceo", "accountable = [\"technology-roadmap\", \"new-products\"]"));
    CHECK(count_of(j, "bundle-outranked") == 2);
    REQUIRE(told_of(j, "bundle-outranked").size() == 1);
    CHECK(says(told_of(j, "bundle-outranked")[0], "`cto` holds 2 duties through a bundle"));
  }
}

TEST_CASE("overlaps in some scopes end there") {
  const auto in = [](std::string_view first, std::string_view second) {
    return judge_text(headed("scopes = [\"Cars\", \"Code\"]\n",
                             post("a", "ceo", first) + post("b", "ceo", second)));
  };
  const std::string both =
      "role = \"CTO\"\nscope = \"Cars\"\naccountable = [{ duty = "
      "\"product-architecture\", scope = [\"Cars\", \"Code\"] }]";
  const std::string code =
      "role = \"CTO\"\nscope = \"Code\"\naccountable = [\"product-architecture\"]";
  for (const auto& j : {in(both, code), in(code, both)}) {
    REQUIRE(count_of(j, "duty-overlap") == 1);
    const Finding& f = first_of(j, "duty-overlap");
    CHECK(says(f, "keep it in `Code` with "));
    CHECK(says(f, "take `Code` out of the `scope` of the entry of "));
    REQUIRE_FALSE(f.fixes.empty());
    CHECK(f.fixes[0].title.starts_with("take `Code` out"));
  }
  SECTION("a bundle loses one duty in one scope") {
    const std::string text =
        headed("scopes = [\"Cars\", \"Code\"]\n",
               post("a", "ceo", "role = \"CTO\"\nscope = \"Code\"\naccountable = [\"@CTO\"]") +
                   post("b", "ceo",
                        "accountable = [{ duty = \"@CTO\", scope = [\"Cars\", \"Code\"] }HERE]"));
    const auto with = [&](std::string_view more) {
      std::string out = text;
      return judge_text(out.replace(out.find("HERE"), 4, more));
    };
    const Finding f = first_of(with(""), "duty-overlap");
    const std::string entry = R"("!business-needs", { duty = "business-needs", scope = "Cars" })";
    CHECK(says(f, "write `" + entry + "` behind the bundle of `b`"));
    const auto after = with(", " + entry);
    CHECK(count_of(after, "duty-overlap") + 1 == count_of(with(""), "duty-overlap"));
    CHECK(count_of(after, "duty-partly-covered") == 0);
  }
  SECTION("two holders for the whole company with the role are for somebody to choose from") {
    const auto j = in("role = \"CTO\"\naccountable = [\"product-architecture\"]",
                      "role = \"CTO\"\naccountable = [\"product-architecture\"]");
    CHECK(says(first_of(j, "duty-overlap"), "let one keep it, and drop the entry of the other"));
  }
  SECTION("nobody is left without the duty in the other scopes") {
    const auto j = in("role = \"CTO\"\nscope = \"Code\"\naccountable = [\"product-architecture\"]",
                      "accountable = [\"product-architecture\"]");
    CHECK(
        says(first_of(j, "duty-overlap"),
             R"(write `{ duty = "product-architecture", scope = "Cars" }` for the entry of `b`)"));
  }
}

TEST_CASE("two posts with one role that double nobody") {
  const auto doubled = [](const std::string& posts, std::string_view company = {}) {
    return count_of(
        judge_text(headed(
            std::string("as_of = 2026-06-01\ncomplete = false\n") + std::string(company), posts)),
        "role-doubled");
  };
  const auto titled = [](std::string_view id, std::string_view title, std::string_view more) {
    return "[[position]]\nid = \"" + std::string(id) + "\"\ntitle = \"" + std::string(title) +
           "\"\nholder = \"P. " + std::string(id) + "\"\n" + std::string(more) + "\n";
  };
  const std::string group =
      titled("group", "Group CIO", "reports_to = \"ceo\"\naccountable = [\"@CIO\"]");
  SECTION("one for a part reports to one for all, solid or dotted, without a bundle") {
    CHECK(doubled(group + titled("r", "CIO Retail Banking", "reports_to = \"group\"")) == 0);
    CHECK(doubled(group + titled("r", "Segment CIO",
                                 "reports_to = \"ceo\"\ndotted_to = \"group\"\n"
                                 "accountable = [\"networks\"]")) == 0);
    CHECK(doubled(group + titled("r", "CIO Retail Banking", "reports_to = \"ceo\"")) == 1);
    CHECK(doubled(group + titled("r", "CIO Retail Banking",
                                 "reports_to = \"group\"\naccountable = [\"@CIO\"]")) == 1);
    CHECK(doubled(group + titled("r", "Group CIO", "reports_to = \"group\"")) == 1);
  }
  SECTION("scopes stand in all entries") {
    const auto in = [&](std::string_view id, std::string_view entries) {
      return titled(id, "CTO",
                    "reports_to = \"ceo\"\naccountable = [" + std::string(entries) + "]");
    };
    const std::string_view scopes = "scopes = [\"A\", \"B\"]\n";
    const std::string a = in("a", R"({ duty = "@CTO", scope = "A" })");
    CHECK(doubled(a + in("b", R"({ duty = "@CTO", scope = "B" })"), scopes) == 0);
    CHECK(doubled(in("b", R"({ duty = "@CTO", scope = "B" }, "networks")") +
                      in("c", "\"service-desk\""),
                  scopes) == 1);
  }
  SECTION("dates that meet for a month at most") {
    const auto dated = [&](std::string_view id, std::string_view dates) {
      return titled(id, "CTO", "reports_to = \"ceo\"\n" + std::string(dates));
    };
    const std::string old = dated("old", "until = 2026-04-30");
    CHECK(doubled(old + dated("new", "from = 2026-05-01")) == 0);
    CHECK(doubled(dated("new", "from = 2026-07-01") + dated("old", "until = 2026-06-30")) == 0);
    CHECK(doubled(old + dated("new", "from = 2026-04-30")) == 0);
    CHECK(doubled(old + dated("new", "from = 2026-03-30")) == 1);
    const auto held = [](std::string_view id, std::string_view holder) {
      return "[[position]]\nid = \"" + std::string(id) +
             "\"\ntitle = \"CTO\"\nholders = [{ name = \"" + std::string(id) + "\", " +
             std::string(holder) + " }]\nreports_to = \"ceo\"\n";
    };
    CHECK(doubled(held("old", "until = 2026-04-30") + held("new", "from = 2026-05-01")) == 0);
    CHECK(doubled(held("old", "until = 2026-06-30") + held("new", "from = 2026-05-01")) == 1);
    CHECK(doubled(old + dated("new", "")) == 1);
    CHECK(doubled(old + dated("a", "from = 2026-05-01") + dated("b", "from = 2026-05-01")) == 1);
  }
}

TEST_CASE("a role with a large catalogue is no load, more than it asks for is") {
  const auto loaded = [](std::string_view cio, Limits limits = {}) {
    return count_of(
        judge_text(
            headed("complete = false\ncatalogues = [\"articles\", "
                   "\"federal-cio\"]\n",
                   post("cio", "ceo", "role = \"CIO\"\naccountable = [" + std::string(cio) + "]")),
            limits),
        "overloaded");
  };
  CHECK(loaded("\"@CIO\"") == 0);
  CHECK(loaded("\"@CIO\", \"@shared\", \"@contested\"") == 0);
  CHECK(loaded("\"@CIO\", \"@shared\", \"@contested\", \"@CTO\"") == 1);
  CHECK(loaded("\"@CIO\"", {.max_duties = 42}) == 1);
}

TEST_CASE("one officer where the profile asks for one is no key person, nor one with a deputy") {
  const std::string duties =
      "accountable = [\"@CIO\", \"@shared\", \"@contested\", \"emerging-technology\", "
      "\"technology-introduction\", \"technology-landscape\", \"business-needs\"]";
  const auto key = [&](std::string_view company, std::string_view more = {}) {
    return count_of(
        judge_text(headed("employees = 900\n" + std::string(company),
                          post("cio", "ceo", "role = \"CIO\"\n" + duties) + std::string(more))),
        "key-person");
  };
  CHECK(key("profile = \"internal-it\"\n") == 0);
  CHECK(key("") == 1);
  CHECK(key("",
            "[[position]]\nid = \"d\"\ntitle = \"Deputy CIO\"\nholder = \"D\"\n"
            "reports_to = \"cio\"\n") == 0);
  CHECK(key("", "[[position]]\nid = \"d\"\ntitle = \"Deputy CIO\"\nreports_to = \"cio\"\n") == 1);
}

TEST_CASE("a line of a person is one of all the person's posts") {
  const auto links = [](std::string_view boss, std::string_view more = {}) {
    return count_of(
        judge_text(headed("",
                          "[[position]]\nid = \"cio\"\ntitle = \"CIO\"\nholder = \"Pat\"\n"
                          "reports_to = \"ceo\"\naccountable = [\"@CIO\"]\n" +
                              post("coo", "ceo", "", "Pat") +
                              "[[position]]\nid = \"cto\"\ntitle = \"CTO\"\nholder = \"Mel\"\n"
                              "reports_to = \"" +
                              std::string(boss) + "\"\n" + std::string(more))),
        "no-working-link");
  };
  CHECK(links("coo") == 0);
  CHECK(links("ceo", "dotted_to = \"coo\"\n") == 0);
  CHECK(links("ceo", "[[link]]\nbetween = [\"coo\", \"cto\"]\n") == 0);
  CHECK(links("ceo") == 1);
}

TEST_CASE("a doer is missed where most others are named, and the duty is not an officer's own") {
  const auto undone = [](std::string_view holds, std::string_view does,
                         std::string_view self = {}) {
    return subjects_of(
        judge_text(headed("", post("cio", "ceo",
                                   "role = \"CIO\"\naccountable = [" + std::string(holds) +
                                       "]\nresponsible = [" + std::string(self) + "]") +
                                  post("it", "cio", "responsible = [" + std::string(does) + "]"))),
        "duty-without-doer");
  };
  const std::string two = "\"networks\", \"service-desk\"";
  CHECK(undone(two + ", \"it-assets\"", two) == Checks{"duty:it-assets position:cio"});
  CHECK(undone(two, "\"networks\"") == Checks{});
  CHECK(undone(two + ", \"it-assets\"", two, "\"it-assets\"") == Checks{});
  CHECK(undone(two + ", \"it-strategy\"", two) == Checks{});
  CHECK(undone(two + ", \"it-budget\"", two) == Checks{});
}

TEST_CASE("limits of a part of a company are notes, where nobody set them") {
  std::string posts;
  for (char c = 'a'; c < 'a' + 11; ++c) posts += post(std::string(1, c), "ceo");
  const auto span = [&](std::string_view company, Limits limits = {}) {
    const auto j = judge_text(headed(company, posts), limits);
    REQUIRE(count_of(j, "span-wide") == 1);
    return first_of(j, "span-wide").severity;
  };
  CHECK(span("") == Severity::warning);
  CHECK(span("complete = false\n") == Severity::note);
  CHECK(span("complete = false\n", {.max_span = 9}) == Severity::warning);
}
