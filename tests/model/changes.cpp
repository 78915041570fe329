// What changes from one state of an organisation to another.
#include "model/verdict/changes.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <span>

#include "model/language/language.hpp"
#include "report/diff.hpp"
#include "rules/run.hpp"
#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

const std::string both = R"([company]
name = "Fernhill"
as_of = 2026-11-01

[[position]]
id = "ceo"
title = "CEO"
holder = "Mina Park"

[[position]]
id = "cfo"
title = "CFO"
holder = "Ines Roth"
reports_to = "ceo"
)";

const std::string before_text = both + R"(
[[position]]
id = "cio"
title = "CIO"
holder = "Ada Okafor"
reports_to = "cfo"
accountable = ["@CIO", "networks"]

[[position]]
id = "ops"
title = "Head of Operations"
reports_to = "cio"

[[position]]
id = "old"
title = "Head of Fax"
holder = "Bo Lind"
reports_to = "cio"
)";

const std::string after_text = "\n\n# lines have moved\n" + both + R"(
[[position]]
id = "cio"
title = "CIO"
holder = "Priya Raman"
reports_to = "ceo"
accountable = ["@CIO", "!it-operations"]

[[position]]
id = "cto"
title = "CTO"
reports_to = "ceo"
accountable = ["technology-vision"]

[[position]]
id = "ops"
title = "Head of Operations"
holder = "Bo Lind"
reports_to = "cio"
accountable = ["it-operations"]
)";

const PositionChange* of(const Changes& changes, std::string_view id) {
  const auto found = std::ranges::find(changes.positions, id, &PositionChange::id);
  return found == changes.positions.end() ? nullptr : &*found;
}

