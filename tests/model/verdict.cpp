// The verdicts, one sentence of docs/language.md after another.
#include "model/verdict/verdict.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "model/language/read_toml.hpp"

using namespace rolecall;

namespace {

/// An organisation from text, judged. The text must be without errors.
class Case {
 public:
  explicit Case(const std::string& text)
      : source_("test.toml", "company.as_of = 2026-11-01\n" + text) {
    ReadResult read = read_toml(source_);
    for (const Finding& finding : read.findings) UNSCOPED_INFO(finding.message);
    REQUIRE(read.findings.empty());
    Built built = build_org(std::move(*read.document), Date{2026, 11, 1});
    for (const Finding& finding : built.findings) UNSCOPED_INFO(finding.message);
    REQUIRE(built.findings.empty());
    org_ = std::move(built.org);
    coverage_ = judge_duties(org_);
  }

  const Verdict& operator[](std::string_view duty) const {
    for (const Verdict& verdict : coverage_) {
      if (org_[verdict.duty].id == duty) return verdict;
    }
    FAIL("no such duty: " << duty);
    return coverage_.front();
  }

  std::string kind(std::string_view duty) const { return std::string(name((*this)[duty].kind)); }

  std::string overlap(std::string_view duty) const {
    const Verdict& verdict = (*this)[duty];
    std::string out(name(verdict.overlap));
    if (verdict.common_boss) out += " under " + std::string(org_.id(*verdict.common_boss));
    return out;
  }

  std::string reasons(std::string_view duty) const {
    std::string out;
    for (const std::string& reason : (*this)[duty].reasons) out += reason + "\n";
    return out;
  }

 private:
  SourceText source_;
  Org org_;
  Coverage coverage_;
};

/// A position as TOML: `more` is further lines.
std::string post(const std::string& id, const std::string& title, const std::string& boss,
                 const std::string& more = "", bool filled = true) {
  std::string out = "[[position]]\nid = \"" + id + "\"\ntitle = \"" + title + "\"\n";
  if (filled) out += "holder = \"Person " + id + "\"\n";
  if (!boss.empty()) out += "reports_to = \"" + boss + "\"\n";
  return out + more + "\n";
}

std::string holds(const std::string& list) { return "accountable = [" + list + "]\n"; }
std::string does(const std::string& list) { return "responsible = [" + list + "]\n"; }

const std::string ceo = post("ceo", "CEO", "");

}  // namespace

TEST_CASE("covered, delegated and missing") {
  const Case c(
      ceo + post("cio", "CIO", "ceo", holds("\"it-operations\", \"networks\", \"service-desk\"")) +
      post("ops", "Head of Operations", "cio", does("\"it-operations\"")) +
      post("cto", "CTO", "ceo", does("\"networks\"")));
  CHECK(c.kind("it-operations") == "delegated");
  CHECK(c.kind("networks") == "covered");  // the doer stands outside the line
  CHECK(c["networks"].doers_out_of_line.size() == 1);
  CHECK(c.kind("service-desk") == "covered");
  CHECK(c.kind("infrastructure") == "missing");
}

TEST_CASE("a team in the holder's own line delegates") {
  const Case c(ceo + post("cio", "CIO", "ceo", holds("\"service-desk\", \"networks\"")) +
               post("cto", "CTO", "ceo") +
               "[[team]]\nid = \"desk\"\nlead = \"cio\"\nresponsible = \"service-desk\"\n"
               "[[team]]\nid = \"lab\"\nlead = \"cto\"\n"
               "[[team]]\nid = \"nets\"\nparent = \"lab\"\nresponsible = \"networks\"\n");
  CHECK(c.kind("service-desk") == "delegated");
  CHECK(c.kind("networks") == "covered");
  CHECK(c["networks"].doers_out_of_line.size() == 1);  // by the lead of the parent team
}

TEST_CASE("incomplete descriptions give unknown") {
  const Case c("company.complete = false\n" + ceo);
  CHECK(c.kind("infrastructure") == "unknown");
}

