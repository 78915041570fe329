// Changes become edits that leave everything else as it was.

#include <catch2/catch.hpp>

#include "tests/edit/edited.hpp"

namespace rolecall::test {
namespace {

const std::string posts = R"(# Fernhill
[company]
name = "Fernhill" # the holding

# the boss
[[position]]
id = 'ceo'
holder = "Zoë Müller"  # since May

[[position]]
  id="cio"
  reports_to="ceoo"
  accountable = ["it-strategy", 'it-budget']

# the end
)";

Span at(const std::string& text, std::string_view word, std::size_t nth = 1) {
  return span_of(SourceText("x.toml", text), word, nth);
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  text.replace(text.find(what), what.size(), with);
  return text;
}

}  // namespace

TEST_CASE("a text is written in the quotes that are there") {
  CHECK(edited(posts, {ReplaceText{at(posts, "\"ceoo\""), "ceo"}}) ==
        replaced(posts, "ceoo", "ceo"));
  CHECK(edited(posts, {ReplaceText{at(posts, "'ceo'"), "boss"}}) ==
        replaced(posts, "'ceo'", "'boss'"));
  CHECK(edited(posts, {ReplaceText{at(posts, "'ceo'"), "o'b"}}) ==
        replaced(posts, "'ceo'", "\"o'b\""));
  CHECK(edited(posts, {ReplaceText{at(posts, "\"Zoë"), "a \"b\"\n"}}) ==
        replaced(posts, "\"Zoë Müller\"", "\"a \\\"b\\\"\\n\""));
}

TEST_CASE("an entry goes with its comma") {
  const auto without = [](const std::string& list, std::string_view word) {
    const std::string text = "[[position]]\naccountable = " + list + "\n";
    const std::string out = edited(text, {RemoveEntry{at(text, word)}});
    if (!out.starts_with("[[position]]\naccountable = ")) return out;
    return out.substr(27, out.size() - 28);
  };
  CHECK(without(R"(["a", "b", "c"])", "\"a\"") == R"(["b", "c"])");
  CHECK(without(R"(["a", "b", "c"])", "\"b\"") == R"(["a", "c"])");
  CHECK(without(R"(["a", "b", "c"])", "\"c\"") == R"(["a", "b"])");
  CHECK(without(R"([ "a", "b", ])", "\"b\"") == R"([ "a", ])");
  CHECK(without(R"(["a","b"])", "\"a\"") == R"(["b"])");
  CHECK(without("[\n  \"a\", # one\n  \"b\", # two\n]", "\"a\"") == "[\n  \"b\", # two\n]");
  CHECK(without("[\n  \"a\", # one\n  \"b\" # two\n]", "\"b\"") == "[\n  \"a\" # one\n]");
  CHECK(without("[\n  # both\n  \"a\",\n\t\"b\",\n]", "\"b\"") == "[\n  # both\n  \"a\",\n]");
  CHECK(without("[\"a\", # one\n  \"b\"]", "\"b\"") == "[\"a\" # one\n  ]");
  CHECK(without("[\"a\",\n \"b\", \"c\"]", "\"b\"") == "[\"a\",\n \"c\"]");
  CHECK(without(R"(["a", { duty = "b", scope = "uk" }])", "\"b\"") == R"(["a"])");
  CHECK(without(R"(["a"])", "\"a\"") == "[[position]]\n");
  CHECK(without(R"("a")", "\"a\"") == "[[position]]\n");
}

TEST_CASE("in a proposal an empty list says that nothing is left") {
  const std::string text = "base = \"b.toml\"\n[[position]]\nid = \"x\"\naccountable = [\"a\"]\n";
  CHECK(edited(text, {RemoveEntry{at(text, "\"a\"")}}) == replaced(text, "[\"a\"]", "[]"));
}

TEST_CASE("several entries of one list go in one go") {
  const std::string text = "a = [\"1\", \"2\", \"3\", \"4\"]\n";
  const auto remove = [&](std::string_view word) { return RemoveEntry{at(text, word)}; };
  CHECK(edited(text, {remove("\"1\""), remove("\"2\"")}) == "a = [\"3\", \"4\"]\n");
  CHECK(edited(text, {remove("\"4\""), remove("\"2\"")}) == "a = [\"1\", \"3\"]\n");
  CHECK(edited(text, {remove("\"4\""), remove("\"3\"")}) == "a = [\"1\", \"2\"]\n");
}

