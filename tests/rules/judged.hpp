#pragma once
// Help for tests of the rules: judge a text, look at what was found.

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/run.hpp"

namespace rolecall::test {

inline Judgement judge_text(std::string_view text, Limits limits = {},
                            std::string_view name = "org.toml") {
  Sources sources;
  sources.texts.emplace_back(std::string(name), std::string(text));
  RunOptions options;
  options.today = Date{2026, 6, 1};
  options.limits = limits;
  return judge(std::move(sources), options);
}

/// The subjects of each finding of one check, such as "duty:networks position:cio", in order.
inline std::vector<std::string> subjects_of(const Judgement& judgement, std::string_view check) {
  std::vector<std::string> out;
  for (const Finding& finding : judgement.findings) {
    if (finding.check != check) continue;
    std::string line;
    for (const Subject& subject : finding.subjects) {
      if (!line.empty()) line += ' ';
      line += subject.text();
    }
    out.push_back(std::move(line));
  }
  return out;
}

/// The checks that found something, each once, in order of their ids.
inline std::vector<std::string> checks_of(const Judgement& judgement) {
  std::vector<std::string> out;
  for (const Finding& finding : judgement.findings) out.emplace_back(finding.check);
  std::ranges::sort(out);
  const auto doubles = std::ranges::unique(out);
  out.erase(doubles.begin(), doubles.end());
  return out;
}

/// A small company in which all is well: head, CIO and CTO hold everything. `cio` and `cto` stand
/// in their posts for more lines, `more` at the end.
struct Company {
  std::string company{};  ///< more lines of `[company]`
  std::string cio_accountable = R"(["@CIO", "@shared", "@contested"])";
  std::string cto_accountable = R"(["@CTO"])";
  std::string cio = R"(holder = "Lena Hoff")";
  std::string cto = R"(holder = "Ada Okafor")"
                    "\n"
                    R"(consulted = ["@shared"])";

  std::string text(std::string_view more = {}) const {
    return "[company]\nname = \"Test\"\nas_of = 2026-06-01\n" + company +
           "\n[[position]]\nid = \"ceo\"\ntitle = \"CEO\"\nholder = \"Mina Park\"\n"
           "[[position]]\nid = \"cio\"\ntitle = \"CIO\"\nreports_to = \"ceo\"\naccountable = " +
           cio_accountable + "\n" + cio +
           "\n[[position]]\nid = \"cto\"\ntitle = \"CTO\"\nreports_to = \"ceo\"\naccountable = " +
           cto_accountable + "\n" + cto + "\n" + std::string(more);
  }
  Judgement judged(std::string_view more = {}, Limits limits = {}) const {
    return judge_text(text(more), limits);
  }
};

/// A post in short.
inline std::string post(std::string_view id, std::string_view boss, std::string_view more = {},
                        std::string_view holder = {}) {
  std::string out = "[[position]]\nid = \"" + std::string(id) + "\"\n";
  if (!boss.empty()) out += "reports_to = \"" + std::string(boss) + "\"\n";
  if (holder != "-") {
    out +=
        "holder = \"" + (holder.empty() ? "P. " + std::string(id) : std::string(holder)) + "\"\n";
  }
  return out + std::string(more) + "\n";
}

inline std::size_t count_of(const Judgement& judgement, std::string_view check) {
  return static_cast<std::size_t>(std::ranges::count(judgement.findings, check, &Finding::check));
}

/// The first finding of a check; the test fails hard where there is none.
inline const Finding& first_of(const Judgement& judgement, std::string_view check) {
  return *std::ranges::find(judgement.findings, check, &Finding::check);
}

/// All that a finding says, for looking up words.
inline std::string words(const Finding& finding) {
  std::string out = finding.message;
  for (const Label& label : finding.labels) out += "\n" + label.text;
  for (const std::string& note : finding.notes) out += "\n" + note;
  return out + "\n" + finding.help_text;
}

inline bool says(const Finding& finding, std::string_view part) {
  return words(finding).find(part) != std::string::npos;
}

}  // namespace rolecall::test
