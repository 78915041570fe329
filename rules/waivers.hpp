#pragma once
// Waivers: findings that somebody accepted.

#include <string_view>

#include "model/org/org.hpp"
#include "rules/settings.hpp"

namespace rolecall {

/// Marks the findings that a waiver of the description accepts. Returns what is to be said about
/// the waivers themselves: those that are used for nothing, have ended, give no reason, or are of a
/// check that cannot be waived. Subjects of findings must stand once each.
Findings apply_waivers(const Org& org, const Settings& settings, Findings& findings);

/// Whether a check is about waivers itself, so that it cannot be waived.
bool is_about_waivers(std::string_view check);

}  // namespace rolecall
