#pragma once
// Findings with the lines that they are about, as rustc prints them.

#include <string>

#include "model/finding.hpp"
#include "model/source.hpp"

namespace rolecall {

/// All findings but waived ones, each with an empty line after it.
std::string findings_text(const Sources& sources, const Findings& findings, bool colour);

}  // namespace rolecall
