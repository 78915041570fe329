#pragma once
// Which keys and tables a text has said so far, and what may still be said.

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/syntax/tree.hpp"

namespace rolecall::syntax {

using TableId = std::uint32_t;

/// What a value is to those who want to say more of it.
enum class Shape : std::uint8_t { value, inline_table, tables /**< a list of tables alone */ };

/// Why a name cannot be said.
struct Clash {
  enum class Why : std::uint8_t {
    said_before,     ///< the same key or table
    closed,          ///< an inline table takes no more keys
    not_a_table,     ///< a value stands there
    list_of_tables,  ///< a plain table where `[[...]]` has been written, or the other way round
    own_header,      ///< a dotted key leads into a table that has a header
  };
  Why why;
  NodeId first;      ///< where it has been said
  std::size_t part;  ///< which part of the key
};

/// The tables of a text. O(log n) for each name.
class Names {
 public:
  static constexpr TableId root = 0;

  Names();

  /// Makes room for so many names.
  void reserve(std::size_t names) { entries_.reserve(names); }

  /// A table that nothing leads to: an inline table, or one below a header that is broken.
  TableId loose_table();

  /// The table of a header. `parts` must stay as they are for as long as this does.
  std::optional<Clash> header(std::span<const std::string_view> parts, bool array, NodeId place,
                              TableId& out);

  /// A key of a table, and what its value is.
  std::optional<Clash> pair(TableId table, std::span<const std::string_view> parts, Shape shape,
                            NodeId place);

 private:
  enum class State : std::uint8_t {
    implied,  ///< a header leads through it
    opened,   ///< has a header
    dotted,   ///< dotted keys lead through it
    closed,   ///< inline
    list,     ///< of `[[...]]`
    values,   ///< a list of inline tables alone
    value,
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Entry {
    std::string_view key;
    NodeId place = no_node;
    std::uint32_t first = none;  ///< child
    std::uint32_t next = none;   ///< sibling
    std::uint32_t children = 0;
    std::uint32_t index = none;    ///< into `indexes_`, where there are many children
    std::uint32_t element = none;  ///< the last table of a list
    State state = State::implied;
    bool has_values = false;  ///< a child that is neither a table nor a list of tables
  };

  std::uint32_t find(TableId table, std::string_view key) const;
  std::uint32_t add(TableId table, std::string_view key, State state, NodeId place);

  std::vector<Entry> entries_;
  std::vector<std::map<std::string_view, std::uint32_t>> indexes_;
};

}  // namespace rolecall::syntax
