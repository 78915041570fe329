// Exact text of findings made by hand.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "model/verdict/judgement.hpp"
#include "report/format.hpp"

using namespace rolecall;

namespace {

Span at(std::uint32_t line, std::uint32_t column, std::uint32_t end_column) {
  return {0, line, column, line, end_column};
}

std::string shown(std::string_view source, Finding finding, bool colour = false,
                  Severity severity = Severity::error) {
  finding.severity = severity;
  Judgement judgement;
  judgement.sources.texts.emplace_back("acme.toml", std::string(source));
  judgement.findings.push_back(std::move(finding));
  const std::string all =
      find_format("text")->write(std::span(&judgement, 1), {.colour = colour, .version = "1"});
  // Without the empty line and the sums.
  return all.substr(0, all.rfind("\n\nchecked acme.toml: ") + 1);
}

constexpr std::string_view source = R"([[position]]
id = "cio"
accountable = ["budget", "strategy", "people"]

[[position]]
id = "cto"
accountable = ["budget"]
)";

}  // namespace

TEST_CASE("a finding with one place") {
  CHECK(shown(source, Finding("a-check", "a message", at(2, 6, 11))) ==
        R"(error[a-check]: a message
 --> acme.toml:2:6
  |
2 | id = "cio"
  |      ^^^^^
)");
}

TEST_CASE("errors come first, those about the most duties before the others") {
  Judgement judgement;
  judgement.sources.texts.emplace_back("acme.toml", std::string(source));
  const auto add = [&](std::string_view check, Severity severity, std::size_t duties) {
    Finding finding(check, "a message", at(2, 6, 11));
    finding.severity = severity;
    for (std::size_t i = 0; i < duties; ++i) {
      finding.subjects.push_back({Subject::Kind::duty, std::to_string(i)});
    }
    judgement.findings.push_back(std::move(finding));
  };
  add("a-note", Severity::note, 30);
  add("small-error", Severity::error, 1);
  add("a-warning", Severity::warning, 20);
  add("large-error", Severity::error, 2);
  for (const std::string_view format : {"text", "markdown"}) {
    const std::string text = find_format(format)->write(std::span(&judgement, 1), {});
    INFO(text);
    CHECK(text.find("large-error") < text.find("small-error"));
    CHECK(text.find("small-error") < text.find("a-warning"));
    CHECK(text.find("a-warning") < text.find("a-note"));
    CHECK(text.find("a-note") != text.npos);
  }
}

TEST_CASE("a long report keeps every error, and counts what is less") {
  Judgement judgement;
  judgement.sources.texts.emplace_back("acme.toml", std::string(source));
  for (std::size_t i = 0; i < 240; ++i) {
    judgement.findings.emplace_back("a-check", "message " + std::to_string(i), at(2, 6, 11));
    judgement.findings.back().severity = i < 70 ? Severity::error : Severity::note;
  }
  const auto write = [&](FormatOptions options) {
    return find_format("text")->write(std::span(&judgement, 1), options);
  };
  const std::string text = write({});
  INFO(text);
  CHECK(text.starts_with("error[a-check]: message 0\n --> acme.toml:2:6\n"));
  CHECK(text.contains("acme.toml:2:6: error[a-check]: message 69\n"));
  CHECK_FALSE(text.contains("note[a-check]"));
  CHECK(text.contains("and 170 more; all in full: `--verbose`\n"));
  CHECK(std::ranges::count(text, '\n') < 140);
  const std::string all = write({.verbose = true});
  CHECK(all.contains("note[a-check]: message 239\n --> acme.toml:2:6\n"));
  CHECK_FALSE(all.contains("--verbose"));
  judgement.findings.erase(judgement.findings.begin(), judgement.findings.end() - 12);
  CHECK(std::ranges::count(write({}), '\n') <= 60);
  CHECK(write({}).contains("message 239\nin full: `--verbose`\n"));
}

TEST_CASE("quiet is findings alone; the last line says what to do next") {
  Finding finding = Finding("a-check", "a message", at(2, 6, 11)).help("ask somebody");
  finding.severity = Severity::warning;
  Judgement judgement;
  judgement.sources.texts.emplace_back("acme.toml", std::string(source));
  judgement.findings.push_back(finding);
  const std::string text = find_format("text")->write(std::span(&judgement, 1), {});
  CHECK(
      text.ends_with("0 errors, 1 warning; no description could be read\n"
                     "next: acme.toml:2: ask somebody\n"));
  const std::string quiet = find_format("text")->write(std::span(&judgement, 1), {.quiet = true});
  CHECK(quiet.ends_with("= help: ask somebody\n"));
  CHECK_FALSE(quiet.ends_with("\n\n"));
  judgement.findings.front().fixes.push_back(
      {"mend it", {ReplaceBytes{at(2, 6, 11), "\"cto\""}}, true});
  CHECK_THAT(find_format("text")->write(std::span(&judgement, 1), {}),
             Catch::Matchers::EndsWith(
                 "next: `rolecall fix acme.toml`: 1 finding has a fix that needs no decision\n"));
  judgement.findings.front().severity = Severity::note;
  CHECK_FALSE(find_format("text")->write(std::span(&judgement, 1), {}).contains("next:"));
}

