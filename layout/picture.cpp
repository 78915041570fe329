#include "layout/picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace rolecall {

const Picture* find_picture(std::string_view id) {
  const auto all = all_pictures();
  const auto found = std::ranges::find_if(all, [&](const Picture* each) {
    return each->id == id || (!each->ending.empty() && each->ending == id);
  });
  return found == all.end() ? nullptr : *found;
}

Drawn draw(const Chart& chart, const Placement& placement, std::string_view picture,
           const DrawOptions& options) {
  const Picture* kind = find_picture(picture);
  assert(kind);
  if (kind->placed && chart.cards.size() > most_cards) {
    return std::unexpected(fmt::format("{} cards are more than can be drawn ({}); draw a part",
                                       chart.cards.size(), most_cards));
  }
  return kind->draw(chart, placement, options);
}

}  // namespace rolecall
