#include "layout/draw/scene.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>

#include "layout/draw/escape.hpp"
#include "layout/place/shared_start.hpp"
#include "layout/theme/text_width.hpp"

namespace rolecall {
namespace {

constexpr int second_border = 4;  // points outside the first, where a box has two

/// Lines of one size and colour. Lines of several sizes would need a cell each to stand evenly.
struct Block {
  std::vector<std::string_view> lines;
  int height = 0;
  double size = 11;
  bool bold = false;
  std::string_view ink;
};

/// The one template of all HTML-like labels: blocks of text below each other in a box of fixed
/// size, set from the left. As little markup as can be: it is what makes such labels slow, so
/// what is in the node's own font has no other.
std::string html_label(const SceneNode& node, int width, std::initializer_list<Block> blocks) {
  // The cells have fixed sizes, and the table is as large as they are.
  std::string out = R"(<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="0">)";
  auto end = std::back_inserter(out);
  for (const Block& block : blocks) {
    if (block.height == 0) continue;
    const bool own_font = block.size == node.font_size && block.ink == node.ink;
    fmt::format_to(
        end, R"(<TR><TD ALIGN="LEFT"{} VALIGN="TOP" FIXEDSIZE="TRUE" WIDTH="{}" HEIGHT="{}">)",
        block.lines.size() > 1 ? R"( BALIGN="LEFT")" : "", width, block.height);
    if (!own_font) {
      fmt::format_to(end, R"(<FONT POINT-SIZE="{}" COLOR="{}">)", block.size, block.ink);
    }
    if (block.bold) out += "<B>";
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      if (i > 0) out += "<BR/>";
      out += escape(block.lines[i], GraphvizPlace::html);
    }
    if (block.lines.empty()) out += ' ';
    if (block.bold) out += "</B>";
    if (!own_font) out += "</FONT>";
    out += "</TD></TR>";
  }
  out += "</TABLE>";
  return out;
}

/// A B-spline whose control points lie on the straight pieces is those pieces.
std::string spline(const Polyline& line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto [x, y] = line[i];
    const int times = i == 0 || i + 1 == line.size() ? 2 : 3;
    for (int k = 0; k < times; ++k) {
      fmt::format_to(std::back_inserter(out), "{}{},{}", out.empty() ? "" : " ", x, -y);
    }
  }
  return out;
}

void set_box(SceneNode& node, const Rect& at) {
  node.x = at.x + at.width / 2.0;
  node.y = -(at.y + at.height / 2.0);
  node.width = at.width;
  node.height = at.height;
}

/// Where there are two borders, the outer one stands where the only one would.
void keep_borders_inside(SceneNode& node) {
  if (!node.doubled) return;
  node.width -= 2 * second_border;
  node.height -= 2 * second_border;
}

std::string_view style_of(Stroke stroke) {
  return stroke == Stroke::dashed ? "dashed" : stroke == Stroke::dotted ? "dotted" : "";
}

/// Box and text as a theme has them. The scene refers to the theme's texts.
void paint_box(SceneNode& node, const Paint& paint) {
  node.fill = paint.fill;
  node.line = paint.line;
  node.ink = paint.ink;
  node.style = style_of(paint.stroke);
  node.doubled = paint.stroke == Stroke::doubled;
  node.pen = paint.width;
}

SceneNode chip_node(const Chip& chip, const Theme& theme, Point corner, std::string name) {
  SceneNode node;
  node.name = std::move(name);
  // Chips stand below each other as a list does; the tag of a role stands alone.
  const bool listed = !std::holds_alternative<RoleHue>(chip.meaning);
  for (const std::string& line : chip.lines) {
    node.label += escape(line, GraphvizPlace::label);
    node.label += listed ? R"(\l)" : R"(\n)";
  }
  if (listed) node.inset = theme::chip_pad - 1;
  node.tooltip = chip.tooltip;
  set_box(node, {corner.x + chip.at.x, corner.y + chip.at.y, chip.at.width, chip.at.height});
  paint_box(node, theme.chip(chip.meaning));
  node.font_size = theme::chip_size;
  return node;
}

