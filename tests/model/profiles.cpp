// What a company is judged by: profiles, catalogues that it chooses, and catalogues of its own.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "rules/check.hpp"
#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

/// Judges a description beside which some files stand.
Judgement judge_beside(std::string_view text, std::map<std::string, std::string> files) {
  Sources sources;
  sources.texts.emplace_back("org.toml", std::string(text));
  RunOptions options;
  options.today = Date{2026, 6, 1};
  options.beside.read =
      [&files](const std::string& path) -> std::expected<SourceText, std::string> {
    const auto file = files.find(path);
    if (file == files.end()) return std::unexpected("cannot read it: no such file");
    return SourceText(path, file->second);
  };
  return judge(std::move(sources), options);
}

const Duty* find_duty(const Judgement& judgement, std::string_view id) {
  for (const Duty& duty : judgement.org->duties) {
    if (duty.id == id) return &duty;
  }
  return nullptr;
}

std::string owner_of(const Judgement& judgement, std::string_view id) {
  const Duty* duty = find_duty(judgement, id);
  if (duty == nullptr) return "no such duty";
  if (duty->owner.kind == Owner::Kind::shared) return "shared";
  if (duty->owner.kind == Owner::Kind::contested) return "contested";
  return std::string((*judgement.org)[duty->owner.role].id);
}

VerdictKind verdict_of(const Judgement& judgement, std::string_view id) {
  for (const Verdict& verdict : judgement.coverage) {
    if ((*judgement.org)[verdict.duty].id == id) return verdict.kind;
  }
  return VerdictKind::unowned;
}

std::string lone_cto(const std::string& duties, std::string_view boss = {}) {
  return post("cto", boss, "title = \"CTO\"\naccountable = [" + duties + "]");
}

/// What a start-up asks for, without security.
const std::string startup_duties =
    R"("@CTO", "@shared", "@contested", "infrastructure", "it-operations", "data-privacy", )"
    R"("it-compliance", "data-management", "mission-critical-systems")";

Company with(std::string company) { return Company{.company = std::move(company)}; }

}  // namespace

TEST_CASE("the catalogue that counts where none is chosen is that of the articles") {
  const Judgement judgement = Company{}.judged();
  CHECK(judgement.org->duties.size() == catalogue_duties().size());
  CHECK(owner_of(judgement, "information-security") == "CIO");
}

TEST_CASE("what is chosen is the whole set, and a later catalogue changes an earlier one") {
  const Judgement both = with(R"(catalogues = ["articles", "security"])")
                             .judged(post("ciso", "ceo", "title = \"CISO\""));
  CHECK(owner_of(both, "information-security") == "CISO");
  CHECK(owner_of(both, "it-strategy") == "CIO");
  CHECK(count_of(both, "duty-missing") > 0);
  const Judgement alone = with(R"(catalogues = "security")").judged();
  CHECK(owner_of(alone, "it-strategy") == "no such duty");
  CHECK(alone.org->duties.size() == find_catalogue("security")->duties.size());
  const Judgement turned = with(R"(catalogues = ["security", "articles"])")
                               .judged(post("ciso", "ceo", "title = \"CISO\""));
  CHECK(owner_of(turned, "information-security") == "CIO");
}

TEST_CASE("a role that is not there takes no duty over") {
  const Judgement none = with(R"(catalogues = ["articles", "security", "product"])").judged();
  CHECK(owner_of(none, "information-security") == "CIO");
  CHECK(owner_of(none, "product-ownership") == "CTO");
  CHECK(owner_of(none, "security-incidents") == "CISO");
  CHECK(verdict_of(none, "information-security") == VerdictKind::covered);
  const Judgement planned =
      with(R"(catalogues = ["articles", "security"])")
          .judged(post("ciso", "ceo", "title = \"CISO\"\nstate = \"planned\"", "-"));
  CHECK(owner_of(planned, "information-security") == "CIO");
  const Judgement vacant = with(R"(catalogues = ["articles", "security"])")
                               .judged(post("ciso", "ceo", "title = \"CISO\"", "-"));
  CHECK(owner_of(vacant, "information-security") == "CISO");
}

TEST_CASE("a CISO takes the bundle of the security catalogue") {
  const Judgement judgement =
      with(R"(catalogues = ["articles", "security"])")
          .judged(post("ciso", "ceo", "title = \"CISO\"\naccountable = \"@CISO\""));
  CHECK(count_of(judgement, "duty-missing") == 0);
  CHECK(verdict_of(judgement, "security-incidents") == VerdictKind::covered);
}

