// Changes for the comment on a pull request.

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/text/name_bytes.hpp"
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
    const std::string file = with_bytes_shown(
        relative_name(judgement.sources.of(finding->place()).name(), options.folder));
    out += fmt::format("| {} | `{}` | {} | {}:{} |\n", name(finding->severity), finding->check,
                       markdown_text(finding->message), markdown_name(file), finding->place().line);
  });
}

/// "id, what it is called" as far as there is such a thing.
std::string named(std::string_view id, const std::string& label) {
  std::string out = markdown_name(id);
  if (!label.empty()) out += (out.empty() ? "" : " ") + markdown_name(label);
  return out;
}

std::string post_row(const ChangeWords& words, const PositionChange& change) {
  std::string out = fmt::format("| {} | {}", named(change.id, words.label(change)),
                                markdown_text(words.words(change)));
  for (const DutyGroup& group : words.consequences(change)) {
    out += "<br>" + markdown_text(words.consequence(group));
    if (words.names_all(group)) out += markdown_text(fmt::format(" ({})", words.list(group)));
  }
  return out + " |\n";
}

std::string duties_row(const ChangeWords& words, const DutyGroup& group) {
  const DutyChange& first = *group.duties.front();
  const std::string what =
      group.duties.size() == 1
          ? named(first.id, words.label(first))
          : markdown_text(fmt::format("{}: {}", counted(group.duties.size(), "duty", "duties"),
                                      words.list(group)));
  return fmt::format("| {} | {} | {} |\n", what, markdown_text(words.holders(first)),
                     markdown_text(words.verdicts(first)));
}

/// Rows of a kind of tables; of the company and the checks there is one, so that its keys are told.
std::vector<std::string> table_rows(const ChangeWords& words, const Changes& changes,
                                    std::string_view table) {
  std::vector<std::string> out;
  for (const TableChange& change : changes.tables) {
    if (change.table != table) continue;
    if (table == "company" || table == "checks") {
      for (const KeyChange& key : change.keys) {
        out.push_back(
            fmt::format("| {} | {} |\n", markdown_text(key.key), markdown_text(words.words(key))));
      }
    } else {
      out.push_back(fmt::format("| {} | {} |\n", named(change.id, change.name),
                                markdown_text(words.words(change))));
    }
  }
  return out;
}

std::string write(const Changes& changes, const FormatOptions& options) {
  const ChangeWords words(changes, options.verbose);
  std::string out = "## rolecall\n\n" + markdown_text(sums_line(changes)) + "\n\n";
  write_table(out, "### Posts\n\n| post | what changes |\n|---|---|\n", changes.positions,
              [&](const PositionChange& each) { out += post_row(words, each); });
  for (const TableWords& each : table_words()) {
    std::string title(each.heading);
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
    write_table(out, fmt::format("### {}\n\n| | what changes |\n|---|---|\n", title),
                table_rows(words, changes, each.table),
                [&](const std::string& row) { out += row; });
  }
  write_table(out, "### Duties\n\n| duty | who answers for it | verdict |\n|---|---|---|\n",
              words.handovers(), [&](const DutyGroup& each) { out += duties_row(words, each); });
  write_findings(out, "New", *changes.after, changes.appeared, options);
  write_findings(out, "Fixed", *changes.before, changes.fixed, options);
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace

extern const Diff markdown_diff;
const Diff markdown_diff{"markdown", "for the comment on a pull request", write};

}  // namespace rolecall
