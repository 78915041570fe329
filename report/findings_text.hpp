#pragma once
// Findings with the lines that they are about, as rustc prints them.

#include <cstddef>
#include <limits>
#include <string>

#include "model/text/source.hpp"
#include "model/verdict/groups.hpp"

namespace rolecall {

inline constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

/// All entries but waived ones, the most important first, each with an empty line after it. Where
/// they take more than `most_lines`, the last ones have one line each: of errors all, of what is
/// less as many as there is room for, and the rest is counted.
std::string findings_text(const Sources& sources, const Entries& entries, bool colour,
                          const syntax::Trees& trees = {}, std::size_t most_lines = no_limit);

}  // namespace rolecall
