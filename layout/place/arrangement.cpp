#include "layout/place/arrangement.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "model/text/letters.hpp"

namespace rolecall {
namespace {

struct Paper {
  std::string_view name;
  double aspect;  ///< upright
};
constexpr Paper papers[] = {{"a3", 297.0 / 420},  {"a4", 210.0 / 297}, {"a5", 148.0 / 210},
                            {"letter", 8.5 / 11}, {"legal", 8.5 / 14}, {"tabloid", 11.0 / 17}};
constexpr double most = 10;

std::optional<double> number(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  if (read.ec != std::errc() || read.ptr != end || !(value > 0)) return std::nullopt;
  return value;
}

}  // namespace

std::optional<double> parse_aspect(std::string_view word) {
  if (word == "free") return 0;
  if (const std::size_t colon = word.find(':'); colon != std::string_view::npos) {
    const auto width = number(word.substr(0, colon));
    const auto height = number(word.substr(colon + 1));
    if (!width || !height) return std::nullopt;
    const double aspect = *width / *height;
    return aspect <= most && aspect >= 1 / most ? std::optional(aspect) : std::nullopt;
  }
  std::string name = in_small_letters(word);
  constexpr std::string_view turned = "-landscape";
  const bool landscape = name.ends_with(turned);
  if (landscape) name.resize(name.size() - turned.size());
  for (const Paper& paper : papers) {
    if (paper.name == name) return landscape ? 1 / paper.aspect : paper.aspect;
  }
  return std::nullopt;
}

}  // namespace rolecall
