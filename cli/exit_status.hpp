#pragma once
// The options of `check` that decide about its exit status.

#include <string>
#include <vector>

#include "cli/check.hpp"

namespace rolecall {

/// Writes the baseline, or leaves out what is in one; says on standard error what of it is stale.
/// False where a file could not be read or written; it is said.
bool take_baseline(const CheckCommand& command, std::vector<Judgement>& judgements,
                   const Handles& handles);

/// `exit_findings` where a finding is at least as severe as `fail_on`, else an error, or where
/// there are more warnings, as people count them, than there may be, which is said.
int status_of(const CheckCommand& command, const std::vector<Judgement>& judgements,
              const Handles& handles);

}  // namespace rolecall
