// The catalogue answers for the claims that it is made from.
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>

#include "model/catalogue.hpp"

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
    return std::count_if(catalogue_duties().begin(), catalogue_duties().end(),
                         [&](const CatalogueDuty& duty) {
                           return std::find(duty.sources.begin(), duty.sources.end(), claim) !=
                                  duty.sources.end();
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
