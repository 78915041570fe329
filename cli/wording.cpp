#include "cli/wording.hpp"

#include <algorithm>

namespace rolecall {

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
  const auto near = nearest(word, known);
  return near ? fmt::format(" (did you mean `{}`?)", *near) : std::string();
}

std::expected<std::size_t, UsageError> choose(std::string_view option, std::string_view word,
                                              std::span<const std::string_view> known) {
  const auto at = std::ranges::find(known, word);
  if (at != known.end()) return static_cast<std::size_t>(at - known.begin());
  std::string all;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (i > 0) all += i + 1 == known.size() ? " or " : ", ";
    all += known[i];
  }
  return usage("{} is {}, not {}{}", option, all, quoted(word), did_you_mean(word, known));
}

}  // namespace rolecall
