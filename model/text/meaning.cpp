#include "model/text/meaning.hpp"

#include <algorithm>

namespace rolecall {

std::string meaning(const Finding& finding) {
  std::vector<std::string> subjects;
  for (const Subject& subject : finding.subjects) subjects.push_back(subject.text());
  std::ranges::sort(subjects);
  std::string out(finding.check);
  for (const std::string& subject : subjects) out += ' ' + subject;
  if (subjects.empty()) out += ' ' + finding.message;
  return out;
}

}  // namespace rolecall
