#include "report/terminal.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "model/text/name_bytes.hpp"
#include "model/text/shown.hpp"
#include "model/text/text.hpp"
#include "report/width_table.hpp"

namespace rolecall {

namespace {

bool within(std::span<const CodePointRange> ranges, char32_t c) {
  const auto at = std::ranges::lower_bound(ranges, c, {}, &CodePointRange::last);
  return at != ranges.end() && at->first <= c;
}

char32_t last_code_point(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return next_code_point(text, at);
}

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::strong:
      return "\x1b[1m";
    case Style::error:
      return "\x1b[1;91m";
    case Style::warning:
      return "\x1b[1;93m";
    case Style::note:
      return "\x1b[1;92m";
    case Style::help:
      return "\x1b[1;96m";
    case Style::gutter:
      return "\x1b[1;94m";
  }
  return "";
}

}  // namespace

std::size_t display_width(char32_t c) {
  if (c < 0x300) return 1;
  if (within(zero_width_code_points, c)) return 0;
  return within(wide_code_points, c) ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += display_width(next_code_point(text, at));
  return width;
}

std::size_t append_printable(std::string& out, char32_t c) {
  if (c >= ' ' && c <= '~' && c != '[') {  // nearly all of it
    out += static_cast<char>(c);
    return 1;
  }
  if (c == '\t') {
    out += "    ";
    return 4;
  }
  const std::size_t before = out.size();
  if (c == '[' ? opens_command(out) : is_hidden(c) && is_hidden(c, last_code_point(out))) {
    append_code(out, c);
    return out.size() - before;
  }
  append_utf8(out, c);
  return display_width(c);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (c == U'\uFFFD') {
      out += with_bytes_shown(text.substr(start, at - start));
    } else {
      append_printable(out, c);
    }
  }
  return out;
}

void Painter::put(std::string& out, Style style, std::string_view text) const {
  if (!colour_ || style == Style::plain || text.empty()) {
    out += text;
    return;
  }
  out += escape_of(style);
  out += text;
  out += "\x1b[0m";
}

std::string wrapped(std::string_view text, std::size_t indent) {
  constexpr std::size_t width = 100;
  std::string out;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const std::size_t needs = display_width(word);
    if (column != indent && column + 1 + needs > width) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
      // A job takes a line that begins so for a command.
      if (word.starts_with("::")) {
        append_code(out, ':');
        out += word.substr(1);
        column += needs;
        continue;
      }
    } else if (column != indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += needs;
  }
  return out;
}

}  // namespace rolecall
