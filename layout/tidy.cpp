#include "layout/tidy.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "layout/contour.hpp"

namespace rolecall {
namespace {

namespace gap = tidy_gap;

/// What a layout is free to choose.
struct Shape {
  int rows = 1;      ///< boxes in a column of leaves
  double wide = 0;   ///< rows break to be at most this many times as wide as high; 0: never
  double page = 0;   ///< rows break where they are wider than this; 0: never
};

/// How a box hangs on its boss.
enum class Hang : std::uint8_t { top, left_side, right_side };

/// Where a box stands, as seen from its boss, and how its connector runs.
struct Place {
  int x = 0;      ///< from the boss's middle to this box's middle
  int y = 0;      ///< from the boss's top to this box's top
  int rail = 0;   ///< from the boss's middle to the rail, unless it hangs by its top
  int bar = 0;    ///< from the boss's top to the bar
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

/// Children of each box in order, those that stand first before the others.
class Children {
 public:
  explicit Children(const Forest& forest)
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

class Pass {
 public:
  Pass(const Forest& forest, const Children& children)
      : forest_(forest), children_(children), outlines_(forest.sizes.size()),
        places_(forest.sizes.size()) {}

  /// Lays all out and returns the size.
  Size run(Shape shape) {
    shape_ = shape;
    broken_ = 0;
    contours_.clear();
    const std::size_t n = forest_.sizes.size();
    for (std::size_t i = n; i-- > 0;) {
      const Size size = forest_.sizes[i];
      const int half = size.width / 2;
      if (children_.of(i).empty()) {
        outlines_[i] = contours_.box(-half, half, size.height + gap::row);
      } else {
        outlines_[i] = below(i, size.height + gap::level);
        contours_.cap(outlines_[i], bar_left_, bar_right_, gap::level - gap::row);
        contours_.cap(outlines_[i], -half, half, size.height + gap::row);
      }
    }
    if (n == 0) return {};
    const Outline all = below(n, 0);
    origin_ = -all.min_x;
    return {all.max_x - all.min_x, all.height - gap::row};
  }

  /// How many rows broke into shelves.
  int broken() const { return broken_; }

  Tidy result(Size size) const;

 private:
  /// Into how many shelves a row breaks, and how wide they are.
  struct Breaks {
    std::size_t shelves = 1;
    double target = 0;
  };

  bool leaf(std::uint32_t i) const { return children_.of(i).empty(); }
  static double breadth(const Item& item) {
    return item.outline.max_x - item.outline.min_x + gap::cousin;
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
    return plain ? gap::sibling : gap::cousin;
  }

