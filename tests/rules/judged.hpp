#pragma once
// Help for tests of the rules: judge a text, look at what was found.

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/run.hpp"

namespace rolecall::test {

inline Judgement judge_text(std::string_view text, Limits limits = {},
                            std::string_view name = "org.toml") {
  Sources sources;
  sources.texts.emplace_back(std::string(name), std::string(text));
  RunOptions options;
  options.today = Date{2026, 6, 1};
  options.limits = limits;
  return judge(std::move(sources), options);
}

/// The subjects of each finding of one check, such as "duty:networks position:cio", in order.
inline std::vector<std::string> subjects_of(const Judgement& judgement, std::string_view check) {
  std::vector<std::string> out;
  for (const Finding& finding : judgement.findings) {
    if (finding.check != check) continue;
    std::string line;
    for (const Subject& subject : finding.subjects) {
      if (!line.empty()) line += ' ';
      line += subject.text();
    }
    out.push_back(std::move(line));
  }
  return out;
}

inline std::size_t count_of(const Judgement& judgement, std::string_view check) {
  return static_cast<std::size_t>(std::ranges::count(judgement.findings, check, &Finding::check));
}

/// The first finding of a check; the test fails hard where there is none.
inline const Finding& first_of(const Judgement& judgement, std::string_view check) {
  return *std::ranges::find(judgement.findings, check, &Finding::check);
}

/// All that a finding says, for looking up words.
inline std::string words(const Finding& finding) {
  std::string out = finding.message;
  for (const Label& label : finding.labels) out += "\n" + label.text;
  for (const std::string& note : finding.notes) out += "\n" + note;
  return out + "\n" + finding.help_text;
}

inline bool says(const Finding& finding, std::string_view part) {
  return words(finding).find(part) != std::string::npos;
}

}  // namespace rolecall::test
