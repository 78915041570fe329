#include "report/format.hpp"

#include <algorithm>

namespace rolecall {

const Format* find_format(std::string_view id) {
  for (const Format* format : all_formats()) {
    if (format->id == id) return format;
  }
  return nullptr;
}

bool is_any_report(std::string_view bytes) {
  return std::ranges::any_of(all_formats(),
                             [&](const Format* format) { return format->is_report(bytes); });
}

bool first_line_has(std::string_view text, std::span<const std::string_view> any_of) {
  const std::string_view line = text.substr(0, text.find('\n'));
  return std::ranges::any_of(any_of, [&](std::string_view each) { return line.contains(each); });
}

}  // namespace rolecall
