#include "layout/routes.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

namespace rolecall {
namespace {

constexpr int lane = 7;       // from a card to the nearest lane beside it
constexpr int lane_step = 3;  // between lanes
constexpr int lanes = 4;
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
  explicit Router(std::span<const Rect> cards) : cards_(cards) {}

  Polyline route(std::uint32_t from, std::uint32_t to, int offset) {
    const Rect& a = cards_[from];
    const Rect& b = cards_[to];
    find_near(a, b);
    find_columns(a, b, offset);
    best_ = std::numeric_limits<double>::infinity();
    for (const Port& start : ports(a, offset)) {
      for (const Port& end : ports(b, offset)) {
        try_way({start.edge, start.out, {end.out.x, start.out.y}, end.out, end.edge});
        try_way({start.edge, start.out, {start.out.x, end.out.y}, end.out, end.edge});
        for (const int x : columns_) {
          try_way({start.edge, start.out, {x, start.out.y}, {x, end.out.y}, end.out, end.edge});
        }
      }
    }
    return way_;
  }

 private:
  /// The cards that a way between the two may meet.
  void find_near(const Rect& a, const Rect& b) {
    const int room = a.width + 80;
    const int left = std::min(a.x, b.x) - room;
    const int right = std::max(a.right(), b.right()) + room;
    const int top = std::min(a.y, b.y) - room;
    const int bottom = std::max(a.bottom(), b.bottom()) + room;
    near_.clear();
    for (const Rect& card : cards_) {
      if (card.x <= right && card.right() >= left && card.y <= bottom && card.bottom() >= top) {
        near_.push_back(card);
      }
    }
  }

  /// Lanes right beside cards; where there are too many, those nearest to the two ends.
  void find_columns(const Rect& a, const Rect& b, int offset) {
    columns_.clear();
    for (const Rect& card : near_) {
      columns_.push_back(card.x - offset);
      columns_.push_back(card.right() + offset);
    }
    std::sort(columns_.begin(), columns_.end());
    columns_.erase(std::unique(columns_.begin(), columns_.end()), columns_.end());
    if (columns_.size() <= most_columns) return;
    std::stable_sort(columns_.begin(), columns_.end(), [&](int p, int q) {
      const auto far = [&](int x) {
        return std::min(std::abs(x - a.middle()), std::abs(x - b.middle()));
      };
      return far(p) < far(q);
    });
    columns_.resize(most_columns);
  }

  void try_way(std::initializer_list<Point> points) {
    double cost = 0;
    const Point* before = nullptr;
    for (const Point& p : points) {
      if (before) {
        const int length = std::abs(p.x - before->x) + std::abs(p.y - before->y);
        if (length > 0) cost += length + price_of_bend;
      }
      before = &p;
    }
    if (cost >= best_) return;
    before = nullptr;
    for (const Point& p : points) {
      // The first and the last piece touch their own card, and leave it.
      if (before && before != points.begin() && &p != points.end() - 1) {
        for (const Rect& card : near_) {
          cost += hidden(card, *before, p) * price_of_hiding;
        }
        if (cost >= best_) return;
      }
      before = &p;
    }
    best_ = cost;
    way_ = straightened(std::span(points.begin(), points.size()));
  }

  std::span<const Rect> cards_;
  std::vector<Rect> near_;
  std::vector<int> columns_;
  double best_ = 0;
  Polyline way_;
};

}  // namespace

std::vector<Polyline> find_routes(std::span<const Rect> cards,
                                  std::span<const Relation> relations) {
  Router router(cards);
  std::vector<Polyline> routes;
  routes.reserve(relations.size());
  for (std::size_t i = 0; i < relations.size(); ++i) {
    // Lines that run beside each other take turns in the lanes.
    const int offset = lane + lane_step * static_cast<int>(i % lanes);
    routes.push_back(router.route(relations[i].from, relations[i].to, offset));
  }
  return routes;
}

}  // namespace rolecall
