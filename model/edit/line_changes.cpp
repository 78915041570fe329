#include "model/edit/line_changes.hpp"

#include <algorithm>
#include <string_view>

#include "model/edit/layout_of_lines.hpp"

namespace rolecall {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out.emplace_back(line);
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return out;
}

/// The end of the lines that an edit touches. One that ends where a line begins leaves that alone.
std::size_t lines_end(std::string_view text, const TextEdit& edit) {
  const bool at_begin = edit.end > edit.begin && text[edit.end - 1] == '\n' &&
                        (edit.text.empty() || edit.text.ends_with('\n'));
  const bool comes_whole = edit.begin == edit.end && edit.text.ends_with('\n') &&
                           line_begin(text, edit.begin) == edit.begin;
  return at_begin || comes_whole ? edit.end : line_end(text, edit.end);
}

}  // namespace

std::vector<LineChange> changed_lines(const SourceText& source, std::span<const TextEdit> edits) {
  const std::string_view text = source.bytes();
  std::vector<LineChange> out;
  for (std::size_t i = 0; i < edits.size();) {
    const std::size_t from = line_begin(text, edits[i].begin);
    std::size_t to = lines_end(text, edits[i]);
    std::size_t next = i + 1;
    while (next < edits.size() && line_begin(text, edits[next].begin) < to) {
      to = std::max(to, lines_end(text, edits[next++]));
    }
    TextEdits own(edits.begin() + static_cast<std::ptrdiff_t>(i),
                  edits.begin() + static_cast<std::ptrdiff_t>(next));
    for (TextEdit& edit : own) {
      edit.begin -= from;
      edit.end -= from;
    }
    LineChange change;
    change.line = source.span_at(from).line;
    change.before = lines_of(text.substr(from, to - from));
    change.after = lines_of(with_edits(text.substr(from, to - from), own));
    while (!change.before.empty() && !change.after.empty() &&
           change.before.back() == change.after.back()) {
      change.before.pop_back();
      change.after.pop_back();
    }
    std::size_t same = 0;
    while (same < change.before.size() && same < change.after.size() &&
           change.before[same] == change.after[same]) {
      ++same;
    }
    const auto cut = static_cast<std::ptrdiff_t>(same);
    change.before.erase(change.before.begin(), change.before.begin() + cut);
    change.after.erase(change.after.begin(), change.after.begin() + cut);
    change.line += static_cast<std::uint32_t>(same);
    if (!change.before.empty() || !change.after.empty()) out.push_back(std::move(change));
    i = next;
  }
  return out;
}

}  // namespace rolecall
