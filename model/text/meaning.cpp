#include "model/text/meaning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace rolecall {

std::string Meaning::text() const {
  std::string out = check;
  for (const auto* list : {&about, &parties}) {
    for (const std::string& subject : *list) out += ' ' + subject;
  }
  return out;
}

Meaning meaning(const Finding& finding, const std::function<Subject(const Subject&)>& later) {
  Meaning out{std::string(finding.check), {}};
  for (const Subject& subject : finding.subjects) {
    if (subject.part == Subject::Part::related) continue;
    auto& list = subject.part == Subject::Part::about ? out.about : out.parties;
    list.push_back(later ? later(subject).text() : subject.text());
  }
  if (finding.subjects.empty()) out.about.push_back(finding.message);
  std::ranges::sort(out.about);
  std::ranges::sort(out.parties);
  out.number = finding.number;
  return out;
}

bool is_worse(const std::optional<std::int64_t>& now, const std::optional<std::int64_t>& was) {
  return was && (!now || *was < *now);
}

std::string digest(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211U;
  }
  return fmt::format("{:016x}", hash);
}

void set_fingerprints(Findings& findings, std::string_view company) {
  std::unordered_map<std::string, std::vector<Finding*>> equal;
  for (Finding& finding : findings) {
    finding.fingerprint = digest(std::string(company) + '\n' + meaning(finding).text());
    equal[finding.fingerprint].push_back(&finding);
  }
  for (auto& [fingerprint, same] : equal) {
    if (same.size() == 1) continue;
    std::ranges::sort(same, [](const Finding* a, const Finding* b) {
      return std::tie(a->message, a->place()) < std::tie(b->message, b->place());
    });
    for (std::size_t i = 1; i < same.size(); ++i) {
      same[i]->fingerprint = digest(fmt::format("{}\n{}", fingerprint, i + 1));
    }
  }
}

}  // namespace rolecall
