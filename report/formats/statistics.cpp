// How many findings each check has, by severity, the most frequent first.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "model/verdict/groups.hpp"
#include "report/format.hpp"

namespace rolecall {
namespace {

std::string write_statistics(std::span<const Judgement> judgements, const FormatOptions&) {
  struct Row {
    std::size_t findings = 0;
    std::string_view check;
    Severity severity = Severity::note;
  };
  std::map<std::pair<std::string_view, Severity>, Row> rows;
  for (const Judgement& judgement : judgements) {
    const Entries entries(judgement.findings);
    for (const Finding* entry : entries.apart()) {
      if (entry->waived) continue;
      Row& row = rows[{entry->check, entry->severity}];
      row = {row.findings + 1, entry->check, entry->severity};
    }
  }
  std::vector<Row> sorted;
  for (const auto& [key, row] : rows) sorted.push_back(row);
  std::ranges::sort(sorted, [](const Row& a, const Row& b) {
    return std::tie(b.findings, a.check, b.severity) < std::tie(a.findings, b.check, a.severity);
  });
  std::string out;
  for (const Row& row : sorted) {
    out += fmt::format("{:>6}  {:<7}  {}\n", row.findings, name(row.severity), row.check);
  }
  return out;
}

/// See `Format::is_report`.
bool is_statistics(std::string_view bytes) {
  static constexpr std::string_view each[] = {"  error ", "  warning ", "  note "};
  return bytes.starts_with(' ') && first_line_has(bytes, each);
}

}  // namespace

extern const Format statistics_format;
const Format statistics_format{"statistics", "how many findings each check has", write_statistics,
                               is_statistics};

}  // namespace rolecall
