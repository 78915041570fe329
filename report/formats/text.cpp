// Findings as rustc prints them, for people.

#include "report/findings_text.hpp"
#include "report/format.hpp"
#include "report/sums.hpp"

namespace rolecall {

namespace {

bool only_notes(const Findings& findings) {
  return count(findings, Severity::error) + count(findings, Severity::warning) == 0;
}

std::string write_text(std::span<const Judgement> judgements, const FormatOptions& options) {
  std::string out;
  for (const Judgement& judgement : judgements) {
    out += findings_text(judgement.sources, Entries(judgement.findings), options.colour,
                         judgement.trees);
    if (judgement.org && only_notes(judgement.findings)) {
      const std::string table = coverage_table(*judgement.org, judgement.coverage);
      if (!table.empty()) out += table + '\n';
    }
    out += sums_line(judgement) + '\n';
    if (judgements.size() > 1) out += '\n';
  }
  if (judgements.size() > 1) out += total_line(judgements) + '\n';
  return out;
}

}  // namespace

extern const Format text_format;
const Format text_format{"text", "findings with the lines they are about, for people", write_text};

}  // namespace rolecall
