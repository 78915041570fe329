#include "layout/draw/picture.hpp"

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
  if (kind->placed && options.positions) {
    constexpr std::string_view instead =
        "draw units with --split, or a part with --root ID, --depth N or --around ID";
    if (chart.cards.size() > most_cards) {
      return std::unexpected(fmt::format("{} cards are too many for one sheet (at most {}); {}",
                                         chart.cards.size(), most_cards, instead));
    }
    const Size size = placement.size;
    if (std::max(size.width, size.height) > longest_sheet) {
      return std::unexpected(fmt::format("one sheet would be {} by {} points, {} metres long; {}",
                                         size.width, size.height,
                                         std::max(size.width, size.height) / 2835, instead));
    }
  }
  return kind->draw(chart, placement, options);
}

}  // namespace rolecall