TEST_CASE("on paper: vacant, planned, eliminated, outside its dates, a team without a lead") {
  const Case c(
      ceo + post("a", "A", "ceo", holds("\"it-operations\""), false) +
      post("b", "B", "ceo", "state = \"planned\"\n" + holds("\"networks\"")) +
      post("c", "C", "ceo", "state = \"eliminated\"\n" + holds("\"it-assets\"")) +
      post("d", "D", "ceo", "until = 2026-10-31\n" + holds("\"it-budget\"")) +
      post("e", "E", "ceo", "from = 2026-11-02\n" + holds("\"it-policies\"")) +
      post("f", "F", "ceo", "from = 2026-11-01\nuntil = 2026-11-01\n" + holds("\"it-strategy\"")) +
      "[[team]]\nid = \"t\"\naccountable = \"service-desk\"\n");
  for (const char* duty :
       {"it-operations", "networks", "it-assets", "it-budget", "it-policies", "service-desk"}) {
    CAPTURE(duty);
    CHECK(c.kind(duty) == "on paper only");
  }
  CHECK(c.kind("it-strategy") == "covered");  // first and last day are included
  CHECK(c.reasons("it-budget").find("vacant since Person d left on 2026-10-31") !=
        std::string::npos);
}

TEST_CASE("acting, interim and deputies are provisional, other states are not") {
  const Case c(
      ceo + post("a", "A", "ceo", "state = \"acting\"\n" + holds("\"it-operations\"")) +
      post("b", "Interim Head of B", "ceo", holds("\"networks\"")) +
      post("c", "C", "ceo", "deputy = \"ceo\"\n" + holds("\"it-assets\""), false) +
      post("d", "D", "ceo",
           "deputy = \"Some Person\"\nuntil = 2026-01-01\n" + holds("\"it-budget\"")) +
      post("e", "E", "ceo", "state = \"fractional\"\n" + holds("\"it-policies\"")) +
      post("f", "F", "ceo", "state = \"outsourced\"\n" + holds("\"it-strategy\"")) +
      post("g", "G", "ceo", "state = \"undisclosed\"\n" + holds("\"service-desk\""), false) +
      post("h", "H", "ceo", "deputy = \"gone\"\n" + holds("\"it-suppliers\""), false) +
      post("gone", "Gone", "ceo", "", false) +
      post("p", "P", "ceo", "state = \"planned\"\ndeputy = \"ceo\"\n" + holds("\"it-advocacy\"")));
  for (const char* duty : {"it-operations", "networks", "it-assets", "it-budget"}) {
    CAPTURE(duty);
    CHECK(c.kind(duty) == "provisional");
  }
  for (const char* duty : {"it-policies", "it-strategy", "service-desk"}) {
    CAPTURE(duty);
    CHECK(c.kind(duty) == "covered");
  }
  CHECK(c.kind("it-suppliers") == "on paper only");  // the deputy's post is vacant too
  CHECK(c.kind("it-advocacy") == "on paper only");   // a planned post has no deputy yet
}

TEST_CASE("one holder after another") {
  const Case c(ceo +
               post("a", "A", "ceo",
                    "holders = [{ name = \"X\", until = 2026-10-31 },"
                    " { name = \"Y\", from = 2026-11-01, state = \"interim\" }]\n" +
                        holds("\"it-operations\""),
                    false) +
               post("b", "B", "ceo",
                    "holders = [{ name = \"X\", until = 2026-10-31 }]\n" + holds("\"networks\""),
                    false));
  CHECK(c.kind("it-operations") == "provisional");
  CHECK(c.kind("networks") == "on paper only");
}

TEST_CASE("of former holders the last one is named, and a turn that is only planned is none") {
  const Case c(
      ceo +
      post("a", "A", "ceo",
           "holders = [{ name = \"X\", until = 2024-01-31 },"
           " { name = \"Y\", until = 2026-03-31 }, { name = \"Z\", until = 2025-01-31 }]\n" +
               holds("\"networks\""),
           false) +
      post("b", "B", "ceo",
           "holders = [{ name = \"X\", state = \"planned\" }]\n" + holds("\"it-assets\""), false) +
      post("c", "C", "ceo",
           "holders = [{ name = \"X\", state = \"planned\" }, { name = \"Y\" }]\n" +
               holds("\"it-policies\""),
           false));
  CHECK(c.reasons("networks").starts_with("`a` is vacant since Y left on 2026-03-31\n"));
  CHECK(c.kind("it-assets") == "on paper only");
  CHECK(c.reasons("it-policies").starts_with("`c` (Y) is accountable\n"));
}

TEST_CASE("two without a boss are no peers") {
  const Case c(post("a", "A", "", holds("\"networks\"")) +
               post("b", "B", "", holds("\"networks\"")));
  CHECK(c.overlap("networks") == "across lines");
}