TEST_CASE("an entry comes in the style of its list") {
  const auto with = [](const std::string& line) {
    const std::string text = "[[position]]\nid = \"x\"\n" + line;
    const std::string out = edited(text, {AddToList{at(text, "[[position]]"), "accountable", "n"}});
    return out.starts_with(text.substr(0, 22)) ? out.substr(22) : out;
  };
  CHECK(with("") == "accountable = [\"n\"]\n");
  CHECK(with("accountable = \"a\" # c\n") == "accountable = [\"a\", \"n\"] # c\n");
  CHECK(with("accountable = [\"a\"]\n") == "accountable = [\"a\", \"n\"]\n");
  CHECK(with("accountable = [ 'a', ] # c\n") == "accountable = [ 'a', \"n\", ] # c\n");
  CHECK(with("accountable = []\n") == "accountable = [\"n\"]\n");
  CHECK(with("accountable = [\n  \"a\", # c\n]\n") ==
        "accountable = [\n  \"a\", # c\n  \"n\",\n]\n");
  CHECK(with("accountable = [\n\t\"a\" # c\n\t# d\n]\n") ==
        "accountable = [\n\t\"a\", # c\n\t\"n\"\n\t# d\n]\n");
  CHECK(with("accountable = [\n  # none\n]\n") == "accountable = [\n  # none\n  \"n\",\n]\n");
  CHECK(with("accountable = { duty = \"a\", scope = \"uk\" }\n") ==
        "accountable = [{ duty = \"a\", scope = \"uk\" }, \"n\"]\n");
  CHECK(with("accountable = [\"n\"]\n").starts_with("refused: "));
  CHECK(with("accountable = 3\n").starts_with("refused: "));
}

TEST_CASE("two entries may come into one list, and none where another goes") {
  const std::string text = "[[position]]\naccountable = [\"a\"]\n";
  const Span table = at(text, "[[position]]");
  CHECK(
      edited(text, {AddToList{table, "accountable", "b"}, AddToList{table, "accountable", "c"}}) ==
      "[[position]]\naccountable = [\"a\", \"b\", \"c\"]\n");
  CHECK(edited("[[position]]\nid = \"x\"\n",
               {AddToList{table, "consulted", "b"}, AddToList{table, "consulted", "c"}}) ==
        "[[position]]\nid = \"x\"\nconsulted = [\"b\", \"c\"]\n");
  const std::string two = "[[position]]\naccountable = [\"a\", \"b\"]\n";
  CHECK(edited(two, {AddToList{table, "accountable", "c"}, RemoveEntry{at(two, "\"b\"")}})
            .starts_with("refused: "));
}

TEST_CASE("a key goes where the layout would put it, in the style of its table") {
  const Span ceo = at(posts, "[[position]]");
  const Span cio = at(posts, "[[position]]", 2);
  CHECK(edited(posts, {SetKey{ceo, "title", "Chief Executive Officer"}}) ==
        replaced(posts, "id = 'ceo'\n", "id = 'ceo'\ntitle = \"Chief Executive Officer\"\n"));
  CHECK(edited(posts, {SetKey{ceo, "from", Date{2026, 5, 1}}}) ==
        replaced(posts, "# since May\n", "# since May\nfrom = 2026-05-01\n"));
  CHECK(
      edited(posts, {SetKey{cio, "scope", std::vector<std::string>{"uk", "us"}}}) ==
      replaced(posts, "reports_to=\"ceoo\"\n", "reports_to=\"ceoo\"\n  scope=[\"uk\", \"us\"]\n"));
  CHECK(edited(posts, {SetKey{at(posts, "[company]"), "complete", false}}) ==
        replaced(posts, "# the holding\n", "# the holding\ncomplete = false\n"));
  CHECK(edited(posts, {SetKey{at(posts, "[company]"), "name", "Hill"}}) ==
        replaced(posts, "\"Fernhill\" #", "\"Hill\" #"));
  CHECK(edited("[company]\n\n# next\n[x]\n",
               {SetKey{at("[company]", "[company]"), "employees", std::int64_t{30}}}) ==
        "[company]\nemployees = 30\n\n# next\n[x]\n");
  CHECK(edited("[company]", {SetKey{at("[company]", "[company]"), "name", "A"}}) ==
        "[company]\nname = \"A\"");
}

TEST_CASE("keys of inline tables are set and taken away in them") {
  const std::string text = "company = { name = \"A\", aims = [] }\n";
  const Span company = at(text, "company");
  CHECK(edited(text, {SetKey{company, "as_of", Date{2026, 1, 2}}}) ==
        "company = { name = \"A\", as_of = 2026-01-02, aims = [] }\n");
  CHECK(edited(text, {UnsetKey{company, "aims"}}) == "company = { name = \"A\" }\n");
  CHECK(edited(text, {UnsetKey{company, "name"}}) == "company = { aims = [] }\n");
  CHECK(edited("company = {}\n", {SetKey{at("company", "company"), "name", "B"}}) ==
        "company = { name = \"B\" }\n");
}