SceneNode text_node(const PlacedText& text, const Theme& theme, std::string name) {
  SceneNode node;
  node.name = std::move(name);
  node.html = true;
  node.bare = true;
  const std::string_view ink = text.soft ? theme.page.soft : theme.page.ink;
  node.ink = ink;
  node.font_size = text.size;
  node.label =
      html_label(node, text.at.width, {{{text.text}, text.at.height, text.size, text.bold, ink}});
  node.tooltip = text.tooltip;
  set_box(node, text.at);
  return node;
}

/// Borders of the roles of interest have their hue, so that one finds them from afar.
const Paint* hue(const Card& card, const Theme& theme) {
  if (card.look != Look::filled) return nullptr;
  for (const std::string& role : card.roles) {
    if (const RoleHue found = role_hue(role); found != RoleHue::other) return &theme.chip(found);
  }
  return nullptr;
}

const Paint& box_paint(const Card& card, const Theme& theme) {
  if (is_plain_tile(card)) return theme.card(Look::filled);
  return card.look == Look::tile ? theme.chip(card.tone) : theme.card(card.look);
}

SceneNode card_node(const Card& card, const Theme& theme, const std::string& id, const Face& face,
                    const Rect& at, bool positions) {
  SceneNode node;
  const Paint& paint = box_paint(card, theme);
  const std::string& soft = paint.soft.empty() ? paint.ink : paint.soft;  // a chip has one ink
  paint_box(node, paint);
  node.ink = soft;
  node.font_size = theme::text_size;
  node.name = escape(id, GraphvizPlace::name);
  node.id = escape(id, GraphvizPlace::id);
  node.html = true;
  Block name{{face.name.begin(), face.name.end()},
             face.name_height,
             face.name_size,
             face.name_size > theme::text_size,
             paint.ink};
  Block text{
      {face.title.begin(), face.title.end()}, face.text_height, theme::text_size, false, soft};
  text.lines.insert(text.lines.end(), face.lines.begin(), face.lines.end());
  // Where the chips have nodes of their own, their room is the text's.
  Block chips{{}, 0, theme::chip_size, false, soft};
  const int room = face.size.height - 2 * face.pad_y - name.height;
  if (positions) {
    text.height = room;
  } else {
    for (const Chip& chip : face.chips) {
      chips.lines.insert(chips.lines.end(), chip.lines.begin(), chip.lines.end());
    }
    chips.height = room - text.height;
  }
  node.label = html_label(node, face.size.width - 2 * face.pad_x, {name, text, chips});
  node.tooltip = face.tooltip;
  set_box(node, at);
  keep_borders_inside(node);
  if (const Paint* role = hue(card, theme)) {
    node.line = role->fill;
    node.pen = theme::role_border;
  }
  return node;
}

SceneEdge edge(std::size_t from, std::size_t to, const Polyline& line, const Paint& paint) {
  return {from, to, spline(line), paint.line, style_of(paint.stroke), paint.width};
}

/// The connectors of the first and the last sibling are drawn whole, but for what they share; of
/// the others what these two and the one before have not drawn.
void add_connectors(Scene& scene, const Chart& chart, const Placement& placement,
                    const Paint& paint) {
  const std::vector<Polyline>& lines = placement.connectors;
  struct Siblings {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t before = 0;
    bool begun = false;
  };
  std::vector<Siblings> below(chart.cards.size());
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    if (const auto parent = chart.cards[i].parent) below[*parent].last = i;
  }
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    const auto parent = chart.cards[i].parent;
    if (!parent) continue;
    Siblings& siblings = below[*parent];
    int drawn = 0;
    if (siblings.begun) {
      drawn = shared_length(lines[i], lines[siblings.first]);
      if (i != siblings.last) {
        drawn = std::max({drawn, shared_length(lines[i], lines[siblings.last]),
                          shared_length(lines[i], lines[siblings.before])});
      }
    } else {
      siblings.begun = true;
      siblings.first = i;
    }
    siblings.before = i;
    scene.edges.push_back(edge(*parent, i, without_start(lines[i], drawn), paint));
  }
}

