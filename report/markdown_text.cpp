#include "report/markdown_text.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "model/text/letters.hpp"
#include "model/text/shown.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// Nothing to see. What stands on either side of it is looked at by itself, so that both together
/// are no address; a character reference would not do, for it is resolved before that look.
constexpr std::string_view parting = "<!-- -->";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether GitHub or GitLab would make a link of what begins or goes on behind `sign`: an address,
/// a mention (`@ann`), an issue (`#1`, `GH-1`), a merge request (`!1`) and the like.
bool begins_link(std::string_view before, char sign, std::string_view behind) {
  const char next = behind.empty() ? ' ' : behind.front();
  switch (sign) {
    case '@':
      return true;
    case ':':
      return behind.starts_with("//");
    case '.':
      return before.size() >= 3 && same_but_case(before.substr(before.size() - 3), "www");
    case '-':
      return is_digit(next) && before.size() >= 2 &&
             same_but_case(before.substr(before.size() - 2), "gh");
    case '#':
    case '!':
    case '&':
    case '$':
    case '~':
    case '%':
    case '^':
      return is_digit(next) || is_ascii_letter(next) || next == '"' ||
             static_cast<unsigned char>(next) >= 0x80;
    default:
      return false;
  }
}

std::string written(std::string_view text, bool with_code) {
  std::string out;
  bool code = false;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const char sign = c < 0x7F ? static_cast<char>(c) : ' ';
    const bool parted = begins_link(text.substr(0, begin), sign, text.substr(at));
    if (parted && sign == '.') out += parting;  // `www.` alone is an address already
    if (c == '`' && with_code) {
      code = !code;
      out += code ? "<code>" : "</code>";
    } else if (c == '&' || c == '<' || c == '>') {
      out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;";
    } else if (std::string_view("\\*_[]#|~@$`!").contains(sign)) {
      out += fmt::format("&#{};", static_cast<unsigned>(c));
    } else if (c == '\n' || c == '\t') {
      out += ' ';
    } else if (is_hidden(c, before)) {
      std::string shown;
      append_code(shown, c);
      out += "&#92;" + shown.substr(1);
    } else {
      append_utf8(out, c);
    }
    if (parted && sign != '.') out += parting;
    before = c;
  }
  return code ? out + "</code>" : out;
}

}  // namespace

std::string markdown_text(std::string_view text) { return written(text, true); }

std::string markdown_name(std::string_view text) { return written(text, false); }

}  // namespace rolecall