TEST_CASE("a finding shows so many places and no more") {
  std::string source_lines;
  Finding finding("a-check", "a message", at(1, 1, 2));
  for (std::uint32_t line = 1; line <= 1000; ++line) {
    source_lines += "x\n";
    finding.add_label(at(line, 1, 2), "here");
  }
  const std::string text = shown(source_lines, std::move(finding));
  CHECK(std::ranges::count(text, '\n') < 200);
}

TEST_CASE("the file of the primary place comes first") {
  Judgement judgement;
  judgement.sources.texts.emplace_back("acme.toml", "id = \"cio\"\n");
  judgement.sources.texts.emplace_back("own.toml", "id = \"duty\"\n");
  judgement.findings.push_back(Finding("a-check", "a message", Span{1, 1, 6, 1, 12}, "here")
                                   .label(Span{0, 1, 6, 1, 11}, "and there"));
  CHECK(find_format("text")
            ->write(std::span(&judgement, 1), {.colour = false, .version = "1"})
            .starts_with(R"(error[a-check]: a message
 --> own.toml:1:6
  |
1 | id = "duty"
  |      ^^^^^^ here
 ::: acme.toml:1:6
  |
1 | id = "cio"
  |      ----- and there
)"));
}

TEST_CASE("notes and help are aligned with the gutter") {
  const std::string long_source = std::string(11, '\n') + "x = 1\n";
  CHECK(
      shown(
          long_source,
          Finding("a-check", "a message", at(12, 1, 2), "here").note("why").note("more").help("do"),
          false, Severity::warning) ==
      R"(warning[a-check]: a message
  --> acme.toml:12:1
   |
12 | x = 1
   | ^ here
   |
   = note: why
   = note: more
   = help: do
)");
}

TEST_CASE("several labels on one line hang below each other") {
  CHECK(shown(source, Finding("a-check", "a message", at(3, 16, 24), "first")
                          .label(at(3, 26, 36), "second")
                          .label(at(3, 38, 46), "third")) ==
        R"(error[a-check]: a message
 --> acme.toml:3:16
  |
3 | accountable = ["budget", "strategy", "people"]
  |                ^^^^^^^^  ----------  -------- third
  |                |         |
  |                |         second
  |                first
)");
}

TEST_CASE("a label within another leaves room for both texts") {
  CHECK(shown(source, Finding("a-check", "a message", at(3, 26, 36), "this one")
                          .label(at(3, 15, 47), "of these")) ==
        R"(error[a-check]: a message
 --> acme.toml:3:26
  |
3 | accountable = ["budget", "strategy", "people"]
  |               -----------^^^^^^^^^^-----------
  |               |          |
  |               |          this one
  |               of these
)");
}

TEST_CASE("places stand in the order of the file, with dots for what is left out") {
  CHECK(shown(source, Finding("a-check", "a message", at(7, 16, 24), "and here")
                          .label(at(3, 16, 24), "held here")
                          .label(at(5, 1, 13), "")
                          .label(at(2, 6, 11), "by the CIO")) ==
        R"(error[a-check]: a message
 --> acme.toml:7:16
  |
2 | id = "cio"
  |      ----- by the CIO
3 | accountable = ["budget", "strategy", "people"]
  |                -------- held here
4 |
5 | [[position]]
  | ------------
6 | id = "cto"
7 | accountable = ["budget"]
  |                ^^^^^^^^ and here
)");
  CHECK(shown(source, Finding("a-check", "a message", at(7, 16, 24)).label(at(2, 6, 11), "x")) ==
        R"(error[a-check]: a message
 --> acme.toml:7:16
  |
2 | id = "cio"
  |      ----- x
...
7 | accountable = ["budget"]
  |                ^^^^^^^^
)");
}

TEST_CASE("marks stand below what they mark, by the width on the screen") {
  CHECK(
      shown("\tname = \"\xE5\xA4\xA7\xE9\x98\xAA e\xCC\x81\" # here\n",
            Finding("a-check", "a message", at(1, 9, 16), "wide").label(at(1, 17, 23), "after")) ==
      "error[a-check]: a message\n"
      " --> acme.toml:1:9\n"
      "  |\n"
      "1 |     name = \"\xE5\xA4\xA7\xE9\x98\xAA e\xCC\x81\" # here\n"
      "  |            ^^^^^^^^ ------ after\n"
      "  |            |\n"
      "  |            wide\n");
}

TEST_CASE("a place at the end of a line, and one over several lines") {
  CHECK(shown("a = [\n1,\n", Finding("a-check", "a message", at(1, 6, 7), "missing")) ==
        R"(error[a-check]: a message
 --> acme.toml:1:6
  |
1 | a = [
  |      ^ missing
)");
  CHECK(shown("a = [\n1,\n", Finding("a-check", "a message", Span{0, 1, 5, 2, 2}, "this")) ==
        R"(error[a-check]: a message
 --> acme.toml:1:5
  |
1 | a = [
  |     ^ this
)");
  CHECK(shown("", Finding("a-check", "a message", at(1, 1, 2), "nothing")) ==
        R"(error[a-check]: a message
 --> acme.toml:1:1
  |
1 |
  | ^ nothing
)");
}

TEST_CASE("a long line is cut round the place") {
  std::string line(500, 'x');
  line.replace(300, 4, "HERE");
  const std::string cut = shown(line, Finding("a-check", "a message", at(1, 301, 305), "here"));
  CHECK(cut ==
        "error[a-check]: a message\n"
        " --> acme.toml:1:301\n"
        "  |\n"
        "1 | ..." +
            std::string(20, 'x') + "HERE" + std::string(113, 'x') +
            "...\n"
            "  | " +
            std::string(23, ' ') + "^^^^ here\n");
  // Two places that are too far from each other are two excerpts of the line.
  const std::string two = shown(
      line, Finding("a-check", "a message", at(1, 301, 305), "here").label(at(1, 1, 3), "there"));
  CHECK(two ==
        "error[a-check]: a message\n"
        " --> acme.toml:1:301\n"
        "  |\n"
        "1 | " +
            std::string(140, 'x') +
            "...\n"
            "  | -- there\n"
            "1 | ..." +
            std::string(20, 'x') + "HERE" + std::string(113, 'x') +
            "...\n"
            "  | " +
            std::string(23, ' ') + "^^^^ here\n");
}

TEST_CASE("many places are shown in part and counted") {
  Finding finding("a-check", "a message", at(3, 1, 12));
  for (int i = 0; i < 20; ++i) finding.add_label(at(3, 16, 24), "again");
  const std::string text = shown(source, finding);
  CHECK(text.find("  = note: and at 9 more places\n") != std::string::npos);
}

TEST_CASE("colours are those of rustc") {
  CHECK(shown("x = 1\n",
              Finding("a-check", "a message", at(1, 1, 2), "here")
                  .label(at(1, 5, 6), "there")
                  .help("do"),
              true) ==
        "\x1b[1;91merror[a-check]\x1b[0m\x1b[1m: a message\x1b[0m\n"
        " \x1b[1;94m-->\x1b[0m acme.toml:1:1\n"
        "\x1b[1;94m  |\x1b[0m\n"
        "\x1b[1;94m1 |\x1b[0m x = 1\n"
        "\x1b[1;94m  |\x1b[0m \x1b[1;91m^\x1b[0m   \x1b[1;94m-\x1b[0m \x1b[1;94mthere\x1b[0m\n"
        "\x1b[1;94m  |\x1b[0m \x1b[1;91m|\x1b[0m\n"
        "\x1b[1;94m  |\x1b[0m \x1b[1;91mhere\x1b[0m\n"
        "\x1b[1;94m  |\x1b[0m\n"
        "\x1b[1;94m  =\x1b[0m \x1b[1mhelp\x1b[0m: do\n");
}

TEST_CASE("nothing that the user wrote acts on the terminal or in a build log") {
  const std::string hostile =
      "\x1b]0;title\x07 \xC2\x9B"
      "31m \xE2\x80\xAE rtl \x7F ##[error]x ##VsO[y]\r ::z";
  const std::string text = shown(
      hostile + "\n", Finding("a-check", hostile, at(1, 1, 2), hostile).note(hostile).help("a\nb"));
  const std::string safe =
      "\\u{1b}]0;title\\u{7} \\u{9b}31m \\u{202e} rtl \\u{7f} ##\\u{5b}error]x "
      "##VsO\\u{5b}y]\\u{d} ::z";
  CHECK(text == "error[a-check]: " + safe +
                    "\n"
                    " --> acme.toml:1:1\n"
                    "  |\n"
                    "1 | " +
                    safe +
                    "\n"
                    "  | ^^^^^^ " +
                    safe +
                    "\n"
                    "  |\n"
                    "  = note: " +
                    safe +
                    "\n"
                    "  = help: a\\u{a}b\n");
}
