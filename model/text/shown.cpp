#include "model/text/shown.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "model/text/letters.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool within(const Range (&ranges)[N], char32_t c) {
  const auto* at = std::ranges::lower_bound(ranges, c, {}, &Range::last);
  return at != std::end(ranges) && at->first <= c;
}

/// The category Cf without the signs that Arabic and its like write before numbers, the separators
/// Zl and Zp, Default_Ignorable_Code_Point, the blank of Braille, and what is no character.
constexpr Range hidden[] = {
    {0x00AD, 0x00AD}, {0x034F, 0x034F},   {0x061C, 0x061C},   {0x115F, 0x1160},   {0x17B4, 0x17B5},
    {0x180B, 0x180F}, {0x200B, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x206F},   {0x2800, 0x2800},
    {0x3164, 0x3164}, {0xFDD0, 0xFDEF},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

/// Scripts whose letters a joiner, or its lack, changes: Arabic and its neighbours, those of India
/// and South East Asia, Mongolian.
constexpr Range joining[] = {
    {0x0600, 0x08FF}, {0x0900, 0x109F},   {0x1780, 0x18AA},   {0x1900, 0x1CFF},
    {0xA800, 0xABFF}, {0x10A00, 0x10FFF}, {0x11000, 0x11FFF},
};

/// Signs that are drawn as an emoji or as text.
constexpr Range pictures[] = {
    {0x00A9, 0x00A9}, {0x00AE, 0x00AE}, {0x203C, 0x2049}, {0x2122, 0x2139},   {0x2190, 0x27BF},
    {0x2900, 0x2BFF}, {0x3030, 0x303D}, {0x3297, 0x3299}, {0x1F000, 0x1FAFF},
};

constexpr Range ideographs[] = {{0x2E80, 0xA4CF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFD}};

bool is_keycap_base(char32_t c) { return c == '#' || c == '*' || (c >= '0' && c <= '9'); }

}  // namespace

bool is_hidden(char32_t c) {
  if (c < 0xAD) return is_control(c);
  return within(hidden, c) || (c & 0xFFFE) == 0xFFFE;
}

bool is_hidden(char32_t c, char32_t before) {
  if (!is_hidden(c)) return false;
  if (c == 0x200C) return !within(joining, before);
  if (c == 0x200D) return !within(joining, before) && !within(pictures, before) && before != 0xFE0F;
  if (c == 0xFE0E || c == 0xFE0F) return !within(pictures, before) && !is_keycap_base(before);
  if ((c >= 0xFE00 && c < 0xFE0E) || (c >= 0xE0100 && c <= 0xE01EF)) {
    return !within(ideographs, before);
  }
  if (c >= 0x180B && c <= 0x180F && c != 0x180E) return before < 0x1820 || before > 0x18AA;
  return true;
}

void append_code(std::string& out, char32_t c) {
  std::array<char, 8> digits;
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<std::uint32_t>(c), 16)
          .ptr;
  out += "\\u{";
  out.append(digits.data(), end);
  out += '}';
}

bool opens_command(std::string_view before) {
  constexpr std::size_t longest = 16;  // letters; a command of no service has more
  std::size_t end = before.size();
  while (end > 0 && before.size() - end < longest && is_ascii_letter(before[end - 1])) --end;
  return before.substr(0, end).ends_with("##");
}

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\t':
        out += "&#9;";
        break;
      case '[':
        out += opens_command(out) ? "&#91;" : "[";
        break;
      default:
        if (is_hidden(c, before)) {
          append_code(out, c);
        } else {
          append_utf8(out, c);
        }
    }
    before = c;
  }
  return out;
}

}  // namespace rolecall
