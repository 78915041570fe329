#pragma once
// What a finding says whatever its place: the same finding after lines have moved.

#include <string>

#include "model/text/finding.hpp"

namespace rolecall {

/// The check and the subjects, sorted: "duty-overlap duty:networks position:cio position:cto". For
/// findings without subjects the message instead.
std::string meaning(const Finding& finding);

}  // namespace rolecall
