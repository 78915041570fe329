#pragma once
// Findings as waivers, to be written into a description.

#include <optional>
#include <string>

#include "model/text/date.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// What somebody says of the findings that they accept.
struct Acceptance {
  std::string reason;
  std::string by;             ///< empty: not said
  std::optional<Date> until;  ///< the last day on which it holds
};

/// Waivers as TOML, one `[[waiver]]` a finding, in the order of the findings.
struct WaiverText {
  std::string toml;
  std::size_t waivers = 0;
  std::size_t left = 0;  ///< findings that no waiver can name: firm ones, and those about waivers
};

/// Waivers for all findings that are not waived yet. Each names the check and what the finding is
/// about, so that it accepts this one and none that comes later. Two findings that are about the
/// same share a waiver. `end_of_line` is that of the file.
WaiverText waiver_text(const Findings& findings, const Acceptance& acceptance,
                       std::string_view end_of_line = "\n");

}  // namespace rolecall
