// What stands in a row: subtrees, and stacks of leaves.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "layout/place/tidy_pass.hpp"

namespace rolecall {

namespace gap = tidy_gap;

/// Runs of leaves, of one level, become stacks.
void TidyPass::split_into_items(std::size_t boss) {
  const auto kids = children_.row(boss);
  const bool real = boss < forest_.sizes.size();
  row_.assign(kids.begin(), kids.end());
  items_.clear();
  if (shape_.rows > 1) leaves_first();
  for (std::uint32_t i = 0; i < row_.size();) {
    std::uint32_t end = i + 1;
    if (shape_.rows > 1 && leaf(row_[i])) {
      while (end < row_.size() && leaf(row_[end]) && level(row_[end]) == level(row_[i])) ++end;
    }
    Item item;
    item.first = i;
    item.count = end - i;
    if (item.count > 1) {
      make_stack(item, real);
    } else {
      item.outline = outlines_[row_[i]];
    }
    items_.push_back(item);
    i = end;
  }
  if (order_ == Order::balanced && real) balance();
}

/// Where leaves and others alternate often, all leaves come first.
void TidyPass::leaves_first() {
  int runs = 0;
  for (std::size_t i = 0; i < row_.size(); ++i) {
    if (leaf(row_[i]) && (i == 0 || !leaf(row_[i - 1]))) ++runs;
  }
  if (runs <= 2 && order_ == Order::file) return;
  std::vector<std::uint32_t> sorted;
  sorted.reserve(row_.size());
  for (const bool wanted : {true, false}) {
    for (const std::uint32_t i : row_) {
      if (leaf(i) == wanted) sorted.push_back(i);
    }
  }
  row_.swap(sorted);
}

/// The highest in the middle, the others by turns on both sides of it.
void TidyPass::balance() {
  std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
    return std::tuple(-a.outline.height, -breadth(a), a.first) <
           std::tuple(-b.outline.height, -breadth(b), b.first);
  });
  std::vector<Item> sides(items_.size());
  for (std::size_t k = 0; k < items_.size(); ++k) {
    // From the outside in: the last of the sorted ones stand outermost.
    const std::size_t from_end = items_.size() - 1 - k;
    const std::size_t place = k % 2 == 0 ? k / 2 : items_.size() - 1 - k / 2;
    sides[place] = items_[from_end];
  }
  items_.swap(sides);
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
  const double block_height = std::sqrt(area / page_.aspect);
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

}  // namespace rolecall
