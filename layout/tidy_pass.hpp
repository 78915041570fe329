#pragma once
// One pass of the tidy layout with a given shape. The inside of `tidy.cpp`.

#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "layout/contour.hpp"
#include "layout/tidy.hpp"

namespace rolecall {

/// Children of each box in order, those that stand first before the others.
class TidyChildren {
 public:
  explicit TidyChildren(const Forest& forest)
      : start_(forest.sizes.size() + 2), kids_(forest.sizes.size()) {
    const std::size_t n = forest.sizes.size();
    const auto slot = [&](std::size_t i) {
      return forest.parents[i] == no_parent ? n : forest.parents[i];
    };
    for (std::size_t i = 0; i < n; ++i) ++start_[slot(i) + 1];
    std::partial_sum(start_.begin(), start_.end(), start_.begin());
    std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
    for (const bool first : {true, false}) {
      for (std::size_t i = 0; i < n; ++i) {
        const bool is_first = !forest.first.empty() && forest.first[i] != 0;
        if (is_first == first) kids_[next[slot(i)]++] = static_cast<std::uint32_t>(i);
      }
    }
  }

  /// Of box `i`; the tops for `i` equal to the number of boxes.
  std::span<const std::uint32_t> of(std::size_t i) const {
    return std::span(kids_).subspan(start_[i], start_[i + 1] - start_[i]);
  }

 private:
  std::vector<std::uint32_t> start_;
  std::vector<std::uint32_t> kids_;
};

class TidyPass {
 public:
  TidyPass(const Forest& forest, const TidyChildren& children)
      : forest_(forest),
        children_(children),
        outlines_(forest.sizes.size()),
        places_(forest.sizes.size()) {}

  /// Lays all out and returns the size.
  Size run(TidyShape shape);
  /// How many rows broke into shelves.
  int broken() const { return broken_; }

  Tidy result(Size size) const;

 private:
  /// How a box hangs on its boss.
  enum class Hang : std::uint8_t { top, left_side, right_side };

  /// Where a box stands, as seen from its boss, and how its connector runs.
  struct Place {
    int x = 0;     ///< from the boss's middle to this box's middle
    int y = 0;     ///< from the boss's top to this box's top
    int rail = 0;  ///< from the boss's middle to the rail, unless it hangs by its top
    int bar = 0;   ///< from the boss's top to the bar
    Hang hang = Hang::top;
  };

  /// What stands in a row: a box with all below it, or a stack of leaves.
  struct Item {
    std::uint32_t first = 0;  ///< into the row's list of children
    std::uint32_t count = 1;
    Outline outline;
    int anchor = 0;        ///< its place in the row
    int first_attach = 0;  ///< where the bar meets its outermost connectors, from the anchor
    int last_attach = 0;
  };

  /// Into how many shelves a row breaks, and how wide they are.
  struct Breaks {
    std::size_t shelves = 1;
    double target = 0;
  };

  bool leaf(std::uint32_t i) const { return children_.of(i).empty(); }
  static double breadth(const Item& item) {
    return item.outline.max_x - item.outline.min_x + tidy_gap::cousin;
  }

  void split_into_items(std::size_t boss);
  void make_stack(Item& item, bool rails);
  Outline below(std::size_t boss, int top);
  Outline row(std::size_t begin, std::size_t end);
  Outline half_row(std::size_t begin, std::size_t end);
  std::size_t shelf_end(std::size_t begin, double target) const;
  std::size_t middle(std::size_t begin, std::size_t end) const;
  double cost_of_breaks(double target) const;
  Breaks choose_breaks();
  void put(const Item& item, int x, int y, int bar);

  int separation(const Item& a, const Item& b) const {
    const bool plain = (a.count > 1 || leaf(row_[a.first])) && (b.count > 1 || leaf(row_[b.first]));
    return plain ? tidy_gap::sibling : tidy_gap::cousin;
  }

  const Forest& forest_;
  const TidyChildren& children_;
  TidyShape shape_;
  Contours contours_;
  std::vector<Outline> outlines_;
  std::vector<Place> places_;
  int origin_ = 0;
  int broken_ = 0;

  // Of the boss at hand; members so that their memory is used again.
  std::vector<std::uint32_t> row_;  ///< the children in the order in which they stand
  std::vector<Item> items_;
  int bar_left_ = 0;
  int bar_right_ = 0;
};

}  // namespace rolecall
