#pragma once
// How wrong usage is told, and words of which one is to be chosen.

#include <fmt/format.h>

#include <optional>

#include "cli/command.hpp"
#include "model/text/text.hpp"

namespace rolecall {

using Words = std::vector<std::string_view>;

template <class... Args>
std::unexpected<UsageError> usage(fmt::format_string<Args...> format, Args&&... args) {
  return std::unexpected(UsageError{fmt::format(format, std::forward<Args>(args)...)});
}

/// " (did you mean `check`?)", or nothing where no word is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> known);

/// The place of `word` among the known ones, or: "--color is auto, always or never, not `red`".
std::expected<std::size_t, UsageError> choose(std::string_view option, std::string_view word,
                                              std::span<const std::string_view> known);

/// The item with that id, or: "unknown view `cart` (did you mean `chart`?); there are ...".
template <class Item>
std::expected<const Item*, UsageError> choose(std::string_view kind, std::string_view id,
                                              std::span<const Item* const> items) {
  Words known;
  for (const Item* item : items) {
    if (item->id == id) return item;
    known.push_back(item->id);
  }
  return usage("unknown {} {}{}; there are {}", kind, quoted(id), did_you_mean(id, known),
               list_of(known));
}

/// The ids of items, for a shell to offer.
template <class Items>
std::vector<std::string> ids_of(const Items& items) {
  std::vector<std::string> out;
  for (const auto& item : items) {
    if constexpr (requires { item->id; }) {
      out.emplace_back(item->id);
    } else {
      out.emplace_back(item.id);
    }
  }
  return out;
}

/// Fixed words, for a shell to offer.
template <const auto& words>
std::vector<std::string> offer_words() {
  return {words.begin(), words.end()};
}

}  // namespace rolecall
