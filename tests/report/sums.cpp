#include "report/sums.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "report/format.hpp"
#include "tests/companies.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

Judgement with_findings(std::size_t errors, std::size_t notes) {
  Judgement out;
  out.sources.texts.emplace_back("acme.toml", "x\n");
  for (std::size_t i = 0; i < errors + notes; ++i) {
    out.findings.emplace_back("a-check", "message", Span{0, 1, 1, 1, 2});
    out.findings.back().severity = i < errors ? Severity::error : Severity::note;
  }
  return out;
}

/// With an acting CTO, and a body that holds what is shared.
Judgement with_a_board() {
  return Company{.cio_accountable = R"("@CIO")",
                 .cto_accountable = R"(["@CTO", "@contested"])",
                 .cto = "holder = \"Ada Okafor\"\nstate = \"acting\""}
      .judged(R"([[body]]
id = "board"
name = "Technology board"
chair = "ceo"
members = ["cio", "cto"]
accountable = "@shared"
)");
}

nlohmann::json accountable_of(const nlohmann::json& document, std::string_view duty) {
  for (const auto& verdict : document["verdicts"]) {
    if (verdict["duty"] == duty) return verdict["accountable"];
  }
  return {};
}

}  // namespace

TEST_CASE("sums of findings") {
  CHECK(sums_line(with_findings(1, 2)) ==
        "checked acme.toml: 1 error, 2 notes; no description could be read");
  const Judgement two[] = {with_findings(1, 0), with_findings(2, 1)};
  CHECK(total_line(two) == "checked 2 files in all: 3 errors, 1 note");
}

TEST_CASE("the table of coverage names every holder once, with what they hold") {
  const Judgement judgement = with_a_board();
  REQUIRE(judgement.org);
  const std::string table = coverage_table(*judgement.org, judgement.coverage);
  INFO(table);
  CHECK(table.find(" duties  Lena Hoff, CIO\n") != std::string::npos);
  CHECK(table.find(" duties  Ada Okafor, CTO (acting)\n") != std::string::npos);
  CHECK(table.find(" duties  Technology board (body)\n") != std::string::npos);
  std::size_t at = 0;
  while (at < table.size()) {
    const std::size_t end = table.find('\n', at);
    CHECK(end - at <= 100);
    at = end + 1;
  }
}

TEST_CASE("the table of coverage names the deputy who keeps a post's duties") {
  const Judgement judgement = Company{.cio_accountable = R"("@CIO")",
                                      .cto_accountable = R"("@CTO")",
                                      .cto = "deputy = \"Ada Okafor\""}
                                  .judged("[[person]]\nname = \"Ada Okafor\"\n");
  REQUIRE(judgement.org);
  const std::string table = coverage_table(*judgement.org, judgement.coverage);
  INFO(table);
  CHECK(table.find(" duties  CTO (deputy: Ada Okafor)\n") != std::string::npos);
}

TEST_CASE("a duty held in every scope is held without scopes") {
  const auto table = [](std::string_view scopes) {
    const Judgement judgement =
        Company{.company = "scopes = [\"A\", \"B\"]\n",
                .cio_accountable = R"(["@CIO", "!networks", "@shared", "@contested"])"}
            .judged(post("x", "cio",
                         "accountable = [{ duty = \"networks\", scope = \"A\" }" +
                             std::string(scopes) + "]"));
    return coverage_table(*judgement.org, judgement.coverage);
  };
  CHECK(table("").find("| networks (A)\n") != std::string::npos);
  CHECK(table(R"(, { duty = "networks", scope = "B" })").find("| networks\n") != std::string::npos);
}

TEST_CASE("JSON holds what a program asks for, and nothing that a log would obey") {
  Judgement judgement = with_a_board();
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
  CHECK(accountable_of(document, "duty:security-and-risk") ==
        nlohmann::json::array({"body:board"}));
}

TEST_CASE("JSON names who is accountable on paper too, and one place of a finding as primary") {
  const Judgement judgement =
      Company{.cto = ""}.judged(post("x", "cio", "accountable = \"networks\"") +
                                post("y", "cio", "accountable = \"networks\""));
  const auto document =
      nlohmann::json::parse(find_format("json")->write(std::span(&judgement, 1), {}));
  CHECK(accountable_of(document, "duty:new-products") == nlohmann::json::array({"position:cto"}));
  bool overlap = false;
  for (const auto& finding : document["findings"]) {
    if (finding["check"] != "duty-overlap") continue;
    overlap = true;
    REQUIRE(finding["labels"].size() > 1);
    for (std::size_t i = 0; i < finding["labels"].size(); ++i) {
      CHECK(finding["labels"][i]["primary"] == (i == 0));
    }
  }
  CHECK(overlap);
}
