#pragma once
// Sheets of paper, and how a chart is laid on one or several of them. Points.

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/place/geometry.hpp"

namespace rolecall {

struct Paper {
  std::string name;
  double width = 0;
  double height = 0;
};

/// `A4`, `letter-landscape`, ...; case does not count.
std::optional<Paper> find_paper(std::string_view name);
/// The names without `-landscape`, from the smallest sheet to the largest.
std::vector<std::string_view> paper_names();

/// How the pages of a PDF were asked for.
struct Pages {
  std::optional<Paper> paper;  ///< none: one page as large as the chart, or for a poster A4
  bool poster = false;         ///< on several sheets, to be put together
  int columns = 0;             ///< of a poster; 0: as many as are needed at full size
  int rows = 0;
};

/// A chart on sheets: sheet `c`, `r` shows of the scaled chart what begins at
/// (`left` + c * `step_x`, `top` + r * `step_y`) and is as large as the sheet without its margins.
struct Sheets {
  Paper paper;
  double scale = 1;
  int columns = 1;
  int rows = 1;
  double margin = 0;  ///< on each side of a sheet
  double left = 0;    ///< of the scaled chart; below 0: it stands further to the right
  double top = 0;
  double step_x = 0;
  double step_y = 0;
};

/// The smallest print, in points, that is still read.
inline constexpr double smallest_print = 5;

/// Lays a chart of a size (with its margins) on sheets: never enlarged, and no text smaller than
/// `smallest_print`; else a message with what would do.
std::expected<Sheets, std::string> lay_out(Size chart, const Pages& pages);

}  // namespace rolecall
