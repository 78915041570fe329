#include "cli/exit_status.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/text/text.hpp"
#include "model/verdict/groups.hpp"
#include "report/baseline.hpp"
#include "report/terminal.hpp"

namespace rolecall {
namespace {

constexpr std::size_t most_stale = 20;

}  // namespace

bool take_baseline(const CheckCommand& command, std::vector<Judgement>& judgements,
                   const Handles& handles) {
  const std::string_view folder = format_options(false).folder;
  if (!command.write_baseline.empty()) {
    const Baseline baseline(judgements);
    if (const auto written = write_file(command.write_baseline, baseline.text()); !written) {
      complain(handles, written.error().what);
      return false;
    }
    complain(handles, fmt::format("wrote {} to the baseline {}",
                                  counted(baseline.size(), "finding", "findings"),
                                  quoted(command.write_baseline)));
    static_cast<void>(baseline.apply(judgements, folder));
  }
  if (command.baseline.empty()) return true;
  const auto text = read_file(command.baseline);
  if (!text) {
    complain(handles, text.error().what);
    return false;
  }
  const auto baseline = Baseline::read(*text);
  if (!baseline) {
    complain(handles, fmt::format("cannot use {}: {}", quoted(command.baseline), baseline.error()));
    return false;
  }
  if (baseline->is_old()) {
    complain(handles, fmt::format("{} has an older format, without numbers: --write-baseline {} "
                                  "writes it anew",
                                  quoted(command.baseline), command.baseline));
  }
  const std::vector<std::string> stale = baseline->apply(judgements, folder);
  for (std::size_t i = 0; i < std::min(stale.size(), most_stale); ++i) {
    complain(handles, fmt::format("no longer found, take it out of {}: {}",
                                  quoted(command.baseline), printable(stale[i])));
  }
  if (stale.size() > most_stale) {
    complain(handles, fmt::format("and {} more; --write-baseline writes it anew",
                                  stale.size() - most_stale));
  }
  return true;
}

int status_of(const CheckCommand& command, const std::vector<Judgement>& judgements,
              const Handles& handles) {
  if (command.exit_zero) return exit_clean;
  const Severity least = command.fail_on.value_or(Severity::error);
  for (const Judgement& judgement : judgements) {
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
      if (severity >= least && count(judgement.findings, severity) > 0) return exit_findings;
    }
  }
  if (!command.max_warnings) return exit_clean;
  std::size_t warnings = 0;
  for (const Judgement& judgement : judgements) {
    warnings += Entries(judgement.findings).count(Severity::warning);
  }
  if (warnings <= *command.max_warnings) return exit_clean;
  complain(handles, fmt::format("{}, and --max-warnings allows {}",
                                counted(warnings, "warning", "warnings"), *command.max_warnings));
  return exit_findings;
}

}  // namespace rolecall
