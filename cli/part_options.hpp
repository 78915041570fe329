#pragma once
// The options of `render` that say what of an organisation to draw, and on how many sheets.

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "layout/split.hpp"

namespace rolecall {

/// As they were given.
struct PartWords {
  std::optional<std::size_t> depth;
  bool split = false;
  std::optional<std::size_t> cards;
};

/// Completes `command.part` and `command.sheet_cards`, or says what is wrong. The pictures and the
/// view are there already.
std::optional<UsageError> take_part(const PartWords& words, RenderCommand& command);

}  // namespace rolecall
