#pragma once
// What stands on a card, in lines that fit, and how large that makes it.

#include <span>
#include <string>
#include <vector>

#include "layout/chart/chart.hpp"
#include "layout/place/geometry.hpp"
#include "layout/theme/theme.hpp"

namespace rolecall {

/// A rounded little box with a few words in one or two lines, centred in it.
struct Chip {
  Rect at;
  std::vector<std::string> lines;
  std::string tooltip;
  Meaning meaning = Tone::neutral;
};

struct Face {
  Size size;
  int pad_x = theme::card_pad_x;
  int pad_y = theme::card_pad_y;
  double name_size = theme::name_size;  ///< larger than the text's: bold
  int name_height = 0;                  ///< of the name's lines and the gap below
  int text_height = 0;                  ///< of the title and the lines
  std::vector<std::string> name;
  std::vector<std::string> title;
  std::vector<std::string> lines;
  std::vector<Chip> chips;  ///< places relative to the card's corner
  std::string tooltip;      ///< all of it, uncut
};

/// Faces of all cards, one width for all.
std::vector<Face> make_faces(const Chart& chart);
/// Puts relations that are not drawn on the cards they start from, as badges.
void tell(const Chart& chart, std::span<const Relation> told, std::vector<Face>& faces);

/// A chip at most `width` points wide: the sign of its meaning and the text, cut to fit; all of it
/// is in the tooltip.
Chip make_chip(std::string_view text, std::string_view tooltip, Meaning meaning, int width);

}  // namespace rolecall
