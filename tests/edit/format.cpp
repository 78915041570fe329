// The layout of files.

#include "model/edit/format.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "model/edit/same_meaning.hpp"
#include "tests/edit/edited.hpp"

namespace rolecall::test {
namespace {

/// The layout of a text, which is its own layout and means the same.
std::string laid_out(const std::string& text) {
  const auto out = in_layout(SourceText("x.toml", text));
  if (!out) return "refused: " + out.error();
  const auto again = in_layout(SourceText("x.toml", *out));
  if (!again || *again != *out) return "not stable: " + *out;
  return *out;
}

}  // namespace

TEST_CASE("keys, quotes, spaces and blank lines get one style") {
  CHECK(laid_out(R"(
rolecall=1
[company]
as_of=2026-01-01


name   =   'Fernhill'
[[ position ]]

"accountable" = [ "b","a" ]
mystery = 1
title = 'C"EO'
id = "ceo"
company . x = 0x1F
)") == R"(rolecall = 1

[company]
name = "Fernhill"
as_of = 2026-01-01

[[position]]
id = "ceo"
title = 'C"EO'
accountable = ["b", "a"]
mystery = 1
company.x = 0x1F
)");
}

TEST_CASE("comments stay with what they stand above or behind") {
  const std::string text = R"(#:schema x
# What this is.

# more of it
rolecall = 1   # one

# above the company

# right above it
[company]#c
# of the name
name = "A"
# the end of the company

# alone

[[position]]
# the title
title = "T"	# behind
# the id
id = "x"
# the end
)";
  CHECK(laid_out(text) == R"(#:schema x
# What this is.

# more of it
rolecall = 1  # one

# above the company

# right above it
[company]  #c
# of the name
name = "A"
# the end of the company

# alone

[[position]]
# the id
id = "x"
# the title
title = "T"  # behind
# the end
)");
}

TEST_CASE("the comments of a file's begin stay there, whatever the order of keys") {
  CHECK(laid_out("#:schema x\n# about\nbase = \"b.toml\"\n# v\nrolecall = 1\n") ==
        "#:schema x\n# about\n# v\nrolecall = 1\nbase = \"b.toml\"\n");
  CHECK(laid_out("# a\n\n\n# b\n\n[company]\n# c") == "# a\n\n# b\n\n[company]\n# c\n");
  CHECK(laid_out("# only\n\n\n\n# comments") == "# only\n\n# comments\n");
  CHECK(laid_out("") == "");
  CHECK(laid_out("\n\n") == "");
}

TEST_CASE("lists stand on one line where they fit, else one entry a line") {
  CHECK(laid_out("a = [\n  'x',\n  \"y\", ]\n") == "a = [\"x\", \"y\"]\n");
  CHECK(laid_out("a = [ # first\n'x', # one\n# two\n'y' # y\n,\n'z' ]\n") ==
        "a = [  # first\n  \"x\",  # one\n  # two\n  \"y\",  # y\n  \"z\",\n]\n");
  const std::string entry(46, 'e');
  CHECK(laid_out("abc = ['" + entry + "','" + entry.substr(6) + "']\n") ==
        "abc = [\"" + entry + "\", \"" + entry.substr(6) + "\"]\n");  // 100 columns
  CHECK(laid_out("abcd = ['" + entry + "','" + entry.substr(5) + "']\n") ==
        "abcd = [\n  \"" + entry + "\",\n  \"" + entry.substr(5) + "\",\n]\n");
  // Columns are code points.
  std::string umlauts;
  for (int i = 0; i < 46; ++i) umlauts += "ü";
  CHECK(
      laid_out("abc = ['" + umlauts + "','" + entry.substr(6) + "']\n").starts_with("abc = [\"ü"));
  CHECK(laid_out("a = []\nb = [ # c\n]\nc = [[1,2],[ ]]\n") ==
        "a = []\nb = [  # c\n]\nc = [[1, 2], []]\n");
}

TEST_CASE("inline tables get their order and stay on their line") {
  CHECK(laid_out("[[position]]\nid = \"a\"\nholders = [{from=2026-01-01,name='A'}]\n"
                 "accountable = {scope = ['uk'], duty='x'}\nextra = { b=1, a=2 }\n") ==
        "[[position]]\nid = \"a\"\nholders = [{ name = \"A\", from = 2026-01-01 }]\n"
        "accountable = { duty = \"x\", scope = [\"uk\"] }\nextra = { b = 1, a = 2 }\n");
}

TEST_CASE("strings with escapes and several lines stay as they are") {
  const std::string text =
      "a = \"\\u00e9\\n\"\nb = 'C:\\dir'\nc = \"\"\"\n  x\ty\n\n\"\"\"\nd = '''\nz'''\n";
  CHECK(laid_out(text) == text);
}

TEST_CASE("the lines of a list with a waiver on one of them stay as they are") {
  const std::string text =
      "[[position]]\naccountable = [\n  \"a\",  # rolecall: allow duty-overlap why\n  \"b\", "
      "\"c\"\n]\n"
      "consulted = [\n  \"a\" ]  # rolecall: allow x\n# rolecall: allow y\ninformed = [ \"a\" ]\n";
  CHECK(laid_out(text) == text);
}

TEST_CASE("line breaks and the byte order mark stay") {
  const std::string text = "[company]\nas_of = 2026-01-01\nname='A' # c\na = [\n'x', # y\n]\n";
  const std::string out = laid_out(text);
  CHECK(laid_out(with_crlf(text)) == with_crlf(out));
  CHECK(laid_out("\xEF\xBB\xBF" + text) == "\xEF\xBB\xBF" + out);
  CHECK(laid_out(text.substr(0, text.size() - 1)) == out);
}

TEST_CASE("what is no TOML is left as it is, and the line is named") {
  CHECK(laid_out("[company]\nname = \"A\n").starts_with("refused: line 2 is no TOML: "));
  CHECK(laid_out("a = 1\na = 2\n").starts_with("refused: line 2 is no TOML: "));
}

TEST_CASE("texts are compared by what they say") {
  const auto same = [](std::string a, std::string b) {
    return same_meaning(SourceText("a", std::move(a)), SourceText("b", std::move(b)));
  };
  CHECK(same("a = 1\nb = 'x'\n", "b = \"x\"\na=1\n"));
  CHECK_FALSE(same("a = 1\n", "a = 2\n"));
  CHECK_FALSE(same("a = [1, 2]\n", "a = [2, 1]\n"));
  CHECK_FALSE(same("a = 1\n", "a = 1.0\n"));
  CHECK_FALSE(same("a = 1 # x\n", "a = 1\n"));
  CHECK_FALSE(same("[[a]]\nb = 1\n[[a]]\nb = 2\n", "[[a]]\nb = 2\n[[a]]\nb = 1\n"));
  CHECK_FALSE(same("a = ", "a = "));
}

TEST_CASE("all descriptions of the house can be laid out") {
  namespace fs = std::filesystem;
  std::size_t seen = 0;
  for (const char* folder : {"examples", "tests", "model/catalogue/data", "bench"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(ROLECALL_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".toml") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      std::stringstream text;
      text << file.rdbuf();
      CAPTURE(entry.path());
      const std::string out = laid_out(text.str());
      const bool broken = !syntax::parse(text.view()).errors.empty();
      CHECK(out.starts_with("refused: ") == broken);
      CHECK_FALSE(out.starts_with("not stable: "));
      ++seen;
    }
  }
  CHECK(seen > 100);
}

}  // namespace rolecall::test
