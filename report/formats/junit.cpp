// JUnit's XML, as Jenkins and GitLab take it: a suite a file, a case a finding, and one for each
// check that found nothing. Errors are failures; warnings, notes and what is waived are skipped.

#include <fmt/format.h>

#include <map>
#include <set>

#include "model/text/shown.hpp"
#include "report/format.hpp"
#include "report/identity.hpp"

namespace rolecall {
namespace {

std::string details(const Judgement& judgement, const Finding& finding) {
  const Span& place = finding.place();
  std::string out =
      fmt::format("{}[{}]: {}\n  at {}:{}:{}", name(finding.severity), finding.check,
                  finding.message, judgement.sources.of(place).name(), place.line, place.column);
  for (const std::string& note : finding.notes) out += "\n  note: " + note;
  if (!finding.help_text.empty()) out += "\n  help: " + finding.help_text;
  return out;
}

struct Suite {
  std::string cases;
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t skipped = 0;
};

Suite suite_of(const Judgement& judgement, const FormatOptions& options) {
  Suite out;
  const std::string file =
      xml_text(relative_name(judgement.sources.texts.front().name(), options.folder));
  std::set<std::string_view> found;
  std::map<std::string, std::size_t> names;
  const auto add = [&](const std::string& name, const std::string& body) {
    ++out.tests;
    out.cases +=
        fmt::format(R"(    <testcase name="{}" classname="{}" time="0")", xml_text(name), file);
    out.cases += body.empty() ? "/>\n" : fmt::format(">\n      {}\n    </testcase>\n", body);
  };
  for (const Finding& finding : judgement.findings) {
    found.insert(finding.check);
    std::string name = meaning(finding).text();
    if (const std::size_t number = ++names[name]; number > 1) name += fmt::format(" ({})", number);
    const std::string text = xml_text(details(judgement, finding));
    if (finding.severity == Severity::error && !finding.waived) {
      ++out.failures;
      add(name, fmt::format(R"(<failure type="{}" message="{}">{}</failure>)", finding.check,
                            xml_text(finding.message), text));
    } else {
      ++out.skipped;
      add(name, fmt::format(R"(<skipped message="{}: {}"/>)",
                            finding.waived ? "waived" : rolecall::name(finding.severity),
                            xml_text(finding.message)));
    }
  }
  for (const CheckText& check : options.checks) {
    if (!found.contains(check.id)) add(std::string(check.id), "");
  }
  return out;
}

std::string write_junit(std::span<const Judgement> judgements, const FormatOptions& options) {
  std::string suites;
  std::size_t tests = 0;
  std::size_t failures = 0;
  for (const Judgement& judgement : judgements) {
    const Suite suite = suite_of(judgement, options);
    suites += fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" "
        "time=\"0\">\n{}  </testsuite>\n",
        xml_text(relative_name(judgement.sources.texts.front().name(), options.folder)),
        suite.tests, suite.failures, suite.skipped, suite.cases);
    tests += suite.tests;
    failures += suite.failures;
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"rolecall\" tests=\"{}\" failures=\"{}\" errors=\"0\" time=\"0\">\n"
      "{}</testsuites>\n",
      tests, failures, suites);
}

/// See `Format::is_report`.
bool is_junit(std::string_view bytes) {
  return bytes.substr(0, 100).contains("\n<testsuites name=\"rolecall\"");
}

}  // namespace

extern const Format junit_format;
const Format junit_format{"junit", "JUnit's XML, for Jenkins and GitLab", write_junit, is_junit};

}  // namespace rolecall