TEST_CASE("an unknown catalogue or profile says what there is") {
  const Judgement judgement = with("catalogues = [\"articles\", \"securty\"]").judged();
  REQUIRE(count_of(judgement, "unknown-reference") == 1);
  CHECK(says(first_of(judgement, "unknown-reference"), "did you mean `security`?"));
  CHECK(says(first_of(judgement, "unknown-reference"), "`federal-cio`"));
  const Judgement profile = with("profile = \"start-up\"").judged();
  REQUIRE(count_of(profile, "unknown-reference") == 1);
  CHECK(says(first_of(profile, "unknown-reference"), "did you mean `startup`?"));
  // A file with nothing else to go by is judged by the usual catalogue.
  CHECK(with("catalogues = \"securty\"").judged().org->duties.size() == catalogue_duties().size());
}

TEST_CASE("a file beside the description holds duties and roles of the company's own") {
  const std::string plant = R"(
[[role]]
id = "CPLO"
name = "Chief Plant Officer"
titles = ["Chief Plant Officer", "head of plants"]

[[duty]]
id = "plant-automation"
owner = "CPLO"
area = "plants"

[[duty]]
id = "networks"
owner = "CPLO"
)";
  const Judgement judgement = judge_beside(
      with(R"(catalogues = ["articles", "duties/plant.toml"])")
          .text(post("plants", "ceo", "title = \"Head of Plants\"\naccountable = \"@CPLO\"") +
                "[[duty]]\nid = \"networks\"\ntitle = \"Networks of the plants\"\n"),
      {{"duties/plant.toml", plant}});
  CHECK(judgement.findings.empty());
  CHECK(owner_of(judgement, "plant-automation") == "CPLO");
  CHECK(owner_of(judgement, "networks") == "CPLO");
  CHECK(find_duty(judgement, "networks")->title == "Networks of the plants");
  CHECK(verdict_of(judgement, "plant-automation") == VerdictKind::covered);
  REQUIRE(judgement.sources.texts.size() == 2);
}

TEST_CASE("a file may give more titles to a role that is known, and those it has") {
  const Judgement judgement = judge_beside(
      "[company]\ncatalogues = [\"articles\", \"own.toml\"]\n" + post("a", "", "title = \"CIO\"") +
          post("b", "", "title = \"Director of IT\"") +
          post("c", "", "title = \"Deputy Director of IT\""),
      {{"own.toml", "[[role]]\nid = \"CIO\"\ntitles = [\"CIO\", \"director of IT\"]\n"}});
  const Org& org = *judgement.org;
  const RoleId cio = *org.role("CIO");
  CHECK(org.roles.size() == catalogue_roles().size());
  CHECK(org[cio].name == "Chief Information Officer");
  CHECK(std::ranges::equal(org.with_role(cio), std::vector{PositionId(0), PositionId(1)}));
}

TEST_CASE("many titles in a file are cut off, not lost in numbers") {
  std::string own;
  for (int i = 0; i < 3000; ++i) {
    own += "[[role]]\nid = \"R" + std::to_string(i) + "\"\ntitles = \"";
    for (int k = 0; k < 30; ++k) own += "w" + std::to_string(i * 30 + k) + " ";
    own += "\"\n";
  }
  const Judgement judgement =
      judge_beside(with(R"(catalogues = ["articles", "own.toml"])").text(), {{"own.toml", own}});
  CHECK(count_of(judgement, "wrong-type") == 2500);
  CHECK(judgement.org->with_role(*judgement.org->role("CIO")).size() == 1);
}

TEST_CASE("findings in a catalogue file have their places there") {
  const Judgement judgement =
      judge_beside(with(R"(catalogues = ["articles", "own.toml"])").text(),
                   {{"own.toml",
                     "[[duty]]\nid = \"a\"\nowner = \"CIOO\"\n"
                     "[[duty]]\nid = \"a\"\ntitle = \"A\"\nowner = \"CIO\"\n"
                     "[[position]]\nid = \"b\"\n"
                     "[[role]]\nid = \"a/b\"\n"}});
  CHECK(checks_of(judgement) ==
        std::vector<std::string>{"duplicate-id", "unknown-key", "unknown-reference", "wrong-type"});
  for (const Finding& finding : judgement.findings) {
    CAPTURE(finding.message);
    CHECK(finding.place().file == 1);
  }
  const Judgement broken = judge_beside(with(R"(catalogues = ["articles", "own.toml"])").text(),
                                        {{"own.toml", "[[duty"}});
  CHECK(first_of(broken, "syntax").place().file == 1);
}

TEST_CASE("a catalogue that leads elsewhere or cannot be read is a finding at its entry") {
  for (const std::string path :
       {"/etc/own.toml", "../own.toml", "a/../../own.toml", "missing.toml"}) {
    CAPTURE(path);
    const Judgement judgement =
        judge_beside(with("catalogues = [\"articles\", \"" + path + "\"]").text(),
                     {{"/etc/own.toml", ""}, {"../own.toml", ""}, {"a/../../own.toml", ""}});
    REQUIRE(count_of(judgement, "unknown-reference") == 1);
    CHECK(first_of(judgement, "unknown-reference").place().line == 4);
    CHECK(judgement.sources.texts.size() == 1);
  }
}