const DutyChange* duty(const Changes& changes, std::string_view id) {
  const auto found = std::ranges::find(changes.duties, id, &DutyChange::id);
  return found == changes.duties.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("posts that are added, removed, moved and filled are told") {
  const Judgement before = judge_text(before_text);
  const Judgement after = judge_text(after_text);
  const Changes changes = compare(before, after);
  REQUIRE(changes.positions.size() == 4);
  const ChangeWords words(changes);
  CHECK(words.words(*of(changes, "cio")) ==
        "now below `ceo`, was below `cfo`; Priya Raman takes over from Ada Okafor; `accountable` "
        "gains `!it-operations`, loses `networks`");
  CHECK(words.words(*of(changes, "cto")) ==
        "new, below `ceo`, nobody named; `accountable` `technology-vision`");
  CHECK(words.words(*of(changes, "ops")) == "filled by Bo Lind");
  CHECK(words.words(*of(changes, "old")) == "removed, was below `cio`, held by Bo Lind");
  CHECK(changes.positions.back().id == "old");

  const Changes back = compare(after, before);
  CHECK(ChangeWords(back).words(*of(back, "ops")) == "vacated by Bo Lind");
  CHECK(of(back, "cto")->removed());
}

TEST_CASE("who goes on leave has not left") {
  const auto with = [](std::string_view keys) {
    return judge_text(headed("", post("a", "ceo", keys, "Bo Kim")));
  };
  const auto change = [&](std::string_view was, std::string_view is) {
    const Judgement before = with(was);
    const Judgement after = with(is);
    const Changes changes = compare(before, after);
    REQUIRE(changes.positions.size() == 1);
    return changes.positions[0];
  };
  for (const char* keys : {"state = \"leave\"", "state = \"leave\"\ndeputy = \"ceo\""}) {
    CAPTURE(keys);
    CHECK_FALSE(change("", keys).vacated);
    CHECK(change("", keys).refilled);
    CHECK_FALSE(change(keys, "").filled);
  }
  CHECK(change("", "until = 2026-01-01").vacated);
}

TEST_CASE("duties that change hands are told with their verdicts") {
  const Judgement before = judge_text(before_text);
  const Judgement after = judge_text(after_text);
  const Changes changes = compare(before, after);
  const DutyChange* handed = duty(changes, "it-operations");
  REQUIRE(handed != nullptr);
  CHECK(handed->handed_over());
  const ChangeWords words(changes);
  CHECK(words.holders(*handed) == "`cio` -> `ops` (Head of Operations)");
  const Changes backwards = compare(after, before);
  const DutyChange* back = duty(backwards, "it-operations");
  CHECK(ChangeWords(backwards).holders(*back) == "`ops` (Head of Operations) -> `cio`");
  // On paper only: nobody holds it, and yet the verdict is another one.
  const DutyChange* paper = duty(changes, "technology-vision");
  REQUIRE(paper != nullptr);
  CHECK(words.holders(*paper) == "nobody");
  CHECK(words.verdicts(*paper) == "missing -> on paper only");
}

TEST_CASE("findings are the same whatever their line") {
  const Judgement before = judge_text(before_text);
  const Judgement moved = judge_text("# one\n# two\n" + before_text);
  const Changes none = compare(before, moved);
  CHECK(none.none());
  CHECK(none.unchanged == before.findings.size());
  CHECK(sums_line(none).starts_with("nothing changes; "));

  const Judgement after = judge_text(after_text);
  const Changes changes = compare(before, after);
  CHECK(changes.appeared.size() + changes.unchanged == after.findings.size());
  CHECK(changes.fixed.size() + changes.unchanged == before.findings.size());
  CHECK_FALSE(changes.appeared.empty());
  CHECK_FALSE(changes.fixed.empty());
}

TEST_CASE("a finding that gets louder is new, one that is accepted is not fixed") {
  const Judgement quiet = judge_text(before_text + "[checks]\nrole-missing = \"note\"\n");
  const Judgement loud = judge_text(before_text);
  REQUIRE(count_of(loud, "role-missing") == 1);
  CHECK(compare(quiet, loud).appeared.size() == 1);
  CHECK(compare(loud, quiet).appeared.empty());
  const Judgement waived =
      judge_text(before_text + "[[waiver]]\ncheck = \"role-missing\"\nreason = \"so\"\n");
  CHECK(compare(loud, waived).fixed.empty());
  CHECK(compare(loud, waived).tables.size() == 1);  // that it was accepted is told
  CHECK(compare(waived, loud).appeared.size() == 1);
}

TEST_CASE("what was there before can be left out") {
  const Judgement before = judge_text(before_text);
  Judgement after = judge_text(after_text);
  const std::size_t all = after.findings.size();
  const std::size_t fresh = compare(before, after).appeared.size();
  keep_new(after, before);
  CHECK(after.findings.size() == fresh);
  CHECK(after.known == all - fresh);
  Judgement same = judge_text(before_text);
  keep_new(same, before);
  CHECK(same.findings.empty());

  const Judgement broken_before = judge_text("{\"company\": {}}\n");
  Judgement broken = judge_text("{\"company\": {}}\n");
  keep_new(broken, broken_before);
  CHECK(count_of(broken, "syntax") == 1);
  CHECK(broken.known == 0);
}

TEST_CASE("a state that cannot be read has nothing to compare") {
  const Judgement before = judge_text(before_text);
  const Judgement broken = judge_text("{\"company\": {}}\n");
  const Changes changes = compare(before, broken);
  CHECK(changes.positions.size() == 5);
  CHECK(changes.appeared.size() == 1);
  CHECK(count(changes.appeared, Severity::error) == 1);
}

TEST_CASE("every format of changes writes hostile names as text") {
  const Judgement before = judge_text(before_text);
  const Judgement after = judge_text(
      before_text + "[[position]]\nid = \"x|<b>@all\"\nholder = \"\\u202e**](http://x)\"\n");
  const Changes changes = compare(before, after);
  for (const Diff* diff : all_diffs()) {
    CAPTURE(diff->id);
    const std::string out = diff->write(changes, {.version = "1"});
    CHECK(out.ends_with('\n'));
    CHECK(out.find("\u202e") == std::string::npos);
    if (diff->id == "markdown") {
      CHECK(out.find("<b>") == std::string::npos);
      CHECK(out.find("@all") == std::string::npos);
      CHECK(out.find("](") == std::string::npos);
    }
  }
}

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// Texts of `[[table]]`s to put one key after the other into.
struct Table {
  std::string header;
  std::map<std::string, std::string> usual;  ///< keys that it always has, and their values
};

std::string text_of(const Table& table, const std::string& key, const std::string& value) {
  auto keys = table.usual;
  if (!value.empty()) keys[key] = value;
  std::string out = table.header + '\n';
  for (const auto& [name, each] : keys) out += name + " = " + each + '\n';
  return out;
}

/// Some values of a key, as TOML: empty for a key that is left out.
class Values {
 public:
  explicit Values(std::span<const std::string_view> allowed) : allowed_(allowed) {}

  using Texts = std::vector<std::string>;
  template <class T>
  Texts operator()(Text T::*) const {
    return {"", text(0), text(1)};
  }
  template <class T>
  Texts operator()(rolecall::Texts T::*) const {
    return {"", "[]", '[' + text(0) + ']', '[' + text(1) + ", " + text(0) + ']',
            '[' + text(0) + ", " + text(1) + ']'};
  }
  template <class T>
  Texts operator()(WrittenDate T::*) const {
    return {"", "2026-01-01", "2027-01-01"};
  }
  template <class T>
  Texts operator()(WrittenInt T::*) const {
    return {"", "1", "2"};
  }
  template <class T>
  Texts operator()(WrittenBool T::*) const {
    return {"", "true", "false"};
  }
  template <class T>
  Texts operator()(DutyEntries T::*) const {
    return {"",
            "[]",
            "[\"networks\"]",
            "[\"ops\"]",
            "[\"networks\", \"ops\"]",
            "[\"ops\", \"networks\"]",
            "[{ duty = \"networks\", scope = \"DE\" }]",
            "[{ duty = \"networks\", scope = [\"DE\", \"FR\"] }]"};
  }
  template <class T>
  Texts operator()(HolderDecls T::*) const {
    Texts out{"", "[]"};
    for (const Field<HolderDecl>& field : fields<HolderDecl>()) {
      for (const std::string& value : std::visit(Values(field.allowed), field.member)) {
        if (value.empty()) continue;
        const bool name = field.key == "name";
        out.push_back((name ? "[{ name = " + value
                            : "[{ name = \"a\", " + std::string(field.key) + " = " + value) +
                      " }]");
      }
    }
    return out;
  }

 private:
  std::string text(std::size_t i) const {
    if (allowed_.empty()) return i == 0 ? "\"one\"" : "\"two\"";
    return '"' + std::string(allowed_[i]) + '"';
  }

  std::span<const std::string_view> allowed_;
};

/// Judges a description whose catalogue `own.toml` is given.
Judgement judge_with(const std::string& text, const std::string& catalogue) {
  Sources sources;
  sources.texts.emplace_back("org.toml", text);
  RunOptions options;
  options.today = Date{2026, 6, 1};
  options.beside.read = [&](const std::string& path) -> std::expected<SourceText, std::string> {
    return SourceText(path, catalogue);
  };
  return judge(std::move(sources), options);
}

const std::string usual_catalogue = "[[duty]]\nid = \"kilns\"\nowner = \"CIO\"\n";

/// Each two different values of a key are told, whichever way, and none is where nothing differs.
template <class T>
void check_values(const Table& table, const Field<T>& field, bool in_catalogue) {
  std::vector<Judgement> states;
  std::vector<std::string> values = std::visit(Values(field.allowed), field.member);
  if (table.usual.contains(std::string(field.key))) std::erase(values, "");
  if (in_catalogue) std::erase(values, "[]");
  if (table.header.starts_with("[duties.")) {
    for (std::string& value : values) value = replaced(std::move(value), "{ duty =", "{ holder =");
  }
  for (const std::string& value : values) {
    const std::string said = text_of(table, std::string(field.key), value);
    const bool company = table.header == "[company]";
    const std::string head =
        company ? said : "[company]\nname = \"F\"\ncatalogues = [\"articles\", \"own.toml\"]\n";
    states.push_back(judge_with(head + (company || in_catalogue ? "" : said) +
                                    "[[position]]\nid = \"ceo\"\ntitle = \"CEO\"\n",
                                in_catalogue ? said : usual_catalogue));
  }
  for (std::size_t i = 0; i < states.size(); ++i) {
    REQUIRE(states[i].org);
    for (std::size_t j = 0; j < states.size(); ++j) {
      CAPTURE(table.header, field.key, values[i], values[j]);
      const Changes changes = compare(states[i], states[j]);
      CHECK(changes.none() == (i == j));
      // Told as what it is, and not by a finding alone.
      CHECK((changes.positions.empty() && changes.tables.empty() && changes.duties.empty()) ==
            (i == j));
      for (const Diff* diff : all_diffs()) {
        const std::string out = diff->write(changes, {.version = "1"});
        if (diff->id != "text" || i == j) continue;
        CHECK(out.find("nothing changes") == std::string::npos);
        const std::string key(field.key);
        const bool named = out.find(key) != std::string::npos || !changes.duties.empty();
        const bool in_words = key == "title" || key == "reports_to" || key == "holder" ||
                              key == "holders" || key == "state" || key == "name" ||
                              key == "check" || key == "between" || key == "id" || key == "on";
        CHECK((named || in_words));
      }
    }
  }
}

template <class T>
void check_table(const Table& table, bool in_catalogue = false) {
  for (const Field<T>& field : fields<T>()) {
    if (field.key != "id") check_values(table, field, in_catalogue);
  }
  if constexpr (requires(T decl) { decl.duties; } || std::is_same_v<T, DutyViewDecl>) {
    for (const Field<DutyLists>& field : fields<DutyLists>()) {
      check_values(table, field, in_catalogue);
    }
  }
}

}  // namespace

