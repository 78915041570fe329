#include "model/edit/lower.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "model/edit/key_order.hpp"
#include "model/edit/layout_of_lines.hpp"
#include "model/edit/list_edits.hpp"
#include "model/edit/places.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

using syntax::Kind;
using syntax::no_node;
using syntax::NodeId;

using Done = std::expected<void, std::string>;

std::string list_text(std::span<const std::string> entries) {
  std::string out = "[";
  for (const std::string& entry : entries) {
    if (out.size() > 1) out += ", ";
    out += syntax::quoted_string(entry);
  }
  return out + ']';
}

/// A text in the quotes that stand there, where they can hold it.
std::string in_quotes_of(std::string_view token, std::string_view text) {
  const bool literal = token.starts_with('\'') && !token.starts_with("'''");
  const bool fits = std::ranges::all_of(text, [](char c) {
    return c != '\'' && (static_cast<unsigned char>(c) >= 0x20 || c == '\t') && c != 0x7F;
  });
  if (literal && fits) return fmt::format("'{}'", text);
  return syntax::quoted_string(text);
}

std::string key_in_quotes_of(std::string_view token, std::string_view name) {
  if (token.starts_with('"')) return syntax::quoted_string(name);
  if (token.starts_with('\'')) return in_quotes_of(token, name);
  return syntax::key_text(name);
}

class Lowering {
 public:
  Lowering(const syntax::Tree& tree, const SourceText& source)
      : tree_(tree), places_(tree, source) {}

  OrWhy<TextEdits> run(std::span<const Change> changes) {
    for (const Change& change : changes) {
      const Done done = std::visit([this](const auto& each) { return lower(each); }, change);
      if (!done) return std::unexpected(done.error());
    }
    if (const Done done = finish_lists(); !done) return std::unexpected(done.error());
    return in_order(std::move(edits_));
  }

 private:
  std::string_view text() const { return tree_.text; }
  std::size_t begin(NodeId node) const { return tree_[node].begin; }
  std::size_t end(NodeId node) const { return tree_[node].end; }

  void edit(std::size_t from, std::size_t to, std::string with) {
    edits_.push_back({from, to, std::move(with)});
  }

  Done lower(const ReplaceText& change) {
    const auto node = places_.word(change.value);
    if (!node) return std::unexpected(node.error());
    const std::string_view token = tree_.text_of(*node);
    if (tree_[*node].kind == Kind::key_part) return rename(*node, change.text);
    if (tree_[*node].kind != Kind::string) return std::unexpected("what stands here is no text");
    edit(begin(*node), end(*node), in_quotes_of(token, change.text));
    return {};
  }

  Done lower(const RenameKey& change) {
    const auto node = places_.word(change.key);
    if (!node) return std::unexpected(node.error());
    if (tree_[*node].kind != Kind::key_part) return std::unexpected("what stands here is no key");
    return rename(*node, change.name);
  }

  /// A key may stand once in its table, a table of that name once in the file.
  Done rename(NodeId part, const std::string& name) {
    const NodeId key = tree_[part].parent;
    std::vector<std::string> wanted = tree_.parts(key);
    const std::vector<NodeId> parts = tree_.children(key, Kind::key_part);
    const auto at = std::ranges::find(parts, part);
    if (at == parts.end()) return std::unexpected("what stands here is no key");
    wanted[static_cast<std::size_t>(at - parts.begin())] = name;
    if (taken(tree_[key].parent, wanted)) {
      return std::unexpected(fmt::format("{} stands there already", quoted(name)));
    }
    edit(begin(part), end(part), key_in_quotes_of(tree_.text_of(part), name));
    return {};
  }

  bool taken(NodeId owner, const std::vector<std::string>& wanted) const {
    const Kind kind = tree_[owner].kind;
    if (kind == Kind::array_table) return false;
    NodeId first = tree_[tree_[owner].parent].first_child;
    if (kind == Kind::pair && tree_[owner].parent == 0) {
      for (NodeId at = first; at != owner; at = tree_[at].next) {
        if (places_.is_header(at)) first = tree_[at].next;
      }
    }
    for (NodeId at = first; at != no_node; at = tree_[at].next) {
      if (kind == Kind::pair && tree_[owner].parent == 0 && places_.is_header(at)) break;
      if (at != owner && tree_[at].kind == kind &&
          tree_.parts(kind == Kind::pair ? tree_.key_of(at) : at) == wanted) {
        return true;
      }
    }
    return false;
  }

