#include "model/edit/text_edit.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "model/text/text.hpp"

namespace rolecall {

std::expected<TextEdits, std::string> in_order(TextEdits edits) {
  std::ranges::sort(edits);
  TextEdits out;
  for (TextEdit& edit : edits) {
    if (out.empty() || (edit.begin >= out.back().end && edit.begin != out.back().begin)) {
      out.push_back(std::move(edit));
      continue;
    }
    TextEdit& before = out.back();
    const bool ahead_of_it =
        before.begin == before.end && edit.begin == before.begin && edit.end > edit.begin;
    if (!ahead_of_it) return std::unexpected("two changes are to be made at one place");
    before.end = edit.end;
    before.text += edit.text;
  }
  return out;
}

std::string with_edits(std::string_view text, std::span<const TextEdit> edits) {
  std::string out;
  std::size_t at = 0;
  for (const TextEdit& edit : edits) {
    assert(at <= edit.begin && edit.begin <= edit.end && edit.end <= text.size());
    out += text.substr(at, edit.begin - at);
    out += edit.text;
    at = edit.end;
  }
  out += text.substr(at);
  return out;
}

std::size_t offset_of(const SourceText& text, std::uint32_t line, std::uint32_t column) {
  if (line == 0) return 0;
  if (line > text.line_count()) return text.bytes().size();
  const std::string_view there = text.line(line);
  std::size_t at = 0;
  for (std::uint32_t i = 1; i < column && at < there.size(); ++i) {
    static_cast<void>(next_code_point(there, at));
  }
  return static_cast<std::size_t>(there.data() - text.bytes().data()) + at;
}

Span place_of(const SourceText& text, std::size_t begin, std::size_t end) {
  const Span first = text.span_at(begin);
  const Span last = text.span_at(end);
  return Span{0, first.line, first.column, last.line, last.column};
}

}  // namespace rolecall
