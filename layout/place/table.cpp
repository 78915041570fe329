#include "layout/place/table.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "layout/theme/text_width.hpp"

namespace rolecall {
namespace {

constexpr int least_column = 88;
constexpr int widest_row_head = 230;
constexpr int column_gap = 14;
constexpr int tile_gap = 5;
constexpr int row_pad = 5;
constexpr int head_gap = 10;
constexpr int section_height = 40;
constexpr std::size_t head_lines = 3;

int up(double width) {
  const int whole = static_cast<int>(std::ceil(width));
  return whole + whole % 2;
}

int line_height(double size) { return up(size * 1.3); }

/// Puts text below each other, all from the left edge at `x`; returns where it ends.
class Writer {
 public:
  Writer(std::vector<PlacedText>& texts, int x, int width) : texts_(texts), x_(x), width_(width) {}

  void write(int& y, std::string_view text, std::string_view tooltip, double size, bool bold,
             std::size_t most) {
    const Weight weight = bold ? Weight::bold : Weight::regular;
    const std::string whole = clean(text);
    for (const std::string& line : wrap(whole, width_, most, size, weight)) {
      PlacedText placed;
      placed.at = {x_, y, up(text_width(line, size, weight)), line_height(size)};
      placed.text = line;
      placed.tooltip = tooltip.empty() ? whole : clean_lines(tooltip);
      placed.size = size;
      placed.bold = bold;
      placed.soft = !bold;
      texts_.push_back(std::move(placed));
      y += line_height(size);
    }
  }

  void write(int& y, const Heading& heading, std::size_t most) {
    write(y, heading.text, heading.tooltip, theme::text_size, true, most);
    write(y, heading.detail, heading.tooltip, theme::chip_size, false, most);
  }

 private:
  std::vector<PlacedText>& texts_;
  int x_;
  int width_;
};

int row_head_width(const Table& table) {
  double width = 0;
  for (const Heading& row : table.rows) {
    width = std::max({width, text_width(clean(row.text), theme::text_size, Weight::bold),
                      text_width(clean(row.detail), theme::chip_size)});
  }
  return std::min(up(width), widest_row_head);
}

/// How far a cell is filled: tiles in its last line, and where that begins and ends.
struct Filled {
  int across = 0;
  int top = 0;
  int bottom = 0;
};

}  // namespace

Size place_table(const Chart& chart, Placement& out, int top) {
  const Table& table = *chart.table;
  const int head_width = row_head_width(table);
  std::vector<int> lefts;
  std::vector<int> widths;
  int width = head_width;
  for (const Heading& column : table.columns) {
    lefts.push_back(width + column_gap);
    widths.push_back(
        std::max(column.tile_width * column.tiles_across + tile_gap * (column.tiles_across - 1),
                 least_column));
    width = lefts.back() + widths.back();
  }

  int y = top;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    int end = top;
    Writer(out.texts, lefts[i], widths[i]).write(end, table.columns[i], head_lines);
    y = std::max(y, end);
  }
  y += head_gap;

  // The cards of each row, in order.
  std::vector<std::vector<std::size_t>> rows(table.rows.size());
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    rows[chart.cards[i].cell.row].push_back(i);
  }
  out.cards.resize(chart.cards.size());
  out.connectors.resize(chart.cards.size());
  std::vector<Filled> cells(table.columns.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Heading& heading = table.rows[row];
    if (!heading.section.empty() && (row == 0 || table.rows[row - 1].section != heading.section)) {
      int line = y + section_height - line_height(theme::name_size) - 8;
      Writer(out.texts, 0, width).write(line, heading.section, {}, theme::name_size, true, 1);
      y += section_height;
    }
    out.rules.push_back({{0, y}, {width, y}});
    y += row_pad;
    int end = y + theme::tile_pad_y - 1;
    Writer(out.texts, 0, head_width).write(end, heading, 2);
    std::ranges::fill(cells, Filled{0, y, y});
    for (const std::size_t i : rows[row]) {
      const std::uint32_t column = chart.cards[i].cell.column;
      const Heading& head = table.columns[column];
      const Size size = out.faces[i].size;
      Filled& cell = cells[column];
      if (cell.across == head.tiles_across) cell = {0, cell.bottom + tile_gap, cell.bottom};
      const int left = head.tiles_across > 1 ? cell.across * (size.width + tile_gap)
                                             : (widths[column] - size.width) / 2;
      out.cards[i] = {lefts[column] + left, cell.top, size.width, size.height};
      ++cell.across;
      cell.bottom = std::max(cell.bottom, out.cards[i].bottom());
      end = std::max(end, cell.bottom);
    }
    y = end + row_pad;
    y += y % 2;
  }
  return {width, y - top};
}

}  // namespace rolecall
