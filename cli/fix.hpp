#pragma once
// What `fix` was asked for.

#include <set>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/common_options.hpp"

namespace rolecall {

struct FixCommand : CommonOptions {
  std::vector<std::string> files;  ///< files and folders; `-` alone: from standard input to output
  std::set<std::string> checks;    ///< fixes of these alone; empty: of all
  bool unsafe = false;             ///< fixes that decide something, too
  bool diff = false;               ///< say what would change, and change nothing
  bool interactive = false;        ///< ask for each
};

int run(const FixCommand& command, const Handles& handles);

}  // namespace rolecall
