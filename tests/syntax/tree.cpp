// The syntax tree of what is TOML.

#include "model/syntax/tree.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tests/syntax/both_readers.hpp"

using namespace rolecall;
using syntax::Kind;
using syntax::NodeId;
using syntax::Tree;

TEST_CASE("a tree has tables, pairs and comments, in order") {
  const std::string text =
      "# top\n"
      "rolecall = 1\n"
      "\n"
      "[company] # of all\n"
      "name = \"Halden\"  # the group\n"
      "\n"
      "[[position]]\n"
      "id = 'cto'\n"
      "accountable = [\n"
      "  \"a\", # first\n"
      "  { duty = \"b\", scope = [\"x\"] },\n"
      "]\n";
  const Tree tree = syntax::parse(text);
  REQUIRE(tree.errors.empty());
  CHECK(tree.lost.empty());
  CHECK(without_errors(tree) == text);
  std::vector<Kind> kinds;
  for (const NodeId child : tree.children(0)) kinds.push_back(tree[child].kind);
  CHECK(kinds == std::vector<Kind>{Kind::comment, Kind::pair, Kind::table, Kind::comment,
                                   Kind::pair, Kind::comment, Kind::array_table, Kind::pair,
                                   Kind::pair});
  const NodeId company = tree.children(0, Kind::table).at(0);
  CHECK(tree.text_of(company) == "[company]");
  CHECK(tree.parts(company) == std::vector<std::string>{"company"});
  REQUIRE(tree.statements(company).size() == 3);  // the comment beside it, the pair, its comment
  const NodeId name = tree.statements(company).at(1);
  CHECK(tree.text_of(name) == "name = \"Halden\"");
  CHECK(tree.text_of(tree.value_of(name)) == "\"Halden\"");
  REQUIRE(tree.statements(0).size() == 2);
  const NodeId position = tree.children(0, Kind::array_table).at(0);
  const NodeId list = tree.value_of(tree.statements(position).at(1));
  CHECK(tree.children(list).size() == 5);
  CHECK(tree.text_of(tree.children(list, Kind::comment).at(0)) == "# first");
  CHECK(tree.text_of(tree.children(list, Kind::inline_table).at(0)) ==
        "{ duty = \"b\", scope = [\"x\"] }");
}

TEST_CASE("the node that holds a byte is found") {
  const std::string text = "a = [1, { b = \"x\" }]\n[t]\nc = 2\n";
  const Tree tree = syntax::parse(text);
  const auto at = [&](std::string_view what, Kind kind) {
    const NodeId id = tree.at(static_cast<std::uint32_t>(text.find(what)), kind);
    return id == syntax::no_node ? std::string("none") : std::string(tree.text_of(id));
  };
  CHECK(at("x", Kind::string) == "\"x\"");
  CHECK(at("x", Kind::inline_table) == "{ b = \"x\" }");
  CHECK(at("x", Kind::pair) == "b = \"x\"");
  CHECK(at("1", Kind::pair) == "a = [1, { b = \"x\" }]");
  CHECK(at("t]", Kind::table) == "[t]");
  CHECK(at("c", Kind::table) == "none");
  CHECK(at("\n", Kind::pair) == "none");
  CHECK(at("2", Kind::document) == text);
}

TEST_CASE("a byte order mark and line breaks of both kinds") {
  const std::string text = "\xEF\xBB\xBF# x\r\na = \"\"\"\r\nb\r\n\"\"\"\r\n[c]\r\n";
  const Tree tree = syntax::parse(text);
  REQUIRE(tree.errors.empty());
  CHECK(tree[0].begin == 3);
  CHECK(tree.text_of(tree.children(0, Kind::comment).at(0)) == "# x");
  CHECK(syntax::unquoted(tree.text_of(tree.value_of(tree.children(0, Kind::pair).at(0)))) == "b\n");
  CHECK(test::disagreement(text).empty());
}

TEST_CASE("strings are unquoted and quoted") {
  CHECK(syntax::unquoted("\"a\\tb\\u00e9\\U0001F600\\\\\"") == "a\tbé😀\\");
  CHECK(syntax::unquoted("'a\\tb'") == "a\\tb");
  CHECK(syntax::unquoted("'''\na''b'''") == "a''b");
  CHECK(syntax::unquoted("\"\"\"a \\\n   b\"\"\"\"") == "a b\"");
  CHECK(syntax::unquoted("bare-key") == "bare-key");
  for (const std::string value : {"", "plain", "with \"quotes\" and \\", "line\nbreak\ttab", "Zoë",
                                  "\x1b[0m\x7f", "\u202Eevil", "\u0085"}) {
    const std::string written = syntax::quoted_string(value);
    CHECK(syntax::unquoted(written) == value);
    CHECK(test::disagreement("a = " + written + "\n").empty());
  }
  CHECK(syntax::key_text("reports_to") == "reports_to");
  CHECK(syntax::key_text("data-owner") == "data-owner");
  CHECK(syntax::key_text("two words") == "\"two words\"");
  CHECK(syntax::key_text("") == "\"\"");
}