TEST_CASE("below a post with both roles nothing is misplaced") {
  const auto held_below = [](const std::string& roles) {
    return Case("[[duty]]\nid = \"d\"\nowner = \"CPO\"\nfocus = \"outward\"\n" + ceo +
                post("cpo", "Product", "ceo", "role = \"CPO\"\n") +
                post("chief", "Chief", "ceo", "role = [" + roles + "]\n") +
                post("x", "X", "chief", holds("\"d\"")))
        .kind("d");
  };
  CHECK(held_below("\"CIO\"") == "misplaced");
  CHECK(held_below("\"CIO\", \"CTO\"") == "covered");
}

TEST_CASE("doers who are not there are not counted") {
  const auto done_by = [](bool filled) {
    return Case(ceo + post("cio", "CIO", "ceo", holds("\"networks\"")) +
                post("x", "X", "cio", does("\"networks\""), filled))
        .kind("networks");
  };
  CHECK(done_by(true) == "delegated");
  CHECK(done_by(false) == "covered");
}

TEST_CASE("overlap: in one line, between peers, across lines") {
  const Case c(ceo +
               post("cio", "CIO", "ceo", holds("\"it-operations\", \"networks\", \"it-assets\"")) +
               post("ops", "Head of Operations", "cio", holds("\"it-operations\"")) +
               post("coo", "COO", "ceo", holds("\"networks\"")) +
               post("plant", "Head of Plants", "coo", holds("\"it-assets\"")) +
               post("island", "Island", "", holds("\"service-desk\"")) +
               post("desk", "Desk", "cio", holds("\"service-desk\"")));
  CHECK(c.kind("it-operations") == "overlapping");
  CHECK(c.overlap("it-operations") == "in one line under cio");
  CHECK(c.overlap("networks") == "between peers under ceo");
  CHECK(c.overlap("it-assets") == "across lines under ceo");
  CHECK(c.kind("service-desk") == "overlapping");
  CHECK(c.overlap("service-desk") == "across lines");
}

TEST_CASE("who is not there does not overlap") {
  const Case c(ceo + post("cio", "CIO", "ceo", holds("\"it-operations\"")) +
               post("ops", "Head of Operations", "cio", holds("\"it-operations\""), false));
  CHECK(c.kind("it-operations") == "covered");
  CHECK(c.reasons("it-operations").find("`ops` is named too, but is vacant") != std::string::npos);
}

TEST_CASE("one person in two posts does not overlap with herself") {
  const Case c(ceo +
               post("cio", "CIO", "ceo", "holder = \"Ada\"\n" + holds("\"it-operations\""), false) +
               post("ops", "Head of Operations", "cio",
                    "holder = \"Ada\"\n" + holds("\"it-operations\""), false));
  CHECK(c.kind("it-operations") == "covered");
}

TEST_CASE("an exact entry outranks a bundle, scope by scope") {
  const Case c("company.scopes = [\"EU\", \"US\"]\n" + ceo +
               post("cio", "CIO", "ceo", holds("\"@CIO\"")) +
               post("eu", "Head EU", "ceo",
                    holds("{ duty = \"networks\", scope = \"EU\" }, \"it-assets\"")) +
               post("us", "Head US", "ceo",
                    holds("{ duty = \"networks\", scope = \"US\" }, { duty = \"it-budget\", scope "
                          "= \"US\" }")));
  CHECK(c.kind("networks") == "split");  // nothing is left for the bundle
  CHECK(c["networks"].holders.size() == 2);
  CHECK(c.kind("it-assets") == "covered");  // the bundle yields in all scopes
  CHECK(c["it-assets"].holders.size() == 1);
  CHECK(c.kind("it-budget") == "split");  // the bundle keeps the rest
  CHECK(c["it-budget"].holders.size() == 2);
}

TEST_CASE("an exact entry of a vacant post still outranks a bundle") {
  const Case c(ceo + post("cio", "CIO", "ceo", holds("\"@CIO\"")) +
               post("ciso", "CISO", "cio", holds("\"information-security\""), false));
  CHECK(c.kind("information-security") == "on paper only");
}

TEST_CASE("two bundles are two holders") {
  const Case c(ceo + post("a", "CIO", "ceo", holds("\"@CIO\"")) +
               post("b", "Other", "ceo", holds("\"@CIO/infrastructure\"")));
  CHECK(c.kind("networks") == "overlapping");
  CHECK(c.kind("it-strategy") == "covered");
}

