#pragma once
// What stands where in a tree: from a place in the text to the table, pair or list that is meant.

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/syntax/tree.hpp"
#include "model/text/source.hpp"

namespace rolecall {

/// Why a change cannot be made, without full stop.
template <class T>
using OrWhy = std::expected<T, std::string>;

class Places {
 public:
  Places(const syntax::Tree& tree, const SourceText& source) : tree_(tree), source_(source) {}

  /// The innermost node that holds the byte. O(log n) and the depth.
  syntax::NodeId node_at(std::size_t offset) const;

  /// The header or inline table that a table's place means. A key whose value is an inline table
  /// stands for that, any other key for the table that it is in.
  OrWhy<syntax::NodeId> table(const Span& span) const;
  /// The innermost table, header or inline, that holds a node or is it.
  OrWhy<syntax::NodeId> table_of(syntax::NodeId node) const;
  /// The string, key part or other value that begins at the place.
  OrWhy<syntax::NodeId> word(const Span& span) const;

  /// The pairs of a table, header or inline, in order, without those that are broken.
  std::vector<syntax::NodeId> pairs(syntax::NodeId table) const;
  std::optional<syntax::NodeId> pair(syntax::NodeId table, std::string_view key) const;
  /// The table's key as parts: of an inline table the path to it.
  std::vector<std::string> path(syntax::NodeId table) const;
  /// The keys of the table in the order in which they are written; empty where it is not known.
  std::span<const std::string_view> order(syntax::NodeId table) const;

  /// Whether the file changes another: `[]` is then a value of its own.
  bool proposal() const;

  bool is_header(syntax::NodeId node) const {
    return tree_[node].kind == syntax::Kind::table || tree_[node].kind == syntax::Kind::array_table;
  }

  const syntax::Tree& tree() const { return tree_; }
  std::string_view text() const { return tree_.text; }
  const SourceText& source() const { return source_; }

 private:
  syntax::NodeId header_of(syntax::NodeId node) const;

  const syntax::Tree& tree_;
  const SourceText& source_;
};

}  // namespace rolecall
