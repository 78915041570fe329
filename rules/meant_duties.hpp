#pragma once
// Duties that are held by a misspelt entry.

#include "model/org/org.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// Where an entry of an `accountable` list is no duty, and one with a name near to it is probably
/// meant, that one is not told to be missing; the finding of the entry says so in a note.
void wait_for_meant_duties(const Org& org, Findings& findings);

}  // namespace rolecall
