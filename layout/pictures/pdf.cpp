// PDF: for paper, on one sheet or on several to be put together.

#include <fmt/format.h>

#include <charconv>
#include <cstdint>

#include "layout/draw/apart.hpp"
#include "layout/draw/drawing.hpp"
#include "layout/draw/modules.hpp"
#include "layout/draw/scene.hpp"
#include "layout/module/pages.hpp"
#include "layout/theme/text_width.hpp"

namespace rolecall {
namespace {

constexpr std::string_view options[] = {"--page", "--poster"};

Drawn lay(const std::string& pdf, const PdfPages& pages) {
  static const auto module = load_module("qpdf", lay_pdf_name);
  if (!module) return std::unexpected(module.error());
  Received received;
  reinterpret_cast<LayPdf> (*module)(pdf.data(), pdf.size(), &pages, Received::receive, &received);
  return std::move(received).take("QPDF");
}

Drawn draw_pdf(const Chart& chart, const Placement& placement, const DrawOptions& how) {
  const Size size{placement.size.width + 2 * theme::margin,
                  placement.size.height + 2 * theme::margin};
  const auto sheets = lay_out(size, how.pages);
  if (!sheets) return std::unexpected(sheets.error());

  const Scene scene = make_scene(chart, placement, how.theme, true);
  const Drawn drawn = draw_scene(scene, DrawFormat::pdf);
  if (!drawn) return drawn;
  if (!drawn->starts_with("%PDF-") || drawn->rfind("%%EOF") == std::string::npos) {
    return std::unexpected(broken("the document is cut off"));
  }
  if (auto wrong = font_trouble(scene)) return std::unexpected(std::move(*wrong));

  const std::string title = clean(chart.title.substr(0, 4096));
  PdfPages pages{.chart_width = static_cast<double>(size.width),
                 .chart_height = static_cast<double>(size.height)};
  pages.title = title.c_str();
  for (std::size_t i = 0; i < 3; ++i) {
    std::uint8_t value = 0;
    const char* digits = how.theme.page.fill.data() + 1 + 2 * i;
    std::from_chars(digits, digits + 2, value, 16);
    pages.ground[i] = value / 255.0;
  }
  if (how.pages.paper || how.pages.poster) {
    pages.width = sheets->paper.width;
    pages.height = sheets->paper.height;
    pages.scale = sheets->scale;
    pages.columns = sheets->columns;
    pages.rows = sheets->rows;
    pages.margin = sheets->margin;
    pages.left = sheets->left;
    pages.top = sheets->top;
    pages.step_x = sheets->step_x;
    pages.step_y = sheets->step_y;
  }
  return lay(*drawn, pages);
}

Drawn draw_pdf_apart(const Chart& chart, const Placement& placement, const DrawOptions& how) {
  return drawn_apart(limits_for(chart.cards.size()),
                     [&] { return draw_pdf(chart, placement, how); });
}

}  // namespace

extern const Picture pdf_picture;
const Picture pdf_picture{"pdf",   "",   "for paper, on one sheet or several",
                          options, true, draw_pdf_apart};

}  // namespace rolecall
