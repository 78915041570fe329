#include "cli/common.hpp"
#include "cli/states.hpp"
#include "model/changes.hpp"

namespace rolecall {

int run(const DiffCommand& command, const Handles& handles) {
  const auto after = judge_file(command.after, command.as_of, command.config);
  if (!after) {
    complain(handles, after.error().what);
    return exit_failed;
  }
  const auto before = judge_before({command.before, command.against}, command.after, *after,
                                   command.as_of, command.config);
  if (!before) {
    complain(handles, before.error().what);
    return before.error().status;
  }
  const Changes changes = compare(*before, *after);
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
