// Findings as rustc prints them, for people.

#include <algorithm>

#include "report/findings_text.hpp"
#include "report/format.hpp"
#include "report/next_step.hpp"
#include "report/sums.hpp"

namespace rolecall {

namespace {

/// Of the findings of a description: with its sums it is a screen and a half.
constexpr std::size_t most_lines = 54;

bool nothing_shown(const Judgement& judgement) {
  return std::ranges::all_of(judgement.findings, &Finding::waived);
}

bool only_notes(const Findings& findings) {
  return count(findings, Severity::error) + count(findings, Severity::warning) == 0;
}

std::string write_text(std::span<const Judgement> judgements, const FormatOptions& options) {
  const bool several = judgements.size() > 1;
  const bool tables = options.verbose || (!several && options.terminal);
  std::string out;
  for (const Judgement& judgement : judgements) {
    out += findings_text(judgement.sources, Entries(judgement.findings), options.colour,
                         judgement.trees, options.verbose ? no_limit : most_lines);
    if (options.quiet) continue;
    if (tables && judgement.org && only_notes(judgement.findings)) {
      const std::string table = coverage_table(*judgement.org, judgement.coverage);
      if (!table.empty()) out += table + '\n';
    }
    out += sums_line(judgement) + '\n';
    if (several && !nothing_shown(judgement)) out += '\n';
  }
  if (options.quiet) return out;
  if (several) {
    if (!out.ends_with("\n\n")) out += '\n';
    out += total_line(judgements) + '\n';
  }
  if (const std::string next = next_step(judgements); !next.empty()) out += next + '\n';
  return out;
}

}  // namespace

extern const Format text_format;
const Format text_format{"text", "findings with the lines they are about, for people", write_text};

}  // namespace rolecall
