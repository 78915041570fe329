#pragma once
// What a finding is, whatever its place, its words and its number: the one place that says when
// two findings are the same. Baselines, `--against`, `diff` and all fingerprints go by it.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/finding.hpp"

namespace rolecall {

/// The identity of a finding. No file, no line, no number and, but for findings without any
/// subject, no words are part of it.
struct Meaning {
  std::string check;
  std::vector<std::string> about;      ///< "duty:networks", sorted; without any subject the message
  std::vector<std::string> parties{};  ///< sorted; see `Subject::Part::party`
  std::optional<std::int64_t> number{};

  /// "duty-overlap duty:networks position:cio position:cto"
  std::string text() const;
};

/// `later` says what a subject is called in a later state; empty: all are called as they are.
Meaning meaning(const Finding& finding, const std::function<Subject(const Subject&)>& later = {});

/// Whether a finding is worse than the same one was. One that has lost its number is past counting;
/// what was recorded without one says nothing.
bool is_worse(const std::optional<std::int64_t>& now, const std::optional<std::int64_t>& was);

/// A digest of a text in 16 hexadecimal digits (FNV-1a with 64 bits).
std::string digest(std::string_view text);

/// Sets the fingerprint of each finding: a digest of the company's name, the check, what the
/// finding is about and the parties. Findings that are equal in all of this are numbered in order
/// of their messages, then of their places.
void set_fingerprints(Findings& findings, std::string_view company);

}  // namespace rolecall
