#include "model/org/graph.hpp"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>
#include <cassert>
#include <cstdint>
#include <limits>

namespace rolecall {

namespace {

using Number = std::uint32_t;
using Arc = std::pair<Number, Number>;
using Csr =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, Number, Number>;

constexpr Number none = std::numeric_limits<Number>::max();

/// One kind of edges, and for each vertex the targets of its edges in order.
class Rows {
 public:
  /// `arcs` is sorted by source, then by target.
  Rows(std::size_t vertices, const std::vector<Arc>& arcs)
      : graph_(boost::edges_are_sorted, arcs.begin(), arcs.end(), static_cast<Number>(vertices),
               static_cast<Number>(arcs.size())) {
    // Boost keeps bare numbers; a span of typed ids needs typed ids in memory.
    targets_.reserve(arcs.size());
    for (const Arc& arc : arcs) targets_.emplace_back(arc.second);
  }

  const Csr& graph() const { return graph_; }

  std::span<const Vertex> of(Number v) const {
    const auto [first, last] = boost::out_edges(v, graph_);
    const std::size_t count = static_cast<std::size_t>(last - first);
    if (count == 0) return {};
    return std::span(targets_).subspan(boost::get(boost::edge_index, graph_, *first), count);
  }

 private:
  Csr graph_;
  std::vector<Vertex> targets_;
};

std::vector<Number> bosses(std::size_t vertices, std::span<const Edge> solid) {
  std::vector<Number> out(vertices, none);
  for (const auto& [boss, report] : solid) {
    assert(boss.index() < vertices && report.index() < vertices);
    if (out[report.index()] == none) out[report.index()] = boss.value;
  }
  return out;
}

/// The arcs from each boss to its reports, sorted by counting.
std::vector<Arc> down(const std::vector<Number>& boss) {
  std::vector<Number> next(boss.size() + 1, 0);
  for (const Number b : boss) {
    if (b != none) ++next[b + 1];
  }
  for (std::size_t v = 1; v < next.size(); ++v) next[v] += next[v - 1];
  std::vector<Arc> arcs(next.back());
  for (Number v = 0; v < boss.size(); ++v) {
    if (boss[v] != none) arcs[next[boss[v]]++] = {boss[v], v};
  }
  return arcs;
}

enum class Way { along, against, both };

/// Sorted, without doubles.
std::vector<Arc> arcs_of(std::span<const Edge> edges, Way way) {
  std::vector<Arc> arcs;
  arcs.reserve(way == Way::both ? 2 * edges.size() : edges.size());
  for (const auto& [from, to] : edges) {
    if (way == Way::both && from == to) continue;  // a link with oneself links nothing
    if (way != Way::against) arcs.emplace_back(from.value, to.value);
    if (way != Way::along) arcs.emplace_back(to.value, from.value);
  }
  std::sort(arcs.begin(), arcs.end());
  arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
  return arcs;
}

/// A vertex in the forest.
struct Node {
  Number parent = none;  ///< the boss, but none on a cycle
  Number place = 0;      ///< in pre-order
  Number size = 1;       ///< of the subtree
  Number layer = 0;
  Number head = none;  ///< top of the heavy path: on the way up, each change of path halves a tree
};

}  // namespace

struct Graph::Impl {
  Impl(std::size_t vertices, std::span<const Edge> solid_edges, std::span<const Edge> dotted,
       std::span<const Edge> working_edges)
      : boss(bosses(vertices, solid_edges)),
        solid(vertices, down(boss)),
        dotted_down(vertices, arcs_of(dotted, Way::along)),
        dotted_up(vertices, arcs_of(dotted, Way::against)),
        working(vertices, arcs_of(working_edges, Way::both)),
        nodes(vertices) {
    std::vector<Number> by_layer;  // every vertex after its parent
    by_layer.reserve(vertices);
    for (Number v = 0; v < vertices; ++v) {
      if (boss[v] == none) by_layer.push_back(v);
    }
    for (const Number v : by_layer) tops.emplace_back(v);
    reach_below(by_layer, 0);
    attached = static_cast<Number>(by_layer.size());
    if (by_layer.size() < vertices) {
      // Only what no top reaches can hold or follow a cycle.
      find_cycles();
      for (const std::vector<Vertex>& cycle : cycles) {
        for (const Vertex v : cycle) by_layer.push_back(v.value);
      }
      std::sort(by_layer.begin() + attached, by_layer.end());
      reach_below(by_layer, attached);
    }
    number(by_layer);
  }

  /// Appends all below the vertices from `first` on, layer by layer.
  void reach_below(std::vector<Number>& by_layer, std::size_t first) {
    for (std::size_t i = first; i < by_layer.size(); ++i) {
      const Number v = by_layer[i];
      for (const Vertex report : solid.of(v)) {
        if (in_cycle.empty() || !in_cycle[report.index()]) {
          nodes[report.index()].parent = v;
          by_layer.push_back(report.value);
        }
      }
    }
  }

