#pragma once
// The run: from texts to a judgement.

#include "model/judgement.hpp"
#include "rules/check.hpp"

namespace rolecall {

struct RunOptions {
  Date today = rolecall::today();  ///< stands in for a missing `as_of`
  Limits limits;
};

/// Reads, builds and judges one description: all checks, severities set, findings sorted. Never
/// throws for anything that stands in the text.
Judgement judge(Sources sources, const RunOptions& options);

}  // namespace rolecall
