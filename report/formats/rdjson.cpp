// Reviewdog's diagnostics, which count columns in bytes.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

#include "model/edit/lower.hpp"
#include "model/text/text_cursor.hpp"
#include "report/format.hpp"
#include "report/identity.hpp"
#include "report/json_text.hpp"

namespace rolecall {
namespace {

/// Columns in bytes of the texts of a judgement.
class Columns {
 public:
  explicit Columns(const Sources& sources) : sources_(sources) {}

  Json range(const Span& span) {
    const auto [entry, fresh] =
        cursors_.try_emplace(span.file, sources_.texts.at(span.file), span.file);
    TextCursor& cursor = entry->second;
    const std::size_t begin = cursor.byte_in_line(span.line, span.column) + 1;
    const std::size_t end = cursor.byte_in_line(span.end_line, span.end_column) + 1;
    return Json{{"start", {{"line", span.line}, {"column", begin}}},
                {"end", {{"line", span.end_line}, {"column", end}}}};
  }

 private:
  const Sources& sources_;
  std::map<std::uint32_t, TextCursor> cursors_;
};

std::string_view severity_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "ERROR";
    case Severity::warning:
      return "WARNING";
    case Severity::note:
      break;
  }
  return "INFO";
}

/// From one byte offset up to before another.
Json range_of_bytes(const SourceText& source, std::size_t begin, std::size_t end) {
  const auto place = [&](std::size_t offset) {
    const std::uint32_t line = source.line_of(offset);
    return Json{{"line", line}, {"column", offset - std::min(offset, source.line_start(line)) + 1}};
  };
  return Json{{"start", place(begin)}, {"end", place(end)}};
}

Json location(const Judgement& judgement, Columns& columns, const Span& span,
              const FormatOptions& options) {
  const SourceText& source = judgement.sources.of(span);
  return Json{{"path", relative_name(source.name(), options.folder)},
              {"range", columns.range(span)}};
}

/// The edits of the first fix, where all of them are in the file of the finding.
Json suggestions(const Judgement& judgement, SourcesEditor& editor, const Finding& finding) {
  Json out = Json::array();
  if (finding.fixes.empty()) return out;
  const auto files = editor.edits(finding.fixes.front().changes);
  if (!files || files->size() != 1 || files->front().file != finding.place().file) return out;
  const SourceText& source = judgement.sources.of(finding.place());
  for (const TextEdit& edit : files->front().edits) {
    out.push_back(
        Json{{"range", range_of_bytes(source, edit.begin, edit.end)}, {"text", edit.text}});
  }
  return out;
}

std::string write_rdjson(std::span<const Judgement> judgements, const FormatOptions& options) {
  LongDocument document;
  document.set("source", Json{{"name", "rolecall"}});
  document.begin_list("diagnostics");
  struct Texts {
    explicit Texts(const Judgement& of) : editor(of.sources, of.trees), columns(of.sources) {}
    SourcesEditor editor;
    Columns columns;
  };
  std::map<const Judgement*, Texts> texts;
  for (const auto& [judgement, finding, fingerprint] : reported(judgements)) {
    auto& [editor, columns] = texts.try_emplace(judgement, *judgement).first->second;
    Json entry;
    entry["message"] = finding->help_text.empty()
                           ? finding->message
                           : finding->message + "\nhelp: " + finding->help_text;
    entry["location"] = location(*judgement, columns, finding->place(), options);
    entry["severity"] = severity_of(finding->severity);
    entry["code"] = Json{{"value", finding->check}};
    Json related = Json::array();
    for (std::size_t i = 1; i < finding->labels.size(); ++i) {
      related.push_back(
          Json{{"message", finding->labels[i].text},
               {"location", location(*judgement, columns, finding->labels[i].span, options)}});
    }
    if (!related.empty()) entry["relatedLocations"] = std::move(related);
    Json suggested = suggestions(*judgement, editor, *finding);
    if (!suggested.empty()) entry["suggestions"] = std::move(suggested);
    document.add(entry);
  }
  document.end_list();
  return std::move(document).text();
}

/// See `Format::is_report`.
bool is_rdjson(std::string_view bytes) {
  return bytes.starts_with("{\n  \"source\": {\n    \"name\": \"rolecall\"");
}

}  // namespace

extern const Format rdjson_format;
const Format rdjson_format{"rdjson", "diagnostics for reviewdog", write_rdjson, is_rdjson};

}  // namespace rolecall
