#pragma once
// Whether boxes lie over each other, and lines over boxes, by sweeps: for many of both.

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "layout/geometry.hpp"

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
  const auto through = [](const Rect& box, Point a, Point b) {
    return std::max(a.x, b.x) > box.x && std::min(a.x, b.x) < box.right() &&
           std::max(a.y, b.y) > box.y && std::min(a.y, b.y) < box.bottom();
  };
  int bad = 0;
  for (const Polyline& line : lines) {
    for (std::size_t i = 1; i < line.size(); ++i) {
      const Point a = line[i - 1];
      const Point b = line[i];
      const bool upright = a.x == b.x;
      const std::vector<Rect>& sorted = upright ? by_x : by_y;
      const int at = upright ? a.x : a.y;
      const auto place = [&](const Rect& box) { return upright ? box.x : box.y; };
      auto box = std::lower_bound(sorted.begin(), sorted.end(), at - (upright ? widest : highest),
                                  [&](const Rect& r, int value) { return place(r) < value; });
      for (; box != sorted.end() && place(*box) <= at; ++box) bad += through(*box, a, b) ? 1 : 0;
    }
  }
  return bad;
}

}  // namespace rolecall::test
