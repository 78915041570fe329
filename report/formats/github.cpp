// Annotations of a GitHub job: workflow commands, the worst first, as many as are shown.

#include <fmt/format.h>

#include <vector>

#include "model/text/name_bytes.hpp"
#include "model/text/text.hpp"
#include "model/verdict/groups.hpp"
#include "report/format.hpp"
#include "report/identity.hpp"
#include "report/terminal.hpp"

namespace rolecall {
namespace {

constexpr std::size_t most_of_a_kind = 10;  // more of them GitHub drops without a word

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      break;
  }
  return "notice";
}

/// Text as data of a command; of a property where `property` is set.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '%') {
      out += "%25";
    } else if (c == '\n') {
      out += "%0A";
    } else if (property && c == ':') {
      out += "%3A";
    } else if (property && c == ',') {
      out += "%2C";
    } else {
      append_printable(out, c);
    }
  }
  return out;
}

std::string annotation(const Judgement& judgement, const Finding& finding,
                       const FormatOptions& options) {
  const Span& place = finding.place();
  const std::string file =
      with_bytes_shown(relative_name(judgement.sources.of(place).name(), options.folder));
  std::string words = finding.message;
  if (!finding.help_text.empty()) words += "\nhelp: " + finding.help_text;
  std::string where = fmt::format("line={}", place.line);
  if (place.end_line == place.line) {
    // The last column is part of the annotation, so an empty place has none to name.
    where += fmt::format(",col={}", place.column);
    if (place.end_column > place.column)
      where += fmt::format(",endColumn={}", place.end_column - 1);
  }
  where += fmt::format(",endLine={}", place.end_line);
  return fmt::format("::{} title={},file={},{}::{}\n", command_of(finding.severity),
                     escaped(fmt::format("rolecall: {}", finding.check), true), escaped(file, true),
                     where, escaped(words, false));
}

std::string write_github(std::span<const Judgement> judgements, const FormatOptions& options) {
  std::string out;
  std::size_t left_out = 0;
  std::vector<Entries> all;
  for (const Judgement& judgement : judgements) all.emplace_back(judgement.findings);
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    std::size_t shown = 0;
    // One of the notices is the line about what is left out.
    const std::size_t most = severity == Severity::note ? most_of_a_kind - 1 : most_of_a_kind;
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (const Finding* entry : all[i].apart()) {
        if (entry->waived || entry->severity != severity) continue;
        if (shown == most) {
          ++left_out;
          continue;
        }
        ++shown;
        out += annotation(judgements[i], *entry, options);
      }
    }
  }
  if (left_out > 0) {
    out += fmt::format(
        "::notice title=rolecall::{} without an annotation; the job's summary has them, or "
        "`--output sarif=FILE`\n",
        counted(left_out, "more finding is", "more findings are"));
  }
  return out;
}

/// See `Format::is_report`.
bool is_github(std::string_view bytes) {
  return bytes.starts_with("::") && bytes.contains(" title=rolecall");
}

}  // namespace

extern const Format github_format;
const Format github_format{"github", "annotations of a GitHub job", write_github, is_github};

}  // namespace rolecall