  /// The entry of a list that holds a node: a value in an array, or the whole value of a pair.
  struct Entry {
    NodeId node;
    NodeId holder;  ///< the array or the pair
  };
  OrWhy<Entry> entry_at(const Span& span) const {
    const auto word = places_.word(span);
    if (!word) return std::unexpected(word.error());
    NodeId node = *word;
    while (true) {
      const NodeId parent = tree_[node].parent;
      if (parent == no_node) return std::unexpected("there is no entry of a list here");
      if (tree_[parent].kind == Kind::array) return Entry{node, parent};
      if (tree_[parent].kind == Kind::pair) {
        // `{ duty = "networks", scope = ["uk"] }` is an entry as a whole.
        const NodeId table = tree_[parent].parent;
        const bool inner = table != no_node && tree_[table].kind == Kind::inline_table;
        if (!inner) return Entry{node, parent};
        node = table;
        continue;
      }
      node = parent;
    }
  }

  Done lower(const RemoveEntry& change) {
    const auto entry = entry_at(change.entry);
    if (!entry) return std::unexpected(entry.error());
    if (tree_[entry->holder].kind == Kind::pair) return empty_list(entry->holder);
    std::vector<NodeId>& nodes = removed_[entry->holder];
    if (std::ranges::find(nodes, entry->node) == nodes.end()) nodes.push_back(entry->node);
    return {};
  }

  /// Nothing is left in the list that is a pair's value.
  Done empty_list(NodeId pair) {
    const NodeId value = tree_.value_of(pair);
    if (!places_.proposal()) return unset(pair);
    edit(begin(value), end(value), "[]");
    return {};
  }

  Done lower(const AddToList& change) {
    auto table = places_.table(change.table);
    if (!table) return std::unexpected(table.error());
    // A place within the list may be in an inline table that cannot have such a key.
    while (tree_[*table].kind == Kind::inline_table && !places_.pair(*table, change.key)) {
      const auto order = places_.order(*table);
      if (order.empty() || rank(order, change.key) < order.size()) break;
      const auto around = places_.table_of(tree_[*table].parent);
      if (!around) return std::unexpected(around.error());
      table = around;
    }
    std::vector<std::string>& entries = added_[{*table, change.key}];
    if (std::ranges::find(entries, change.entry) == entries.end()) entries.push_back(change.entry);
    return {};
  }

  /// Entries go into and out of each list in one go.
  Done finish_lists() {
    for (auto& [array, nodes] : removed_) {
      std::ranges::sort(nodes);
      std::size_t values = 0;
      for (NodeId at = tree_[array].first_child; at != no_node; at = tree_[at].next) {
        values += syntax::is_value(tree_[at].kind) ? 1 : 0;
      }
      if (nodes.size() < values) {
        take_out(places_, array, nodes, edits_);
        continue;
      }
      const NodeId pair = tree_[array].parent;
      if (tree_[pair].kind != Kind::pair) return std::unexpected("a list in a list stays");
      if (const Done done = empty_list(pair); !done) return done;
    }
    for (const auto& [where, entries] : added_) {
      if (const Done done = add(where.first, where.second, entries); !done) return done;
    }
    return {};
  }

  Done add(NodeId table, const std::string& key, std::span<const std::string> entries) {
    const auto pair = places_.pair(table, key);
    if (!pair) return set_new(table, key, list_text(entries));
    const NodeId value = tree_.value_of(*pair);
    if (removed_.contains(value)) {
      return std::unexpected("entries go into and out of one list");
    }
    const Kind kind = tree_[value].kind;
    if (kind != Kind::array && kind != Kind::string && kind != Kind::inline_table) {
      return std::unexpected(fmt::format("{} is no list", quoted(key)));
    }
    std::vector<std::string> written;
    for (const std::string& entry : entries) {
      if (holds(value, entry)) {
        return std::unexpected(fmt::format("{} is in {} already", quoted(entry), quoted(key)));
      }
      written.push_back(syntax::quoted_string(entry));
    }
    add_entries(places_, value, written, edits_);
    return {};
  }

