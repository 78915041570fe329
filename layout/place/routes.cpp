#include "layout/place/routes.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <cstdlib>
#include <functional>
#include <limits>
#include <tuple>
#include <utility>

#include "layout/place/card_grid.hpp"
#include "layout/place/tracks.hpp"

namespace rolecall {
namespace {

constexpr int longest_line = 3500;
constexpr int most_shared = 16;
// From a card to the lanes beside it. In the narrowest gaps the first two keep clear of what is
// on the other side.
constexpr std::array<int, 3> lanes{8, 4, 12};
constexpr std::size_t most_columns = 16;

// Prices, in points of length.
constexpr int price_of_hiding = 12;   // a point under a card
constexpr int price_of_sharing = 6;   // a point on another relation's line
constexpr int price_of_touching = 3;  // a point on a connector
constexpr int price_of_crossing = 30;
constexpr int price_of_connector = 6;  // crossing one
constexpr int price_of_bend = 14;
constexpr std::array<int, lanes.size()> price_of_lane{0, 20, 0};  // close to a card is ugly

/// Where a line leaves a card, and the first point beside it.
struct Port {
  Point edge;
  Point out;
};

/// Two on each side, off the middles, where the solid lines are.
std::array<Port, 8> ports(const Rect& card, int lane) {
  const int quarter = card.width / 4;
  const int off = std::min(8, card.height / 4);
  std::array<Port, 8> out;
  std::size_t next = 0;
  for (const int sign : {-1, 1}) {
    const int x = card.middle() + sign * quarter;
    const int y = card.y + card.height / 2 - sign * off;
    out[next++] = {{x, card.y}, {x, card.y - lane}};
    out[next++] = {{x, card.bottom()}, {x, card.bottom() + lane}};
    out[next++] = {{card.x, y}, {card.x - lane, y}};
    out[next++] = {{card.right(), y}, {card.right() + lane, y}};
  }
  return out;
}

Rect around(Point a, Point b) {
  const int x = std::min(a.x, b.x);
  const int y = std::min(a.y, b.y);
  return {x, y, std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

int distance(Point a, Point b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); }

Polyline straightened(std::span<const Point> points) {
  Polyline line;
  for (const Point& p : points) {
    if (!line.empty() && line.back() == p) continue;
    if (line.size() >= 2) {
      const Point& a = line[line.size() - 2];
      Point& b = line.back();
      if ((a.x == b.x && b.x == p.x) || (a.y == b.y && b.y == p.y)) {
        b = p;
        continue;
      }
    }
    line.push_back(p);
  }
  return line;
}

class Router {
 public:
  Router(std::span<const Rect> cards, std::span<const Polyline> connectors)
      : cards_(cards), grid_(cards), solid_(connectors) {}

  Route route(std::uint32_t from, std::uint32_t to) {
    const Rect& a = cards_[from];
    const Rect& b = cards_[to];
    if (distance({a.middle(), a.y}, {b.middle(), b.y}) > longest_line) return {};
    candidates_.clear();
    find_sides(a, b);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) add_candidates(a, b, lane);
    Way best;
    std::tuple least(std::numeric_limits<int>::max(), 0, 0u);
    // The cheapest first: most need not be looked at for what they run into.
    std::make_heap(candidates_.begin(), candidates_.end(), std::greater());
    for (auto end = candidates_.end(); end != candidates_.begin(); --end) {
      const Candidate& next = candidates_.front();
      if (next.least > std::get<0>(least)) break;
      const Way way = way_of(next.number);
      const int cost = next.least + trouble(way, std::get<0>(least) - next.least);
      const std::tuple whole(cost, way.cost, next.number);  // of equal ones the shortest
      if (whole < least) {
        least = whole;
        best = way;
      }
      std::pop_heap(candidates_.begin(), end, std::greater());
    }
    Route route;
    route.line = straightened(std::span(best.points.data(), best.size));
    for (std::size_t i = 1; i < best.size; ++i) {
      route.length += distance(best.points[i - 1], best.points[i]);
      if (i > 1 && i + 1 < best.size) route.hidden += hidden(best.points[i - 1], best.points[i]);
    }
    for (std::size_t i = 1; i < route.line.size(); ++i) {
      route.shared += drawn_.shared(route.line[i - 1], route.line[i]);
    }
    if (route.good()) drawn_.add(route.line);
    return route;
  }

 private:
  struct Way {
    std::array<Point, 6> points;
    std::size_t size = 0;
    int cost = 0;  ///< length and bends

    void add(Point p) {
      if (size > 0) cost += price(points[size - 1], p);
      points[size++] = p;
    }
  };

  /// A way that nobody has looked at yet.
  struct Candidate {
    int least;             ///< it costs no less
    std::uint32_t number;  ///< says how it runs, and decides between equal ones

    auto operator<=>(const Candidate&) const = default;
  };

  /// The ways with one distance from the cards: each start with each end, and with each pair one
  /// bend of either kind, or a column between two bends.
  struct Lane {
    std::array<Port, 8> starts;
    std::array<Port, 8> ends;
    std::vector<int> columns;
    std::uint32_t first = 0;  ///< number of its first way
  };

  static int price(Point a, Point b) {
    const int length = distance(a, b);
    return length > 0 ? length + price_of_bend : 0;
  }

  void add_candidates(const Rect& a, const Rect& b, std::size_t index) {
    Lane& lane = lanes_[index];
    lane.starts = ports(a, lanes[index]);
    lane.ends = ports(b, lanes[index]);
    lane.first = static_cast<std::uint32_t>(candidates_.size());
    find_columns(a, b, lanes[index], lane.columns);
    std::array<int, 8> to_ends;
    for (std::size_t k = 0; k < to_ends.size(); ++k) to_ends[k] = price_of_port(lane.ends[k]);
    const auto add = [&](int least) {
      candidates_.push_back({least, static_cast<std::uint32_t>(candidates_.size())});
    };
    for (const Port& start : lane.starts) {
      const int to_start = price_of_lane[index] + price_of_port(start);
      for (std::size_t k = 0; k < to_ends.size(); ++k) {
        const Point p = start.out;
        const Point q = lane.ends[k].out;
        const int ends = to_start + to_ends[k];
        add(ends + price(p, {q.x, p.y}) + price({q.x, p.y}, q));
        add(ends + price(p, {p.x, q.y}) + price({p.x, q.y}, q));
        const int upright = price({0, p.y}, {0, q.y});
        for (const int x : lane.columns) {
          add(ends + price(p, {x, p.y}) + upright + price({x, q.y}, q));
        }
      }
    }
  }

  /// The piece at a card, with what it runs into. That it touches its own card does not count.
  int price_of_port(const Port& port) const {
    return price(port.edge, port.out) + price_of_lines(port.edge, port.out);
  }

  Way way_of(std::uint32_t number) const {
    std::size_t index = lanes_.size() - 1;
    while (number < lanes_[index].first) --index;
    const Lane& lane = lanes_[index];
    number -= lane.first;
    const std::size_t each = 2 + lane.columns.size();
    const Port& start = lane.starts[number / each / 8];
    const Port& end = lane.ends[number / each % 8];
    const std::size_t kind = number % each;
    Way way;
    way.add(start.edge);
    way.add(start.out);
    if (kind == 0) {
      way.add({end.out.x, start.out.y});
    } else if (kind == 1) {
      way.add({start.out.x, end.out.y});
    } else {
      way.add({lane.columns[kind - 2], start.out.y});
      way.add({lane.columns[kind - 2], end.out.y});
    }
    way.add(end.out);
    way.add(end.edge);
    return way;
  }

  /// The left and right sides of the cards around the two, each once.
  void find_sides(const Rect& a, const Rect& b) {
    const int room = a.width + 80;
    const Rect both =
        around({std::min(a.x, b.x) - room, std::min(a.y, b.y)},
               {std::max(a.right(), b.right()) + room, std::max(a.bottom(), b.bottom())});
    sides_.clear();
    grid_.visit(both, [&](const Rect& card) {
      sides_.push_back({card.x, -1});
      sides_.push_back({card.right(), 1});
      return true;
    });
    std::sort(sides_.begin(), sides_.end());
    sides_.erase(std::unique(sides_.begin(), sides_.end()), sides_.end());
  }

  /// Lanes right beside these cards; where there are too many, those nearest to the two.
  void find_columns(const Rect& a, const Rect& b, int lane, std::vector<int>& columns) const {
    columns.clear();
    for (const auto& [x, sign] : sides_) columns.push_back(x + sign * lane);
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    if (columns.size() <= most_columns) return;
    const auto far = [&](int x) {
      return std::pair(std::min(std::abs(x - a.middle()), std::abs(x - b.middle())), x);
    };
    std::partial_sort(columns.begin(), columns.begin() + most_columns, columns.end(),
                      [&](int p, int q) { return far(p) < far(q); });
    columns.resize(most_columns);
  }

  /// How much of a straight piece runs under cards, or along their borders; counts no further
  /// than `most`.
  int hidden(Point a, Point b, int most = longest_line) const {
    int length = 0;
    const Rect area = around(a, b);
    grid_.visit(area, [&](const Rect& card) {
      const int wide = std::min(area.right(), card.right()) - std::max(area.x, card.x);
      const int high = std::min(area.bottom(), card.bottom()) - std::max(area.y, card.y);
      length += std::max({1, wide, high});
      return length <= most;
    });
    return length;
  }

  int price_of_lines(Point a, Point b) const {
    return drawn_.shared(a, b) * price_of_sharing + solid_.shared(a, b) * price_of_touching +
           drawn_.crossed(a, b) * price_of_crossing + solid_.crossed(a, b) * price_of_connector;
  }

  /// The price of what a way runs into between its ends; stops where it is more than `most`.
  int trouble(const Way& way, int most) const {
    int cost = 0;
    for (std::size_t i = 2; i + 1 < way.size && cost <= most; ++i) {
      const Point a = way.points[i - 1];
      const Point b = way.points[i];
      if (a == b) continue;
      cost += hidden(a, b, (most - cost) / price_of_hiding) * price_of_hiding;
      if (cost <= most) cost += price_of_lines(a, b);
    }
    return cost;
  }

  std::span<const Rect> cards_;
  CardGrid grid_;
  Tracks solid_;  ///< connectors
  Tracks drawn_;  ///< relations
  std::array<Lane, lanes.size()> lanes_;
  std::vector<std::pair<int, int>> sides_;
  std::vector<Candidate> candidates_;
};

}  // namespace

bool Route::good() const {
  return !line.empty() && length <= longest_line && hidden == 0 && shared <= most_shared;
}

std::vector<Route> find_routes(std::span<const Rect> cards, std::span<const Polyline> connectors,
                               std::span<const Relation> relations) {
  std::vector<std::size_t> order(relations.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto far = [&](std::size_t i) {
    const Rect& a = cards[relations[i].from];
    const Rect& b = cards[relations[i].to];
    return std::tuple(distance({a.middle(), a.y}, {b.middle(), b.y}), i);
  };
  std::sort(order.begin(), order.end(),
            [&](std::size_t p, std::size_t q) { return far(p) < far(q); });
  std::vector<Route> routes(relations.size());
  if (relations.empty()) return routes;
  Router router(cards, connectors);
  for (const std::size_t i : order) routes[i] = router.route(relations[i].from, relations[i].to);
  return routes;
}

}  // namespace rolecall
