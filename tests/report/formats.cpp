// Every format: the same bytes on every run, whole when clean, and nothing of the user's acts.

#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "report/baseline.hpp"
#include "report/format.hpp"
#include "report/identity.hpp"
#include "report/line_hash.hpp"
#include "tests/rules/judged.hpp"

namespace rolecall::test {
namespace {

using Lines = std::vector<std::string>;

constexpr CheckText checks[] = {{"duty-overlap", Severity::error, "several answer", "Why."},
                                {"span-wide", Severity::warning, "wide", "Why."}};

std::string written(std::string_view format, std::span<const Judgement> judgements) {
  const FormatOptions options{false, "1.2.3", "/home/a", checks};
  return find_format(format)->write(judgements, options);
}

std::string written(std::string_view format, const Judgement& judgement) {
  return written(format, std::span(&judgement, 1));
}

/// Names that mean something to a consumer of each format, in places where findings repeat them.
const std::string hostile_names[] = {
    "::error::boo", "##[error]boo", "]]>boo",     "</script><b>boo", "\\u202Eboo",     "=1+1",
    "@boo",         "a\\nb",        "a,b\\\"c;d", "|x|*y*_z_[w](v)", "\\u001b[31mboo", "&amp;<&>'"};

Judgement hostile() {
  std::string text = "[company]\nname = \"x\"\n";
  for (const std::string& name : hostile_names) {
    text += "[[position]]\nid = \"" + name + "\"\ntitle = \"" + name + "\"\nholder = \"" + name +
            "\"\nreports_to = \"no " + name + "\"\naccountable = [\"" + name +
            "\", \"networks\"]\n";
  }
  return judge_text(text, {}, "a b/::x,y%.toml");
}

Judgement many(std::size_t number) {
  std::string text = "[company]\nname = \"x\"\ncomplete = false\n";
  for (std::size_t i = 0; i < number; ++i) {
    const std::string number_text = std::to_string(i);
    text += "[[position]]\nid = \"p" + number_text + "\"\nreports_to = \"nobody-" + number_text +
            "\"\n";
  }
  return judge_text(text);
}

std::size_t lines_that_begin(const std::string& text, std::string_view begin) {
  std::size_t out = text.starts_with(begin) ? 1 : 0;
  const std::string mark = "\n" + std::string(begin);
  for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) ++out;
  return out;
}

}  // namespace

TEST_CASE("every format writes the same bytes again, and something when all is well") {
  const Judgement clean = judge_text(clean_text);
  const Judgement faulty = judge_text(faulty_text);
  for (const Format* format : all_formats()) {
    CAPTURE(format->id);
    CHECK(written(format->id, faulty) == written(format->id, faulty));
    CHECK(written(format->id, faulty).ends_with('\n'));
    // One line a finding, an annotation a finding, a count a check: nothing where there is none.
    const bool lines =
        format->id == "short" || format->id == "github" || format->id == "statistics";
    CHECK(written(format->id, clean).empty() == lines);
  }
}

TEST_CASE("no format lets text act in a terminal or a build log") {
  const Judgement judgement = hostile();
  REQUIRE(judgement.findings.size() > 12);
  for (const Format* format : all_formats()) {
    CAPTURE(format->id);
    const std::string text = written(format->id, judgement);
    CHECK(text.find('\x1b') == text.npos);
    CHECK(text.find("\xE2\x80\xAE") == text.npos);
    CHECK(text.find("##[") == text.npos);
    const std::size_t commands = lines_that_begin(text, "::error title=rolecall%3A ") +
                                 lines_that_begin(text, "::warning title=rolecall%3A ") +
                                 lines_that_begin(text, "::notice title=rolecall");
    CHECK(lines_that_begin(text, "::") == (format->id == "github" ? commands : 0));
  }
}

