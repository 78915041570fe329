#include "model/syntax/lines.hpp"

#include <algorithm>

#include "model/syntax/characters.hpp"
#include "model/syntax/scalars.hpp"
#include "model/syntax/strings.hpp"

namespace rolecall::syntax {
namespace {

using Offset = std::uint32_t;

Offset skip_blanks(std::string_view text, Offset at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// The end of a key that begins here, without blanks behind it; `at` where there is none. Quoted
/// parts are looked at up to the end of their line.
Offset end_of_key(std::string_view text, Offset at) {
  const Offset begin = at;
  while (true) {
    Offset end = at;
    if (at < text.size() && is_quote(text[at])) {
      const Offset line = end_of_line(text, at);
      const StringToken token = scan_string(text.substr(0, line), at);
      if (token.fault != StringFault::none || token.several_lines) return begin;
      end = token.end;
    } else {
      while (end < text.size() && is_bare(text[end])) ++end;
      if (end == at) return begin;
    }
    at = skip_blanks(text, end);
    if (at >= text.size() || text[at] != '.') return end;
    at = skip_blanks(text, at + 1);
  }
}

bool ends_line(std::string_view text, Offset at) {
  at = skip_blanks(text, at);
  return at == end_of_line(text, at) || text[at] == '#';
}

}  // namespace

Offset end_of_line(std::string_view text, Offset at) {
  const auto end = static_cast<Offset>(std::min(text.find('\n', at), text.size()));
  return end > at && end < text.size() && text[end - 1] == '\r' ? end - 1 : end;
}

Offset next_line(std::string_view text, Offset at) {
  const std::size_t end = text.find('\n', at);
  return static_cast<Offset>(end == text.npos ? text.size() : end + 1);
}

Offset trimmed(std::string_view text, Offset begin, Offset end) {
  while (end > begin && is_blank(text[end - 1])) --end;
  return end;
}

Offset find_comment(std::string_view text, Offset at, Offset end) {
  bool in_quotes = false;
  for (const Offset begin = at; at < end; ++at) {
    if (text[at] == '"') in_quotes = !in_quotes;
    if (text[at] == '#' && !in_quotes && (at == begin || is_blank(text[at - 1]))) return at;
  }
  return end;
}

Offset end_of_words(std::string_view text, Offset at, Within within) {
  Offset end = end_of_line(text, at);
  end = find_comment(text, at, end);
  if (within != Within::line) {
    const std::string_view marks = within == Within::list ? ",]" : ",}";
    end = std::min(end, static_cast<Offset>(std::min(text.find_first_of(marks, at), text.size())));
  }
  return trimmed(text, at, end);
}

bool starts_pair(std::string_view text, Offset at) {
  at = skip_blanks(text, at);
  const Offset end = end_of_key(text, at);
  if (end == at) return false;
  const Offset equals = skip_blanks(text, end);
  return equals < text.size() && text[equals] == '=';
}

bool starts_header(std::string_view text, Offset at) {
  at = skip_blanks(text, at);
  if (at >= text.size() || text[at] != '[') return false;
  const bool two = at + 1 < text.size() && text[at + 1] == '[';
  at = skip_blanks(text, at + (two ? 2 : 1));
  if (at >= text.size() || !is_bare(text[at])) return false;
  const Offset end = end_of_key(text, at);
  if (end == at || scalar_kind(text.substr(at, end - at))) return false;
  at = skip_blanks(text, end);
  const std::string_view close = two ? "]]" : "]";
  return text.substr(at).starts_with(close) &&
         ends_line(text, at + static_cast<Offset>(close.size()));
}

bool starts_statement(std::string_view text, Offset at) {
  return starts_header(text, at) || starts_pair(text, at);
}

Offset typographic_quote(std::string_view text, Offset at) {
  // U+2018 to U+201F, U+00AB and U+00BB.
  const std::string_view here = text.substr(at, 3);
  if (here.size() == 3 && here.starts_with("\xE2\x80") &&
      static_cast<unsigned char>(here[2]) >= 0x98 && static_cast<unsigned char>(here[2]) <= 0x9F) {
    return 3;
  }
  return here.starts_with("\xC2\xAB") || here.starts_with("\xC2\xBB") ? 2 : 0;
}

ClosingPlace closing_place(std::string_view text, Offset begin, Offset end, Within within) {
  const Offset first = begin + 1;
  Offset mark = first;
  while (mark < end && !(text[mark] == '#' && is_blank(text[mark - 1]))) ++mark;
  const bool comment = mark < end;
  Offset close = trimmed(text, first, mark);
  if (within != Within::line) {
    const auto is_outside = [&](char c) { return c == ',' || c == ']' || c == '}' || is_blank(c); };
    while (close > first && is_outside(text[close - 1])) --close;
  }
  const std::string_view inner = text.substr(first, close - first);
  const std::string_view doubtful = within == Within::line ? "\\\"'" : "\\\"',[]{}=";
  const bool sure = !comment && !inner.empty() && inner.find_first_of(doubtful) == inner.npos &&
                    std::string_view(",;]}").find(inner.back()) == std::string_view::npos;
  return {close, sure};
}

}  // namespace rolecall::syntax
