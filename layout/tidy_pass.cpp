#include "layout/tidy_pass.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace rolecall {

namespace gap = tidy_gap;

Size TidyPass::run(TidyShape shape) {
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

/// Runs of leaves become stacks. Where leaves and others alternate often, all leaves come first.
void TidyPass::split_into_items(std::size_t boss) {
  const auto kids = children_.of(boss);
  row_.assign(kids.begin(), kids.end());
  items_.clear();
  if (shape_.rows > 1) {
    int runs = 0;
    for (std::size_t i = 0; i < row_.size(); ++i) {
      if (leaf(row_[i]) && (i == 0 || !leaf(row_[i - 1]))) ++runs;
    }
    if (runs > 2) {
      std::vector<std::uint32_t> leaves_first;
      leaves_first.reserve(row_.size());
      for (const bool wanted : {true, false}) {
        for (const std::uint32_t i : row_) {
          if (leaf(i) == wanted) leaves_first.push_back(i);
        }
      }
      row_.swap(leaves_first);
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
void TidyPass::make_stack(Item& item, bool rails) {
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
Outline TidyPass::half_row(std::size_t begin, std::size_t end) {
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
Outline TidyPass::row(std::size_t begin, std::size_t end) {
  Outline all = half_row(begin, end);
  const Item& last = items_[end - 1];
  const int middle = (items_[begin].first_attach + last.anchor + last.last_attach) / 2;
  for (std::size_t k = begin; k < end; ++k) items_[k].anchor -= middle;
  all.shift(-middle);
  return all;
}

std::size_t TidyPass::shelf_end(std::size_t begin, double target) const {
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
std::size_t TidyPass::middle(std::size_t begin, std::size_t end) const {
  double whole = 0;
  for (std::size_t k = begin; k < end; ++k) whole += breadth(items_[k]);
  double left = 0;
  std::size_t cut = begin;
  while (cut + 1 < end && left + breadth(items_[cut]) / 2 < whole / 2)
    left += breadth(items_[cut++]);
  return std::max(cut, begin + 1);
}

/// What a number of shelves would cost: room, and more for a bad proportion.
double TidyPass::cost_of_breaks(double target) const {
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
TidyPass::Breaks TidyPass::choose_breaks() {
  if (shape_.wide == 0 || items_.size() < 3) return {};
  double width = 0;
  for (const Item& item : items_) width += breadth(item);
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
  std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
    return std::pair(-a.outline.height, a.first) < std::pair(-b.outline.height, b.first);
  });
  double sorted = 0;
  const Breaks other = best_of(sorted);
  if (other.shelves > 1 && sorted < 0.75 * as_written) return other;
  items_.swap(before);
  return best;
}

void TidyPass::put(const Item& item, int x, int y, int bar) {
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
Outline TidyPass::below(std::size_t boss, int top) {
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

namespace {

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

}  // namespace

Tidy TidyPass::result(Size size) const {
  Tidy out;
  out.size = size;
  out.shape = shape_;
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
      out.connectors[i] =
          pieces({from, {middle, bar}, {rail, bar}, {rail, height}, {side, height}});
    }
  }
  return out;
}

}  // namespace rolecall
