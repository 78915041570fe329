#pragma once
// What a tree says: its tables with all that headers, dotted keys and braces put into them, and the
// values of single tokens. A view: it copies nothing that the text holds.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/syntax/tree.hpp"
#include "model/text/date.hpp"

namespace rolecall::syntax {

class List;
class Table;
class Values;

enum class Type : std::uint8_t {
  text,
  integer,
  floating,
  boolean,
  date,
  time,
  date_time,  ///< a date with a time
  list,
  table,
};

class Value {
 public:
  Type type() const { return type_; }
  bool is_number() const { return type_ == Type::integer || type_ == Type::floating; }
  /// The token; for a table or a list that has headers, where the first of them names it.
  NodeId node() const { return node_; }

  std::optional<std::string> text() const;
  std::optional<std::int64_t> integer() const;
  std::optional<bool> boolean() const;
  std::optional<Date> date() const;
  std::optional<List> list() const;
  std::optional<Table> table() const;

 private:
  friend class List;
  friend class Table;
  friend class Values;
  Value(const Values& of, NodeId node);
  Value(const Values& of, NodeId node, Type type, std::uint32_t at)
      : of_(&of), node_(node), at_(at), type_(type) {}

  const Values* of_;
  NodeId node_;
  std::uint32_t at_ = 0xFFFFFFFF;  ///< a table, or a list's first one
  Type type_;
};

/// The values of a list, or the tables of `[[...]]`, in order.
class List {
 public:
  class iterator;
  iterator begin() const;
  std::default_sentinel_t end() const { return {}; }
  bool empty() const;
  std::size_t size() const;  ///< O(n)
  /// Whether there are tables in it and nothing else.
  bool is_of_tables() const;

 private:
  friend class Value;
  List(const Values& of, NodeId node, std::uint32_t first) : of_(&of), node_(node), first_(first) {}

  const Values* of_;
  NodeId node_;
  std::uint32_t first_;  ///< the first table of `[[...]]`
};

struct Key {
  std::string_view text;  ///< without quotes
  NodeId node;
};

class Table {
 public:
  class iterator;
  /// The keys: first those that stand in it plainly, then what dotted keys and headers add.
  iterator begin() const;
  std::default_sentinel_t end() const { return {}; }
  bool empty() const;
  /// O(keys).
  bool contains(std::string_view key) const;
  /// Its braces or its header; where it has neither, the key or header that leads through it.
  NodeId node() const { return node_; }
  bool is_inline() const;

 private:
  friend class Value;
  friend class Values;
  Table(const Values& of, NodeId node, std::uint32_t at) : of_(&of), node_(node), at_(at) {}

  const Values* of_;
  NodeId node_;
  std::uint32_t at_;  ///< none: in braces, with plain keys alone
};

class Values {
 public:
  /// The tree must outlive this, and have no errors. O(n) but for tables with many tables below
  /// them, where each takes log n.
  explicit Values(const Tree& tree);
  Values(const Values&) = delete;
  Values& operator=(const Values&) = delete;

  Table root() const { return {*this, 0, 0}; }
  const Tree& tree() const { return tree_; }

 private:
  friend class List;
  friend class Table;
  friend class Value;
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// What a dotted key or a header adds to a table.
  struct Item {
    Key key;
    NodeId node = no_node;       ///< of the value
    std::uint32_t table = none;  ///< the table; the first of a list
    std::uint32_t last = none;   ///< the last of a list
    std::uint32_t next = none;
  };
  struct TableData {
    NodeId node = no_node;
    NodeId plain = no_node;      ///< the first of the statements that stand in it
    std::uint32_t first = none;  ///< item
    std::uint32_t last = none;   ///< item
    std::uint32_t index = none;  ///< into `indexes_`, where there are many items
    std::uint32_t items = 0;
    std::uint32_t element = none;  ///< the next table of the same list
  };

  bool has_dots(NodeId pair) const;
  Key key_at(NodeId part) const;
  std::uint32_t new_table(NodeId node, NodeId plain);
  std::uint32_t find(std::uint32_t table, std::string_view key) const;
  std::uint32_t add(std::uint32_t table, Item item);
  std::uint32_t table_within(std::uint32_t table, NodeId part, NodeId leads);
  std::uint32_t open(NodeId header);
  void add_dotted(std::uint32_t table, NodeId pair);
  std::uint32_t braces(NodeId node) const;

  const Tree& tree_;
  std::vector<TableData> tables_;
  std::vector<Item> items_;
  std::vector<std::unordered_map<std::string_view, std::uint32_t>> indexes_;
  std::unordered_map<NodeId, std::uint32_t> braces_with_dots_;
  mutable std::unordered_map<NodeId, std::string> kept_;  ///< keys whose escapes are resolved
};

class Table::iterator {
 public:
  using value_type = std::pair<Key, Value>;
  using difference_type = std::ptrdiff_t;
  value_type operator*() const;
  iterator& operator++();
  void operator++(int) { ++*this; }
  bool operator==(std::default_sentinel_t) const {
    return pair_ == no_node && item_ == Values::none;
  }

 private:
  friend class Table;
  iterator(const Values& of, NodeId first, std::uint32_t item);
  void find_plain();

  const Values* of_;
  NodeId pair_;
  std::uint32_t item_;
};

class List::iterator {
 public:
  using value_type = Value;
  using difference_type = std::ptrdiff_t;
  Value operator*() const;
  iterator& operator++();
  void operator++(int) { ++*this; }
  bool operator==(std::default_sentinel_t) const {
    return node_ == no_node && table_ == Values::none;
  }

 private:
  friend class List;
  iterator(const Values& of, NodeId node, std::uint32_t table);
  void find_value();

  const Values* of_;
  NodeId node_;
  std::uint32_t table_;
};

}  // namespace rolecall::syntax
