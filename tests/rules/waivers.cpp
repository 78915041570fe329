// Waivers: what they accept, what they do not, and what is said about them.

#include <catch2/catch.hpp>

#include "model/language/comments.hpp"
#include "model/verdict/groups.hpp"
#include "report/sums.hpp"
#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

/// Two duties that CTO and CFO hold by name. The findings are at the CFO's entries.
std::string text(std::string_view more, std::string_view comment = {}) {
  return Company{
      .cio_accountable = R"(["@CIO", "!it-budget", "!networks", "@shared", "@contested"])",
      .cto_accountable = R"(["@CTO", "it-budget", "networks"])"}
      .text(post("finance", "ceo",
                 R"(accountable = ["it-budget", "networks"])" + std::string(comment)) +
            std::string(more));
}

Judgement with(std::string_view more, std::string_view comment = {}) {
  return judge_text(text(more, comment));
}

std::string waiver(std::string_view on, std::string_view more = {}) {
  return "[[waiver]]\ncheck = \"duty-overlap\"\non = " + std::string(on) +
         "\nreason = \"agreed\"\n" + std::string(more) + "\n";
}

std::size_t open(const Judgement& judgement) {
  return static_cast<std::size_t>(std::ranges::count_if(
      judgement.findings,
      [](const Finding& finding) { return finding.check == "duty-overlap" && !finding.waived; }));
}

std::vector<WaiverDecl> comments_of(const std::string& toml, Findings& findings) {
  const SourceText text("x", toml);
  return read_comment_waivers(syntax::parse(text.bytes()), text, 0, findings);
}

std::vector<WaiverDecl> comments_of(const std::string& toml) {
  Findings findings;
  auto out = comments_of(toml, findings);
  CHECK(findings.empty());
  return out;
}

}  // namespace

TEST_CASE("a waiver accepts the findings that are about all it names") {
  REQUIRE(open(with("")) == 2);
  CHECK(open(with(waiver(R"("networks")"))) == 1);
  CHECK(open(with(waiver(R"("duty:networks")"))) == 1);
  CHECK(open(with(waiver(R"(["networks", "finance", "cto"])"))) == 1);
  CHECK(open(with(waiver(R"(["position:finance"])"))) == 0);
  CHECK(open(with(waiver(R"(["networks", "it-budget"])"))) == 0);
  CHECK(open(with(waiver(R"(["networks", "it-budget", "ceo"])"))) == 2);
  CHECK(open(with(waiver(R"(["networks", "it-assets"])"))) == 1);  // the other one is mended
  CHECK(open(with(waiver(R"("team:networks")"))) == 2);
  CHECK(open(with("[[waiver]]\ncheck = \"duty-overlap\"\nreason = \"all of them\"\n")) == 0);
}

TEST_CASE("a waiver takes its duties out of a finding about several") {
  const std::string org = Company{.cto_accountable = R"(["networks"])"}.text("");
  const auto missing = [&](const std::string& waivers) {
    std::vector<std::string> out;
    const Judgement judgement = judge_text(org + waivers);
    const Entries entries(judgement.findings);
    for (const Finding* entry : entries) {
      if (entry->check != "duty-missing" || !entry->message.ends_with("of the CTO")) continue;
      out.push_back((entry->waived ? "waived: " : "open: ") + entry->message);
    }
    std::ranges::sort(out);
    return out;
  };
  const auto of = [](std::string_view on) {
    return "[[waiver]]\ncheck = \"duty-missing\"\nreason = \"agreed\"\non = " + std::string(on) +
           "\n";
  };
  using List = std::vector<std::string>;
  const std::string nobody = "nobody is accountable for ";
  CHECK(missing("") == List{"open: " + nobody + "any of the 20 duties of the CTO"});
  CHECK(missing(of(R"("new-products")")) ==
        List{"open: " + nobody + "19 of the 20 duties of the CTO",
             "waived: " + nobody + "`new-products`, a duty of the CTO"});
  CHECK(missing(of(R"(["new-products", "customer-needs"])") + of(R"("product-ownership")")) ==
        List{"open: " + nobody + "17 of the 20 duties of the CTO",
             "waived: " + nobody + "3 of the 20 duties of the CTO"});
  CHECK(missing(of(R"("cto")")) == List{"waived: " + nobody + "any of the 20 duties of the CTO"});
}

TEST_CASE("waived findings stay, are counted apart and do not count as errors") {
  const auto j = with(waiver(R"("networks")"));
  CHECK(count_of(j, "duty-overlap") == 2);
  CHECK(count_waived(j.findings) == 1);
  CHECK(count(j.findings, Severity::error) == 1);
  CHECK(sums_line(j).find("1 error, 1 waived; ") != std::string::npos);
  CHECK(sums_line(with(waiver(R"("finance")"))).find("nothing wrong found, 2 waived; ") !=
        std::string::npos);
}