TEST_CASE("exceptions take off what stands before them") {
  const Case c(ceo +
               post("a", "CIO", "ceo",
                    holds("\"@CIO\", \"!procurement\", \"!@CIO/security\", \"it-compliance\"")) +
               post("b", "CTO", "ceo", holds("\"!technology-vision\", \"@CTO\"")));
  CHECK(c.kind("procurement") == "missing");
  CHECK(c.kind("information-security") == "missing");
  CHECK(c.kind("it-compliance") == "covered");
  CHECK(c.kind("technology-vision") == "covered");
}

TEST_CASE("scopes: split, partly covered, overlapping") {
  const std::string scoped =
      post("eu", "Head EU", "ceo",
           holds("{ duty = \"networks\", scope = \"EU\" }, { duty = \"it-assets\", scope = \"EU\" "
                 "}, { duty = \"it-budget\", scope = \"EU\" }")) +
      post("us", "Head US", "ceo", "scope = \"US\"\n" + holds("\"networks\", \"it-budget\"")) +
      post("all", "Head of All", "ceo", holds("\"it-budget\""));
  const Case declared("company.scopes = [\"EU\", \"US\"]\n" + ceo + scoped);
  CHECK(declared.kind("networks") == "split");
  CHECK(declared.kind("it-assets") == "partly covered");
  CHECK(declared.kind("it-budget") == "overlapping");
  // Scopes that are only mentioned do not ask to be covered.
  const Case mentioned(ceo + scoped);
  CHECK(mentioned.kind("it-assets") == "covered");
}

TEST_CASE("a scope whose only holder is vacant is not covered") {
  const std::string posts =
      post("eu", "Head EU", "ceo", "scope = \"EU\"\n" + holds("\"networks\"")) +
      post("us", "Head US", "ceo", "scope = \"US\"\n" + holds("\"networks\""), false);
  CHECK(Case("company.scopes = [\"EU\", \"US\"]\n" + ceo + posts).kind("networks") ==
        "partly covered");
  CHECK(Case(ceo + posts).kind("networks") == "partly covered");
}

TEST_CASE("both ways of writing assignments are one") {
  const Case c(ceo + post("cio", "CIO", "ceo", holds("\"networks\"")) +
               "[duties.networks]\naccountable = \"cio\"\n"
               "[duties.it-assets]\naccountable = [\"cio\", \"ceo\"]\n"
               "[duties.it-budget]\naccountable = [\"cio\", \"ceo\"]\njoint = \"a reason\"\n"
               "[duties.it-policies]\nunowned = \"on purpose\"\n");
  CHECK(c.kind("networks") == "covered");
  CHECK(c.kind("it-assets") == "overlapping");
  CHECK(c.kind("it-budget") == "joint");
  CHECK(c.kind("it-policies") == "unowned on purpose");
}

TEST_CASE("shared duties: CIO, CTO and their lines may share, a third party may not") {
  const std::string posts = ceo + post("cio", "CIO", "ceo") + post("cto", "CTO", "ceo") +
                            post("data", "Head of Data", "cio") + post("cfo", "CFO", "ceo");
  const Case c(posts +
               "[duties.data-and-decisions]\naccountable = [\"data\", \"cto\"]\n"
               "[duties.security-and-risk]\naccountable = [\"cio\", \"cfo\"]\n"
               "[duties.technology-priorities]\naccountable = [\"cio\", \"cto\"]\nlead = \"cto\"\n"
               "[duties.innovation-and-transformation]\naccountable = \"cto\"\nresponsible = "
               "[\"data\", \"cfo\"]\n");
  CHECK(c.kind("data-and-decisions") == "joint");
  CHECK_FALSE(c["data-and-decisions"].lead_named);
  CHECK(c.kind("security-and-risk") == "overlapping");
  CHECK(c.kind("technology-priorities") == "joint");
  CHECK(c["technology-priorities"].lead_named);
  // The other role's line may do the work, a third party is out of line.
  CHECK(c["innovation-and-transformation"].doers_out_of_line.size() == 1);
}

TEST_CASE("contested duties with two holders are contested, with one covered") {
  const Case c(ceo +
               post("cio", "CIO", "ceo", holds("\"data-analysis\", \"software-development\"")) +
               post("cto", "CTO", "ceo", holds("\"data-analysis\"")));
  CHECK(c.kind("data-analysis") == "contested");
  CHECK(c.kind("software-development") == "covered");
}