  bool holds(NodeId list, std::string_view entry) const {
    const auto is_it = [&](NodeId node) {
      return tree_[node].kind == Kind::string && syntax::unquoted(tree_.text_of(node)) == entry;
    };
    if (tree_[list].kind != Kind::array) return is_it(list);
    return std::ranges::any_of(tree_.children(list, Kind::string), is_it);
  }

  Done lower(const SetKey& change) {
    const auto table = places_.table(change.table);
    if (!table) return std::unexpected(table.error());
    std::string value = text_of(change.value);
    const auto pair = places_.pair(*table, change.key);
    if (!pair) return set_new(*table, change.key, value);
    const NodeId old = tree_.value_of(*pair);
    if (tree_.text_of(old) == value) return std::unexpected("this is there already");
    edit(begin(old), end(old), std::move(value));
    return {};
  }

  /// A key that the table does not have goes where the order of keys puts it.
  Done set_new(NodeId table, const std::string& key, const std::string& value) {
    const auto order = places_.order(table);
    const std::size_t own = rank(order, key);
    std::optional<NodeId> before;
    const std::vector<NodeId> pairs = places_.pairs(table);
    for (const NodeId pair : pairs) {
      const auto parts = tree_.parts(tree_.key_of(pair));
      if (!parts.empty() && rank(order, parts.front()) <= own) before = pair;
    }
    const std::string line = syntax::key_text(key) + equals_of(pairs) + value;
    if (places_.is_header(table)) {
      insert_line(before.value_or(table), pairs, line);
    } else if (before) {
      edit(end(*before), end(*before), ", " + line);
    } else if (!pairs.empty()) {
      edit(begin(pairs.front()), begin(pairs.front()), line + ", ");
    } else {
      edit(begin(table), end(table), "{ " + line + " }");
    }
    return {};
  }

  /// What stands between key and value elsewhere in the table, without alignment.
  std::string equals_of(const std::vector<NodeId>& pairs) const {
    if (pairs.empty()) return " = ";
    const std::size_t from = end(tree_.key_of(pairs.front()));
    const std::size_t to = begin(tree_.value_of(pairs.front()));
    return text().substr(from, to - from) == "=" ? "=" : " = ";
  }

  void insert_line(NodeId after, const std::vector<NodeId>& pairs, const std::string& line) {
    const NodeId model = pairs.empty() ? after : pairs.front();
    const std::size_t from = line_begin(text(), begin(model));
    std::string indent(text().substr(from, begin(model) - from));
    if (!is_blank(indent)) indent.clear();
    insert_below(end(after), indent + line);
  }

  /// A line below the one that holds the byte before `at`.
  void insert_below(std::size_t at, const std::string& line) {
    const std::size_t next = line_end(text(), at);
    const std::string ending(break_of(text(), at));
    const bool open = next == text().size() && !text().empty() && !text().ends_with('\n');
    edit(next, next, open ? ending + line : line + ending);
  }

  Done lower(const UnsetKey& change) {
    const auto table = places_.table(change.table);
    if (!table) return std::unexpected(table.error());
    const auto pair = places_.pair(*table, change.key);
    if (!pair) return std::unexpected(fmt::format("there is no {} here", quoted(change.key)));
    return unset(*pair);
  }

  Done unset(NodeId pair) {
    const NodeId table = tree_[pair].parent;
    if (tree_[table].kind != Kind::inline_table) {
      cut_lines(line_begin(text(), begin(pair)), line_end(text(), end(pair)));
      return {};
    }
    if (tree_.children(table, Kind::pair).size() > 1) {
      take_out(places_, table, std::span(&pair, 1), edits_);
    } else {
      edit(begin(table) + 1, end(table) - 1, {});
    }
    return {};
  }

  /// Whole lines go. At the end of a text without a last line break, the break before them goes.
  void cut_lines(std::size_t from, std::size_t to) {
    if (to == text().size() && !text().ends_with('\n') && from > 0 && text()[from - 1] == '\n') {
      from -= text().substr(0, from).ends_with("\r\n") ? 2 : 1;
    }
    edit(from, to, {});
  }

