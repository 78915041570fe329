#include "layout/placement.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "layout/legend.hpp"
#include "layout/routes.hpp"
#include "layout/table.hpp"
#include "layout/text_width.hpp"
#include "layout/tidy.hpp"

namespace rolecall {
namespace {

constexpr int least_width = 480;  // for title and legend of the smallest charts
constexpr int below_head = 30;
constexpr int above_legend = 34;
constexpr int longest_head = 1600;
constexpr int longest_line = 3500;

PlacedText head_line(std::string_view text, int top, double size, bool bold) {
  PlacedText out;
  const Weight weight = bold ? Weight::bold : Weight::regular;
  const std::string whole = clean(text.substr(0, 4096));
  out.text = ellipsise(whole, longest_head, size, weight);
  if (out.text != whole) out.tooltip = whole;
  const int width = static_cast<int>(std::ceil(text_width(out.text, size, weight)));
  const int height = static_cast<int>(std::lround(size * 1.4));
  out.at = {0, top, width + width % 2, height + height % 2};
  out.size = size;
  out.bold = bold;
  out.soft = !bold;
  return out;
}

void move(Polyline& line, int x, int y) {
  for (Point& p : line) p = {p.x + x, p.y + y};
}

/// A line that is too long to follow, or runs under cards, tells less than words.
bool good(const Route& route) { return route.length <= longest_line && route.hidden == 0; }

struct Relations {
  std::vector<Relation> drawn;
  std::vector<Relation> told;
};

/// Sets cards and connectors by the faces, from the corner of the tree.
Tidy arrange(const Chart& chart, const Placement& placement, const TidyShape* shape) {
  std::vector<Size> sizes;
  std::vector<std::uint32_t> parents;
  std::vector<std::uint8_t> first;
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    sizes.push_back(placement.faces[i].size);
    parents.push_back(chart.cards[i].parent.value_or(no_parent));
    first.push_back(chart.cards[i].assistant ? 1 : 0);
  }
  const Forest forest{sizes, parents, first};
  return shape ? tidy(forest, *shape) : tidy(forest);
}

/// Arranges the cards and finds ways for the relations. Those without a good one become badges,
/// which makes their cards larger, so that all is arranged again.
Size arrange_all(const Chart& chart, Placement& out) {
  out.faces = make_faces(chart);
  const bool crowded = chart.relations.size() > most_drawn_relations;
  if (crowded) tell(chart, chart.relations, out.faces);
  Tidy tree = arrange(chart, out, nullptr);
  if (!crowded) {
    std::vector<Route> routes = find_routes(tree.boxes, chart.relations);
    Relations split;
    for (std::size_t i = 0; i < routes.size(); ++i) {
      (good(routes[i]) ? split.drawn : split.told).push_back(chart.relations[i]);
    }
    if (!split.told.empty()) {
      tell(chart, split.told, out.faces);
      tree = arrange(chart, out, &tree.shape);
      routes = find_routes(tree.boxes, split.drawn);
    }
    for (std::size_t i = 0; i < routes.size(); ++i) {
      out.relations.push_back({split.drawn[i], std::move(routes[i].line)});
    }
  }
  out.cards = std::move(tree.boxes);
  out.connectors = std::move(tree.connectors);
  return tree.size;
}

}  // namespace

Placement place(const Chart& chart) {
  Placement out;
  int top = 0;
  if (!chart.title.empty()) {
    out.texts.push_back(head_line(chart.title, top, theme::title_size, true));
    top = out.texts.back().at.bottom() + 2;
  }
  if (!chart.subtitle.empty()) {
    out.texts.push_back(head_line(chart.subtitle, top, theme::subtitle_size, false));
    top = out.texts.back().at.bottom();
  }
  int width = least_width;
  for (const PlacedText& text : out.texts) width = std::max(width, text.at.width);
  if (!out.texts.empty()) top += below_head;

  Size whole;
  if (chart.table) {
    out.faces = make_faces(chart);
    whole = place_table(chart, out, top);
    width = std::max(width, whole.width);
  } else {
    // A chart narrower than its title stands in the middle below it.
    whole = arrange_all(chart, out);
    width = std::max(width, whole.width);
    const int left = (width - whole.width) / 2;
    for (Rect& card : out.cards) {
      card.x += left;
      card.y += top;
    }
    for (Polyline& line : out.connectors) move(line, left, top);
    for (PlacedRelation& relation : out.relations) move(relation.line, left, top);
  }

  int height = top + whole.height;
  Size legend;
  out.legend = make_legend(chart, out, 0, height + above_legend, width, legend);
  if (!out.legend.empty()) height += above_legend + legend.height;
  out.size = {width, height};
  return out;
}

}  // namespace rolecall
