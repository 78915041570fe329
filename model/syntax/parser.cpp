#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <deque>
#include <string>
#include <utility>

#include "model/syntax/characters.hpp"
#include "model/syntax/lines.hpp"
#include "model/syntax/names.hpp"
#include "model/syntax/scalars.hpp"
#include "model/syntax/strings.hpp"
#include "model/syntax/tree.hpp"
#include "model/syntax/troubles.hpp"
#include "model/text/text.hpp"

namespace rolecall::syntax {
namespace {

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

  void fail(Error error) {
    wrong_ = true;
    troubles_.add(std::move(error));
  }

  void lose(Offset begin, Offset end) {
    if (begin >= end || lost_section_) return;
    auto& lost = tree_.lost;
    if (!lost.empty() && lost.back().end >= begin) {
      lost.back().end = std::max(lost.back().end, end);
    } else {
      lost.push_back({begin, end});
    }
  }

  void end_section() {
    if (!lost_section_) return;
    lost_section_ = false;
    lose(section_begin_, at_);
  }

  // Bytes that are no UTF-8.

  void find_bad_bytes() {
    for (Offset from = 0; from < size_;) {
      const auto bad = find_invalid_utf8(tree_.text.substr(from));
      if (!bad) break;
      bad_bytes_.push_back(from + static_cast<Offset>(*bad));
      from = bad_bytes_.back() + 1;
    }
    if (bad_bytes_.empty()) return;
    const Offset first = bad_bytes_[0];
    Error error{first, first + 1,
                fmt::format("the text is not UTF-8: byte 0x{:02X} at offset {}",
                            static_cast<unsigned char>(tree_.text[first]), first),
                "this byte cannot stand here", "save the file as UTF-8"};
    if (bad_bytes_.size() > 1) {
      error.message += fmt::format(" and {} more", bad_bytes_.size() - 1);
    }
    troubles_.add(std::move(error));
  }

  bool has_bad_bytes(Offset begin, Offset end) const {
    if (bad_bytes_.empty()) return false;
    const auto next = std::ranges::lower_bound(bad_bytes_, begin);
    return next != bad_bytes_.end() && *next < end;
  }

  // Lines.

  void line(NodeId root) {
    skip_blanks();
    if (ended()) return;
    const char c = here();
    if (c == '\n' || is("\r\n")) {
      skip_line_break();
    } else if (c == '#') {
      comment(root);
    } else {
      const Offset begin = at_;
      wrong_ = gave_up_ = ended_early_ = line_begun_ = false;
      if (c == '[') {
        end_section();
        header(root);
      } else if (is_bare(c) || is_quote(c)) {
        statement(root);
      } else {
        broken_line(root, true);
      }
      if (wrong_) lose(begin, at_);
    }
  }

  /// A comment may have wrong bytes in it, too.
  void comment(NodeId parent) {
    const Offset begin = at_;
    Offset end = at_;
    Offset bad = size_;
    while (end < size_ && tree_.text[end] != '\n') {
      if (is_control_byte(tree_.text[end]) && bad == size_) bad = end;
      ++end;
    }
    if (end > begin && end < size_ && tree_.text[end - 1] == '\r') {
      --end;
      if (bad == end) bad = size_;
    }
    leaf(Kind::comment, parent, end);
    if (has_bad_bytes(begin, end)) {
      wrong_ = true;
      lose(begin, end);
    }
    if (bad >= end) return;
    fail({bad, bad + 1,
          fmt::format("a comment holds the control character U+{:04X}",
                      static_cast<unsigned>(static_cast<unsigned char>(tree_.text[bad]))),
          "cannot stand here", "take it out"});
    lose(begin, end);
  }

  void broken_line(NodeId root, bool tell) {
    const Offset begin = at_;
    const Offset end = trimmed(tree_.text, begin, line_end());
    leaf(Kind::broken, root, std::max(end, begin + 1));
    wrong_ = true;
    if (tell) describe_broken_line(begin);
    at_ = line_end();
  }

