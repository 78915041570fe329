#include "model/org/graph.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <random>
#include <set>
#include <vector>

using rolecall::Edge;
using rolecall::Graph;
using rolecall::Vertex;

namespace {

using Numbers = std::vector<std::size_t>;

Edge edge(std::size_t from, std::size_t to) { return {Vertex(from), Vertex(to)}; }

template <class Range>
Numbers numbers(const Range& vertices) {
  Numbers out;
  for (const Vertex v : vertices) out.push_back(v.index());
  return out;
}

std::optional<std::size_t> number(std::optional<Vertex> v) {
  if (!v) return std::nullopt;
  return v->index();
}

/// The same answers in the slowest and plainest way.
struct Plain {
  using Boss = std::optional<std::size_t>;

  Plain(std::size_t vertices, const std::vector<Edge>& solid) : boss(vertices), parent(vertices) {
    for (const auto& [from, to] : solid) {
      if (!boss[to.index()]) boss[to.index()] = from.index();
    }
    for (std::size_t v = 0; v < vertices; ++v) {
      if (!on_cycle(v)) parent[v] = boss[v];
    }
  }

  bool on_cycle(std::size_t v) const {
    Boss at = boss[v];
    for (std::size_t step = 0; at && step < boss.size(); ++step, at = boss[*at]) {
      if (*at == v) return true;
    }
    return false;
  }

  Numbers line(std::size_t v) const {
    Numbers out;
    for (Boss at = v; at; at = parent[*at]) out.push_back(*at);
    return out;
  }

  Numbers children(const std::vector<Boss>& above, std::size_t v) const {
    Numbers out;
    for (std::size_t other = 0; other < above.size(); ++other) {
      if (above[other] == v) out.push_back(other);
    }
    return out;
  }

  void subtree(std::size_t v, Numbers& out) const {
    out.push_back(v);
    for (const std::size_t below : children(parent, v)) subtree(below, out);
  }

  std::vector<Numbers> cycles() const {
    std::vector<Numbers> out;
    std::set<std::size_t> seen;
    for (std::size_t v = 0; v < boss.size(); ++v) {
      if (!on_cycle(v) || seen.contains(v)) continue;
      Numbers& cycle = out.emplace_back();
      for (std::size_t at = v; seen.insert(at).second; at = *boss[at]) cycle.push_back(at);
    }
    return out;
  }

  Boss common(std::size_t a, std::size_t b) const {
    const Numbers line_b = line(b);
    for (const std::size_t above : line(a)) {
      if (std::find(line_b.begin(), line_b.end(), above) != line_b.end()) return above;
    }
    return std::nullopt;
  }

  Numbers path(std::size_t from, std::size_t to) const {
    const Boss top = common(from, to);
    if (!top) return {};
    Numbers out;
    for (std::size_t at = from; at != *top; at = *parent[at]) out.push_back(at);
    Numbers back;
    for (std::size_t at = to; at != *top; at = *parent[at]) back.push_back(at);
    out.push_back(*top);
    out.insert(out.end(), back.rbegin(), back.rend());
    return out;
  }

  std::vector<Boss> boss;
  std::vector<Boss> parent;
};

/// The other ends of the edges at `v`, sorted and without doubles.
Numbers ends(const std::vector<Edge>& edges, std::size_t v, bool forward, bool backward) {
  std::set<std::size_t> out;
  for (const auto& [from, to] : edges) {
    if (forward && from.index() == v) out.insert(to.index());
    if (backward && to.index() == v) out.insert(from.index());
  }
  if (forward && backward) out.erase(v);
  return {out.begin(), out.end()};
}

void compare(std::size_t vertices, const std::vector<Edge>& solid, const std::vector<Edge>& dotted,
             const std::vector<Edge>& working) {
  const Graph graph(vertices, solid, dotted, working);
  const Plain plain(vertices, solid);
  REQUIRE(graph.size() == vertices);

  std::vector<Numbers> cycles;
  for (const std::vector<Vertex>& cycle : graph.cycles()) cycles.push_back(numbers(cycle));
  REQUIRE(cycles == plain.cycles());

  Numbers tops;
  for (std::size_t v = 0; v < vertices; ++v) {
    if (!plain.boss[v]) tops.push_back(v);
    const Vertex vertex(v);
    const Numbers line = plain.line(v);
    Numbers subtree;
    plain.subtree(v, subtree);
    REQUIRE(number(graph.boss(vertex)) == plain.boss[v]);
    REQUIRE(numbers(graph.reports(vertex)) == plain.children(plain.boss, v));
    REQUIRE(numbers(graph.dotted_reports(vertex)) == ends(dotted, v, true, false));
    REQUIRE(numbers(graph.dotted_bosses(vertex)) == ends(dotted, v, false, true));
    REQUIRE(numbers(graph.linked(vertex)) == ends(working, v, true, true));
    REQUIRE(numbers(graph.line(vertex)) == line);
    REQUIRE(graph.layer(vertex) + 1 == line.size());
    REQUIRE(graph.detached(vertex) == plain.on_cycle(line.back()));
    REQUIRE(numbers(graph.subtree(vertex)) == subtree);
    for (std::size_t other = 0; other < vertices; ++other) {
      const bool below = std::find(line.begin(), line.end(), other) != line.end();
      REQUIRE(graph.in_line(vertex, Vertex(other)) == below);
      REQUIRE(number(graph.lowest_common_boss(vertex, Vertex(other))) == plain.common(v, other));
      REQUIRE(numbers(graph.path(vertex, Vertex(other))) == plain.path(v, other));
    }
  }
  REQUIRE(numbers(graph.tops()) == tops);
}

}  // namespace

