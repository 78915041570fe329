#include "layout/place/tidy_children.hpp"

#include <numeric>

namespace rolecall {
namespace {

constexpr std::uint32_t most_aides = 8;       // of one boss; more of them stand in the row
constexpr std::uint32_t most_below_aide = 6;  // with a larger staff one stands in the row

/// Per box, not 0: it hangs at the side of its boss's line. On levels, nobody hangs below it.
std::vector<std::uint8_t> real_aides(const Forest& forest) {
  const std::size_t n = forest.sizes.size();
  if (forest.aides.empty()) return std::vector<std::uint8_t>(n);
  std::vector<std::uint8_t> out(forest.aides.begin(), forest.aides.end());
  const std::uint32_t most = forest.levels.empty() ? most_below_aide : 0;
  std::vector<std::uint32_t> below(n);
  for (std::size_t i = n; i-- > 0;) {
    const std::uint32_t boss = forest.parents[i];
    if (boss == no_parent || below[i] > most) out[i] = 0;
    if (boss != no_parent) below[boss] += below[i] + 1;
  }
  std::vector<std::uint32_t> aides(n);
  for (std::size_t i = 0; i < n; ++i) {
    if (out[i] != 0 && ++aides[forest.parents[i]] > most_aides) out[i] = 0;
  }
  return out;
}

}  // namespace

TidyChildren::TidyChildren(const Forest& forest)
    : start_(forest.sizes.size() + 2), kids_(forest.sizes.size()) {
  const std::size_t n = forest.sizes.size();
  const std::vector<std::uint8_t> aides = real_aides(forest);
  const auto slot = [&](std::size_t i) {
    return forest.parents[i] == no_parent ? n : forest.parents[i];
  };
  for (std::size_t i = 0; i < n; ++i) ++start_[slot(i) + 1];
  std::partial_sum(start_.begin(), start_.end(), start_.begin());
  row_.assign(start_.begin(), start_.end() - 1);
  const auto place = [&](bool wanted) {
    for (std::size_t i = 0; i < n; ++i) {
      if ((aides[i] != 0) == wanted) kids_[row_[slot(i)]++] = static_cast<std::uint32_t>(i);
    }
  };
  place(true);
  const std::vector<std::uint32_t> rows = row_;
  place(false);
  row_ = rows;
}

}  // namespace rolecall