  void describe_broken_line(Offset begin) {
    const std::string_view words = since(begin);
    const char c = words[0];
    Error error{begin, at_,
                fmt::format("{} is neither a table nor a key with a value", quoted(words)),
                "cannot be read", "write `key = \"value\"`, and a remark behind `#`"};
    if (is_control_byte(c)) {
      error.end = begin + 1;
      error.message = fmt::format("the text holds the control character U+{:04X}",
                                  static_cast<unsigned>(static_cast<unsigned char>(c)));
      error.label = "cannot stand here";
      error.help = "take it out";
    } else if (c == '=') {
      error.message = "a value has no key";
      error.label = "nothing before the `=`";
      error.help = "write the key before the `=`";
    } else if (words.starts_with("//")) {
      error.message = "a comment begins with `#`";
      error.label = "no comment of TOML";
      error.help.clear();
      error.repair = Replacement{begin, begin + 2, "#", "write `#` for `//`", true};
    }
    fail(std::move(error));
  }

  /// A pair on a line of its own.
  void statement(NodeId root) {
    const Offset begin = at_;
    const NodeId id = pair(root, table_, 1, Within::line);
    if (id == no_node) {
      // No pair at all: the nodes that were made for it become one that is broken.
      drop_to(root, begin);
      broken_line(root, !wrong_);
      return;
    }
    if (has_bad_bytes(begin, at_)) wrong_ = true;
    if (!wrong_) {
      skip_blanks();
      if (!at_line_end()) junk(id);
    }
    if (wrong_) recover();
  }

  /// Takes back what stands from `begin` on, the last child of the root.
  void drop_to(NodeId root, Offset begin) {
    at_ = begin;
    NodeId last = last_child_[root];
    assert(tree_[last].begin == begin);
    NodeId before = no_node;
    // The node before is the last top-level one below `last`: its subtree ends just before it.
    if (last > 1) {
      before = last - 1;
      while (tree_[before].parent != root) before = tree_[before].parent;
    }
    tree_.nodes.resize(last);
    last_child_.resize(last);
    last_child_[root] = before;
    (before == no_node ? tree_.nodes[root].first_child : tree_.nodes[before].next) = no_node;
  }

