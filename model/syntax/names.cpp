#include "model/syntax/names.hpp"

namespace rolecall::syntax {

namespace {
/// Tables with more children than this are looked up through an index.
constexpr std::uint32_t few = 16;
}  // namespace

Names::Names() {
  entries_.emplace_back();
  entries_.back().state = State::opened;
}

TableId Names::loose_table() {
  entries_.emplace_back();
  entries_.back().state = State::opened;
  return static_cast<TableId>(entries_.size() - 1);
}

std::uint32_t Names::find(TableId table, std::string_view key) const {
  const Entry& entry = entries_[table];
  if (entry.index != none) {
    const auto& index = indexes_[entry.index];
    const auto found = index.find(key);
    return found == index.end() ? none : found->second;
  }
  std::uint32_t child = entry.first;
  while (child != none && entries_[child].key != key) child = entries_[child].next;
  return child;
}

std::uint32_t Names::add(TableId table, std::string_view key, State state, NodeId place) {
  const auto id = static_cast<std::uint32_t>(entries_.size());
  entries_.emplace_back();
  Entry& child = entries_.back();
  child.key = key;
  child.state = state;
  child.place = place;
  Entry& entry = entries_[table];
  child.next = entry.first;
  entry.first = id;
  if (state == State::value) entry.has_values = true;
  if (++entry.children == few + 1) {
    entry.index = static_cast<std::uint32_t>(indexes_.size());
    auto& index = indexes_.emplace_back();
    for (std::uint32_t at = entry.first; at != none; at = entries_[at].next) {
      index.emplace(entries_[at].key, at);
    }
  } else if (entry.index != none) {
    indexes_[entry.index].emplace(key, id);
  }
  return id;
}

std::optional<Clash> Names::header(std::span<const std::string_view> parts, bool array,
                                   NodeId place, TableId& out) {
  TableId table = root;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    const std::uint32_t found = find(table, parts[i]);
    if (found == none) {
      table = add(table, parts[i], State::implied, place);
      continue;
    }
    const Entry& entry = entries_[found];
    switch (entry.state) {
      case State::implied:
      case State::opened:
      case State::dotted:
        table = found;
        break;
      case State::list:
        table = entry.element;
        break;
      case State::closed:
        return Clash{Clash::Why::closed, entry.place, i};
      case State::values:
      case State::value:
        return Clash{Clash::Why::not_a_table, entry.place, i};
    }
  }
  const std::size_t last = parts.size() - 1;
  const std::uint32_t found = find(table, parts[last]);
  if (found == none) {
    const std::uint32_t id = add(table, parts[last], array ? State::list : State::opened, place);
    if (array) {
      const TableId element = loose_table();
      entries_[id].element = element;
      out = element;
    } else {
      out = id;
    }
    return std::nullopt;
  }
  const State state = entries_[found].state;
  if (array && state == State::list) {
    out = loose_table();
    entries_[found].element = out;
    return std::nullopt;
  }
  if (!array && state == State::implied && !entries_[found].has_values) {
    entries_[found].state = State::opened;
    entries_[found].place = place;
    out = found;
    return std::nullopt;
  }
  Clash clash{Clash::Why::said_before, entries_[found].place, last};
  if (state == State::value || state == State::values) clash.why = Clash::Why::not_a_table;
  if (state == State::closed) clash.why = Clash::Why::closed;
  if (array != (state == State::list) && state != State::value && state != State::values &&
      state != State::closed) {
    clash.why = Clash::Why::list_of_tables;
  }
  return clash;
}

std::optional<Clash> Names::pair(TableId table, std::span<const std::string_view> parts,
                                 Shape shape, NodeId place) {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    const std::uint32_t found = find(table, parts[i]);
    if (found == none) {
      table = add(table, parts[i], State::dotted, place);
      continue;
    }
    const Entry& entry = entries_[found];
    switch (entry.state) {
      case State::implied:
      case State::dotted:
        table = found;
        break;
      case State::opened:
        return Clash{Clash::Why::own_header, entry.place, i};
      case State::list:
        return Clash{Clash::Why::list_of_tables, entry.place, i};
      case State::closed:
        return Clash{Clash::Why::closed, entry.place, i};
      case State::values:
      case State::value:
        return Clash{Clash::Why::not_a_table, entry.place, i};
    }
  }
  const std::size_t last = parts.size() - 1;
  const std::uint32_t found = find(table, parts[last]);
  if (found != none) return Clash{Clash::Why::said_before, entries_[found].place, last};
  const State state = shape == Shape::value          ? State::value
                      : shape == Shape::inline_table ? State::closed
                                                     : State::values;
  add(table, parts[last], state, place);
  return std::nullopt;
}

}  // namespace rolecall::syntax
