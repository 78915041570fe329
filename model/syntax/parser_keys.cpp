#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "model/syntax/parser.hpp"

namespace rolecall::syntax {

void Parser::header(NodeId root) {
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

Offset Parser::trimmed_line_end() const {
  return trimmed(tree_.text, at_, find_comment(tree_.text, at_, line_end()));
}

void Parser::close_header(NodeId id, Offset begin) {
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

void Parser::name_header(NodeId id) {
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

bool Parser::key(NodeId parent) {
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
        fail({end, std::max(at_, end + 1), "a key ends with a dot", "nothing behind the dot", {}});
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

bool Parser::key_part(NodeId key) {
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

NodeId Parser::part_node(NodeId key, std::size_t index) const {
  NodeId part = tree_[key].first_child;
  while (index-- > 0) part = tree_[part].next;
  return part;
}

void Parser::collect_parts(NodeId key) {
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

NodeId Parser::pair(NodeId parent, TableId table, std::size_t depth, Within within) {
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

void Parser::name_pair(NodeId pair, TableId table, Shape shape) {
  const NodeId key = tree_.key_of(pair);
  collect_parts(key);
  if (const auto clash = names_.pair(table, parts_, shape, pair)) {
    wrong_ = true;
    troubles_.clash(*clash, part_node(key, clash->part), false);
  }
}

Parser::Next Parser::equals(NodeId pair, Within within) {
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

Shape Parser::value_of(NodeId pair, std::size_t depth, Within within) {
  const bool in_braces = within == Within::braces;
  if (at_line_end() || (in_braces && (is(',') || is('}')))) {
    missing_value(pair, depth, in_braces);
    return Shape::value;
  }
  return value(pair, depth, within);
}

void Parser::missing_value(NodeId pair, std::size_t depth, bool in_braces) {
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

Offset Parser::value_on_next_lines() const {
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

}  // namespace rolecall::syntax
