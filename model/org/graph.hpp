#pragma once
// The organisation as a graph: vertices are positions and bodies, edges are reporting lines
// (solid), dotted lines and working links, each kind in compressed sparse rows of Boost.Graph.

#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "model/org/ids.hpp"

namespace rolecall {

/// A position or a body. Positions come first: vertex `i` is position `i` where `i` is below
/// their number, and the bodies follow.
using Vertex = Id<struct VertexTag>;
using Edge = std::pair<Vertex, Vertex>;

/// The lines and links of an organisation, as they were written. `solid` and `dotted` edges go
/// from the boss to the one who reports; `working` edges have no direction. Doubles count once,
/// and a working link of a vertex with itself does not count.
class Graph {
 public:
  /// A graph of `vertices` vertices. Each vertex has at most one solid boss; among several edges
  /// to one vertex the first counts.
  Graph(std::size_t vertices, std::span<const Edge> solid, std::span<const Edge> dotted,
        std::span<const Edge> working);
  Graph();
  ~Graph();
  Graph(Graph&&) noexcept;
  Graph& operator=(Graph&&) noexcept;

  std::size_t size() const;

  /// The boss as written, even where following it runs in a circle.
  std::optional<Vertex> boss(Vertex v) const;
  /// Who reports to `v` on solid lines as written, in order of their vertices.
  std::span<const Vertex> reports(Vertex v) const;
  /// Those whose dotted line goes to `v`.
  std::span<const Vertex> dotted_reports(Vertex v) const;
  /// Those to whom the dotted lines of `v` go.
  std::span<const Vertex> dotted_bosses(Vertex v) const;
  /// Those with a working link to `v`.
  std::span<const Vertex> linked(Vertex v) const;

  // The queries below see the forest that is left when the solid edges of every cycle are cut:
  // each vertex of a cycle then is the top of a tree, although `tops()` leaves it out.

  /// Each cycle of solid lines (strong components, and self-reports): its vertices, each followed
  /// by its boss, beginning with the smallest; the cycles in order of that one.
  std::span<const std::vector<Vertex>> cycles() const;
  /// Whether `v` lies on a cycle, or its line to the top ends in one.
  bool detached(Vertex v) const;
  /// Vertices without a boss, in order; those on cycles are not among them.
  std::span<const Vertex> tops() const;
  /// From `v` (included) up to the top of its line.
  std::vector<Vertex> line(Vertex v) const;
  /// `v` and all below it in pre-order: a boss before the reports, reports in order.
  std::span<const Vertex> subtree(Vertex v) const;
  /// Whether `v` is `boss` or stands below it. Constant time.
  bool in_line(Vertex v, Vertex boss) const;
  /// Number of steps to the top: 0 at the top itself.
  std::size_t layer(Vertex v) const;
  /// The lowest vertex at or above both; none where they stand in separate trees. O(log n).
  std::optional<Vertex> lowest_common_boss(Vertex a, Vertex b) const;
  /// From `from` to `to` along solid lines over their lowest common boss; empty where there is no
  /// such way.
  std::vector<Vertex> path(Vertex from, Vertex to) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rolecall
