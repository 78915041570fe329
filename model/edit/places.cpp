#include "model/edit/places.hpp"

#include <algorithm>

#include "model/edit/key_order.hpp"
#include "model/edit/layout_of_lines.hpp"
#include "model/edit/text_edit.hpp"

namespace rolecall {

using syntax::Kind;
using syntax::no_node;
using syntax::NodeId;

NodeId Places::node_at(std::size_t offset) const {
  // Nodes stand in the order of the text, parents before children.
  const auto behind =
      std::upper_bound(tree_.nodes.begin(), tree_.nodes.end(), offset,
                       [](std::size_t at, const syntax::Node& node) { return at < node.begin; });
  if (behind == tree_.nodes.begin()) return 0;
  NodeId node = static_cast<NodeId>(behind - tree_.nodes.begin() - 1);
  while (node != 0 && tree_[node].end <= offset) node = tree_[node].parent;
  return node == no_node ? 0 : node;
}

OrWhy<NodeId> Places::table(const Span& span) const {
  const std::size_t offset = offset_of(source_, span.line, span.column);
  NodeId node = node_at(offset);
  for (NodeId at = node; at != no_node && at != 0; at = tree_[at].parent) {
    if (is_header(at)) return at;
    if (tree_[at].kind == Kind::inline_table) return at;
    if (tree_[at].kind == Kind::pair) {
      const NodeId value = tree_.value_of(at);
      if (value != no_node && tree_[value].kind == Kind::inline_table) return value;
      // A key stands for the table that it is in.
      const NodeId own = tree_[at].parent == 0 ? header_of(at) : tree_[at].parent;
      if (own != no_node) return own;
    }
  }
  // A reader may take the white space before a header for a part of it.
  const std::size_t end = line_end(text(), offset);
  for (std::size_t k = offset; k < end && (text()[k] == ' ' || text()[k] == '\t'); ++k) {
    if (is_header(node_at(k + 1))) return node_at(k + 1);
  }
  return std::unexpected("there is no table here that a change could be made to");
}

OrWhy<NodeId> Places::table_of(NodeId node) const {
  for (NodeId at = node; at != no_node && at != 0; at = tree_[at].parent) {
    if (is_header(at) || tree_[at].kind == Kind::inline_table) return at;
    if (tree_[at].parent == 0) {
      const NodeId header = header_of(at);
      if (header != no_node) return header;
    }
  }
  return std::unexpected("there is no table here that a change could be made to");
}

OrWhy<NodeId> Places::word(const Span& span) const {
  const NodeId node = node_at(offset_of(source_, span.line, span.column));
  const Kind kind = tree_[node].kind;
  if (kind == Kind::key_part || syntax::is_value(kind)) return node;
  return std::unexpected("there is no value here that a change could be made to");
}

std::vector<NodeId> Places::pairs(NodeId table) const {
  const bool header = is_header(table);
  std::vector<NodeId> out;
  NodeId at = header ? tree_[table].next : tree_[table].first_child;
  for (; at != no_node && !(header && is_header(at)); at = tree_[at].next) {
    if (tree_[at].kind != Kind::pair) continue;
    const NodeId value = tree_.value_of(at);
    if (value != no_node && syntax::is_value(tree_[value].kind)) out.push_back(at);
  }
  return out;
}

std::optional<NodeId> Places::pair(NodeId table, std::string_view key) const {
  for (const NodeId node : pairs(table)) {
    const std::vector<std::string> parts = tree_.parts(tree_.key_of(node));
    if (parts.size() == 1 && parts[0] == key) return node;
  }
  return std::nullopt;
}

NodeId Places::header_of(NodeId node) const {
  while (tree_[node].parent != no_node && tree_[node].parent != 0) node = tree_[node].parent;
  // The last header before it: statements are children of the document, in order.
  for (NodeId at = node; at-- > 1;) {
    if (tree_[at].parent == 0 && is_header(at)) return at;
  }
  return no_node;
}

std::vector<std::string> Places::path(NodeId table) const {
  if (table == 0) return {};
  if (is_header(table)) return tree_.parts(table);
  const NodeId header = header_of(table);
  std::vector<std::string> out = header == no_node ? std::vector<std::string>() : path(header);
  std::vector<std::string> inner;
  for (NodeId at = tree_[table].parent; at != no_node && at != 0; at = tree_[at].parent) {
    if (tree_[at].kind != Kind::pair) continue;
    std::vector<std::string> parts = tree_.parts(tree_.key_of(at));
    inner.insert(inner.begin(), parts.begin(), parts.end());
  }
  out.insert(out.end(), inner.begin(), inner.end());
  return out;
}

std::span<const std::string_view> Places::order(NodeId table) const {
  std::vector<std::string> parts = path(table);
  if (is_header(table) || parts.empty()) return key_order(parts);
  const bool in_list = tree_[tree_[table].parent].kind == Kind::array;
  const std::string key = parts.back();
  if (!in_list) return key_order(parts);
  parts.pop_back();
  return entry_key_order(parts, key);
}

bool Places::proposal() const {
  for (NodeId at = tree_[0].first_child; at != no_node && !is_header(at); at = tree_[at].next) {
    if (tree_[at].kind != Kind::pair) continue;
    const std::vector<std::string> parts = tree_.parts(tree_.key_of(at));
    if (parts.size() == 1 && parts[0] == "base") return true;
  }
  return false;
}

}  // namespace rolecall
