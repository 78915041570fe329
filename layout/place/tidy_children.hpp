#pragma once
// Who stands below whom, and who of them hangs at the side of the line. The inside of `tidy.cpp`.

#include <cstdint>
#include <span>
#include <vector>

#include "layout/place/tidy.hpp"

namespace rolecall {

class TidyChildren {
 public:
  explicit TidyChildren(const Forest& forest);

  /// The aides of box `i`: those marked so that have few below them.
  std::span<const std::uint32_t> aides(std::size_t i) const {
    return std::span(kids_).subspan(start_[i], row_[i] - start_[i]);
  }
  /// The others, in their order; for `i` equal to the number of boxes, the tops.
  std::span<const std::uint32_t> row(std::size_t i) const {
    return std::span(kids_).subspan(row_[i], start_[i + 1] - row_[i]);
  }
  bool leaf(std::size_t i) const { return start_[i] == start_[i + 1]; }

 private:
  std::vector<std::uint32_t> start_;  ///< of a box's children in `kids_`
  std::vector<std::uint32_t> row_;    ///< of those that are no aides
  std::vector<std::uint32_t> kids_;
};

}  // namespace rolecall
