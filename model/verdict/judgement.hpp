#pragma once
// The end of the pipeline: one organisation, judged. Formats and views read this value.

#include <optional>
#include <vector>

#include "model/org/org.hpp"
#include "model/syntax/tree.hpp"
#include "model/text/finding.hpp"
#include "model/text/source.hpp"
#include "model/verdict/verdict.hpp"

namespace rolecall {

struct Judgement {
  Sources sources;
  syntax::Trees trees;  ///< of the sources of the description, as far as they could be read
  /// None where the text could not be read as a description at all (`syntax`).
  std::optional<Org> org;
  Coverage coverage;
  Findings findings;       ///< in their final order: place, severity, check, message
  std::size_t known = 0;   ///< findings that were left out because an earlier state has them, too
  std::size_t hidden = 0;  ///< entries that are left out because they are not loud enough
};

/// Whether all of the text could be read: only then there is something to draw or to compare.
bool is_whole(const Judgement& judgement);

/// Number of findings of a severity, those that a waiver accepts left out.
std::size_t count(const Findings& findings, Severity severity);
/// Number of findings that a waiver accepts.
std::size_t count_waived(const Findings& findings);

}  // namespace rolecall