void add_legend(Scene& scene, const std::vector<LegendEntry>& legend, const Theme& theme) {
  for (std::size_t i = 0; i < legend.size(); ++i) {
    const LegendEntry& entry = legend[i];
    const std::string name = fmt::format("legend/{}", i + 1);
    scene.nodes.push_back(text_node(entry.text, theme, name));
    const std::size_t text = scene.nodes.size() - 1;
    switch (entry.sample) {
      case LegendEntry::Sample::chip:
        scene.nodes.push_back(chip_node(entry.chip, theme, {0, 0}, name + "/sample"));
        break;
      case LegendEntry::Sample::card: {
        SceneNode sample;
        paint_box(sample, theme.card(entry.look));
        sample.name = name + "/sample";
        set_box(sample, entry.at);
        keep_borders_inside(sample);
        scene.nodes.push_back(std::move(sample));
        break;
      }
      case LegendEntry::Sample::dotted:
      case LegendEntry::Sample::working: {
        const bool dotted = entry.sample == LegendEntry::Sample::dotted;
        const int y = entry.at.y + entry.at.height / 2;
        scene.edges.push_back(
            edge(text, text, {{entry.at.x, y}, {entry.at.right(), y}},
                 theme.line(dotted ? Relation::Kind::dotted : Relation::Kind::working)));
        break;
      }
    }
  }
}

}  // namespace

std::string element_id(const Chart& chart, std::size_t card) {
  const std::string& id = chart.cards[card].id;
  const std::string cleaned = clean(id);
  return cleaned == id ? id : fmt::format("{}#{}", cleaned, card);
}

Scene make_scene(const Chart& chart, const Placement& placement, const Theme& theme,
                 bool positions) {
  Scene scene;
  scene.font = theme.font;
  scene.background = theme.page.fill;
  const Paint& usual = theme.card(Look::filled);
  scene.fill = usual.fill;
  scene.line = usual.line;
  scene.ink = usual.soft;
  scene.connector = theme.reporting.line;
  scene.rounded = chart.cards.size() < theme::most_rounded_cards;
  scene.pad = theme::margin / 72.0;
  scene.positions = positions;
  const std::string title = clean(chart.title);
  // `%` begins the names that cgraph makes up itself.
  const bool nameless = title.empty() || title.starts_with('%');
  scene.name = nameless ? "chart" : escape(title, GraphvizPlace::name);
  scene.title = escape(title, GraphvizPlace::label);

  // Cards first, so that a card's node has the card's index.
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    scene.nodes.push_back(card_node(chart.cards[i], theme, element_id(chart, i), placement.faces[i],
                                    placement.cards[i], positions));
  }
  add_connectors(scene, chart, placement, theme.reporting);
  for (const PlacedRelation& r : placement.relations) {
    scene.edges.push_back(
        edge(r.relation.from, r.relation.to, r.line, theme.line(r.relation.kind)));
  }
  if (!positions) return scene;

  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    const Rect& at = placement.cards[i];
    const std::vector<Chip>& chips = placement.faces[i].chips;
    for (std::size_t k = 0; k < chips.size(); ++k) {
      scene.nodes.push_back(chip_node(chips[k], theme, {at.x, at.y},
                                      fmt::format("{}/{}", scene.nodes[i].name, k + 1)));
    }
  }
  for (std::size_t i = 0; i < placement.texts.size(); ++i) {
    scene.nodes.push_back(text_node(placement.texts[i], theme, fmt::format("text/{}", i + 1)));
  }
  const std::size_t last = scene.nodes.size() - 1;
  for (const Polyline& rule : placement.rules) {
    scene.edges.push_back(edge(last, last, rule, theme.rule));
  }
  add_legend(scene, placement.legend, theme);
  return scene;
}

}  // namespace rolecall
