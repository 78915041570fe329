// The baseline: what is mended, moved or waived makes nothing else new, and what grows is new.

#include "report/baseline.hpp"

#include <catch2/catch.hpp>

#include "tests/rules/judged.hpp"

namespace rolecall::test {
namespace {

const std::vector<std::string> five{"it-budget", "networks", "it-assets", "service-desk",
                                    "it-operations"};

std::string list(std::span<const std::string> duties) {
  std::string out;
  for (const std::string& duty : duties) out += ", \"" + duty + '"';
  return out.substr(std::min<std::size_t>(2, out.size()));
}

/// Duties that CTO and CFO hold by name; some of them the COO as well.
std::string overlaps(std::span<const std::string> duties, std::span<const std::string> coo = {}) {
  return Company{.cto_accountable = "[\"@CTO\", " + list(duties) + "]"}.text(
      post("cfo", "ceo", "accountable = [" + list(duties) + "]") +
      (coo.empty() ? "" : post("coo", "ceo", "accountable = [" + list(coo) + "]")) +
      "[checks]\nbundle-outranked = \"off\"\n");
}

/// A head with so many direct reports.
std::string wide(std::size_t reports) {
  std::string more;
  for (std::size_t i = 0; i < reports; ++i) more += post("p" + std::to_string(i), "ceo");
  return headed("as_of = 2026-06-01\ncomplete = false", more);
}

struct Held {
  std::vector<Judgement> judgements;
  std::vector<std::string> stale;

