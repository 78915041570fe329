#include "model/syntax/values.hpp"

#include <algorithm>
#include <cassert>

#include "model/syntax/characters.hpp"
#include "model/syntax/scalars.hpp"

namespace rolecall::syntax {
namespace {

/// Tables with more items than this are looked up through an index.
constexpr std::uint32_t few = 16;

Type type_of(Kind kind, std::string_view token) {
  switch (kind) {
    case Kind::integer:
      return Type::integer;
    case Kind::floating:
      return Type::floating;
    case Kind::boolean:
      return Type::boolean;
    case Kind::array:
      return Type::list;
    case Kind::inline_table:
      return Type::table;
    case Kind::date_time:
      if (token[2] == ':') return Type::time;
      return token.size() == 10 ? Type::date : Type::date_time;
    default:
      return Type::text;
  }
}

}  // namespace

Value::Value(const Values& of, NodeId node)
    : of_(&of), node_(node), type_(type_of(of.tree()[node].kind, of.tree().text_of(node))) {}

std::optional<std::string> Value::text() const {
  if (type_ != Type::text) return std::nullopt;
  return unquoted(of_->tree().text_of(node_));
}

std::optional<std::int64_t> Value::integer() const {
  if (type_ != Type::integer) return std::nullopt;
  return integer_value(of_->tree().text_of(node_));
}

std::optional<bool> Value::boolean() const {
  if (type_ != Type::boolean) return std::nullopt;
  return of_->tree().text_of(node_) == "true";
}

std::optional<Date> Value::date() const {
  if (type_ != Type::date) return std::nullopt;
  return parse_date(of_->tree().text_of(node_));
}

std::optional<List> Value::list() const {
  if (type_ != Type::list) return std::nullopt;
  return List(*of_, node_, at_);
}

std::optional<Table> Value::table() const {
  if (type_ != Type::table) return std::nullopt;
  return Table(*of_, node_, at_ == Values::none ? of_->braces(node_) : at_);
}

List::iterator List::begin() const {
  const bool headers = first_ != Values::none;
  return {*of_, headers ? no_node : of_->tree()[node_].first_child, first_};
}

bool List::empty() const { return begin() == end(); }

std::size_t List::size() const {
  return static_cast<std::size_t>(std::ranges::distance(begin(), end()));
}

bool List::is_of_tables() const {
  if (first_ != Values::none) return true;
  return !empty() && std::ranges::all_of(begin(), end(), [](const Value& each) {
    return each.type() == Type::table;
  });
}

List::iterator::iterator(const Values& of, NodeId node, std::uint32_t table)
    : of_(&of), node_(node), table_(table) {
  find_value();
}

void List::iterator::find_value() {
  const Tree& tree = of_->tree();
  while (node_ != no_node && !is_value(tree[node_].kind)) node_ = tree[node_].next;
}

Value List::iterator::operator*() const {
  if (node_ != no_node) return {*of_, node_};
  return {*of_, of_->tables_[table_].node, Type::table, table_};
}

List::iterator& List::iterator::operator++() {
  if (node_ != no_node) {
    node_ = of_->tree()[node_].next;
    find_value();
  } else {
    table_ = of_->tables_[table_].element;
  }
  return *this;
}

Table::iterator Table::begin() const {
  if (at_ == Values::none) return {*of_, of_->tree()[node_].first_child, Values::none};
  const Values::TableData& data = of_->tables_[at_];
  return {*of_, data.plain, data.first};
}

bool Table::empty() const { return begin() == end(); }

bool Table::contains(std::string_view key) const {
  return std::ranges::any_of(begin(), end(),
                             [&](const auto& each) { return each.first.text == key; });
}

bool Table::is_inline() const { return of_->tree()[node_].kind == Kind::inline_table; }

Table::iterator::iterator(const Values& of, NodeId first, std::uint32_t item)
    : of_(&of), pair_(first), item_(item) {
  find_plain();
}

void Table::iterator::find_plain() {
  const Tree& tree = of_->tree();
  for (; pair_ != no_node; pair_ = tree[pair_].next) {
    const Kind kind = tree[pair_].kind;
    if (kind == Kind::table || kind == Kind::array_table) {
      pair_ = no_node;  // the next header
      return;
    }
    if (kind == Kind::pair && !of_->has_dots(pair_)) return;
  }
}

Table::iterator::value_type Table::iterator::operator*() const {
  const Tree& tree = of_->tree();
  if (pair_ != no_node) {
    const NodeId key = tree.key_of(pair_);
    return {of_->key_at(tree[key].first_child), Value(*of_, tree[key].next)};
  }
  const Values::Item& item = of_->items_[item_];
  if (item.table == Values::none) return {item.key, Value(*of_, item.node)};
  const Type type = item.last == Values::none ? Type::table : Type::list;
  return {item.key, Value(*of_, item.node, type, item.table)};
}

Table::iterator& Table::iterator::operator++() {
  if (pair_ != no_node) {
    pair_ = of_->tree()[pair_].next;
    find_plain();
  } else {
    item_ = of_->items_[item_].next;
  }
  return *this;
}

Values::Values(const Tree& tree) : tree_(tree) {
  assert(tree.errors.empty());
  std::uint32_t current = new_table(0, tree[0].first_child);
  for (NodeId id = tree[0].first_child; id != no_node; id = tree[id].next) {
    const Kind kind = tree[id].kind;
    if (kind == Kind::table || kind == Kind::array_table) {
      current = open(id);
    } else if (kind == Kind::pair && has_dots(id)) {
      add_dotted(current, id);
    }
  }
  for (NodeId id = 1; id < tree.nodes.size(); ++id) {
    if (tree[id].kind != Kind::pair || tree[id].parent == 0 || !has_dots(id)) continue;
    const NodeId parent = tree[id].parent;
    std::uint32_t table = braces(parent);
    if (table == none) {
      table = new_table(parent, tree[parent].first_child);
      braces_with_dots_.emplace(parent, table);
    }
    add_dotted(table, id);
  }
}

bool Values::has_dots(NodeId pair) const {
  return tree_[tree_[tree_.key_of(pair)].first_child].next != no_node;
}

Key Values::key_at(NodeId part) const {
  const std::string_view token = tree_.text_of(part);
  if (token.empty() || !is_quote(token[0])) return {token, part};
  if (token[0] == '\'' || token.find('\\') == std::string_view::npos) {
    return {token.substr(1, token.size() - 2), part};
  }
  const auto [kept, made] = kept_.try_emplace(part);
  if (made) kept->second = unquoted(token);
  return {kept->second, part};
}

std::uint32_t Values::new_table(NodeId node, NodeId plain) {
  tables_.push_back({.node = node, .plain = plain});
  return static_cast<std::uint32_t>(tables_.size() - 1);
}

std::uint32_t Values::find(std::uint32_t table, std::string_view key) const {
  const TableData& data = tables_[table];
  if (data.index != none) {
    const auto& index = indexes_[data.index];
    const auto found = index.find(key);
    return found == index.end() ? none : found->second;
  }
  std::uint32_t item = data.first;
  while (item != none && items_[item].key.text != key) item = items_[item].next;
  return item;
}

std::uint32_t Values::add(std::uint32_t table, Item item) {
  const auto id = static_cast<std::uint32_t>(items_.size());
  TableData& data = tables_[table];
  (data.last == none ? data.first : items_[data.last].next) = id;
  data.last = id;
  const std::string_view key = item.key.text;
  items_.push_back(std::move(item));
  if (++data.items == few + 1) {
    data.index = static_cast<std::uint32_t>(indexes_.size());
    auto& index = indexes_.emplace_back();
    for (std::uint32_t at = data.first; at != none; at = items_[at].next) {
      index.emplace(items_[at].key.text, at);
    }
  } else if (data.index != none) {
    indexes_[data.index].emplace(key, id);
  }
  return id;
}

/// The table with the name of a key's part, made where it is not there yet; of a list the last one.
std::uint32_t Values::table_within(std::uint32_t table, NodeId part, NodeId leads) {
  const Key key = key_at(part);
  const std::uint32_t found = find(table, key.text);
  if (found != none) return items_[found].last == none ? items_[found].table : items_[found].last;
  const std::uint32_t inner = new_table(leads, no_node);
  add(table, {.key = key, .node = leads, .table = inner});
  return inner;
}

/// The table of a header.
std::uint32_t Values::open(NodeId header) {
  std::uint32_t table = 0;
  NodeId part = tree_[tree_[header].first_child].first_child;
  for (; tree_[part].next != no_node; part = tree_[part].next) {
    table = table_within(table, part, header);
  }
  const NodeId plain = tree_[header].next;
  if (tree_[header].kind == Kind::table) {
    const std::uint32_t opened = table_within(table, part, header);
    tables_[opened].node = header;
    tables_[opened].plain = plain;
    return opened;
  }
  const std::uint32_t element = new_table(header, plain);
  const Key key = key_at(part);
  const std::uint32_t list = find(table, key.text);
  if (list == none) {
    add(table, {.key = key, .node = header, .table = element, .last = element});
  } else {
    tables_[items_[list].last].element = element;
    items_[list].last = element;
  }
  return element;
}

void Values::add_dotted(std::uint32_t table, NodeId pair) {
  const NodeId key = tree_.key_of(pair);
  NodeId part = tree_[key].first_child;
  for (; tree_[part].next != no_node; part = tree_[part].next) {
    table = table_within(table, part, part);
  }
  add(table, {.key = key_at(part), .node = tree_[key].next});
}

/// The table in braces; none where all its keys are plain.
std::uint32_t Values::braces(NodeId node) const {
  if (braces_with_dots_.empty()) return none;
  const auto found = braces_with_dots_.find(node);
  return found == braces_with_dots_.end() ? none : found->second;
}

}  // namespace rolecall::syntax
