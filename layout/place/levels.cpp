#include "layout/place/levels.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace rolecall {
namespace {

constexpr std::uint32_t none = 0xffffffff;

/// Grades in the order in which they come from the top, by their cards' mean depth; one a card.
std::vector<std::uint32_t> grade_ranks(const Chart& chart) {
  struct Sum {
    std::uint64_t depth = 0;
    std::uint64_t cards = 0;
  };
  std::map<std::string_view, Sum> sums;
  std::vector<std::uint32_t> depth(chart.cards.size());
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    const Card& card = chart.cards[i];
    if (card.parent) depth[i] = depth[*card.parent] + 1;
    if (card.grade.empty()) continue;
    Sum& sum = sums[card.grade];
    sum.depth += depth[i];
    ++sum.cards;
  }
  std::vector<std::pair<double, std::string_view>> order;
  for (const auto& [grade, sum] : sums) {
    order.emplace_back(static_cast<double>(sum.depth) / static_cast<double>(sum.cards), grade);
  }
  std::sort(order.begin(), order.end());
  std::map<std::string_view, std::uint32_t> rank;
  for (const auto& entry : order) {
    rank.emplace(entry.second, static_cast<std::uint32_t>(rank.size()));
  }
  std::vector<std::uint32_t> out(chart.cards.size(), none);
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    if (!chart.cards[i].grade.empty()) out[i] = rank[chart.cards[i].grade];
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> grade_levels(const Chart& chart) {
  const std::size_t n = chart.cards.size();
  std::vector<std::uint32_t> rank = grade_ranks(chart);
  // A card that does not go down in grade from the nearest graded one above has none of its own;
  // so grades only go down along each line, and the levels below cannot run in circles.
  std::vector<std::uint32_t> above(n, none);
  for (std::size_t i = 0; i < n; ++i) {
    const auto parent = chart.cards[i].parent;
    const std::uint32_t over = parent ? above[*parent] : none;
    if (rank[i] != none && over != none && rank[i] <= over) rank[i] = none;
    above[i] = rank[i] == none ? over : rank[i];
  }
  // One grade after the other: when its turn has come, all that stands above its cards is settled.
  std::vector<std::uint32_t> turn(n);
  for (std::size_t i = 0; i < n; ++i) turn[i] = static_cast<std::uint32_t>(i);
  std::sort(turn.begin(), turn.end(), [&](std::uint32_t a, std::uint32_t b) {
    // `none` + 1 is 0: before all grades.
    return std::pair(above[a] + 1, a) < std::pair(above[b] + 1, b);
  });
  std::vector<std::uint32_t> level(n);
  for (std::size_t begin = 0; begin < n;) {
    std::size_t end = begin;
    std::uint32_t common = 0;
    while (end < n && above[turn[end]] == above[turn[begin]]) {
      const std::uint32_t i = turn[end++];
      const auto parent = chart.cards[i].parent;
      if (rank[i] != none && parent) common = std::max(common, level[*parent] + 1);
    }
    for (; begin < end; ++begin) {
      const std::uint32_t i = turn[begin];
      const auto parent = chart.cards[i].parent;
      level[i] = rank[i] != none ? common : parent ? level[*parent] + 1 : 0;
    }
  }
  return level;
}

}  // namespace rolecall
