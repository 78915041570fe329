#pragma once
// The last step of a drawing: what Graphviz returned is checked, because its return codes do not
// tell, and made the same on every run. Each function gives what is wrong, or nothing.

#include <optional>
#include <string>
#include <string_view>

#include "layout/chart.hpp"
#include "layout/geometry.hpp"

namespace rolecall {

/// Well-formed, with every card's id and a text for every name.
std::optional<std::string> check_drawing(std::string_view svg, const Chart& chart);
/// Whole, and with letters; the date of creation becomes a fixed one of the same length.
std::optional<std::string> finish_pdf(std::string& pdf, const Chart& chart);
/// Whole, and not scaled down from `size` points at `dpi`.
std::optional<std::string> check_png(std::string_view png, Size size, double dpi);
std::optional<std::string> check_dot(std::string_view dot);

inline constexpr std::string_view no_font =
    "no font was found to draw the text with; SVG needs none";

}  // namespace rolecall
