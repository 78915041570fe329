#pragma once
// Slips of the keys among many words: who is meant by a word that is not known.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "model/text/near_miss.hpp"

namespace rolecall {

/// Finds, whatever the order of the words and without looking at all of them, those of which a word
/// is a slip (`is_slip`). The words must outlive it.
class Slips {
 public:
  /// O(n log n).
  explicit Slips(std::span<const std::string_view> known);

  /// The one that looks like `word`; else the first by its letters of which it is a slip. Sure
  /// where there is no other.
  std::optional<NearMiss> find(std::string_view word) const;

 private:
  std::vector<std::string_view> known_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> index_;  ///< a digest, a word; sorted
};

}  // namespace rolecall
