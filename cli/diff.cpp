#include <fmt/format.h>

#include "cli/common.hpp"
#include "cli/git.hpp"
#include "model/changes.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

using Judged = std::expected<Judgement, Trouble>;

std::string beside(const std::string& path, const std::string& other) {
  return path.substr(0, path.rfind('/') + 1) + other;
}

/// The state that `after` is held against.
std::expected<Judged, std::string> judge_before(const DiffCommand& command,
                                                const Judgement& after) {
  if (!command.against.empty()) {
    return judge_at(command.against, command.after, command.as_of, command.config);
  }
  if (!command.before.empty()) return judge_file(command.before, command.as_of, command.config);
  if (after.org && after.org->document->base.given()) {
    const std::string& base = after.org->document->base.value;
    return judge_file(beside(command.after, base), command.as_of, command.config);
  }
  return std::unexpected(
      fmt::format("{} has no `base` to compare with; name an older file before it, or a revision "
                  "with --against",
                  printable(command.after)));
}

}  // namespace

int run(const DiffCommand& command, const Handles& handles) {
  const Judged after = judge_file(command.after, command.as_of, command.config);
  if (!after) {
    complain(handles, after.error().what);
    return exit_failed;
  }
  const auto before = judge_before(command, *after);
  if (!before) {
    complain(handles, before.error());
    return exit_usage;
  }
  if (!*before) {
    complain(handles, before->error().what);
    return exit_failed;
  }
  const Changes changes = compare(**before, *after);
  for (const DiffOutput& output : command.outputs) {
    const bool file = output.path != "-";
    const FormatOptions options = format_options(!file && use_colour(command.colour, handles.out));
    const std::string report = output.format->write(changes, options);
    const auto written = file ? write_file(output.path, report) : write_all(handles.out, report);
    if (written) continue;
    complain(handles, written.error().what);
    return exit_failed;
  }
  return count(changes.appeared, Severity::error) > 0 ? exit_findings : exit_clean;
}

}  // namespace rolecall
