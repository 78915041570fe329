// The catalogue answers for the claims that it is made from.
#include "model/catalogue/catalogue.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "model/catalogue/expectations.hpp"
#include "model/catalogue/search.hpp"

using namespace rolecall;

namespace {

/// The owner that a duty's sources speak for: one role where all agree, else `shared` where one
/// says so, else `contested`.
std::set<std::string_view> owners(const CatalogueDuty& duty) {
  std::set<std::string_view> out;
  for (const std::string_view source : duty.sources) out.insert(find_claim(source)->owner);
  return out;
}

}  // namespace

TEST_CASE("there are 74 claims, from two articles") {
  CHECK(claims().size() == 74);
  std::set<std::string_view> articles;
  for (const Claim& claim : claims()) {
    articles.insert(claim.article);
    CHECK_FALSE(claim.section.empty());
    CHECK_FALSE(claim.gist.empty());
  }
  CHECK(articles.size() == 2);
}

TEST_CASE("every claim of kind duty is cited by a duty, and a duty cites no other kind") {
  std::set<std::string_view> cited;
  for (const CatalogueDuty& duty : catalogue_duties()) {
    CAPTURE(duty.id);
    CHECK_FALSE(duty.sources.empty());
    for (const std::string_view source : duty.sources) {
      CAPTURE(source);
      REQUIRE(find_claim(source) != nullptr);
      CHECK(find_claim(source)->kind == "duty");
      cited.insert(source);
    }
  }
  for (const Claim& claim : claims()) {
    if (claim.kind != "duty") continue;
    CAPTURE(claim.id);
    CHECK(cited.contains(claim.id));
  }
}

TEST_CASE("a claim that holds several duties gives several") {
  const auto citing = [](std::string_view claim) {
    return std::count_if(
        catalogue_duties().begin(), catalogue_duties().end(), [&](const CatalogueDuty& duty) {
          return std::find(duty.sources.begin(), duty.sources.end(), claim) != duty.sources.end();
        });
  };
  CHECK(citing("A3") >= 5);
  CHECK(citing("B21") >= 5);
  CHECK(citing("A28") == 2);
  CHECK(citing("B33") >= 4);
  CHECK(citing("B14") >= 2);
  CHECK(citing("B31") >= 2);
}

TEST_CASE("a duty's owner is the one that its sources name") {
  for (const CatalogueDuty& duty : catalogue_duties()) {
    CAPTURE(duty.id);
    const auto named = owners(duty);
    if (duty.owner == "CIO" || duty.owner == "CTO") {
      CHECK((named.contains(duty.owner) || named.contains("shared")));
      CHECK_FALSE(named.contains(duty.owner == "CIO" ? "CTO" : "CIO"));
    } else if (duty.owner == "shared") {
      CHECK((named.contains("shared") || named.size() > 1));
    } else {
      CHECK(duty.owner == "contested");
      CHECK((named.contains("contested") || named.size() > 1));
    }
  }
}

TEST_CASE("shared and contested duties look both ways, the others never the wrong way") {
  for (const CatalogueDuty& duty : catalogue_duties()) {
    CAPTURE(duty.id);
    if (duty.owner == "CIO") CHECK(duty.focus != Focus::outward);
    if (duty.owner == "CTO") CHECK(duty.focus != Focus::inward);
    if (duty.owner == "shared" || duty.owner == "contested") CHECK(duty.focus == Focus::both);
    // One plain sentence.
    CHECK(duty.about.ends_with('.'));
    CHECK(duty.about.find(". ") == std::string_view::npos);
    // The article's role may never be among those that may hold it besides.
    for (const std::string_view role : duty.may_hold) CHECK(role != duty.owner);
  }
}

TEST_CASE("every claim of what is expected of people is cited, and by its own kind") {
  std::map<std::string_view, std::set<std::string_view>> cited;
  for (const RoleSkill& skill : role_skills()) {
    CAPTURE(skill.id);
    CHECK_FALSE(skill.roles.empty());
    cited["skill"].insert(skill.sources.begin(), skill.sources.end());
  }
  for (const Outcome& outcome : outcomes()) {
    cited["outcome"].insert(outcome.sources.begin(), outcome.sources.end());
  }
  for (const Pay& each : pay()) cited["reference"].insert(each.source);
  for (const AdviceRule& rule : advice_rules()) {
    cited["advice"].insert(rule.sources.begin(), rule.sources.end());
  }
  for (const auto& [kind, ids] : cited) {
    for (const std::string_view id : ids) {
      CAPTURE(id);
      REQUIRE(find_claim(id) != nullptr);
      CHECK(find_claim(id)->kind == kind);
    }
  }
  for (const Claim& claim : claims()) {
    if (claim.kind == "duty" || claim.kind == "rule") continue;
    CAPTURE(claim.id);
    CHECK(cited[claim.kind].contains(claim.id));
  }
}

