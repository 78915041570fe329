// A check explained: with an example, its repair, and how to set and to waive it.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "model/verdict/groups.hpp"
#include "report/line_diff.hpp"
#include "report/reference/citations.hpp"
#include "report/reference/topics.hpp"
#include "report/terminal.hpp"
#include "rules/cases.hpp"
#include "rules/run.hpp"
#include "rules/waivers.hpp"

namespace rolecall {
namespace {

/// The longest example that is printed whole.
constexpr std::ptrdiff_t whole_lines = 32;

/// The date that stands in for a missing `as_of` in the examples, so that they never change.
constexpr Date example_day{2026, 6, 1};

std::string indented(std::string_view text, std::string_view indent) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) out += indent;
    out += text.substr(0, end);
    out += '\n';
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return out;
}

Findings example_findings(const Check& check) {
  Findings out;
  const Case* example = find_case(check.id);
  if (example == nullptr) return out;
  Sources sources;
  sources.texts.emplace_back("example.toml", std::string(example->bad));
  RunOptions options;
  options.today = example_day;
  Judgement judgement = judge(std::move(sources), options);
  for (Finding& finding : judgement.findings) {
    if (finding.check == check.id) out.push_back(std::move(finding));
  }
  return out;
}

void put_part(std::string& out, std::string_view heading, std::string_view text) {
  if (text.empty()) return;
  fmt::format_to(std::back_inserter(out), "\n  {}\n\n{}", heading, indented(text, "    "));
}

}  // namespace

std::string example_says(const Check& check) {
  const Findings findings = example_findings(check);
  if (findings.empty()) return {};
  const Entries entries(findings);
  const Finding& first = **entries.begin();
  return fmt::format("line {}: {}[{}]: {}\n", first.place().line, name(first.severity), first.check,
                     first.message);
}

std::string example_repair(const Check& check) {
  const Case* example = find_case(check.id);
  return example == nullptr ? std::string() : diff_text(line_diff(example->bad, example->good), 2);
}

std::string setting_example(const Check& check) {
  if (check.firm) return {};
  std::string out = "[checks]\n";
  if (!check.limit.empty()) fmt::format_to(std::back_inserter(out), "{} = 12\n", check.limit);
  fmt::format_to(std::back_inserter(out), "{} = \"{}\"  # or", check.id,
                 check.severity == Severity::note ? "warning" : "note");
  for (const std::string_view word : {"off", "note", "warning", "error"}) {
    if (word != (check.severity == Severity::note ? "warning" : "note")) {
      fmt::format_to(std::back_inserter(out), " \"{}\"", word);
    }
  }
  return out + '\n';
}

std::string waiver_example(const Check& check) {
  if (check.firm || is_about_waivers(check.id)) return {};
  const Findings findings = example_findings(check);
  std::string on;
  if (!findings.empty()) {
    for (const Subject& subject : findings.front().subjects) {
      if (!on.empty()) on += ", ";
      fmt::format_to(std::back_inserter(on), "\"{}\"", subject.text());
      if (on.find(',') != std::string::npos) break;
    }
  }
  return fmt::format(
      "[[waiver]]\ncheck = \"{}\"\non = [{}]\nreason = \"why it is accepted\"\nby = \"who "
      "decided\"\n"
      "until = 2027-03-31\n",
      check.id, on);
}

std::string text_of(const Check& check) {
  std::string out = fmt::format("check {}: {}\n\n  {}\n\n", check.id, wrapped(check.says, 2),
                                wrapped(check.why, 2));
  put_field(out, "severity", name(check.severity));
  put_field(out, "", check.loud);
  put_field(out, "group", name(check.group));
  if (check.preview) put_field(out, "preview", "runs only with `preview = true` in `[checks]`");
  std::string_view heading = "sources";
  for (const std::string_view source : sources_of(check.sources)) {
    put_field(out, heading, source_text(source));
    heading = "";
  }
  if (const Case* example = find_case(check.id)) {
    if (std::ranges::count(example->bad, '\n') <= whole_lines) {
      put_part(out, "An example in which it finds something:", example->bad);
    }
    put_part(out, "What it says of its example:", example_says(check));
    put_part(out, "How that is mended, line by line:", example_repair(check));
  }
  if (check.firm) {
    out += "\n  It can neither be turned off nor waived, because it may hide other findings.\n";
    return out;
  }
  put_part(out, "To set it for a whole description:", setting_example(check));
  put_part(out, "To accept one finding (ids that it is about in `on`):", waiver_example(check));
  if (!is_about_waivers(check.id)) {
    put_part(out, "Or at the end of the line that it points at:",
             fmt::format("# rolecall: allow {} until=2027-03-31 why it is accepted\n", check.id));
  }
  return out;
}

}  // namespace rolecall
