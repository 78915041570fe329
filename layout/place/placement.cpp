#include "layout/place/placement.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <span>
#include <utility>

#include "layout/place/legend.hpp"
#include "layout/place/levels.hpp"
#include "layout/place/routes.hpp"
#include "layout/place/table.hpp"
#include "layout/place/tidy.hpp"
#include "layout/theme/text_width.hpp"

namespace rolecall {
namespace {

constexpr int least_width = 480;  // for title and legend of the smallest charts
constexpr int below_head = 30;
constexpr int above_legend = 34;
constexpr int usual_legend = 24;
constexpr int most_rounds = 5;
constexpr int longest_head = 1600;

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

/// Sets cards and connectors by the faces, from the corner of the tree.
Tidy arrange(const Chart& chart, const Placement& placement, const Arrangement& wish, int head) {
  std::vector<Size> sizes;
  std::vector<std::uint32_t> parents;
  std::vector<std::uint8_t> aides;
  for (std::size_t i = 0; i < chart.cards.size(); ++i) {
    sizes.push_back(placement.faces[i].size);
    parents.push_back(chart.cards[i].parent.value_or(no_parent));
    aides.push_back(chart.cards[i].aide ? 1 : 0);
  }
  std::vector<std::uint32_t> levels;
  if (wish.align == Align::grades) levels = grade_levels(chart);
  const Forest forest{sizes, parents, aides, levels};
  const Size frame{2 * theme::margin, 2 * theme::margin + head + above_legend + usual_legend};
  const TidyOptions options{wish.direction, wish.order, wish.aspect, frame};
  return tidy(forest, options);
}

/// Arranges the cards and finds ways for the relations. Those without a good one become badges,
/// which makes their cards larger, so that all is arranged again.
Size arrange_all(const Chart& chart, const Arrangement& wish, int head, Placement& out) {
  out.faces = make_faces(chart);
  std::vector<Relation> drawn;
  std::vector<Relation> told;
  (chart.relations.size() > most_drawn_relations ? told : drawn) = chart.relations;
  if (!told.empty()) tell(chart, told, out.faces);
  Tidy tree = arrange(chart, out, wish, head);
  for (int round = 1; !drawn.empty(); ++round) {
    std::vector<Route> routes = find_routes(tree.boxes, tree.connectors, drawn);
    if (std::all_of(routes.begin(), routes.end(), std::mem_fn(&Route::good))) {
      for (std::size_t i = 0; i < routes.size(); ++i) {
        out.relations.push_back({drawn[i], std::move(routes[i].line)});
      }
      break;
    }
    std::vector<Relation> kept;
    for (std::size_t i = 0; i < routes.size(); ++i) {
      (routes[i].good() && round < most_rounds ? kept : told).push_back(drawn[i]);
    }
    drawn.swap(kept);
    tell(chart, told, out.faces);
    tree = arrange(chart, out, wish, head);
  }
  out.cards = std::move(tree.boxes);
  out.connectors = std::move(tree.connectors);
  return tree.size;
}

}  // namespace

Placement place(const Chart& chart, const Arrangement& arrangement) {
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
    whole = arrange_all(chart, arrangement, top, out);
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
