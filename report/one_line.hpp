#pragma once
// A finding on one line, as compilers write it.

#include <string>

#include "model/text/finding.hpp"
#include "model/text/source.hpp"
#include "report/terminal.hpp"

namespace rolecall {

/// Appends "acme.toml:5:1: error[duty-missing]: ...", with the end of the line.
void put_one_line(std::string& out, const Painter& painter, const Sources& sources,
                  const Finding& finding);

}  // namespace rolecall
