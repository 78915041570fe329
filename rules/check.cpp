#include "rules/check.hpp"

#include <algorithm>

namespace rolecall {

std::string_view name(Group group) {
  switch (group) {
    case Group::coverage:
      return "coverage";
    case Group::roles:
      return "roles";
    case Group::governance:
      return "governance";
    case Group::structure:
      return "structure";
    case Group::language:
      return "language";
  }
  return {};
}

const Check* find_check(std::string_view id) {
  const auto checks = all_checks();
  const auto found = std::ranges::lower_bound(checks, id, {}, &Check::id);
  return found != checks.end() && (*found)->id == id ? *found : nullptr;
}

}  // namespace rolecall
