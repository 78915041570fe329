#include <vector>

#include "cli/common.hpp"
#include "cli/github_job.hpp"
#include "cli/targets.hpp"
#include "cli/verdict_of_run.hpp"

namespace rolecall {

int run(const CheckCommand& command, const Handles& handles) {
  // Kept until the process ends: taking a large company apart would take longer than it helps.
  static std::vector<Judgement>& judgements = *new std::vector<Judgement>;
  judgements.clear();
  bool failed = false;
  const auto targets = find_targets(command.files);
  if (!targets) {
    complain(handles, targets.error().what);
    return exit_failed;
  }
  for (auto& judgement :
       judge_targets(*targets, {command.as_of, command.waivers, command.against, command.jobs})) {
    if (judgement) {
      judgements.push_back(std::move(*judgement));
    } else {
      complain(handles, judgement.error().what);
      failed = true;
    }
  }
  // An empty report would read like a clean one.
  if (judgements.empty()) return exit_failed;

  if (!take_baseline(command, judgements, handles)) return exit_failed;
  for (const Output& output : command.outputs) {
    const bool file = output.path != "-";
    const FormatOptions options = format_options(!file && use_colour(command.colour, handles.out));
    const std::string report = output.format->write(judgements, options);
    const auto written = file ? write_file(output.path, report) : write_all(handles.out, report);
    if (written) continue;
    complain(handles, written.error().what);
    failed = true;
  }
  if (!tell_github(judgements, command.outputs, handles)) failed = true;
  return failed ? exit_failed : status_of(command, judgements);
}

}  // namespace rolecall
