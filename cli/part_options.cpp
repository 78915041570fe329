#include "cli/part_options.hpp"

#include <algorithm>

#include "cli/wording.hpp"
#include "rules/check.hpp"

namespace rolecall {

void PartWords::add_to(Parser& parser) {
  parser.flag("--split", split, "An overview, and a linked picture of each unit");
  parser.option("--cards", "N", cards,
                fmt::format("With --split: cut units of more than N cards ({})", usual_sheet));
  parser.option("--root", "ID", part.root, "Only the post ID and all below");
  parser.option("--depth", "N", part.depth, "Only so many levels below the top");
  parser.option("--around", "ID", part.around,
                "Only the post ID, its line upwards, peers, reports and links");
  parser.option(
      "--only", "CHECK[@ID]", part.only,
      "Only what findings are about: a CHECK, or CHECK@ID of a duty, post, team or person",
      [] { return ids_of(all_checks()); });
}

std::optional<UsageError> take_part(const PartWords& words, RenderCommand& command) {
  command.part = words.part;
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
