#pragma once
// Cards by where they stand, for questions about small parts of a large chart.

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "layout/place/geometry.hpp"

namespace rolecall {

class CardGrid {
 public:
  explicit CardGrid(std::span<const Rect> cards) : cards_(cards) {
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const Rect& card = cards[i];
      for (int x = cell(card.x); x <= cell(card.right()); ++x) {
        for (int y = cell(card.y); y <= cell(card.bottom()); ++y) {
          entries_.push_back({x, y, static_cast<std::uint32_t>(i)});
        }
      }
    }
    std::sort(entries_.begin(), entries_.end());
  }

  /// Calls `visit(card)` once for each card that shares a point with the area, until it returns
  /// false.
  template <class Visit>
  void visit(const Rect& area, Visit visit) const {
    for (int x = cell(area.x); x <= cell(area.right()); ++x) {
      const int top = cell(area.y);
      const int bottom = cell(area.bottom());
      auto entry = std::lower_bound(entries_.begin(), entries_.end(), Entry{x, top, 0});
      for (; entry != entries_.end() && entry->x == x && entry->y <= bottom; ++entry) {
        const Rect& card = cards_[entry->card];
        // A card in several cells counts in the first of them within the area.
        if (std::max(cell(card.x), cell(area.x)) != x) continue;
        if (std::max(cell(card.y), top) != entry->y) continue;
        if (card.x <= area.right() && card.right() >= area.x && card.y <= area.bottom() &&
            card.bottom() >= area.y && !visit(card)) {
          return;
        }
      }
    }
  }

 private:
  struct Entry {
    int x;  ///< of the cell
    int y;
    std::uint32_t card;

    auto operator<=>(const Entry&) const = default;
  };
  static constexpr int side = 256;  // points; a card lies in few cells, a cell holds few cards

  static int cell(int at) { return at >= 0 ? at / side : -((side - 1 - at) / side); }

  std::span<const Rect> cards_;
  std::vector<Entry> entries_;
};

}  // namespace rolecall