TEST_CASE("whatever key of the language says something else, it is told") {
  check_table<CompanyDecl>({"[company]", {}});
  check_table<PositionDecl>({"[[position]]", {{"id", "\"p\""}}});
  check_table<PersonDecl>({"[[person]]", {{"id", "\"p\""}, {"name", "\"P\""}}});
  check_table<TeamDecl>({"[[team]]", {{"id", "\"p\""}}});
  check_table<BodyDecl>({"[[body]]", {{"id", "\"p\""}}});
  check_table<LinkDecl>({"[[link]]", {{"between", "[\"ceo\", \"x\"]"}}});
  check_table<DutyDecl>({"[[duty]]", {{"id", "\"p\""}}});
  check_table<DutyViewDecl>({"[duties.networks]", {}});
  check_table<WaiverDecl>({"[[waiver]]", {{"check", "\"span-wide\""}}});
  check_table<RoleDecl>({"[[role]]", {{"id", "\"CXO\""}}}, true);
  check_table<DutyDecl>({"[[duty]]", {{"id", "\"p\""}}}, true);
}

TEST_CASE("settings of checks are told") {
  const auto with = [](const std::string& setting) {
    return judge_text(both + "[checks]\n" + setting);
  };
  const Judgement none = with("");
  const Judgement other = with("max_span = 6\n");
  for (const char* setting : {"max_span = 4\n", "max_span = 5\n", "span-wide = \"off\"\n"}) {
    CAPTURE(setting);
    const Judgement set = with(setting);
    CHECK_FALSE(compare(none, set).tables.empty());
    CHECK_FALSE(compare(set, none).tables.empty());
    CHECK_FALSE(compare(set, other).tables.empty());
    CHECK(compare(set, set).none());
  }
}

