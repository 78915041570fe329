#pragma once
// What a kind of picture is. One file in `layout/pictures/` holds one; the file's stem is its id.

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "layout/chart/chart.hpp"
#include "layout/draw/url_template.hpp"
#include "layout/place/paper.hpp"
#include "layout/place/placement.hpp"
#include "layout/theme/theme.hpp"

namespace rolecall {

/// The bytes of a picture, or a message about why there is none.
using Drawn = std::expected<std::string, std::string>;

struct DrawOptions {
  Theme theme = light_theme();
  bool positions = true;  ///< false: DOT without our placement, for `dot` to lay out
  int dpi = 0;            ///< of a PNG; 0: as fine as is good for its size
  std::optional<LinkTemplate> link = {};  ///< where cards lead to
  Pages pages = {};                       ///< of a PDF
};

struct Picture {
  std::string_view id;      ///< also the ending of its files
  std::string_view ending;  ///< another ending; empty: none
  std::string_view says;    ///< for --help, one line without full stop
  /// The options of `render` that change it; `--theme` changes all.
  std::span<const std::string_view> options;
  bool placed = true;  ///< false: the placement is not looked at
  Drawn (*draw)(const Chart& chart, const Placement& placement, const DrawOptions& options);
};

/// All kinds of pictures, in order of their ids. The table is made by the build from the folder.
std::span<const Picture* const> all_pictures();
/// By id or other ending.
const Picture* find_picture(std::string_view id);

/// Most cards on a sheet, and its longest side in points: more opens in no viewer within reasonable
/// time. Cairo, which writes PDF, ends the program beyond eight million points.
inline constexpr std::size_t most_cards = 50'000;
inline constexpr int longest_sheet = 1'000'000;

/// The picture of a kind, the same bytes on every run.
Drawn draw(const Chart& chart, const Placement& placement, std::string_view picture,
           const DrawOptions& options = {});

}  // namespace rolecall
