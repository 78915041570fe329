#pragma once
// How a chart looks: the only place with fonts, sizes and colours. Every ink has a contrast of at
// least 4.5 to 1 on its fill, and no colour stands without a word.

#include <string_view>

#include "layout/chart.hpp"

namespace rolecall::theme {

inline constexpr std::string_view font = "Helvetica,Arial,sans-serif";

/// Colours as `#rrggbb`.
struct Paint {
  std::string_view fill;
  std::string_view ink;
  std::string_view line;  ///< border; the fill's colour where there is none
};

inline constexpr std::string_view background = "#f6f7f9";
inline constexpr std::string_view ink = "#101828";
inline constexpr std::string_view soft_ink = "#566073";
inline constexpr std::string_view connector = "#9aa4b2";
inline constexpr std::string_view rule = "#d5dae2";
inline constexpr std::string_view dotted = "#7a3fc4";
inline constexpr std::string_view working = "#0b7a8f";

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
inline constexpr int margin = 36;  ///< around the whole

/// How a card is drawn.
struct CardPaint {
  std::string_view fill;
  std::string_view line;
  std::string_view name;
  std::string_view text;
  bool dashed = false;
};

constexpr CardPaint card(Look look) {
  switch (look) {
    case Look::vacant:
      return {"#fcfcfd", "#7d8899", "#566073", "#566073", true};
    case Look::planned:
      return {"#f3f7fe", "#6f8fc0", "#2f4f86", "#4c5f80", true};
    case Look::ended:
      return {"#eff1f4", "#98a2b3", "#5a6474", "#5a6474", true};
    case Look::ghost:
      return {"#fff7f6", "#d9675c", "#b42318", "#8f2f27", true};
    case Look::owner:
    case Look::body:
      return {"#eef3fa", "#b3c2d8", "#1d2f4d", "#4a5a75", false};
    case Look::provisional:
      return {"#ffffff", "#d7a948", ink, soft_ink, false};
    case Look::team:
      return {"#f4f1fb", "#c3b8e0", "#33265c", "#574b7a", false};
    case Look::tile:
    case Look::filled:
      break;
  }
  return {"#ffffff", "#d5dae2", ink, soft_ink, false};
}

constexpr Paint chip(Tone tone) {
  switch (tone) {
    case Tone::good:
      return {"#e4f5ea", "#12603a", "#e4f5ea"};
    case Tone::provisional:
      return {"#fdf0c8", "#7f4a06", "#fdf0c8"};
    case Tone::overlap:
      return {"#fce4ef", "#9b164c", "#fce4ef"};
    case Tone::paper:
      return {"#ebe6fc", "#5524ac", "#ebe6fc"};
    case Tone::missing:
      return {"#fee3e0", "#ab2015", "#fee3e0"};
    case Tone::misplaced:
      return {"#dcf0fb", "#0a5680", "#dcf0fb"};
    case Tone::error:
      return {"#b42318", "#ffffff", "#b42318"};
    case Tone::warning:
      return {"#fbd87a", "#5c3603", "#fbd87a"};
    case Tone::neutral:
      break;
  }
  return {"#eceff4", "#465266", "#eceff4"};
}

constexpr CardPaint tile(Tone tone) {
  const Paint paint = chip(tone);
  return {paint.fill, paint.line, paint.ink, paint.ink, false};
}

/// The tag of a role; the two roles of interest have a hue of their own.
constexpr Paint role(std::string_view id) {
  if (id == "CIO") return {"#4338ca", "#ffffff", "#4338ca"};
  if (id == "CTO") return {"#0b6b63", "#ffffff", "#0b6b63"};
  return {"#5b6678", "#ffffff", "#5b6678"};
}

/// The chip that tells a look in a word.
constexpr Paint state(Look look) {
  switch (look) {
    case Look::provisional:
      return chip(Tone::provisional);
    case Look::ghost:
      return chip(Tone::missing);
    case Look::planned:
      return {"#dfe9fb", "#2f4f86", "#dfe9fb"};
    case Look::body:
      return {"#dbe5f3", "#2f4a73", "#dbe5f3"};
    case Look::team:
      return {"#e6def7", "#4b3a80", "#e6def7"};
    default:
      break;
  }
  return {"#e4e7ec", "#414b5c", "#e4e7ec"};
}

}  // namespace rolecall::theme
