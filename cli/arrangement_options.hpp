#pragma once
// The options of `render` that say how cards are placed.

#include <optional>
#include <string>

#include "cli/parser.hpp"
#include "layout/place/placement.hpp"

namespace rolecall {

/// As they were written.
struct ArrangementWords {
  std::string direction = "down";
  std::string align = "compact";
  std::string order = "file";
  std::string aspect = "free";

  void add_to(Parser& parser);
};

/// Understands them, or says what is wrong.
std::optional<UsageError> take_arrangement(const ArrangementWords& words, Arrangement& target);

}  // namespace rolecall
