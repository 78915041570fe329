// The sentences of docs/language.md about what texts look like, and about days.

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/date.hpp"
#include "report/sums.hpp"
#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Checks = std::vector<std::string>;

namespace {

std::string turns(std::string_view list) {
  return post("net", "cio", "title = \"Head of Networks\"\nholders = " + std::string(list), "-");
}

std::vector<std::string> dates_of(std::string_view list) {
  std::vector<std::string> out;
  const Judgement judgement = Company{}.judged(turns(list));
  for (const Finding& finding : judgement.findings) {
    if (finding.check == "wrong-dates") out.push_back(finding.message);
  }
  return out;
}

}  // namespace

TEST_CASE("a name is one person however its letters are composed") {
  const auto held_twice = [](std::string_view name) {
    return Company{.cio_accountable = R"(["@CIO", "@shared", "@contested", "networks"])",
                   .cio = "holder = \"Zo\u00eb Weiss\""}
        .judged(post("ops", "cio", "accountable = [\"networks\"]", name));
  };
  CHECK(count_of(held_twice("Zo\u00eb Weiss"), "duty-overlap") == 0);
  CHECK(count_of(held_twice("Zoe\u0308 Weiss"), "duty-overlap") == 0);
  CHECK(count_of(held_twice("Zoe\u0308 Weiss"), "look-alike") == 0);
  CHECK(count_of(held_twice("Zoe Weiss"), "duty-overlap") == 1);
  // The name is the same whatever stands first.
  const auto j = Company{.cio = "holder = \"Zoe\u0308 Weiss\""}.judged();
  bool found = false;
  for (const Person& person : j.org->persons) found = found || person.name == "Zo\u00eb Weiss";
  CHECK(found);
  // A person that is declared is found by the other composition.
  const auto declared = Company{.cio = "holder = \"zoe\u0308\""}.judged(
      "[[person]]\nid = \"zo\u00eb\"\nname = \"Zo\u00eb Weiss\"\n");
  CHECK(declared.org->persons.size() == 3);
}

TEST_CASE("a reference that looks like an id is told which one, and why it is not") {
  const auto help = [](std::string_view id, std::string_view reference) {
    const auto j = Company{}.judged(post(id, "ceo") + post("x", reference));
    REQUIRE(count_of(j, "unknown-reference") == 1);
    const Finding& finding = first_of(j, "unknown-reference");
    CHECK(!finding.fixes.empty());
    CHECK((!finding.fixes.empty() && finding.fixes.front().safe));
    return finding.help_text;
  };
  CHECK(help("zo\u00eb", "zoe\u0308") ==
        "did you mean `zo\u00eb`? it looks the same, but the letters are composed differently");
  CHECK(help("ops", "ops\u200b") ==
        "did you mean `ops`? it looks the same, but U+200B, which cannot be seen, stands in it");
  CHECK(help("ops", "\u043eps") ==
        "did you mean `ops`? it looks the same, but U+043E is not U+006F");
  CHECK(help("\u043eps", "ops").starts_with("did you mean `\u043eps`?"));
}

TEST_CASE("what looks the same and is not is told of ids, names, duties and scopes") {
  const std::string check = "look-alike";
  const auto ids =
      Company{}.judged(post("ops", "ceo", "", "Ann Lee") + post("ops\u200b", "ceo", "", "Bo Kim"));
  CHECK(subjects_of(ids, check) == Checks{"position:ops position:ops\u200b"});
  const auto names =
      Company{}.judged(post("a", "ceo", "", "Ann Lee") + post("b", "ceo", "", "Ann\u00a0Lee"));
  CHECK(subjects_of(names, check) == Checks{"person:Ann Lee person:Ann\u00a0Lee"});
  const auto duties = Company{}.judged(
      "[[duty]]\nid = \"n\u0435t\"\nowner = \"CIO\"\n[[duty]]\nid = \"net\"\nowner = \"CIO\"\n");
  CHECK(count_of(duties, check) == 1);
  const auto scopes = Company{.company = "scopes = [\"EU\", \"E\u200bU\"]"}.judged();
  CHECK(count_of(scopes, check) == 1);
  // One person in several posts is one, and capitals are seen.
  const auto fine = Company{}.judged(post("a", "ceo", "", "Zo\u00eb Weiss") +
                                     post("A", "ceo", "", "Zo\u00eb Weiss") +
                                     post("zoe", "ceo", "", "\u0417\u043e\u044f"));
  CHECK(count_of(fine, check) == 0);
}

TEST_CASE("days that cannot be") {
  CHECK(dates_of(R"([{ name = "A B", from = 2027-01-01, until = 2026-01-01 }])") ==
        Checks{"the turn of A B in `net` ends on 2026-01-01, before it begins on 2027-01-01"});
  CHECK(dates_of(R"([{ name = "A B", from = 2026-01-01, until = 2026-01-01 }])").empty());
  // A month is a handover, more is not; what is over is over.
  CHECK(dates_of(R"([{ name = "A B", until = 2026-08-31 }, { name = "C D", from = 2026-08-01 }])")
            .empty());
  CHECK(
      dates_of(R"([{ name = "A B", until = 2026-09-02 }, { name = "C D", from = 2026-08-01 }])") ==
      Checks{"A B and C D are both in `net` from 2026-08-01 to 2026-09-02"});
  CHECK(dates_of(R"([{ name = "C D", from = 2026-08-01 }, { name = "A B", until = 2026-09-02 }])")
            .size() == 1);
  CHECK(dates_of(R"([{ name = "A B", until = 2020-09-02 }, { name = "C D", from = 2020-01-01 }])")
            .empty());
  // Job shares.
  CHECK(dates_of(R"(["A B", "C D"])").empty());
  CHECK(dates_of(R"([{ name = "A B", from = 2020-01-01 }, { name = "C D", from = 2024-01-01 }])")
            .empty());
  CHECK(dates_of(R"([{ name = "A B", from = 2026-01-01, until = 2026-12-31 },
                     { name = "C D", from = 2026-01-01, until = 2026-12-31 }])")
            .empty());
  // Whoever never comes is not waited for.
  const auto never =
      Company{.cto = "holder = \"Ada Okafor\"\nfrom = 2027-01-01\nuntil = 2026-01-01"}.judged();
  CHECK(count_of(never, "wrong-dates") == 1);
  CHECK(first_of(never, "wrong-dates").severity == Severity::error);
  CHECK(never.org->positions[2].why == "vacant");
}

TEST_CASE("a report says of which day it is where the description leaves that open") {
  const auto line = [](std::string_view text) {
    Sources sources;
    sources.texts.emplace_back("org.toml", std::string(text));
    return sums_line(judge(std::move(sources), RunOptions{}));
  };
  const std::string dated = "[[position]]\nid = \"a\"\nholder = \"A B\"\nfrom = 2020-01-01\n";
  CHECK(line(dated).starts_with("checked org.toml as of " + to_string(today()) + " (today): "));
  CHECK(line("[[position]]\nid = \"a\"\n").starts_with("checked org.toml: "));
  CHECK(line("[company]\nas_of = 2026-01-01\n" + dated).starts_with("checked org.toml: "));
  CHECK(
      says(Finding("x", sums_line(judge_text(dated)), Span{0, 1, 1, 1, 2}), "as of 2026-06-01: "));
}
