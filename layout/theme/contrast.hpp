#pragma once
// Whether a theme can be read: contrast as WCAG 2.2 defines it (1.4.3 and 1.4.11).

#include <string>
#include <string_view>
#include <vector>

#include "layout/theme/theme.hpp"

namespace rolecall {

/// From 1 (the same) to 21 (black and white), of two `#rrggbb` colours.
double contrast(std::string_view a, std::string_view b);

/// A colour that is hard to see on its ground, both with their keys.
struct WeakContrast {
  std::string key;
  std::string colour;
  std::string ground_key;
  std::string ground;
  double ratio = 0;
  double needed = 0;
};

/// Ink needs 4.5 to 1 on its fill, a line 3 to 1 on the page, and so does a border that tells
/// something.
std::vector<WeakContrast> weak_contrasts(const Theme& theme);

}  // namespace rolecall