  std::size_t fresh() const { return judgements.front().findings.size(); }
};

/// A state held against the baseline of another, which went through a file.
Held held(const std::string& before, const std::string& after, std::string_view name = "org.toml") {
  std::vector<Judgement> then;
  then.push_back(judge_text(before));
  const auto baseline = Baseline::read(Baseline(then).text());
  REQUIRE(baseline);
  Held out;
  out.judgements.push_back(judge_text(after, {}, name));
  out.stale = baseline->apply(out.judgements, "/somewhere");
  return out;
}

}  // namespace

TEST_CASE("mending one of five overlaps makes none of the others new") {
  const Held all = held(overlaps(five), overlaps(five));
  CHECK(all.fresh() == 0);
  CHECK(all.stale.empty());
  for (std::size_t left = 0; left < five.size(); ++left) {
    const Held some = held(overlaps(five), overlaps(std::span(five).first(left)));
    CHECK(some.fresh() == 0);
    CHECK(some.stale.size() == five.size() - left);
  }
  const Held more = held(overlaps(std::span(five).first(4)), overlaps(five));
  REQUIRE(more.fresh() == 1);
  CHECK(says(more.judgements[0].findings[0], "`it-operations`"));
}

TEST_CASE("waiving one of a group makes none of the others new") {
  const std::string waiver =
      "[[waiver]]\ncheck = \"duty-overlap\"\non = \"networks\"\nreason = \"agreed\"\n";
  const Held some = held(overlaps(five), overlaps(five) + waiver);
  REQUIRE(some.fresh() == 1);
  CHECK(some.judgements[0].findings[0].waived);
  REQUIRE(some.stale.size() == 1);
  CHECK(some.stale[0] == "Test: duty-overlap duty:networks position:cfo position:cto");
}

TEST_CASE("a holder more is new, a holder less is not") {
  const std::vector<std::string> one{"networks"};
  CHECK(held(overlaps(five), overlaps(five, one)).fresh() == 1);
  const Held less = held(overlaps(five, one), overlaps(five));
  CHECK(less.fresh() == 0);
  CHECK(less.stale.empty());
}

TEST_CASE("a file or a folder of another name, other lines and another order change nothing") {
  const std::vector<std::string> turned(five.rbegin(), five.rend());
  const Held other = held(overlaps(five), "# one\n# two\n" + overlaps(turned), "else/where/x.toml");
  CHECK(other.fresh() == 0);
  CHECK(other.stale.empty());
}

TEST_CASE("who would mend a gap, and who does the work, are no part of it") {
  const auto org = [](const std::string& doer, const std::string& cto) {
    return Company{.cto_accountable = R"(["@CTO", "!new-products"])", .cto = cto}.text(
        post(doer, "cto", "responsible = [\"new-products\"]"));
  };
  const std::string cto = "holder = \"Ada Okafor\"\nconsulted = [\"@shared\"]";
  const std::string interim = "holder = \"Ada Okafor\"\nconsulted = [\"@shared\"]\n";
  REQUIRE(count_of(judge_text(org("dev", cto)), "duty-missing") == 1);
  CHECK(held(org("dev", cto), org("lab", interim)).fresh() == 0);
}

TEST_CASE("a number that gets worse is new, one that gets better is known") {
  const Held grown = held(wide(11), wide(40));
  REQUIRE(grown.fresh() == 1);
  CHECK(grown.judgements[0].findings[0].check == "span-wide");
  CHECK(grown.stale.empty());
  CHECK(held(wide(40), wide(11)).fresh() == 0);
  CHECK(held(wide(11), wide(11)).fresh() == 0);
}

TEST_CASE("two companies in one baseline are held apart") {
  std::string other = wide(20);
  other.replace(other.find("\"Test\""), 6, "\"Other\"");
  std::vector<Judgement> both;
  both.push_back(judge_text(wide(11), {}, "a.toml"));
  both.push_back(judge_text(other, {}, "b.toml"));
  const Baseline baseline(both);
  std::vector<Judgement> grown;
  grown.push_back(judge_text(wide(20), {}, "a.toml"));
  CHECK(baseline.apply(grown, "").empty());  // nothing is said of the company that is not judged
  CHECK(grown[0].findings.size() == 1);
}

TEST_CASE("of a company only a part of which is judged nothing is stale") {
  std::vector<Judgement> both;
  both.push_back(judge_text(wide(11), {}, "now.toml"));
  both.push_back(judge_text(overlaps(five), {}, "next.toml"));
  const Baseline baseline(both);
  std::vector<Judgement> one;
  one.push_back(judge_text(wide(11), {}, "now.toml"));
  CHECK(baseline.apply(one, "").empty());
  CHECK(one[0].findings.empty());
  // What is wrong in a text may hide findings.
  std::vector<Judgement> broken;
  broken.push_back(judge_text(wide(2) + "[[position]]\nid = \"x\"\nreports_to = \"y\"\n"));
  std::vector<Judgement> then;
  then.push_back(judge_text(wide(11)));
  CHECK(Baseline(then).apply(broken, "").empty());
}

TEST_CASE("a renamed post is the same one") {
  const std::string before = wide(11);
  std::string after = before;
  after.replace(after.find("id = \"ceo\""), 10, "id = \"head\"\nwas = \"ceo\"");
  for (std::size_t at = after.find("reports_to = \"ceo\""); at != after.npos;
       at = after.find("reports_to = \"ceo\"")) {
    after.replace(at, 18, "reports_to = \"head\"");
  }
  const Held renamed = held(before, after);
  CHECK(renamed.fresh() == 0);
  CHECK(renamed.stale.empty());
}

TEST_CASE("the first format is read: a group's entry stands for each of its duties") {
  const auto old = Baseline::read(
      R"({"baseline": 1, "findings": [{"file": "org.toml", "finding": "duty-overlap duty:it-assets )"
      R"(duty:it-budget duty:it-operations duty:networks duty:service-desk position:cfo )"
      R"(position:cto"}, {"file": "org.toml", "finding": "span-wide position:ceo"}]})");
  REQUIRE(old);
  CHECK(old->is_old());
  std::vector<Judgement> now;
  now.push_back(judge_text(overlaps(std::span(five).first(4))));
  const auto stale = old->apply(now, "");
  CHECK(now[0].findings.empty());
  CHECK(now[0].known == 4);
  CHECK(stale == std::vector<std::string>{"org.toml: span-wide position:ceo"});
  std::vector<std::string> six = five;
  six.push_back("infrastructure");
  now.clear();
  now.push_back(judge_text(overlaps(six)));
  static_cast<void>(old->apply(now, ""));
  CHECK(now[0].findings.size() == 1);
}

TEST_CASE("what is no baseline is refused in plain words") {
  CHECK(Baseline::read(R"({"baseline": 3, "findings": []})").error().find("--write-baseline") !=
        std::string::npos);
  CHECK_FALSE(Baseline::read(R"({"baseline": 2, "findings": [{"check": 3}]})"));
  CHECK_FALSE(Baseline::read(R"({"baseline": 2, "findings": [{"check": "a", "about": "b"}]})"));
  CHECK_FALSE(Baseline::read(R"({"baseline": 2, "findings": [{"check": "a", "number": "b"}]})"));
  CHECK_FALSE(Baseline::read(R"({"baseline": 2, "findings": [{"check": "a", "count": 0}]})"));
  CHECK(Baseline::read(R"({"baseline": 2, "findings": []})"));
}

}  // namespace rolecall::test
