#pragma once
// Whether boxes lie over each other, lines over boxes, and lines over lines.

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "layout/place/geometry.hpp"

namespace rolecall::test {

/// Number of boxes that lie over another one, or touch it.
inline int overlaps(const std::vector<Rect>& boxes) {
  struct Event {
    int x;
    bool begins;
    std::size_t box;
  };
  std::vector<Event> events;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    events.push_back({boxes[i].x, true, i});
    events.push_back({boxes[i].right() + 1, false, i});
  }
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return std::pair(a.x, a.begins) < std::pair(b.x, b.begins);
  });
  std::map<int, std::size_t> open;  // by top; no two of them overlap while all is well
  int bad = 0;
  for (const Event& event : events) {
    const Rect& box = boxes[event.box];
    if (!event.begins) {
      const auto own = open.find(box.y);
      if (own != open.end() && own->second == event.box) open.erase(own);
      continue;
    }
    const auto next = open.lower_bound(box.y);
    if (next != open.end() && next->first <= box.bottom()) ++bad;
    if (next != open.begin() && boxes[std::prev(next)->second].bottom() >= box.y) ++bad;
    open[box.y] = event.box;
  }
  return bad;
}

/// Number of pieces of the lines that run through a box (not merely along its border).
inline int crossings(const std::vector<Polyline>& lines, const std::vector<Rect>& boxes) {
  std::vector<Rect> by_x = boxes;
  std::vector<Rect> by_y = boxes;
  std::sort(by_x.begin(), by_x.end(), [](const Rect& a, const Rect& b) { return a.x < b.x; });
  std::sort(by_y.begin(), by_y.end(), [](const Rect& a, const Rect& b) { return a.y < b.y; });
  int widest = 0;
  int highest = 0;
  for (const Rect& box : boxes) {
    widest = std::max(widest, box.width);
    highest = std::max(highest, box.height);
  }
  const auto range = [](const std::vector<Rect>& sorted, int Rect::*side, int least, int most) {
    const auto begin =
        std::lower_bound(sorted.begin(), sorted.end(), least,
                         [side](const Rect& r, int value) { return r.*side < value; });
    const auto end = std::upper_bound(begin, sorted.end(), most,
                                      [side](int value, const Rect& r) { return value < r.*side; });
    return std::pair(begin, end);
  };
  const auto through = [](const Rect& box, Point a, Point b) {
    return std::max(a.x, b.x) > box.x && std::min(a.x, b.x) < box.right() &&
           std::max(a.y, b.y) > box.y && std::min(a.y, b.y) < box.bottom();
  };
  // Connectors share their bars: each piece is looked at once.
  std::set<std::array<int, 4>> pieces;
  for (const Polyline& line : lines) {
    for (std::size_t i = 1; i < line.size(); ++i) {
      pieces.insert({line[i - 1].x, line[i - 1].y, line[i].x, line[i].y});
    }
  }
  int bad = 0;
  for (const auto& [ax, ay, bx, by] : pieces) {
    const Point a{ax, ay};
    const Point b{bx, by};
    // The boxes that begin near the piece in x, or those that do in y: whichever are fewer.
    const auto near_x = range(by_x, &Rect::x, std::min(a.x, b.x) - widest, std::max(a.x, b.x));
    const auto near_y = range(by_y, &Rect::y, std::min(a.y, b.y) - highest, std::max(a.y, b.y));
    const auto [begin, end] =
        near_x.second - near_x.first < near_y.second - near_y.first ? near_x : near_y;
    for (auto box = begin; box != end; ++box) bad += through(*box, a, b) ? 1 : 0;
  }
  return bad;
}

/// Number of times that straight pieces of lines with different owners touch or cross. Pieces of
/// one owner may share all they like.
inline int contacts(const std::vector<Polyline>& lines, const std::vector<std::uint32_t>& owners) {
  struct Piece {
    bool level;  ///< horizontal
    std::uint32_t owner;
    int at;
    int from;
    int to;
  };
  std::vector<Piece> all;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t k = 1; k < lines[i].size(); ++k) {
      const Point a = lines[i][k - 1];
      const Point b = lines[i][k];
      const bool level = a.y == b.y;
      all.push_back({level, owners[i], level ? a.y : a.x,
                     level ? std::min(a.x, b.x) : std::min(a.y, b.y),
                     level ? std::max(a.x, b.x) : std::max(a.y, b.y)});
    }
  }
  const auto order = [](const Piece& p) {
    return std::tuple(p.level, p.owner, p.at, p.from, p.to);
  };
  std::sort(all.begin(), all.end(),
            [&](const Piece& p, const Piece& q) { return order(p) < order(q); });
  std::vector<Piece> level;
  std::vector<Piece> upright;
  for (const Piece& piece : all) {
    std::vector<Piece>& into = piece.level ? level : upright;
    Piece* last = into.empty() ? nullptr : &into.back();
    if (last && last->owner == piece.owner && last->at == piece.at && piece.from <= last->to) {
      last->to = std::max(last->to, piece.to);
    } else {
      into.push_back(piece);
    }
  }
  int bad = 0;
  for (auto* pieces : {&level, &upright}) {
    std::sort(pieces->begin(), pieces->end(), [](const Piece& p, const Piece& q) {
      return std::tuple(p.at, p.from, p.owner) < std::tuple(q.at, q.from, q.owner);
    });
    for (std::size_t k = 1; k < pieces->size(); ++k) {
      const Piece& p = (*pieces)[k - 1];
      const Piece& q = (*pieces)[k];
      bad += p.at == q.at && q.from <= p.to && p.owner != q.owner ? 1 : 0;
    }
  }
  for (const Piece& bar : level) {
    const auto begin =
        std::lower_bound(upright.begin(), upright.end(), bar.from,
                         [](const Piece& piece, int value) { return piece.at < value; });
    for (auto p = begin; p != upright.end() && p->at <= bar.to; ++p) {
      bad += p->owner != bar.owner && p->from <= bar.at && bar.at <= p->to ? 1 : 0;
    }
  }
  return bad;
}

}  // namespace rolecall::test
