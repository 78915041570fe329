// `rolecall explain`: every kind of topic, and what is near.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "report/line_diff.hpp"
#include "report/reference/topics.hpp"
#include "tests/cli/process.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Catch::Matchers::Contains;

namespace {

std::string explained(const std::string& word) {
  const Ran ran = run_rolecall({"explain", word});
  INFO(ran.err);
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  return ran.out;
}

}  // namespace

TEST_CASE("a check with its sources, an example, its repair, and how to set and waive it") {
  const std::string text = explained("duty-missing");
  for (const char* part : {"check duty-missing: nobody is accountable", "A33 (\"CIO vs CTO", "F8 (",
                           "error[duty-missing]", "[checks]\n    duty-missing = ", "[[waiver]]",
                           "# rolecall: allow duty-missing", "How that is mended"}) {
    CHECK_THAT(text, Contains(part));
  }
}

TEST_CASE("a check that cannot be set says so") {
  const std::string text = explained("unknown-key");
  CHECK_THAT(text, Contains("neither be turned off nor waived"));
  CHECK(text.find("[[waiver]]") == std::string::npos);
}

TEST_CASE("no word runs into the next, nothing is said twice, and an example is short") {
  CHECK_THAT(explained("it-operations"), Contains("also called operations"));
  const std::string cio = explained("CIO");
  CHECK(cio.find("167942 on average") != cio.npos);
  CHECK(cio.find("167942 on average") == cio.rfind("167942 on average"));
  const std::string names = explained("placeholder-name");
  CHECK(std::ranges::count(names, '\n') < 100);
}

TEST_CASE("other topics") {
  CHECK_THAT(explained("it-operations"), Contains("duty it-operations") && Contains("section"));
  CHECK_THAT(explained("A33"), Contains("claim A33") && Contains("duty-missing"));
  CHECK_THAT(explained("F8"), Contains("rule F8") && Contains("duty-missing"));
  CHECK_THAT(explained("CIO"), Contains("role CIO") && Contains("paid in"));
  CHECK_THAT(explained("role:CIO"), Contains("role CIO") && !Contains("pay of CIO"));
  CHECK_THAT(explained("overlapping"), Contains("verdict overlapping") && Contains("duty-overlap"));
  CHECK_THAT(explained("on-paper-only"), Contains("verdict on paper only"));
  CHECK_THAT(explained("budget"), Contains("area budget") && Contains("it-budget"));
  CHECK_THAT(explained("bottom-line"), Contains("outcome bottom-line") && Contains("CIO"));
  CHECK_THAT(explained("communication"), Contains("skill communication"));
}

TEST_CASE("the two roles show what they are paid, with country, date and source") {
  for (const char* part : {"United States, 2021-10, USD", "167942 on average", "99000 to 309000",
                           "2237 people", "A27", "185950 of all top executives", "B28"}) {
    CHECK_THAT(explained("role:CIO"), Contains(part));
  }
  CHECK_THAT(explained("role:CTO"), Contains("163399 on average"));
  CHECK(explained("role:COO").find("paid in") == std::string::npos);
}

TEST_CASE("every topic has a text that begins with what it is") {
  for (const Topic& topic : topics()) {
    CAPTURE(topic.kind, topic.id);
    const std::string text = topic.text();
    CHECK(text.starts_with(std::string(topic.kind) + " "));
    CHECK(text.ends_with('\n'));
  }
}

TEST_CASE("a word that is no id finds the duties that speak of it") {
  CHECK_THAT(explained("helpdesk"), Contains("service-desk  duty of CIO (catalogue articles)"));
  CHECK_THAT(explained("risk"), Contains("security-and-risk"));
  CHECK_THAT(explained("service-desk"), Contains("also called"));
  const Ran found = run_rolecall({"catalogue", "--search", "risk"});
  CHECK(found.status == 0);
  for (const char* id : {"security-and-risk", "ai-risks", "security-risk-treatment"}) {
    CHECK_THAT(found.out, Contains(id));
  }
  CHECK(run_rolecall({"catalogue", "--search", "zeppelins"}).status == 1);
  CHECK(run_rolecall({"catalogue", "--search", "risk", "--profiles"}).status == 2);
}

TEST_CASE("explain knows no such page") {
  const Ran ran = run_rolecall({"explain", "--markdown", "chekcs"});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, Contains("did you mean `checks`?"));
  CHECK(run_rolecall({"explain", "--markdown", "severities"}).status == 0);
}

TEST_CASE("the difference of two texts, line by line") {
  const auto diff = [](std::string_view a, std::string_view b) {
    return diff_text(line_diff(a, b), 1);
  };
  CHECK(diff("", "").empty());
  CHECK(diff("a\nb\n", "a\nb\n").empty());
  CHECK(diff("a\nb\nc\n", "a\nx\nc\n") == "  a\n- b\n+ x\n  c\n");
  CHECK(diff("a\nb\nc\nd\ne\nf\n", "x\nb\nc\nd\ne\ny\n") == "- a\n+ x\n  b\n...\n  e\n- f\n+ y\n");
  CHECK(diff("a\n", "a\nb\n") == "  a\n+ b\n");
}

TEST_CASE("waived findings stand in JSON, are counted in text, and do not fail a run") {
  const std::string text =
      "[company]\nas_of = 2026-06-01\ncomplete = false\n"
      "[[position]]\nid = \"a\"\nholder = \"A\"\naccountable = \"networks\"\n"
      "[[position]]\nid = \"b\"\nholder = \"B\"\nreports_to = \"a\"\naccountable = \"networks\"\n"
      "[[waiver]]\ncheck = \"duty-overlap\"\non = \"networks\"\nreason = \"agreed\"\n";
  const Ran plain = run_rolecall({"check", "-"}, {.in = text});
  INFO(plain.out);
  CHECK(plain.status == 0);
  CHECK_THAT(plain.out, Contains(", 1 waived;") && !Contains("[duty-overlap]"));
  const Ran json = run_rolecall({"check", "-", "--output", "json"}, {.in = text});
  CHECK(json.status == 0);
  CHECK_THAT(json.out, Contains("\"waived\": true"));
  const Ran all = run_rolecall({"check", "-", "--no-waivers"}, {.in = text});
  CHECK(all.status == 1);
  CHECK_THAT(all.out, Contains("error[duty-overlap]") && !Contains("waived"));
}
