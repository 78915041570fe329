// Reviewdog's diagnostics, which count columns in bytes.

#include <map>

#include "model/edit/lower.hpp"
#include "model/text/text.hpp"
#include "report/format.hpp"
#include "report/identity.hpp"
#include "report/json_text.hpp"

namespace rolecall {
namespace {

/// The column in bytes of a column in code points.
std::size_t byte_column(std::string_view line, std::uint32_t column) {
  std::size_t at = 0;
  for (std::uint32_t i = 1; i < column && at < line.size(); ++i) {
    static_cast<void>(next_code_point(line, at));
  }
  return at + 1;
}

Json range(const SourceText& source, const Span& span) {
  return Json{{"start",
               {{"line", span.line}, {"column", byte_column(source.line(span.line), span.column)}}},
              {"end",
               {{"line", span.end_line},
                {"column", byte_column(source.line(span.end_line), span.end_column)}}}};
}

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

Json location(const Judgement& judgement, const Span& span, const FormatOptions& options) {
  const SourceText& source = judgement.sources.of(span);
  return Json{{"path", relative_name(source.name(), options.folder)},
              {"range", range(source, span)}};
}

/// The edits of the first fix, where all of them are in the file of the finding.
Json suggestions(const Judgement& judgement, SourcesEditor& editor, const Finding& finding) {
  Json out = Json::array();
  if (finding.fixes.empty()) return out;
  const auto files = editor.edits(finding.fixes.front().changes);
  if (!files || files->size() != 1 || files->front().file != finding.place().file) return out;
  const SourceText& source = judgement.sources.of(finding.place());
  for (const TextEdit& edit : files->front().edits) {
    out.push_back(Json{{"range", range(source, place_of(source, edit.begin, edit.end))},
                       {"text", edit.text}});
  }
  return out;
}

std::string write_rdjson(std::span<const Judgement> judgements, const FormatOptions& options) {
  Json diagnostics = Json::array();
  std::map<const Judgement*, SourcesEditor> editors;
  for (const auto& [judgement, finding, fingerprint] : reported(judgements)) {
    Json entry;
    entry["message"] = finding->help_text.empty()
                           ? finding->message
                           : finding->message + "\nhelp: " + finding->help_text;
    entry["location"] = location(*judgement, finding->place(), options);
    entry["severity"] = severity_of(finding->severity);
    entry["code"] = Json{{"value", finding->check}};
    Json related = Json::array();
    for (std::size_t i = 1; i < finding->labels.size(); ++i) {
      related.push_back(Json{{"message", finding->labels[i].text},
                             {"location", location(*judgement, finding->labels[i].span, options)}});
    }
    if (!related.empty()) entry["relatedLocations"] = std::move(related);
    SourcesEditor& editor =
        editors.try_emplace(judgement, judgement->sources, judgement->trees).first->second;
    Json suggested = suggestions(*judgement, editor, *finding);
    if (!suggested.empty()) entry["suggestions"] = std::move(suggested);
    diagnostics.push_back(std::move(entry));
  }
  Json document;
  document["source"] = Json{{"name", "rolecall"}};
  document["diagnostics"] = std::move(diagnostics);
  return json_text(document);
}

/// See `Format::is_report`.
bool is_rdjson(std::string_view bytes) {
  return bytes.starts_with("{\n  \"source\": {\n    \"name\": \"rolecall\"");
}

}  // namespace

extern const Format rdjson_format;
const Format rdjson_format{"rdjson", "diagnostics for reviewdog", write_rdjson, is_rdjson};

}  // namespace rolecall
