#include "layout/routes.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <utility>

namespace rolecall {
namespace {

// From a card to the lanes beside it, which keep clear of rails and bars.
constexpr std::array<int, 2> lanes{8, 5};
constexpr double price_of_hiding = 12;  // a point under a card costs as much as this many beside
constexpr double price_of_bend = 14;
constexpr std::size_t most_columns = 24;

/// Where a line leaves a card, and the first point beside it.
struct Port {
  Point edge;
  Point out;
};

/// Off the middles, where the solid lines are.
std::array<Port, 4> ports(const Rect& card, int offset) {
  const int third = card.width / 4;
  const int y = card.y + card.height / 2 + 8;
  return {{{{card.x + third, card.y}, {card.x + third, card.y - offset}},
           {{card.right() - third, card.bottom()}, {card.right() - third, card.bottom() + offset}},
           {{card.x, y}, {card.x - offset, y}},
           {{card.right(), y}, {card.right() + offset, y}}}};
}

double hidden(const Rect& card, Point a, Point b) {
  const int left = std::max(std::min(a.x, b.x), card.x);
  const int right = std::min(std::max(a.x, b.x), card.right());
  const int top = std::max(std::min(a.y, b.y), card.y);
  const int bottom = std::min(std::max(a.y, b.y), card.bottom());
  if (left > right || top > bottom) return 0;
  return std::max(1, std::max(right - left, bottom - top));
}

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
  explicit Router(std::span<const Rect> cards)
      : cards_(cards), by_x_(cards.begin(), cards.end()), by_y_(by_x_) {
    std::sort(by_x_.begin(), by_x_.end(), [](const Rect& p, const Rect& q) { return p.x < q.x; });
    std::sort(by_y_.begin(), by_y_.end(), [](const Rect& p, const Rect& q) { return p.y < q.y; });
    for (const Rect& card : cards) {
      widest_ = std::max(widest_, card.width);
      highest_ = std::max(highest_, card.height);
    }
  }

  Route route(std::uint32_t from, std::uint32_t to, int offset) {
    const Rect& a = cards_[from];
    const Rect& b = cards_[to];
    find_columns(a, b, offset);
    ways_.clear();
    for (const Port& start : ports(a, offset)) {
      for (const Port& end : ports(b, offset)) {
        add({start.edge, start.out, {end.out.x, start.out.y}, end.out, end.edge});
        add({start.edge, start.out, {start.out.x, end.out.y}, end.out, end.edge});
        for (const int x : columns_) {
          add({start.edge, start.out, {x, start.out.y}, {x, end.out.y}, end.out, end.edge});
        }
      }
    }
    // The shortest first: most need not be looked at for what they hide.
    std::sort(ways_.begin(), ways_.end(), [](const Way& p, const Way& q) {
      return std::pair(p.cost, p.number) < std::pair(q.cost, q.number);
    });
    const Way* best = &ways_.front();
    double least = std::numeric_limits<double>::infinity();
    for (const Way& way : ways_) {
      if (way.cost >= least) break;
      const double cost = way.cost + hiding(way, least - way.cost);
      if (cost < least) {
        least = cost;
        best = &way;
      }
    }
    const double hidden = hiding(*best, std::numeric_limits<double>::infinity()) / price_of_hiding;
    return {straightened(std::span(best->points.data(), best->size)), static_cast<int>(best->cost),
            static_cast<int>(hidden)};
  }

 private:
  /// Lanes right beside the cards around the two; where there are too many, those nearest to them.
  void find_columns(const Rect& a, const Rect& b, int offset) {
    const int room = a.width + 80;
    const int left = std::min(a.x, b.x) - room;
    const int right = std::max(a.right(), b.right()) + room;
    const int top = std::min(a.y, b.y);
    const int bottom = std::max(a.bottom(), b.bottom());
    columns_.clear();
    for (auto card = first_with(by_x_, &Rect::x, left); card != by_x_.end() && card->x <= right;
         ++card) {
      if (card->y > bottom || card->bottom() < top) continue;
      columns_.push_back(card->x - offset);
      columns_.push_back(card->right() + offset);
    }
    std::sort(columns_.begin(), columns_.end());
    columns_.erase(std::unique(columns_.begin(), columns_.end()), columns_.end());
    if (columns_.size() <= most_columns) return;
    const auto far = [&](int x) {
      return std::pair(std::min(std::abs(x - a.middle()), std::abs(x - b.middle())), x);
    };
    std::sort(columns_.begin(), columns_.end(), [&](int p, int q) { return far(p) < far(q); });
    columns_.resize(most_columns);
  }

  static std::vector<Rect>::const_iterator first_with(const std::vector<Rect>& cards,
                                                      int Rect::*side, int least) {
    return std::lower_bound(cards.begin(), cards.end(), least,
                            [side](const Rect& card, int value) { return card.*side < value; });
  }

  /// How much of a straight piece runs under cards.
  double hidden_length(Point a, Point b) const {
    double length = 0;
    if (a.x == b.x) {
      for (auto card = first_with(by_x_, &Rect::x, a.x - widest_);
           card != by_x_.end() && card->x <= a.x; ++card) {
        length += hidden(*card, a, b);
      }
    } else {
      for (auto card = first_with(by_y_, &Rect::y, a.y - highest_);
           card != by_y_.end() && card->y <= a.y; ++card) {
        length += hidden(*card, a, b);
      }
    }
    return length;
  }

  struct Way {
    std::array<Point, 6> points;
    std::size_t size;
    double cost;         ///< length and bends
    std::size_t number;  ///< decides between equal ones
  };

  void add(std::initializer_list<Point> points) {
    Way way{{}, points.size(), 0, ways_.size()};
    std::copy(points.begin(), points.end(), way.points.begin());
    for (std::size_t i = 1; i < way.size; ++i) {
      const Point& p = way.points[i - 1];
      const Point& q = way.points[i];
      const int length = std::abs(p.x - q.x) + std::abs(p.y - q.y);
      if (length > 0) way.cost += length + price_of_bend;
    }
    ways_.push_back(way);
  }

  /// The price of what runs under cards; stops where it is more than `most`. The first and the
  /// last piece are left out: they touch their own card, and leave it.
  double hiding(const Way& way, double most) const {
    double cost = 0;
    for (std::size_t i = 2; i + 1 < way.size && cost < most; ++i) {
      cost += hidden_length(way.points[i - 1], way.points[i]) * price_of_hiding;
    }
    return cost;
  }

  std::span<const Rect> cards_;
  std::vector<Rect> by_x_;
  std::vector<Rect> by_y_;
  int widest_ = 0;
  int highest_ = 0;
  std::vector<int> columns_;
  std::vector<Way> ways_;
};

}  // namespace

std::vector<Route> find_routes(std::span<const Rect> cards, std::span<const Relation> relations) {
  Router router(cards);
  std::vector<Route> routes;
  routes.reserve(relations.size());
  for (std::size_t i = 0; i < relations.size(); ++i) {
    // Lines that run beside each other take turns in the lanes.
    routes.push_back(router.route(relations[i].from, relations[i].to, lanes[i % lanes.size()]));
  }
  return routes;
}

}  // namespace rolecall
