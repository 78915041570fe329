#pragma once
// Help for tests of edits: changes named by what stands in the text.

#include <string>
#include <string_view>
#include <vector>

#include "model/edit/lower.hpp"

namespace rolecall::test {

/// The place of the nth `word` in a text, from its first to its last byte.
inline Span span_of(const SourceText& text, std::string_view word, std::size_t nth = 1) {
  std::size_t at = text.bytes().find(word);
  for (std::size_t i = 1; i < nth; ++i) at = text.bytes().find(word, at + 1);
  Span span = place_of(text, at, at + word.size());
  return span;
}

/// The text with the changes, or "refused: " and why.
inline std::string edited(const std::string& text, const std::vector<Change>& changes) {
  const SourceText source("x.toml", text);
  const syntax::Tree tree = syntax::parse(source.bytes());
  const auto edits = lower(tree, source, changes);
  return edits ? with_edits(text, *edits) : "refused: " + edits.error();
}

inline std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

}  // namespace rolecall::test
