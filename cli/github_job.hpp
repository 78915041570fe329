#pragma once
// What a job on GitHub shows besides the report: annotations on the lines, and a summary.

#include <span>
#include <vector>

#include "cli/check.hpp"

namespace rolecall {

/// In a GitHub job (`GITHUB_ACTIONS=true`), unless the annotations are a report already: writes
/// them to standard error, which the job reads as well, and the Markdown report to the end of
/// `GITHUB_STEP_SUMMARY`. False where the summary could not be written; it is said.
bool tell_github(std::span<const Judgement> judgements, const std::vector<Output>& outputs,
                 const Handles& handles);

}  // namespace rolecall
