#include "cli/check.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/exit_status.hpp"
#include "cli/github_job.hpp"
#include "cli/shown_only.hpp"
#include "cli/targets.hpp"
#include "cli/to_write.hpp"
#include "cli/watch.hpp"
#include "cli/write_waivers.hpp"
#include "model/text/severity_names.hpp"
#include "model/text/text.hpp"

namespace rolecall {

namespace {

constexpr std::string_view clear_screen = "\x1b[H\x1b[2J\x1b[3J";

int show_config(const CheckCommand& command, const Handles& handles) {
  const auto config = find_config(command.files.front(), command.config);
  if (config) return put(handles, text_of(*config), exit_clean);
  complain(handles, config.error().what);
  return exit_failed;
}

/// What is not asked for is as the configuration of the first file has it, else text and an error.
std::expected<CheckCommand, UsageError> completed(CheckCommand command) {
  // What is wrong with a configuration is told once the files are judged by it.
  const auto config = find_config(command.files.front(), command.config);
  const ConfigDecl says = config ? config->says : ConfigDecl();
  if (!command.fail_on) {
    command.fail_on = severity_named(says.fail_on.value).value_or(Severity::error);
  }
  if (!command.outputs.empty()) return command;
  std::vector<std::string> words;
  for (const Text& text : says.output) words.push_back(text.value);
  auto outputs = parse_outputs(std::move(words), all_formats());
  if (!outputs) return std::unexpected(std::move(outputs.error()));
  command.outputs = std::move(*outputs);
  for (std::size_t i = 0; i < says.output.size(); ++i) {
    const std::string& named_in = config->texts.at(says.output[i].span.file).name();
    command.outputs[i].folder = named_in.substr(0, named_in.rfind('/') + 1);
  }
  return command;
}

/// Whether a description says of itself that it is not judged, which is told. What may hide others,
/// such as an unknown key, is told all the same: it would go on in each proposal.
bool leave_out(Judgement& judgement, const Handles& handles) {
  if (is_judged(judgement)) return false;
  std::erase_if(judgement.findings, [](const Finding& finding) { return !finding.firm; });
  if (!judgement.findings.empty()) return false;
  complain(handles, fmt::format("{} is left out: it is only the base of proposals (`judged = "
                                "false` in [company])",
                                judgement.sources.texts.front().name()));
  return true;
}

/// What became of targets besides their judgements.
struct JudgedAll {
  bool failed = false;    ///< one could not be judged, which is said
  bool left_out = false;  ///< one is not judged by itself
};

JudgedAll judge_all(const std::vector<Target>& targets, const CheckCommand& command,
                    std::vector<Judgement>& judgements, const Handles& handles) {
  judgements.clear();
  std::set<std::string> complaints;  // one about a configuration is for all
  JudgedAll out;
  for (auto& judgement : judge_targets(targets, command)) {
    if (judgement && leave_out(*judgement, handles)) {
      out.left_out = true;
    } else if (judgement) {
      judgements.push_back(std::move(*judgement));
    } else {
      const std::string& what = judgement.error().what;
      if (complaints.insert(what).second) complain(handles, what);
      out.failed = true;
    }
  }
  return out;
}

/// Accepts what was found; false where that could not be written, which is said.
bool accept_all(const CheckCommand& command, const std::vector<Judgement>& judgements,
                const Handles& handles) {
  bool written = true;
  for (const Judgement& judgement : judgements) {
    const auto said = write_waivers(command, judgement);
    complain(handles, said ? *said : said.error().what);
    written = written && said;
  }
  return written;
}

/// What would be written in the place of what is read, or twice.
std::optional<std::string> clash(const CheckCommand& command, const std::vector<Target>& targets,
                                 const std::vector<Judgement>& judgements) {
  std::vector<ToWrite> written = files_to_write(command.outputs);
  if (!command.write_baseline.empty()) {
    written.push_back({"--write-baseline " + command.write_baseline, command.write_baseline});
  }
  std::vector<std::string> read;
  for (const Target& target : targets) read.push_back(target.path);
  for (const Judgement& judgement : judgements) add_paths(read, judgement.sources.texts);
  if (const auto config = find_config(command.files.front(), command.config)) {
    add_paths(read, config->texts);
  }
  for (const std::string* path : {&command.config.file, &command.waivers_into}) {
    if (!path->empty()) read.push_back(*path);
  }
  // A baseline that is written anew may be the one that is read.
  if (!command.baseline.empty() && command.baseline != command.write_baseline) {
    read.push_back(command.baseline);
  }
  return clash_of(written, read);
}

int check(const CheckCommand& asked, std::vector<Judgement>& judgements, const Handles& handles) {
  bool failed = false;
  const auto targets = find_targets(asked.files, asked.exclude);
  if (!targets) {
    complain(handles, targets.error().what);
    return exit_failed;
  }
  if (asked.show_config) return show_config(asked, handles);
  const auto complete = completed(asked);
  if (!complete) {
    complain(handles, complete.error().what);
    return exit_usage;
  }
  const CheckCommand& command = *complete;
  JudgedAll judged = judge_all(*targets, command, judgements, handles);
  // An empty report would read like a clean one.
  if (judgements.empty() && (judged.failed || !judged.left_out)) return exit_failed;

  if (const auto wrong = clash(command, *targets, judgements)) {
    complain(handles, *wrong);
    return exit_usage;
  }
  if (!take_baseline(command, judgements, handles)) return exit_failed;
  if (command.write_waivers) {
    failed |= !accept_all(command, judgements, handles);
    judged = judge_all(*targets, command, judgements, handles);
    if (!take_baseline(command, judgements, handles)) return exit_failed;
  }
  const bool written = write_outputs(
      command.outputs, command.colour, handles, [&](const Output& output, FormatOptions options) {
        options.verbose = command.verbose;
        options.quiet = command.quiet;
        const ShownOnly shown(judgements, output.least.value_or(command.show));
        return output.format->write(judgements, options);
      });
  failed |= judged.failed || !written;
  {
    const ShownOnly shown(judgements, command.show);
    failed |= !tell_github(judgements, command.outputs, handles);
  }
  return failed ? exit_failed : status_of(command, judgements, handles);
}

/// What the verdicts rest on: the files that were asked for, all that they read, what may come
/// into their folders, and the configuration, should there be one some day.
WatchList watch_list(const CheckCommand& command, const std::vector<Judgement>& judgements) {
  WatchList out;
  for (const std::string& path : command.files) {
    std::error_code none;
    (std::filesystem::is_directory(path, none) ? out.folders : out.files).push_back(path);
    for (std::string& place : config_places(path)) out.files.push_back(std::move(place));
  }
  for (const std::string* path : {&command.baseline, &command.config.file}) {
    if (!path->empty()) out.files.push_back(*path);
  }
  for (const Judgement& judgement : judgements) {
    for (const SourceText& text : judgement.sources.texts) out.files.push_back(text.name());
    if (!judgement.org || judgement.org->document->includes.empty()) continue;
    const std::string& file = judgement.sources.texts.front().name();
    out.folders.push_back("./" + file.substr(0, file.rfind('/') + 1));
  }
  return out;
}

/// Until a signal ends the process.
[[noreturn]] void keep_checking(const CheckCommand& command, std::vector<Judgement>& judgements,
                                const Handles& handles) {
  WatchList list = watch_list(command, judgements);
  while (true) {
    FileStates seen = states_of(list);  // what changes while we look is seen at once
    judgements.clear();
    check(command, judgements, handles);
    if (WatchList now = watch_list(command, judgements); now != list) {
      list = std::move(now);
      seen = states_of(list);
    }
    complain(handles, "watching for changes; Ctrl-C ends");
    wait_for_change(list, seen);
    if (::isatty(handles.out) == 1) static_cast<void>(write_all(handles.out, clear_screen));
  }
}

}  // namespace

int run(const CheckCommand& command, const Handles& handles) {
  // Kept until the process ends: taking a large company apart would take longer than it helps.
  static std::vector<Judgement>& judgements = *new std::vector<Judgement>;
  judgements.clear();
  if (command.watch) keep_checking(command, judgements, handles);
  return check(command, judgements, handles);
}

}  // namespace rolecall
