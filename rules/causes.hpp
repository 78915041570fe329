#pragma once
// Which findings follow from which: the one place that knows it.

#include "model/text/finding.hpp"

namespace rolecall {

/// Sets the cause of each finding that follows from another. Fingerprints are set already.
/// O(n log n).
void set_causes(Findings& findings);

}  // namespace rolecall