TEST_CASE("a skill is asked of the role that its claims speak of") {
  for (const RoleSkill& skill : role_skills()) {
    CAPTURE(skill.id);
    std::set<std::string_view> named;
    for (const std::string_view source : skill.sources) named.insert(find_claim(source)->owner);
    for (const std::string_view role : skill.roles) {
      CHECK((named.contains(role) || named.contains("shared")));
    }
  }
  CHECK(find_skill("leadership") != nullptr);
  CHECK(find_skill("juggling") == nullptr);
}

TEST_CASE("the pay figures are those of the articles, with place and time") {
  REQUIRE(pay().size() == 3);
  const Pay& cio = pay()[0];
  CHECK(cio.role == "CIO");
  CHECK(cio.base_average == 167942);
  CHECK(cio.base->low == 98000);
  CHECK(cio.total->high == 309000);
  CHECK(cio.profiles == 2237);
  CHECK(pay()[1].base_average == 163399);
  CHECK(pay()[1].commission->low == 412);
  CHECK(pay()[2].role == "top-executive");
  CHECK(pay()[2].median == 185950);
  for (const Pay& each : pay()) {
    CHECK(each.country == "United States");
    CHECK(each.currency == "USD");
    CHECK_FALSE(each.date.empty());
  }
  CHECK(find_outcome("bottom-line")->owner == "CIO");
  CHECK(find_outcome("top-line")->owner == "CTO");
}

TEST_CASE("what else a duty is called is no id, and one duty's alone") {
  std::set<std::string_view> ids;
  for (const Catalogue& catalogue : catalogues()) {
    for (const CatalogueDuty& duty : catalogue.duties) ids.insert(duty.id);
  }
  std::map<std::string_view, std::string_view> called;
  for (const Catalogue& catalogue : catalogues()) {
    for (const CatalogueDuty& duty : catalogue.duties) {
      for (const std::string_view name : duty.also) {
        CAPTURE(duty.id, name);
        CHECK_FALSE(ids.contains(name));
        CHECK(
            std::ranges::none_of(name, [](char c) { return c == ' ' || (c >= 'A' && c <= 'Z'); }));
        CHECK(called.try_emplace(name, duty.id).first->second == duty.id);
      }
    }
  }
  CHECK(duties_called("Help desk").front().duty->id == "service-desk");
  CHECK(duties_called("nothing-like-it").empty());
  CHECK(search_duties("security report").front().duty->id == "security-reporting");
  CHECK(search_duties(" - ").empty());
}

TEST_CASE("the catalogues beyond the articles cite what there is, and say it in one sentence") {
  std::set<std::string_view> names;
  std::set<std::string_view> cited;
  for (const Catalogue& catalogue : catalogues()) {
    CAPTURE(catalogue.id);
    CHECK(names.insert(catalogue.id).second);
    CHECK_FALSE(catalogue.duties.empty());
    for (const CatalogueDuty& duty : catalogue.duties) {
      CAPTURE(duty.id);
      CHECK(duty.about.ends_with('.'));
      CHECK(duty.about.find(". ") == std::string_view::npos);
      CHECK_FALSE(duty.sources.empty());
      for (const std::string_view source : duty.sources) {
        CAPTURE(source);
        CHECK((find_claim(source) != nullptr || find_framework(source) != nullptr));
        cited.insert(source.substr(0, source.find('/')));
      }
      for (const std::string_view role : duty.may_hold) CHECK(role != duty.owner);
      if (duty.owner == "shared" || duty.owner == "contested") CHECK(duty.focus == Focus::both);
    }
  }
  CHECK(names == std::set<std::string_view>{"articles", "security", "data", "digital", "product",
                                            "engineering", "ai", "federal-cio"});
  CHECK(catalogues().front().id == default_catalogue);
  for (const Framework& framework : frameworks()) {
    CAPTURE(framework.id);
    CHECK(cited.contains(framework.id));
    CHECK_FALSE(framework.licence.empty());
  }
  CHECK(find_framework("M-15-14/D") == find_framework("M-15-14"));
}

TEST_CASE("a duty that a catalogue takes over keeps its name and finds its first owner at home") {
  for (const Catalogue& catalogue : catalogues().subspan(1)) {
    for (const CatalogueDuty& duty : catalogue.duties) {
      for (const CatalogueDuty& first : catalogue_duties()) {
        if (first.id != duty.id || first.owner == duty.owner) continue;
        CAPTURE(duty.id);
        const auto may = [&](std::string_view role) {
          return std::find(duty.may_hold.begin(), duty.may_hold.end(), role) != duty.may_hold.end();
        };
        if (first.owner == "CIO" || first.owner == "CTO") CHECK(may(first.owner));
        if (first.owner == "shared" || first.owner == "contested") {
          CHECK((may("CIO") && may("CTO")));
        }
      }
    }
  }
}

TEST_CASE("two duties of a federal CIO may not be delegated") {
  std::set<std::string_view> kept;
  for (const CatalogueDuty& duty : find_catalogue("federal-cio")->duties) {
    if (!duty.delegable) kept.insert(duty.id);
  }
  CHECK(kept == std::set<std::string_view>{"it-budget-approval", "divisional-cio-approval"});
}
