#pragma once
// A placed chart as bytes of a picture. Loads the drawing module, and with it Graphviz, on the
// first call; nothing else in the program does. Not for several threads: Graphviz is not.

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "layout/chart.hpp"
#include "layout/graphviz/scene.hpp"
#include "layout/placement.hpp"
#include "layout/theme.hpp"

namespace rolecall {

/// By the end of a file's name: `.svg`, `.png`, `.pdf` or `.dot` (or `.gv`).
std::optional<DrawFormat> draw_format(std::string_view file_name);

struct DrawOptions {
  Theme theme = light_theme();
  bool positions = true;  ///< false: DOT without our placement, for `dot` to lay out
};

/// The picture, the same bytes on every run, or a message about why there is none. What Graphviz
/// gives back is checked: that it is whole, and for SVG well-formed and with every card in it.
std::expected<std::string, std::string> draw(const Chart& chart, const Placement& placement,
                                             DrawFormat format, DrawOptions options = {});

}  // namespace rolecall