  /// Whether this is the rest of a number such as 1,200,000.
  static bool is_grouped(std::string_view words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i % 4 == 0 ? words[i] != ',' : !is_digit(words[i])) return false;
    }
    return !words.empty() && words.size() % 4 == 0;
  }

  /// Something that stands behind a value.
  void junk(NodeId pair) {
    const Offset begin = at_;
    const Offset end = trimmed_line_end();
    const std::string_view words = tree_.text.substr(begin, end - begin);
    Error error{begin, end, fmt::format("{} stands behind the value", quoted(words)),
                "must be the end of the line", "write a remark behind `#`"};
    if (words == "," || words == ";") {
      error.help.clear();
      error.repair = Replacement{begin, end, "", fmt::format("take the `{}` away", words), true};
    } else if (const NodeId value = tree_.value_of(pair); tree_[pair].kind == Kind::pair &&
                                                          tree_[value].kind == Kind::integer &&
                                                          is_grouped(words)) {
      const Offset number = tree_[value].begin;
      std::string digits(tree_.text.substr(number, end - number));
      std::erase(digits, ',');
      error.message = "a number has commas";
      error.label = "no part of a number";
      error.help.clear();
      error.repair = Replacement{number, end, digits, fmt::format("write `{}`", digits), true};
    } else if (starts_pair(tree_.text, begin)) {
      error.message = "two keys stand on one line";
      error.label = "must begin a line";
      error.help.clear();
      const Offset value_end = tree_[pair].end;
      error.repair = Replacement{value_end, begin, "\n", "begin a new line", true};
    }
    fail(std::move(error));
  }

  /// Goes to the end of a line from where reading can go on.
  void recover() {
    if (ended_early_) return;  // at the begin of a statement
    if (gave_up_) {
      while (!ended() && !starts_statement(tree_.text, next_line(tree_.text, at_))) {
        at_ = next_line(tree_.text, at_);
      }
    }
    at_ = find_comment(tree_.text, at_, line_end());
  }

  // Headers.

  void header(NodeId root) {
    const Offset begin = at_;
    section_begin_ = begin;
    const bool array = is("[[");
    const NodeId id = open(array ? Kind::array_table : Kind::table, root);
    at_ += array ? 2 : 1;
    skip_blanks();
    if (!array && is('[')) {
      fail({begin,
            at_ + 1,
            "the brackets of `[[` stand apart",
            "must stand together",
            {},
            Replacement{begin, at_ + 1, "[[", "write `[[`", true}});
      tree_.nodes[id].kind = Kind::array_table;
      ++at_;
      skip_blanks();
    }
    if (is(']')) {
      fail({begin, at_ + 1, "a table has no name", "nothing between the brackets",
            "write the name of the table: `[company]`"});
    } else if (!key(id)) {
      if (!wrong_) {
        fail({begin, std::max(begin + 1, trimmed_line_end()), "a header cannot be read",
              "no name of a table", "write `[company]`, or `[[position]]` for one of several"});
      }
    } else {
      skip_blanks();
    }
    close_header(id, begin);
    close(id);
    if (!wrong_) {
      skip_blanks();
      if (!at_line_end()) junk(id);
    }
    if (has_bad_bytes(begin, at_)) wrong_ = true;
    if (!wrong_) name_header(id);
    if (wrong_) {
      lost_section_ = true;
      table_ = names_.loose_table();
      at_ = line_end();
    }
  }

  /// Where this line ends without a comment and the blanks before it.
  Offset trimmed_line_end() const {
    return trimmed(tree_.text, at_, find_comment(tree_.text, at_, line_end()));
  }

  void close_header(NodeId id, Offset begin) {
    const bool array = tree_[id].kind == Kind::array_table;
    const Offset brackets = at_;
    Offset count = 0;
    while (count < 3 && is(']')) {
      ++at_;
      ++count;
    }
    const Offset wanted = array ? 2 : 1;
    if (wrong_ || count == wanted) return;
    if (count > wanted) {
      at_ = brackets + wanted;  // told as what stands behind it
      return;
    }
    const std::string wants(wanted - count, ']');
    if (at_line_end()) {
      fail({begin,
            at_,
            "the brackets of a header are not closed",
            fmt::format("`{}` is missing", wants),
            {},
            Replacement{brackets, at_, std::string(wanted, ']'),
                        fmt::format("close it with `{}`", std::string(wanted, ']')), true}});
    } else {
      fail({begin, trimmed_line_end(), "a header cannot be read",
            fmt::format("no `{}` behind the name", std::string(wanted, ']')),
            "put a name of several words into quotes"});
    }
  }

  void name_header(NodeId id) {
    collect_parts(tree_[id].first_child);
    const bool array = tree_[id].kind == Kind::array_table;
    TableId table = 0;
    if (const auto clash = names_.header(parts_, array, id, table)) {
      wrong_ = true;
      troubles_.clash(*clash, part_node(tree_[id].first_child, clash->part), true);
    } else {
      table_ = table;
    }
  }

  // Keys.

  /// Reads a key and the blanks behind it. False where there is none; an error has been told where
  /// `wrong_` is set.
  bool key(NodeId parent) {
    const NodeId id = open(Kind::key, parent);
    Offset end = at_;
    for (std::size_t parts = 0;; ++parts) {
      if (parts == max_key_parts) {
        fail({at_ - 1,
              at_,
              fmt::format("a key has more than {} parts", max_key_parts),
              "too many dots",
              {}});
        gave_up_ = true;
        break;
      }
      if (!key_part(id)) {
        if (parts > 0 && !wrong_) {
          fail(
              {end, std::max(at_, end + 1), "a key ends with a dot", "nothing behind the dot", {}});
        }
        tree_.nodes[id].end = end;
        return false;
      }
      end = at_;
      skip_blanks();
      if (!is('.')) break;
      ++at_;
      skip_blanks();
    }
    tree_.nodes[id].end = end;
    return !gave_up_;
  }

  bool key_part(NodeId key) {
    if (ended()) return false;
    if (is_bare(here())) {
      Offset end = at_;
      while (end < size_ && is_bare(tree_.text[end])) ++end;
      leaf(Kind::key_part, key, end);
      return true;
    }
    if (!is_quote(here())) return false;
    const Offset begin = at_;
    const StringToken token = scan_string(tree_.text, begin);
    if (token.several_lines) {
      fail({begin, begin + 3, "a key stands in three quotes", "one quote is enough", {}});
      return false;
    }
    if (token.fault != StringFault::none) {
      wrong_ = true;
      troubles_.in_string(token, begin);
      if (token.fault == StringFault::unclosed) return false;
    }
    leaf(Kind::key_part, key, token.end);
    return true;
  }

  NodeId part_node(NodeId key, std::size_t index) const {
    NodeId part = tree_[key].first_child;
    while (index-- > 0) part = tree_[part].next;
    return part;
  }

  /// The parts of a key into `parts_`; texts that stay.
  void collect_parts(NodeId key) {
    parts_.clear();
    for (NodeId part = tree_[key].first_child; part != no_node; part = tree_[part].next) {
      std::string_view word = tree_.text_of(part);
      if (is_quote(word[0])) {
        const bool plain = word[0] == '\'' || word.find('\\') == std::string_view::npos;
        word = plain ? word.substr(1, word.size() - 2) : kept_.emplace_back(unquoted(word));
      }
      parts_.push_back(word);
    }
  }

  // Pairs.

  /// Reads a pair. `no_node` where this is none; its node is `broken` then.
  NodeId pair(NodeId parent, TableId table, std::size_t depth, Within within) {
    const NodeId id = open(Kind::pair, parent);
    const bool was_wrong = std::exchange(wrong_, false);
    const bool has_key = key(id);
    const Next next = has_key ? equals(id, within) : wrong_ ? Next::nothing : Next::no_pair;
    Shape shape = Shape::value;
    if (next == Next::value) shape = value_of(id, depth, within);
    const NodeId last = last_child_[id];
    tree_.nodes[id].end = last == no_node ? at_ : std::max(tree_[last].end, tree_[id].begin);
    if (next == Next::no_pair) {
      tree_.nodes[id].kind = Kind::broken;
    } else if (!wrong_) {
      name_pair(id, table, shape);
    }
    wrong_ = wrong_ || was_wrong;
    return next == Next::no_pair ? no_node : id;
  }

  void name_pair(NodeId pair, TableId table, Shape shape) {
    const NodeId key = tree_.key_of(pair);
    collect_parts(key);
    if (const auto clash = names_.pair(table, parts_, shape, pair)) {
      wrong_ = true;
      troubles_.clash(*clash, part_node(key, clash->part), false);
    }
  }

  /// What comes behind a key.
  enum class Next { value, nothing, no_pair };

  /// Steps over the `=` and the blanks behind it.
  Next equals(NodeId pair, Within within) {
    const Offset key_end = tree_[tree_.key_of(pair)].end;
    if (is('=')) {
      ++at_;
      skip_blanks();
      return Next::value;
    }
    if (is(':')) {
      const bool apart = at_ > key_end || within == Within::braces;
      ++at_;
      fail({at_ - 1,
            at_,
            "a key and its value have `:` between them",
            "must be `=`",
            {},
            Replacement{at_ - 1, at_, apart ? "=" : " =", "write `=`", true}});
      skip_blanks();
      return Next::value;
    }
    if (at_line_end()) {
      if (within == Within::braces) return Next::no_pair;
      fail({tree_[pair].begin, key_end, "a key has no value", "no `=` and no value behind it",
            "write `key = \"value\"`, and a remark behind `#`"});
      return Next::nothing;
    }
    const char c = here();
    const bool value_follows = is_quote(c) || c == '[' || c == '{' || is_digit(c);
    if (!value_follows || at_ == key_end) return Next::no_pair;
    fail({key_end,
          at_,
          "`=` is missing between a key and its value",
          "no `=` here",
          {},
          Replacement{key_end, at_, " = ", "write `=`", true}});
    return Next::value;
  }

  Shape value_of(NodeId pair, std::size_t depth, Within within) {
    const bool in_braces = within == Within::braces;
    if (at_line_end() || (in_braces && (is(',') || is('}')))) {
      missing_value(pair, depth, in_braces);
      return Shape::value;
    }
    return value(pair, depth, within);
  }

  void missing_value(NodeId pair, std::size_t depth, bool in_braces) {
    const Offset end = trimmed(tree_.text, tree_[pair].begin, at_);
    Error error{tree_[pair].begin, end, "a key has no value", "nothing behind the `=`",
                "write a value, or leave the key out"};
    const Offset value = in_braces ? size_ : value_on_next_lines();
    if (value < size_) {
      error.message = "a value stands below its key";
      error.label = "the value must begin on this line";
      error.help.clear();
      error.repair = Replacement{end, value, " ", "put both on one line", true};
    }
    fail(std::move(error));
    if (value < size_) {
      at_ = value;
      this->value(pair, depth, Within::line);
    }
  }

  /// Where a value begins that stands alone on one of the next lines; the text's end where a
  /// statement or something else comes first.
  Offset value_on_next_lines() const {
    if (is('#')) return size_;
    Offset at = at_;
    while (at < size_ &&
           (is_blank(tree_.text[at]) || tree_.text[at] == '\n' || tree_.text[at] == '\r')) {
      ++at;
    }
    if (at >= size_ || starts_statement(tree_.text, at)) return size_;
    const char c = tree_.text[at];
    return is_quote(c) || c == '[' || c == '{' ? at : size_;
  }

  // Values.

  /// Reads the value that begins here. Where it is none, an error is told, and `at_` is where
  /// whatever is around the value goes on.
  Shape value(NodeId parent, std::size_t depth, Within within) {
    if (depth > max_depth) {
      fail({at_,
            at_ + 1,
            fmt::format("values are nested more than {} deep", max_depth),
            "too deep",
            {}});
      gave_up_ = true;
      return Shape::value;
    }
    switch (here()) {
      case '[':
        return array(parent, depth);
      case '{':
        inline_table(parent, depth);
        return Shape::inline_table;
      case '"':
      case '\'':
        string(parent, within);
        return Shape::value;
      default:
        scalar(parent, within);
        return Shape::value;
    }
  }

  void string(NodeId parent, Within within) {
    const Offset begin = at_;
    const StringToken token = scan_string(tree_.text, begin);
    if (token.fault == StringFault::unclosed) {
      unclosed(parent, token, within);
      return;
    }
    leaf(Kind::string, parent, token.end);
    if (token.fault != StringFault::none) {
      wrong_ = true;
      troubles_.in_string(token, begin);
    }
  }

  void unclosed(NodeId parent, const StringToken& token, Within within) {
    wrong_ = true;
    const Offset begin = at_;
    if (token.several_lines) {
      // It has gone on to the end of the text; what looks like a statement is taken for one.
      at_ = begin + 3;
      Offset next = next_line(tree_.text, at_);
      while (next < size_ && !starts_statement(tree_.text, next)) {
        next = next_line(tree_.text, next);
      }
      const Offset end = next < size_ ? next - 1 : size_;
      leaf_from(Kind::broken, parent, begin, end);
      troubles_.unclosed_string(begin, end, end, false);
      return;
    }
    const auto [close, sure] = closing_place(tree_.text, begin, token.end, within);
    leaf(Kind::broken, parent, close);
    troubles_.unclosed_string(begin, close, close, sure);
  }

  void leaf_from(Kind kind, NodeId parent, Offset begin, Offset end) {
    at_ = begin;
    leaf(kind, parent, end);
  }

  void scalar(NodeId parent, Within within) {
    const Offset begin = at_;
    Offset end = at_;
    while (end < size_ && !ends_value(tree_.text[end])) ++end;
    // A date and a time may have a space between them.
    if (end - begin == 10 && end + 1 < size_ && tree_.text[end] == ' ' &&
        is_digit(tree_.text[end + 1]) && tree_.text[begin + 4] == '-') {
      Offset more = end + 1;
      while (more < size_ && !ends_value(tree_.text[more])) ++more;
      if (more - end > 2) end = more;
    }
    if (const auto kind = scalar_kind(tree_.text.substr(begin, end - begin))) {
      leaf(*kind, parent, end);
      return;
    }
    if (end > begin + 1 && tree_.text[end - 1] == ';') {
      if (const auto kind = scalar_kind(tree_.text.substr(begin, end - 1 - begin))) {
        leaf(*kind, parent, end - 1);  // what stands behind it is told
        return;
      }
    }
    if (typographic_quote(tree_.text, begin) > 0) {
      typographic(parent, within);
    } else {
      bare_words(parent, within);
    }
  }

  /// A string in quotes as a word processor sets them.
  void typographic(NodeId parent, Within within) {
    const Offset begin = at_;
    const Offset line = line_end();
    const Offset first = begin + typographic_quote(tree_.text, begin);
    Offset last = first;
    while (last < line && typographic_quote(tree_.text, last) == 0 && tree_.text[last] != '"')
      ++last;
    const bool closed = last < line;
    Offset end = 0;
    if (closed) {
      end = last + std::max<Offset>(1, typographic_quote(tree_.text, last));
    } else {
      end = last = std::max(first, end_of_words(tree_.text, begin, within));
    }
    const std::string written = quoted_string(tree_.text.substr(first, last - first));
    leaf(Kind::broken, parent, end);
    fail({begin,
          end,
          "a string stands in typographic quotes",
          "must be straight quotes",
          {},
          Replacement{begin, end, written, fmt::format("write `{}`", written), closed}});
  }

  /// What stands without quotes where a value should be.
  void bare_words(NodeId parent, Within within) {
    const Offset begin = at_;
    const Offset end = end_of_words(tree_.text, begin, within);
    leaf(Kind::broken, parent, std::max(end, begin + 1));
    wrong_ = true;
    troubles_.no_value(begin, at_);
  }

  Shape array(NodeId parent, std::size_t depth) {
    const NodeId id = open(Kind::array, parent);
    const Offset begin = at_++;
    bool tables_alone = true;
    std::size_t values = 0;
    bool after_value = false;
    Offset value_end = at_;
    while (!gave_up_ && !ended_early_) {
      skip_in_array(id);
      if (ended() || unclosed_here()) {
        unclosed_array(begin, value_end);
        break;
      }
      const char c = here();
      if (c == ']') {
        ++at_;
        break;
      }
      if (c == ',') {
        if (!after_value) {
          fail({at_,
                at_ + 1,
                "a list has a comma with no value before it",
                "no value before it",
                {},
                Replacement{at_, at_ + 1, "", "take the comma away", true}});
        }
        leaf(Kind::comma, id, at_ + 1);
        after_value = false;
        continue;
      }
      if (c == '}' || is_control_byte(c)) {
        fail({at_,
              at_ + 1,
              fmt::format("{} cannot stand in a list", quoted(since_byte())),
              "not expected here",
              {}});
        leaf(Kind::broken, id, at_ + 1);
        continue;
      }
      if (after_value && value_end == at_ && tree_.text[at_ - 1] == '"') {
        crossed_quotes(id);
        value_end = at_;
        continue;
      }
      if (after_value) {
        fail({value_end,
              at_,
              "a comma is missing between two values of a list",
              "no comma here",
              {},
              Replacement{value_end, value_end, ",", "write a comma", true}});
      }
      tables_alone = value(id, depth + 1, Within::list) == Shape::inline_table && tables_alone;
      ++values;
      after_value = true;
      value_end = at_;
    }
    close(id);
    if (ended_early_) end_with_last_child(id);
    return values > 0 && tables_alone ? Shape::tables : Shape::value;
  }

  /// For what has stopped at the begin of a statement below it.
  void end_with_last_child(NodeId id) {
    const NodeId last = last_child_[id];
    tree_.nodes[id].end = last == no_node ? tree_[id].begin + 1 : tree_[last].end;
  }

  /// Text that stands directly behind a string of a list: a quote is missing somewhere before, so
  /// that what is outside and what is inside of quotes is no longer known on this line.
  void crossed_quotes(NodeId list) {
    const Offset begin = at_;
    Offset end = trimmed_line_end();
    if (end > begin && tree_.text[end - 1] == ',') --end;
    if (end > begin && tree_.text[end - 1] == ']') --end;
    leaf(Kind::broken, list, std::max(end, begin + 1));
    fail({begin, at_, "the quotes on this line do not pair up", "stands directly behind a quote",
          "put each value of the list between two quotes"});
  }

  std::string_view since_byte() const { return tree_.text.substr(at_, 1); }

  void skip_in_array(NodeId id) {
    while (!ended()) {
      skip_blanks();
      if (is('#')) {
        comment(id);
      } else if (at_line_break()) {
        skip_line_break();
        line_begun_ = true;
        continue;
      } else {
        return;
      }
    }
  }

  /// Whether a new line begins here that can only be a statement.
  bool unclosed_here() {
    if (!std::exchange(line_begun_, false)) return false;
    return starts_statement(tree_.text, at_);
  }

  void unclosed_array(Offset begin, Offset value_end) {
    fail({begin,
          begin + 1,
          "a list is not closed",
          "no `]` for this bracket",
          {},
          Replacement{value_end, value_end, "]", "close the list"}});
    ended_early_ = true;
  }

  void inline_table(NodeId parent, std::size_t depth) {
    const NodeId id = open(Kind::inline_table, parent);
    const TableId table = names_.loose_table();
    const Offset begin = at_++;
    enum class After { brace, comma, pair } after = After::brace;
    Offset comma = 0;
    Offset last_end = at_;
    bool told_line = false;
    while (!gave_up_ && !ended_early_) {
      skip_blanks();
      if (is('#') || at_line_break()) {
        if (!goes_on_below(after == After::pair)) {
          unclosed_braces(begin, last_end);
          break;
        }
        if (!std::exchange(told_line, true)) {
          fail({begin, begin + 1, "a table in braces goes over several lines",
                "must stand on one line", "write it on one line, or as a table of its own"});
        }
        if (is('#')) {
          comment(id);
        } else {
          skip_line_break();
        }
        continue;
      }
      if (ended()) {
        unclosed_braces(begin, last_end);
        break;
      }
      const char c = here();
      if (c == '}') {
        if (after == After::comma) {
          fail({comma,
                comma + 1,
                "a table in braces ends with a comma",
                "nothing behind it",
                {},
                Replacement{comma, comma + 1, "", "take the comma away", true}});
        }
        ++at_;
        break;
      }
      if (c == ',') {
        if (after != After::pair) {
          fail({at_,
                at_ + 1,
                "a comma has no key before it",
                "no key before it",
                {},
                Replacement{at_, at_ + 1, "", "take the comma away", true}});
        }
        comma = at_;
        leaf(Kind::comma, id, at_ + 1);
        after = After::comma;
        continue;
      }
      if (!is_bare(c) && !is_quote(c)) {
        unreadable_in_braces(id);
        if (gave_up_) break;
        after = After::pair;
        last_end = at_;
        continue;
      }
      if (after == After::pair) {
        fail({last_end,
              at_,
              "a comma is missing between two keys of a table in braces",
              "no comma here",
              {},
              Replacement{last_end, last_end, ",", "write a comma", true}});
      }
      const Offset before = at_;
      if (pair(id, table, depth + 1, Within::braces) == no_node) {
        at_ = before;
        no_pair_in_braces(last_child_[id]);
      }
      if (at_ == before) at_ = trimmed_line_end();  // a key that cannot be read
      after = After::pair;
      last_end = at_;
    }
    close(id);
    if (ended_early_) end_with_last_child(id);
  }

  /// Whether a table in braces is meant to go on behind a line break.
  bool goes_on_below(bool after_pair) const {
    Offset at = at_;
    while (at < size_) {
      while (at < size_ && is_blank(tree_.text[at])) ++at;
      if (at < size_ && tree_.text[at] == '#') at = end_of_line(tree_.text, at);
      if (at < size_ && tree_.text[at] == '\r') ++at;
      if (at >= size_ || tree_.text[at] != '\n') break;
      ++at;
    }
    if (at >= size_) return false;
    const char c = tree_.text[at];
    if (c == '}' || c == ',') return true;
    return !after_pair && (is_bare(c) || is_quote(c)) && !starts_header(tree_.text, at);
  }

  void unclosed_braces(Offset begin, Offset last_end) {
    fail({begin,
          std::max(begin + 1, last_end),
          "a table in braces is not closed",
          "no `}` for this brace",
          {},
          Replacement{last_end, last_end, " }", "close it with `}`"}});
  }

  void unreadable_in_braces(NodeId id) {
    const Offset begin = at_;
    Offset end = end_of_words(tree_.text, begin, Within::braces);
    leaf(Kind::broken, id, std::max(end, begin + 1));
    fail({begin, at_, fmt::format("{} is no key of a table in braces", quoted(since(begin))),
          "not expected here", "write `{ key = \"value\" }`"});
  }

  void no_pair_in_braces(NodeId broken) {
    const Offset begin = at_;
    const Offset end = end_of_words(tree_.text, begin, Within::braces);
    at_ = std::max({end, begin + 1, tree_[broken].end});
    close(broken);
    fail({begin, at_, fmt::format("{} has no value", quoted(since(begin))), "no `=` behind it",
          "write `{ key = \"value\" }`"});
  }

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

}  // namespace

Tree parse(std::string_view text) { return Parser(text).parse(); }

}  // namespace rolecall::syntax