TEST_CASE("an empty graph answers", "[graph]") {
  const Graph graph;
  CHECK(graph.size() == 0);
  CHECK(graph.tops().empty());
  CHECK(graph.cycles().empty());
}

TEST_CASE("every query agrees with brute force on random organisations", "[graph]") {
  std::mt19937 random(20260601);
  const auto below = [&](std::size_t limit) { return random() % limit; };
  for (int round = 0; round < 400; ++round) {
    const std::size_t vertices = 1 + below(round % 10 == 0 ? 40 : 12);
    std::vector<Edge> solid;
    // Trees first, then any edges: doubles, second bosses, self-reports, cycles.
    const bool tree = below(3) == 0;
    for (std::size_t v = 1; v < vertices; ++v) {
      if (below(8) == 0) continue;
      solid.push_back(edge(tree ? below(v) : below(vertices), v));
    }
    for (std::size_t i = below(4); i > 0; --i) {
      solid.push_back(edge(below(vertices), below(vertices)));
    }
    std::shuffle(solid.begin(), solid.end(), random);
    std::vector<Edge> dotted;
    std::vector<Edge> working;
    for (std::size_t i = below(vertices + 1); i > 0; --i) {
      dotted.push_back(edge(below(vertices), below(vertices)));
      working.push_back(edge(below(vertices), below(vertices)));
      if (below(4) == 0) dotted.push_back(dotted.front());
      if (below(4) == 0) working.emplace_back(working.front().second, working.front().first);
    }
    compare(vertices, solid, dotted, working);
  }
}

TEST_CASE("a circle is told from its smallest vertex, boss after boss", "[graph]") {
  // 3 -> 1 -> 2 -> 3, with 0 below 2, and 4 its own boss.
  const std::vector<Edge> solid = {edge(3, 1), edge(1, 2), edge(2, 3), edge(2, 0), edge(4, 4)};
  const Graph graph(5, solid, {}, {});
  REQUIRE(graph.cycles().size() == 2);
  CHECK(numbers(graph.cycles()[0]) == Numbers{1, 3, 2});
  CHECK(numbers(graph.cycles()[1]) == Numbers{4});
  CHECK(graph.tops().empty());
  CHECK(graph.detached(Vertex(0)));
  CHECK(numbers(graph.line(Vertex(0))) == Numbers{0, 2});
  CHECK(numbers(graph.reports(Vertex(4))) == Numbers{4});
}

TEST_CASE("a graph survives being moved", "[graph]") {
  Graph graph(2, std::vector<Edge>{edge(0, 1)}, {}, {});
  Graph other = std::move(graph);
  graph = Graph();
  CHECK(graph.size() == 0);
  CHECK(number(other.boss(Vertex(1))) == 0u);
}

TEST_CASE("a chain of a million is no deeper than the stack", "[graph][large]") {
  constexpr std::size_t size = 1'000'000;
  std::vector<Edge> solid;
  for (std::size_t v = 1; v < size; ++v) solid.push_back(edge(v - 1, v));
  const Graph chain(size, solid, {}, {});
  CHECK(chain.layer(Vertex(size - 1)) == size - 1);
  CHECK(chain.subtree(Vertex(0)).size() == size);
  CHECK(chain.in_line(Vertex(size - 1), Vertex(5)));
  CHECK(number(chain.lowest_common_boss(Vertex(size - 1), Vertex(7))) == 7u);
  CHECK(chain.path(Vertex(0), Vertex(size - 1)).size() == size);

  solid.push_back(edge(size - 1, 0));
  const Graph circle(size, solid, {}, {});
  REQUIRE(circle.cycles().size() == 1);
  CHECK(circle.cycles()[0].size() == size);
  CHECK(circle.layer(Vertex(size - 1)) == 0);
}

TEST_CASE("a star of a million", "[graph][large]") {
  constexpr std::size_t size = 1'000'000;
  std::vector<Edge> solid;
  for (std::size_t v = 1; v < size; ++v) solid.push_back(edge(0, v));
  const Graph star(size, solid, {}, {});
  CHECK(star.reports(Vertex(0)).size() == size - 1);
  CHECK(number(star.lowest_common_boss(Vertex(size - 1), Vertex(1))) == 0u);
  CHECK(star.subtree(Vertex(1)).size() == 1);
}
