#include "report/snippet.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <string_view>
#include <tuple>

namespace rolecall {

namespace {

// Code points of a cut line within which labels stand in one excerpt.
constexpr std::uint32_t reach = 50;

/// A label on the one line where it is drawn: the first of its span.
struct Mark {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_column = 0;
  bool primary = false;
  std::string text;

  // On the screen, once the excerpt is known.
  std::size_t start = 0;
  std::size_t end = 0;
};

/// A row that is written at screen offsets, in several styles.
class Row {
 public:
  void put(std::size_t at, std::string_view text, Style style) {
    if (cells_.size() < at) cells_.resize(at);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (at + i >= cells_.size()) cells_.resize(at + i + 1);
      cells_[at + i] = {text[i], style};
    }
  }
  void write(std::string& out, const Painter& painter) const {
    std::string run;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      run += cells_[i].byte;
      if (i + 1 == cells_.size() || cells_[i + 1].style != cells_[i].style) {
        painter.put(out, cells_[i].style, run);
        run.clear();
      }
    }
    out += '\n';
  }

 private:
  struct Cell {
    char byte = ' ';
    Style style = Style::plain;
  };
  std::vector<Cell> cells_;
};

class Layout {
 public:
  Layout(const Painter& painter, Style primary, std::size_t gutter)
      : painter_(painter), primary_(primary), gutter_(gutter) {}

  void place(std::string& out, std::string_view arrow, std::string_view file, const Mark& mark) {
    out.append(gutter_, ' ');
    painter_.put(out, Style::gutter, arrow);
    out += ' ';
    out += printable(file);
    out += ':' + std::to_string(mark.line) + ':' + std::to_string(mark.column) + '\n';
  }
  void bar(std::string& out) {
    painter_.put(out, Style::gutter, std::string(gutter_ + 1, ' ') + '|');
    out += '\n';
  }
  void source(std::string& out, std::uint32_t line, const Excerpt& excerpt) {
    const std::string number = std::to_string(line);
    const std::size_t before = number.size() < gutter_ ? gutter_ - number.size() : 0;
    painter_.put(out, Style::gutter, std::string(before, ' ') + number + " |");
    if (!excerpt.text.empty()) out += ' ' + excerpt.text;
    out += '\n';
  }
  void marks(std::string& out, std::span<Mark> marks);

 private:
  void row(std::string& out, const Row& row) {
    painter_.put(out, Style::gutter, std::string(gutter_ + 1, ' ') + '|');
    out += ' ';
    row.write(out, painter_);
  }
  Style style(const Mark& mark) const { return mark.primary ? primary_ : Style::gutter; }

  const Painter& painter_;
  Style primary_;
  std::size_t gutter_;
};

/// The mark whose text can stand beside it: the rightmost, if no other reaches past it.
const Mark* beside(std::span<const Mark> marks) {
  const Mark* last = nullptr;
  std::size_t end = 0;
  for (const Mark& mark : marks) {
    end = std::max(end, mark.end);
    if (mark.text.empty()) continue;
    const bool later =
        last == nullptr || mark.start > last->start || (mark.start == last->start && mark.primary);
    if (later) last = &mark;
  }
  return last != nullptr && last->end == end ? last : nullptr;
}

void Layout::marks(std::string& out, std::span<Mark> marks) {
  Row line;
  for (const bool primary : {false, true}) {  // the primary one is drawn over the others
    for (const Mark& mark : marks) {
      if (mark.primary != primary) continue;
      line.put(mark.start, std::string(mark.end - mark.start, primary ? '^' : '-'), style(mark));
    }
  }
  const Mark* const right = beside(marks);
  if (right != nullptr) line.put(right->end + 1, right->text, style(*right));
  row(out, line);

  std::vector<const Mark*> hanging;
  for (const Mark& mark : marks) {
    if (!mark.text.empty() && &mark != right) hanging.push_back(&mark);
  }
  std::ranges::sort(hanging, [](const Mark* a, const Mark* b) {
    if (a->start != b->start) return a->start > b->start;
    return a->primary != b->primary ? a->primary : a < b;
  });
  if (hanging.empty()) return;
  Row bars;
  for (const Mark* mark : hanging) bars.put(mark->start, "|", style(*mark));
  row(out, bars);
  for (auto mark = hanging.begin(); mark != hanging.end(); ++mark) {
    Row words;
    for (auto other = mark + 1; other != hanging.end(); ++other) {
      if ((*other)->start < (*mark)->start) words.put((*other)->start, "|", style(**other));
    }
    words.put((*mark)->start, (*mark)->text, style(**mark));
    row(out, words);
  }
}

