#pragma once
// The tables of two states that are one and the same thing.

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/org/org.hpp"

namespace rolecall {

/// A table in both states; null where one has it not.
template <class T>
struct Pair {
  const T* before = nullptr;
  const T* after = nullptr;
};

template <class T>
using Decls = std::vector<const T*>;

template <class T>
Decls<T> decls_of(const std::vector<T>& tables) {
  Decls<T> out;
  out.reserve(tables.size());
  for (const T& table : tables) out.push_back(&table);
  return out;
}

/// The tables of a kind in the description and in its catalogue files.
template <class T>
Decls<T> decls_of(const Org& org, std::vector<T> Document::*tables) {
  Decls<T> out = decls_of((*org.document).*tables);
  for (const auto& file : org.catalogue_files) {
    for (const T& table : (*file).*tables) out.push_back(&table);
  }
  return out;
}

/// What tables of one key are told apart by, whatever their order.
template <class T>
std::string called(const T& table) {
  std::string out;
  if constexpr (requires { table.title; }) out += table.title.value;
  if constexpr (requires { table.name; }) out += table.name.value;
  if constexpr (requires { table.holder; }) {
    for (const Text& holder : table.holder) out += '\x1f' + holder.value;
  }
  return out;
}

/// Pairs those of one key: of several those that are called the same, then the first with the
/// first; then those whose `was` is the key of one that is left. `key(table, earlier)` is a text.
/// In the later order, then those that are gone. O(n log n).
template <class T, class Key>
std::vector<Pair<T>> pair_up(const Decls<T>& before, const Decls<T>& after, Key key) {
  using Left = std::map<std::string, std::vector<std::size_t>, std::less<>>;  // the next one last
  Left left;
  Left left_called;
  std::vector<bool> paired(before.size());
  for (std::size_t i = before.size(); i > 0; --i) {
    const std::string name = key(*before[i - 1], true);
    left_called[name + '\x1e' + called(*before[i - 1])].push_back(i - 1);
    left[name].push_back(i - 1);
  }
  std::vector<Pair<T>> out;
  const auto take = [&](Pair<T>& pair, Left& from_all, std::string_view name) {
    const auto found = from_all.find(name);
    if (found == from_all.end()) return false;
    std::vector<std::size_t>& there = found->second;
    while (!there.empty() && paired[there.back()]) there.pop_back();
    if (there.empty()) return false;
    paired[there.back()] = true;
    pair.before = before[there.back()];
    there.pop_back();
    return true;
  };
  for (const T* table : after) {
    out.push_back({nullptr, table});
    take(out.back(), left_called, key(*table, false) + '\x1e' + called(*table));
  }
  for (Pair<T>& pair : out) {
    if (pair.before == nullptr) take(pair, left, key(*pair.after, false));
  }
  if constexpr (requires(const T& table) { table.was; }) {
    for (Pair<T>& pair : out) {
      if (pair.before != nullptr) continue;
      for (const Text& was : pair.after->was) {
        if (take(pair, left, was.value)) break;
      }
    }
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!paired[i]) out.push_back({before[i], nullptr});
  }
  return out;
}

/// The id; of a person without one the name.
template <class T>
std::string id_key(const T& table, bool) {
  if constexpr (requires { table.skills; }) {
    if (!table.id.given()) return table.name.value;
  }
  return table.id.value;
}

}  // namespace rolecall
