#include "model/text/name_bytes.hpp"

#include <cstddef>

#include "model/text/text.hpp"

namespace rolecall {

std::string with_bytes_shown(std::string_view name) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t start = at;
    const bool replaced = next_code_point(name, at) == U'\uFFFD';
    const std::string_view bytes = name.substr(start, at - start);
    if (!replaced || bytes == "\xEF\xBF\xBD") {
      out += bytes;
      continue;
    }
    for (const char byte : bytes) {
      const auto value = static_cast<unsigned char>(byte);
      out += "\\x";
      out += digits[value >> 4];
      out += digits[value & 0xF];
    }
  }
  return out;
}

}  // namespace rolecall
