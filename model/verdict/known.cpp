#include "model/verdict/known.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace rolecall {
namespace {

std::string key_of(std::string_view company, const Meaning& meaning) {
  std::string out(company);
  out += '\n' + meaning.check;
  for (const std::string& subject : meaning.about) out += '\n' + subject;
  return out;
}

/// No number is the worst.
std::int64_t badness(const std::optional<std::int64_t>& number) {
  return number.value_or(std::numeric_limits<std::int64_t>::max());
}

}  // namespace

std::size_t KnownFindings::add(std::string_view company, Meaning meaning, std::size_t count) {
  by_subjects_[key_of(company, meaning)].push_back(records_.size());
  records_.push_back({std::move(meaning.parties), meaning.number, count});
  return records_.size() - 1;
}

std::vector<std::optional<KnownFindings::Match>> KnownFindings::find(
    std::string_view company, std::span<const Meaning> findings) const {
  std::vector<std::optional<Match>> out(findings.size());
  std::unordered_map<std::string, Indices> later;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    std::string key = key_of(company, findings[i]);
    if (by_subjects_.contains(key)) later[std::move(key)].push_back(i);
  }
  for (const auto& [key, indices] : later) find(by_subjects_.at(key), indices, findings, out);
  return out;
}

void KnownFindings::find(const Indices& records, const Indices& later,
                         std::span<const Meaning> findings,
                         std::vector<std::optional<Match>>& out) const {
  const auto match = [&](std::size_t finding, std::size_t record) {
    out[finding] = Match{record, is_worse(findings[finding].number, records_[record].number)};
  };
  // Those with the same parties: the worst answers the worst.
  std::map<std::vector<std::string>, std::pair<Indices, Indices>> equal;
  for (const std::size_t i : records) {
    auto& before = equal[records_[i].parties].first;
    for (std::size_t n = 0; n < std::min(records_[i].count, later.size()); ++n) before.push_back(i);
  }
  for (const std::size_t i : later) equal[findings[i].parties].second.push_back(i);
  for (auto& [parties, both] : equal) {
    auto& [before, now] = both;
    std::ranges::stable_sort(before, std::ranges::greater(),
                             [&](std::size_t i) { return badness(records_[i].number); });
    std::ranges::stable_sort(now, std::ranges::greater(),
                             [&](std::size_t i) { return badness(findings[i].number); });
    for (std::size_t i = 0; i < std::min(before.size(), now.size()); ++i) match(now[i], before[i]);
  }
  // What is left of one that had more parties.
  for (const std::size_t i : later) {
    if (out[i]) continue;
    const auto more = std::ranges::find_if(records, [&](std::size_t record) {
      const auto& parties = records_[record].parties;
      return parties.size() > findings[i].parties.size() &&
             std::ranges::includes(parties, findings[i].parties);
    });
    if (more != records.end()) match(i, *more);
  }
}

}  // namespace rolecall
