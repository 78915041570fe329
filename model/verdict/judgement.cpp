#include "model/verdict/judgement.hpp"

#include <algorithm>

namespace rolecall {

bool is_whole(const Judgement& judgement) {
  return judgement.org && !judgement.org->document->damaged;
}

std::size_t count(const Findings& findings, Severity severity) {
  return static_cast<std::size_t>(std::ranges::count_if(findings, [&](const Finding& finding) {
    return !finding.waived && finding.severity == severity;
  }));
}

std::size_t count_waived(const Findings& findings) {
  return static_cast<std::size_t>(std::ranges::count(findings, true, &Finding::waived));
}

}  // namespace rolecall
