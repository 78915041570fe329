#include "layout/theme/theme.hpp"

#include <algorithm>

namespace rolecall {
namespace {

// In the order of `Look`, `Tone` and `RoleHue`.
constexpr std::string_view look_keys[looks] = {
    "filled", "provisional", "vacant", "planned", "ended", "body", "missing", "team", "owner"};
constexpr std::string_view tone_keys[tones] = {"neutral",   "good",  "provisional",
                                               "overlap",   "paper", "missing",
                                               "misplaced", "error", "warning"};
constexpr std::string_view role_keys[] = {"CIO", "CTO", "other"};

/// A chip without a border.
Paint chip(const char* fill, const char* ink) { return {fill, ink, "", fill}; }

Theme light() {
  Theme out;
  out.name = "light";
  out.font = "Helvetica,Arial,sans-serif";
  out.page = {"#f6f7f9", "#101828", "#566073", ""};
  out.reporting = {"", "", "", "#7c8797", Stroke::solid, 1.25};
  out.rule = {"", "", "", "#d5dae2", Stroke::solid, 0.75};
  out.dotted = {"", "", "", "#7a3fc4", Stroke::dashed, 1.25};
  out.working = {"", "", "", "#0b7a8f", Stroke::dotted, 1.75};
  out.cards = {{{"#ffffff", "#101828", "#566073", "#d5dae2"},
                {"#ffffff", "#101828", "#566073", "#b08020"},
                {"#fcfcfd", "#566073", "#566073", "#7d8899", Stroke::dashed},
                {"#f3f7fe", "#2f4f86", "#4c5f80", "#6585b8", Stroke::dotted, 1.5},
                {"#eff1f4", "#5a6474", "#5a6474", "#828c9c", Stroke::dashed},
                {"#eef3fa", "#1d2f4d", "#4a5a75", "#7a8ca8"},
                {"#fff7f6", "#b42318", "#8f2f27", "#d05a4f", Stroke::dashed},
                {"#f4f1fb", "#33265c", "#574b7a", "#8f80bd"},
                {"#eef3fa", "#1d2f4d", "#4a5a75", "#7a8ca8"}}};
  out.tone_chips = {
      {chip("#eceff4", "#465266"), chip("#e4f5ea", "#12603a"), chip("#fdf0c8", "#7f4a06"),
       chip("#fce4ef", "#9b164c"), chip("#ebe6fc", "#5524ac"), chip("#fee3e0", "#ab2015"),
       chip("#dcf0fb", "#0a5680"), chip("#b42318", "#ffffff"), chip("#fbd87a", "#5c3603")}};
  const Paint absent = chip("#e4e7ec", "#414b5c");
  out.state_chips = {{absent, chip("#fdf0c8", "#7f4a06"), absent, chip("#dfe9fb", "#2f4f86"),
                      absent, chip("#dbe5f3", "#2f4a73"), chip("#fee3e0", "#ab2015"),
                      chip("#e6def7", "#4b3a80"), absent}};
  out.role_chips = {
      {chip("#4338ca", "#ffffff"), chip("#0b6b63", "#ffffff"), chip("#e4e7ec", "#414b5c")}};
  return out;
}

Theme dark() {
  Theme out;
  out.name = "dark";
  out.font = light_theme().font;
  out.page = {"#0e1420", "#eef2f8", "#a6b1c4", ""};
  out.reporting = {"", "", "", "#74819a", Stroke::solid, 1.25};
  out.rule = {"", "", "", "#2e3950", Stroke::solid, 0.75};
  out.dotted = {"", "", "", "#b892f5", Stroke::dashed, 1.25};
  out.working = {"", "", "", "#46b8cd", Stroke::dotted, 1.75};
  out.cards = {{{"#1a2233", "#f2f5fa", "#aeb9cb", "#3a465d"},
                {"#1a2233", "#f2f5fa", "#aeb9cb", "#c89a3c"},
                {"#131a28", "#b4bfd0", "#a6b1c4", "#7f8ca3", Stroke::dashed},
                {"#152036", "#a9c4f5", "#9db1d3", "#6b8cc9", Stroke::dotted, 1.5},
                {"#151b27", "#a3adbd", "#a3adbd", "#7c879a", Stroke::dashed},
                {"#1b2a42", "#dbe7f8", "#aebfd8", "#6f87ab"},
                {"#2a1719", "#ff9d92", "#f0a9a1", "#d9675c", Stroke::dashed},
                {"#231f3a", "#ded6fb", "#b9addf", "#8a7bc0"},
                {"#1b2a42", "#dbe7f8", "#aebfd8", "#6f87ab"}}};
  out.tone_chips = {
      {chip("#2b3548", "#c6cfdd"), chip("#173a28", "#86dfae"), chip("#3f3110", "#f5cd6b"),
       chip("#451a30", "#ff9fc6"), chip("#30245a", "#c9b5ff"), chip("#4a1d1b", "#ffa79d"),
       chip("#12364d", "#8fd0f5"), chip("#ff8a7e", "#2b0503"), chip("#e0ab3d", "#2a1900")}};
  const Paint absent = chip("#2c3545", "#c3ccd9");
  out.state_chips = {{absent, chip("#3f3110", "#f5cd6b"), absent, chip("#223759", "#b3ccfa"),
                      absent, chip("#263c5c", "#c0d5f3"), chip("#4a1d1b", "#ffa79d"),
                      chip("#352b5c", "#d3c6ff"), absent}};
  out.role_chips = {
      {chip("#a5a0ff", "#15123a"), chip("#4fd1c0", "#04211d"), chip("#2c3545", "#c3ccd9")}};
  return out;
}

/// Black on white: strokes, signs and words tell what colours tell elsewhere.
Theme print() {
  const char* black = "#000000";
  const char* white = "#ffffff";
  const auto outlined = [&](Stroke stroke, double width = 1) {
    return Paint{white, black, black, black, stroke, width};
  };
  const auto drawn = [&](Stroke stroke, double width) {
    return Paint{"", "", "", black, stroke, width};
  };
  Theme out;
  out.name = "print";
  out.font = light_theme().font;
  out.page = {white, black, black, ""};
  out.reporting = drawn(Stroke::solid, 1);
  out.rule = drawn(Stroke::solid, 0.5);
  out.dotted = drawn(Stroke::dashed, 1.25);
  out.working = drawn(Stroke::dotted, 1.75);
  out.cards = {{outlined(Stroke::solid), outlined(Stroke::doubled), outlined(Stroke::dashed),
                outlined(Stroke::dotted, 1.5), outlined(Stroke::dashed, 0.5),
                outlined(Stroke::solid, 2.5), outlined(Stroke::dashed, 2),
                outlined(Stroke::dotted, 0.75), outlined(Stroke::solid, 2.5)}};
  const Paint reversed = chip(black, white);
  out.tone_chips = {{outlined(Stroke::solid, 0.5), outlined(Stroke::solid, 0.5),
                     outlined(Stroke::dashed, 0.75), outlined(Stroke::solid, 1.75),
                     outlined(Stroke::dotted, 1.5), outlined(Stroke::dashed, 1.75),
                     outlined(Stroke::solid), reversed, outlined(Stroke::dashed, 1.25)}};
  const Paint absent = outlined(Stroke::dashed, 0.75);
  out.state_chips = {{outlined(Stroke::solid, 0.5), absent, absent, outlined(Stroke::dotted),
                      absent, outlined(Stroke::solid, 0.5), outlined(Stroke::dashed, 1.75),
                      outlined(Stroke::dotted, 0.75), absent}};
  out.role_chips = {{reversed, reversed, outlined(Stroke::solid)}};
  return out;
}

}  // namespace

RoleHue role_hue(std::string_view role) {
  return role == "CIO" ? RoleHue::cio : role == "CTO" ? RoleHue::cto : RoleHue::other;
}

std::string_view look_key(Look look) { return look_keys[static_cast<std::size_t>(look)]; }

std::string_view sign(Meaning meaning) {
  static constexpr std::string_view signs[tones] = {"", "✓", "≈", "▲", "□", "×", "→", "!!", "!"};
  const Tone* tone = std::get_if<Tone>(&meaning);
  return tone ? signs[static_cast<std::size_t>(*tone)] : std::string_view();
}

const Paint& Theme::chip(Meaning meaning) const {
  if (const Tone* tone = std::get_if<Tone>(&meaning)) {
    return tone_chips[static_cast<std::size_t>(*tone)];
  }
  if (const Look* look = std::get_if<Look>(&meaning)) {
    return state_chips[static_cast<std::size_t>(*look)];
  }
  return role_chips[static_cast<std::size_t>(std::get<RoleHue>(meaning))];
}

const Paint& Theme::line(Relation::Kind kind) const {
  return kind == Relation::Kind::dotted ? dotted : working;
}

std::vector<std::pair<std::string, Paint*>> paints(Theme& theme) {
  std::vector<std::pair<std::string, Paint*>> out{{"page", &theme.page},
                                                  {"line.reporting", &theme.reporting},
                                                  {"line.rule", &theme.rule},
                                                  {"line.dotted", &theme.dotted},
                                                  {"line.working", &theme.working}};
  const auto add = [&](std::string_view group, std::span<const std::string_view> keys,
                       std::span<Paint> all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      out.emplace_back(std::string(group).append(keys[i]), &all[i]);
    }
  };
  add("card.", look_keys, theme.cards);
  add("chip.", tone_keys, theme.tone_chips);
  add("state.", look_keys, theme.state_chips);
  add("role.", role_keys, theme.role_chips);
  return out;
}

const Theme& light_theme() {
  static const Theme theme = light();
  return theme;
}

std::span<const Theme> built_in_themes() {
  static const std::array<Theme, 3> themes{light_theme(), dark(), print()};
  return themes;
}

const Theme* find_theme(std::string_view name) {
  const auto all = built_in_themes();
  const auto found = std::ranges::find(all, name, &Theme::name);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace rolecall
