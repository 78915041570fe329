#pragma once
// Advice for people and for programs.

#include <string>

#include "rules/advice.hpp"

namespace rolecall {

/// For a terminal.
std::string advice_text(const Org& org, const Advice& advice);

/// One JSON document.
std::string advice_json(const Org& org, const Advice& advice);

}  // namespace rolecall
