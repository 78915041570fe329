#pragma once
// What each verdict means. The table of docs/language.md says the same, which a test keeps.

#include <span>
#include <string_view>

#include "model/verdict/verdict.hpp"

namespace rolecall {

struct VerdictText {
  VerdictKind kind;
  std::string_view says;
  std::string_view check;  ///< that reports it; empty where nothing is to be reported
};

/// In the order in which they apply.
std::span<const VerdictText> verdict_texts();

}  // namespace rolecall
