#include "model/syntax/tree.hpp"

#include <algorithm>

#include "model/syntax/characters.hpp"

namespace rolecall::syntax {

std::vector<NodeId> Tree::children(NodeId id) const {
  std::vector<NodeId> out;
  for (NodeId at = nodes[id].first_child; at != no_node; at = nodes[at].next) out.push_back(at);
  return out;
}

std::vector<NodeId> Tree::children(NodeId id, Kind kind) const {
  std::vector<NodeId> out;
  for (NodeId at = nodes[id].first_child; at != no_node; at = nodes[at].next) {
    if (nodes[at].kind == kind) out.push_back(at);
  }
  return out;
}

NodeId Tree::at(std::uint32_t offset, Kind kind) const {
  // Whatever holds the byte holds the last node that begins there or before, too: nodes stand in
  // the order of the text.
  const auto next =
      std::upper_bound(nodes.begin(), nodes.end(), offset,
                       [](std::uint32_t at, const Node& node) { return at < node.begin; });
  if (next == nodes.begin()) return no_node;
  auto id = static_cast<NodeId>(next - nodes.begin() - 1);
  while (id != no_node && (nodes[id].end <= offset || nodes[id].kind != kind)) {
    id = nodes[id].parent;
  }
  return id;
}

std::vector<std::string> Tree::parts(NodeId id) const {
  if (nodes[id].kind != Kind::key) id = nodes[id].first_child;
  std::vector<std::string> out;
  if (id == no_node || nodes[id].kind != Kind::key) return out;
  for (NodeId part = nodes[id].first_child; part != no_node; part = nodes[part].next) {
    out.push_back(unquoted(text_of(part)));
  }
  return out;
}

std::vector<NodeId> Tree::statements(NodeId header) const {
  std::vector<NodeId> out;
  NodeId at = header == 0 ? nodes[0].first_child : nodes[header].next;
  for (; at != no_node; at = nodes[at].next) {
    const Kind kind = nodes[at].kind;
    if (kind == Kind::table || kind == Kind::array_table) break;
    out.push_back(at);
  }
  return out;
}

std::string without_errors(const Tree& tree) {
  std::string out(tree.text);
  for (const Range& range : tree.lost) {
    for (std::size_t at = range.begin; at < range.end; ++at) {
      const bool line_end =
          out[at] == '\n' || (out[at] == '\r' && at + 1 < out.size() && out[at + 1] == '\n');
      if (!line_end) out[at] = ' ';
    }
  }
  return out;
}

bool is_value(Kind kind) {
  switch (kind) {
    case Kind::string:
    case Kind::integer:
    case Kind::floating:
    case Kind::boolean:
    case Kind::date_time:
    case Kind::array:
    case Kind::inline_table:
      return true;
    default:
      return false;
  }
}

}  // namespace rolecall::syntax
