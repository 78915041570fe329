#pragma once
// Findings with the lines that they are about, as rustc prints them.

#include <string>

#include "model/text/source.hpp"
#include "model/verdict/groups.hpp"

namespace rolecall {

/// All entries but waived ones, each with an empty line after it.
std::string findings_text(const Sources& sources, const Entries& entries, bool colour,
                          const syntax::Trees& trees = {});

}  // namespace rolecall