  Done lower(const AddTable& change) {
    std::size_t at = text().size();
    if (change.after) {
      const auto table = places_.table(change.after);
      if (!table) return std::unexpected(table.error());
      if (!places_.is_header(*table)) return std::unexpected("there is no table here");
      at = end(last_of(*table));
    } else {
      while (at > 0 && is_blank(text().substr(at - 1, 1))) --at;
    }
    const std::string ending(break_of(text(), at));
    std::string table = is_blank(text().substr(0, at)) ? std::string() : ending;
    table += change.header;
    for (const auto& [key, value] : change.keys) {
      table += ending + syntax::key_text(key) + " = " + text_of(value);
    }
    // A table that follows at once is kept apart.
    const std::size_t next = line_end(text(), at);
    const std::string_view below = text().substr(next, line_end(text(), next) - next);
    if (!below.empty() && !is_blank(below)) table += ending;
    insert_below(at, table);
    return {};
  }

  /// The last statement of a table and of the tables below it.
  NodeId last_of(NodeId header) const {
    const std::vector<std::string> path = tree_.parts(header);
    NodeId last = header;
    for (NodeId at = tree_[header].next; at != no_node; at = tree_[at].next) {
      if (places_.is_header(at)) {
        const std::vector<std::string> other = tree_.parts(at);
        if (other.size() <= path.size() || !std::equal(path.begin(), path.end(), other.begin())) {
          break;
        }
      }
      if (tree_[at].kind != Kind::comment) last = at;
    }
    return last;
  }

  Done lower(const RemoveTable& change) {
    const auto table = places_.table(change.table);
    if (!table) return std::unexpected(table.error());
    if (!places_.is_header(*table)) {
      if (tree_[tree_[*table].parent].kind != Kind::array) {
        return std::unexpected("there is no table of its own here");
      }
      removed_[tree_[*table].parent].push_back(*table);
      return {};
    }
    std::size_t from = comments_above(line_begin(text(), begin(*table)));
    std::size_t to = line_end(text(), end(last_of(*table)));
    to = comments_below(to);
    // One of the blank lines around it goes as well; the one before, where there is one.
    const std::size_t above = blank_above(from);
    const std::size_t below = line_end(text(), to);
    if (above != from && (to == text().size() || is_blank(text().substr(to, below - to)))) {
      from = above;
    } else if (above == from && to < text().size() && is_blank(text().substr(to, below - to))) {
      to = below;
    }
    cut_lines(from, to);
    return {};
  }

  std::size_t blank_above(std::size_t from) const {
    if (from == 0) return from;
    const std::size_t before = line_begin(text(), from - 1);
    return before < from && is_blank(text().substr(before, from - before)) ? before : from;
  }

  bool comment_line(std::size_t from) const {
    const std::string_view line = text().substr(from, line_end(text(), from) - from);
    const std::size_t at = line.find_first_not_of(" \t");
    return at != line.npos && line[at] == '#';
  }

  /// The begin of the lines of comments that stand right above.
  std::size_t comments_above(std::size_t from) const {
    while (from > 0) {
      const std::size_t before = line_begin(text(), from - 1);
      if (before >= from || !comment_line(before)) break;
      from = before;
    }
    return from;
  }

  /// The end of the lines of comments right below, where they do not belong to what follows.
  std::size_t comments_below(std::size_t to) const {
    std::size_t at = to;
    while (at < text().size() && comment_line(at)) at = line_end(text(), at);
    const bool apart =
        at == text().size() || is_blank(text().substr(at, line_end(text(), at) - at));
    return apart ? at : to;
  }

  Done lower(const ReplaceBytes& change) {
    const Span& place = change.place;
    const std::size_t from = offset_of(places_.source(), place.line, place.column);
    const std::size_t to = offset_of(places_.source(), place.end_line, place.end_column);
    if (to < from) return std::unexpected("the place is none");
    edit(from, to, change.text);
    return {};
  }

