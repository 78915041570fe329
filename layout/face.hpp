#pragma once
// What stands on a card, in lines that fit, and how large that makes it.

#include <string>
#include <vector>

#include "layout/chart.hpp"
#include "layout/geometry.hpp"
#include "layout/theme.hpp"

namespace rolecall {

/// A rounded little box with a few words, centred in it.
struct Chip {
  Rect at;
  std::string text;
  std::string tooltip;
  theme::Paint paint;
};

struct Face {
  Size size;
  int name_height = 0;  ///< of the name's lines and the gap below
  int text_height = 0;  ///< of the title and the lines
  std::vector<std::string> name;
  std::vector<std::string> title;
  std::vector<std::string> lines;
  std::vector<Chip> chips;  ///< places relative to the card's corner
  std::string tooltip;      ///< all of it, uncut
};

/// Faces of all cards, one width for all. `relations_as_badges`: dotted lines and working links
/// stand as badges, for charts with too many of them to draw.
std::vector<Face> make_faces(const Chart& chart, bool relations_as_badges);

/// A chip with its text cut to at most `width` points in all.
Chip make_chip(std::string_view text, std::string_view tooltip, theme::Paint paint, int width);

}  // namespace rolecall
