// Findings as rustc prints them, for people.

#include <fmt/format.h>

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

void write_findings(std::string& out, const Judgement& judgement, const FormatOptions& options) {
  const Entries entries(judgement.findings);
  if (options.verbose) {
    out += findings_text(judgement.sources, entries, options.colour, judgement.trees);
    return;
  }
  const FindingsText shown =
      findings_text_within(most_lines, judgement.sources, entries, options.colour, judgement.trees);
  out += shown.text;
  if (shown.left_out > 0) {
    out += fmt::format("and {} more; all in full: `--verbose`\n", shown.left_out);
  } else if (shown.on_one_line > 0 && !options.quiet) {
    out += "in full: `--verbose`\n";
  }
  if (shown.left_out + shown.on_one_line > 0) out += '\n';
}

std::string write_text(std::span<const Judgement> judgements, const FormatOptions& options) {
  const bool several = judgements.size() > 1;
  const bool tables = options.verbose || (!several && options.terminal);
  std::string out;
  for (const Judgement& judgement : judgements) {
    write_findings(out, judgement, options);
    if (options.quiet) continue;
    if (tables && is_whole(judgement) && (options.verbose || only_notes(judgement.findings))) {
      const std::string table = coverage_table(*judgement.org, judgement.coverage);
      if (!table.empty()) out += table + '\n';
    }
    out += sums_line(judgement) + '\n';
    if (several && !nothing_shown(judgement)) out += '\n';
  }
  if (options.quiet) {
    if (out.ends_with("\n\n")) out.pop_back();
    return out;
  }
  if (several) {
    if (!out.ends_with("\n\n")) out += '\n';
    out += total_line(judgements) + '\n';
  }
  if (const std::string next = next_step(judgements); !next.empty()) out += next + '\n';
  return out;
}

/// See `Format::is_report`.
bool is_text(std::string_view bytes) {
  static constexpr std::string_view begins[] = {"error[", "warning[", "note[", "checked "};
  return std::ranges::any_of(begins, [&](auto begin) { return bytes.starts_with(begin); });
}

}  // namespace

extern const Format text_format;
const Format text_format{"text", "findings with the lines they are about, for people", write_text,
                         is_text};

}  // namespace rolecall
