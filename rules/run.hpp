#pragma once
// The run: from texts to a judgement.

#include "model/language/config.hpp"
#include "model/language/workspace.hpp"
#include "model/verdict/judgement.hpp"
#include "rules/check.hpp"

namespace rolecall {

struct RunOptions {
  Date today = rolecall::today();  ///< stands in for a missing `as_of`
  Limits limits;                   ///< where `[checks]` sets none
  Workspace beside{};              ///< the files that a description may name
  const Config* config = nullptr;  ///< what holds where the description says nothing
  bool waivers = true;             ///< false: what waivers accept is found all the same
};

/// Reads, builds and judges one description: all checks, severities set, findings sorted. Never
/// throws for anything that stands in the text.
Judgement judge(Sources sources, const RunOptions& options);

}  // namespace rolecall