TEST_CASE("JSON formats can be read, whatever the text") {
  for (const std::string_view id : {"json", "sarif", "gitlab", "rdjson"}) {
    CAPTURE(id);
    for (const Judgement& judgement : {hostile(), judge_text(clean_text), many(10'000)}) {
      CHECK_FALSE(nlohmann::json::parse(written(id, judgement), nullptr, false).is_discarded());
    }
  }
}

TEST_CASE("what follows from another finding names it as its cause") {
  const Judgement judgement = Company{.cto = "consulted = [\"@shared\"]"}.judged();
  std::vector<Judgement> twice;
  for (int i = 0; i < 2; ++i) {
    twice.push_back(Company{.cto = "consulted = [\"@shared\"]"}.judged());
  }
  const auto json = nlohmann::json::parse(written("json", twice));
  std::map<std::string, std::string> checks;
  for (const auto& finding : json["findings"]) checks[finding["fingerprint"]] = finding["check"];
  std::set<std::string> causes;
  for (const auto& finding : json["findings"]) {
    CHECK(finding.contains("cause") == (finding["check"] == "duty-on-paper"));
    if (!finding.contains("cause")) continue;
    CHECK(checks[finding["cause"]] == "role-vacant");
    causes.insert(finding["cause"]);
  }
  CHECK(causes.size() == 2);  // each description has its own
  const auto sarif = nlohmann::json::parse(written("sarif", judgement));
  std::size_t with_cause = 0;
  for (const auto& result : sarif["runs"][0]["results"]) {
    if (!result.contains("properties")) continue;
    CHECK(causes.contains(result["properties"]["cause"]));
    ++with_cause;
  }
  CHECK(with_cause == 20);
  CHECK(written("text", judgement).find("= so: 20 duties are held on paper only") !=
        std::string::npos);
  CHECK(written("markdown", judgement).find("<br>so: 20 duties are held on paper only") !=
        std::string::npos);
  CHECK(written("short", judgement).find("error[duty-on-paper]: 20 duties") != std::string::npos);
  CHECK(written("text", judgement).find(": 1 error; ") != std::string::npos);
}

TEST_CASE("SARIF has what code scanning asks for") {
  const auto document = nlohmann::json::parse(written("sarif", hostile()));
  const auto& run = document["runs"][0];
  CHECK(document["version"] == "2.1.0");
  CHECK(run["columnKind"] == "unicodeCodePoints");
  CHECK(run["tool"]["driver"]["rules"].size() == 2);
  CHECK(run["automationDetails"]["id"] == "rolecall/");
  REQUIRE(run["results"].size() > 12);
  std::set<std::string> fingerprints;
  for (const auto& result : run["results"]) {
    const auto& place = result["locations"][0]["physicalLocation"];
    CHECK(place["artifactLocation"]["uri"] == "a%20b/%3A%3Ax%2Cy%25.toml");
    CHECK(place["region"]["endColumn"] >= place["region"]["startColumn"]);
    fingerprints.insert(result["partialFingerprints"]["rolecall/v1"]);
    CHECK(result["partialFingerprints"]["primaryLocationLineHash"].is_string());
    for (const auto& related : result.value("relatedLocations", nlohmann::json::array())) {
      CHECK(related["message"]["text"] != "");
    }
  }
  CHECK(fingerprints.size() == run["results"].size());
  // More than are taken at all: the mildest are left out.
  const auto large = nlohmann::json::parse(written("sarif", many(26'000)))["runs"][0];
  CHECK(large["results"].size() == 25'000);
  CHECK(large["invocations"][0]["toolExecutionNotifications"].size() == 1);
}

TEST_CASE("GitLab's fingerprints are unique, its paths relative") {
  const Judgement judgement = judge_text(faulty_text, {}, "/home/a/b/./org.toml");
  std::set<std::string> fingerprints;
  const auto document = nlohmann::json::parse(written("gitlab", judgement));
  for (const auto& entry : document) {
    fingerprints.insert(entry["fingerprint"]);
    CHECK(entry["location"]["path"] == "b/org.toml");
    CHECK(entry["location"]["lines"]["begin"] > 0);
  }
  CHECK(fingerprints.size() == document.size());
  CHECK(written("gitlab", judge_text(clean_text)) == "[]\n");
}

TEST_CASE("annotations are capped, the worst first, and escaped") {
  const std::string text = written("github", many(40));
  CHECK(lines_that_begin(text, "::notice ") == 10);  // the line about the others is one
  CHECK(text.find("::notice title=rolecall::") != text.npos);
  CHECK(text.find("more findings are without an annotation") != text.npos);
  const std::string escaped = written("github", hostile());
  CHECK(escaped.find("file=a b/%3A%3Ax%2Cy%25.toml,line=") != escaped.npos);
}

TEST_CASE("rdjson counts columns in bytes") {
  const auto judgement = judge_text(
      "[[position]]\nid = \"é\"\nholder = \"ÄÖ\"\nreports_to = \"x\"  # ü\n"
      "[[position]]\nid = \"a\"\ntitle = \"ÄÖÜ\" \nboss = \"a\"\n");
  const auto document = nlohmann::json::parse(written("rdjson", judgement));
  bool seen = false;
  for (const auto& entry : document["diagnostics"]) {
    if (entry["code"]["value"] != "unknown-reference") continue;
    seen = true;
    CHECK(entry["location"]["range"]["start"]["column"] == 14);
    CHECK(entry["location"]["range"]["start"]["line"] == 4);
  }
  CHECK(seen);
}

TEST_CASE("JUnit: a failure an error, a pass a check that held, unique names") {
  const std::string text = written("junit", judge_text(faulty_text));
  CHECK(text.find("<failure type=\"duty-overlap\"") != text.npos);
  CHECK(text.find("<testcase name=\"span-wide\" classname=\"org.toml\" time=\"0\"/>") != text.npos);
  std::set<std::string> names;
  std::size_t cases = 0;
  for (std::size_t at = text.find("<testcase name=\""); at != text.npos;
       at = text.find("<testcase name=\"", at + 1)) {
    names.insert(text.substr(at, text.find("classname", at) - at));
    ++cases;
  }
  CHECK(names.size() == cases);
  CHECK(text.find("tests=\"" + std::to_string(cases) + "\"") != text.npos);
  const std::string safe = written("junit", hostile());
  CHECK(safe.find("]]>") == safe.npos);
  CHECK(safe.find("<b>") == safe.npos);
}

TEST_CASE("CSV: a row a duty, and no formula") {
  const std::string text = written("csv", hostile());
  CHECK(text.starts_with("file,duty,title,owner,area,verdict,accountable,responsible,reason\r\n"));
  for (const char sign : {'=', '+', '-', '@'}) {
    CHECK(text.find(std::string(",\"") + sign) == text.npos);
  }
  CHECK(lines_that_begin(text, "\"a b/") == 58);
}

TEST_CASE("Markdown holds its table together") {
  const std::string text = written("markdown", hostile());
  for (const std::string_view markup : {"<b>", "<script", "](v)", "*y*", " @boo", "|x|"}) {
    CAPTURE(markup);
    CHECK(text.find(markup) == text.npos);
  }
  CHECK(written("markdown", many(300)).find("and 200 more findings") != std::string::npos);
}

TEST_CASE("hashes of lines are those of the reference, ten texts worked out by hand") {
  const std::string x250(250, 'x');
  const std::string y120(120, 'y');
  CHECK(line_hashes("") == Lines{"c129715d7a2bc9a3:1"});
  CHECK(line_hashes("\n") == Lines{"3c5bef55b72b93c9:1", "c129715d7a2bc9a3:1"});
  CHECK(line_hashes("\n\n\n") == Lines{"4e5d562094661a0d:1", "5b5d4caf73a13177:1",
                                       "3c5bef55b72b93c9:1", "c129715d7a2bc9a3:1"});
  CHECK(line_hashes("a\nb\n\t\tc\n d") == Lines{"271789c17abda88f:1", "54703d4cd895b18:1",
                                                "180aee12dab6264:1", "a23a3dc5e078b07b:1"});
  CHECK(line_hashes("hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End") ==
        Lines{"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1",
              "c6805c5e1288b612:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1"});
  CHECK(line_hashes("a\r\nb\rc\n") == Lines{"52668e89249e7477:1", "9ed7939040abc6c0:1",
                                            "3791504be0bd17cc:1", "c129715d7a2bc9a3:1"});
  CHECK(line_hashes(x250) == Lines{"52b56201ffb58620:1"});
  CHECK(line_hashes("Zoë\n\U0001F600 end\n") ==
        Lines{"660d791ce167643:1", "33f791cb73ff5b69:1", "c129715d7a2bc9a3:1"});
  CHECK(line_hashes("id = \"cio\"\nid = \"cio\"\n" + y120) ==
        Lines{"dbd5826a39b71d30:1", "39c2eaaefcbacf02:1", "cadd4b5b9d92c51c:1"});
  CHECK(line_hashes("\t \r\n \t\nlast") ==
        Lines{"e54ace1efbd7b36f:1", "2bafa474670c5ca1:1", "58429ecce5a8d0db:1"});
  // The same 100 units twice count up.
  const std::string twice = x250 + "\n" + x250;
  CHECK(line_hashes(twice) == Lines{"52b56201ffb58620:1", "52b56201ffb58620:2"});
}

TEST_CASE("statistics keep severities apart") {
  Judgement judgement = judge_text(faulty_text);
  REQUIRE(count_of(judgement, "duty-overlap") == 1);
  Finding quiet("duty-overlap", "one more", judgement.findings.front().place());
  quiet.severity = Severity::note;
  judgement.findings.push_back(std::move(quiet));
  const std::string out = written("statistics", judgement);
  CHECK(out.find("     1  error    duty-overlap\n") != std::string::npos);
  CHECK(out.find("     1  note     duty-overlap\n") != std::string::npos);
}

TEST_CASE("a baseline takes what it has, says what is stale, and comes back as it was") {
  std::vector<Judgement> judgements;
  judgements.push_back(judge_text(faulty_text));
  const std::size_t all = judgements[0].findings.size();
  REQUIRE(all > 2);
  const std::size_t firm = count_of(judgements[0], "unknown-reference");
  REQUIRE(firm == 1);
  const Baseline baseline(judgements);
  CHECK(baseline.size() == all - firm);
  const auto again = Baseline::read(baseline.text());
  REQUIRE(again);
  CHECK(again->text() == baseline.text());

  // Lines move, an error more comes, another goes, and what may hide others stays: while it is
  // there, nothing is said to be stale.
  std::string text = "# a comment\n\n" + std::string(faulty_text);
  text.replace(text.find(", \"it-budget\""), 13, "");
  judgements.clear();
  judgements.push_back(judge_text(text + "\n[[position]]\nid = \"new\"\nreports_to = \"where\"\n"));
  CHECK(again->apply(judgements, "").empty());
  CHECK(count_of(judgements[0], "unknown-reference") == 2);
  CHECK(judgements[0].known > 0);
  text.replace(text.find("ceoo"), 4, "ceo");
  judgements.clear();
  judgements.push_back(judge_text(text));
  const auto stale = again->apply(judgements, "");
  REQUIRE(stale.size() == 1);
  CHECK(stale[0].starts_with("Fernhill: duty-overlap"));

  CHECK(Baseline::read("{\n\n!").error() == "line 3: this is no JSON");
  CHECK(Baseline::read("[]").error().starts_with("line 1: this is no baseline"));
  CHECK_FALSE(Baseline::read(R"({"baseline": 1, "findings": [{"file": 3}]})"));
}

TEST_CASE("a finding has one fingerprint in all formats") {
  std::vector<Judgement> two;  // a proposal and its base are of one company
  two.push_back(judge_text(faulty_text));
  two.push_back(judge_text(faulty_text, {}, "next.toml"));
  using nlohmann::json;
  std::vector<std::string> all;
  const json report = json::parse(written("json", two));
  for (const json& finding : report["findings"]) all.push_back(finding["fingerprint"]);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
  std::ranges::sort(all);
  std::vector<std::string> sarif;
  const json results = json::parse(written("sarif", two))["runs"][0]["results"];
  for (const json& result : results) sarif.push_back(result["partialFingerprints"]["rolecall/v1"]);
  std::ranges::sort(sarif);
  CHECK(sarif == all);
  std::vector<std::string> gitlab;
  for (const json& entry : json::parse(written("gitlab", two))) {
    gitlab.push_back(entry["fingerprint"]);
  }
  std::ranges::sort(gitlab);
  CHECK(gitlab == all);
  for (const Finding& finding : two[0].findings) {
    CHECK(std::ranges::binary_search(all, finding.fingerprint));
  }
}

TEST_CASE("the cases of JUnit have the same names when another finding is mended") {
  const auto names = [](const std::string& duties) {
    const std::string text = Company{.cto_accountable = "[\"@CTO\", " + duties + "]"}.text(
        post("cfo", "ceo", "accountable = [" + duties + "]") +
        "[checks]\nbundle-outranked = \"off\"\n");
    std::set<std::string> out;
    const std::string xml = written("junit", judge_text(text));
    for (std::size_t at = xml.find("<testcase name=\""); at != xml.npos;
         at = xml.find("<testcase name=\"", at + 1)) {
      out.insert(xml.substr(at + 16, xml.find('"', at + 16) - at - 16));
    }
    return out;
  };
  const auto before = names(R"("networks", "it-budget", "it-assets", "service-desk")");
  auto after = names(R"("it-budget", "it-assets", "service-desk")");
  CHECK(before.contains("duty-overlap duty:networks position:cfo position:cto"));
  after.insert("duty-overlap duty:networks position:cfo position:cto");
  CHECK(after == before);
}

}  // namespace rolecall::test
