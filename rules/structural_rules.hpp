#pragma once
// Rules about the shape of an organisation that published frameworks and laws state. Checks cite
// them as F1 to F9.

#include <span>
#include <string_view>

namespace rolecall {

struct StructuralRule {
  std::string_view id;
  std::string_view gist;   ///< in our own words
  std::string_view works;  ///< where it is stated
};

std::span<const StructuralRule> structural_rules();
/// The rule with that id, or null.
const StructuralRule* find_structural_rule(std::string_view id);

}  // namespace rolecall
