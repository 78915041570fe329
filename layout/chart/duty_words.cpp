#include "layout/chart/duty_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace rolecall {
namespace {

constexpr std::size_t most_tooltip_lines = 40;

bool shows(const Org& org, const Part& part, const Verdict& verdict) {
  if (part.whole) return true;
  for (const auto* holders : {&verdict.holders, &verdict.paper}) {
    for (const Holder& holder : *holders) {
      if (part.shows(org, holder.party)) return true;
    }
  }
  return std::ranges::any_of(verdict.doers, [&](Party doer) { return part.shows(org, doer); });
}

}  // namespace

Tone tone_of(VerdictKind kind) {
  switch (kind) {
    case VerdictKind::joint:
    case VerdictKind::split:
    case VerdictKind::delegated:
    case VerdictKind::covered:
      return Tone::good;
    case VerdictKind::provisional:
    case VerdictKind::partly_covered:
      return Tone::provisional;
    case VerdictKind::overlapping:
    case VerdictKind::contested:
      return Tone::overlap;
    case VerdictKind::on_paper:
      return Tone::paper;
    case VerdictKind::misplaced:
      return Tone::misplaced;
    case VerdictKind::missing:
      return Tone::missing;
    case VerdictKind::unowned:
    case VerdictKind::unknown:
      break;
  }
  return Tone::neutral;
}

std::string party_name(const Org& org, Party party) {
  if (std::string names = org.names(party); !names.empty()) return names;
  if (party.kind == Party::Kind::body) return std::string(org.bodies[party.index].name);
  if (party.kind == Party::Kind::team) return std::string(org.teams[party.index].name);
  const Position& position = org.positions[party.index];
  return std::string(position.title.empty() ? position.id : position.title);
}

std::string who_answers(const Org& org, const Verdict& verdict) {
  const auto& holders = verdict.holders.empty() ? verdict.paper : verdict.holders;
  if (holders.empty()) return "nobody";
  std::string out = party_name(org, holders.front().party);
  if (holders.front().filling == Filling::deputised) out += " (deputy)";
  if (holders.size() == 1) return out;
  return fmt::format("{} and {}", out,
                     holders.size() == 2 ? party_name(org, holders[1].party)
                                         : fmt::format("{} more", holders.size() - 1));
}

std::string duty_lines(const Org& org, const std::vector<const Verdict*>& verdicts) {
  std::string out;
  const std::size_t shown = std::min(verdicts.size(), most_tooltip_lines);
  for (std::size_t i = 0; i < shown; ++i) {
    const Verdict& verdict = *verdicts[i];
    fmt::format_to(std::back_inserter(out), "\n- {}", org[verdict.duty].title);
    if (tone_of(verdict.kind) != Tone::good && !verdict.reasons.empty()) {
      out += ": " + verdict.reasons.front();
    }
  }
  if (shown < verdicts.size()) out += "\n" + and_more(verdicts.size() - shown);
  return out;
}

std::string duty_tooltip(const Org& org, const Verdict& verdict) {
  const Duty& duty = org[verdict.duty];
  std::string out = fmt::format("{}\n`{}`: {}", duty.title, duty.id, name(verdict.kind));
  for (const std::string& reason : verdict.reasons) out += "\n" + reason;
  return out;
}

std::vector<OwnedDuties> by_owner(const Judgement& judgement, const Part& part) {
  const Org& org = *judgement.org;
  std::map<std::pair<int, RoleId>, OwnedDuties> owners;
  for (const Verdict& verdict : judgement.coverage) {
    if (!shows(org, part, verdict)) continue;
    const Owner& owner = org[verdict.duty].owner;
    const bool role = owner.kind == Owner::Kind::role;
    const std::string_view id = role                                ? org[owner.role].id
                                : owner.kind == Owner::Kind::shared ? "shared"
                                                                    : "contested";
    const int rank = id == "CIO" ? 0 : id == "CTO" ? 1 : id == "shared" ? 2 : role ? 4 : 3;
    const auto [entry, fresh] =
        owners.try_emplace({rank, role ? owner.role : RoleId()}, OwnedDuties{owner, {}, {}, {}});
    if (fresh) {
      entry->second.id = id;
      entry->second.name = role             ? std::string(org[owner.role].name)
                           : id == "shared" ? "Shared by CIO and CTO"
                                            : "Either the CIO's or the CTO's";
    }
    entry->second.duties.push_back(&verdict);
  }
  std::vector<OwnedDuties> out;
  for (auto& [key, owned] : owners) out.push_back(std::move(owned));
  return out;
}

}  // namespace rolecall
