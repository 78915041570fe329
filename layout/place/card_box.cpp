#include "layout/place/card_box.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>

#include "layout/theme/text_width.hpp"

namespace rolecall {
namespace {

constexpr std::size_t name_lines = 2;
constexpr std::size_t title_lines = 3;
constexpr std::size_t tile_title_lines = 2;
constexpr std::size_t line_lines = 2;
constexpr std::size_t chip_lines = 2;
constexpr std::size_t most_lines = 8;
constexpr std::size_t longest_text = 1024;     // bytes of a label that are looked at
constexpr std::size_t longest_tooltip = 4096;  // bytes

int up(double width) { return static_cast<int>(std::ceil(width)); }
int even(int length) { return length + length % 2; }

/// The beginning of a text, in whole letters.
std::string_view beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
  return text.substr(0, most);
}

std::string label(std::string_view text) { return clean(beginning(text, longest_text)); }

std::string with_sign(Meaning meaning, std::string text) {
  const std::string_view before = sign(meaning);
  return before.empty() ? text : fmt::format("{} {}", before, text);
}

std::string tooltip_text(std::string_view text) {
  return clean_lines(beginning(text, longest_tooltip));
}

int tags_width(const std::vector<Chip>& tags) {
  int width = 0;
  for (const Chip& tag : tags) width += tag.at.width + theme::chip_gap;
  return width == 0 ? 0 : width + theme::chip_gap;
}

std::vector<Chip> role_tags(const Card& card) {
  std::vector<Chip> tags;
  for (const std::string& role : card.roles) {
    tags.push_back(make_chip(role, role, role_hue(role), theme::narrowest_card / 2));
  }
  return tags;
}

/// The width in which a text takes two lines, broken at the space before or after its middle.
double width_in_two(std::string_view text, double size) {
  double least = text_width(text, size);
  const std::size_t middle = text.size() / 2;
  for (const std::size_t cut : {text.rfind(' ', middle), text.find(' ', middle)}) {
    if (cut == text.npos) continue;
    const double first = text_width(text.substr(0, cut), size);
    least = std::min(least, std::max(first, text_width(text.substr(cut + 1), size)));
  }
  return least;
}

/// The text in lines that fit; where it needs two, they are of much the same length.
std::vector<std::string> balanced(std::string_view text, double room, std::size_t most,
                                  double size) {
  std::vector<std::string> lines = wrap(text, room, most, size);
  if (lines.size() != 2) return lines;
  const double width = width_in_two(text, size);
  return width < room ? wrap(text, width, most, size) : lines;
}

/// The width that takes name, badges and lines without a cut, and the title in two lines.
int wanted_width(const Card& card) {
  const std::string name = label(card.name);
  const double first = text_width(name, theme::name_size, Weight::bold) +
                       (card.roles.empty() ? 0 : tags_width(role_tags(card)));
  double width = std::max(first, width_in_two(label(card.title), theme::text_size));
  for (const Badge& badge : card.badges) {
    width = std::max(width, text_width(with_sign(badge.tone, label(badge.text)), theme::chip_size) +
                                2 * theme::chip_pad);
  }
  for (const std::string& line : card.lines) {
    width = std::max(width, text_width(label(line), theme::text_size));
  }
  return up(width);
}

int inner_width(const Chart& chart) {
  // One long name shall not make a thousand cards wide: the width that 19 of 20 are content with.
  std::vector<int> wanted;
  wanted.reserve(chart.cards.size());
  for (const Card& card : chart.cards) wanted.push_back(wanted_width(card));
  int width = 0;
  if (!wanted.empty()) {
    const auto place =
        wanted.begin() + static_cast<std::ptrdiff_t>(wanted.size() - 1 - wanted.size() / 20);
    std::nth_element(wanted.begin(), place, wanted.end());
    width = *place;
  }
  const int pad = 2 * theme::card_pad_x;
  return even(std::clamp(width + pad, theme::narrowest_card, theme::widest_card)) - pad;
}

/// Chips from left to right in rows; returns where the last row ends.
int flow(std::vector<Chip>& chips, std::size_t first, int top, int inner) {
  int x = 0;
  int bottom = top;
  for (std::size_t i = first; i < chips.size(); ++i) {
    Rect& at = chips[i].at;
    if (x > 0 && (x + at.width > inner || at.height != bottom - top)) {
      x = 0;
      top = bottom + theme::chip_gap;
    }
    at.x = theme::card_pad_x + x;
    at.y = top;
    x += at.width + theme::chip_gap;
    bottom = at.bottom();
  }
  return bottom;
}

/// The lines of a card, each in two at most. The second of an item of a list is indented. Lines are
/// shown whole or not at all: the last one counts those that do not fit.
std::vector<std::string> small_print(const Card& card, int inner) {
  constexpr std::string_view item = "– ";
  constexpr std::string_view indent = "\u00a0\u00a0\u00a0";
  std::vector<std::string> out;
  std::size_t shown = 0;
  std::size_t end_of_shown = 0;  // as far as there is room for the count below
  for (const std::string& line : card.lines) {
    if (out.size() > most_lines) break;
    bool first = true;
    for (std::string& part : balanced(label(line), inner, line_lines, theme::text_size)) {
      if (!first && line.starts_with(item)) part.insert(0, indent);
      first = false;
      out.push_back(std::move(part));
    }
    if (out.size() >= most_lines) continue;
    ++shown;
    end_of_shown = out.size();
  }
  if (card.more == 0 && out.size() <= most_lines) return out;
  out.resize(end_of_shown);
  out.push_back(and_more(card.lines.size() - shown + card.more));
  return out;
}

Face make_face(const Card& card, const std::vector<Badge>& more, int inner, std::size_t most) {
  Face face;
  std::vector<Chip> tags = role_tags(card);
  int beside = tags_width(tags);
  if (beside * 2 > inner) beside = 0;  // too many: they lead the row of chips

  face.name = wrap(label(card.name), inner - beside, name_lines * card.people, theme::name_size,
                   Weight::bold);
  face.title = balanced(label(card.title), inner, title_lines, theme::text_size);
  face.lines = small_print(card, inner);
  face.tooltip = tooltip_text(card.tooltip);
  if (face.tooltip.empty()) {
    face.tooltip =
        fmt::format("{}{}{}", label(card.name), card.name.empty() || card.title.empty() ? "" : ", ",
                    label(card.title));
  }

  if (beside > 0) {
    int x = theme::card_pad_x + inner - beside + 2 * theme::chip_gap;
    for (Chip& tag : tags) {
      tag.at.x = x;
      tag.at.y = theme::card_pad_y - 2;  // on the name's middle, and clear of the title
      x += tag.at.width + theme::chip_gap;
      face.chips.push_back(std::move(tag));
    }
    tags.clear();
  }

  const std::size_t flowing = face.chips.size();
  std::move(tags.begin(), tags.end(), std::back_inserter(face.chips));
  if (!card.state.empty()) {
    face.chips.push_back(make_chip(card.state, card.state, card.look, inner));
  }
  for (const auto* badges : {&card.badges, &more}) {
    for (const Badge& badge : *badges) {
      if (face.chips.size() >= flowing + most) break;
      face.chips.push_back(make_chip(badge.text, badge.tooltip, badge.tone, inner));
    }
  }

  const std::size_t name_rows = std::max<std::size_t>(face.name.size(), beside > 0 ? 1 : 0);
  const std::size_t text_rows = face.title.size() + face.lines.size();
  face.name_height = up(static_cast<double>(name_rows) * theme::name_line) + theme::name_gap;
  face.text_height = up(static_cast<double>(text_rows) * theme::text_line);
  int bottom = theme::card_pad_y + face.name_height + face.text_height;
  if (face.chips.size() > flowing) bottom = flow(face.chips, flowing, bottom + 7, inner);
  face.size = {inner + 2 * theme::card_pad_x, even(bottom + theme::card_pad_y)};
  return face;
}

/// A tile has its title and lines only. One of a single short line has it in the middle.
Face make_tile(const Card& card, int width) {
  Face face;
  face.pad_x = theme::tile_pad_x;
  face.pad_y = theme::tile_pad_y;
  const int inner = width - 2 * face.pad_x;
  const bool marked = card.tone != Tone::good && !sign(card.tone).empty();
  const std::string title = marked ? fmt::format("{} {}", sign(card.tone), card.title) : card.title;
  face.title = balanced(label(title), inner, tile_title_lines, theme::text_size);
  face.lines = small_print(card, inner);
  if (face.lines.empty() && face.title.size() == 1) {
    face.pad_x = (width - even(up(text_width(face.title[0], theme::text_size)))) / 2;
  }
  face.tooltip = tooltip_text(card.tooltip);
  // What it is about stands out from what is said of it.
  if (!face.lines.empty()) face.name.swap(face.title);
  face.name_size = theme::text_size;
  const auto height = [](const std::vector<std::string>& lines) {
    return up(static_cast<double>(lines.size()) * theme::text_line);
  };
  face.name_height = height(face.name);
  face.text_height = height(face.title) + height(face.lines);
  face.size = {width, even(face.name_height + face.text_height + 2 * face.pad_y)};
  return face;
}

Badge relation_badge(const Chart& chart, const Relation& relation) {
  const Card& to = chart.cards[relation.to];
  const std::string& whom = to.name.empty() ? to.title : to.name;
  const char* what = relation.kind == Relation::Kind::dotted ? "dotted line to" : "works with";
  std::string text = fmt::format("{} {}", what, whom);
  return {Tone::neutral, text, text};
}

}  // namespace

