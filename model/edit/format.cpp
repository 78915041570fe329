#include "model/edit/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "model/edit/key_order.hpp"
#include "model/edit/layout_of_lines.hpp"
#include "model/edit/same_meaning.hpp"
#include "model/syntax/tree.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

using syntax::Kind;
using syntax::no_node;
using syntax::NodeId;

/// A comment on a line of its own.
struct OwnLine {
  NodeId comment;
  bool apart = false;  ///< a blank line stands above it
};

struct Pair {
  NodeId node;
  std::vector<OwnLine> above;
  std::optional<NodeId> behind{};
};

/// A table, or what stands before the first.
struct Section {
  std::optional<NodeId> header{};
  std::vector<OwnLine> above;
  bool apart = false;  ///< a blank line stands between the comments above and the header
  std::optional<NodeId> behind{};
  std::vector<Pair> pairs;
  std::vector<OwnLine> below;  ///< comments right behind the last pair
};

/// The statements of a file with the comments that belong to each.
class Sections {
 public:
  explicit Sections(const syntax::Tree& tree) : tree_(tree) {
    sections_.emplace_back();
    for (NodeId at = tree[0].first_child; at != no_node; at = tree[at].next) add(at);
    close(true);
  }

  std::vector<Section>& all() { return sections_; }
  /// Comments behind all else, and those before all else.
  const std::vector<OwnLine>& tail() const { return tail_; }
  const std::vector<OwnLine>& head() const { return head_; }
  /// Whether a blank line stands between the comments of the head and the first pair.
  bool head_apart() const { return head_apart_; }

 private:
  void add(NodeId node) {
    const Kind kind = tree_[node].kind;
    if (kind == Kind::comment) {
      if (on_line_of_last(node)) {
        *last_behind_ = node;
      } else {
        pending_.push_back({node, blank_above(node)});
      }
    } else if (kind == Kind::pair) {
      if (first_) {
        head_ = std::exchange(pending_, {});
        head_apart_ = blank_above(node);
      }
      sections_.back().pairs.push_back({node, std::exchange(pending_, {})});
      last_behind_ = &sections_.back().pairs.back().behind;
      first_ = false;
    } else {
      apart_ = blank_above(node);
      close(false);
      sections_.push_back({node, std::exchange(pending_, {}), apart_, {}, {}, {}});
      last_behind_ = &sections_.back().behind;
      first_ = false;
    }
    end_ = tree_[node].end;
  }

  /// Comments right below a table's last pair and apart from what follows are the table's.
  void close(bool at_end) {
    std::size_t own = 0;
    if (!first_) {
      while (own < pending_.size() && !pending_[own].apart) ++own;
      if (own == pending_.size() && !at_end && !apart_) own = 0;
    }
    const auto from = pending_.begin();
    sections_.back().below.assign(from, from + static_cast<std::ptrdiff_t>(own));
    pending_.erase(from, from + static_cast<std::ptrdiff_t>(own));
    if (at_end) tail_ = std::exchange(pending_, {});
  }

  bool on_line_of_last(NodeId node) const {
    return last_behind_ != nullptr && !*last_behind_ && breaks_before(node) == 0;
  }

  std::size_t breaks_before(NodeId node) const {
    const std::string_view between = tree_.text.substr(end_, tree_[node].begin - end_);
    return static_cast<std::size_t>(std::ranges::count(between, '\n'));
  }

  bool blank_above(NodeId node) const { return breaks_before(node) > 1; }

  const syntax::Tree& tree_;
  std::vector<Section> sections_;
  std::vector<OwnLine> pending_;
  std::vector<OwnLine> head_;
  std::vector<OwnLine> tail_;
  std::optional<NodeId>* last_behind_ = nullptr;  ///< what stands behind the last statement
  std::size_t end_ = 0;                           ///< of the last statement or comment
  bool first_ = true;                             ///< no statement yet
  bool apart_ = false;
  bool head_apart_ = false;
};

class Writer {
 public:
  Writer(const syntax::Tree& tree, std::string_view ending) : tree_(tree), ending_(ending) {}

  std::string write() {
    Sections sections(tree_);
    comments(sections.head(), {});
    if (sections.head_apart()) out_ += ending_;
    for (Section& each : sections.all()) section(each);
    if (!sections.tail().empty() && !out_.empty()) out_ += ending_;
    comments(sections.tail(), {});
    return std::move(out_);
  }

 private:
  void line(std::string_view text) {
    out_ += text;
    out_ += ending_;
  }

  /// Comments with the blank lines between them, but not above the first.
  void comments(const std::vector<OwnLine>& lines, std::string_view indent) {
    for (const OwnLine& each : lines) {
      if (each.apart && &each != lines.data()) out_ += ending_;
      line(std::string(indent) + comment(each.comment));
    }
  }

  std::string comment(NodeId node) const {
    const std::string_view text = tree_.text_of(node);
    return std::string(text.substr(0, text.find_last_not_of(" \t\r") + 1));
  }

  std::string behind(const std::optional<NodeId>& node) const {
    return node ? "  " + comment(*node) : std::string();
  }

  void section(Section& each) {
    std::vector<std::string> path;
    if (each.header) {
      if (!out_.empty()) out_ += ending_;
      comments(each.above, {});
      if (each.apart && !each.above.empty()) out_ += ending_;
      path = tree_.parts(*each.header);
      const bool array = tree_[*each.header].kind == Kind::array_table;
      line((array ? "[[" : "[") + key(tree_[*each.header].first_child) + (array ? "]]" : "]") +
           behind(each.behind));
    }
    const auto order = key_order(path);
    std::ranges::stable_sort(each.pairs, {}, [&](const Pair& pair) {
      return order.empty() ? 0 : rank(order, tree_.parts(tree_.key_of(pair.node)).front());
    });
    for (const Pair& one : each.pairs) pair(one, path);
    for (const OwnLine& own : each.below) line(comment(own.comment));
  }

