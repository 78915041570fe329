#include "model/syntax/parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

#include "model/text/text.hpp"

namespace rolecall::syntax {

void Parser::fail(Error error) {
  wrong_ = true;
  troubles_.add(std::move(error));
}

void Parser::lose(Offset begin, Offset end) {
  if (begin >= end || lost_section_) return;
  auto& lost = tree_.lost;
  // What is lost within a statement is told before the statement itself.
  while (!lost.empty() && lost.back().end >= begin) {
    begin = std::min(begin, lost.back().begin);
    end = std::max(end, lost.back().end);
    lost.pop_back();
  }
  lost.push_back({begin, end});
}

void Parser::end_section() {
  if (!lost_section_) return;
  lost_section_ = false;
  lose(section_begin_, at_);
}

void Parser::find_bad_bytes() {
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

bool Parser::has_bad_bytes(Offset begin, Offset end) const {
  if (bad_bytes_.empty()) return false;
  const auto next = std::ranges::lower_bound(bad_bytes_, begin);
  return next != bad_bytes_.end() && *next < end;
}

void Parser::line(NodeId root) {
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

void Parser::comment(NodeId parent) {
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

void Parser::broken_line(NodeId root, bool tell) {
  const Offset begin = at_;
  const Offset end = trimmed(tree_.text, begin, line_end());
  leaf(Kind::broken, root, std::max(end, begin + 1));
  wrong_ = true;
  if (tell) describe_broken_line(begin);
  at_ = line_end();
}

void Parser::describe_broken_line(Offset begin) {
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

void Parser::statement(NodeId root) {
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

void Parser::drop_to(NodeId root, Offset begin) {
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

bool Parser::is_grouped(std::string_view words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i % 4 == 0 ? words[i] != ',' : !is_digit(words[i])) return false;
  }
  return !words.empty() && words.size() % 4 == 0;
}

void Parser::junk(NodeId pair) {
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

void Parser::recover() {
  if (ended_early_) return;  // at the begin of a statement
  if (gave_up_) {
    while (!ended() && !starts_statement(tree_.text, next_line(tree_.text, at_))) {
      at_ = next_line(tree_.text, at_);
    }
  }
  at_ = find_comment(tree_.text, at_, line_end());
}

Tree parse(std::string_view text) { return Parser(text).parse(); }

}  // namespace rolecall::syntax
