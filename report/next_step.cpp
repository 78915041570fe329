#include "report/next_step.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "model/text/text.hpp"
#include "model/verdict/groups.hpp"
#include "report/terminal.hpp"

namespace rolecall {
namespace {

constexpr std::size_t most_files = 3;  // that a command line names

bool mended_by_itself(const Finding& finding) {
  return !finding.waived && finding.severity != Severity::note &&
         std::ranges::any_of(finding.fixes,
                             [](const Fix& fix) { return fix.safe && !fix.gives_reason; });
}

/// As a word for a shell.
std::string word(std::string_view name) {
  const bool plain = name.find_first_not_of(
                         "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                         "0123456789_-./") == name.npos;
  if (plain) return name.starts_with('-') ? "./" + std::string(name) : std::string(name);
  std::string out = "'";
  for (const char c : name) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + '\'';
}

/// The command that applies fixes without a decision; empty where there are none.
std::string fixing(std::span<const Judgement> judgements) {
  std::size_t mended = 0;
  std::size_t in_files = 0;
  std::string files;
  for (const Judgement& judgement : judgements) {
    const auto here =
        static_cast<std::size_t>(std::ranges::count_if(judgement.findings, mended_by_itself));
    const std::string& name = judgement.sources.texts.front().name();
    if (here == 0 || name.starts_with('<')) continue;
    mended += here;
    if (++in_files <= most_files) files += ' ' + word(printable(name));
  }
  if (mended == 0) return {};
  if (in_files > most_files) files += " ...";
  return fmt::format("next: `rolecall fix{}`: {} a fix that needs no decision", files,
                     counted(mended, "finding has", "findings have"));
}

}  // namespace

std::string next_step(std::span<const Judgement> judgements) {
  if (std::string out = fixing(judgements); !out.empty()) return out;
  const Finding* first = nullptr;
  const Judgement* of = nullptr;
  std::vector<Entries> kept;
  kept.reserve(judgements.size());
  for (const Judgement& judgement : judgements) {
    kept.emplace_back(judgement.findings);
    const bool unassigned = judgement.org && !judgement.org->has_duty_lists;
    for (const Finding* entry : by_importance(kept.back())) {
      if (entry->help_text.empty()) continue;
      // Warnings about a first draft can wait until it says who does what.
      const bool begins = unassigned && entry->check == "duties-unassigned";
      if (!begins && (entry->severity == Severity::note ||
                      (unassigned && entry->severity == Severity::warning))) {
        continue;
      }
      if (first == nullptr || entry->severity > first->severity) {
        first = entry;
        of = &judgement;
      }
      break;
    }
  }
  if (first == nullptr) return {};
  const Span& place = first->place();
  return fmt::format("next: {}:{}: {}", printable(of->sources.of(place).name()), place.line,
                     printable(first->help_text));
}

}  // namespace rolecall
