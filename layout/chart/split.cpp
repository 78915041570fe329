#include "layout/chart/split.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "model/verdict/lines.hpp"

namespace rolecall {
namespace {

constexpr std::size_t longest_name = 60;

/// An id as part of a file's name.
std::string slug(std::string_view id) {
  std::string out;
  for (const char c : id.substr(0, longest_name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool upper = c >= 'A' && c <= 'Z';
    if (plain || upper) {
      out += upper ? static_cast<char>(c + 32) : c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "unit" : out;
}

/// Whoever is not below a unit: the tops, and the only report of one of these. A board may have
/// others below it that have no reports.
std::vector<bool> find_tops(const Org& org) {
  const Graph& graph = org.graph;
  std::vector<bool> top(graph.size());
  for (const Vertex v : top_down(org)) {
    if (graph.layer(v) == 0) top[v.index()] = true;
    if (!top[v.index()]) continue;
    std::vector<Vertex> units;
    for (const Vertex report : graph.reports(v)) {
      if (graph.layer(report) > 0 && !graph.reports(report).empty()) units.push_back(report);
    }
    const bool passes = graph.reports(v).size() == 1 || !org.position(v);
    if (units.size() == 1 && passes) top[units.front().index()] = true;
  }
  return top;
}

/// Whoever heads a unit.
std::vector<bool> find_heads(const Org& org, std::size_t most) {
  const Graph& graph = org.graph;
  std::vector<bool> head(graph.size());
  std::vector<std::size_t> weight(graph.size());  // cards on the sheet below and with a vertex
  const std::vector<bool> tops = find_tops(org);
  const std::vector<Vertex> order = top_down(org);
  for (std::size_t k = order.size(); k-- > 0;) {
    const Vertex v = order[k];
    std::size_t& sum = weight[v.index()];
    sum = 1;
    std::vector<std::pair<std::size_t, Vertex>> parts;
    for (const Vertex report : graph.reports(v)) {
      if (graph.layer(report) == 0) continue;  // a line that a circle was cut at
      sum += weight[report.index()];
      if (weight[report.index()] > 1) parts.emplace_back(weight[report.index()], report);
    }
    const bool top = tops[v.index()];
    if (!top && sum <= most) continue;
    std::ranges::sort(parts, [](const auto& a, const auto& b) {
      return std::pair(b.first, a.second) < std::pair(a.first, b.second);
    });
    for (const auto& [cards, report] : parts) {
      if (!top && sum <= most) break;
      if (tops[report.index()]) continue;
      head[report.index()] = true;
      sum -= cards - 1;
    }
  }
  return head;
}

}  // namespace

std::vector<Sheet> split(const Org& org, std::size_t most) {
  const std::vector<bool> head = find_heads(org, most);
  std::vector<Sheet> sheets(1);
  std::vector<std::size_t> sheet_of(org.graph.size());  // on which the vertex stands as itself
  std::set<std::string> names;
  for (const Vertex v : top_down(org)) {
    const std::size_t above = org.graph.layer(v) == 0 ? 0 : sheet_of[org.graph.boss(v)->index()];
    sheets[above].shown.push_back(v);
    sheet_of[v.index()] = above;
    if (!head[v.index()]) continue;
    sheet_of[v.index()] = sheets.size();
    const std::string name = slug(org.id(v));
    std::string unique = name;
    for (std::size_t i = 2; !names.insert(unique).second; ++i)
      unique = fmt::format("{}-{}", name, i);
    sheets.push_back({v, above, {v}, std::move(unique)});
  }
  return sheets;
}

Part part_of(const Org& org, const Sheet& sheet) {
  Part part{false, std::vector<std::uint8_t>(org.graph.size()), {}};
  for (const Vertex v : sheet.shown) part.shown[v.index()] = 1;
  part.says = sheet.head ? fmt::format("{} and below", org.id(*sheet.head)) : "overview";
  return part;
}

void link_sheets(const Org& org, const std::vector<Sheet>& sheets, std::size_t sheet,
                 const std::vector<std::string>& files, Chart& chart) {
  std::map<std::string, std::size_t> targets;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (sheets[i].head && sheets[i].above == sheet)
      targets[org.subject(*sheets[i].head).text()] = i;
  }
  if (sheets[sheet].above) {
    targets[org.subject(*sheets[sheet].head).text()] = *sheets[sheet].above;
  }
  for (Card& card : chart.cards) {
    if (const auto target = targets.find(card.id); target != targets.end()) {
      const std::string& file = files[target->second];
      card.link = file.substr(file.rfind('/') + 1);  // the sheets lie beside each other
    }
  }
}

}  // namespace rolecall
