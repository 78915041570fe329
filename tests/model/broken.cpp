// A description with mistakes in its TOML: all are told, what is meant is taken as meant, and the
// rest is judged without findings that only the mistakes have caused.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "model/language/read_toml.hpp"
#include "tests/companies.hpp"
#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

const Finding& first(const ReadResult& result) { return result.findings.at(0); }

ReadResult read(const std::string& text) { return read_toml(SourceText("org.toml", text)); }

}  // namespace

TEST_CASE("a slip with one meaning is told and read as meant") {
  const ReadResult result =
      read("[company]\nname = Halden\n[[position]\nid = “ceo”\ntitle = \"CEO\nholder: \"Ada\"\n");
  REQUIRE(result.document);
  CHECK_FALSE(result.document->damaged);
  CHECK(result.findings.size() == 5);
  CHECK(result.document->company.name.value == "Halden");
  // Places are those of the text as it is written.
  CHECK(result.document->company.name.span == Span{0, 2, 8, 2, 14});
  REQUIRE(result.document->positions.size() == 1);
  const PositionDecl& ceo = result.document->positions[0];
  CHECK(ceo.span.line == 3);
  CHECK(ceo.id.value == "ceo");
  CHECK(ceo.id.span == Span{0, 4, 6, 4, 11});
  CHECK(ceo.title.value == "CEO");
  CHECK(ceo.title.span == Span{0, 5, 9, 5, 13});
  CHECK(ceo.holder.front().value == "Ada");
  CHECK(ceo.holder.front().span == Span{0, 6, 9, 6, 14});
  for (const Finding& finding : result.findings) {
    CAPTURE(finding.message);
    CHECK(finding.check == "syntax");
    REQUIRE(finding.fixes.size() == 1);
    CHECK(finding.fixes[0].safe);
    CHECK(finding.help_text == finding.fixes[0].title);
  }
  const auto& quote = std::get<ReplaceBytes>(first(result).fixes[0].changes.at(0));
  CHECK(quote.place == Span{0, 2, 8, 2, 14});
  CHECK(quote.text == "\"Halden\"");
}

TEST_CASE("the brackets of a table are taken as meant") {
  const ReadResult result = read(
      "[[company]]\nname = \"x\"\n[position]\nid = \"a\"\n[position] # b\nid = \"b\"\n"
      "[[duties]]\n");
  REQUIRE(result.document);
  CHECK(result.document->company.name.value == "x");
  REQUIRE(result.document->positions.size() == 2);
  CHECK(result.document->positions[1].id.span == Span{0, 6, 6, 6, 9});
  REQUIRE(result.findings.size() == 4);
  CHECK(first(result).check == "wrong-type");
  CHECK(first(result).message == "`company` must be a table");
  CHECK(first(result).help_text == "write `[company]`");
  const Finding& second = result.findings[2];
  CHECK(second.message == "`position` must be a list of tables");
  CHECK(second.fixes.at(0).safe);
  const auto& change = std::get<ReplaceBytes>(second.fixes[0].changes.at(0));
  CHECK(change.place == Span{0, 5, 1, 5, 11});
  CHECK(change.text == "[[position]]");
}

TEST_CASE("what is lost causes no findings of absence, and is told") {
  const std::string whole = Company{}.text();
  REQUIRE(count(judge_text(whole).findings, Severity::error) == 0);
  // The CIO's header and with it the post: half of the duties and a boss are gone.
  std::string broken = whole;
  broken.replace(broken.find("[[position]]\nid = \"cio\""), 12, "[[position x]]");
  broken += "[[team]]\nid = \"t\"\nkind = \"other\"\nlead = \"cio\"\n";
  const Judgement judgement = judge_text(broken);
  REQUIRE(judgement.org);
  CHECK_FALSE(is_whole(judgement));
  CHECK(checks_of(judgement) == std::vector<std::string>{"syntax"});
  CHECK(says(judgement.findings[0], "what seems to be missing elsewhere is told when"));
  // What stands there is judged all the same.
  const Judgement more = judge_text(broken + "[[position]]\nid = \"ceo\"\ntitel = \"x\"\n");
  CHECK(checks_of(more) == std::vector<std::string>{"duplicate-id", "syntax", "unknown-key"});
}

TEST_CASE("a line that is lost leaves the rest of its table") {
  const Judgement judgement = judge_text(
      "[company]\nname = \"x\"\n[[position]]\nid = \"ceo\"\ntitle = \"CEO\"\nholder = null\n"
      "[[position]]\nid = \"a\"\nreports_to = \"nobody\"\nstate = \"vacent\"\n");
  REQUIRE(judgement.org);
  CHECK(judgement.org->positions.size() == 2);
  CHECK(checks_of(judgement) == std::vector<std::string>{"syntax", "wrong-type"});
}

TEST_CASE("a damaged part makes the whole damaged, and a base its proposal") {
  Workspace beside;
  beside.read = [](const std::string& path) -> std::expected<SourceText, std::string> {
    if (path == "part.toml") return SourceText(path, "[[position]]\nid = null\n");
    return SourceText(path, "[company]\nname = \"x\"\n[[position]]\nid = \"a\" \"b\"\n");
  };
  for (const std::string text : {"include = \"part.toml\"\n[company]\nname = \"x\"\n",
                                 "base = \"base.toml\"\n[company]\nindustry = \"y\"\n"}) {
    CAPTURE(text);
    Sources sources;
    sources.texts.emplace_back("org.toml", text);
    RunOptions options;
    options.today = Date{2026, 6, 1};
    options.beside = beside;
    const Judgement judgement = judge(std::move(sources), options);
    REQUIRE(judgement.org);
    CHECK_FALSE(is_whole(judgement));
    CHECK(checks_of(judgement) == std::vector<std::string>{"syntax"});
  }
}

