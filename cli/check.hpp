#pragma once
// What `check` was asked for.

#include <string>
#include <vector>

#include "cli/common_options.hpp"
#include "cli/outputs.hpp"
#include "model/text/finding.hpp"
#include "report/format.hpp"
#include "rules/waiver_text.hpp"

namespace rolecall {

using Output = OutputTo<Format>;

struct CheckCommand : CommonOptions {
  bool show_config = false;        ///< say what the configuration is, and judge nothing
  std::vector<std::string> files;  ///< files and folders; `-` is standard input, at most once
  std::vector<Output> outputs;     ///< none: those of the configuration, else text
  bool waivers = true;             ///< false: waivers are left out of account
  std::size_t jobs = 1;            ///< descriptions that are judged at a time
  /// A revision of the git repository: what it had already is left out; empty: nothing is.
  std::string against;
  std::string baseline;        ///< the path of findings that are left out; empty: none
  std::string write_baseline;  ///< where to write today's findings as a baseline; empty: nowhere
  bool write_waivers = false;  ///< accept what is found, in the description
  Acceptance acceptance;       ///< what the waivers say
  std::string waivers_into;    ///< the file that gets the waivers; empty: each description's own
  /// The least severity that fails the run; none: that of the configuration, else an error.
  std::optional<Severity> fail_on;
  /// How many warnings may be found before the run fails; none: any number.
  std::optional<std::size_t> max_warnings;
  bool exit_zero = false;  ///< findings do not fail the run
  /// Patterns of what is left out of folders.
  std::vector<std::string> exclude;
  /// The least severity that reports show where an output says nothing else.
  Severity show = Severity::note;
  bool verbose = false;  ///< reports for people tell all
  bool quiet = false;    ///< reports for people tell findings alone
  bool watch = false;    ///< check again whenever a file changes
};

int run(const CheckCommand& command, const Handles& handles);

}  // namespace rolecall
