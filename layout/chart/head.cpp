#include "layout/chart/head.hpp"

#include <fmt/format.h>

#include "model/text/text.hpp"
#include "model/verdict/groups.hpp"

namespace rolecall {

void set_head(Chart& chart, const Judgement& judgement, const Part& part, std::string_view what) {
  const Org& org = *judgement.org;
  chart.title = org.company.empty() ? "Organisation chart" : std::string(org.company);
  std::string& out = chart.subtitle;
  if (!what.empty()) out = fmt::format("{} · ", what);
  if (!part.says.empty()) out += fmt::format("{} · ", part.says);
  out += "as of " + to_string(org.as_of);
  if (org.has_duty_lists) {
    std::size_t all = 0;
    std::size_t covered = 0;
    for (const Verdict& verdict : judgement.coverage) {
      if (verdict.kind == VerdictKind::unowned || verdict.kind == VerdictKind::unknown) continue;
      if (verdict.kind == VerdictKind::missing && !org[verdict.duty].required) continue;
      ++all;
      if (verdict.kind >= VerdictKind::joint) ++covered;
    }
    out += fmt::format(" · {} of {} covered", covered, counted(all, "duty", "duties"));
  }
  const Entries entries(judgement.findings);
  const std::size_t errors = entries.count(Severity::error);
  const std::size_t warnings = entries.count(Severity::warning);
  if (errors + warnings == 0) {
    out += " · no errors, no warnings";
  } else {
    out += " · " + counted(errors, "error", "errors") + ", " +
           counted(warnings, "warning", "warnings");
  }
}

}  // namespace rolecall
