#include "layout/place/tracks.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

namespace rolecall {
namespace {

constexpr int apart = 3;   // lines that are nearer to each other are hard to tell apart
constexpr int side = 256;  // of a cell, in points

int cell(int at) { return at >= 0 ? at / side : -((side - 1 - at) / side); }

/// A piece without its direction.
struct Span {
  bool level;
  int at;
  int from;
  int to;

  Span(Point a, Point b) : level(a.y == b.y), at(level ? a.y : a.x) {
    std::tie(from, to) = level ? std::minmax(a.x, b.x) : std::minmax(a.y, b.y);
  }
};

}  // namespace

Tracks::Tracks(std::span<const Polyline> lines) {
  for (const Polyline& line : lines) append(line);
  sort();
}

void Tracks::add(const Polyline& line) {
  append(line);
  sort();
}

void Tracks::append(const Polyline& line) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Span piece(line[i - 1], line[i]);
    for (int along = cell(piece.from); along <= cell(piece.to); ++along) {
      (piece.level ? level_ : upright_)
          .push_back({cell(piece.at), along, piece.at, piece.from, piece.to});
    }
  }
}

void Tracks::sort() {
  for (Parts* parts : {&level_, &upright_}) {
    std::sort(parts->begin(), parts->end(), [](const Part& a, const Part& b) {
      return std::pair(a.across, a.along) < std::pair(b.across, b.along);
    });
  }
}

/// Calls `visit(part)` for the parts in a run of cells along the pieces.
template <class Visit>
void Tracks::visit(const Parts& parts, int across, int first, int last, Visit visit) {
  const std::pair begin(across, first);
  auto part = std::lower_bound(parts.begin(), parts.end(), begin, [](const Part& p, auto wanted) {
    return std::pair(p.across, p.along) < wanted;
  });
  for (; part != parts.end() && part->across == across && part->along <= last; ++part) visit(*part);
}

int Tracks::shared(Point a, Point b) const {
  const Span piece(a, b);
  const Parts& parts = piece.level ? level_ : upright_;
  const int first = cell(piece.from);
  int sum = 0;
  for (int across = cell(piece.at - apart); across <= cell(piece.at + apart); ++across) {
    visit(parts, across, first, cell(piece.to), [&](const Part& part) {
      if (std::abs(part.at - piece.at) > apart) return;
      // A piece in several cells counts in the first of them.
      if (part.along != std::max(first, cell(part.from))) return;
      sum += std::max(0, std::min(piece.to, part.to) - std::max(piece.from, part.from));
    });
  }
  return sum;
}

int Tracks::crossed(Point a, Point b) const {
  const Span piece(a, b);
  const Parts& parts = piece.level ? upright_ : level_;
  int count = 0;
  for (int across = cell(piece.from); across <= cell(piece.to); ++across) {
    visit(parts, across, cell(piece.at), cell(piece.at), [&](const Part& part) {
      const bool meets =
          piece.from < part.at && part.at < piece.to && part.from < piece.at && piece.at < part.to;
      count += meets ? 1 : 0;
    });
  }
  return count;
}

}  // namespace rolecall
