// PNG: for documents and chats that take nothing better.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "layout/draw/apart.hpp"
#include "layout/draw/drawing.hpp"
#include "layout/draw/scene.hpp"

namespace rolecall {
namespace {

constexpr std::string_view options[] = {"--dpi"};

// A picture that is larger than this either comes out scaled down or takes gigabytes.
constexpr double longest_side = 32'767;
constexpr double most_pixels = 120e6;
// Past 96 dpi only for charts that stay handy.
constexpr std::array<int, 4> resolutions{192, 144, 96, 72};
constexpr double most_handy_pixels = 40e6;

bool fits(double width, double height, double dpi, double most) {
  const double scale = dpi / 72;
  return std::max(width, height) * scale < longest_side && width * scale * height * scale < most;
}

/// The resolution for the whole chart, or why there is none at which it can be read.
std::expected<int, std::string> resolution(Size size, int asked) {
  const double width = size.width + 2.0 * theme::margin;
  const double height = size.height + 2.0 * theme::margin;
  if (asked > 0) {
    if (fits(width, height, asked, most_pixels)) return asked;
  } else {
    for (const int dpi : resolutions) {
      if (fits(width, height, dpi, dpi > 96 ? most_handy_pixels : most_pixels)) return dpi;
    }
  }
  const double most = 72 * std::min(longest_side / std::max(width, height),
                                    std::sqrt(most_pixels / (width * height)));
  const int lower = std::min(600, static_cast<int>(most * 0.999));
  const char* others = "SVG and PDF have no such limit, or draw a part";
  if (lower < 72) {
    return std::unexpected(fmt::format(
        "the chart is {:.0f} by {:.0f} points, too large for a legible PNG ({:.0f} pixels a side, "
        "{:.0f} million in all); {}",
        width, height, longest_side, most_pixels / 1e6, others));
  }
  return std::unexpected(
      fmt::format("at {} dpi the chart is {:.0f} by {:.0f} pixels, more than a PNG takes ({:.0f} a "
                  "side, {:.0f} million in all); --dpi {} is the most here; {}",
                  asked, width * asked / 72, height * asked / 72, longest_side, most_pixels / 1e6,
                  lower, others));
}

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes.substr(0, 4)) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

/// Whole, and not scaled down.
std::optional<std::string> trouble(std::string_view png, Size size, double dpi) {
  static constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
  if (!png.starts_with(signature) || png.size() < 45 || png.substr(png.size() - 8, 4) != "IEND") {
    return broken("the picture is cut off");
  }
  if (big_endian(png.substr(16)) < size.width * dpi / 72 * 0.95) {
    return broken("the picture was scaled down");
  }
  return std::nullopt;
}

Drawn draw_png(const Chart& chart, const Placement& placement, const DrawOptions& how) {
  const auto dpi = resolution(placement.size, how.dpi);
  if (!dpi) return std::unexpected(dpi.error());
  Scene scene = make_scene(chart, placement, how.theme, true);
  scene.dpi = *dpi;
  Drawn png = draw_scene(scene, DrawFormat::png);
  if (!png) return png;
  auto wrong = trouble(*png, placement.size, *dpi);
  if (!wrong) wrong = font_trouble(scene);
  if (wrong) return std::unexpected(std::move(*wrong));
  return png;
}

Drawn draw_png_apart(const Chart& chart, const Placement& placement, const DrawOptions& how) {
  return drawn_apart(limits_for(chart.cards.size()),
                     [&] { return draw_png(chart, placement, how); });
}

}  // namespace

extern const Picture png_picture;
const Picture png_picture{"png",   "",   "pixels, for what takes nothing better",
                          options, true, draw_png_apart};

}  // namespace rolecall
