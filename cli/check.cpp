#include "cli/check.hpp"

#include <set>
#include <string>
#include <vector>

#include "cli/github_job.hpp"
#include "cli/targets.hpp"
#include "cli/verdict_of_run.hpp"

namespace rolecall {

namespace {

int show_config(const CheckCommand& command, const Handles& handles) {
  const auto config = find_config(command.files.front(), command.config);
  if (config) return put(handles, text_of(*config), exit_clean);
  complain(handles, config.error().what);
  return exit_failed;
}

/// As asked for, else as the configuration of the first file has it, else text.
std::expected<std::vector<Output>, UsageError> outputs_of(const CheckCommand& command) {
  if (!command.outputs.empty()) return command.outputs;
  std::vector<std::string> words;
  // What is wrong with a configuration is told once the files are judged by it.
  if (const auto config = find_config(command.files.front(), command.config)) {
    for (const Text& text : config->says.output) words.push_back(text.value);
  }
  return parse_outputs(words, all_formats());
}

}  // namespace

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
  if (command.show_config) return show_config(command, handles);
  const auto outputs = outputs_of(command);
  if (!outputs) {
    complain(handles, outputs.error().what);
    return exit_usage;
  }
  std::set<std::string> complaints;  // one about a configuration is for all
  for (auto& judgement : judge_targets(*targets, command)) {
    if (judgement) {
      judgements.push_back(std::move(*judgement));
    } else {
      const std::string& what = judgement.error().what;
      if (complaints.insert(what).second) complain(handles, what);
      failed = true;
    }
  }
  // An empty report would read like a clean one.
  if (judgements.empty()) return exit_failed;

  if (!take_baseline(command, judgements, handles)) return exit_failed;
  const bool written = write_outputs(*outputs, command.colour, handles,
                                     [&](const Format& format, const FormatOptions& options) {
                                       return format.write(judgements, options);
                                     });
  if (!written) failed = true;
  if (!tell_github(judgements, *outputs, handles)) failed = true;
  return failed ? exit_failed : status_of(command, judgements);
}

}  // namespace rolecall
