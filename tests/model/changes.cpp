// What changes from one state of an organisation to another.
#include "model/verdict/changes.hpp"

#include <catch2/catch.hpp>

#include "report/diff.hpp"
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
  CHECK(words_of(*of(changes, "cio")) ==
        "now below `ceo`, was below `cfo`; Priya Raman takes over from Ada Okafor");
  CHECK(words_of(*of(changes, "cto")) == "new, below `ceo`, nobody named");
  CHECK(words_of(*of(changes, "ops")) == "filled by Bo Lind");
  CHECK(words_of(*of(changes, "old")) == "removed, was below `cio`, held by Bo Lind");
  CHECK(changes.positions.back().id == "old");

  const Changes back = compare(after, before);
  CHECK(words_of(*of(back, "ops")) == "vacated by Bo Lind");
  CHECK(of(back, "cto")->removed());
}

TEST_CASE("duties that change hands are told with their verdicts") {
  const Judgement before = judge_text(before_text);
  const Judgement after = judge_text(after_text);
  const Changes changes = compare(before, after);
  const DutyChange* handed = duty(changes, "it-operations");
  REQUIRE(handed != nullptr);
  CHECK(handed->handed_over());
  CHECK(holders_text(*handed) == "`cio` -> `ops`");
  const Changes backwards = compare(after, before);
  const DutyChange* back = duty(backwards, "it-operations");
  CHECK(holders_text(*back) == "`ops` -> `cio`");
  // On paper only: nobody holds it, and yet the verdict is another one.
  const DutyChange* paper = duty(changes, "technology-vision");
  REQUIRE(paper != nullptr);
  CHECK(holders_text(*paper) == "nobody");
  CHECK(verdicts_text(*paper) == "missing -> on paper only");
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
  CHECK(compare(loud, waived).none());
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

  const Judgement broken_before = judge_text("[company\n");
  Judgement broken = judge_text("[company\n");
  keep_new(broken, broken_before);
  CHECK(count_of(broken, "syntax") == 1);
  CHECK(broken.known == 0);
}

TEST_CASE("a state that cannot be read has nothing to compare") {
  const Judgement before = judge_text(before_text);
  const Judgement broken = judge_text("[company\n");
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