/// The first marks of a line that one excerpt can show.
std::size_t marks_together(std::span<const Mark> marks, std::string_view line) {
  const bool short_line = line.size() <= max_source_width;
  std::size_t count = 1;
  while (count < marks.size() && marks[count].line == marks[0].line &&
         marks[count].file == marks[0].file &&
         (short_line || marks[count].end_column <= max_source_width / 2 ||
          marks[count].end_column - marks[0].column <= reach)) {
    ++count;
  }
  return count;
}

std::vector<Mark> marks_of(const Finding& finding, const Sources& sources) {
  std::vector<Mark> out;
  for (const Label& label : finding.labels) {
    const Span& span = label.span;
    if (out.size() == max_places) break;
    if (!span || span.file >= sources.texts.size()) continue;
    Mark mark{span.file,
              span.line,
              span.column,
              span.end_column,
              &label == finding.labels.data(),
              printable(label.text)};
    if (span.end_line > span.line) {
      mark.end_column = std::numeric_limits<std::uint32_t>::max();  // as far as the line goes
    }
    out.push_back(std::move(mark));
  }
  // The file of the primary place comes first.
  const std::uint32_t first = out.empty() ? 0 : out.front().file;
  std::ranges::sort(out, [first](const Mark& a, const Mark& b) {
    if (a.file != b.file) return a.file == first || (b.file != first && a.file < b.file);
    return std::tie(a.line, a.column, a.end_column, b.primary, a.text) <
           std::tie(b.line, b.column, b.end_column, a.primary, b.text);
  });
  return out;
}

}  // namespace

Style style_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return Style::note;
    case Severity::warning:
      return Style::warning;
    case Severity::error:
      return Style::error;
  }
  return Style::plain;
}

std::size_t SnippetWriter::write(std::string& out, const Finding& finding) {
  std::vector<Mark> marks = marks_of(finding, sources_);
  std::uint32_t last_line = 1;
  for (const Mark& mark : marks) last_line = std::max(last_line, mark.line);
  const std::size_t gutter = std::to_string(last_line).size();
  columns_.resize(sources_.texts.size());
  Layout layout(painter_, style_of(finding.severity), gutter);

  const Mark* before = nullptr;
  for (std::size_t at = 0; at < marks.size();) {
    const std::uint32_t file = marks[at].file;
    const std::uint32_t line = marks[at].line;
    const SourceText& text = sources_.texts[file];
    const auto rest = std::span(marks).subspan(at);
    const std::span<Mark> group = rest.first(marks_together(rest, text.line(line)));
    const auto excerpt_at = [&](std::uint32_t number, std::uint32_t from, std::uint32_t to) {
      return make_excerpt(text.line(number), from, to, columns_[file]);
    };
    if (before == nullptr) {
      const auto primary = std::ranges::find(marks, true, &Mark::primary);
      layout.place(out, "-->", text.name(), primary != marks.end() ? *primary : group.front());
      layout.bar(out);
    } else if (before->file != file) {
      layout.place(out, ":::", text.name(), group.front());
      layout.bar(out);
    } else if (line == before->line + 2) {
      layout.source(out, before->line + 1, excerpt_at(before->line + 1, 1, 1));
    } else if (line > before->line + 2) {
      painter_.put(out, Style::gutter, "...");
      out += '\n';
    }
    std::uint32_t to = 0;
    for (const Mark& mark : group) to = std::max(to, mark.end_column);
    const Excerpt excerpt = excerpt_at(line, group.front().column, to);
    for (Mark& mark : group) {
      mark.start = excerpt.offset(mark.column);
      mark.end = std::max(excerpt.offset(mark.end_column), mark.start + 1);
    }
    layout.source(out, line, excerpt);
    layout.marks(out, group);
    before = &group.back();
    at += group.size();
  }
  return gutter;
}

}  // namespace rolecall
