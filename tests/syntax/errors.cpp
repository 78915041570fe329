// What the syntax tree says of what is no TOML, what it offers, and what it leaves.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "model/syntax/foreign.hpp"
#include "model/syntax/tree.hpp"
#include "tests/syntax/both_readers.hpp"

using namespace rolecall;
using syntax::Tree;

namespace {

std::vector<std::string> messages(const std::string& text) {
  const Tree tree = syntax::parse(text);
  std::vector<std::string> out;
  for (const syntax::Error& error : tree.errors) out.push_back(error.message);
  return out;
}

/// The text with all repairs made, those that are not safe too.
std::string repaired(const std::string& text) {
  const Tree tree = syntax::parse(text);
  std::string out = text;
  for (auto error = tree.errors.rbegin(); error != tree.errors.rend(); ++error) {
    if (error->repair) {
      out.replace(error->repair->begin, error->repair->end - error->repair->begin,
                  error->repair->text);
    }
  }
  return out;
}

bool all_safe(const std::string& text) {
  const Tree tree = syntax::parse(text);
  for (const syntax::Error& error : tree.errors) {
    if (!error.repair || !error.repair->safe) return false;
  }
  return !tree.errors.empty();
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("slips of the pen are told in words, and repaired where one thing is meant") {
  struct Slip {
    std::string text;
    std::string message;
    std::string becomes;
    bool safe;
  };
  const std::vector<Slip> slips = {
      {"a = \"Ada\nb = 1\n", "a string is not closed", "a = \"Ada\"\nb = 1\n", true},
      {"a = \"Ada # x\n", "a string is not closed", "a = \"Ada\" # x\n", false},
      {"a = [\"b\", \"c]\n", "a string is not closed", "a = [\"b\", \"c\"]\n", true},
      {"a = Ada\"\n", "a string has no opening quote", "a = \"Ada\"\n", true},
      {"a = vacant # x\n", "`vacant` is no value", "a = \"vacant\" # x\n", true},
      {"a = Ada King\n", "`Ada King` is no value", "a = \"Ada King\"\n", true},
      {"a = True\n", "`True` is no value", "a = true\n", true},
      {"a = no\n", "`no` is no value", "a = false\n", true},
      {"a = “Ada”\n", "a string stands in typographic quotes", "a = \"Ada\"\n", true},
      {"a = ‘Ada’\n", "a string stands in typographic quotes", "a = \"Ada\"\n", true},
      {"a = [“b”, “c”]\n", "a string stands in typographic quotes", "a = [\"b\", \"c\"]\n", true},
      {"a: \"b\"\nc = 1\n", "a key and its value have `:` between them", "a = \"b\"\nc = 1\n",
       true},
      {"a \"b\"\n", "`=` is missing between a key and its value", "a = \"b\"\n", true},
      {"[a\nb = 1\n", "the brackets of a header are not closed", "[a]\nb = 1\n", true},
      {"[[a]\nb = 1\n", "the brackets of a header are not closed", "[[a]]\nb = 1\n", true},
      {"[ [a]]\n", "the brackets of `[[` stand apart", "[[a]]\n", true},
      {"a = [1 2]\n", "a comma is missing between two values of a list", "a = [1, 2]\n", true},
      {"a = [1,, 2]\n", "a list has a comma with no value before it", "a = [1, 2]\n", true},
      {"a = {b = 1,}\n", "a table in braces ends with a comma", "a = {b = 1}\n", true},
      {"a = 1,\n", "`,` stands behind the value", "a = 1\n", true},
      {"a = 1;\n", "`;` stands behind the value", "a = 1\n", true},
      {"a = 1 b = 2\n", "two keys stand on one line", "a = 1\nb = 2\n", true},
      {"a = 1,200\n", "a number has commas", "a = 1200\n", true},
      {"a =\n  [1]\n", "a value stands below its key", "a = [1]\n", true},
      {"a = \"C:\\x\"\n", "`\\x` means nothing in a string", "a = \"C:\\\\x\"\n", false},
      {"a = [1,\n  2\nb = 3\n", "a list is not closed", "a = [1,\n  2]\nb = 3\n", false},
      {"a = {b = 1\nc = 2\n", "a table in braces is not closed", "a = {b = 1 }\nc = 2\n", false},
      {"// x\na = 1\n", "a comment begins with `#`", "# x\na = 1\n", true},
  };
  for (const Slip& slip : slips) {
    CAPTURE(slip.text);
    const Lines said = messages(slip.text);
    REQUIRE_FALSE(said.empty());
    CHECK(said[0] == slip.message);
    CHECK(repaired(slip.text) == slip.becomes);
    CHECK(test::toml_error(slip.becomes).empty());
    CHECK(all_safe(slip.text) == slip.safe);
    CHECK(test::disagreement(slip.text).empty());
  }
}

TEST_CASE("what cannot be repaired is told with what would be right") {
  CHECK(messages("a = null\n") == Lines{"`null` is no value: what is not known is left out"});
  CHECK(messages("a = 2026-13-01\n") == Lines{"`2026-13-01` is neither a number nor a date"});
  CHECK(messages("a = 01.02.2026\n") == Lines{"`01.02.2026` is neither a number nor a date"});
  CHECK(messages("a\nb = 1\n") == Lines{"a key has no value"});
  CHECK(messages("a =\nb = 1\n") == Lines{"a key has no value"});
  CHECK(messages("= 1\n") == Lines{"a value has no key"});
  CHECK(messages("Ada leads it all\n") ==
        Lines{"`Ada leads it all` is neither a table nor a key with a value"});
  CHECK(messages("[]\n") == Lines{"a table has no name"});
  CHECK(messages("[the boss]\n") == Lines{"a header cannot be read"});
  CHECK(messages("a = \"\"\"x\nb = 1\n") == Lines{"a string is not closed"});
  CHECK(messages("a = [\"b, \"c\"]\n") == Lines{"the quotes on this line do not pair up"});
  CHECK(messages("a = {\n  b = 1,\n  c = 2\n}\nd = 1\n") ==
        Lines{"a table in braces goes over several lines"});
  CHECK(messages("a = 1\na = 2\n") == Lines{"the key `a` stands twice, first in line 1"});
  CHECK(messages("[a]\n[b]\n[a]\n") == Lines{"the table `a` stands twice, first in line 1"});
  CHECK(messages("a = {}\n[a.b]\n") ==
        Lines{"`a` is closed: line 1 has written all of it in braces"});
  CHECK(messages("a = 1\n[a]\n") == Lines{"`a` is a value in line 1, not a table"});
  CHECK(messages("[[a]]\n[a]\n") == Lines{"`a` is written with other brackets in line 1"});
  CHECK(messages("a = \"\x01\"\n") == Lines{"a string holds the control character U+0001"});
  CHECK(messages("# \x01\n") == Lines{"a comment holds the control character U+0001"});
  CHECK(messages("a = \"\xC3\x28\"\nb = \"\xFF\"\n") ==
        Lines{"the text is not UTF-8: byte 0xC3 at offset 5 and 1 more"});
}

TEST_CASE("one run tells all errors, and the rest of the text stays") {
  const std::string text =
      "[company]\nname = Halden\n\n[[position]]\nid = \"ceo\"\nholder \"Ada\"\ntitle = \"CEO\"\n\n"
      "[[position]\nid = \"cio\"\naccountable = [\"a\", b, \"c]\n[duties.x]\njoint = \"y\"\n";
  CHECK(messages(text) == Lines{"`Halden` is no value",
                                "`=` is missing between a key and its value",
                                "the brackets of a header are not closed", "`b` is no value",
                                "a string is not closed"});
  std::string left = without_errors(syntax::parse(text));
  CHECK(left.size() == text.size());
  std::erase(left, ' ');
  CHECK(left ==
        "[company]\n\n\n[[position]]\nid=\"ceo\"\n\ntitle=\"CEO\"\n\n\n\n\n"
        "[duties.x]\njoint=\"y\"\n");
}

TEST_CASE("an unclosed list ends before what can only be a statement") {
  const std::string rest = "b = 2\n[c]\nd = 3\n";
  for (const std::string begin :
       {"a = [1, 2\n", "a = [\n  \"x\",\n  \"y\"\n\n", "a = [ # x\n", "a = [{ c = 1 },\n",
        "a = [[1, [2,\n", "a = \"\"\"x\ny\n", "a = {b = [1,\n"}) {
    CAPTURE(begin);
    const std::string text = begin + rest;
    const Tree tree = syntax::parse(text);
    CHECK(tree.errors.size() == 1);
    CHECK(without_errors(tree).ends_with(rest));
    CHECK(test::disagreement(text).empty());
  }
}

TEST_CASE("very many errors are counted and not all kept") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "= 1\n";
  const Tree tree = syntax::parse(text);
  CHECK(tree.errors.size() == syntax::max_errors);
  CHECK(tree.untold == 5000 - syntax::max_errors);
}

TEST_CASE("files of other formats are known as what they are") {
  const auto seems = [](std::string_view text) {
    const auto other = syntax::seems_foreign(text);
    return other ? other->message : std::string();
  };
  CHECK(seems("{\n  \"company\": {}\n}\n") == "the file seems to be JSON, not TOML");
  CHECK(seems("[\n  {\"id\": 1}\n]\n") == "the file seems to be JSON, not TOML");
  CHECK(seems("company:\n  name: Halden\npositions:\n  - id: ceo\n    title: CEO\n") ==
        "the file seems to be YAML, not TOML");
  CHECK(seems("id,title,holder\nceo,CEO,Ada\ncio,\"Chief, I\",Ben\n") ==
        "the file seems to be CSV, not TOML");
  CHECK(seems("id;title\nceo;CEO\n") == "the file seems to be CSV with `;`, not TOML");
  CHECK(seems("id\ttitle\nceo\tCEO\n") == "the file seems to be a table with tabs, not TOML");
  CHECK(seems("<html>\n") == "the file seems to be XML or HTML, not TOML");
  // TOML with slips stays TOML.
  CHECK(seems("name: \"x\"\n[company]\nas_of = 1\n").empty());
  CHECK(seems("[company]\nname = \"a, b\nother = \"c, d\"\n").empty());
  CHECK(seems("[[position]\n").empty());
  CHECK(seems("Ada leads it all\n").empty());
  CHECK(seems("").empty());
}

TEST_CASE("what is lost within a statement does not keep the rest of it") {
  const std::string text =
      "a = [\"b\", \"so is\n  # wri\x01tten\n  b = \"h\"\n\n[[c]]\nid = \"d\"\n";
  CHECK(test::disagreement(text).empty());
  CHECK(without_errors(syntax::parse(text)).find("so is") == std::string::npos);
}
