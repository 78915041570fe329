// docs/language.md: every example does what it says, and no key, state or verdict is left out.
#include "model/language/language.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <sstream>
#include <string>

#include "model/language/config.hpp"
#include "rules/run.hpp"
#include "tests/docs/pages.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

/// The checks that the first line of an example names: "# finds: a, b" or "# finds: nothing".
std::set<std::string> promised(const std::string& example) {
  const std::string mark = "# finds: ";
  REQUIRE(example.starts_with(mark));
  std::string names = example.substr(mark.size(), example.find('\n') - mark.size());
  std::set<std::string> out;
  std::stringstream list(names);
  for (std::string name; std::getline(list, name, ',');) {
    out.insert(name.substr(name.find_first_not_of(' ')));
  }
  out.erase("nothing");
  return out;
}

template <class T>
void check_keys(const std::string& text) {
  for (const Field<T>& field : fields<T>()) {
    CAPTURE(field.key);
    CHECK(text.find("`" + std::string(field.key) + "`") != std::string::npos);
    CHECK_FALSE(field.says.empty());
    for (const std::string_view value : field.allowed) {
      CAPTURE(value);
      CHECK(text.find("`" + std::string(value) + "`") != std::string::npos);
    }
  }
}

}  // namespace

TEST_CASE("the examples of the language's reference find what they say") {
  const auto all = toml_blocks(page("docs/language.md"));
  REQUIRE(all.size() >= 7);
  for (const std::string& example : all) {
    CAPTURE(example);
    Sources sources;
    sources.texts.emplace_back("example.toml", example);
    const Judgement judgement = judge(std::move(sources), {});
    std::set<std::string> found;
    for (const Finding& finding : judgement.findings) {
      if (!finding.waived) found.emplace(finding.check);
    }
    CHECK(found == promised(example));
  }
}

TEST_CASE("docs/projects.md names every key of a configuration") {
  check_keys<ConfigDecl>(page("docs/projects.md"));
}

TEST_CASE("the language's reference names every key, value, state and verdict") {
  const std::string text = page("docs/language.md");
  check_keys<CompanyDecl>(text);
  check_keys<PositionDecl>(text);
  check_keys<PersonDecl>(text);
  check_keys<TeamDecl>(text);
  check_keys<BodyDecl>(text);
  check_keys<LinkDecl>(text);
  check_keys<DutyDecl>(text);
  check_keys<DutyViewDecl>(text);
  check_keys<DutyLists>(text);
  check_keys<WaiverDecl>(text);
  check_keys<RoleDecl>(text);
  for (const Field<HolderDecl>& field : fields<HolderDecl>()) {
    CHECK(text.find(field.key) != std::string::npos);
  }
  for (const Table& table : described_tables()) {
    CAPTURE(table.name);
    CHECK(text.find("## " + std::string(table.name) + "\n") != std::string::npos);
  }
  for (int kind = 0; kind < verdict_kinds; ++kind) {
    const std::string verdict(name(static_cast<VerdictKind>(kind)));
    CAPTURE(verdict);
    CHECK(text.find("| " + verdict + " |") != std::string::npos);
  }
}
