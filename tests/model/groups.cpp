// Groups for people, and what a finding is whatever its words.

#include "model/verdict/groups.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "model/text/meaning.hpp"
#include "report/findings_text.hpp"
#include "report/sums.hpp"
#include "tests/rules/judged.hpp"

namespace rolecall::test {
namespace {

/// So many posts of one vacant lead, each with a team.
std::string unled(std::size_t teams) {
  std::string more = post("lead", "ceo", "", "-");
  for (std::size_t i = 0; i < teams; ++i) {
    more += "[[team]]\nid = \"t" + std::to_string(i) + "\"\nlead = \"lead\"\n";
  }
  return headed("as_of = 2026-06-01\n", more);
}

std::vector<const Finding*> entries_of(const Entries& entries, std::string_view check) {
  std::vector<const Finding*> out;
  for (const Finding* entry : entries.apart()) {
    if (entry->check == check) out.push_back(entry);
  }
  return out;
}

}  // namespace

TEST_CASE("a group of two reads like one of three and one of thirty") {
  const auto told = [](std::size_t teams) {
    const Judgement judgement = judge_text(unled(teams));
    CHECK(count_of(judgement, "unled-team") == teams);
    const Entries entries(judgement.findings);
    const auto all = entries_of(entries, "unled-team");
    REQUIRE(all.size() == 1);
    return *all.front();
  };
  CHECK(told(1).message == "nobody leads team `t0`: the lead is `lead`, vacant");
  CHECK(told(2).message == "nobody leads 2 teams: the lead is `lead`, vacant");
  CHECK(told(3).message == "nobody leads 3 teams: the lead is `lead`, vacant");
  CHECK(told(30).message == "nobody leads 30 teams: the lead is `lead`, vacant");
  CHECK(told(3).notes.front() == "the teams: `t0`, `t1` and `t2`");
  CHECK(told(30).notes.front().ends_with(" more"));
  CHECK(told(30).labels.size() == 1 + max_labels);
  CHECK(told(30).notes.back() == "and 22 more places");
  CHECK(told(2).help_text == told(30).help_text);
  CHECK(told(30).subjects.size() == 31);
}

TEST_CASE("what is waived and what is open are told apart, one alone as it is") {
  const Judgement judgement = judge_text(
      unled(3) + "[[waiver]]\ncheck = \"unled-team\"\non = [\"t0\", \"lead\"]\nreason = \"so\"\n");
  const Entries entries(judgement.findings);
  const auto all = entries_of(entries, "unled-team");
  REQUIRE(all.size() == 2);
  CHECK(all[0]->waived);
  CHECK(all[0]->message == "nobody leads team `t0`: the lead is `lead`, vacant");
  CHECK(all[1]->message == "nobody leads 2 teams: the lead is `lead`, vacant");
}

TEST_CASE("braces in a name are no place for a number") {
  std::string text = unled(3);
  for (std::size_t at = text.find("\"lead\""); at != text.npos; at = text.find("\"lead\"")) {
    text.replace(at, 6, "\"{}\"");
  }
  const Judgement judgement = judge_text(text);
  const Entries entries(judgement.findings);
  CHECK(entries_of(entries, "unled-team").front()->message ==
        "nobody leads 3 teams: the lead is `{}`, vacant");
}

TEST_CASE("sums count what is told") {
  const std::string sums = sums_line(judge_text(unled(30)));
  CAPTURE(sums);
  CHECK(sums.find(", 1 warning, ") != std::string::npos);
}

TEST_CASE("a fingerprint is of what a finding is about, not of words, numbers and neighbours") {
  const auto prints = [](const std::string& text, std::string_view name = "org.toml") {
    std::set<std::string> out;
    for (const Finding& finding : judge_text(text, {}, name).findings) {
      if (finding.check == "unled-team") out.insert(finding.fingerprint);
    }
    return out;
  };
  const auto three = prints(unled(3));
  CHECK(three.size() == 3);
  CHECK(prints("# moved\n\n" + unled(3), "else/x.toml") == three);
  const auto four = prints(unled(4));
  CHECK(std::ranges::includes(four, three));
  std::string other = unled(3);
  other.replace(other.find("\"Test\""), 6, "\"Other\"");
  for (const std::string& print : prints(other)) CHECK_FALSE(three.contains(print));

  const Judgement once = judge_text(headed("", post("x", "gone")));
  const Judgement twice =
      judge_text(headed("", post("x", "gone", "dotted_to = [\"gone\", \"gone\"]")));
  std::set<std::string> all;
  for (const Finding& finding : twice.findings) all.insert(finding.fingerprint);
  CHECK(all.size() == twice.findings.size());
  CHECK(all.contains(first_of(once, "unknown-reference").fingerprint));
}

TEST_CASE("what is worse") {
  CHECK(is_worse(40, 11));
  CHECK_FALSE(is_worse(11, 11));
  CHECK_FALSE(is_worse(10, 11));
  CHECK(is_worse(std::nullopt, 11));  // past counting
  CHECK_FALSE(is_worse(11, std::nullopt));
  CHECK_FALSE(is_worse(std::nullopt, std::nullopt));
}

}  // namespace rolecall::test
