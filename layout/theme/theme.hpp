#pragma once
// How a chart looks: its sizes, and the themes with their fonts, colours and strokes. What a colour
// means stands beside it as a word, and as a sign or a stroke.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "layout/chart/chart.hpp"

namespace rolecall {

namespace theme {

// Sizes in points.
inline constexpr double title_size = 22;
inline constexpr double subtitle_size = 12;
inline constexpr double name_size = 13;
inline constexpr double text_size = 11;
inline constexpr double chip_size = 9.5;
inline constexpr double legend_size = 10.5;

// Heights of lines: Graphviz sets lines of one size 1.2 times that size apart.
inline constexpr double name_line = 15.6;
inline constexpr double text_line = 13.2;
inline constexpr int name_gap = 2;  ///< below the name
inline constexpr int chip_height = 16;
inline constexpr int chip_line = 12;  ///< more for a second line
inline constexpr int chip_gap = 4;
inline constexpr int chip_pad = 6;
inline constexpr int card_pad_x = 14;
inline constexpr int card_pad_y = 12;
inline constexpr int tile_pad_x = 9;
inline constexpr int tile_pad_y = 5;
inline constexpr int narrowest_card = 156;
inline constexpr int widest_card = 232;
/// From so many cards on, corners are square: nobody sees the difference at the size at which such
/// a chart is looked at, and round ones take a third of the drawing's time.
inline constexpr std::size_t most_rounded_cards = 250;
inline constexpr double role_border = 1.75;  ///< width of the border of a CIO or CTO
inline constexpr int margin = 36;            ///< around the whole

}  // namespace theme

enum class Stroke { solid, dashed, dotted, doubled };

/// What a part of a drawing is painted with. Colours are `#rrggbb`; empty where the part has none.
struct Paint {
  std::string fill;
  std::string ink;
  std::string soft;  ///< ink of what is less important
  std::string line;  ///< border, or the line itself
  Stroke stroke = Stroke::solid;
  double width = 1;  ///< of the line, in points
};

/// The roles that a theme tells apart.
enum class RoleHue { cio, cto, other };
RoleHue role_hue(std::string_view role);

/// What a chip says: how duties are covered, how a post is filled, or which role it is.
using Meaning = std::variant<Tone, Look, RoleHue>;

/// A sign beside the words of a chip, for those who do not see its colour; empty where there is
/// none.
std::string_view sign(Meaning meaning);

/// How a chart is painted. Where things stand does not depend on it.
struct Theme {
  std::string name;
  std::string font;  ///< families as in CSS
  Paint page;
  Paint reporting;
  Paint rule;  ///< between the rows of a table
  Paint dotted;
  Paint working;
  std::array<Paint, looks> cards;
  std::array<Paint, tones> tone_chips;
  std::array<Paint, looks> state_chips;
  std::array<Paint, 3> role_chips;

  const Paint& card(Look look) const { return cards[static_cast<std::size_t>(look)]; }
  const Paint& chip(Meaning meaning) const;
  const Paint& line(Relation::Kind kind) const;
};

/// The word for a look in themes and classes: `vacant`.
std::string_view look_key(Look look);

/// All paints of a theme, each under its key in a theme's file: `card.vacant`.
std::vector<std::pair<std::string, Paint*>> paints(Theme& theme);

const Theme& light_theme();
/// The themes that need no file: light, dark and print.
std::span<const Theme> built_in_themes();
const Theme* find_theme(std::string_view name);

}  // namespace rolecall