TEST_CASE("keys of personnel files are known for what they mean") {
  const auto help = [](const std::string& line) {
    const ReadResult result = read("[[position]]\nid = \"a\"\n" + line + "\n");
    const Finding& finding = first(result);
    CHECK(finding.check == "unknown-key");
    const bool renames = !finding.fixes.empty() && finding.fixes[0].safe &&
                         std::holds_alternative<RenameKey>(finding.fixes[0].changes.at(0));
    return finding.help_text + (renames ? " (safe)" : "");
  };
  CHECK(help("manager = \"b\"") == "did you mean `reports_to`? (safe)");
  CHECK(help("name = \"Ada\"") == "did you mean `holder`? (safe)");
  CHECK(help("department = \"IT\"") == "did you mean `unit`? (safe)");
  CHECK(help("email = \"a@b\"") == "leave it out: rolecall has no key for `email`");
  CHECK(help("holder = \"Ada\"\nname = \"Ada\"") ==
        "leave it out: `holder` says it, and is there already");
  CHECK(help("dotted_line = \"b\"") == "did you mean `dotted_to`? (safe)");
  CHECK(help("role_title = \"CIO\"") == "did you mean `title`? (safe)");
  CHECK(help("start = 2026-01-01") == "did you mean `from`? (safe)");
  CHECK(help("team = \"IT\"") == "did you mean `unit`? (safe)");
  CHECK(help("FTE = 1") == "leave it out: rolecall has no key for `FTE`");
  CHECK(help("interim = true") == "write `state = \"interim\"` in its place");
  CHECK(help("vacant = true") ==
        "leave out `vacant` and `holder`: a post without one is vacant");
  CHECK(help("notes = \"x\"") == "write it as a comment, behind `#`");
  CHECK(help("titel = \"x\"") == "did you mean `title`? (safe)");
  CHECK(help("titel = \"x\"\ntitle = \"y\"") == "did you mean `title`, which is there already?");
}

TEST_CASE("states of personnel files are known for what they mean") {
  const auto help = [](const std::string& state) {
    const ReadResult result = read("[[position]]\nid = \"a\"\nstate = \"" + state + "\"\n");
    const Finding& finding = first(result);
    CHECK(finding.check == "wrong-type");
    const bool safe = !finding.fixes.empty() && finding.fixes[0].safe;
    return finding.help_text + (safe ? " (safe)" : "");
  };
  CHECK(help("external") == "did you mean `outsourced`? (safe)");
  CHECK(help("Contractor") == "did you mean `outsourced`? (safe)");
  CHECK(help("part-time") == "did you mean `fractional`? (safe)");
  CHECK(help("parental leave") == "did you mean `leave`? (safe)");
  CHECK(help("temporary") == "did you mean `interim`? (safe)");
  CHECK(help("open") == "leave `state` out: a post without `holder` is vacant");
  CHECK(help("happy").empty());
}

TEST_CASE("a waiver in a comment stands where it is written, in a broken text too") {
  const ReadResult result =
      read("[company]\nname = x\n# rolecall: allow span-wide why\n[position]\nid = \"a\"\n");
  REQUIRE(result.document);
  REQUIRE(result.document->waivers.size() == 1);
  CHECK(result.document->waivers[0].line == 4);
}

TEST_CASE("a catalogue, a theme and a configuration tell all their errors, too") {
  const ReadResult catalogue =
      read_catalogue(SourceText("c.toml", "[[duty]]\nid = null\n[[duty]]\nid = 1 2\n"), 0);
  CHECK_FALSE(catalogue.document);
  CHECK(catalogue.findings.size() == 2);
  Findings findings;
  CHECK_FALSE(
      read_theme_file(SourceText("t.toml", "base = dark\n[page]\nfill = \"#fff\n"), findings));
  CHECK(findings.size() == 2);
}

TEST_CASE("very many errors are told as a hundred and a number") {
  std::string text = "[company]\nname = \"x\"\n";
  for (int i = 0; i < 300; ++i) text += "= 1\n";
  const ReadResult result = read(text);
  REQUIRE(result.findings.size() == 100);
  CHECK(result.findings.back().notes.back() == "and 200 more errors in this file");
}

TEST_CASE("after a thousand errors the rest of a file is not read, and that is said") {
  const auto with_errors = [](std::size_t number) {
    std::string text = "[[position]]\nid = \"a\"\ndotted_to = [";
    for (std::size_t i = 0; i < number; ++i) text += "true, ";
    return read(text + "]\n\n[[position]]\nid = \"late\"\n");
  };
  const ReadResult few = with_errors(999);
  REQUIRE(few.document);
  CHECK(few.findings.size() == 999);
  CHECK_FALSE(few.document->damaged);
  CHECK(few.document->positions.size() == 2);

  const ReadResult many = with_errors(5000);
  REQUIRE(many.document);
  CHECK(many.findings.size() == 1001);
  CHECK(many.findings.back().message == "the file has 1000 errors and more: the rest is not read");
  CHECK(many.document->damaged);
  CHECK(many.document->positions.size() == 1);
}
