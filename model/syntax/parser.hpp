#pragma once
// Inner header of the parser: its state, and what each of its files adds.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/syntax/characters.hpp"
#include "model/syntax/lines.hpp"
#include "model/syntax/names.hpp"
#include "model/syntax/strings.hpp"
#include "model/syntax/tree.hpp"
#include "model/syntax/troubles.hpp"

namespace rolecall::syntax {

using Offset = std::uint32_t;

/// Reads a text from front to back. A statement that is wrong is read on for as long as what comes
/// can belong to it; then it is given up as a whole, and reading goes on with the next line.
class Parser {
 public:
  explicit Parser(std::string_view text) : troubles_(tree_) {
    tree_.text = text;
    size_ = static_cast<Offset>(text.size());
    at_ = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    // Room for most texts; what is not used costs nothing.
    const std::size_t room = std::min<std::size_t>(text.size() / 4 + 8, 1u << 20);
    tree_.nodes.reserve(room);
    last_child_.reserve(room);
    names_.reserve(room / 2);
  }

  Tree parse() {
    const NodeId root = open(Kind::document, no_node);
    find_bad_bytes();
    while (at_ < size_) line(root);
    end_section();
    close(root);
    std::ranges::stable_sort(tree_.errors, {}, &Error::begin);
    return std::move(tree_);
  }

 private:
  // Nodes.

  NodeId open(Kind kind, NodeId parent) {
    const auto id = static_cast<NodeId>(tree_.nodes.size());
    tree_.nodes.push_back({kind, at_, at_, parent, no_node, no_node});
    last_child_.push_back(no_node);
    if (parent != no_node) {
      const NodeId last = std::exchange(last_child_[parent], id);
      (last == no_node ? tree_.nodes[parent].first_child : tree_.nodes[last].next) = id;
    }
    return id;
  }

  void close(NodeId id) { tree_.nodes[id].end = at_; }

  void leaf(Kind kind, NodeId parent, Offset end) {
    const NodeId id = open(kind, parent);
    at_ = end;
    close(id);
  }

  // The text.

  bool ended() const { return at_ >= size_; }
  char here() const { return tree_.text[at_]; }
  bool is(char c) const { return at_ < size_ && tree_.text[at_] == c; }
  bool is(std::string_view what) const { return tree_.text.substr(at_).starts_with(what); }
  void skip_blanks() {
    while (at_ < size_ && is_blank(tree_.text[at_])) ++at_;
  }
  bool at_line_break() const { return is('\n') || is("\r\n"); }
  bool at_line_end() const { return ended() || at_line_break() || is('#'); }
  void skip_line_break() { at_ += is('\n') ? 1 : 2; }
  Offset line_end() const { return end_of_line(tree_.text, at_); }
  std::string_view since(Offset begin) const { return tree_.text.substr(begin, at_ - begin); }

  // Errors.

  void fail(Error error);
  void lose(Offset begin, Offset end);

  void end_section();

  // Bytes that are no UTF-8.

  void find_bad_bytes();
  bool has_bad_bytes(Offset begin, Offset end) const;

  // Lines.

  void line(NodeId root);

  /// A comment may have wrong bytes in it, too.
  void comment(NodeId parent);
  void broken_line(NodeId root, bool tell);

  void describe_broken_line(Offset begin);

  /// A pair on a line of its own.
  void statement(NodeId root);

  /// Takes back what stands from `begin` on, the last child of the root.
  void drop_to(NodeId root, Offset begin);

  /// Whether this is the rest of a number such as 1,200,000.
  static bool is_grouped(std::string_view words);

  /// Something that stands behind a value.
  void junk(NodeId pair);

  /// Goes to the end of a line from where reading can go on.
  void recover();

  // Headers.

  void header(NodeId root);

  /// Where this line ends without a comment and the blanks before it.
  Offset trimmed_line_end() const;
  void close_header(NodeId id, Offset begin);

  void name_header(NodeId id);

  // Keys.

  /// Reads a key and the blanks behind it. False where there is none; an error has been told where
  /// `wrong_` is set.
  bool key(NodeId parent);
  bool key_part(NodeId key);

  NodeId part_node(NodeId key, std::size_t index) const;

  /// The parts of a key into `parts_`; texts that stay.
  void collect_parts(NodeId key);

  // Pairs.

  /// Reads a pair. `no_node` where this is none; its node is `broken` then.
  NodeId pair(NodeId parent, TableId table, std::size_t depth, Within within);
  void name_pair(NodeId pair, TableId table, Shape shape);

  /// What comes behind a key.
  enum class Next { value, nothing, no_pair };

  /// Steps over the `=` and the blanks behind it.
  Next equals(NodeId pair, Within within);
  Shape value_of(NodeId pair, std::size_t depth, Within within);

  void missing_value(NodeId pair, std::size_t depth, bool in_braces);

  /// Where a value begins that stands alone on one of the next lines; the text's end where a
  /// statement or something else comes first.
  Offset value_on_next_lines() const;

  // Values.

  /// Reads the value that begins here. Where it is none, an error is told, and `at_` is where
  /// whatever is around the value goes on.
  Shape value(NodeId parent, std::size_t depth, Within within);
  void string(NodeId parent, Within within);

  void unclosed(NodeId parent, const StringToken& token, Within within);
  void leaf_from(Kind kind, NodeId parent, Offset begin, Offset end);

  void scalar(NodeId parent, Within within);

  /// A string in quotes as a word processor sets them.
  void typographic(NodeId parent, Within within);

  /// What stands without quotes where a value should be.
  void bare_words(NodeId parent, Within within);
  Shape array(NodeId parent, std::size_t depth);

  /// For what has stopped at the begin of a statement below it.
  void end_with_last_child(NodeId id);

  /// Text that stands directly behind a string of a list: a quote is missing somewhere before, so
  /// that what is outside and what is inside of quotes is no longer known on this line.
  void crossed_quotes(NodeId list);
  std::string_view since_byte() const { return tree_.text.substr(at_, 1); }

  void skip_in_array(NodeId id);

  /// Whether a new line begins here that can only be a statement.
  bool unclosed_here();
  void unclosed_array(Offset begin, Offset value_end);

  void inline_table(NodeId parent, std::size_t depth);

  /// Whether a table in braces is meant to go on behind a line break.
  bool goes_on_below(bool after_pair) const;
  void unclosed_braces(Offset begin, Offset last_end);

  void unreadable_in_braces(NodeId id);
  void no_pair_in_braces(NodeId broken);

  Tree tree_;
  Troubles troubles_;
  Names names_;
  std::vector<NodeId> last_child_;
  std::vector<std::string_view> parts_;
  std::vector<Offset> bad_bytes_;
  std::deque<std::string> kept_;  ///< keys that had to be unescaped
  TableId table_ = Names::root;
  Offset size_ = 0;
  Offset at_ = 0;
  Offset section_begin_ = 0;
  bool lost_section_ = false;  ///< the header of what is read is wrong
  bool wrong_ = false;         ///< an error has been told for this statement
  bool gave_up_ = false;       ///< nothing more of this statement can be read
  bool ended_early_ = false;   ///< it has stopped at the begin of a statement below it
  bool line_begun_ = false;
};

}  // namespace rolecall::syntax
