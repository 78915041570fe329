// GitLab's Code Quality report.

#include "report/format.hpp"
#include "report/identity.hpp"
#include "report/json_text.hpp"

namespace rolecall {
namespace {

std::string_view severity_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "major";
    case Severity::warning:
      return "minor";
    case Severity::note:
      break;
  }
  return "info";
}

std::string write_gitlab(std::span<const Judgement> judgements, const FormatOptions& options) {
  Json document = Json::array();
  for (const auto& [judgement, finding, identity] : reported(judgements)) {
    const Span& place = finding->place();
    const std::string& file = judgement->sources.of(place).name();
    Json entry;
    entry["description"] = std::string(finding->check) + ": " + finding->message;
    entry["check_name"] = finding->check;
    entry["fingerprint"] = identity.fingerprint;
    entry["severity"] = severity_of(finding->severity);
    entry["location"] = Json{{"path", relative_name(file, options.folder)},
                             {"lines", {{"begin", place.line}, {"end", place.end_line}}}};
    document.push_back(std::move(entry));
  }
  return json_text(document);
}

/// See `Format::is_report`.
bool is_gitlab(std::string_view bytes) {
  return bytes == "[]\n" ||
         (bytes.starts_with("[\n  {\n    \"description\": ") && bytes.contains("\"check_name\": "));
}

}  // namespace

extern const Format gitlab_format;
const Format gitlab_format{"gitlab", "GitLab's Code Quality report", write_gitlab, is_gitlab};

}  // namespace rolecall