  void pair(const Pair& pair, const std::vector<std::string>& path) {
    for (const OwnLine& own : pair.above) line(comment(own.comment));
    const std::string start = key(tree_.key_of(pair.node)) + " = ";
    const NodeId node = tree_.value_of(pair.node);
    const std::string name = tree_.parts(tree_.key_of(pair.node)).back();
    const std::string written =
        holds_waiver(pair) ? std::string(tree_.text_of(node))
                           : value(node, code_points(start), 0, entry_key_order(path, name));
    line(start + written + behind(pair.behind));
  }

  /// A waiver in a comment is for one line, so that the lines of a list stay as they are.
  bool holds_waiver(const Pair& pair) const {
    const NodeId node = tree_.value_of(pair.node);
    if (tree_[node].kind != Kind::array && tree_[node].kind != Kind::inline_table) return false;
    constexpr std::string_view mark = "rolecall:";
    const auto marked = [&](NodeId comment) { return tree_.text_of(comment).contains(mark); };
    return tree_.text_of(node).contains(mark) || (pair.behind && marked(*pair.behind)) ||
           std::ranges::any_of(pair.above, marked, &OwnLine::comment);
  }

  std::string key(NodeId node) const {
    std::string out;
    for (const std::string& part : tree_.parts(node)) {
      if (!out.empty()) out += '.';
      out += syntax::key_text(part);
    }
    return out;
  }

  using Order = std::span<const std::string_view>;

  /// A value that begins at a column, in a line of that indentation. `order` is that of the keys of
  /// inline tables in it.
  std::string value(NodeId node, std::size_t column, std::size_t indent, Order order) const {
    switch (tree_[node].kind) {
      case Kind::string:
        return string(tree_.text_of(node));
      case Kind::array: {
        std::string line = flat_array(node, order);
        if (!line.empty() && column + code_points(line) <= max_columns) return line;
        return long_array(node, indent, order);
      }
      case Kind::inline_table:
        return inline_table(node, column, indent, order);
      default:
        return std::string(tree_.text_of(node));
    }
  }

  /// A literal string becomes a basic one where that needs no escapes.
  static std::string string(std::string_view token) {
    if (!token.starts_with('\'') || token.starts_with("'''")) return std::string(token);
    const std::string_view inner = token.substr(1, token.size() - 2);
    if (inner.find_first_of("\"\\") != inner.npos) return std::string(token);
    return fmt::format("\"{}\"", inner);
  }

  /// On one line; empty where it cannot be.
  std::string flat_array(NodeId node, Order order) const {
    std::string out = "[";
    for (NodeId at = tree_[node].first_child; at != no_node; at = tree_[at].next) {
      if (tree_[at].kind == Kind::comment) return {};
      if (tree_[at].kind == Kind::comma) continue;
      const std::string one =
          tree_[at].kind == Kind::array ? flat_array(at, order) : value(at, 0, 0, order);
      if (one.empty() || one.contains('\n')) return {};
      if (out.size() > 1) out += ", ";
      out += one;
    }
    return out + ']';
  }

  std::string long_array(NodeId node, std::size_t indent, Order order) const {
    const std::string inner(indent + 2, ' ');
    std::string out = "[";
    std::size_t end = tree_[node].begin + 1;
    for (NodeId at = tree_[node].first_child; at != no_node; at = tree_[at].next) {
      const std::string_view between = tree_.text.substr(end, tree_[at].begin - end);
      const bool same_line = !between.contains('\n');
      end = tree_[at].end;
      if (tree_[at].kind == Kind::comma) continue;
      if (tree_[at].kind == Kind::comment) {
        out += same_line ? "  " : std::string(ending_) + inner;
        out += comment(at);
        continue;
      }
      out += ending_;
      out += inner + value(at, inner.size(), inner.size(), order) + ',';
    }
    return out + std::string(ending_) + std::string(indent, ' ') + ']';
  }

  std::string inline_table(NodeId node, std::size_t column, std::size_t indent, Order order) const {
    std::vector<NodeId> pairs = tree_.children(node, Kind::pair);
    if (pairs.empty()) return "{}";
    std::ranges::stable_sort(pairs, {}, [&](NodeId pair) {
      return order.empty() ? 0 : rank(order, tree_.parts(tree_.key_of(pair)).front());
    });
    std::string out = "{ ";
    for (const NodeId pair : pairs) {
      if (pair != pairs.front()) out += ", ";
      out += key(tree_.key_of(pair)) + " = ";
      out += value(tree_.value_of(pair), column + code_points(out), indent, {});
    }
    return out + " }";
  }

  const syntax::Tree& tree_;
  std::string_view ending_;
  std::string out_;
};

}  // namespace

std::expected<std::string, std::string> in_layout(const SourceText& source) {
  const std::string_view bytes = source.bytes();
  const syntax::Tree tree = syntax::parse(bytes);
  if (!tree.errors.empty()) {
    const syntax::Error& first = tree.errors.front();
    const Span place = source.span_at(first.begin);
    return std::unexpected(fmt::format("line {} is no TOML: {}", place.line, first.message));
  }
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  std::string out(bytes.starts_with(mark) ? mark : std::string_view());
  out += Writer(tree, break_of(bytes, bytes.size())).write();
  if (out == bytes) return out;
  if (!same_meaning(source, SourceText(source.name(), out))) {
    return std::unexpected("its layout would change what it says; please report this");
  }
  return out;
}

}  // namespace rolecall