TEST_CASE("the reader of values and the tree agree at the edges") {
  std::string long_number(126, '1');
  const std::vector<std::string> texts = {
      "",
      "\n",
      "# only a comment",
      "a = 1",
      "a = 1 # c",
      "a.b.c = 1\na.b.d = 2\n",
      "a.b = 1\n[a]\n",
      "a.b = 1\n[a.c]\nx = 1\n",
      "[a.b.c]\n[a]\nb.x = 1\n",
      "[a.b.c]\n[a]\nb.x = 1\n[a.b]\n",
      "[a.b.c]\n[a]\nb.x.y = 1\n[a.b]\n",
      "[a.b.c]\n[a]\nb.x = {}\n[a.b]\n",
      "[a.b.c]\n[a]\nb.x = []\n[a.b]\n",
      "[a.b.c]\n[a]\nb.x = [{}]\n[a.b]\n",
      "[a.b.c]\n[a]\nb.x = [{}, 1]\n[a.b]\n",
      "[a]\n[a]\n",
      "[[a]]\n[[a]]\n[a.b]\n[[a]]\n[a.b]\n[a.b]\n",
      "[[a]]\n[a]\n",
      "[a]\n[[a]]\n",
      "a = []\n[[a]]\n",
      "a = [{}]\n[a.b]\n",
      "a = {}\n[a.b]\n",
      "a = {}\na.b = 1\n",
      "a = { b = 1, b = 2 }\n",
      "a = { b.c = 1, b.d = 2 }\n",
      "a = { b = {}, b.d = 2 }\n",
      "[a.b]\n[[a.b.c]]\nx = 1\n[[a.b.c]]\nx = 2\n",
      "\"a\" = 1\na = 2\n",
      "\"\\u0061\" = 1\na = 2\n",
      "'' = 1\n",
      "\"\" = 1\n",
      "'''a''' = 1\n",
      "a = \"\"\"\"\"\"\n",
      "a = \"\"\"\"\"\"\"\n",
      "a = \"\"\"\"\"\"\"\"\n",
      "a = \"\"\"\"\"\"\"\"\"\n",
      "a = ''''''''\n",
      "a = \"\"\"x \\  \n  y\"\"\"",
      "a = \"\"\"x \\  y\"\"\"",
      "a = \"\\uD800\"",
      "a = \"\\U00110000\"",
      "a = \"\\UFFFFFFFF\"",
      "a = \"\\u12\"",
      "a = \"\\e\"",
      "a = \"\t\"",
      "a = \"\x01\"",
      "a = '\x7f'",
      "a = \"\"\"\r\"\"\"",
      "a = 1\r",
      "a = 1\r\n",
      "# x\r",
      "# \x01\n",
      "# \u0085\n",
      "a = 1\v",
      "a\u00a0= 1",
      "a = 1\u00a0",
      "[ a . b ]\n",
      "[ [a]]\n",
      "[[a] ]\n",
      "[[a]]]\n",
      "[]\n",
      "[a.]\n",
      "[a]b = 1\n",
      "[a] b = 1\n",
      "a = +0\nb = -0\nc = 0\nd = 00\n",
      "a = +_5",
      "a = 5_",
      "a = 1__0",
      "a = 0x_1",
      "a = 0x1_f",
      "a = 0X1",
      "a = +0x1",
      "a = 0o7777777777777777777777",
      "a = 0x7fffffffffffffff",
      "a = 0x8000000000000000",
      "a = 0x00000000000000000000000000000001",
      "a = 9223372036854775807",
      "a = 9223372036854775808",
      "a = -9223372036854775808",
      "a = -9223372036854775809",
      "a = " + long_number,
      "a = " + long_number + ".5",
      "a = 1" + long_number + ".5",
      "a = " + long_number.substr(2) + "e0",
      "a = 0x" + std::string(128, '0'),
      "a = 0x" + std::string(129, '0'),
      "a = 1e400",
      "a = 1e-400",
      "a = 1.e1",
      "a = .5",
      "a = 1.5e+1_0",
      "a = 01.5",
      "a = 1e5.0",
      "a = inf\nb = -nan\nc = +inf\n",
      "a = Inf",
      "a = -",
      "a = tru",
      "a = true]",
      "a = 2026-02-29",
      "a = 2024-02-29",
      "a = 0000-01-01",
      "a = 2026-01-01 12:30:00",
      "a = 2026-01-01t12:30:00z",
      "a = 2026-01-01T12:30:00.123456789+01:00",
      "a = 2026-01-01 12:30:60",
      "a = 2026-01-01 5",
      "a = 2026-01-01 # c",
      "a = [2026-01-01 , 12:00:00]",
      "a = 12:30",
      "a = 12:30:00." + std::string(64, '1'),
      "a = 12:30:00." + std::string(65, '1'),
      "a = [1,]\nb = [,]\nc = [1 2]\n",
      "a = [ # c\n 1 # d\n , # e\n]\n",
      "a = {b = 1,}",
      "a = {b = 1\n}",
      "a = {}\nb = { }\n",
      "a = { # c\n}",
      "a = [[[[]]]]",
      "a = [\"a\"\"b\"]",
  };
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK(test::disagreement(text) == "");
  }
}

TEST_CASE("nesting and keys have their limits, and both readers agree on them") {
  for (const std::size_t depth : {255u, 256u, 257u, 300u}) {
    CAPTURE(depth);
    CHECK(test::disagreement("a = " + std::string(depth, '[') + std::string(depth, ']')).empty());
  }
  const Tree tree = syntax::parse("a = " + std::string(100'000, '['));
  CHECK(tree.errors.at(0).message == "values are nested more than 256 deep");
  std::string key = "a";
  for (int i = 0; i < 63; ++i) key += ".a";
  CHECK(syntax::parse(key + " = 1").errors.empty());
  CHECK(syntax::parse(key + ".a = 1").errors.at(0).message == "a key has more than 64 parts");
  CHECK(syntax::parse("[" + key + ".a]").errors.at(0).message == "a key has more than 64 parts");
}