  void find_cycles() {
    const std::size_t count = boss.size();
    std::vector<Number> component(count);
    const auto index = boost::get(boost::vertex_index, solid.graph());
    const Number components = boost::strong_components(
        solid.graph(), boost::make_iterator_property_map(component.begin(), index));
    std::vector<Number> members(components, 0);
    for (const Number c : component) ++members[c];
    in_cycle.assign(count, false);
    for (Number v = 0; v < count; ++v) {
      if (in_cycle[v] || (members[component[v]] == 1 && boss[v] != v)) continue;
      // With one boss each, a component of several vertices is one circle.
      std::vector<Vertex>& cycle = cycles.emplace_back();
      for (Number at = v; !in_cycle[at]; at = boss[at]) {
        in_cycle[at] = true;
        cycle.emplace_back(at);
      }
    }
  }

  /// Sizes from the leaves up; then places, layers and heavy paths from the tops down.
  void number(const std::vector<Number>& by_layer) {
    for (auto it = by_layer.rbegin(); it != by_layer.rend(); ++it) {
      const Node& node = nodes[*it];
      if (node.parent != none) nodes[node.parent].size += node.size;
    }
    order.resize(by_layer.size());
    Number next_tree = 0;
    for (const Number v : by_layer) {
      Node& node = nodes[v];
      if (node.parent == none) {
        node.place = next_tree;
        node.head = v;
        next_tree += node.size;
      }
      order[node.place] = Vertex(v);
      Number place = node.place + 1;
      Number heavy = none;
      for (const Vertex report : solid.of(v)) {
        Node& below = nodes[report.index()];
        if (below.parent != v) continue;
        below.place = place;
        below.layer = node.layer + 1;
        below.head = report.value;
        place += below.size;
        if (heavy == none || below.size > nodes[heavy].size) heavy = report.value;
      }
      if (heavy != none) nodes[heavy].head = node.head;
    }
  }

  const Node& at(Vertex v) const {
    assert(v.index() < nodes.size());
    return nodes[v.index()];
  }

  std::vector<Number> boss;
  Rows solid;
  Rows dotted_down;
  Rows dotted_up;
  Rows working;
  std::vector<std::vector<Vertex>> cycles;
  std::vector<bool> in_cycle;  // empty where there are no cycles
  std::vector<Vertex> tops;
  std::vector<Node> nodes;
  std::vector<Vertex> order;  // pre-order; the trees under tops come first
  Number attached = 0;        // number of vertices in those
};

Graph::Graph(std::size_t vertices, std::span<const Edge> solid, std::span<const Edge> dotted,
             std::span<const Edge> working)
    : impl_(std::make_unique<Impl>(vertices, solid, dotted, working)) {}

Graph::Graph() : Graph(0, {}, {}, {}) {}
Graph::~Graph() = default;
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;

std::size_t Graph::size() const { return impl_->nodes.size(); }

std::optional<Vertex> Graph::boss(Vertex v) const {
  const Number boss = impl_->boss[v.index()];
  if (boss == none) return std::nullopt;
  return Vertex(boss);
}

std::span<const Vertex> Graph::reports(Vertex v) const { return impl_->solid.of(v.value); }

std::span<const Vertex> Graph::dotted_reports(Vertex v) const {
  return impl_->dotted_down.of(v.value);
}

std::span<const Vertex> Graph::dotted_bosses(Vertex v) const {
  return impl_->dotted_up.of(v.value);
}

std::span<const Vertex> Graph::linked(Vertex v) const { return impl_->working.of(v.value); }

std::span<const std::vector<Vertex>> Graph::cycles() const { return impl_->cycles; }

bool Graph::detached(Vertex v) const { return impl_->at(v).place >= impl_->attached; }

std::span<const Vertex> Graph::tops() const { return impl_->tops; }

std::vector<Vertex> Graph::line(Vertex v) const {
  std::vector<Vertex> out;
  out.reserve(layer(v) + 1);
  for (Number at = v.value; at != none; at = impl_->nodes[at].parent) out.emplace_back(at);
  return out;
}

std::span<const Vertex> Graph::subtree(Vertex v) const {
  const Node& node = impl_->at(v);
  return std::span(impl_->order).subspan(node.place, node.size);
}

bool Graph::in_line(Vertex v, Vertex boss) const {
  const Node& above = impl_->at(boss);
  const Number place = impl_->at(v).place;
  return place >= above.place && place - above.place < above.size;
}

std::size_t Graph::layer(Vertex v) const { return impl_->at(v).layer; }

std::optional<Vertex> Graph::lowest_common_boss(Vertex a, Vertex b) const {
  const std::vector<Node>& nodes = impl_->nodes;
  while (impl_->at(a).head != impl_->at(b).head) {
    Vertex& lower = nodes[impl_->at(a).head].layer >= nodes[impl_->at(b).head].layer ? a : b;
    const Number above = nodes[impl_->at(lower).head].parent;
    if (above == none) return std::nullopt;
    lower = Vertex(above);
  }
  return layer(a) <= layer(b) ? a : b;
}

std::vector<Vertex> Graph::path(Vertex from, Vertex to) const {
  const std::optional<Vertex> top = lowest_common_boss(from, to);
  if (!top) return {};
  std::vector<Vertex> out;
  const auto climb = [&](Number at) {
    for (; at != top->value; at = impl_->nodes[at].parent) out.emplace_back(at);
  };
  climb(from.value);
  out.push_back(*top);
  const auto turn = static_cast<std::ptrdiff_t>(out.size());
  climb(to.value);
  std::reverse(out.begin() + turn, out.end());
  return out;
}

}  // namespace rolecall