TEST_CASE("without anybody to read files, a catalogue file is a finding") {
  CHECK(count_of(with(R"(catalogues = ["articles", "own.toml"])").judged(), "unknown-reference") ==
        1);
}

TEST_CASE("profiles name roles, catalogues, duties and checks that there are") {
  for (const Profile& profile : profiles()) {
    CAPTURE(profile.id);
    std::vector<const CatalogueDuty*> duties;
    for (const std::string_view id : profile.catalogues) {
      REQUIRE(find_catalogue(id) != nullptr);
      for (const CatalogueDuty& duty : find_catalogue(id)->duties) duties.push_back(&duty);
    }
    for (const std::string_view id : profile.optional_duties) {
      CAPTURE(id);
      CHECK(std::ranges::find(duties, id, &CatalogueDuty::id) != duties.end());
    }
    for (const std::string_view area : profile.optional_areas) {
      CHECK(std::ranges::find(duties, area, &CatalogueDuty::area) != duties.end());
    }
    for (const ProfileSeverity& each : profile.severities) {
      CAPTURE(each.check);
      CHECK(find_check(each.check) != nullptr);
    }
  }
  CHECK(find_profile("regulated") != nullptr);
}

TEST_CASE("a start-up is not told of what it does not need") {
  const Judgement judgement = judge_text(headed(
      "profile = \"startup\"", lone_cto(startup_duties + R"(, "information-security")", "ceo")));
  CHECK(checks_of(judgement).empty());
  CHECK(verdict_of(judgement, "it-advocacy") == VerdictKind::unowned);
  for (const Verdict& verdict : judgement.coverage) {
    if (verdict.kind != VerdictKind::unowned) continue;
    CHECK(verdict.reasons.front() == "not required by the profile `startup`");
  }
}

TEST_CASE("what a start-up does need is asked of its CTO, although the duty is a CIO's") {
  const Judgement judgement =
      judge_text("[company]\nprofile = \"startup\"\n" + lone_cto(startup_duties));
  CHECK(count_of(judgement, "role-missing") == 0);
  REQUIRE(subjects_of(judgement, "duty-missing") ==
          std::vector<std::string>{"duty:information-security role:CIO position:cto"});
}

TEST_CASE("what hangs on a role that a company does without is said once") {
  const Judgement judgement =
      judge_text("[company]\nprofile = \"product-company\"\n" +
                 lone_cto(R"("@CTO", "@shared", "@contested", "@CPO", "@VPE", "networks")"));
  const auto told = told_of(judgement, "duty-missing");
  REQUIRE(told.size() == 1);
  CHECK(says(told[0], "for 23 of the 24 required duties of the CIO"));
  CHECK(says(told[0], "`\"@CIO\"`"));
}

TEST_CASE("a start-up without a CTO is told so, and of no CIO") {
  const Judgement judgement =
      judge_text(headed("profile = \"startup\"", "accountable = [\"it-operations\"]\n"));
  REQUIRE(count_of(judgement, "role-missing") == 1);
  CHECK(first_of(judgement, "role-missing").place().line == 3);
  CHECK(says(first_of(judgement, "role-missing"), "no CTO"));
}

TEST_CASE("a regulated company has a CISO") {
  const Judgement judgement = with("profile = \"regulated\"").judged();
  CHECK(owner_of(judgement, "information-security") == "CISO");
  REQUIRE(count_of(judgement, "role-missing") == 1);
  const Finding& missing = first_of(judgement, "role-missing");
  CHECK(says(missing, "no CISO"));
  CHECK(missing.severity == Severity::error);
  // Its duties hang on the role and are told there, once.
  CHECK(count_of(judgement, "duty-missing") == 0);
  CHECK(missing.subjects.size() > find_catalogue("security")->duties.size() - 2);
  const Judgement vacant =
      with("profile = \"regulated\"")
          .judged(post("ciso", "ceo", "title = \"CISO\"\naccountable = \"@CISO\"", "-"));
  CHECK(first_of(vacant, "role-vacant").severity == Severity::error);
}

TEST_CASE("a company's own catalogues go before those of its profile, and its duties before both") {
  const Judgement judgement = with("profile = \"regulated\"\ncatalogues = \"articles\"").judged();
  CHECK(owner_of(judgement, "information-security") == "CIO");
  const Judgement wanted = with("profile = \"internal-it\"")
                               .judged("[[duty]]\nid = \"product-ownership\"\nrequired = true\n");
  CHECK(find_duty(wanted, "product-ownership")->required);
  CHECK_FALSE(find_duty(wanted, "new-products")->required);
}
