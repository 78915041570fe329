// SARIF 2.1.0, as GitHub's code scanning takes it: every result has one place, whole lists of
// rules, paths relative to the repository.

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/edit/lower.hpp"
#include "report/format.hpp"
#include "report/identity.hpp"
#include "report/json_text.hpp"
#include "report/line_hash.hpp"

namespace rolecall {
namespace {

constexpr std::size_t most_results = 25'000;  // beyond them a whole file is refused
constexpr std::size_t longest_short_text = 1024;

std::string cut(std::string_view text) { return std::string(text.substr(0, longest_short_text)); }

/// A message. `[text](address)` would be a link in it; with a backslash it is text.
Json text(std::string_view words) {
  const bool has_link = words.find("](") != words.npos;
  std::string out;
  for (const char c : words) {
    if (c == '[' && has_link) out += '\\';
    out += c;
  }
  return Json{{"text", std::move(out)}};
}

Json rule(const CheckText& check) {
  Json out;
  out["id"] = check.id;
  out["shortDescription"] = text(cut(check.says));
  out["fullDescription"] = text(cut(check.why));
  out["help"] = text(std::string(check.why) + "\n\nrolecall explain " + std::string(check.id));
  out["defaultConfiguration"] = Json{{"level", name(check.severity)}};
  out["properties"] = Json{
      {"tags", Json::array({"organisation"})},
      {"precision", "high"},
      {"problem.severity", check.severity == Severity::note ? std::string_view("recommendation")
                                                            : name(check.severity)}};
  return out;
}

class Writer {
 public:
  explicit Writer(const FormatOptions& options) : options_(options) {
    for (std::size_t i = 0; i < options.checks.size(); ++i) rules_[options.checks[i].id] = i;
  }

  Json result(const Reported& reported) {
    const Finding& finding = *reported.finding;
    const Judgement& judgement = *reported.judgement;
    Json out;
    out["ruleId"] = finding.check;
    if (const auto rule = rules_.find(finding.check); rule != rules_.end()) {
      out["ruleIndex"] = rule->second;
    }
    out["level"] = name(finding.severity);
    std::string words = finding.message;
    Json related = Json::array();
    for (std::size_t i = 1; i < finding.labels.size(); ++i) {
      const Label& label = finding.labels[i];
      Json place = location(judgement, label.span);
      place["id"] = i;
      place["message"] = text(label.text.empty() ? "see here" : label.text);
      related.push_back(std::move(place));
    }
    for (const std::string& note : finding.notes) words += "\n" + note;
    if (!finding.help_text.empty()) words += "\nhelp: " + finding.help_text;
    out["message"] = text(words);
    out["locations"] = Json::array({location(judgement, finding.place())});
    if (!related.empty()) out["relatedLocations"] = std::move(related);
    Json offered = fixes(judgement, finding);
    if (!offered.empty()) out["fixes"] = std::move(offered);
    out["partialFingerprints"] = Json{{"primaryLocationLineHash", hash(judgement, finding.place())},
                                      {"rolecall/v1", reported.identity.fingerprint}};
    if (!reported.identity.cause.empty()) {
      out["properties"] = Json{{"cause", reported.identity.cause}};
    }
    return out;
  }

 private:
  static Json region(const Span& span) {
    Json out;
    out["startLine"] = span.line;
    out["startColumn"] = span.column;
    out["endLine"] = span.end_line;
    out["endColumn"] = span.end_column;
    return out;
  }

  Json artifact(const SourceText& source) const {
    return Json{{"uri", uri(relative_name(source.name(), options_.folder))}};
  }

  Json location(const Judgement& judgement, const Span& span) const {
    return Json{
        {"physicalLocation",
         {{"artifactLocation", artifact(judgement.sources.of(span))}, {"region", region(span)}}}};
  }

  Json fixes(const Judgement& judgement, const Finding& finding) {
    SourcesEditor& editor =
        editors_.try_emplace(&judgement, judgement.sources, judgement.trees).first->second;
    Json out = Json::array();
    for (const Fix& fix : finding.fixes) {
      const auto files = editor.edits(fix.changes);
      if (!files) continue;
      Json changes = Json::array();
      for (const FileEdits& each : *files) {
        const SourceText& source = judgement.sources.texts[each.file];
        Json replacements = Json::array();
        for (const TextEdit& edit : each.edits) {
          replacements.push_back(
              Json{{"deletedRegion", region(place_of(source, edit.begin, edit.end))},
                   {"insertedContent", text(edit.text)}});
        }
        changes.push_back(Json{{"artifactLocation", artifact(source)},
                               {"replacements", std::move(replacements)}});
      }
      out.push_back(
          Json{{"description", text(fix.title)}, {"artifactChanges", std::move(changes)}});
    }
    return out;
  }

  const std::string& hash(const Judgement& judgement, const Span& span) {
    const SourceText& source = judgement.sources.of(span);
    auto [entry, fresh] = hashes_.try_emplace(&source);
    if (fresh) entry->second = line_hashes(source.bytes());
    return entry->second.at(std::min<std::size_t>(span.line, entry->second.size()) - 1);
  }

  const FormatOptions& options_;
  std::map<std::string_view, std::size_t> rules_;
  std::map<const SourceText*, std::vector<std::string>> hashes_;
  std::map<const Judgement*, SourcesEditor> editors_;
};

std::string write_sarif(std::span<const Judgement> judgements, const FormatOptions& options) {
  Json rules = Json::array();
  for (const CheckText& check : options.checks) rules.push_back(rule(check));
  Json results = Json::array();
  Writer writer(options);
  // The worst first, so that what is too many is the mildest.
  const std::vector<Reported> findings = reported(judgements);
  std::size_t left_out = 0;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    for (const Reported& finding : findings) {
      if (finding.finding->severity != severity) continue;
      if (results.size() == most_results) {
        ++left_out;
      } else {
        results.push_back(writer.result(finding));
      }
    }
  }
  Json driver;
  driver["name"] = "rolecall";
  driver["semanticVersion"] = options.version;
  driver["rules"] = std::move(rules);
  Json invocation{{"executionSuccessful", true}};
  if (left_out > 0) {
    invocation["toolExecutionNotifications"] = Json::array(
        {Json{{"level", "warning"},
              {"message", text(std::to_string(left_out) + " milder findings are left out")}}});
  }
  Json run;
  run["tool"] = Json{{"driver", std::move(driver)}};
  run["automationDetails"] = Json{{"id", "rolecall/"}};
  run["columnKind"] = "unicodeCodePoints";
  run["invocations"] = Json::array({std::move(invocation)});
  run["results"] = std::move(results);
  Json document;
  document["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  document["version"] = "2.1.0";
  document["runs"] = Json::array({std::move(run)});
  return json_text(document);
}

/// See `Format::is_report`.
bool is_sarif(std::string_view bytes) {
  return bytes.starts_with("{\n  \"$schema\": ") &&
         bytes.substr(0, 400).contains("\"name\": \"rolecall\"");
}

}  // namespace

extern const Format sarif_format;
const Format sarif_format{"sarif", "SARIF 2.1.0, for code scanning", write_sarif, is_sarif};

}  // namespace rolecall
