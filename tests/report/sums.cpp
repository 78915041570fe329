#include "report/sums.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "report/format.hpp"
#include "rules/run.hpp"

using namespace rolecall;

namespace {

Judgement judged(std::string text) {
  Sources sources;
  sources.texts.emplace_back("acme.toml", std::move(text));
  return judge(std::move(sources), {.today = {2026, 1, 1}, .limits = {}});
}

Judgement with_findings(std::size_t errors, std::size_t notes) {
  Judgement out;
  out.sources.texts.emplace_back("acme.toml", "x\n");
  for (std::size_t i = 0; i < errors + notes; ++i) {
    out.findings.emplace_back("a-check", "message", Span{0, 1, 1, 1, 2});
    out.findings.back().severity = i < errors ? Severity::error : Severity::note;
  }
  return out;
}

constexpr const char* company = R"([company]
name = "Acme"

[[position]]
id = "ceo"
title = "Chief Executive Officer"
holder = "Mina Park"

[[position]]
id = "cio"
title = "Chief Information Officer"
holder = "Ada Okafor"
reports_to = "ceo"
accountable = "@CIO"

[[position]]
id = "cto"
title = "Chief Technology Officer"
holder = "Jo Lind"
state = "acting"
reports_to = "ceo"
accountable = ["@CTO", "@contested"]

[[body]]
id = "board"
name = "Technology board"
chair = "ceo"
members = ["cio", "cto"]
accountable = "@shared"
)";

}  // namespace

TEST_CASE("sums of findings") {
  CHECK(sums_line(with_findings(1, 2)) ==
        "checked acme.toml: 1 error, 2 notes; no description could be read");
  const Judgement two[] = {with_findings(1, 0), with_findings(2, 1)};
  CHECK(total_line(two) == "checked 2 files in all: 3 errors, 1 note");
}

TEST_CASE("the table of coverage names every holder once, with what they hold") {
  const Judgement judgement = judged(company);
  REQUIRE(judgement.org);
  const std::string table = coverage_table(*judgement.org, judgement.coverage);
  INFO(table);
  CHECK(table.find(" duties  Ada Okafor, Chief Information Officer\n") != std::string::npos);
  CHECK(table.find(" duties  Jo Lind, Chief Technology Officer (acting)\n") != std::string::npos);
  CHECK(table.find(" duties  Technology board (body)\n") != std::string::npos);
  std::size_t at = 0;
  while (at < table.size()) {
    const std::size_t end = table.find('\n', at);
    CHECK(end - at <= 100);
    at = end + 1;
  }
}

TEST_CASE("JSON holds what a program asks for, and nothing that a log would obey") {
  Judgement judgement = judged(company);
  judgement.findings.emplace_back("a-check", "##[error] \x7F \xC2\x9B \xE2\x80\xAE \xC3\xBC \xFF",
                                  Span{0, 1, 1, 1, 2}, "here");
  const std::string text =
      find_format("json")->write(std::span(&judgement, 1), {.colour = true, .version = "1"});
  CHECK(text.find("##[") == std::string::npos);
  CHECK(text.find("##\\u005berror] \\u007f \\u009b \\u202e \xC3\xBC \xEF\xBF\xBD") !=
        std::string::npos);
  const auto document = nlohmann::json::parse(text);
  CHECK(document["findings"].back()["message"] ==
        "##[error] \x7F \xC2\x9B \xE2\x80\xAE \xC3\xBC \xEF\xBF\xBD");
  CHECK(document["verdicts"].size() == judgement.coverage.size());
  bool board = false;
  for (const auto& verdict : document["verdicts"]) {
    board = board || verdict["accountable"] == nlohmann::json::array({"body:board"});
  }
  CHECK(board);
}
