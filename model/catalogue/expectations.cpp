#include "model/catalogue/expectations.hpp"

#include <algorithm>

namespace rolecall {

const RoleSkill* find_skill(std::string_view id) {
  const auto found = std::ranges::find(role_skills(), id, &RoleSkill::id);
  return found == role_skills().end() ? nullptr : &*found;
}

const Outcome* find_outcome(std::string_view id) {
  const auto found = std::ranges::find(outcomes(), id, &Outcome::id);
  return found == outcomes().end() ? nullptr : &*found;
}

}  // namespace rolecall
