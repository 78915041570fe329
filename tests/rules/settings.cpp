// `[checks]`: what is set is what is judged by, and what cannot be set is said.

#include "rules/settings.hpp"

#include <catch2/catch.hpp>

#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

/// A CIO who names what the CTO names, and lets one duty go.
const Company company{
    .cio_accountable = R"(["@CIO", "!networks", "it-budget", "@shared", "@contested"])",
    .cto_accountable = R"(["@CTO", "it-budget"])"};

Judgement with(std::string_view checks) {
  return company.judged("[checks]\n" + std::string(checks) + "\n");
}

const Check* check(std::string_view id) {
  const Check* found = find_check(id);
  REQUIRE(found != nullptr);
  return found;
}

Settings read(const Judgement& judgement) {
  Findings findings;
  return read_settings(*judgement.org, {}, findings);
}

}  // namespace

TEST_CASE("without settings each check has its default") {
  const Settings settings = read(company.judged());
  for (const Check* each : all_checks()) {
    CHECK(settings.loudness(*each) == Loudness(each->severity));
    CHECK(settings.runs(*each) != each->preview);
  }
  CHECK(settings.limits.max_span == 10);
}

TEST_CASE("a check can be set to any severity, and off") {
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
    const auto j = with("duty-overlap = \"" + std::string(name(severity)) + "\"");
    REQUIRE(count_of(j, "duty-overlap") == 1);
    CHECK(first_of(j, "duty-overlap").severity == severity);
    CHECK(first_of(j, "duty-missing").severity == Severity::error);
  }
  const auto off = with("duty-overlap = \"off\"");
  CHECK(count_of(off, "duty-overlap") == 0);
  CHECK(count_of(off, "duty-missing") == 1);
}

TEST_CASE("a check that lowers a finding keeps it below what is set") {
  // `role-missing` is a note where the aims speak for the other role.
  const std::string text =
      "[company]\naims = \"improve-processes\"\n" + post("cio", "", "role = \"CIO\"");
  CHECK(first_of(judge_text(text), "role-missing").severity == Severity::note);
  const auto raised = judge_text(text + "[checks]\nrole-missing = \"error\"\n");
  CHECK(first_of(raised, "role-missing").severity == Severity::note);
}

TEST_CASE("limits") {
  std::string reports;
  for (int i = 0; i < 3; ++i) reports += post("p" + std::to_string(i), "cio");
  CHECK(count_of(Company{}.judged(reports), "span-wide") == 0);
  CHECK(count_of(Company{}.judged(reports + "[checks]\nmax_span = 2\n"), "span-wide") == 1);
  CHECK(count_of(Company{}.judged(reports + "[checks]\nmax_span = 3\n"), "span-wide") == 0);
  CHECK(count_of(Company{}.judged(reports + "[checks]\nmax_layers = 2\n"), "layers-deep") == 1);
  CHECK(count_of(Company{}.judged("[checks]\nmax_duties = 20\n"), "overloaded") == 1);
  CHECK(read(with("max_arbiter_distance = 5")).limits.max_arbiter_distance == 5);
  // What the text says goes before what the run was started with.
  const auto j = Company{}.judged(reports + "[checks]\nmax_span = 9\n", Limits{.max_span = 1});
  CHECK(count_of(j, "span-wide") == 0);
}

TEST_CASE("unknown settings, with what is near") {
  for (const auto& [written, near] : {std::pair("duty-overlapp = \"off\"", "`duty-overlap`"),
                                      {"max_spam = 3", "`max_span`"},
                                      {"prewiew = true", "`preview`"}}) {
    const auto j = with(written);
    REQUIRE(count_of(j, "unknown-key") == 1);
    CHECK(says(first_of(j, "unknown-key"), std::string("did you mean ") + near));
    CHECK(first_of(j, "unknown-key").severity == Severity::error);
  }
}

TEST_CASE("settings of the wrong kind") {
  for (const auto& [written, word] : {std::pair("duty-overlap = \"of\"", "`\"off\"`"),
                                      {"duty-overlap = false", "write `\"off\"`"},
                                      {"duty-overlap = 3", "a whole number"},
                                      {"max_span = 0", "less than 1"},
                                      {"max_span = -4", "less than 1"},
                                      {"max_span = \"8\"", "a string"},
                                      {"preview = \"yes\"", "true or false"},
                                      {"require_reasons = 1", "true or false"},
                                      {"max_span = 1.5", "a decimal number"}}) {
    CAPTURE(written);
    const auto j = with(written);
    REQUIRE(count_of(j, "wrong-type") == 1);
    CHECK(says(first_of(j, "wrong-type"), word));
    CHECK(count_of(j, "duty-overlap") == 1);
  }
}

TEST_CASE("checks that may hide others cannot be set") {
  std::size_t firm = 0;
  for (const Check* each : all_checks()) {
    if (!each->firm) continue;
    ++firm;
    for (const std::string value : {"off", "note", "warning"}) {
      const auto j = with(std::string(each->id) + " = \"" + value + "\"");
      REQUIRE(count_of(j, "wrong-type") == 1);
      CHECK(says(first_of(j, "wrong-type"), "always an error"));
    }
    CHECK(count_of(with(std::string(each->id) + " = \"error\""), "wrong-type") == 0);
  }
  CHECK(firm == 7);
}

TEST_CASE("previews run only where they are asked for") {
  const Check preview{.id = "not-yet",
                      .group = Group::structure,
                      .severity = Severity::note,
                      .says = "",
                      .why = "",
                      .sources = "",
                      .find = nullptr,
                      .preview = true};
  Settings settings = read(company.judged());
  CHECK_FALSE(settings.runs(preview));
  settings.set(preview, Severity::note);
  CHECK(settings.runs(preview));
  const Settings all = read(with("preview = true"));
  CHECK(all.runs(preview));
  CHECK(all.runs(*check("duty-overlap")));
}

TEST_CASE("require_reasons makes a waiver without a reason an error") {
  const std::string waiver = "[[waiver]]\ncheck = \"duty-overlap\"\n";
  CHECK(first_of(company.judged(waiver), "waiver-without-reason").severity == Severity::warning);
  for (const std::string more : {"", "waiver-without-reason = \"off\"\n"}) {
    const auto j = company.judged(waiver + "[checks]\nrequire_reasons = true\n" + more);
    REQUIRE(count_of(j, "waiver-without-reason") == 1);
    CHECK(first_of(j, "waiver-without-reason").severity == Severity::error);
  }
  const auto off = company.judged(waiver + "[checks]\nwaiver-without-reason = \"off\"\n");
  CHECK(count_of(off, "waiver-without-reason") == 0);
}

TEST_CASE("a profile's severities hold until [checks] says otherwise") {
  Judgement judgement = with("duty-overlap = \"warning\"");
  judgement.org->profile_severities = {{"duty-overlap", Severity::note},
                                       {"duty-missing", std::nullopt},
                                       {"unknown-key", std::nullopt},
                                       {"no-such-check", Severity::note}};
  const Settings settings = read(judgement);
  CHECK(settings.loudness(*check("duty-overlap")) == Loudness(Severity::warning));
  CHECK_FALSE(settings.runs(*check("duty-missing")));
  CHECK(settings.runs(*check("unknown-key")));
}
