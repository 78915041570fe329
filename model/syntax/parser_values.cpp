#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "model/syntax/parser.hpp"
#include "model/syntax/scalars.hpp"
#include "model/text/text.hpp"

namespace rolecall::syntax {

Shape Parser::value(NodeId parent, std::size_t depth, Within within) {
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

void Parser::string(NodeId parent, Within within) {
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

void Parser::unclosed(NodeId parent, const StringToken& token, Within within) {
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

void Parser::leaf_from(Kind kind, NodeId parent, Offset begin, Offset end) {
  at_ = begin;
  leaf(kind, parent, end);
}

void Parser::scalar(NodeId parent, Within within) {
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

void Parser::typographic(NodeId parent, Within within) {
  const Offset begin = at_;
  const Offset line = line_end();
  const Offset first = begin + typographic_quote(tree_.text, begin);
  Offset last = first;
  while (last < line && typographic_quote(tree_.text, last) == 0 && tree_.text[last] != '"') ++last;
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

void Parser::bare_words(NodeId parent, Within within) {
  const Offset begin = at_;
  const Offset end = end_of_words(tree_.text, begin, within);
  leaf(Kind::broken, parent, std::max(end, begin + 1));
  wrong_ = true;
  troubles_.no_value(begin, at_);
}

Shape Parser::array(NodeId parent, std::size_t depth) {
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

void Parser::end_with_last_child(NodeId id) {
  const NodeId last = last_child_[id];
  tree_.nodes[id].end = last == no_node ? tree_[id].begin + 1 : tree_[last].end;
}

void Parser::crossed_quotes(NodeId list) {
  const Offset begin = at_;
  Offset end = trimmed_line_end();
  if (end > begin && tree_.text[end - 1] == ',') --end;
  if (end > begin && tree_.text[end - 1] == ']') --end;
  leaf(Kind::broken, list, std::max(end, begin + 1));
  fail({begin, at_, "the quotes on this line do not pair up", "stands directly behind a quote",
        "put each value of the list between two quotes"});
}

void Parser::skip_in_array(NodeId id) {
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

bool Parser::unclosed_here() {
  if (!std::exchange(line_begun_, false)) return false;
  return starts_statement(tree_.text, at_);
}

void Parser::unclosed_array(Offset begin, Offset value_end) {
  fail({begin,
        begin + 1,
        "a list is not closed",
        "no `]` for this bracket",
        {},
        Replacement{value_end, value_end, "]", "close the list"}});
  ended_early_ = true;
}

void Parser::inline_table(NodeId parent, std::size_t depth) {
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

bool Parser::goes_on_below(bool after_pair) const {
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

void Parser::unclosed_braces(Offset begin, Offset last_end) {
  fail({begin,
        std::max(begin + 1, last_end),
        "a table in braces is not closed",
        "no `}` for this brace",
        {},
        Replacement{last_end, last_end, " }", "close it with `}`"}});
}

void Parser::unreadable_in_braces(NodeId id) {
  const Offset begin = at_;
  Offset end = end_of_words(tree_.text, begin, Within::braces);
  leaf(Kind::broken, id, std::max(end, begin + 1));
  fail({begin, at_, fmt::format("{} is no key of a table in braces", quoted(since(begin))),
        "not expected here", "write `{ key = \"value\" }`"});
}

void Parser::no_pair_in_braces(NodeId broken) {
  const Offset begin = at_;
  const Offset end = end_of_words(tree_.text, begin, Within::braces);
  at_ = std::max({end, begin + 1, tree_[broken].end});
  close(broken);
  fail({begin, at_, fmt::format("{} has no value", quoted(since(begin))), "no `=` behind it",
        "write `{ key = \"value\" }`"});
}

}  // namespace rolecall::syntax
