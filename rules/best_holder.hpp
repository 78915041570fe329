#pragma once
// Whom to give the duties that nobody holds.

#include <optional>
#include <vector>

#include "rules/check.hpp"
#include "rules/survey.hpp"

namespace rolecall {

/// For each duty that nobody holds the post that should answer for it: whoever is in the owner's
/// line and holds most of the duty's area already, is there for good and directs those who do it;
/// else the chief by rank. O(n log n) in posts and duties.
class BestHolder {
 public:
  explicit BestHolder(const Facts& facts);

  /// None where the company has nobody of the kind, or somebody holds the duty.
  std::optional<PositionId> of(DutyId duty) const { return holders_[duty.index()]; }

 private:
  std::vector<std::optional<PositionId>> holders_;
};

}  // namespace rolecall
