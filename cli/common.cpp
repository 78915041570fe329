#include "cli/common.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "cli/disk_workspace.hpp"
#include "cli/git.hpp"
#include "report/terminal.hpp"
#include "rules/check.hpp"
#include "rules/run.hpp"

namespace rolecall {

namespace {

std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

RunOptions run_options(const JudgeOptions& by, Workspace beside) {
  RunOptions options;
  if (by.as_of) options.today = *by.as_of;
  options.beside = std::move(beside);
  options.config = by.config;
  options.waivers = by.waivers;
  return options;
}

}  // namespace

bool use_colour(Colour colour, int handle) {
  if (colour != Colour::automatic) return colour == Colour::always;
  if (!variable("NO_COLOR").empty()) return false;
  for (const char* name : {"FORCE_COLOR", "CLICOLOR_FORCE"}) {
    if (const std::string_view value = variable(name); !value.empty()) return value != "0";
  }
  return ::isatty(handle) == 1 && variable("TERM") != "dumb";
}

FormatOptions format_options(bool colour) {
  static const std::vector<CheckText> checks = [] {
    std::vector<CheckText> out;
    for (const Check* check : all_checks()) {
      out.push_back({check->id, check->severity, check->says, check->why});
    }
    return out;
  }();
  static const std::string folder = [] {
    std::error_code none;
    return std::filesystem::current_path(none).string();
  }();
  return {colour, ROLECALL_VERSION, folder, checks};
}

void complain(const Handles& handles, std::string_view what) {
  // Nobody is left to tell when this fails.
  static_cast<void>(write_all(handles.err, "rolecall: " + printable(what) + '\n'));
}

int put(const Handles& handles, std::string_view text, int status) {
  const auto written = write_all(handles.out, text);
  if (written) return status;
  complain(handles, written.error().what);
  return exit_failed;
}

Judgement judge_sources(Sources sources, Workspace beside, const JudgeOptions& by) {
  return judge(std::move(sources), run_options(by, std::move(beside)));
}

std::expected<Judgement, Trouble> judge_file(const std::string& path, const JudgeOptions& by,
                                             const Within& within) {
  auto bytes = read_named(path, within);
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  Sources sources;
  sources.texts.emplace_back(path == "-" ? "<stdin>" : path, std::move(*bytes));
  std::string unreadable;
  Judgement judgement =
      judge_sources(std::move(sources), disk_workspace(path, within, &unreadable), by);
  if (unreadable.empty()) return judgement;
  // What a pattern of `include` means there is not known, so neither is the verdict.
  return std::unexpected(Trouble{"cannot read `" + printable(path) + "`: the folder `" +
                                 printable(unreadable) + "` cannot be listed"});
}

std::expected<Judgement, Trouble> judge_at(const std::string& revision, const std::string& path,
                                           const JudgeOptions& by) {
  const auto then = Revision::find(path, revision);
  if (!then) return std::unexpected(then.error());
  auto text = then->description();
  if (!text) return std::unexpected(std::move(text.error()));
  Sources sources;
  sources.texts.push_back(std::move(text->text));
  if (text->there) {
    Judgement judgement = judge(std::move(sources), run_options(by, then->beside()));
    if (auto wrong = then->trouble()) return std::unexpected(std::move(*wrong));
    return judgement;
  }
  Judgement nothing;
  nothing.sources = std::move(sources);
  return nothing;
}

std::expected<Judgement, Trouble> judge_file(const std::string& path,
                                             const CommonOptions& options) {
  const auto config = find_config(path, options.config);
  if (!config) return std::unexpected(config.error());
  return judge_file(path, JudgeOptions{&*config, options.as_of});
}

}  // namespace rolecall
