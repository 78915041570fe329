// What the reader says of texts that are not as they should be.
#include <catch2/catch.hpp>
#include <string>

#include "model/language/read_toml.hpp"

using namespace rolecall;

namespace {

ReadResult read(std::string text) {
  const SourceText source("test.toml", std::move(text));
  return read_toml(source);
}

/// "check line:column message" for each finding.
std::vector<std::string> said(const ReadResult& result) {
  std::vector<std::string> out;
  for (const Finding& finding : result.findings) {
    out.push_back(std::string(finding.check) + " " + std::to_string(finding.place().line) + ":" +
                  std::to_string(finding.place().column) + " " + finding.message);
  }
  return out;
}

bool says(const ReadResult& result, const std::string& line) {
  for (const std::string& one : said(result)) {
    if (one == line) return true;
  }
  UNSCOPED_INFO("wanted: " << line);
  for (const std::string& one : said(result)) UNSCOPED_INFO("said:   " << one);
  return false;
}

std::string help_of_first(const ReadResult& result) {
  return result.findings.empty() ? std::string() : result.findings.front().help_text;
}

}  // namespace

TEST_CASE("every value is read with its place") {
  const ReadResult result = read(
      "rolecall = 1\n"
      "[company]\n"
      "name = \"Zoë & Co\"\n"
      "as_of = 2026-11-01\n"
      "[[position]]\n"
      "id = \"cto\"\n"
      "title = \"CTO\"\n"
      "dotted_to = \"ceo\"\n"
      "accountable = [\"@CTO\", { duty = \"networks\", scope = [\"a\", \"b\"] }]\n"
      "holders = [{ name = \"Ada\", until = 2026-01-31 }]\n"
      "[duties.networks]\n"
      "accountable = { holder = \"cto\", scope = \"a\" }\n"
      "[duties.infrastructure]\n"
      "joint = \"a reason\"\n");
  REQUIRE(said(result).empty());
  const Document& document = result.document.value();
  CHECK(document.company.name.value == "Zoë & Co");
  CHECK(document.company.name.span == Span{0, 3, 8, 3, 18});
  CHECK(document.company.as_of.value == Date{2026, 11, 1});
  REQUIRE(document.positions.size() == 1);
  const PositionDecl& cto = document.positions[0];
  CHECK(cto.span.line == 5);
  CHECK(cto.id.span == Span{0, 6, 6, 6, 11});
  REQUIRE(cto.dotted_to.size() == 1);
  REQUIRE(cto.duties.accountable.size() == 2);
  CHECK(cto.duties.accountable[1].what.value == "networks");
  CHECK(cto.duties.accountable[1].scope.size() == 2);
  REQUIRE(cto.holders.size() == 1);
  CHECK(cto.holders[0].until.value == Date{2026, 1, 31});
  REQUIRE(document.duty_views.size() == 2);
  CHECK(document.duty_views[0].duty.value == "networks");
  CHECK(document.duty_views[1].joint.value == "a reason");
}

TEST_CASE("several errors in one run") {
  const ReadResult result = read(
      "[company]\nnaem = \"x\"\n[[position]]\ntitle = 7\nid = \"a\"\n[[positions]]\nid = \"b\"\n");
  CHECK(result.findings.size() == 3);
  CHECK(says(result, "unknown-key 2:1 unknown key `naem` in company"));
  CHECK(says(result, "wrong-type 4:9 `title` must be a string"));
  CHECK(says(result, "unknown-key 6:3 unknown key `positions` in a description"));
}

TEST_CASE("a near miss is offered, and what is allowed is listed") {
  CHECK(help_of_first(read("[company]\nnaem = \"x\"\n")) == "did you mean `name`?");
  CHECK(help_of_first(read("[[position]]\nid = \"a\"\nreport_to = \"b\"\n")) ==
        "did you mean `reports_to`?");
  const ReadResult state = read("[[position]]\nid = \"a\"\nstate = \"vacent\"\n");
  CHECK(says(state, "wrong-type 3:9 `state` cannot be `vacent`"));
  CHECK(state.findings[0].notes.at(0).find("`interim`") != std::string::npos);
}

TEST_CASE("the files that a description names are texts") {
  CHECK(says(read("include = 1\n"), "wrong-type 1:11 `include` must be a string"));
  CHECK(says(read("base = [\"x.toml\"]\n"), "wrong-type 1:8 `base` must be a string"));
  const ReadResult one = read("include = \"x.toml\"\nbase = \"y.toml\"\n");
  REQUIRE(one.findings.empty());
  CHECK(one.document->includes.at(0).value == "x.toml");
  CHECK(one.document->base.value == "y.toml");
}