TEST_CASE("layout, comments and the order of tables are no change") {
  const std::string company = "[company]\nname = \"F\"\n";
  const std::string cio = "[[position]]\nid = \"cio\"\ntitle = \"CIO\"\nholder = \"Ada\"\n";
  const std::string team = "[[team]]\nid = \"t\"\nlead = \"cio\"\n";
  const Judgement one = judge_text(company + cio + team);
  for (const std::string& same :
       {"# so\n" + team + "\n\n" + cio + company, "company.name = 'F'\n" + cio + team}) {
    const Judgement other = judge_text(same);
    CHECK(compare(one, other).none());
  }
}

namespace {

const std::string renamed_before =
    "[company]\nname = \"F\"\nas_of = 2026-11-01\n"
    "[[position]]\nid = \"ceo\"\ntitle = \"CEO\"\nholder = \"Mina\"\n"
    "[[position]]\nid = \"cio\"\ntitle = \"CIO\"\nholder = \"ada\"\nreports_to = \"ceo\"\n"
    "accountable = [\"@CIO\", \"kilns\"]\n"
    "[[position]]\nid = \"ops\"\nreports_to = \"cio\"\ndotted_to = [\"cio\"]\n"
    "[[person]]\nid = \"ada\"\nname = \"Ada Okafor\"\n"
    "[[team]]\nid = \"t\"\nlead = \"cio\"\naccountable = [\"networks\"]\n"
    "[[duty]]\nid = \"kilns\"\nowner = \"CIO\"\n"
    "[[link]]\nbetween = [\"ceo\", \"cio\"]\non = [\"kilns\"]\n";

}  // namespace

