#pragma once
// Cards by where they stand, for questions about small parts of a large chart.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "layout/geometry.hpp"

namespace rolecall {

class CardGrid {
 public:
  explicit CardGrid(std::span<const Rect> cards) : cards_(cards) {
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const Rect& card = cards[i];
      for (int x = cell(card.x); x <= cell(card.right()); ++x) {
        for (int y = cell(card.y); y <= cell(card.bottom()); ++y) {
          entries_.push_back({key(x, y), static_cast<std::uint32_t>(i)});
        }
      }
    }
    std::sort(entries_.begin(), entries_.end());
  }

  /// Calls `visit(card)` once for each card that shares a point with the area.
  template <class Visit>
  void visit(const Rect& area, Visit visit) const {
    for (int x = cell(area.x); x <= cell(area.right()); ++x) {
      for (int y = cell(area.y); y <= cell(area.bottom()); ++y) {
        auto entry = std::lower_bound(entries_.begin(), entries_.end(), Entry{key(x, y), 0});
        for (; entry != entries_.end() && entry->first == key(x, y); ++entry) {
          const Rect& card = cards_[entry->second];
          // A card in several cells counts in the first of them within the area.
          if (std::max(cell(card.x), cell(area.x)) != x) continue;
          if (std::max(cell(card.y), cell(area.y)) != y) continue;
          if (card.x <= area.right() && card.right() >= area.x && card.y <= area.bottom() &&
              card.bottom() >= area.y) {
            visit(card);
          }
        }
      }
    }
  }

 private:
  using Entry = std::pair<std::uint64_t, std::uint32_t>;
  static constexpr int side = 256;  // points; a card lies in few cells, a cell holds few cards

  static int cell(int at) { return at >= 0 ? at / side : -((side - 1 - at) / side); }
  static std::uint64_t key(int x, int y) {
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) << 32) |
           static_cast<std::uint32_t>(y);
  }

  std::span<const Rect> cards_;
  std::vector<Entry> entries_;
};

}  // namespace rolecall