TEST_CASE("wrong shapes") {
  CHECK(says(read("position = 3\n"), "wrong-type 1:1 `position` must be a list of tables"));
  CHECK(
      says(read("[position]\nid = \"a\"\n"), "wrong-type 1:2 `position` must be a list of tables"));
  CHECK(says(read("[[company]]\nname = \"a\"\n"), "wrong-type 1:3 `company` must be a table"));
  CHECK(says(read("rolecall = 2\n"),
             "wrong-type 1:12 `rolecall` must be 1, the version of the language"));
  CHECK(says(read("[company]\nas_of = \"2026-11-01\"\n"), "wrong-type 2:9 `as_of` must be a date"));
  CHECK(help_of_first(read("[company]\nas_of = \"2026-11-01\"\n")) ==
        "write it without quotes: `as_of = 2026-11-01`");
  CHECK(says(read("[company]\nemployees = -1\n"),
             "wrong-type 2:13 `employees` must be a whole number, 0 or more"));
  CHECK(says(read("[company]\ncomplete = \"no\"\n"),
             "wrong-type 2:12 `complete` must be true or false"));
  CHECK(
      says(read("[[position]]\nid = \"a\"\nholder = \"\"\n"), "wrong-type 3:10 `holder` is empty"));
  CHECK(says(read("[[position]]\ntitle = \"a\"\n"),
             "missing-key 1:1 `id` is missing in [[position]]"));
  CHECK(says(read("[duties]\nnetworks = 1\n"), "wrong-type 2:1 `duties.networks` must be a table"));
  CHECK(says(read("[[position]]\nid = \"a\"\naccountable = [{ scope = \"x\" }]\n"),
             "missing-key 3:16 `duty` is missing in an entry of `accountable`"));
}

TEST_CASE("text that cannot be drawn or printed is refused") {
  CHECK(says(read("[company]\nname = \"a\\u0000b\"\n"),
             "wrong-type 2:8 `name` holds the control character U+0000"));
  CHECK(says(read("[company]\nname = \"a\\u001bb\"\n"),
             "wrong-type 2:8 `name` holds the control character U+001B"));
  CHECK(says(read("[company]\nname = \"a\\uFFFFb\"\n"),
             "wrong-type 2:8 `name` holds the control character U+FFFF"));
  CHECK(says(read("[[position]]\nid = \"" + std::string(257, 'x') + "\"\n"),
             "wrong-type 2:6 `id` has 257 bytes, more than 256"));
}

TEST_CASE("what is no TOML at all") {
  CHECK(says(read(""), "syntax 1:1 the description is empty"));
  CHECK(says(read("# only a comment\n"), "syntax 1:1 the description is empty"));
  CHECK(says(read(std::string("a\0b", 3)),
             "syntax 1:1 the file is binary, not text: it holds a NUL byte"));
  CHECK(says(read("[company]\nname = \"\xC3\x28\"\n"),
             "syntax 2:9 the text is not UTF-8: byte 0xC3 at offset 18"));
  const ReadResult other = read("id,title\nceo,CEO\n");
  CHECK_FALSE(other.document.has_value());
  REQUIRE(other.findings.size() == 1);
  CHECK(says(other, "syntax 1:1 the file seems to be CSV, not TOML"));
}

TEST_CASE("keys of very many parts do not reach the parser") {
  const auto header = [](std::size_t parts) {
    std::string text = "[a";
    for (std::size_t i = 1; i < parts; ++i) text += ".a";
    return text + "]\n";
  };
  CHECK(says(read(header(50'000)), "syntax 1:129 a key has more than 64 parts"));
  CHECK(says(read("x = 1\n" + header(65)), "syntax 2:129 a key has more than 64 parts"));
  // Sixty-four are fine for the parser; the key is only unknown.
  CHECK(read(header(64)).findings.at(0).check == "unknown-key");
  // Dots in strings and comments are no parts.
  const std::string dots(1000, '.');
  CHECK(said(read("# " + dots + "\n[company]\nname = \"" + dots.substr(0, 200) + "\" # " + dots +
                  "\n"))
            .empty());
  CHECK(said(read("[company]\nname = '''" + dots.substr(0, 200) + "'''\n")).empty());
  // Blank space between the parts does not hide them.
  std::string spaced = "a";
  for (int i = 0; i < 50'000; ++i) spaced += " . a";
  CHECK(read(spaced + " = 1\n").findings.at(0).message == "a key has more than 64 parts");
  // Nor do quotes.
  std::string quotes = "\"a\"";
  for (int i = 0; i < 50'000; ++i) quotes += ".'a'";
  CHECK(read("[" + quotes + "]\n").findings.at(0).message == "a key has more than 64 parts");
}

TEST_CASE("deep nesting of values is an error, not a crash") {
  const std::string open(100'000, '[');
  const ReadResult lists = read("x = " + open);
  REQUIRE_FALSE(lists.document.has_value());
  CHECK(lists.findings.at(0).check == "syntax");
  std::string tables = "x = ";
  for (int i = 0; i < 100'000; ++i) tables += "{a=";
  CHECK(read(tables).findings.at(0).check == "syntax");
  CHECK(read("[\n").findings.at(0).check == "syntax");
}