  Done lower(const RemoveComment& change) {
    const std::size_t at = offset_of(places_.source(), change.place.line, change.place.column);
    const NodeId node = places_.node_at(at);
    if (tree_[node].kind != Kind::comment) return std::unexpected("there is no comment here");
    if (cut_check(node, at)) return {};
    const std::size_t first = line_begin(text(), begin(node));
    std::size_t from = begin(node);
    if (is_blank(text().substr(first, from - first))) {
      cut_lines(first, line_end(text(), end(node)));
      return {};
    }
    while (from > first && (text()[from - 1] == ' ' || text()[from - 1] == '\t')) --from;
    std::size_t to = end(node);
    while (to > from && text()[to - 1] == '\r') --to;
    edit(from, to, {});
    return {};
  }

  /// Of a waiver in a comment for several checks, takes out the one at a byte. False where it is
  /// the only one.
  bool cut_check(NodeId comment, std::size_t at) {
    const std::size_t last = end(comment);
    const auto ends_word = [&](std::size_t k) {
      return k >= last || text()[k] == ',' || text()[k] == ' ' || text()[k] == '\t';
    };
    std::size_t to = at;
    while (!ends_word(to)) ++to;
    std::size_t next = text().find_first_not_of(" \t", to);
    if (next < last && text()[next] == ',') {
      next = std::min(last, text().find_first_not_of(", \t", next));
      edit(at, next, {});
      return true;
    }
    std::size_t from = at;
    while (from > begin(comment) && (text()[from - 1] == ' ' || text()[from - 1] == '\t')) --from;
    if (text()[from - 1] != ',') return false;
    edit(from - 1, to, {});
    return true;
  }

  const syntax::Tree& tree_;
  Places places_;
  TextEdits edits_;
  std::map<NodeId, std::vector<NodeId>> removed_;  ///< entries, by array
  std::map<std::pair<NodeId, std::string>, std::vector<std::string>> added_;
};

}  // namespace

std::string text_of(const NewValue& value) {
  struct Write {
    std::string operator()(const std::string& text) const { return syntax::quoted_string(text); }
    std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(const Date& date) const { return to_string(date); }
    std::string operator()(const std::vector<std::string>& list) const { return list_text(list); }
  };
  return std::visit(Write{}, value);
}

const Span& place_of(const Change& change) {
  struct Of {
    const Span& operator()(const ReplaceText& c) const { return c.value; }
    const Span& operator()(const RemoveEntry& c) const { return c.entry; }
    const Span& operator()(const AddToList& c) const { return c.table; }
    const Span& operator()(const SetKey& c) const { return c.table; }
    const Span& operator()(const UnsetKey& c) const { return c.table; }
    const Span& operator()(const RenameKey& c) const { return c.key; }
    const Span& operator()(const AddTable& c) const { return c.after; }
    const Span& operator()(const RemoveTable& c) const { return c.table; }
    const Span& operator()(const RemoveComment& c) const { return c.place; }
    const Span& operator()(const ReplaceBytes& c) const { return c.place; }
  };
  return std::visit(Of{}, change);
}

std::expected<TextEdits, std::string> lower(const syntax::Tree& tree, const SourceText& source,
                                            std::span<const Change> changes) {
  return Lowering(tree, source).run(changes);
}

const syntax::Tree& SourcesEditor::tree(std::uint32_t file) {
  const std::string_view bytes = sources_.texts[file].bytes();
  auto& tree = trees_[file];
  // The bytes of a short text move along with it, away from under its tree.
  if (!tree || tree->text.data() != bytes.data()) {
    tree = std::make_shared<const syntax::Tree>(syntax::parse(bytes));
  }
  return *tree;
}

std::expected<std::vector<FileEdits>, std::string> SourcesEditor::edits(
    std::span<const Change> changes) {
  std::map<std::uint32_t, std::vector<Change>> by_file;
  for (const Change& change : changes) by_file[place_of(change).file].push_back(change);
  std::vector<FileEdits> out;
  for (const auto& [file, own] : by_file) {
    if (file >= sources_.texts.size()) return std::unexpected("the place is in no file");
    auto edits = lower(tree(file), sources_.texts[file], own);
    if (!edits) return std::unexpected(std::move(edits.error()));
    out.push_back({file, std::move(*edits)});
  }
  return out;
}

}  // namespace rolecall
