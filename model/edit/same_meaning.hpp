#pragma once
// Whether two texts say the same.

#include "model/text/source.hpp"

namespace rolecall {

/// Whether two TOML texts hold the same values and waivers, and the same comments in any order.
/// False where one of them is no TOML.
bool same_meaning(const SourceText& a, const SourceText& b);

}  // namespace rolecall