TEST_CASE("what is renamed is followed by `was`") {
  std::string text = replaced(renamed_before, "\"cio\"", "\"cdo\"");
  text = replaced(text, "id = \"cdo\"\n", "id = \"cdo\"\nwas = \"cio\"\n");
  text = replaced(text, "\"kilns\"", "\"ovens\"");
  text = replaced(text, "id = \"ovens\"\n", "id = \"ovens\"\nwas = [\"x\", \"kilns\"]\n");
  text = replaced(text, "\"ada\"", "\"okafor\"");
  text = replaced(text, "id = \"okafor\"\n", "id = \"okafor\"\nwas = \"ada\"\n");
  text = replaced(text, "id = \"t\"\n", "id = \"net\"\nwas = \"t\"\n");
  const Judgement before = judge_text(renamed_before);
  const Judgement after = judge_text(text);
  REQUIRE(count_of(after, "duplicate-id") == 0);
  const Changes changes = compare(before, after);
  REQUIRE(changes.positions.size() == 1);
  CHECK(changes.positions[0].id == "cdo");
  CHECK(changes.positions[0].was == "cio");
  CHECK(ChangeWords(changes).words(changes.positions[0]) == "called `cio` before");
  CHECK(changes.duties.empty());
  std::vector<std::string> tables;
  for (const TableChange& each : changes.tables) {
    tables.push_back(std::string(each.table) + " " + each.was + " -> " + each.id);
  }
  CHECK(tables ==
        std::vector<std::string>{"person ada -> okafor", "team t -> net", "duty kilns -> ovens"});
  CHECK(changes.names.of({Subject::Kind::position, "cio"}).text() == "position:cdo");
  CHECK(changes.names.of({Subject::Kind::position, "ceo"}).text() == "position:ceo");
  CHECK(changes.names.of({Subject::Kind::duty, "kilns"}).text() == "duty:ovens");

  // Without `was` they are others.
  const Judgement unknown = judge_text(replaced(renamed_before, "\"cio\"", "\"cdo\""));
  const Changes others = compare(before, unknown);
  CHECK(others.positions.size() > 1);
  // One that the earlier state knows by its own name is that one, whatever it was long ago.
  const Judgement later = judge_text(replaced(text, "title = \"CIO\"", "title = \"CDIO\""));
  const Changes again = compare(after, later);
  CHECK(again.positions.at(0).was.empty());
  CHECK(again.positions.at(0).renamed);
}

TEST_CASE("one cause is one entry, with what it brings about below") {
  const std::string interim = both +
                              "[[position]]\nid = \"cio\"\ntitle = \"Interim CIO\"\n"
                              "holder = \"Ada\"\nreports_to = \"ceo\"\naccountable = [\"@CIO\"]\n";
  const Judgement before = judge_text(interim);
  const Judgement after = judge_text(replaced(interim, "Interim CIO", "CIO"));
  const Changes changes = compare(before, after);
  REQUIRE(changes.positions.size() == 1);
  REQUIRE(changes.duties.size() > 20);
  for (const DutyChange& each : changes.duties) CHECK(each.cause == "cio");
  const ChangeWords words(changes);
  CHECK(words.label(changes.positions[0]) == "Ada");
  CHECK(words.words(changes.positions[0]) == "Interim CIO -> CIO; interim -> filled");
  const auto consequences = words.consequences(changes.positions[0]);
  REQUIRE(consequences.size() == 1);
  CHECK(words.consequence(consequences[0]) ==
        std::to_string(changes.duties.size()) + " duties: provisional -> covered");
  CHECK(words.handovers().empty());
  const auto written = [&](bool verbose) {
    const FormatOptions options{.version = "1", .verbose = verbose};
    const auto text = std::ranges::find(all_diffs(), "text", [](auto* each) { return each->id; });
    return (*text)->write(changes, options);
  };
  CHECK(written(false).find("it-strategy") == std::string::npos);
  CHECK(written(true).find("it-strategy") != std::string::npos);

  // A new post comes with its duties, and they go with it.
  const Judgement without = judge_text(both);
  const Changes come = compare(without, after);
  CHECK(ChangeWords(come).handovers().empty());
  const Changes gone = compare(after, without);
  CHECK(ChangeWords(gone).handovers().empty());
  // Given to somebody else they are told by themselves, as one group.
  const Judgement other = judge_text(replaced(interim, "\"cio\"", "\"cdo\""));
  const Changes given = compare(after, other);
  CHECK(ChangeWords(given).handovers().size() == 1);
}

TEST_CASE("what an id does not tell is told behind it") {
  const std::string text =
      "[company]\ncomplete = false\n[[position]]\nid = \"18\"\ntitle = \"Director\"\n"
      "holder = \"Ann Lee\"\n[[position]]\nid = \"19\"\n";
  const Judgement before = judge_text(text);
  const Judgement after =
      judge_text(replaced(text, "\"Director\"", "\"Head of IT\"") + "reports_to = \"18\"\n");
  const Changes changes = compare(before, after);
  const ChangeWords words(changes);
  REQUIRE(changes.positions.size() == 2);
  CHECK(words.label(changes.positions[0]) == "Ann Lee");
  CHECK(words.words(changes.positions[0]) == "Director -> Head of IT");
  CHECK(words.words(changes.positions[1]) == "now below `18` (Head of IT), was at the top");
}
