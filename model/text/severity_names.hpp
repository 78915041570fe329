#pragma once
// Severities by their names, where text names them.

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "model/text/finding.hpp"

namespace rolecall {

/// In the order of the enumeration.
inline constexpr std::array<std::string_view, 3> severity_names{"note", "warning", "error"};

inline std::optional<Severity> severity_named(std::string_view name) {
  const auto found = std::ranges::find(severity_names, name);
  if (found == severity_names.end()) return std::nullopt;
  return static_cast<Severity>(found - severity_names.begin());
}

}  // namespace rolecall
