// Runs of fixes: what they lead to, what they may bring to light, and what is told beside them.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "rules/mend.hpp"
#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

/// A run of all fixes that may be made unasked.
MendResult run_of(const std::string& text, bool unsafe = false) {
  const std::vector<JudgeWith> judges{[&](const NewTexts& texts) {
    return judge_text(texts.empty() ? text : texts.begin()->second);
  }};
  MendOptions options;
  options.unsafe = unsafe;
  return mend(judges, options);
}

std::string mended(const std::string& text, bool unsafe = false) {
  const MendResult result = run_of(text, unsafe);
  return result.texts.empty() ? text : result.texts.begin()->second;
}

std::string titled(std::string_view id, std::string_view title, std::string_view rest) {
  return "[[position]]\nid = \"" + std::string(id) + "\"\ntitle = \"" + std::string(title) +
         "\"\n" + std::string(rest) + "\n";
}

const std::string head = "[company]\nname = \"Alder\"\n" +
                         titled("ceo", "Chief Executive Officer", "holder = \"Helga Brandt\"");

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a boss by name under another program's key becomes the id of the post") {
  SECTION("of the one that the person holds") {
    const std::string text = mended(head + titled("cio", "CIO", "manager = \"Helga Brandt\"") +
                                    titled("net", "Head of Networks", "boss = \"cio\""));
    CHECK(holds(text, "reports_to = \"ceo\""));
    CHECK(holds(text, "reports_to = \"cio\""));
  }
  SECTION("in one fix") {
    const auto j =
        judge_text(head + titled("cio", "CIO", "repots_to = 'Helga Brandt' # since May"));
    const Finding& f = first_of(j, "unknown-key");
    REQUIRE(f.fixes.size() == 1);
    CHECK(f.fixes.front().title == "call it `reports_to` and write `ceo`");
  }
  SECTION("only the key, where nobody is called so") {
    const MendResult result = run_of(head + titled("cio", "CIO", "manager = \"Nobody Known\""));
    CHECK(holds(result.texts.begin()->second, "reports_to = \"Nobody Known\""));
    CHECK(count_of(result.judgements.front(), "unknown-reference") == 1);
    CHECK(result.refused.empty());
  }
  SECTION("only the key, where the person holds several posts") {
    const std::string text = mended(head + titled("coo", "COO", "holder = \"Helga Brandt\"") +
                                    titled("cio", "CIO", "manager = \"Helga Brandt\""));
    CHECK(holds(text, "reports_to = \"Helga Brandt\""));
  }
}

TEST_CASE("a list of bosses under another program's key") {
  const std::string text = head + titled("cio", "CIO", "reports_to = \"ceo\"") +
                           titled("cto", "CTO", "reports_to = \"ceo\"") +
                           titled("dev", "Head of Development", "manager = [\"cto\", \"cio\"]");
  CHECK(mended(text) == text);
  const std::string followed = mended(text, true);
  CHECK(holds(followed, "\nreports_to = \"cto\"\n"));
  CHECK(holds(followed, "\ndotted_to = [\"cio\"]\n"));
  CHECK(holds(mended(head + titled("cio", "CIO", "manager = [\"ceo\"]")), "reports_to = \"ceo\""));
}

TEST_CASE("a fix that is refused keeps no other from being tried") {
  // Mended, the first would be a circle.
  const std::string text =
      "[company]\nname = \"Alder\"\n" +
      titled("director", "Chief Executive Officer", "reports_to = \"networks\"") +
      titled("networks", "Head of Networks", "reports_to = \"dirctor\"") +
      titled("cio", "CIO", "name = \"Ann Lee\"") + titled("cto", "CTO", "name = \"Bo Kim\"");
  const MendResult result = run_of(text);
  CHECK(result.applied.size() == 2);
  REQUIRE(result.refused.size() == 1);
  CHECK(holds(result.refused.front().why_not, "reporting-cycle"));
  CHECK(holds(result.texts.begin()->second, "\"dirctor\""));
  CHECK(holds(result.texts.begin()->second, "holder = \"Bo Kim\""));
}

TEST_CASE("what is known once a word is mended may come to light") {
  SECTION("of a reference") {
    const std::string text =
        head + titled("cio", "CIO", "reports_to = \"Helga Brandt\"\naccountable = [\"@CIO\"]") +
        titled("networks", "Head of Networks", "reports_to = \"cio\"") +
        titled("wires", "Head of Wires", "reports_to = \"netwroks\"\naccountable = [\"networks\"]");
    const MendResult result = run_of(text);
    CHECK(result.refused.empty());
    CHECK(holds(result.texts.begin()->second, "reports_to = \"networks\""));
    CHECK(holds(result.texts.begin()->second, "reports_to = \"ceo\""));
  }
  SECTION("of a duty that another has as well") {
    const MendResult result =
        run_of(head + titled("cio", "CIO", "reports_to = \"ceo\"\naccountable = [\"networks\"]") +
               titled("cto", "CTO", "reports_to = \"ceo\"\naccountable = [\"netwroks\"]"));
    CHECK(result.refused.empty());
    CHECK_FALSE(holds(result.texts.begin()->second, "netwroks"));
  }
}

