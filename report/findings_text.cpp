#include "report/findings_text.hpp"

#include "report/snippet.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

void write_remark(std::string& out, const Painter& painter, std::size_t gutter,
                  std::string_view kind, std::string_view text) {
  painter.put(out, Style::gutter, std::string(gutter + 1, ' ') + '=');
  out += ' ';
  painter.put(out, Style::strong, kind);
  out += ": ";
  out += printable(text);
  out += '\n';
}

void write_finding(std::string& out, const Finding& finding, SnippetWriter& snippets,
                   const Painter& painter) {
  const Style style = style_of(finding.severity);
  painter.put(out, style,
              std::string(name(finding.severity)) + '[' + std::string(finding.check) + ']');
  painter.put(out, Style::strong, ": " + printable(finding.message));
  out += '\n';
  const std::size_t gutter = snippets.write(out, finding);
  const std::size_t hidden =
      finding.labels.size() > max_places ? finding.labels.size() - max_places : 0;
  if (hidden != 0 || !finding.notes.empty() || !finding.help_text.empty()) {
    painter.put(out, Style::gutter, std::string(gutter + 1, ' ') + '|');
    out += '\n';
  }
  if (hidden != 0) {
    write_remark(
        out, painter, gutter, "note",
        "and at " + std::to_string(hidden) + (hidden == 1 ? " more place" : " more places"));
  }
  for (const std::string& note : finding.notes) write_remark(out, painter, gutter, "note", note);
  if (!finding.help_text.empty()) write_remark(out, painter, gutter, "help", finding.help_text);
  out += '\n';
}

}  // namespace

std::string findings_text(const Sources& sources, const Entries& entries, bool colour) {
  const Painter painter(colour);
  SnippetWriter snippets(sources, painter);
  std::string out;
  for (const Finding* entry : entries) {
    if (!entry->waived) write_finding(out, *entry, snippets, painter);
  }
  return out;
}

}  // namespace rolecall
