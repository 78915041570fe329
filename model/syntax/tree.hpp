#pragma once
// A lossless syntax tree of TOML: places and shape. It reads on after errors, so that one run tells
// all of them, and it is what values are read from (values.hpp), and what edits and the layout of
// files work on. toml++ is the other reader it is held against (tests/syntax).

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rolecall::syntax {

enum class Kind : std::uint8_t {
  document,     ///< the root; its children are statements and comments, in order of the text
  table,        ///< `[a.b]`: the brackets and what is between; its child is the key
  array_table,  ///< `[[a.b]]`
  pair,         ///< `key = value`: the children are key and value
  key,          ///< one part or several with dots between: the children are the parts
  key_part,     ///< bare or quoted
  string,       ///< with its quotes, of all four kinds
  integer,
  floating,
  boolean,
  date_time,     ///< dates, times and both, local or with an offset
  array,         ///< the children are values, commas and comments
  inline_table,  ///< the children are pairs and commas
  comma,
  comment,  ///< from `#` up to before the line break
  broken,   ///< what could not be read; an error says why
};

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = 0xFFFFFFFF;

/// A piece of the text. Offsets are bytes, the end is exclusive. White space, line breaks, `=` and
/// dots are what lies between nodes. Nodes stand in the order of the text, parents before children.
struct Node {
  Kind kind = Kind::document;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NodeId parent = no_node;
  NodeId first_child = no_node;
  NodeId next = no_node;  ///< the next child of the same parent
};

/// A repair of the text that needs no decision.
struct Replacement {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;
  std::string title;  ///< what it does: "close the string", for a help
  bool safe = false;  ///< it is surely what was meant
};

/// Something that is no TOML, in words for people: no full stop, no line numbers.
struct Error {
  std::uint32_t begin = 0;  ///< the narrowest wrong thing
  std::uint32_t end = 0;
  std::string message;  ///< stands alone
  std::string label;    ///< at the place
  std::string help;     ///< what would be right; empty where `repair` says it
  std::optional<Replacement> repair{};
};

/// A range of bytes, the end exclusive.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Most errors that a tree keeps; the rest is counted.
inline constexpr std::size_t max_errors = 100;
/// Deepest nesting of values: `x = [1]` is two deep.
inline constexpr std::size_t max_depth = 256;
/// Most parts that a dotted key or a header may have.
inline constexpr std::size_t max_key_parts = 64;

/// The tree of one text, which must outlive it. A byte order mark at the begin belongs to no node.
struct Tree {
  std::string_view text;
  std::vector<Node> nodes;    ///< `nodes[0]` is the document
  std::vector<Error> errors;  ///< in order of the text, at most `max_errors`
  std::size_t untold = 0;     ///< how many more errors there are
  /// What `without_errors` blanks, in order of the text and apart from each other: whole
  /// statements, and for a header that is wrong all that stands below it.
  std::vector<Range> lost;

  const Node& operator[](NodeId id) const { return nodes[id]; }
  std::string_view text_of(NodeId id) const {
    return text.substr(nodes[id].begin, nodes[id].end - nodes[id].begin);
  }
  std::vector<NodeId> children(NodeId id) const;
  /// The children that are of a kind, in order.
  std::vector<NodeId> children(NodeId id, Kind kind) const;

  /// The innermost node of the kind that holds the byte, or `no_node`. O(log n + depth).
  NodeId at(std::uint32_t offset, Kind kind) const;

  /// Key and value of a pair. A pair that is broken may have no value (`no_node`) or one that is
  /// `broken`.
  NodeId key_of(NodeId pair) const { return nodes[pair].first_child; }
  NodeId value_of(NodeId pair) const { return nodes[nodes[pair].first_child].next; }
  /// The parts of a key, or of a header's key, unquoted and unescaped.
  std::vector<std::string> parts(NodeId key_or_header) const;

  /// The statements of a header, up to before the next header: pairs and comments. Of the document:
  /// those before the first header.
  std::vector<NodeId> statements(NodeId header) const;
};

/// Trees of several texts, by the index of their file.
using Trees = std::map<std::uint32_t, std::shared_ptr<const Tree>>;

/// Reads a text of any bytes. O(n) in time and memory; nesting of arrays and inline tables is
/// limited to 256, parts of a key to 64, beyond which there is an error.
Tree parse(std::string_view text);

/// The text with what is broken, and what would make it broken (a key or a table said twice),
/// replaced by spaces byte for byte, line breaks kept: TOML that says the rest, at the same places.
std::string without_errors(const Tree& tree);

/// The value of a string or key part that the tree holds.
std::string unquoted(std::string_view token);
/// A basic string with the value, as one writes it: `"..."`, with escapes where needed.
std::string quoted_string(std::string_view value);
/// A key part, bare where it can be.
std::string key_text(std::string_view part);

bool is_value(Kind kind);

}  // namespace rolecall::syntax