TEST_CASE("without waivers all is found, and nothing is said of them") {
  Sources sources;
  sources.texts.emplace_back("org.toml", text(waiver(R"("nothing")") + waiver(R"("networks")")));
  RunOptions options;
  options.waivers = false;
  const auto j = judge(std::move(sources), options);
  CHECK(open(j) == 2);
  CHECK(checks_of(j) == std::vector<std::string>{"duty-overlap"});
}

TEST_CASE("until is the last day") {
  const auto last = with(waiver(R"("networks")", "until = 2026-06-01"));
  CHECK(open(last) == 1);
  CHECK(count_of(last, "expired-waiver") == 0);
  const auto over = with(waiver(R"("networks")", "until = 2026-05-31"));
  CHECK(open(over) == 2);
  REQUIRE(count_of(over, "expired-waiver") == 1);
  CHECK(says(first_of(over, "expired-waiver"), "1 finding shows again"));
  const auto gone = with(waiver(R"("ceo")", "until = 2026-05-31"));
  CHECK(says(first_of(gone, "expired-waiver"), "nothing is left"));
  CHECK(count_of(gone, "unused-waiver") == 0);
}

TEST_CASE("an unused waiver says why it accepts nothing") {
  const auto says_of = [](const std::string& more, std::string_view part) {
    const auto j = with(more);
    REQUIRE(count_of(j, "unused-waiver") == 1);
    CAPTURE(words(first_of(j, "unused-waiver")));
    CHECK(says(first_of(j, "unused-waiver"), part));
    CHECK(first_of(j, "unused-waiver").severity == Severity::warning);
  };
  says_of(waiver(R"("netwroks")"), "did you mean `networks`?");
  says_of(waiver(R"("duty:netwroks")"), "did you mean `networks`?");
  says_of(waiver(R"(["networks", "cio"])"), "about `networks`");
  says_of("[[waiver]]\ncheck = \"duty-overlapp\"\n", "did you mean `duty-overlap`?");
  says_of("[[waiver]]\ncheck = \"span-wide\"\nreason = \"x\"\n", "the check finds nothing");
  says_of(waiver(R"("networks")") + "[checks]\nduty-overlap = \"off\"\n", "is off");
}

TEST_CASE("what may hide others and what is about waivers cannot be waived") {
  for (const std::string check : {"unknown-key", "duplicate-id", "unused-waiver"}) {
    const auto j = with("[[waiver]]\ncheck = \"" + check + "\"\nreason = \"x\"\n");
    REQUIRE(count_of(j, "wrong-type") == 1);
    CHECK(says(first_of(j, "wrong-type"), "cannot be waived"));
  }
}

TEST_CASE("a comment accepts what stands on its line") {
  const auto j = with("", " # rolecall: allow duty-overlap until=2026-07-01 by=ceo agreed on");
  CHECK(open(j) == 0);
  CHECK(checks_of(j) == std::vector<std::string>{"duty-overlap"});
  const WaiverDecl& waiver = j.org->document->waivers.at(0);
  CHECK(waiver.reason.value == "agreed on");
  CHECK(waiver.by.value == "ceo");
  CHECK(waiver.until.value == Date{2026, 7, 1});
}

TEST_CASE("a comment on a line of its own is for the next line that is none") {
  std::string written = text("");
  const std::size_t line = written.find(R"(accountable = ["it-b)");
  REQUIRE(line != std::string::npos);
  written.insert(line, "# rolecall: allow duty-overlap agreed\n# more words\n\n  # and more\n");
  const auto j = judge_text(written);
  CHECK(count_waived(j.findings) == 2);
  CHECK(checks_of(j) == std::vector<std::string>{"duty-overlap"});
}

TEST_CASE("a comment on the wrong line tells where the findings are") {
  const auto j = judge_text("# rolecall: allow duty-overlap agreed\n" + text(""));
  REQUIRE(count_of(j, "unused-waiver") == 1);
  CHECK(says(first_of(j, "unused-waiver"), "the finding on line"));
}

