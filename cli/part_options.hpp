#pragma once
// The options of `render` that say what of an organisation to draw, and on how many sheets.

#include <optional>
#include <string>

#include "cli/render.hpp"
#include "layout/chart/split.hpp"

namespace rolecall {

/// As they were given.
struct PartWords {
  PartOptions part;
  bool split = false;
  std::optional<std::size_t> cards;

  void add_to(Parser& parser);
};

/// Completes `command.part` and `command.sheet_cards`, or says what is wrong. The pictures and the
/// view are there already.
std::optional<UsageError> take_part(const PartWords& words, RenderCommand& command);

}  // namespace rolecall
