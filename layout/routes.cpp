#include "layout/routes.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <initializer_list>
#include <limits>
#include <tuple>
#include <utility>

#include "layout/card_grid.hpp"
#include "layout/tracks.hpp"

namespace rolecall {
namespace {

constexpr int longest_line = 3500;
constexpr int most_shared = 16;
// From a card to the lanes beside it. In the narrowest gaps the first two keep clear of what is
// on the other side.
constexpr std::array<int, 3> lanes{4, 8, 12};
constexpr std::size_t most_columns = 16;

// Prices, in points of length.
constexpr double price_of_hiding = 12;   // a point under a card
constexpr double price_of_sharing = 6;   // a point on another relation's line
constexpr double price_of_touching = 3;  // a point on a connector
constexpr double price_of_crossing = 30;
constexpr double price_of_connector = 6;  // crossing one
constexpr double price_of_bend = 14;

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
      : cards_(cards), grid_(cards) {
    for (const Polyline& line : connectors) solid_.add(line);
  }

  Route route(std::uint32_t from, std::uint32_t to) {
    const Rect& a = cards_[from];
    const Rect& b = cards_[to];
    if (distance({a.middle(), a.y}, {b.middle(), b.y}) > longest_line) return {};
    ways_.clear();
    for (const int lane : lanes) add_ways(a, b, lane);
    // The shortest first: most need not be looked at for what they run into.
    const auto later = [](const Way& p, const Way& q) {
      return std::pair(p.cost, p.number) > std::pair(q.cost, q.number);
    };
    std::make_heap(ways_.begin(), ways_.end(), later);
    Way best = ways_.front();
    double least = std::numeric_limits<double>::infinity();
    for (auto end = ways_.end(); end != ways_.begin() && ways_.front().cost < least; --end) {
      const Way& way = ways_.front();
      const double cost = way.cost + trouble(way, least - way.cost);
      if (cost < least) {
        least = cost;
        best = way;
      }
      std::pop_heap(ways_.begin(), end, later);
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
    std::size_t size;
    double cost;         ///< length and bends
    std::size_t number;  ///< decides between equal ones
  };

  void add_ways(const Rect& a, const Rect& b, int lane) {
    find_columns(a, b, lane);
    for (const Port& start : ports(a, lane)) {
      for (const Port& end : ports(b, lane)) {
        add({start.edge, start.out, {end.out.x, start.out.y}, end.out, end.edge});
        add({start.edge, start.out, {start.out.x, end.out.y}, end.out, end.edge});
        for (const int x : columns_) {
          add({start.edge, start.out, {x, start.out.y}, {x, end.out.y}, end.out, end.edge});
        }
      }
    }
  }

  /// Lanes right beside the cards around the two; where there are too many, those nearest to them.
  void find_columns(const Rect& a, const Rect& b, int lane) {
    const int room = a.width + 80;
    const Rect both =
        around({std::min(a.x, b.x) - room, std::min(a.y, b.y)},
               {std::max(a.right(), b.right()) + room, std::max(a.bottom(), b.bottom())});
    columns_.clear();
    grid_.visit(both, [&](const Rect& card) {
      columns_.push_back(card.x - lane);
      columns_.push_back(card.right() + lane);
    });
    std::sort(columns_.begin(), columns_.end());
    columns_.erase(std::unique(columns_.begin(), columns_.end()), columns_.end());
    if (columns_.size() <= most_columns) return;
    const auto far = [&](int x) {
      return std::pair(std::min(std::abs(x - a.middle()), std::abs(x - b.middle())), x);
    };
    std::sort(columns_.begin(), columns_.end(), [&](int p, int q) { return far(p) < far(q); });
    columns_.resize(most_columns);
  }

  void add(std::initializer_list<Point> points) {
    Way way{{}, points.size(), 0, ways_.size()};
    std::copy(points.begin(), points.end(), way.points.begin());
    for (std::size_t i = 1; i < way.size; ++i) {
      const int length = distance(way.points[i - 1], way.points[i]);
      if (length > 0) way.cost += length + price_of_bend;
    }
    ways_.push_back(way);
  }

  /// How much of a straight piece runs under cards, or along their borders.
  int hidden(Point a, Point b) const {
    int length = 0;
    const Rect area = around(a, b);
    grid_.visit(area, [&](const Rect& card) {
      const int wide = std::min(area.right(), card.right()) - std::max(area.x, card.x);
      const int high = std::min(area.bottom(), card.bottom()) - std::max(area.y, card.y);
      length += std::max({1, wide, high});
    });
    return length;
  }

  /// The price of what a way runs into; stops where it is more than `most`. That the first and
  /// the last piece touch their own card does not count.
  double trouble(const Way& way, double most) const {
    double cost = 0;
    for (std::size_t i = 1; i < way.size && cost < most; ++i) {
      const Point a = way.points[i - 1];
      const Point b = way.points[i];
      if (a == b) continue;
      if (i > 1 && i + 1 < way.size) cost += hidden(a, b) * price_of_hiding;
      cost += drawn_.shared(a, b) * price_of_sharing + solid_.shared(a, b) * price_of_touching +
              drawn_.crossed(a, b) * price_of_crossing + solid_.crossed(a, b) * price_of_connector;
    }
    return cost;
  }

  std::span<const Rect> cards_;
  CardGrid grid_;
  Tracks solid_;  ///< connectors
  Tracks drawn_;  ///< relations
  std::vector<int> columns_;
  std::vector<Way> ways_;
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
