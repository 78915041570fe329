#pragma once
// What can be wrong with the keys and values of a text, as findings. Knows nothing of how the text
// is parsed.

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/language/document.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// How many bytes the text of a key may have: names are shorter than sentences.
std::size_t most_bytes(std::string_view key);

/// So many errors in the values of one file are told, and what comes behind them is not read.
inline constexpr std::size_t most_reading_errors = 1000;

class ReadingErrors {
 public:
  explicit ReadingErrors(Findings& findings) : findings_(findings), before_(findings.size()) {}

  /// Whether there are so many that nobody reads on: whatever comes is left out.
  bool enough() const { return findings_.size() - before_ >= most_reading_errors; }

  /// A value of another shape than its key has; `label` says what stands there.
  void wrong_type(std::string message, Span where, std::string_view label, std::string help = {});
  /// A value that says what is meant, and is only written wrongly: `right` is how TOML has it.
  /// `every` is what to do about several such values.
  void miswritten(std::string message, Span where, std::string_view label, std::string help,
                  std::string every, std::string right);
  /// A key that the table `table` does not have; `is_present` tells whether it has another key.
  /// The key that is meant, where one seems to be and is not there yet; else empty.
  std::string unknown_key(std::string_view key, Span where, std::string_view table,
                          std::vector<std::string_view> known,
                          const std::function<bool(std::string_view)>& is_present);
  /// A list where a post names its boss; `table` is the post's header.
  void several_bosses(Span table, const Texts& bosses);
  /// The same under a key that was told just now not to be known.
  void several_bosses_as_meant(Span table, const Texts& bosses);
  void missing_key(std::string_view key, std::string_view table, Span where);
  void syntax(std::string message, Span where, std::string_view label = {}, std::string help = {});

  /// Whether the text can be the value of `key`: not blank, not too long, without control
  /// characters, and one of `allowed` where there are any. Reports what is wrong with it.
  bool usable(std::string_view key, std::string_view text, Span where,
              std::span<const std::string_view> allowed);

 private:
  Findings& findings_;
  std::size_t before_;
};

}  // namespace rolecall
