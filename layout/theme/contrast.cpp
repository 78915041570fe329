#include "layout/theme/contrast.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace rolecall {
namespace {

constexpr double for_text = 4.5;
constexpr double for_lines = 3;

double luminance(std::string_view colour) {
  static constexpr double weights[] = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    std::uint8_t value = 0;
    const char* digits = colour.data() + 1 + 2 * i;
    std::from_chars(digits, digits + 2, value, 16);
    const double part = value / 255.0;
    sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

}  // namespace

double contrast(std::string_view a, std::string_view b) {
  const auto [less, more] = std::minmax({luminance(a), luminance(b)});
  return (more + 0.05) / (less + 0.05);
}

std::vector<WeakContrast> weak_contrasts(const Theme& theme) {
  std::vector<WeakContrast> out;
  Theme copy = theme;
  const auto look = [&](std::string key, const std::string& colour, std::string ground_key,
                        const std::string& ground, double needed) {
    if (colour.empty() || ground.empty()) return;
    const double ratio = contrast(colour, ground);
    if (ratio < needed) {
      out.push_back({std::move(key), colour, std::move(ground_key), ground, ratio, needed});
    }
  };
  for (const auto& [key, paint] : paints(copy)) {
    look(key + ".ink", paint->ink, key + ".fill", paint->fill, for_text);
    look(key + ".soft", paint->soft, key + ".fill", paint->fill, for_text);
    // The border of a chip or of a filled card, and a table's rules, tell nothing.
    const bool tells = key.starts_with("line.") || key.starts_with("card.");
    if (tells && key != "card.filled" && key != "line.rule") {
      look(key + ".line", paint->line, "page.fill", theme.page.fill, for_lines);
    }
  }
  return out;
}

}  // namespace rolecall