TEST_CASE("a key goes with the comment on its line") {
  CHECK(edited(posts, {UnsetKey{at(posts, "[[position]]"), "holder"}}) ==
        replaced(posts, "holder = \"Zoë Müller\"  # since May\n", ""));
  CHECK(edited(posts, {UnsetKey{at(posts, "'ceo'"), "holder"}}).find("holder") ==
        std::string::npos);
  CHECK(edited(posts, {UnsetKey{at(posts, "[[position]]"), "title"}}).starts_with("refused: "));
  const std::string last = "[company]\nname = \"A\"\nemployees = 3";
  CHECK(edited(last, {UnsetKey{at(last, "[company]"), "employees"}}) == "[company]\nname = \"A\"");
}

TEST_CASE("a key is called something else, unless that is taken") {
  const std::string text = "[[position]]\n\"manager\" = \"ceo\" # x\nid = \"cio\"\n";
  CHECK(edited(text, {RenameKey{at(text, "\"manager\""), "reports_to"}}) ==
        replaced(text, "\"manager\"", "\"reports_to\""));
  CHECK(edited(text, {RenameKey{at(text, "\"manager\""), "id"}}).starts_with("refused: "));
  const std::string views = "[duties.netwroks]\nlead = \"a\"\n[duties.networks]\nlead = \"b\"\n";
  CHECK(edited(views, {ReplaceText{at(views, "netwroks"), "networks"}}).starts_with("refused: "));
  CHECK(edited(views, {ReplaceText{at(views, "netwroks"), "data"}}) ==
        replaced(views, "netwroks", "data"));
  CHECK(edited("manger = 1\n[x]\nmanager = 2\n", {RenameKey{Span{0, 1, 1, 1, 7}, "manager"}}) ==
        "manager = 1\n[x]\nmanager = 2\n");
}

TEST_CASE("a table comes behind another and what belongs to it") {
  const AddTable link{at(posts, "[[position]]"),
                      "[[link]]",
                      {{"between", std::vector<std::string>{"cio", "cto"}}, {"cadence", "weekly"}}};
  const std::string table = "[[link]]\nbetween = [\"cio\", \"cto\"]\ncadence = \"weekly\"\n";
  CHECK(edited(posts, {link}) == replaced(posts, "# since May\n", "# since May\n\n" + table));
  AddTable at_end = link;
  at_end.after = Span{};
  CHECK(edited(posts, {at_end}) == posts + "\n" + table);
  const std::string tight = "[[position]]\nid = \"a\"\n[[position.holders]]\nname = \"b\"\n[x]\n";
  AddTable behind = link;
  behind.after = at(tight, "[[position]]");
  CHECK(edited(tight, {behind}) == replaced(tight, "\"b\"\n", "\"b\"\n\n" + table + "\n"));
  CHECK(edited("", {at_end}) == table);
}

TEST_CASE("a table goes with its keys and its comments") {
  const std::string text = R"([company]
name = "A"

# not ours

# agreed
# with the board
[[waiver]]
check = "x" # c
# reason = "none"

# the next
[[waiver]]
check = "y"
)";
  CHECK(edited(text, {RemoveTable{at(text, "[[waiver]]")}}) ==
        "[company]\nname = \"A\"\n\n# not ours\n\n# the next\n[[waiver]]\ncheck = \"y\"\n");
  CHECK(edited(text, {RemoveTable{at(text, "[[waiver]]", 2)}}) ==
        text.substr(0, text.find("\n# the next")));
  const std::string list = "waiver = [{ check = \"a\" }, { check = \"b\" }]\n";
  CHECK(edited(list, {RemoveTable{at(list, "{ check = \"a\" }")}}) ==
        "waiver = [{ check = \"b\" }]\n");
}

TEST_CASE("a comment goes, or one check of a waiver in it") {
  const std::string text = "a = 1 # rolecall: allow x-y, z until=2027-01-01 why\n# alone\nb = 2\n";
  CHECK(edited(text, {RemoveComment{at(text, "x-y")}}) == replaced(text, "x-y, ", ""));
  CHECK(edited(text, {RemoveComment{at(text, "z until")}}) == replaced(text, ", z", ""));
  CHECK(edited(text, {RemoveComment{at(text, "# alone")}}) == replaced(text, "# alone\n", ""));
  const std::string one = "a = 1  # rolecall: allow x-y\r\n";
  CHECK(edited(one, {RemoveComment{at(one, "x-y")}}) == "a = 1\r\n");
  CHECK(edited(one, {RemoveComment{at(one, "a")}}).starts_with("refused: "));
}