TEST_CASE("comments are told from strings") {
  CHECK(comments_of(R"(a = "# rolecall: allow x y")").empty());
  CHECK(comments_of(R"(a = '# rolecall: allow x y')").empty());
  CHECK(comments_of("a = \"\"\"\n# rolecall: allow x y\n\"\"\"\n").empty());
  CHECK(comments_of("a = '''\n# rolecall: allow x y\n''''\n").empty());
  CHECK(comments_of(R"(a = "\" # rolecall: allow x y")").empty());
  CHECK(comments_of("a = '\\' # rolecall: allow x y").size() == 1);
  CHECK(comments_of("a = \"\"\"x\"\"\"\"\" # rolecall: allow x y").size() == 1);
  CHECK(comments_of("# rolecalled: allow x\n# see rolecall: allow x\n").empty());
}

TEST_CASE("the words of a comment") {
  const auto several =
      comments_of("a = 1 # rolecall:allow one,two, three by=\"Ada Okafor\" why not\n");
  REQUIRE(several.size() == 3);
  CHECK(several[0].check.value == "one");
  CHECK(several[2].check.value == "three");
  CHECK(several[2].by.value == "Ada Okafor");
  CHECK(several[2].reason.value == "why not");
  CHECK(several[2].line == 1);
  CHECK(several[1].check.span == Span{0, 1, 28, 1, 31});

  const auto lines = comments_of(
      "\xEF\xBB\xBF# rolecall: allow one\n\n# rolecall: allow two\na = \"ä\" # rolecall: allow "
      "three\n"
      "# rolecall: allow last\n");
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].line == 4);
  CHECK(lines[1].line == 4);
  CHECK(lines[2].line == 4);
  CHECK(lines[3].line == 5);
}

TEST_CASE("comments that are written wrong") {
  const auto found = [](const std::string& comment, std::string_view check, std::string_view part) {
    Findings findings;
    comments_of(comment, findings);
    CAPTURE(comment);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].check == check);
    CHECK(says(findings[0], part));
  };
  found("# rolecall: alow duty-overlap", "unknown-key", "did you mean `allow`?");
  found("# rolecall: ignore duty-overlap", "unknown-key", "did you mean `allow`?");
  found("# rolecall: allow", "missing-key", "names no check");
  found("# rolecall: allow until=2027-01-01", "missing-key", "names no check");
  found("# rolecall: allow x until=soon", "wrong-type", "not a date");
  CHECK(comments_of("# rolecall: the file of the group's chart\n").empty());
}

TEST_CASE("a finding must be about all that a waiver is on") {
  const auto waived = [](std::string_view on) {
    return std::ranges::count_if(with(waiver(on)).findings, &Finding::waived);
  };
  CHECK(waived(R"(["networks", "finance"])") == 1);
  CHECK(waived(R"(["finance", "duty:networks"])") == 1);
  CHECK(waived(R"("finance")") == 2);
  CHECK(waived(R"(["networks", "ceo"])") == 0);
}

TEST_CASE("a comment without a reason is one finding, however many checks it names") {
  const auto j = judge_text(
      "[[position]]\nid = \"x\"\n"
      "title = \"X\"  # rolecall: allow span-wide, overloaded\n"
      "holder = \"A\"\naccountable = [\"networks\", \"it-assets\"]\n" +
          post("y", "x") + post("z", "x"),
      Limits{.max_span = 1, .max_duties = 1});
  CHECK(first_of(j, "span-wide").waived);
  CHECK(first_of(j, "overloaded").waived);
  CHECK(count_of(j, "waiver-without-reason") == 1);
}

TEST_CASE("a waiver whose `on` names nothing accepts nothing") {
  const Judgement empty = with(waiver("[]"));
  CHECK(open(empty) == 2);
  REQUIRE(count_of(empty, "wrong-type") == 1);
  const Finding& told = first_of(empty, "wrong-type");
  CHECK(told.message == "`on` is an empty list, which names nothing");
  CHECK(told.help_text == "leave `on` out to accept all findings of the check");
  CHECK(count_of(empty, "unused-waiver") == 0);
  // What cannot be read is told once, and does not mean all either.
  for (const char* on : {"[true]", "true", "[[]]"}) {
    CAPTURE(on);
    const Judgement wrong = with(waiver(on));
    CHECK(open(wrong) == 2);
    CHECK(count_of(wrong, "wrong-type") == 1);
  }
  CHECK(open(with("[[waiver]]\ncheck = \"duty-overlap\"\nreason = \"agreed\"\n")) == 0);
}

TEST_CASE("an entry with an empty `scope` is for no scope, and not for all") {
  const auto j = Company{.cio_accountable =
                             R"(["@CIO", "!networks", "@shared", "@contested",
                                 { duty = "networks", scope = [] }])"}
                     .judged();
  REQUIRE(count_of(j, "wrong-type") == 1);
  CHECK(first_of(j, "wrong-type").message == "`scope` is an empty list, which names nothing");
  CHECK(count_of(j, "duty-missing") == 1);
}