TEST_CASE("misplaced: the line that looks the other way") {
  const Case c(ceo + post("cio", "CIO", "ceo", holds("\"research-and-development\"")) +
               post("cto", "CTO", "ceo", holds("\"it-operations\", \"procurement\"")) +
               post("dev", "Developer", "cto", holds("\"networks\"")) +
               post("coo", "COO", "ceo", holds("\"service-desk\"")) +
               post("ciso", "CISO", "cto", holds("\"information-security\"")) +
               post("soc", "SOC Lead", "ciso", holds("\"it-compliance\"")) +
               "[[body]]\nid = \"board\"\nmembers = \"cto\"\naccountable = \"it-strategy\"\n");
  CHECK(c.kind("research-and-development") == "misplaced");
  CHECK(c.kind("it-operations") == "misplaced");
  CHECK(c.kind("networks") == "misplaced");
  CHECK(c.kind("procurement") == "covered");           // looks both ways
  CHECK(c.kind("service-desk") == "covered");          // in nobody's line
  CHECK(c.kind("information-security") == "covered");  // a CISO may hold it
  CHECK(c.kind("it-compliance") == "covered");         // the nearest role may hold it
  CHECK(c.kind("it-strategy") == "covered");           // a body has no line
}

TEST_CASE("misplaced: the nearest role decides, and both roles look both ways") {
  const Case under(ceo + post("cio", "CIO", "ceo") +
                   post("cto", "CTO", "cio", holds("\"research-and-development\"")));
  CHECK(under.kind("research-and-development") == "covered");
  const Case both(ceo + post("cito", "Chief Information and Technology Officer", "ceo",
                             holds("\"research-and-development\", \"it-operations\"")));
  CHECK(both.kind("research-and-development") == "covered");
  CHECK(both.kind("it-operations") == "covered");
  const Case posts(ceo +
                   post("cio", "CIO", "ceo",
                        "holder = \"Ada\"\n" + holds("\"research-and-development\""), false) +
                   post("cto", "CTO", "ceo", "holder = \"Ada\"\n", false));
  CHECK(posts.kind("research-and-development") == "covered");
}

TEST_CASE("misplaced: not where somebody has to stand in") {
  const Case missing(ceo + post("cto", "CTO", "ceo", holds("\"it-operations\"")));
  CHECK(missing.kind("it-operations") == "covered");
  CHECK(missing.reasons("it-operations").find("stands in: nobody is CIO") != std::string::npos);
  const Case planned(ceo + post("cto", "CTO", "ceo", holds("\"it-operations\"")) +
                     post("cio", "CIO", "ceo", "state = \"planned\"\n", false));
  CHECK(planned.kind("it-operations") == "covered");
  const Case vacant(ceo + post("cto", "CTO", "ceo", holds("\"it-operations\"")) +
                    post("cio", "CIO", "ceo", "", false));
  CHECK(vacant.kind("it-operations") == "covered");
}

TEST_CASE("misplaced: not where one of several who share it stands right") {
  const Case c(
      ceo + post("cio", "CIO", "ceo") + post("cto", "CTO", "ceo") +
      "[duties.infrastructure]\naccountable = [\"cio\", \"cto\"]\njoint = \"one platform\"\n");
  CHECK(c.kind("infrastructure") == "joint");
}

TEST_CASE("the company's own duties") {
  const Case c(ceo + post("cio", "CIO", "ceo", holds("\"@CIO/plants\", \"@CIO/strategy\"")) +
               "[[duty]]\nid = \"plant-it\"\nowner = \"CIO\"\narea = \"plants\"\n"
               "[[duty]]\nid = \"nice\"\nowner = \"CTO\"\nrequired = false\n"
               "[[duty]]\nid = \"it-strategy\"\nowner = \"CTO\"\n");
  CHECK(c.kind("plant-it") == "covered");
  CHECK(c.kind("nice") == "unowned on purpose");
  CHECK(c.kind("it-strategy") == "missing");  // it is the CTO's now, so the bundle lost it
}

TEST_CASE("with scopes, the doer stands in the line of that scope's holder") {
  const Case c(ceo + post("eu", "Head EU", "ceo", "scope = \"EU\"\n" + holds("\"networks\"")) +
               post("us", "Head US", "ceo", "scope = \"US\"\n" + holds("\"networks\"")) +
               post("eng", "Engineer", "us", "scope = \"EU\"\n" + does("\"networks\"")));
  CHECK(c["networks"].doers_out_of_line.size() == 1);
}

TEST_CASE("a cycle of bosses does not stop the verdicts") {
  const Case c(post("a", "CIO", "b", holds("\"networks\"")) + post("b", "B", "a") +
               post("c", "C", "b", does("\"networks\"")));
  CHECK(c.kind("networks") == "covered");
}