TEST_CASE("line breaks, byte order mark and the open end of a text stay") {
  for (const std::string& text :
       {with_crlf(posts), "\xEF\xBB\xBF" + posts, "\xEF\xBB\xBF" + with_crlf(posts),
        posts.substr(0, posts.size() - 1)}) {
    const std::string ending = text.contains("\r\n") ? "\r\n" : "\n";
    CHECK(
        edited(text, {SetKey{at(text, "[[position]]"), "title", "Boss"}}) ==
        replaced(text, "id = 'ceo'" + ending, "id = 'ceo'" + ending + "title = \"Boss\"" + ending));
    CHECK(edited(text, {ReplaceText{at(text, "\"ceoo\""), "ceo"}}) ==
          replaced(text, "ceoo", "ceo"));
    CHECK(edited(text, {RemoveEntry{at(text, "\"it-strategy\"")}}) ==
          replaced(text, "\"it-strategy\", ", ""));
    CHECK(edited(text, {UnsetKey{at(text, "[company]"), "name"}}) ==
          replaced(text, "name = \"Fernhill\" # the holding" + ending, ""));
  }
}

TEST_CASE("a change and its inverse give the text as it was") {
  const std::string lists = R"([[position]]
id = "cio"
accountable = ["a", "b"] # c
consulted = [
  "a", # one
  "b",
]
informed = [
  "a"
]
)";
  const auto there_and_back = [](const std::string& text, const Change& change, auto inverse) {
    const std::string once = edited(text, {change});
    CAPTURE(once);
    CHECK(once != text);
    CHECK(edited(once, {inverse(once)}) == text);
  };
  for (const std::string& text : {lists, with_crlf(lists), posts}) {
    const Span table = at(text, "[[position]]");
    const bool all = text != posts;
    for (const char* key : {"accountable", "consulted", "informed"}) {
      if (!all) continue;
      there_and_back(text, AddToList{table, key, "new"},
                     [](const std::string& once) { return RemoveEntry{at(once, "\"new\"")}; });
    }
    there_and_back(text, AddToList{table, "responsible", "new"},
                   [](const std::string& once) { return RemoveEntry{at(once, "\"new\"")}; });
    there_and_back(text, SetKey{table, "grade", "E5"}, [&](const std::string&) {
      return UnsetKey{table, "grade"};
    });
    there_and_back(text, AddTable{table, "[[link]]", {{"between", "x"}}},
                   [](const std::string& once) { return RemoveTable{at(once, "[[link]]")}; });
    there_and_back(text, AddTable{Span{}, "[[link]]", {{"between", "x"}}},
                   [](const std::string& once) { return RemoveTable{at(once, "[[link]]")}; });
    there_and_back(text, RenameKey{at(text, "id"), "name"}, [](const std::string& once) {
      const std::size_t nth = once.starts_with("#") ? 2 : 1;
      return RenameKey{at(once, "name", nth), "id"};
    });
  }
}

TEST_CASE("a line goes in right before a key that is changed, too") {
  const std::string text = "[[position]]\nid = \"x\"\nmanager = [\"a\", \"b\"]\n";
  CHECK(edited(text, {RenameKey{at(text, "manager"), "reports_to"},
                      ReplaceBytes{at(text, "[\"a\", \"b\"]"), "\"a\""},
                      AddToList{at(text, "[[position]]"), "dotted_to", "b"}}) ==
        "[[position]]\nid = \"x\"\ndotted_to = [\"b\"]\nreports_to = \"a\"\n");
  CHECK(edited(text, {RenameKey{at(text, "manager"), "reports_to"},
                      RenameKey{at(text, "manager"), "dotted_to"}})
            .starts_with("refused: "));
}

TEST_CASE("places that hold nothing of the kind are refused, and nothing breaks") {
  const std::string text = "[[position]]\nid = \"x\" # c\n\nb = [1, { c = 2 }]\n";
  for (std::uint32_t line = 0; line < 7; ++line) {
    for (std::uint32_t column = 1; column < 24; ++column) {
      const Span span{0, line, column, line, column + 1};
      const std::vector<Change> all{
          ReplaceText{span, "n"}, RemoveEntry{span},    AddToList{span, "id", "n"},
          SetKey{span, "k", "v"}, UnsetKey{span, "id"}, RenameKey{span, "n"},
          RemoveTable{span},      RemoveComment{span},  AddTable{span, "[[link]]", {}}};
      for (const Change& change : all) {
        const std::string out = edited(text, {change});
        if (!out.starts_with("refused: ")) CHECK(syntax::parse(out).errors.empty());
      }
    }
  }
}

}  // namespace rolecall::test
