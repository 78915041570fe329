// The pages of docs/ that are written from the code are fresh, and what they promise holds.
// ROLECALL_BLESS=1 writes them anew.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

#include "cli/schema.hpp"
#include "model/catalogue/catalogue.hpp"
#include "report/reference/citations.hpp"
#include "report/reference/pages.hpp"
#include "report/reference/topics.hpp"
#include "report/reference/verdict_texts.hpp"
#include "rules/cases.hpp"
#include "rules/structural_rules.hpp"
#include "tests/docs/pages.hpp"
#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

std::string path_of(std::string_view page) { return "docs/" + std::string(page) + ".md"; }

/// Writes a page anew where that is asked for, and says whether it is what it should be.
bool fresh(const std::string& path, const std::string& written) {
  if (std::getenv("ROLECALL_BLESS") != nullptr) {
    std::ofstream(std::string(ROLECALL_SOURCE_DIR "/") + path, std::ios::binary) << written;
  }
  return written == page(path);
}

/// How many findings a check has in a text, and how much they are about; those that are waived left
/// out.
std::size_t open(const std::string& text, std::string_view check) {
  std::size_t out = 0;
  const Judgement judgement = judge_text(text);
  for (const Finding& finding : judgement.findings) {
    if (finding.check == check && !finding.waived) out += 1 + finding.subjects.size();
  }
  return out;
}

}  // namespace

TEST_CASE("the written pages and schemas are fresh") {
  for (const Page& each : all_pages()) {
    CAPTURE(each.id);
    CHECK(fresh(path_of(each.id), each.write()));
  }
  for (const Schema* schema : all_schemas()) {
    CAPTURE(schema->id);
    CHECK(fresh("docs/schema/" + std::string(schema->id) + ".json", schema->write()));
  }
}

TEST_CASE("every example of docs/checks.md still fires, and its repair mends it") {
  const std::string text = page(path_of("checks"));
  std::size_t examples = 0;
  for (const Check* check : all_checks()) {
    CAPTURE(check->id);
    const std::size_t section = text.find("\n## " + std::string(check->id) + "\n");
    REQUIRE(section != std::string::npos);
    const std::string begin = "```toml\n";
    const std::size_t at = text.find(begin, section);
    REQUIRE(at < text.find("\n## ", section + 1));
    const std::size_t from = at + begin.size();
    CHECK(open(text.substr(from, text.find("\n```\n", from) + 1 - from), check->id) > 0);
    REQUIRE(find_case(check->id) != nullptr);
    CHECK(open(std::string(find_case(check->id)->good), check->id) == 0);
    ++examples;
  }
  CHECK(examples == all_checks().size());
}

TEST_CASE("every check says why it is as loud as it is, beginning with its severity") {
  for (const Check* check : all_checks()) {
    CAPTURE(check->id, check->loud);
    const std::string_view article = check->severity == Severity::error ? "An " : "A ";
    CHECK(check->loud.starts_with(std::string(article) + std::string(name(check->severity))));
    CHECK(check->loud.ends_with('.'));
    for (const std::string_view source : sources_of(check->sources)) {
      CAPTURE(source);
      CHECK((find_claim(source) != nullptr || find_structural_rule(source) != nullptr));
    }
  }
}

TEST_CASE("what explain tells to paste works") {
  for (const Check* check : all_checks()) {
    if (check->firm) {
      CHECK(setting_example(*check).empty());
      CHECK(waiver_example(*check).empty());
      continue;
    }
    CAPTURE(check->id);
    const Case* example = find_case(check->id);
    REQUIRE(example != nullptr);
    const std::string bad = std::string(example->bad) + "\n";
    CHECK_FALSE(example_says(*check).empty());
    // An example that sets something has its own `[checks]`.
    if (bad.find("[checks]") == std::string::npos) {
      CHECK(count_of(judge_text(bad + setting_example(*check)), "wrong-type") ==
            count_of(judge_text(bad), "wrong-type"));
      CHECK(count_of(judge_text(bad + setting_example(*check)), "unknown-key") ==
            count_of(judge_text(bad), "unknown-key"));
    }
    const std::string waiver = waiver_example(*check);
    if (!waiver.empty()) CHECK(open(bad + waiver, check->id) < open(bad, check->id));
  }
}

TEST_CASE("every claim of the articles has an answer") {
  CHECK(claims().size() == 74);
  for (const Claim& claim : claims()) {
    CAPTURE(claim.id, claim.kind, claim.gist);
    std::set<std::string_view> kinds;
    for (const Answer& answer : answers_for(claim.id)) kinds.insert(answer.kind);
    CHECK_FALSE(kinds.empty());
    // A claim of a kind is answered by its kind.
    if (claim.kind == "duty") CHECK(kinds.contains("duty"));
    if (claim.kind == "rule") CHECK(kinds.contains("check"));
    if (claim.kind == "reference") CHECK(kinds.contains("pay"));
    if (claim.kind == "skill" || claim.kind == "outcome" || claim.kind == "advice") {
      CHECK(kinds.contains(claim.kind));
    }
  }
}

TEST_CASE(
    "every structural rule has an answer, but that a body may hold, which the language does") {
  for (const StructuralRule& rule : structural_rules()) {
    CAPTURE(rule.id);
    CHECK(answers_for(rule.id).empty() == (rule.id == "F6"));
  }
}

TEST_CASE("docs/language.md says of the verdicts what explain says") {
  const std::string text = page(path_of("language"));
  CHECK(verdict_texts().size() == static_cast<std::size_t>(verdict_kinds));
  for (const VerdictText& verdict : verdict_texts()) {
    CAPTURE(verdict.says);
    const std::string row =
        "| " + std::string(name(verdict.kind)) + " | " + std::string(verdict.says) + " |";
    CHECK(text.find(row) != std::string::npos);
    if (!verdict.check.empty()) CHECK(find_check(verdict.check) != nullptr);
  }
}
