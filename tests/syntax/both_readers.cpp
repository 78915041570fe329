#include "tests/syntax/both_readers.hpp"

#include <fmt/format.h>
// Where toml++ would stop at an assertion of its own it goes on, as in the release of rolecall.
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>
#include <iterator>
#include <sstream>

#include "model/syntax/tree.hpp"
#include "model/syntax/values.hpp"
#include "model/text/source.hpp"

namespace rolecall::test {
namespace {

using syntax::NodeId;
using syntax::Type;

std::string_view name_of(toml::node_type type) {
  switch (type) {
    case toml::node_type::table:
      return "table";
    case toml::node_type::array:
      return "list";
    case toml::node_type::string:
      return "text";
    case toml::node_type::integer:
      return "integer";
    case toml::node_type::floating_point:
      return "float";
    case toml::node_type::boolean:
      return "boolean";
    case toml::node_type::date:
      return "date";
    case toml::node_type::time:
      return "time";
    case toml::node_type::date_time:
      return "date with time";
    case toml::node_type::none:
      break;
  }
  return "none";
}

std::string_view name_of(Type type) {
  switch (type) {
    case Type::table:
      return "table";
    case Type::list:
      return "list";
    case Type::text:
      return "text";
    case Type::integer:
      return "integer";
    case Type::floating:
      return "float";
    case Type::boolean:
      return "boolean";
    case Type::date:
      return "date";
    case Type::time:
      return "time";
    case Type::date_time:
      return "date with time";
  }
  return "none";
}

std::string date_text(int year, int month, int day) {
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

class TomlWalk {
 public:
  std::vector<std::string> out;

  void table(const std::string& path, const toml::table& table) {
    for (const auto& [key, node] : table) {
      const toml::source_position at = key.source().begin;
      value(fmt::format("{}.{:?}", path, key.str()), fmt::format("{}:{}", at.line, at.column),
            node);
    }
  }

 private:
  static std::string said(const toml::node& node) {
    if (const auto* text = node.as_string()) return fmt::format(" {:?}", text->get());
    if (const auto* number = node.as_integer()) return fmt::format(" {}", number->get());
    if (const auto* flag = node.as_boolean()) return fmt::format(" {}", flag->get());
    if (const auto* date = node.as_date()) {
      return ' ' + date_text(date->get().year, date->get().month, date->get().day);
    }
    return {};
  }

  void value(const std::string& path, const std::string& key_place, const toml::node& node) {
    const auto* inner = node.as_table();
    const auto* list = node.as_array();
    const bool headers = (inner != nullptr && !inner->is_inline()) ||
                         (list != nullptr && !list->empty() && list->get(0)->is_table() &&
                          !list->get(0)->as_table()->is_inline());
    const toml::source_position at = node.source().begin;
    const std::string place = headers ? "headers" : fmt::format("{}:{}", at.line, at.column);
    out.push_back(
        fmt::format("{} {} {} {}{}", path, key_place, place, name_of(node.type()), said(node)));
    if (list != nullptr) {
      for (std::size_t i = 0; const toml::node& element : *list) {
        value(fmt::format("{}[{}]", path, i++), "", element);
      }
    }
    if (inner != nullptr) table(path, *inner);
  }
};

class ValuesWalk {
 public:
  explicit ValuesWalk(const syntax::Tree& tree)
      : tree_(tree), source_("", std::string(tree.text)), values_(tree) {}

  std::vector<std::string> seen() {
    table("", values_.root());
    return std::move(out_);
  }

 private:
  std::string place(syntax::NodeId id) const {
    const Span span = source_.span_at(tree_[id].begin);
    return fmt::format("{}:{}", span.line, span.column);
  }

  static std::string said(const syntax::Value& value) {
    if (const auto text = value.text()) return fmt::format(" {:?}", *text);
    if (const auto number = value.integer()) return fmt::format(" {}", *number);
    if (const auto flag = value.boolean()) return fmt::format(" {}", *flag);
    if (const auto date = value.date()) return ' ' + date_text(date->year, date->month, date->day);
    return {};
  }

  void table(const std::string& path, const syntax::Table& table) {
    for (const auto& [key, inner] : table) {
      value(fmt::format("{}.{:?}", path, key.text), place(key.node), inner);
    }
  }

  void value(const std::string& path, const std::string& key_place, const syntax::Value& value) {
    const bool headers = !is_value(tree_[value.node()].kind);
    out_.push_back(fmt::format("{} {} {} {}{}", path, key_place,
                               headers ? "headers" : place(value.node()), name_of(value.type()),
                               said(value)));
    if (const auto list = value.list()) {
      for (std::size_t i = 0; const syntax::Value& element : *list) {
        this->value(fmt::format("{}[{}]", path, i++), "", element);
      }
    }
    if (const auto inner = value.table()) table(path, *inner);
  }

  const syntax::Tree& tree_;
  SourceText source_;
  syntax::Values values_;
  std::vector<std::string> out_;
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
  for (const std::string& line : other) out += "our reader alone: " + line + "\n";
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
  walk.table("", toml::parse(text, std::string_view{}));
  std::ranges::sort(walk.out);
  return std::move(walk.out);
}

std::vector<std::string> seen_by_us(std::string_view text) {
  const syntax::Tree tree = syntax::parse(text);
  std::vector<std::string> out = ValuesWalk(tree).seen();
  std::ranges::sort(out);
  return out;
}

std::string disagreement(std::string_view text) {
  const syntax::Tree tree = syntax::parse(text);
  if (std::string shape = misshapen(tree); !shape.empty()) return shape;
  const std::string error = toml_error(text);
  if (error.empty() != tree.errors.empty()) {
    return error.empty() ? "toml++ takes it, the tree says: " + tree.errors[0].message
                         : "the tree takes it, toml++ says: " + error;
  }
  if (error.empty()) return difference(seen_by_toml(text), seen_by_us(text));
  const std::string rest = without_errors(tree);
  if (rest.size() != text.size()) return "what is left has another size";
  if (std::string left = toml_error(rest); !left.empty()) return "what is left is no TOML: " + left;
  const syntax::Tree again = syntax::parse(rest);
  if (!again.errors.empty()) return "what is left has an error: " + again.errors[0].message;
  return difference(seen_by_toml(rest), seen_by_us(rest));
}

}  // namespace rolecall::test
