#include "rules/waiver_text.hpp"

#include <fmt/format.h>

#include <set>

#include "model/syntax/tree.hpp"
#include "rules/waivers.hpp"

namespace rolecall {
namespace {

using syntax::quoted_string;

/// `["duty:networks", "position:cio"]` of what the finding is about; empty where there is nothing.
std::string on_of(const Finding& finding) {
  std::string out;
  for (const Subject& subject : finding.subjects) {
    if (subject.part == Subject::Part::related) continue;
    out += (out.empty() ? "" : ", ") + quoted_string(subject.text());
  }
  return out.empty() ? out : '[' + out + ']';
}

}  // namespace

WaiverText waiver_text(const Findings& findings, const Acceptance& acceptance,
                       std::string_view end_of_line) {
  WaiverText out;
  std::set<std::string> written;
  const auto line = [&](std::string_view key, const std::string& value) {
    out.toml += fmt::format("{} = {}{}", key, value, end_of_line);
  };
  for (const Finding& finding : findings) {
    if (finding.waived) continue;
    const std::string on = on_of(finding);
    if (finding.firm || is_about_waivers(finding.check) || on.empty()) {
      ++out.left;
      continue;
    }
    if (!written.insert(fmt::format("{} {}", finding.check, on)).second) continue;
    ++out.waivers;
    out.toml += fmt::format("{}[[waiver]]{}", end_of_line, end_of_line);
    line("check", quoted_string(finding.check));
    line("on", on);
    line("reason", quoted_string(acceptance.reason));
    if (!acceptance.by.empty()) line("by", quoted_string(acceptance.by));
    if (acceptance.until) line("until", to_string(*acceptance.until));
  }
  return out;
}

}  // namespace rolecall
