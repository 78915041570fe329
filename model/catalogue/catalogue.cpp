#include "model/catalogue/catalogue.hpp"

#include <algorithm>

namespace rolecall {

std::string_view name(Focus focus) {
  switch (focus) {
    case Focus::both:
      return "both";
    case Focus::inward:
      return "inward";
    case Focus::outward:
      return "outward";
  }
  return {};
}

std::span<const CatalogueDuty> catalogue_duties() { return catalogues().front().duties; }

const Catalogue* find_catalogue(std::string_view id) {
  const auto found = std::ranges::find(catalogues(), id, &Catalogue::id);
  return found == catalogues().end() ? nullptr : &*found;
}

const Profile* find_profile(std::string_view id) {
  const auto found = std::ranges::find(profiles(), id, &Profile::id);
  return found == profiles().end() ? nullptr : &*found;
}

const Framework* find_framework(std::string_view cited) {
  const std::string_view id = cited.substr(0, cited.find('/'));
  const auto found = std::ranges::find(frameworks(), id, &Framework::id);
  return found == frameworks().end() ? nullptr : &*found;
}

const Claim* find_claim(std::string_view id) {
  for (const Claim& claim : claims()) {
    if (claim.id == id) return &claim;
  }
  return nullptr;
}

}  // namespace rolecall
