// One document with every finding and verdict, for programs.

#include "model/edit/lower.hpp"
#include "report/format.hpp"
#include "report/identity.hpp"
#include "report/json_text.hpp"

namespace rolecall {

namespace {

const std::string& file_of(const Judgement& judgement, const Span& span) {
  return judgement.sources.of(span).name();
}

void put_place(Json& out, const Judgement& judgement, const Span& span) {
  out["file"] = file_of(judgement, span);
  out["line"] = span.line;
  out["column"] = span.column;
  out["end_line"] = span.end_line;
  out["end_column"] = span.end_column;
}

/// The fixes that can be made, each with its edits; an edit's text stands in place of its range.
Json fixes_json(const Judgement& judgement, SourcesEditor& editor, const Finding& finding) {
  Json out = Json::array();
  for (const Fix& fix : finding.fixes) {
    const auto files = editor.edits(fix.changes);
    if (!files) continue;
    Json edits = Json::array();
    for (const FileEdits& each : *files) {
      for (const TextEdit& edit : each.edits) {
        Span span = place_of(judgement.sources.texts[each.file], edit.begin, edit.end);
        span.file = each.file;
        Json entry;
        put_place(entry, judgement, span);
        entry["text"] = edit.text;
        edits.push_back(std::move(entry));
      }
    }
    out.push_back(Json{{"title", fix.title}, {"safe", fix.safe}, {"edits", std::move(edits)}});
  }
  return out;
}

Json finding_json(const Judgement& judgement, SourcesEditor& editor, const Finding& finding,
                  const Identity& identity) {
  Json subjects = Json::array();
  for (const Subject& subject : finding.subjects) subjects.push_back(subject.text());
  Json labels = Json::array();
  for (const Label& label : finding.labels) {
    Json entry;
    put_place(entry, judgement, label.span);
    entry["text"] = label.text;
    entry["primary"] = &label == finding.labels.data();
    labels.push_back(std::move(entry));
  }
  Json out;
  out["check"] = finding.check;
  out["severity"] = name(finding.severity);
  out["message"] = finding.message;
  out["subjects"] = std::move(subjects);
  put_place(out, judgement, finding.place());
  out["labels"] = std::move(labels);
  out["notes"] = finding.notes;
  out["help"] = finding.help_text;
  out["fixes"] = fixes_json(judgement, editor, finding);
  out["waived"] = finding.waived;
  if (finding.number) out["number"] = *finding.number;
  out["fingerprint"] = identity.fingerprint;
  if (!identity.cause.empty()) out["cause"] = identity.cause;
  return out;
}

Json verdict_json(const Judgement& judgement, const Verdict& verdict, bool several) {
  const Org& org = *judgement.org;
  Json accountable = Json::array();
  // Who is named counts, whether or not somebody is there: the verdict says what it is worth.
  for (const auto* holders : {&verdict.holders, &verdict.paper}) {
    for (const Holder& holder : *holders) accountable.push_back(org.subject(holder.party).text());
  }
  Json responsible = Json::array();
  for (const Party doer : verdict.doers) responsible.push_back(org.subject(doer).text());
  Json out;
  if (several) out["file"] = judgement.sources.texts.front().name();
  out["duty"] = org.subject(verdict.duty).text();
  out["verdict"] = name(verdict.kind);
  out["accountable"] = std::move(accountable);
  out["responsible"] = std::move(responsible);
  out["reasons"] = verdict.reasons;
  return out;
}

std::string write_json(std::span<const Judgement> judgements, const FormatOptions& options) {
  Json files = Json::array();
  std::size_t known = 0;
  for (const Judgement& judgement : judgements) {
    for (const SourceText& text : judgement.sources.texts) files.push_back(text.name());
    known += judgement.known;
  }
  LongDocument document;
  document.set("format", 1);
  document.set("version", options.version);
  document.set("files", files);
  document.begin_list("findings");
  const std::vector<Identity> all = identities(judgements);
  auto identity = all.begin();
  for (const Judgement& judgement : judgements) {
    SourcesEditor editor(judgement.sources, judgement.trees);
    for (const Finding& finding : judgement.findings) {
      document.add(finding_json(judgement, editor, finding, *identity++));
    }
  }
  document.end_list();
  document.set("known", known);
  document.begin_list("verdicts");
  for (const Judgement& judgement : judgements) {
    if (!is_whole(judgement)) continue;
    for (const Verdict& verdict : judgement.coverage) {
      document.add(verdict_json(judgement, verdict, judgements.size() > 1));
    }
  }
  document.end_list();
  return std::move(document).text();
}

/// See `Format::is_report`.
bool is_json(std::string_view bytes) {
  return bytes.starts_with("{\n  \"format\": 1,\n  \"version\": ");
}

}  // namespace

extern const Format json_format;
const Format json_format{"json", "one document with findings and verdicts, for programs",
                         write_json, is_json};

}  // namespace rolecall