TEST_CASE("dates in quotes and numbers without them are read, and mended") {
  const std::string text =
      head + titled("7", "CIO", "from = \"2024-03-01\"\ngrade = 1.10\nreports_to = 12") +
      "[[position]]\nid = 12\ntitle = \"COO\"\nreports_to = \"ceo\"\n" +
      "[[waiver]]\ncheck = \"role-missing\"\non = [\"CTO\"]\nreason = \"x\"\n"
      "until = \"2027-01-31\"\n";
  const auto before = judge_text(text);
  CHECK(count_of(before, "missing-key") == 0);
  CHECK(count_of(before, "unknown-reference") == 0);
  const std::string after = mended(text);
  CHECK(holds(after, "from = 2024-03-01\n"));
  CHECK(holds(after, "grade = \"1.10\"\n"));
  CHECK(holds(after, "reports_to = \"12\"\n"));
  CHECK(holds(after, "id = \"12\"\n"));
  CHECK(count_of(judge_text(after), "wrong-type") == 0);
  SECTION("but not what is no date, nor a number for a duty or a state") {
    for (const char* line : {"from = \"soon\"", "from = \"2024-13-01\"", "accountable = 7",
                             "state = 3", "assistant = 1"}) {
      INFO(line);
      CHECK(first_of(judge_text(head + titled("cio", "CIO", line)), "wrong-type").fixes.empty());
    }
  }
}

TEST_CASE("one mistake at many keys is told once") {
  std::string text = head;
  for (const char* id : {"a", "b", "c"}) {
    text += titled(id, "CIO",
                   "name = \"Ann Lee\"\nemail = \"x\"\ncolour = \"red\"\nfrom = \"2024-03-01\"\n"
                   "state = \"asleep\"");
  }
  const auto j = judge_text(text);
  std::vector<std::string> messages;
  for (const char* check : {"unknown-key", "wrong-type"}) {
    for (const Finding& entry : told_of(j, check)) messages.push_back(entry.message);
  }
  std::ranges::sort(messages);
  CHECK(messages == std::vector<std::string>{
                        "3 places: `from` must be a date", "3 places: `state` cannot be `asleep`",
                        "3 posts have `colour`, which is no key of [[position]]",
                        "3 posts have `email`, for which rolecall has no key",
                        "3 posts have `name`: it is `holder` here"});
  const Finding named = told_of(j, "unknown-key").front();
  CHECK(named.help_text == "call it `holder`");
  CHECK(named.notes.empty());
  SECTION("and each by itself where the keys are apart") {
    const auto apart = judge_text(head + titled("cio", "CIO", "name = \"A\"") +
                                  "[[link]]\nname = \"x\"\nbetween = [\"ceo\", \"cio\"]\n");
    CHECK(told_of(apart, "unknown-key").size() == 2);
  }
}

TEST_CASE("a person in place of a post is told as one") {
  const auto message = [](const std::string& more) {
    return first_of(judge_text(head + more), "unknown-reference").message;
  };
  const std::string cio = titled("cio", "CIO", "reports_to = \"Helga Brandt\"");
  CHECK(message(cio) == "`reports_to` names `Helga Brandt`, a person who holds `ceo`: write `ceo`");
  CHECK(message(cio + titled("coo", "COO", "holder = \"Helga Brandt\"")) ==
        "`reports_to` names `Helga Brandt`, a person who holds `ceo` and `coo`: write the id that "
        "is meant");
  CHECK(message(titled("cio", "CIO", "reports_to = \"Bea Low\"") +
                "[[person]]\nname = \"Bea Low\"\n") ==
        "`reports_to` names `Bea Low`, a person who holds no post");
  CHECK(message(titled("helga-brand", "CIO", "reports_to = \"Helga Brandt\"") +
                titled("HELGA BRANDT", "COO", "reports_to = \"ceo\"")) ==
        "`reports_to` names `Helga Brandt`, a person who holds `ceo`: write `ceo`");
  CHECK(message(titled("cio", "CIO", "reports_to = \"Nobody Known\"")) ==
        "`reports_to` names `Nobody Known`, which is not in this description");
}
