// How many findings each check has, the most frequent first.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "report/format.hpp"

namespace rolecall {
namespace {

std::string write_statistics(std::span<const Judgement> judgements, const FormatOptions&) {
  struct Row {
    std::size_t findings = 0;
    std::string_view check;
    Severity severity = Severity::note;
  };
  std::map<std::string_view, Row> rows;
  for (const Judgement& judgement : judgements) {
    for (const Finding& finding : judgement.findings) {
      if (finding.waived) continue;
      Row& row = rows[finding.check];
      row.check = finding.check;
      ++row.findings;
      row.severity = std::max(row.severity, finding.severity);
    }
  }
  std::vector<Row> sorted;
  for (const auto& [check, row] : rows) sorted.push_back(row);
  std::ranges::sort(sorted, [](const Row& a, const Row& b) {
    return std::pair(b.findings, a.check) < std::pair(a.findings, b.check);
  });
  std::string out;
  for (const Row& row : sorted) {
    out += fmt::format("{:>6}  {:<7}  {}\n", row.findings, name(row.severity), row.check);
  }
  return out;
}

}  // namespace

extern const Format statistics_format;
const Format statistics_format{"statistics", "how many findings each check has", write_statistics};

}  // namespace rolecall
