// For the comment on a pull request, or a job's summary: sums, findings, verdicts.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <vector>

#include "model/text/name_bytes.hpp"
#include "model/text/text.hpp"
#include "model/verdict/groups.hpp"
#include "report/format.hpp"
#include "report/identity.hpp"
#include "report/markdown_text.hpp"
#include "report/sums.hpp"

namespace rolecall {
namespace {

constexpr std::size_t most_duties = 60;  // a comment holds 65,536 characters

std::string_view mark(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "❌ error";
    case Severity::warning:
      return "⚠️ warning";
    case Severity::note:
      break;
  }
  return "ℹ️ note";
}

void write_findings(std::string& out, const Judgement& judgement, const FormatOptions& options) {
  const Entries entries(judgement.findings);
  const std::vector<const Finding*> all = by_importance(entries);
  if (all.empty()) return;
  out += "| | check | finding | place |\n|---|---|---|---|\n";
  const std::size_t shown = std::min(all.size(), options.most_findings);
  for (const Finding* entry : std::span(all).first(shown)) {
    const Finding& finding = *entry;
    std::string words = markdown_text(finding.message);
    for (const std::string& each : finding.follows) words += "<br>so: " + markdown_text(each);
    if (!finding.help_text.empty()) words += "<br>help: " + markdown_text(finding.help_text);
    const std::string file = with_bytes_shown(
        relative_name(judgement.sources.of(finding.place()).name(), options.folder));
    out += fmt::format("| {} | `{}` | {} | {}:{} |\n", mark(finding.severity), finding.check, words,
                       markdown_name(file), finding.place().line);
  }
  if (shown < all.size()) {
    out += fmt::format("\nand {}\n", counted(all.size() - shown, "more finding", "more findings"));
  }
  out += '\n';
}

void write_verdicts(std::string& out, const Judgement& judgement) {
  if (!is_whole(judgement) || !judgement.org->has_duty_lists) return;
  const Org& org = *judgement.org;
  std::map<VerdictKind, std::vector<const Verdict*>> kinds;
  for (const Verdict& verdict : judgement.coverage) kinds[verdict.kind].push_back(&verdict);
  out +=
      "<details><summary>Verdicts on all duties</summary>\n\n| verdict | duties | "
      "|\n|---|---:|---|\n";
  for (const auto& [kind, verdicts] : kinds) {
    std::string duties;
    for (std::size_t i = 0; i < std::min(verdicts.size(), most_duties); ++i) {
      if (i > 0) duties += ", ";
      duties += markdown_name(org[verdicts[i]->duty].title);
    }
    if (verdicts.size() > most_duties) {
      duties += fmt::format(" and {} more", verdicts.size() - most_duties);
    }
    out += fmt::format("| {} | {} | {} |\n", name(kind), verdicts.size(), duties);
  }
  out += "\n</details>\n\n";
}

std::string write_markdown(std::span<const Judgement> judgements, const FormatOptions& options) {
  std::string out = "## rolecall\n\n";
  for (const Judgement& judgement : judgements) {
    out += markdown_name(sums_line(judgement)) + "\n\n";
    write_findings(out, judgement, options);
    write_verdicts(out, judgement);
  }
  if (judgements.size() > 1) out += markdown_text(total_line(judgements)) + '\n';
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

/// See `Format::is_report`.
bool is_markdown(std::string_view bytes) { return bytes.starts_with("## rolecall\n"); }

}  // namespace

extern const Format markdown_format;
const Format markdown_format{"markdown", "for the comment on a pull request", write_markdown,
                             is_markdown};

}  // namespace rolecall
