#include "report/sums.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string_view>
#include <vector>

#include "model/text/text.hpp"
#include "model/verdict/groups.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

constexpr std::size_t table_width = 100;

std::string findings_text(std::size_t errors, std::size_t warnings, std::size_t notes,
                          std::size_t waived, std::size_t known) {
  std::string out;
  const auto add = [&out](std::size_t number, std::string_view one, std::string_view many) {
    if (number == 0) return;
    if (!out.empty()) out += ", ";
    out += counted(number, one, many);
  };
  add(errors, "error", "errors");
  add(warnings, "warning", "warnings");
  add(notes, "note", "notes");
  if (out.empty()) out = known == 0 ? "nothing wrong found" : "nothing new found";
  if (waived != 0) out += fmt::format(", {} waived", waived);
  if (known != 0) out += fmt::format(", {} known before", known);
  return out;
}

std::string coverage_text(const Coverage& coverage) {
  std::array<std::size_t, verdict_kinds> counts{};
  std::size_t good = 0;
  for (const Verdict& verdict : coverage) {
    ++counts[static_cast<std::size_t>(verdict.kind)];
    if (in_order(verdict.kind)) ++good;
  }
  std::string out =
      fmt::format("{} of {} covered", good, counted(coverage.size(), "duty", "duties"));
  for (std::size_t kind = 0; kind < counts.size(); ++kind) {
    const auto verdict = static_cast<VerdictKind>(kind);
    if (counts[kind] == 0 || in_order(verdict)) continue;
    out += fmt::format(", {} {}", counts[kind], name(verdict));
  }
  return out;
}

/// "Ada Okafor, Chief Technology Officer", "Platform (team)".
std::string holder_text(const Org& org, Party party) {
  switch (party.kind) {
    case Party::Kind::team:
      return printable(org[TeamId(party.index)].name) + " (team)";
    case Party::Kind::body:
      return printable(org[BodyId(party.index)].name) + " (body)";
    case Party::Kind::position:
      break;
  }
  const Position& position = org[PositionId(party.index)];
  std::string out;
  if (!position.holder_names.empty()) out = printable(position.holder_names) + ", ";
  out += printable(position.title.empty() ? position.id : position.title);
  if (position.filling == Filling::deputised && position.deputy) {
    out += fmt::format(" (deputy: {})", printable(org[*position.deputy].name));
  } else if (position.filling != Filling::filled) {
    out += fmt::format(" ({})", name(position.filling));
  }
  return out;
}

std::string duty_text(const Org& org, const Verdict& verdict, const Holder& holder) {
  std::string out = printable(org[verdict.duty].id);
  std::string more;
  if (verdict.kind == VerdictKind::joint) more = "joint";
  if (!holder.scopes.all) {
    for (const ScopeId scope : holder.scopes.some) {
      if (!more.empty()) more += ", ";
      more += printable(org.scopes[scope.index()]);
    }
  }
  if (!more.empty()) out += " (" + more + ')';
  return out;
}

/// A heading and, behind a bar, the words with commas between them, wrapped.
void append_paragraph(std::string& out, std::string_view count, std::string_view heading,
                      const std::vector<std::string>& words) {
  fmt::format_to(std::back_inserter(out), "{:>9}  {}\n", count, heading);
  std::size_t width = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = words[i] + (i + 1 < words.size() ? "," : "");
    const std::size_t needs = display_width(word) + 1;
    if (width == 0 || width + needs > table_width) {
      if (width != 0) out += '\n';
      out += "         |";
      width = 10;
    }
    out += ' ' + word;
    width += needs;
  }
  out += '\n';
}

}  // namespace

bool in_order(VerdictKind kind) {
  switch (kind) {
    case VerdictKind::joint:
    case VerdictKind::split:
    case VerdictKind::delegated:
    case VerdictKind::covered:
      return true;
    default:
      return false;
  }
}

std::string sums_line(const Judgement& judgement) {
  const Entries entries(judgement.findings);
  const std::string_view file = judgement.sources.texts.empty()
                                    ? std::string_view("nothing")
                                    : std::string_view(judgement.sources.texts.front().name());
  std::string out =
      fmt::format("checked {}: {}", printable(file),
                  findings_text(entries.count(Severity::error), entries.count(Severity::warning),
                                entries.count(Severity::note), count_waived(judgement.findings),
                                judgement.known));
  if (is_whole(judgement)) {
    out += "; " + coverage_text(judgement.coverage);
  } else if (judgement.org) {
    out += "; a part of the description could not be read";
  } else {
    out += "; no description could be read";
  }
  return out;
}

std::string total_line(std::span<const Judgement> judgements) {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t waived = 0;
  std::size_t known = 0;
  for (const Judgement& judgement : judgements) {
    const Entries entries(judgement.findings);
    errors += entries.count(Severity::error);
    warnings += entries.count(Severity::warning);
    notes += entries.count(Severity::note);
    waived += count_waived(judgement.findings);
    known += judgement.known;
  }
  return fmt::format("checked {} in all: {}", counted(judgements.size(), "file", "files"),
                     findings_text(errors, warnings, notes, waived, known));
}

std::string coverage_table(const Org& org, const Coverage& coverage) {
  std::map<Party, std::vector<std::string>> held;
  std::vector<std::string> unowned;
  for (const Verdict& verdict : coverage) {
    for (const Holder& holder : verdict.holders) {
      held[holder.party].push_back(duty_text(org, verdict, holder));
    }
    if (verdict.kind == VerdictKind::unowned) unowned.push_back(printable(org[verdict.duty].id));
  }
  std::string out;
  for (const auto& [party, duties] : held) {
    append_paragraph(out, counted(duties.size(), "duty", "duties"), holder_text(org, party),
                     duties);
  }
  if (!unowned.empty()) {
    append_paragraph(out, counted(unowned.size(), "duty", "duties"), "without an owner, on purpose",
                     unowned);
  }
  return out;
}

}  // namespace rolecall
