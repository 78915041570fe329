#pragma once
// Takes values out of the tables of a TOML file and complains about what is wrong there.

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalogue/data/tables.hpp"

namespace rolecall::tables {

using Keys = std::set<std::string_view>;

/// Whether anything was complained about.
inline bool failed = false;

inline void complain(const toml::source_region& where, std::string_view what) {
  failed = true;
  const std::string_view file = where.path ? std::string_view(*where.path) : "?";
  fmt::print(stderr, "{}:{}:{}: {}\n", file, where.begin.line, where.begin.column, what);
}

inline bool fit_for_id(std::string_view text) {
  return !text.empty() && text.find_first_not_of(
                              "abcdefghijklmnopqrstuvwxyz"
                              "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                              "0123456789-") == text.npos;
}

/// One table of the data: takes values out and remembers which keys were asked for.
class Reader {
 public:
  Reader(const toml::table& table, std::string what) : table_(table), what_(std::move(what)) {}

  std::string text(std::string_view key) {
    const toml::node* node = required(key);
    if (node == nullptr) return {};
    const auto* value = node->as_string();
    if (value == nullptr || value->get().empty()) {
      complain(node->source(), fmt::format("{} of {} is no text", key, what_));
      return {};
    }
    return value->get();
  }

  std::string text_if_any(std::string_view key) {
    return table_.contains(key) ? text(key) : std::string();
  }

  Amount amount_if_any(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const auto* value = node->as_integer();
    if (value != nullptr && value->get() >= 0) return value->get();
    complain(node->source(), fmt::format("{} of {} is no amount", key, what_));
    return std::nullopt;
  }

  /// `[low, high]`.
  Range range_if_any(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const toml::array* array = node->as_array();
    if (array != nullptr && array->size() == 2) {
      const auto* low = array->get(0)->as_integer();
      const auto* high = array->get(1)->as_integer();
      if (low != nullptr && high != nullptr && low->get() <= high->get()) {
        return std::pair(low->get(), high->get());
      }
    }
    complain(node->source(), fmt::format("{} of {} is not [low, high]", key, what_));
    return std::nullopt;
  }

  /// A table of words.
  std::vector<std::pair<std::string, std::string>> pairs_if_any(std::string_view key) {
    std::vector<std::pair<std::string, std::string>> out;
    const toml::node* node = find(key);
    if (node == nullptr) return out;
    const toml::table* table = node->as_table();
    if (table == nullptr) {
      complain(node->source(), fmt::format("{} of {} is no table", key, what_));
      return out;
    }
    for (const auto& [name, value] : *table) {
      const auto* word = value.as_string();
      if (word == nullptr) complain(value.source(), fmt::format("{} is no text", name.str()));
      out.emplace_back(std::string(name.str()), word == nullptr ? std::string() : word->get());
    }
    return out;
  }

  Names texts(std::string_view key) { return list(key, required(key)); }
  Names texts_if_any(std::string_view key) { return list(key, find(key)); }

  bool truth(std::string_view key, bool otherwise) {
    const toml::node* node = find(key);
    if (node == nullptr) return otherwise;
    if (!node->is_boolean()) complain(node->source(), fmt::format("{} is no boolean", key));
    return node->value_or(otherwise);
  }

  std::string focus() {
    if (!table_.contains("focus")) return "both";
    const std::string value = text("focus");
    if (!value.empty() && value != "both" && value != "inward" && value != "outward") {
      complain(table_.source(), fmt::format("focus of {} is {}", what_, value));
    }
    return value;
  }

  std::string id() {
    const std::string value = text("id");
    if (!value.empty() && !fit_for_id(value)) {
      complain(table_.source(), fmt::format("{} has the id {}: letters, digits, -", what_, value));
    }
    return value;
  }

  /// To be called last: complains about keys that nothing asked for.
  void finish() const {
    for (const auto& [key, node] : table_) {
      if (!asked_.contains(key.str())) {
        complain(node.source(), fmt::format("unknown key {} in {}", key.str(), what_));
      }
    }
  }

 private:
  const toml::node* find(std::string_view key) {
    asked_.emplace(key);
    return table_.get(key);
  }

  const toml::node* required(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) complain(table_.source(), fmt::format("{} has no {}", what_, key));
    return node;
  }

  Names list(std::string_view key, const toml::node* node) const {
    Names out;
    if (node == nullptr) return out;
    const toml::array* array = node->as_array();
    if (array == nullptr) {
      complain(node->source(), fmt::format("{} of {} is no list", key, what_));
      return out;
    }
    for (const toml::node& item : *array) {
      const auto* value = item.as_string();
      if (value == nullptr || value->get().empty()) {
        complain(item.source(), fmt::format("{} of {} holds what is no text", key, what_));
      } else if (std::find(out.begin(), out.end(), value->get()) != out.end()) {
        complain(item.source(), fmt::format("{} of {} holds {} twice", key, what_, value->get()));
      } else {
        out.push_back(value->get());
      }
    }
    return out;
  }

  const toml::table& table_;
  std::string what_;
  std::set<std::string, std::less<>> asked_;
};

/// Calls `read` with each `[[name]]` of a file.
template <class Read>
void each(const toml::table& file, std::string_view name, Read read) {
  const toml::node* node = file.get(name);
  const toml::array* array = node == nullptr ? nullptr : node->as_array();
  if (array == nullptr || array->empty() || !array->is_homogeneous<toml::table>()) {
    complain(file.source(), fmt::format("there are no [[{}]] tables", name));
    return;
  }
  for (const toml::node& item : *array) read(*item.as_table());
}

inline const toml::table* section(const toml::table& file, std::string_view name) {
  const toml::node* node = file.get(name);
  const toml::table* table = node == nullptr ? nullptr : node->as_table();
  if (table == nullptr) complain(file.source(), fmt::format("there is no [{}]", name));
  return table;
}

inline void only(const toml::table& file, const Keys& keys) {
  for (const auto& [key, node] : file) {
    if (!keys.contains(key.str())) {
      complain(node.source(), fmt::format("unknown key {}", key.str()));
    }
  }
}

/// Phrases are compared with lower-case ASCII words.
inline void expect_lower(const toml::table& where, const Names& words) {
  for (const std::string& word : words) {
    const bool fits = std::all_of(word.begin(), word.end(), [](char c) {
      return c >= ' ' && c <= '~' && !(c >= 'A' && c <= 'Z');
    });
    if (!fits) complain(where.source(), fmt::format("{} is not in lower case ASCII", word));
  }
}

inline bool holds(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace rolecall::tables
