#pragma once
// Findings as people read them: atoms with one cause are one entry.

#include <deque>
#include <span>
#include <vector>

#include "model/verdict/judgement.hpp"

namespace rolecall {

/// What stands in a report for people, in order of the findings. Findings of one check with the
/// same grouping, equally loud and all or none of them waived, are one entry at the place of the
/// first; one alone is an entry as it is. What follows from a finding that is among them, and that
/// no waiver accepts, stands in that one's entry (`Finding::follows`), which is as loud as the
/// loudest of both. The findings must outlive it.
class Entries {
 public:
  explicit Entries(const Findings& findings);
  explicit Entries(std::span<const Finding* const> findings);
  Entries(const Entries&) = delete;  // entries point into what was made
  Entries(Entries&&) = default;

  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }

  /// The entries as they are without causes: what follows from another stands by itself, too, and
  /// is as loud as it is. For formats with one line or one mark each.
  std::span<const Finding* const> apart() const { return apart_; }

  /// Number of entries of a severity, those that a waiver accepts left out.
  std::size_t count(Severity severity) const;

 private:
  void make(std::span<const Finding* const> findings);

  std::vector<const Finding*> entries_;
  std::vector<const Finding*> apart_;
  std::deque<Finding> made_;
};

/// Entries that no waiver accepts in the order in which people read them: errors first, then what
/// is about the most duties, then as they stand.
std::vector<const Finding*> by_importance(const Entries& entries);

}  // namespace rolecall
