#include "model/catalogue.hpp"

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

const Claim* find_claim(std::string_view id) {
  for (const Claim& claim : claims()) {
    if (claim.id == id) return &claim;
  }
  return nullptr;
}

}  // namespace rolecall
