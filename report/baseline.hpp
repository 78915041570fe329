#pragma once
// Findings that were there when a team began: written to a file once, left out from then on.

#include <expected>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/verdict/judgement.hpp"

namespace rolecall {

/// How often a finding was there, by file and meaning. Lines do not matter.
class Baseline {
 public:
  /// Of all findings that no waiver accepts and that are not firm. Names of files are relative to the folder.
  Baseline(std::span<const Judgement> judgements, std::string_view folder);

  /// Reads what `text` writes, or says what is wrong: "line 3: ...".
  static std::expected<Baseline, std::string> read(const std::string& text);

  /// JSON, one finding a line, sorted: made to be read in a review.
  std::string text() const;
  std::size_t size() const;

  /// Takes the findings that are in it out of the judgements, where they count as known. Returns
  /// what is in it and was not found, of the files that were judged: "acme.toml: duty-overlap ...".
  std::vector<std::string> apply(std::vector<Judgement>& judgements, std::string_view folder) const;

 private:
  Baseline() = default;

  struct Key {
    std::string file;
    std::string meaning;
    auto operator<=>(const Key&) const = default;
  };
  static Key key(const Judgement& judgement, const Finding& finding, std::string_view folder);

  std::map<Key, std::size_t> findings_;
};

}  // namespace rolecall
