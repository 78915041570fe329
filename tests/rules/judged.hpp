#pragma once
// Help for tests of the rules: look at what was found.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "model/verdict/groups.hpp"
#include "tests/companies.hpp"

namespace rolecall::test {

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

/// The checks that found something, each once, in order of their ids.
inline std::vector<std::string> checks_of(const Judgement& judgement) {
  std::vector<std::string> out;
  for (const Finding& finding : judgement.findings) out.emplace_back(finding.check);
  std::ranges::sort(out);
  const auto doubles = std::ranges::unique(out);
  out.erase(doubles.begin(), doubles.end());
  return out;
}

inline std::size_t count_of(const Judgement& judgement, std::string_view check) {
  return static_cast<std::size_t>(std::ranges::count(judgement.findings, check, &Finding::check));
}

/// The first finding of a check; the test fails hard where there is none.
inline const Finding& first_of(const Judgement& judgement, std::string_view check) {
  return *std::ranges::find(judgement.findings, check, &Finding::check);
}

/// What people are told of a check: its findings, those with one cause as one.
inline std::vector<Finding> told_of(const Judgement& judgement, std::string_view check) {
  std::vector<Finding> out;
  const Entries entries(judgement.findings);
  for (const Finding* entry : entries.apart()) {
    if (entry->check == check) out.push_back(*entry);
  }
  return out;
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
