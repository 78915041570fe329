#pragma once
// Findings of an earlier state, by which those of a later one are known or new.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/text/meaning.hpp"

namespace rolecall {

/// What was found before. A finding is known where one with the same check and the same subjects
/// was there, whose parties were all of its own, or more; it is worse where its number is.
class KnownFindings {
 public:
  /// Records a finding, so many times; the answer is its number, from 0. `company` keeps those of
  /// different companies apart.
  std::size_t add(std::string_view company, Meaning meaning, std::size_t count = 1);

  /// The recorded finding that a later one is.
  struct Match {
    std::size_t record;
    bool worse;
  };

  /// For each finding, in order, what it was. A record answers as often as it was recorded, the
  /// worst numbers to each other; where parties have left a finding, what is left of it is known
  /// whatever the count. O(n log n), while few findings differ in their parties alone.
  std::vector<std::optional<Match>> find(std::string_view company,
                                         std::span<const Meaning> findings) const;

 private:
  struct Record {
    std::vector<std::string> parties;
    std::optional<std::int64_t> number;
    std::size_t count;
  };
  using Indices = std::vector<std::size_t>;

  void find(const Indices& records, const Indices& later, std::span<const Meaning> findings,
            std::vector<std::optional<Match>>& out) const;

  std::vector<Record> records_;
  std::unordered_map<std::string, Indices> by_subjects_;
};

}  // namespace rolecall
