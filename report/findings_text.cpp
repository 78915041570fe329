#include "report/findings_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "model/edit/line_changes.hpp"
#include "model/edit/lower.hpp"
#include "report/excerpt.hpp"
#include "report/one_line.hpp"
#include "report/snippet.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

constexpr std::size_t most_of_fix = 8;  // lines of a fix that are shown
constexpr std::size_t most_short = 12;  // findings of one line each that room is kept for

/// Writes findings of one run.
class Writer {
 public:
  Writer(const Sources& sources, bool colour, const syntax::Trees& trees)
      : sources_(sources),
        painter_(colour),
        snippets_(sources, painter_),
        editor_(sources, trees) {}

  void write(std::string& out, const Finding& finding) {
    const Style style = style_of(finding.severity);
    painter_.put(out, style,
                 std::string(name(finding.severity)) + '[' + std::string(finding.check) + ']');
    painter_.put(out, Style::strong, ": " + printable(finding.message));
    out += '\n';
    gutter_ = snippets_.write(out, finding);
    const std::size_t hidden =
        finding.labels.size() > max_places ? finding.labels.size() - max_places : 0;
    if (hidden != 0 || !finding.follows.empty() || !finding.notes.empty() ||
        !finding.help_text.empty()) {
      bar(out);
    }
    if (hidden != 0) {
      remark(out, "note",
             "and at " + std::to_string(hidden) + (hidden == 1 ? " more place" : " more places"));
    }
    for (const std::string& each : finding.follows) remark(out, "so", each);
    for (const std::string& note : finding.notes) remark(out, "note", note);
    if (!finding.help_text.empty()) remark(out, "help", finding.help_text);
    const auto shown = std::ranges::find(finding.fixes, false, &Fix::gives_reason);
    if (shown != finding.fixes.end()) fix(out, *shown, finding.place().file);
    out += '\n';
  }

 private:
  void bar(std::string& out) {
    painter_.put(out, Style::gutter, std::string(gutter_ + 1, ' ') + '|');
    out += '\n';
  }

  void remark(std::string& out, std::string_view kind, std::string_view text) {
    painter_.put(out, Style::gutter, std::string(gutter_ + 1, ' ') + '=');
    out += ' ';
    painter_.put(out, Style::strong, kind);
    out += ": ";
    out += printable(text);
    out += '\n';
  }

  /// The lines that a fix takes away and brings, below the help.
  void fix(std::string& out, const Fix& fix, std::uint32_t file) {
    const auto edits = editor_.edits(fix.changes);
    if (!edits) return;
    std::size_t shown = 0;
    for (const FileEdits& each : *edits) {
      const SourceText& text = sources_.texts[each.file];
      if (each.file != file) {
        painter_.put(out, Style::gutter, std::string(gutter_ + 1, ' ') + ":::");
        out += ' ' + printable(text.name()) + '\n';
      }
      for (const LineChange& change : changed_lines(text, each.edits)) {
        std::uint32_t number = change.line;
        const auto [from, to] = differing(change);
        for (const std::string& line : change.before) {
          put(out, number++, '-', line, from, to, shown);
        }
        number = change.line;
        for (const std::string& line : change.after) {
          put(out, number++, '+', line, from, to, shown);
        }
      }
    }
  }

  /// The columns, in bytes, around which the first lines of a change differ.
  static std::pair<std::uint32_t, std::uint32_t> differing(const LineChange& change) {
    if (change.before.empty() || change.after.empty()) return {1, 1};
    const std::string& a = change.before.front();
    const std::string& b = change.after.front();
    const auto at = std::ranges::mismatch(a, b).in1 - a.begin();
    const auto column = static_cast<std::uint32_t>(at) + 1;
    return {column, column + 1};
  }

  void put(std::string& out, std::uint32_t number, char sign, const std::string& line,
           std::uint32_t from, std::uint32_t to, std::size_t& shown) {
    if (++shown > most_of_fix) {
      if (shown == most_of_fix + 1) out += "...\n";
      return;
    }
    ColumnIndex columns;
    painter_.put(out, Style::gutter, fmt::format("{:>{}}", number, gutter_));
    const std::string text = make_excerpt(line, from, to, columns).text;
    painter_.put(out, sign == '-' ? Style::error : Style::help,
                 text.empty() ? fmt::format(" {}", sign) : fmt::format(" {} {}", sign, text));
    out += '\n';
  }

  const Sources& sources_;
  Painter painter_;
  SnippetWriter snippets_;
  SourcesEditor editor_;
  std::size_t gutter_ = 0;
};

}  // namespace

std::string findings_text(const Sources& sources, const Entries& entries, bool colour,
                          const syntax::Trees& trees) {
  Writer writer(sources, colour, trees);
  std::string out;
  for (const Finding* entry : by_importance(entries)) writer.write(out, *entry);
  return out;
}

FindingsText findings_text_within(std::size_t most_lines, const Sources& sources,
                                  const Entries& entries, bool colour, const syntax::Trees& trees) {
  Writer writer(sources, colour, trees);
  const std::vector<const Finding*> all = by_importance(entries);
  FindingsText out;
  std::size_t lines = 0;
  std::size_t next = 0;
  for (; next < all.size(); ++next) {
    std::string text;
    writer.write(text, *all[next]);
    const auto needed = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    // The last one needs no room for a line about others.
    const std::size_t rest = std::min(all.size() - next - 1, most_short);
    if (next > 0 && lines + needed + rest > most_lines) break;
    out.text += text;
    lines += needed;
  }
  for (; next < all.size(); ++next, ++lines) {
    if (all[next]->severity != Severity::error && lines >= most_lines) break;
    put_one_line(out.text, Painter(colour), sources, *all[next]);
    ++out.on_one_line;
  }
  out.left_out = all.size() - next;
  return out;
}

}  // namespace rolecall
