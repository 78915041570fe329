// Fixes in the formats, and line diffs.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "report/format.hpp"
#include "report/line_diff.hpp"
#include "tests/rules/judged.hpp"

namespace rolecall::test {
namespace {

using nlohmann::json;

const std::string text = R"([company]
name = "Fernhill"
complete = false

[[position]]
id = "director"
title = "Chief Executive Officer"
holder = "Zoë Müller"

[[position]]
id = "cio"
title = "Chief Information Officer"
holder = "Ada" # é
"reports_to" = "dirctor"
accountable = ["it-strategy", "it-strategy"]
)";

std::string written(std::string_view format) {
  const Judgement judgement = judge_text(text);
  return find_format(format)->write(std::span(&judgement, 1), {});
}

/// The text with the edits that JSON has for a check's finding.
std::string applied(const json& edits) {
  const SourceText source("org.toml", text);
  std::string out = text;
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    const auto offset = [&](const char* line, const char* column) {
      std::size_t at = static_cast<std::size_t>(
          source.line((*edit)[line].get<std::uint32_t>()).data() - source.bytes().data());
      for (int i = 1; i < (*edit)[column].get<int>(); ++i) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
      }
      return at;
    };
    const std::size_t begin = offset("line", "column");
    out.replace(begin, offset("end_line", "end_column") - begin, (*edit)["text"]);
  }
  return out;
}

}  // namespace

TEST_CASE("json has each fix with its edits, which mend the text") {
  const json report = json::parse(written("json"));
  std::size_t fixes = 0;
  for (const json& finding : report["findings"]) {
    for (const json& fix : finding["fixes"]) {
      ++fixes;
      const Judgement after = judge_text(applied(fix["edits"]));
      CHECK(count_of(after, finding["check"].get<std::string>()) == 0);
      CHECK(fix["safe"] == true);
    }
  }
  CHECK(fixes == 2);
}

TEST_CASE("sarif and rdjson have fixes as their readers take them") {
  const json sarif = json::parse(written("sarif"));
  const json& results = sarif["runs"][0]["results"];
  const auto with_fix = std::ranges::find_if(
      results, [](const json& result) { return result["ruleId"] == "unknown-reference"; });
  REQUIRE(with_fix != results.end());
  const json& fix = (*with_fix)["fixes"][0];
  CHECK(fix["description"]["text"] == "write `director`");
  const json& change = fix["artifactChanges"][0];
  CHECK(change["artifactLocation"]["uri"] == "org.toml");
  CHECK(change["replacements"][0]["deletedRegion"] ==
        json{{"startLine", 14}, {"startColumn", 16}, {"endLine", 14}, {"endColumn", 25}});
  CHECK(change["replacements"][0]["insertedContent"]["text"] == "\"director\"");

  const json rdjson = json::parse(written("rdjson"));
  const json& diagnostics = rdjson["diagnostics"];
  const auto suggested = std::ranges::find_if(
      diagnostics, [](const json& entry) { return entry["code"]["value"] == "unknown-reference"; });
  REQUIRE(suggested != diagnostics.end());
  CHECK((*suggested)["suggestions"][0]["text"] == "\"director\"");
  CHECK((*suggested)["suggestions"][0]["range"]["start"] == json{{"line", 14}, {"column", 16}});
}

TEST_CASE("text shows the lines of a fix below the help") {
  const std::string out = written("text");
  CAPTURE(out);
  CHECK(out.find("   = help: did you mean `director`?\n"
                 "14 - \"reports_to\" = \"dirctor\"\n"
                 "14 + \"reports_to\" = \"director\"\n\n") != std::string::npos);
  CHECK(out.find("15 - accountable = [\"it-strategy\", \"it-strategy\"]\n"
                 "15 + accountable = [\"it-strategy\"]\n") != std::string::npos);
}

TEST_CASE("a line diff keeps as many lines as it can") {
  const auto signs = [](std::string_view a, std::string_view b) {
    std::string out;
    for (const DiffLine& line : line_diff(a, b)) {
      out += line.sign;
      out += line.text;
    }
    return out;
  };
  CHECK(signs("", "") == "");
  CHECK(signs("a\nb\n", "a\nb\n") == " a b");
  CHECK(signs("a\nb\nc\n", "a\nx\nc\n") == " a-b+x c");
  CHECK(signs("a\nb\nc\nd\n", "b\nc\nx\nd\n") == "-a b c+x d");
  CHECK(signs("a\n", "") == "-a");
  CHECK(signs("", "a") == "+a");
  CHECK(signs("a\nb\na\nb\n", "b\na\nb\na\n") == "-a b a b+a");
}

TEST_CASE("a diff gives the new text, however much has changed") {
  const auto rebuilt = [](std::string_view a, std::string_view b) {
    std::string old_text;
    std::string new_text;
    for (const DiffLine& line : line_diff(a, b)) {
      if (line.sign != '+') old_text += std::string(line.text) + '\n';
      if (line.sign != '-') new_text += std::string(line.text) + '\n';
    }
    return old_text == a && new_text == b;
  };
  std::uint32_t seed = 7;
  const auto next = [&](std::uint32_t below) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % below;
  };
  for (int round = 0; round < 300; ++round) {
    std::string a;
    std::string b;
    const std::uint32_t words = 2 + next(40);
    for (std::uint32_t i = next(60); i > 0; --i) a += std::to_string(next(words)) + '\n';
    for (std::uint32_t i = next(60); i > 0; --i) b += std::to_string(next(words)) + '\n';
    CHECK(rebuilt(a, b));
  }
  // Far more changes than are looked for one by one.
  std::string a;
  std::string b;
  for (int i = 0; i < 20'000; ++i) {
    a += std::to_string(i) + '\n';
    b += (i % 3 == 0 ? "x" : std::to_string(i)) + '\n';
  }
  CHECK(rebuilt(a, b));
  const auto kept = [](const std::vector<DiffLine>& lines) {
    return std::ranges::count(lines, ' ', &DiffLine::sign);
  };
  CHECK(kept(line_diff(a, b)) > 13'000);
}

TEST_CASE("a unified diff has heads, context and the end without a line break") {
  CHECK(unified_diff("x", "a\n", "a\n").empty());
  CHECK(unified_diff("x", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nX\n6\n7\n8\n9\n") ==
        "--- a/x\n+++ b/x\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+X\n 6\n 7\n 8\n");
  CHECK(unified_diff("x", "a", "a\nb") ==
        "--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n"
        "\\ No newline at end of file\n");
  CHECK(unified_diff("x", "", "a\n") == "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n");
  CHECK(unified_diff("a\nb\"", "", "a\n").starts_with("--- \"a/a\\012b\\\"\"\n"));
}

}  // namespace rolecall::test
