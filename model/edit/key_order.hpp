#pragma once
// In which order the keys of a table are written.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace rolecall {

/// The keys of the table with that path, `{"position"}` or `{"duties", "networks"}`, in the order
/// of the language; no path is the part of a file before its first table, of a description or of a
/// `rolecall.toml`. Empty for tables that are not known.
std::span<const std::string_view> key_order(std::span<const std::string> path);

/// The same for the inline tables in the list `key` of such a table.
std::span<const std::string_view> entry_key_order(std::span<const std::string> path,
                                                  std::string_view key);

/// The place of a key in an order; those that are not in it stand behind.
std::size_t rank(std::span<const std::string_view> order, std::string_view key);

}  // namespace rolecall
