#pragma once
// The end of the pipeline: one organisation, judged. Formats and views read this value.

#include <optional>
#include <vector>

#include "model/finding.hpp"
#include "model/org.hpp"
#include "model/source.hpp"
#include "model/verdict.hpp"

namespace rolecall {

struct Judgement {
  Sources sources;
  /// None where the text could not be read as a description at all (`syntax`).
  std::optional<Org> org;
  Coverage coverage;
  Findings findings;  ///< in their final order: place, severity, check, message
};

/// Number of findings of a severity.
std::size_t count(const Findings& findings, Severity severity);

}  // namespace rolecall
