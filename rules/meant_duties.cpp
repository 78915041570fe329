#include "rules/meant_duties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "model/text/fix.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

std::set<Span> accountable_entries(const Org& org) {
  std::set<Span> out;
  const auto add = [&](const DutyLists& lists) {
    for (const DutyEntry& entry : lists.accountable) out.insert(entry.what.span);
  };
  for (const Position& each : org.positions) add(each.decl->duties);
  for (const Team& each : org.teams) add(each.decl->duties);
  for (const Body& each : org.bodies) add(each.decl->duties);
  return out;
}

/// The word that the first fix writes at the place; empty where it does something else.
std::string word_meant(const Finding& finding) {
  if (finding.fixes.empty() || finding.fixes.front().changes.empty()) return {};
  const auto* const text = std::get_if<ReplaceText>(&finding.fixes.front().changes.front());
  return text == nullptr ? std::string() : text->text;
}

}  // namespace

void wait_for_meant_duties(const Org& org, Findings& findings) {
  if (std::ranges::find(findings, "unknown-duty", &Finding::check) == findings.end()) return;
  const std::set<Span> entries = accountable_entries(org);
  std::set<std::string> meant;
  for (const Finding& finding : findings) {
    if (finding.check != "unknown-duty" || !entries.contains(finding.place())) continue;
    if (std::string word = word_meant(finding); !word.empty()) meant.insert(std::move(word));
  }
  std::set<std::string> waiting;
  std::erase_if(findings, [&](const Finding& finding) {
    if (finding.check != "duty-missing" || finding.subjects.empty()) return false;
    const std::string duty(finding.subjects.front().id);
    if (!meant.contains(duty)) return false;
    waiting.insert(duty);
    return true;
  });
  for (Finding& finding : findings) {
    if (finding.check != "unknown-duty" || !entries.contains(finding.place())) continue;
    if (const std::string word = word_meant(finding); waiting.contains(word)) {
      finding.notes.push_back(
          fmt::format("until that is settled, {} is not told to be missing", quoted(word)));
    }
  }
}

}  // namespace rolecall