Chip make_chip(std::string_view text, std::string_view tooltip, Meaning meaning, int width) {
  Chip chip;
  width -= width % 2;
  const double room = width - 2 * theme::chip_pad;
  chip.lines = balanced(with_sign(meaning, label(text)), room, chip_lines, theme::chip_size);
  if (chip.lines.empty()) chip.lines.emplace_back(" ");
  chip.tooltip = tooltip_text(tooltip.empty() ? text : tooltip);
  chip.meaning = meaning;
  int wide = theme::chip_height;
  for (const std::string& line : chip.lines) {
    wide = std::max(wide, up(text_width(line, theme::chip_size)) + 2 * theme::chip_pad);
  }
  const int more = static_cast<int>(chip.lines.size() - 1) * theme::chip_line;
  chip.at = {0, 0, std::min(even(wide), width), theme::chip_height + more};
  return chip;
}

std::vector<Face> make_faces(const Chart& chart) {
  if (chart.table) {
    std::vector<Face> tiles;
    for (const Card& card : chart.cards) {
      tiles.push_back(make_tile(card, chart.table->columns[card.cell.column].tile_width));
    }
    return tiles;
  }
  const int inner = inner_width(chart);
  std::vector<Face> faces;
  faces.reserve(chart.cards.size());
  for (const Card& card : chart.cards)
    faces.push_back(make_face(card, {}, inner, chart.most_badges));
  return faces;
}

void tell(const Chart& chart, std::span<const Relation> told, std::vector<Face>& faces) {
  std::map<std::uint32_t, std::vector<Badge>> more;
  for (const Relation& relation : told) {
    more[relation.from].push_back(relation_badge(chart, relation));
  }
  for (const auto& [card, badges] : more) {
    const int inner = faces[card].size.width - 2 * theme::card_pad_x;
    faces[card] = make_face(chart.cards[card], badges, inner, chart.most_badges);
  }
}

}  // namespace rolecall
