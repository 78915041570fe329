#include "cli/part_options.hpp"

#include <algorithm>

namespace rolecall {

std::optional<UsageError> take_part(const PartWords& words, RenderCommand& command) {
  command.part.depth = words.depth;
  if (!command.part.only.empty() && !command.part.around.empty()) {
    return UsageError{"--only and --around cannot go together"};
  }
  if (!words.split) {
    if (words.cards) return UsageError{"--cards needs --split"};
    return std::nullopt;
  }
  if (command.part != PartOptions()) {
    return UsageError{"--split shows all; it cannot go with --root, --depth, --around or --only"};
  }
  if (command.view->id != "chart") return UsageError{"--split is for the view `chart`"};
  if (std::ranges::count(command.outs, "-", &PictureOut::path) > 0) {
    return UsageError{"--split writes several files, so that it needs -o with a path"};
  }
  command.sheet_cards = words.cards.value_or(usual_sheet);
  if (command.sheet_cards < 2) return UsageError{"--cards is 2 or more"};
  return std::nullopt;
}

}  // namespace rolecall
