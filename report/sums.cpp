#include "report/sums.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/language/document.hpp"
#include "model/text/date.hpp"
#include "model/text/text.hpp"
#include "model/verdict/groups.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

constexpr std::size_t table_width = 100;

struct Sums {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t waived = 0;
  std::size_t known = 0;
  std::size_t hidden = 0;

  void add(const Judgement& judgement) {
    const Entries entries(judgement.findings);
    errors += entries.count(Severity::error);
    warnings += entries.count(Severity::warning);
    notes += entries.count(Severity::note);
    waived += count_waived(judgement.findings);
    known += judgement.known;
    hidden += judgement.hidden;
  }
};

/// "0 errors, 2 warnings, 3 waived": whether there are errors is always said.
std::string sums_text(const Sums& sums) {
  std::string out;
  if (sums.errors + sums.warnings + sums.notes > 0) {
    out = counted(sums.errors, "error", "errors");
    if (sums.warnings > 0) out += ", " + counted(sums.warnings, "warning", "warnings");
    if (sums.notes > 0) out += ", " + counted(sums.notes, "note", "notes");
  } else if (sums.hidden > 0) {
    out = "nothing loud enough to be shown";
  } else {
    out = sums.known == 0 ? "nothing wrong found" : "nothing new found";
  }
  if (sums.waived != 0) out += fmt::format(", {} waived", sums.waived);
  if (sums.known != 0) out += fmt::format(", {} known before", sums.known);
  if (sums.hidden != 0) out += fmt::format(", {} not shown", sums.hidden);
  return out;
}

std::string coverage_text(const Org& org, const Coverage& coverage) {
  if (!org.has_duty_lists) {
    return fmt::format("{} not assigned yet", counted(coverage.size(), "duty", "duties"));
  }
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
    out += fmt::format(" ({})", position.filling_words());
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

namespace {

/// Whether the verdict depends on the day.
bool has_dates(const Document& document) {
  const auto dated = [](const auto& each) { return each.from.given() || each.until.given(); };
  return std::ranges::any_of(document.positions,
                             [&](const PositionDecl& each) {
                               return dated(each) || std::ranges::any_of(each.holders, dated);
                             }) ||
         std::ranges::any_of(document.waivers,
                             [](const WaiverDecl& each) { return each.until.given(); });
}

/// " as of 2026-11-28 (today)", where the description leaves the day open and it makes a
/// difference.
std::string day_text(const Judgement& judgement) {
  if (!judgement.org || !judgement.org->document) return {};
  const Org& org = *judgement.org;
  if (org.document->company.as_of.given() || !has_dates(*org.document)) return {};
  return fmt::format(" as of {}{}", to_string(org.as_of), org.as_of == today() ? " (today)" : "");
}

}  // namespace

std::string sums_line(const Judgement& judgement) {
  Sums sums;
  sums.add(judgement);
  const std::string_view file = judgement.sources.texts.empty()
                                    ? std::string_view("nothing")
                                    : std::string_view(judgement.sources.texts.front().name());
  std::string out =
      fmt::format("checked {}{}: {}", printable(file), day_text(judgement), sums_text(sums));
  if (is_whole(judgement)) {
    out += "; " + coverage_text(*judgement.org, judgement.coverage);
  } else if (judgement.org) {
    out += "; a part of the description could not be read";
  } else {
    out += "; no description could be read";
  }
  return out;
}

std::string total_line(std::span<const Judgement> judgements) {
  Sums sums;
  for (const Judgement& judgement : judgements) sums.add(judgement);
  return fmt::format("checked {} in all: {}", counted(judgements.size(), "file", "files"),
                     sums_text(sums));
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
