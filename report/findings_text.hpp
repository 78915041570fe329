#pragma once
// Findings with the lines that they are about, as rustc prints them.

#include <string>

#include "model/text/finding.hpp"
#include "model/text/source.hpp"

namespace rolecall {

/// All findings but waived ones, each with an empty line after it.
std::string findings_text(const Sources& sources, const Findings& findings, bool colour);

}  // namespace rolecall
