#pragma once
// One pass of the tidy layout with a given shape. The inside of `tidy.cpp`.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/place/contour.hpp"
#include "layout/place/tidy.hpp"
#include "layout/place/tidy_children.hpp"

namespace rolecall {

/// The page that is wished, as the pass sees it.
struct TidyPage {
  double aspect = 1.5;  ///< width by height, also of a crowd of leaves under one boss
  Size frame;           ///< what stands around the boxes
};

class TidyPass {
 public:
  TidyPass(const Forest& forest, const TidyChildren& children, Order order, const TidyPage& page);

  /// Lays all out and returns the size. Where the forest has levels, no row breaks into shelves.
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
    int drop = 0;  ///< from the row's top to its own
  };

  /// Into how many shelves a row breaks, and how wide they are.
  struct Breaks {
    std::size_t shelves = 1;
    double target = 0;
    double cost = 0;
  };

  /// A row of one or two aides on both sides of the line under their boss.
  struct AideRow {
    int left = 0;
    int right = 0;
    int height = 0;
  };

  bool leaf(std::uint32_t i) const { return children_.leaf(i); }
  bool aligned() const { return !forest_.levels.empty(); }
  std::uint32_t level(std::uint32_t i) const { return aligned() ? forest_.levels[i] : 0; }
  static int breadth(const Item& item) {
    return item.outline.max_x - item.outline.min_x + tidy_gap::cousin;
  }

  // tidy_items.cpp
  void split_into_items(std::size_t boss);
  void make_stack(Item& item, bool rails);
  void leaves_first();
  void balance();

  // tidy_shelves.cpp
  std::size_t shelf_end(std::size_t begin, double target) const;
  double cost_of_breaks(double target) const;
  double room(double width, double height) const;
  Breaks choose_breaks();
  Outline shelves(int top, double target);

  // tidy_tops.cpp
  Outline tops();

  // tidy_pass.cpp
  void find_levels();
  int aide_height(std::size_t boss) const;
  void place_aides(std::size_t boss);
  Outline subtree(std::uint32_t i);
  Outline below(std::size_t boss, int top);
  Outline row(std::size_t begin, std::size_t end);
  Outline half_row(std::size_t begin, std::size_t end);
  void drop_to_levels(std::size_t boss, int top);
  void put(const Item& item, int x, int y, int bar);
  void reach(const Item& item);

  int separation(const Item& a, const Item& b) const {
    const bool plain = (a.count > 1 || leaf(row_[a.first])) && (b.count > 1 || leaf(row_[b.first]));
    return plain ? tidy_gap::sibling : tidy_gap::cousin;
  }

  const Forest& forest_;
  const TidyChildren& children_;
  Order order_;
  TidyPage page_;
  TidyShape shape_;
  Contours contours_;
  std::vector<Outline> outlines_;
  std::vector<Place> places_;
  std::vector<int> level_tops_;  ///< per level
  int origin_ = 0;
  int broken_ = 0;

  // Of the boss at hand; members so that their memory is used again.
  std::vector<AideRow> aide_rows_;
  std::vector<std::uint32_t> row_;  ///< the other children in the order in which they stand
  std::vector<Item> items_;
  bool at_top_ = false;  ///< all there is stands below it
  int bar_left_ = 0;
  int bar_right_ = 0;
};

}  // namespace rolecall
