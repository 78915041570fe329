// Changes for the comment on a pull request.

#include <fmt/format.h>

#include <algorithm>

#include "model/text/text.hpp"
#include "model/verdict/groups.hpp"
#include "report/diff.hpp"
#include "report/identity.hpp"
#include "report/markdown_text.hpp"

namespace rolecall {
namespace {

constexpr std::size_t most_rows = 100;  // of a table; a comment holds 65,536 characters

template <class Rows, class Write>
void write_table(std::string& out, std::string_view head, const Rows& rows, Write write_row) {
  if (rows.empty()) return;
  out += head;
  for (std::size_t i = 0; i < std::min(rows.size(), most_rows); ++i) write_row(rows[i]);
  if (rows.size() > most_rows) out += fmt::format("\nand {} more\n", rows.size() - most_rows);
  out += '\n';
}

void write_findings(std::string& out, std::string_view title, const Judgement& judgement,
                    const std::vector<const Finding*>& findings, const FormatOptions& options) {
  const std::string head =
      fmt::format("### {}\n\n| | check | finding | place |\n|---|---|---|---|\n", title);
  const Entries all(findings);
  const std::vector<const Finding*> entries(all.begin(), all.end());
  write_table(out, head, entries, [&](const Finding* finding) {
    const std::string file =
        relative_name(judgement.sources.of(finding->place()).name(), options.folder);
    out += fmt::format("| {} | `{}` | {} | {}:{} |\n", name(finding->severity), finding->check,
                       markdown_text(finding->message), markdown_text(file), finding->place().line);
  });
}

std::string write(const Changes& changes, const FormatOptions& options) {
  std::string out = "## rolecall\n\n" + markdown_text(sums_line(changes)) + "\n\n";
  write_table(out, "### Posts\n\n| post | what changes |\n|---|---|\n", changes.positions,
              [&](const PositionChange& each) {
                out += fmt::format("| {} | {} |\n", markdown_text(each.id),
                                   markdown_text(words_of(each)));
              });
  write_table(out, "### Duties\n\n| duty | who answers for it | verdict |\n|---|---|---|\n",
              changes.duties, [&](const DutyChange& each) {
                out += fmt::format("| {} | {} | {} |\n", markdown_text(each.id),
                                   markdown_text(holders_text(each)),
                                   markdown_text(verdicts_text(each)));
              });
  write_findings(out, "New", *changes.after, changes.appeared, options);
  write_findings(out, "Fixed", *changes.before, changes.fixed, options);
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace

extern const Diff markdown_diff;
const Diff markdown_diff{"markdown", "for the comment on a pull request", write};

}  // namespace rolecall
