#include "cli/arrangement_options.hpp"

#include <array>

#include "cli/wording.hpp"

namespace rolecall {

namespace {

constexpr std::array<std::string_view, 2> directions{"down", "right"};
constexpr std::array<std::string_view, 2> aligns{"compact", "grades"};
constexpr std::array<std::string_view, 2> orders{"file", "balanced"};

}  // namespace

void ArrangementWords::add_to(Parser& parser) {
  parser.option("--direction", "WAY", direction, "down, or right: grows from left to right",
                offer_words<directions>);
  parser.option("--aspect", "RATIO", aspect,
                fmt::format("Wished width by height: {}", aspect_words));
  parser.option("--align", "HOW", align, "compact, or grades: one grade, one band",
                offer_words<aligns>);
  parser.option("--order", "HOW", order, "Reports as in the file, or balanced: large ones inside",
                offer_words<orders>);
}

std::optional<UsageError> take_arrangement(const ArrangementWords& words, Arrangement& target) {
  const auto direction = choose("--direction", words.direction, directions);
  if (!direction) return direction.error();
  const auto align = choose("--align", words.align, aligns);
  if (!align) return align.error();
  const auto order = choose("--order", words.order, orders);
  if (!order) return order.error();
  const auto aspect = parse_aspect(words.aspect);
  if (!aspect) {
    return UsageError{fmt::format("--aspect is {}, not {}", aspect_words, quoted(words.aspect))};
  }
  target.direction = static_cast<decltype(target.direction)>(*direction);
  target.align = static_cast<decltype(target.align)>(*align);
  target.order = static_cast<decltype(target.order)>(*order);
  target.aspect = *aspect;
  return std::nullopt;
}

}  // namespace rolecall
