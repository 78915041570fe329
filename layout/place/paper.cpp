#include "layout/place/paper.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "layout/theme/theme.hpp"
#include "model/text/letters.hpp"

namespace rolecall {
namespace {

struct Sheet {
  std::string_view name;
  double width;
  double height;
};

// ISO 216 and ANSI, portrait.
constexpr Sheet sheets[] = {{"A4", 595.28, 841.89},   {"letter", 612, 792},
                            {"legal", 612, 1008},     {"tabloid", 792, 1224},
                            {"A3", 841.89, 1190.55},  {"A2", 1190.55, 1683.78},
                            {"A1", 1683.78, 2383.94}, {"A0", 2383.94, 3370.39}};
constexpr std::string_view landscape = "-landscape";

constexpr double sheet_margin = 18;  // what most printers leave white
constexpr double overlap = 14;       // of neighbouring sheets of a poster
constexpr int most_sheets = 1000;
constexpr double least_scale = smallest_print / theme::chip_size;

Paper paper_of(const Sheet& sheet, bool wide) {
  if (!wide) return {std::string(sheet.name), sheet.width, sheet.height};
  return {std::string(sheet.name).append(landscape), sheet.height, sheet.width};
}

double fitting_scale(Size chart, double width, double height) {
  return std::min({1.0, width / chart.width, height / chart.height});
}

/// Sheets needed for a length when each shows `room` and the next begins `overlap` before its end.
int needed(double length, double room) {
  return std::max(1, static_cast<int>(std::ceil((length - overlap) / (room - overlap) - 1e-9)));
}

Sheets centred(Size chart, Paper paper, double scale, int columns, int rows) {
  Sheets out{std::move(paper), scale, columns, rows, sheet_margin};
  const double room_x = out.paper.width - 2 * sheet_margin;
  const double room_y = out.paper.height - 2 * sheet_margin;
  out.step_x = room_x - overlap;
  out.step_y = room_y - overlap;
  out.left = (chart.width * scale - (room_x + (columns - 1) * out.step_x)) / 2;
  out.top = (chart.height * scale - (room_y + (rows - 1) * out.step_y)) / 2;
  return out;
}

/// The sheets of a poster at full size.
Sheets at_full_size(Size chart, const Paper& paper) {
  return centred(chart, paper, 1, needed(chart.width, paper.width - 2 * sheet_margin),
                 needed(chart.height, paper.height - 2 * sheet_margin));
}

std::string too_small(Size chart, std::string_view on, double scale, const Paper& paper) {
  std::string out = fmt::format(
      "on {} the smallest text would be {:.1f} points high, and {:.0f} is the least "
      "that can be read; ",
      on, theme::chip_size * scale, smallest_print);
  for (const Sheet& sheet : sheets) {
    const Paper wide = paper_of(sheet, chart.width > chart.height);
    if (fitting_scale(chart, wide.width - 2 * sheet_margin, wide.height - 2 * sheet_margin) >=
        least_scale) {
      out += fmt::format("--page {} does, ", wide.name);
      break;
    }
  }
  const Sheets full = at_full_size(chart, paper);
  out += fmt::format("--page {} --poster gives {} by {} sheets at full size", paper.name,
                     full.columns, full.rows);
  return out;
}

}  // namespace

std::optional<Paper> find_paper(std::string_view name) {
  const std::string asked = in_small_letters(name);
  for (const Sheet& sheet : sheets) {
    const std::string upright = in_small_letters(sheet.name);
    if (asked == upright) return paper_of(sheet, false);
    if (asked == upright + std::string(landscape)) return paper_of(sheet, true);
  }
  return std::nullopt;
}

std::vector<std::string_view> paper_names() {
  std::vector<std::string_view> out;
  for (const Sheet& sheet : sheets) out.push_back(sheet.name);
  return out;
}

std::expected<Sheets, std::string> lay_out(Size chart, const Pages& pages) {
  if (!pages.paper && !pages.poster) {
    return Sheets{{"", static_cast<double>(chart.width), static_cast<double>(chart.height)}};
  }
  const Paper paper = pages.paper.value_or(*find_paper("A4"));
  const double room_x = paper.width - 2 * sheet_margin;
  const double room_y = paper.height - 2 * sheet_margin;
  Sheets out;
  std::string on = paper.name;
  if (!pages.poster) {
    out = centred(chart, paper, fitting_scale(chart, room_x, room_y), 1, 1);
  } else if (pages.columns == 0) {
    out = at_full_size(chart, paper);
  } else {
    const double width = room_x + (pages.columns - 1) * (room_x - overlap);
    const double height = room_y + (pages.rows - 1) * (room_y - overlap);
    out = centred(chart, paper, fitting_scale(chart, width, height), pages.columns, pages.rows);
    on = fmt::format("{} by {} sheets of {}", pages.columns, pages.rows, paper.name);
  }
  if (static_cast<long>(out.columns) * out.rows > most_sheets) {
    return std::unexpected(
        fmt::format("that makes {} by {} sheets of {}, more than {}; take larger sheets (--page "
                    "A0), say how many (--poster 5x4), or draw a part",
                    out.columns, out.rows, paper.name, most_sheets));
  }
  if (out.scale < least_scale) return std::unexpected(too_small(chart, on, out.scale, paper));
  return out;
}

}  // namespace rolecall