  const Forest& forest_;
  const Children& children_;
  Shape shape_;
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

/// Runs of leaves become stacks. Where leaves and others alternate often, all leaves come first.
void Pass::split_into_items(std::size_t boss) {
  const auto kids = children_.of(boss);
  row_.assign(kids.begin(), kids.end());
  items_.clear();
  if (shape_.rows > 1) {
    int runs = 0;
    for (std::size_t i = 0; i < row_.size(); ++i) {
      if (leaf(row_[i]) && (i == 0 || !leaf(row_[i - 1]))) ++runs;
    }
    if (runs > 2) {
      std::stable_partition(row_.begin(), row_.end(), [&](std::uint32_t i) { return leaf(i); });
    }
  }
  for (std::uint32_t i = 0; i < row_.size();) {
    std::uint32_t end = i + 1;
    if (shape_.rows > 1 && leaf(row_[i])) {
      while (end < row_.size() && leaf(row_[end])) ++end;
    }
    Item item;
    item.first = i;
    item.count = end - i;
    if (item.count > 1) {
      make_stack(item, boss < forest_.sizes.size());
    } else {
      item.outline = outlines_[row_[i]];
    }
    items_.push_back(item);
    i = end;
  }
}

/// Columns of leaves, filled one after the other. Sets the members' places from the anchor, which
/// is in the middle of the rails, so that the boss of one rail stands right above it.
void Pass::make_stack(Item& item, bool rails) {
  const auto members = std::span(row_).subspan(item.first, item.count);
  double area = 0;
  double length = 0;
  for (const std::uint32_t i : members) {
    const Size size = forest_.sizes[i];
    length += size.height + gap::row;
    area += static_cast<double>(size.width + 2 * gap::rail) * (size.height + gap::row);
  }
  // A crowd under one boss makes a block of its own proportion, however few rows others have.
  const double block_height = std::sqrt(area / 2);
  const int block_rows =
      static_cast<int>(block_height * static_cast<double>(members.size()) / length);
  const std::size_t rows = static_cast<std::size_t>(std::max(shape_.rows, block_rows));
  const std::size_t columns = (members.size() + rows - 1) / rows;
  const std::size_t each = (members.size() + columns - 1) / columns;

  int x = 0;
  int height = 0;
  int last_rail = 0;
  std::size_t column = 0;
  for (std::size_t begin = 0; begin < members.size(); begin += each, ++column) {
    const auto cells = members.subspan(begin, std::min(each, members.size() - begin));
    int width = 0;
    for (const std::uint32_t i : cells) width = std::max(width, forest_.sizes[i].width);
    // Columns 0 and 1 share a rail, 2 and 3 the next one; a last one alone has it at its left.
    const bool alone = column % 2 == 0 && begin + each >= members.size();
    const bool rail_right = column % 2 == 0 && !alone;
    if (column > 0 && column % 2 == 0) x += gap::sibling;
    if (!rail_right && rails) x += column % 2 == 0 ? gap::rail : 2 * gap::rail;
    if (!rails && column % 2 == 1) x += gap::sibling;
    const int rail = rail_right ? x + width + gap::rail : x - gap::rail;
    if (column == 0) item.first_attach = rail;
    last_rail = rail;
    int y = 0;
    for (const std::uint32_t i : cells) {
      const Size size = forest_.sizes[i];
      Place& place = places_[i];
      // Cards of a column are flush on the side of their rail.
      place.x = rail_right ? x + width - size.width / 2 : x + size.width / 2;
      place.y = y;
      place.rail = rail;
      place.hang = rail_right ? Hang::right_side : Hang::left_side;
      y += size.height + gap::row;
    }
    height = std::max(height, y);
    x += width;
  }
  const int anchor = (item.first_attach + last_rail) / 2;
  for (const std::uint32_t i : members) {
    places_[i].x -= anchor;
    places_[i].rail -= anchor;
  }
  item.first_attach -= anchor;
  item.last_attach = last_rail - anchor;
  item.outline = contours_.box(-anchor, x - anchor, height);
}

/// Packs items from left to right; their anchors are set, the first one's to 0.
Outline Pass::half_row(std::size_t begin, std::size_t end) {
  Outline all = items_[begin].outline;
  items_[begin].anchor = 0;
  for (std::size_t k = begin + 1; k < end; ++k) {
    Outline next = items_[k].outline;
    const int sep = separation(items_[k - 1], items_[k]);
    items_[k].anchor = contours_.clearance(all, next, sep);
    next.shift(items_[k].anchor);
    contours_.append(all, next);
  }
  return all;
}

/// A row with the middle of its connectors at 0.
Outline Pass::row(std::size_t begin, std::size_t end) {
  Outline all = half_row(begin, end);
  const Item& last = items_[end - 1];
  const int middle = (items_[begin].first_attach + last.anchor + last.last_attach) / 2;
  for (std::size_t k = begin; k < end; ++k) items_[k].anchor -= middle;
  all.shift(-middle);
  return all;
}

std::size_t Pass::shelf_end(std::size_t begin, double target) const {
  double width = 0;
  std::size_t end = begin;
  while (end < items_.size()) {
    const double more = breadth(items_[end]);
    if (end > begin && width + more / 2 > target) break;
    width += more;
    ++end;
  }
  return end;
}

/// Where the spine best goes through a shelf: with the same breadth on both sides.
std::size_t Pass::middle(std::size_t begin, std::size_t end) const {
  double whole = 0;
  for (std::size_t k = begin; k < end; ++k) whole += breadth(items_[k]);
  double left = 0;
  std::size_t cut = begin;
  while (cut + 1 < end && left + breadth(items_[cut]) / 2 < whole / 2) left += breadth(items_[cut++]);
  return std::max(cut, begin + 1);
}

/// What a number of shelves would cost: room, and more for a bad proportion.
double Pass::cost_of_breaks(double target) const {
  double width = 0;
  double height = 0;
  for (std::size_t begin = 0; begin < items_.size();) {
    const std::size_t end = shelf_end(begin, target);
    double shelf_width = 0;
    int shelf_height = 0;
    for (std::size_t k = begin; k < end; ++k) {
      shelf_width += breadth(items_[k]);
      shelf_height = std::max(shelf_height, items_[k].outline.height);
    }
    width = std::max(width, shelf_width);
    height += shelf_height + gap::level + gap::shelf;
    begin = end;
  }
  const double ratio = width / height;
  return width * height * std::max({1.0, ratio / shape_.wide, 1 / (ratio * shape_.wide)});
}

/// How the row best breaks. Where that saves much, the tall subtrees come first.
Pass::Breaks Pass::choose_breaks() {
  if (items_.size() < 3) return {};
  double width = 0;
  for (const Item& item : items_) width += breadth(item);
  if (shape_.page > 0 && width > shape_.page) {
    // As lines of a text fill a page.
    const double shelves = std::min(std::ceil(width / shape_.page), (items_.size() + 1) / 2.0);
    return {static_cast<std::size_t>(shelves), width / shelves};
  }
  if (shape_.wide == 0) return {};
  const auto best_of = [&](double& least) {
    Breaks best{1, width};
    least = cost_of_breaks(width) * 0.8;  // an unbroken row reads best
    const std::size_t most = (items_.size() + 1) / 2;
    for (std::size_t shelves = 2; shelves <= most; shelves += 1 + shelves / 6) {
      const double target = width / static_cast<double>(shelves);
      const double cost = cost_of_breaks(target);
      if (cost < least) {
        least = cost;
        best = {shelves, target};
      } else if (cost > 4 * least) {
        break;
      }
    }
    return best;
  };
  double as_written = 0;
  const Breaks best = best_of(as_written);
  if (items_.size() < 4) return best;
  std::vector<Item> before = items_;
  std::stable_sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
    return a.outline.height > b.outline.height;
  });
  double sorted = 0;
  const Breaks other = best_of(sorted);
  if (other.shelves > 1 && sorted < 0.75 * as_written) return other;
  items_.swap(before);
  return best;
}

void Pass::put(const Item& item, int x, int y, int bar) {
  for (std::uint32_t k = item.first; k < item.first + item.count; ++k) {
    Place& place = places_[row_[k]];
    if (item.count == 1) {
      place = {};  // nothing is left of an earlier pass
    }
    place.x += x;
    place.rail += x;
    place.y += y;
    place.bar = bar;
  }
}

/// Everything below a boss whose bar and card end at `top`; the boss's middle is at 0. Leaves in
/// `bar_left_` and `bar_right_` how far the bar reaches.
Outline Pass::below(std::size_t boss, int top) {
  split_into_items(boss);
  const bool real = boss < forest_.sizes.size();
  const Breaks breaks = choose_breaks();
  const int half_level = gap::level / 2;
  bar_left_ = 0;
  bar_right_ = 0;
  const auto reach = [&](const Item& item) {
    bar_left_ = std::min(bar_left_, item.anchor + item.first_attach);
    bar_right_ = std::max(bar_right_, item.anchor + item.last_attach);
  };
  if (breaks.shelves < 2) {
    const Outline all = row(0, items_.size());
    for (const Item& item : items_) {
      put(item, item.anchor, top, top - half_level);
      reach(item);
    }
    return all;
  }

  ++broken_;
  int y = 0;
  int min_x = 0;
  int max_x = 0;
  for (std::size_t begin = 0; begin < items_.size();) {
    const std::size_t end = shelf_end(begin, breaks.target);
    Outline shelf;
    if (!real) {
      shelf = half_row(begin, end);
      for (std::size_t k = begin; k < end; ++k) items_[k].anchor -= shelf.min_x;
      shelf.shift(-shelf.min_x);
    } else if (end == items_.size()) {
      shelf = row(begin, end);
    } else {
      // The spine goes on to the next shelf: it needs a way through this one.
      const std::size_t cut = middle(begin, end);
      const int half_gutter = gap::cousin / 2 + 2;
      Outline left = half_row(begin, cut);
      for (std::size_t k = begin; k < cut; ++k) items_[k].anchor -= left.max_x + half_gutter;
      left.shift(-left.max_x - half_gutter);
      shelf = left;
      if (cut < end) {
        Outline right = half_row(cut, end);
        for (std::size_t k = cut; k < end; ++k) items_[k].anchor += half_gutter - right.min_x;
        right.shift(half_gutter - right.min_x);
        shelf.max_x = right.max_x;
        shelf.height = std::max(left.height, right.height);
      }
    }
    for (std::size_t k = begin; k < end; ++k) {
      put(items_[k], items_[k].anchor, top + y, top + y - half_level);
      reach(items_[k]);
    }
    min_x = std::min(min_x, shelf.min_x);
    max_x = std::max(max_x, shelf.max_x);
    y += shelf.height + (real ? gap::level - gap::row + gap::shelf : gap::level);
    begin = end;
    if (end == items_.size()) {
      return contours_.box(std::min(min_x, bar_left_), std::max(max_x, bar_right_),
                           y - (real ? gap::level - gap::row + gap::shelf : gap::level));
    }
  }
  return {};
}

/// The straight pieces of a connector, without doubled and needless points.
Polyline pieces(std::initializer_list<Point> points) {
  Polyline line;
  for (const Point& p : points) {
    if (!line.empty() && line.back() == p) continue;
    while (line.size() >= 2) {
      const Point& a = line[line.size() - 2];
      const Point& b = line.back();
      if (!((a.x == b.x && b.x == p.x) || (a.y == b.y && b.y == p.y))) break;
      line.pop_back();
    }
    line.push_back(p);
  }
  return line;
}

Tidy Pass::result(Size size) const {
  Tidy out;
  out.size = size;
  const std::size_t n = forest_.sizes.size();
  out.boxes.resize(n);
  out.connectors.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const Place& place = places_[i];
    const Size box = forest_.sizes[i];
    const std::uint32_t boss = forest_.parents[i];
    if (boss == no_parent) {
      out.boxes[i] = {origin_ + place.x - box.width / 2, place.y, box.width, box.height};
      continue;
    }
    const Rect& above = out.boxes[boss];
    const int middle = above.middle();
    Rect& rect = out.boxes[i];
    rect = {middle + place.x - box.width / 2, above.y + place.y, box.width, box.height};
    const Point from{middle, above.bottom()};
    const int bar = above.y + place.bar;
    if (place.hang == Hang::top) {
      out.connectors[i] =
          pieces({from, {middle, bar}, {rect.middle(), bar}, {rect.middle(), rect.y}});
    } else {
      const int rail = middle + place.rail;
      const int side = place.hang == Hang::left_side ? rect.x : rect.right();
      const int height = rect.y + rect.height / 2;
      out.connectors[i] = pieces({from, {middle, bar}, {rail, bar}, {rail, height}, {side, height}});
    }
  }
  return out;
}

/// Small is good: how far the proportion, with title and legend, is from 3 to 2, how much room is
/// taken, and that unbroken rows read best.
double cost(Size size, Shape shape, int broken) {
  constexpr double head_and_legend = 150;
  const double width = size.width + 1.0;
  const double height = size.height + head_and_legend;
  const double off = std::abs(std::log(width / height / 1.5));
  const double breaks = broken == 0 ? 0 : 0.35 + (shape.wide > 2 ? 0 : 0.1);
  return 1.5 * std::max(0.0, off - 0.35) + 0.4 * std::log(width * height) + breaks;
}

}  // namespace

Tidy tidy(const Forest& forest) {
  const Children children(forest);
  Pass pass(forest, children);
  const bool huge = forest.sizes.size() > 20'000;
  double area = 0;
  for (const Size& size : forest.sizes) {
    area += (size.width + gap::sibling) * static_cast<double>(size.height + gap::row);
  }
  const double side = std::sqrt(area);
  static constexpr std::array some_rows{1, 2, 3, 4, 6, 8, 12};
  static constexpr std::array few_rows{4, 8};
  const std::array some_breaks{Shape{1, 0, 0},          Shape{1, 3, 0},
                               Shape{1, 1.8, 0},        Shape{1, 0, 1.2 * side},
                               Shape{1, 0, 1.8 * side}, Shape{1, 0, 2.6 * side}};
  const std::array few_breaks{Shape{1, 0, 0}, Shape{1, 2, 0}, Shape{1, 0, 2 * side}};
  Shape best;
  double least = std::numeric_limits<double>::infinity();
  for (const int rows : huge ? std::span<const int>(few_rows) : std::span<const int>(some_rows)) {
    for (Shape shape :
         huge ? std::span<const Shape>(few_breaks) : std::span<const Shape>(some_breaks)) {
      shape.rows = rows;
      const Size size = pass.run(shape);
      const double c = cost(size, shape, pass.broken());
      if (c < least - 1e-9) {
        least = c;
        best = shape;
      }
    }
  }
  const Size size = pass.run(best);
  return pass.result(size);
}

}  // namespace rolecall
