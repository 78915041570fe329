#include "tests/syntax/both_readers.hpp"

#include <fmt/format.h>
// Where toml++ would stop at an assertion of its own it goes on, as in the release of rolecall.
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>
#include <iterator>
#include <sstream>

#include "model/syntax/tree.hpp"
#include "model/text/source.hpp"

namespace rolecall::test {
namespace {

using syntax::Kind;
using syntax::NodeId;

std::string_view name_of(toml::node_type type) {
  switch (type) {
    case toml::node_type::table:
      return "table";
    case toml::node_type::array:
      return "array";
    case toml::node_type::string:
      return "string";
    case toml::node_type::integer:
      return "integer";
    case toml::node_type::floating_point:
      return "float";
    case toml::node_type::boolean:
      return "boolean";
    case toml::node_type::date:
    case toml::node_type::time:
    case toml::node_type::date_time:
      return "date";
    case toml::node_type::none:
      break;
  }
  return "none";
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::inline_table:
      return "table";
    case Kind::array:
      return "array";
    case Kind::string:
      return "string";
    case Kind::integer:
      return "integer";
    case Kind::floating:
      return "float";
    case Kind::boolean:
      return "boolean";
    case Kind::date_time:
      return "date";
    default:
      return "none";
  }
}

class TomlWalk {
 public:
  std::vector<std::string> out;

  void table(const toml::table& table) {
    for (const auto& [key, node] : table) {
      const toml::source_position at = key.source().begin;
      named(fmt::format("{}:{} {:?} ", at.line, at.column, key.str()), node);
    }
  }

 private:
  static bool has_headers(const toml::array& array) {
    const auto* first = array.empty() ? nullptr : array[0].as_table();
    return first != nullptr && !first->is_inline();
  }

  void named(const std::string& name, const toml::node& node) {
    const auto* array = node.as_array();
    const auto* inner = node.as_table();
    if (inner != nullptr && !inner->is_inline()) {
      table(*inner);
    } else if (array != nullptr && has_headers(*array)) {
      for (const toml::node& element : *array) table(*element.as_table());
    } else {
      value(name, node);
    }
  }

  void value(const std::string& name, const toml::node& node) {
    const toml::source_position at = node.source().begin;
    std::string text;
    if (const auto* string = node.as_string()) text = fmt::format(" {:?}", string->get());
    out.push_back(
        fmt::format("{}{} {}:{}{}", name, name_of(node.type()), at.line, at.column, text));
    if (const auto* array = node.as_array()) {
      for (const toml::node& element : *array) value("- ", element);
    }
    if (const auto* inner = node.as_table()) table(*inner);
  }
};

class TreeWalk {
 public:
  explicit TreeWalk(const syntax::Tree& tree) : tree_(tree), source_("", std::string(tree.text)) {}
  std::vector<std::string> out;

  void pairs(NodeId parent) {
    for (const NodeId pair : tree_.children(parent, Kind::pair)) {
      const NodeId key = tree_.key_of(pair);
      const NodeId part = tree_.children(key).back();
      value(fmt::format("{} {:?} ", place(part), tree_.parts(key).back()), tree_.value_of(pair));
    }
  }

 private:
  std::string place(NodeId id) const {
    const Span span = source_.span_at(tree_[id].begin);
    return fmt::format("{}:{}", span.line, span.column);
  }

  void value(const std::string& name, NodeId id) {
    std::string text;
    const Kind kind = tree_[id].kind;
    if (kind == Kind::string) {
      text = fmt::format(" {:?}", syntax::unquoted(tree_.text_of(id)));
    }
    out.push_back(fmt::format("{}{} {}{}", name, name_of(kind), place(id), text));
    if (kind == Kind::array) {
      for (const NodeId child : tree_.children(id)) {
        if (is_value(tree_[child].kind)) value("- ", child);
      }
    }
    if (kind == Kind::inline_table) pairs(id);
  }

  const syntax::Tree& tree_;
  SourceText source_;
};

/// What is wrong with the shape of a tree: nodes out of order, or not within their parents.
std::string misshapen(const syntax::Tree& tree) {
  for (NodeId id = 1; id < tree.nodes.size(); ++id) {
    const syntax::Node& node = tree[id];
    const syntax::Node& parent = tree[node.parent];
    const bool in_order = node.begin <= node.end && tree[id - 1].begin <= node.begin;
    const bool within = node.parent < id && parent.begin <= node.begin && node.end <= parent.end;
    const bool apart =
        node.next == syntax::no_node || (node.next > id && tree[node.next].begin >= node.end &&
                                         tree[node.next].parent == node.parent);
    if (!in_order || !within || !apart) {
      return fmt::format("node {} of kind {} at {} to {} has a wrong place", id,
                         static_cast<int>(node.kind), node.begin, node.end);
    }
  }
  for (std::size_t i = 0; i < tree.lost.size(); ++i) {
    const bool apart = i == 0 || tree.lost[i - 1].end <= tree.lost[i].begin;
    if (!apart || tree.lost[i].end > tree.text.size()) return "what is lost has a wrong place";
  }
  for (const syntax::Error& error : tree.errors) {
    if (error.begin > error.end || error.end > tree.text.size()) {
      return "an error has a wrong place: " + error.message;
    }
  }
  return {};
}

std::string difference(const std::vector<std::string>& toml, const std::vector<std::string>& tree) {
  std::vector<std::string> one;
  std::vector<std::string> other;
  std::ranges::set_difference(toml, tree, std::back_inserter(one));
  std::ranges::set_difference(tree, toml, std::back_inserter(other));
  std::string out;
  for (const std::string& line : one) out += "toml++ alone: " + line + "\n";
  for (const std::string& line : other) out += "the tree alone: " + line + "\n";
  return out;
}

}  // namespace

std::string toml_error(std::string_view text) {
  try {
    static_cast<void>(toml::parse(text, std::string_view{}));
  } catch (const toml::parse_error& error) {
    std::ostringstream out;
    out << error;
    return out.str();
  }
  return {};
}

std::vector<std::string> seen_by_toml(std::string_view text) {
  TomlWalk walk;
  walk.table(toml::parse(text, std::string_view{}));
  std::ranges::sort(walk.out);
  return std::move(walk.out);
}

std::vector<std::string> seen_by_tree(std::string_view text) {
  const syntax::Tree tree = syntax::parse(text);
  TreeWalk walk(tree);
  walk.pairs(0);
  std::ranges::sort(walk.out);
  return std::move(walk.out);
}

std::string disagreement(std::string_view text) {
  const syntax::Tree tree = syntax::parse(text);
  if (std::string shape = misshapen(tree); !shape.empty()) return shape;
  const std::string error = toml_error(text);
  if (error.empty() != tree.errors.empty()) {
    return error.empty() ? "toml++ takes it, the tree says: " + tree.errors[0].message
                         : "the tree takes it, toml++ says: " + error;
  }
  if (error.empty()) return difference(seen_by_toml(text), seen_by_tree(text));
  const std::string rest = without_errors(tree);
  if (rest.size() != text.size()) return "what is left has another size";
  if (std::string left = toml_error(rest); !left.empty()) return "what is left is no TOML: " + left;
  const syntax::Tree again = syntax::parse(rest);
  if (!again.errors.empty()) return "what is left has an error: " + again.errors[0].message;
  return difference(seen_by_toml(rest), seen_by_tree(rest));
}

}  // namespace rolecall::test
