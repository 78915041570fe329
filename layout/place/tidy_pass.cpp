#include "layout/place/tidy_pass.hpp"

#include <algorithm>
#include <initializer_list>
#include <numeric>

namespace rolecall {

namespace gap = tidy_gap;

TidyPass::TidyPass(const Forest& forest, const TidyChildren& children, Order order,
                   const TidyPage& page)
    : forest_(forest),
      children_(children),
      order_(order),
      page_(page),
      outlines_(forest.sizes.size()),
      places_(forest.sizes.size()) {}

Size TidyPass::run(TidyShape shape) {
  shape_ = {shape.rows, aligned() ? 0 : shape.wide};
  broken_ = 0;
  contours_.clear();
  const std::size_t n = forest_.sizes.size();
  if (aligned()) find_levels();
  for (std::size_t i = n; i-- > 0;) outlines_[i] = subtree(static_cast<std::uint32_t>(i));
  if (n == 0) return {};
  const Outline all = below(n, 0);
  origin_ = -all.min_x;
  return {all.max_x - all.min_x, all.height - gap::row};
}

/// Each level is as high as the highest card that stands on it, with its aides, or the highest
/// column of leaves.
void TidyPass::find_levels() {
  std::vector<std::uint8_t> aide(forest_.sizes.size());
  level_tops_.assign(2, 0);
  for (std::size_t i = 0; i < forest_.sizes.size(); ++i) {
    for (const std::uint32_t kid : children_.aides(i)) aide[kid] = 1;
    if (aide[i] != 0) continue;
    const std::size_t next = forest_.levels[i] + std::size_t{1};
    if (level_tops_.size() <= next) level_tops_.resize(next + 1);
    const int height = forest_.sizes[i].height + gap::level;
    level_tops_[next] = std::max(level_tops_[next], height + aide_height(i));
  }
  for (std::size_t boss = 0; boss <= forest_.sizes.size() && shape_.rows > 1; ++boss) {
    split_into_items(boss);
    for (const Item& item : items_) {
      if (item.count == 1) continue;
      int& below = level_tops_[level(row_[item.first]) + std::size_t{1}];
      below = std::max(below, item.outline.height - gap::row + gap::level);
    }
  }
  contours_.clear();
  std::partial_sum(level_tops_.begin(), level_tops_.end(), level_tops_.begin());
}

/// How much the aides, in pairs below each other, add between their boss and the row.
int TidyPass::aide_height(std::size_t boss) const {
  const auto aides = children_.aides(boss);
  int height = aides.empty() ? 0 : gap::aide;
  for (std::size_t k = 0; k < aides.size(); k += 2) {
    const auto under = [&](std::size_t i) {
      return aligned() ? forest_.sizes[aides[i]].height + gap::row : outlines_[aides[i]].height;
    };
    height += std::max(under(k), k + 1 < aides.size() ? under(k + 1) : 0);
  }
  return height;
}

/// Places the aides by turns left and right of the line.
void TidyPass::place_aides(std::size_t boss) {
  aide_rows_.clear();
  int y = forest_.sizes[boss].height + gap::row + gap::aide;
  const auto aides = children_.aides(boss);
  for (std::size_t k = 0; k < aides.size(); ++k) {
    const bool left = k % 2 == 0;
    if (left) {
      if (k > 0) y += aide_rows_.back().height;
      aide_rows_.emplace_back();
    }
    AideRow& row = aide_rows_.back();
    const Outline& outline = outlines_[aides[k]];
    Place& place = places_[aides[k]];
    place.x = left ? -gap::rail - outline.max_x : gap::rail - outline.min_x;
    place.y = y;
    place.rail = 0;
    place.bar = y;
    place.hang = left ? Hang::right_side : Hang::left_side;
    (left ? row.left : row.right) = place.x + (left ? outline.min_x : outline.max_x);
    row.height = std::max(row.height, outline.height);
  }
  if (!aide_rows_.empty()) aide_rows_.front().height += gap::aide;
}

/// A box with all below it; the top is at 0, its middle, too.
Outline TidyPass::subtree(std::uint32_t i) {
  const Size size = forest_.sizes[i];
  const int half = size.width / 2;
  if (children_.leaf(i)) return contours_.box(-half, half, size.height + gap::row);
  Outline out;
  if (!children_.row(i).empty()) {
    const int own = size.height + aide_height(i) + gap::level;
    int first = own;
    if (aligned()) first = level_tops_[forest_.levels[i] + 1] - level_tops_[forest_.levels[i]];
    out = below(i, first);
    contours_.cap(out, bar_left_, bar_right_, gap::level - gap::row);
    if (first > own) contours_.cap(out, 0, 0, first - own);
  }
  place_aides(i);
  for (std::size_t r = aide_rows_.size(); r-- > 0;) {
    const AideRow& row = aide_rows_[r];
    if (out.height == 0) {
      out = contours_.box(row.left, row.right, row.height);
    } else {
      contours_.cap(out, row.left, row.right, row.height);
    }
  }
  contours_.cap(out, -half, half, size.height + gap::row);
  return out;
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

void TidyPass::put(const Item& item, int x, int y, int bar) {
  for (std::uint32_t k = item.first; k < item.first + item.count; ++k) {
    Place& place = places_[row_[k]];
    if (item.count == 1) place = {};  // nothing is left of an earlier pass
    place.x += x;
    place.rail += x;
    place.y += y;
    place.bar = bar;
  }
}

void TidyPass::reach(const Item& item) {
  bar_left_ = std::min(bar_left_, item.anchor + item.first_attach);
  bar_right_ = std::max(bar_right_, item.anchor + item.last_attach);
}

/// Everything below a boss whose bar and card end at `top`; the boss's middle is at 0. Leaves in
/// `bar_left_` and `bar_right_` how far the bar reaches.
Outline TidyPass::below(std::size_t boss, int top) {
  split_into_items(boss);
  bar_left_ = 0;
  bar_right_ = 0;
  const bool tops_alone = boss == forest_.sizes.size();
  at_top_ = tops_alone ||
            (forest_.parents[boss] == no_parent && children_.row(forest_.sizes.size()).size() == 1);
  if (tops_alone && shape_.wide > 0 && items_.size() > 1) return tops();
  const Breaks breaks = choose_breaks();
  if (breaks.shelves > 1) {
    ++broken_;
    return shelves(top, breaks.target);
  }
  const int bar = top - gap::level / 2;
  if (aligned()) {
    drop_to_levels(boss, top);
  } else {
    for (Item& item : items_) item.drop = 0;
  }
  const Outline all = row(0, items_.size());
  for (const Item& item : items_) {
    put(item, item.anchor, top + item.drop, bar);
    reach(item);
  }
  return all;
}

/// Cards on lower levels than the one right below the boss have a longer line down to them.
void TidyPass::drop_to_levels(std::size_t boss, int top) {
  const int boss_top = boss < forest_.sizes.size() ? level_tops_[forest_.levels[boss]] : 0;
  for (Item& item : items_) {
    item.drop = level_tops_[forest_.levels[row_[item.first]]] - boss_top - top;
    if (item.drop > 0) {
      contours_.cap(item.outline, item.first_attach, item.last_attach, item.drop);
    }
  }
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
