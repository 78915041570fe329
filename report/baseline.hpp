#pragma once
// Findings that were there when a team began: written to a file once, left out from then on.

#include <compare>
#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/verdict/judgement.hpp"

namespace rolecall {

/// How often a finding was there, by company and meaning. Neither files nor lines matter.
class Baseline {
 public:
  /// Of all findings that no waiver accepts and that are not firm.
  explicit Baseline(std::span<const Judgement> judgements);

  /// Reads what `text` writes, or what the first format was, in which an entry stands for a group.
  /// Else says what is wrong: "line 3: ...".
  static std::expected<Baseline, std::string> read(const std::string& text);

  /// JSON, one finding a line, sorted: made to be read in a review.
  std::string text() const;
  std::size_t size() const;
  /// Whether it was read from the first format, which has no numbers.
  bool is_old() const { return !old_.empty(); }

  /// Takes the findings that are in it, and have not become worse, out of the judgements, where
  /// they count as known. Returns what is in it and was not found, of the companies whose
  /// descriptions were all judged: "Acme: duty-overlap ...". `folder` is the one that names of
  /// files in the first format are relative to.
  std::vector<std::string> apply(std::vector<Judgement>& judgements, std::string_view folder) const;

 private:
  Baseline() = default;

  struct Key {
    std::string company;
    std::string check;
    std::vector<std::string> about;
    std::vector<std::string> parties;
    std::optional<std::int64_t> number;
    auto operator<=>(const Key&) const = default;
  };

  /// An entry of the first format: a finding or a group of them, in one file.
  struct OldKey {
    std::string file;
    std::string meaning;
    auto operator<=>(const OldKey&) const = default;
  };

  std::vector<std::string> apply_new(std::vector<Judgement>& judgements) const;
  std::vector<std::string> apply_old(std::vector<Judgement>& judgements,
                                     std::string_view folder) const;

  std::map<Key, std::size_t> findings_;
  std::map<std::string, std::size_t> descriptions_;  ///< how many each company had
  std::map<OldKey, std::size_t> old_;
};

}  // namespace rolecall
