#include "layout/chart/duty_badges.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/chart/duty_words.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// A group of verdicts that make one badge.
enum class Group { covered, provisional, overlap, contested, partly, paper, misplaced };
constexpr std::size_t groups = 7;

std::optional<Group> group_of(VerdictKind kind) {
  switch (kind) {
    case VerdictKind::joint:
    case VerdictKind::split:
    case VerdictKind::delegated:
    case VerdictKind::covered:
      return Group::covered;
    case VerdictKind::provisional:
      return Group::provisional;
    case VerdictKind::overlapping:
      return Group::overlap;
    case VerdictKind::contested:
      return Group::contested;
    case VerdictKind::partly_covered:
      return Group::partly;
    case VerdictKind::on_paper:
      return Group::paper;
    case VerdictKind::misplaced:
      return Group::misplaced;
    case VerdictKind::unowned:
    case VerdictKind::missing:
    case VerdictKind::unknown:
      break;
  }
  return std::nullopt;
}

using Verdicts = std::vector<const Verdict*>;
using Grouped = std::array<Verdicts, groups>;

constexpr std::size_t most_names = 100;

/// Who is accountable for a duty, by different names; of each name the first two seats, so that
/// whoever asks finds it where it is not her own alone.
class Names {
 public:
  using Seat = std::optional<Vertex>;
  struct Name {
    std::string text;
    std::vector<Seat> seats;
  };

  explicit Names(const Org& org) : org_(org) {}

  const std::vector<Name>& of(const Verdict& verdict) {
    const auto [entry, fresh] = names_.try_emplace(verdict.duty);
    if (!fresh) return entry->second;
    std::map<std::string, std::size_t> seen;
    for (const Holder& holder : verdict.holders) {
      if (entry->second.size() > most_names) break;
      std::string text = party_name(org_, holder.party);
      const auto [place, added] = seen.try_emplace(std::move(text), entry->second.size());
      if (added) entry->second.push_back({place->first, {}});
      auto& seats = entry->second[place->second].seats;
      if (seats.size() < 2) seats.push_back(org_.seat(holder.party));
    }
    return entry->second;
  }

 private:
  const Org& org_;
  std::map<DutyId, std::vector<Name>> names_;
};

/// Everybody else who is accountable for the duties, for the badge of one of them.
std::string others(Names& of, const Verdicts& verdicts, Vertex own) {
  std::vector<std::string_view> names;
  for (const Verdict* verdict : verdicts) {
    for (const Names::Name& name : of.of(*verdict)) {
      const bool other = std::ranges::any_of(name.seats, [&](auto seat) { return seat != own; });
      if (other && names.size() < most_names &&
          std::ranges::find(names, name.text) == names.end()) {
        names.push_back(name.text);
      }
    }
  }
  if (names.empty()) return {};
  if (names.size() == 1) return fmt::format(" with {}", names[0]);
  return fmt::format(
      " with {} and {}", names[0],
      names.size() == 2 ? std::string(names[1]) : fmt::format("{} more", names.size() - 1));
}

Badge badge(const Org& org, Names& names, Vertex own, Group group, const Verdicts& verdicts) {
  struct Words {
    Tone tone;
    std::string_view one;     ///< before the title of a single duty
    std::string_view number;  ///< after the number of several
  };
  static constexpr std::array<Words, groups> all{{
      {Tone::good, "", ""},
      {Tone::provisional, "provisional: ", "provisional"},
      {Tone::overlap, "overlap: ", "overlaps"},
      {Tone::overlap, "contested: ", "contested"},
      {Tone::provisional, "in part: ", "covered in part"},
      {Tone::paper, "on paper: ", "on paper only"},
      {Tone::misplaced, "misplaced: ", "misplaced"},
  }};
  const Words& words = all[static_cast<std::size_t>(group)];
  Badge out;
  out.tone = words.tone;
  if (group == Group::covered) {
    out.text = counted(verdicts.size(), "duty", "duties");
  } else if (verdicts.size() == 1) {
    out.text = fmt::format("{}{}", words.one, org[verdicts[0]->duty].title);
  } else {
    out.text = fmt::format("{} {}", verdicts.size(), words.number);
  }
  if (group == Group::overlap || group == Group::contested) {
    out.text += others(names, verdicts, own);
  }
  out.tooltip = out.text + duty_lines(org, verdicts);
  return out;
}

void add(std::vector<Grouped>& grouped, const Org& org, const std::vector<Holder>& holders,
         Group group, const Verdict& verdict) {
  for (const Holder& holder : holders) {
    const auto seat = org.seat(holder.party);
    if (!seat) continue;
    Verdicts& there = grouped[seat->index()][static_cast<std::size_t>(group)];
    if (there.empty() || there.back() != &verdict) there.push_back(&verdict);
  }
}

}  // namespace

void add_duty_badges(const Judgement& judgement, const PostCards& posts, Chart& chart) {
  const Org& org = *judgement.org;
  if (!org.has_duty_lists) return;
  std::vector<Grouped> grouped(org.graph.size());
  Names names(org);
  for (const Verdict& verdict : judgement.coverage) {
    const auto group = group_of(verdict.kind);
    if (!group) continue;
    add(grouped, org, verdict.holders, *group, verdict);
    // Who holds a duty on paper beside a living holder is told as well.
    add(grouped, org, verdict.paper, Group::paper, verdict);
  }
  for (std::size_t v = 0; v < grouped.size(); ++v) {
    const auto card = posts.card_of(Vertex(v));
    if (!card) continue;
    for (std::size_t g = 0; g < groups; ++g) {
      if (grouped[v][g].empty()) continue;
      chart.cards[*card].badges.push_back(
          badge(org, names, Vertex(v), static_cast<Group>(g), grouped[v][g]));
    }
  }
}

}  // namespace rolecall
