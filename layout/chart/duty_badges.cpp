#include "layout/chart/duty_badges.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

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

/// Everybody else who is accountable for the duties, for the badge of one of them.
std::string others(const Org& org, const Verdicts& verdicts, Vertex own) {
  std::vector<std::string> names;
  for (const Verdict* verdict : verdicts) {
    for (const Holder& holder : verdict->holders) {
      if (org.seat(holder.party) == own) continue;
      std::string name = party_name(org, holder.party);
      if (std::find(names.begin(), names.end(), name) == names.end() && names.size() < 100) {
        names.push_back(std::move(name));
      }
    }
  }
  if (names.empty()) return {};
  if (names.size() == 1) return " with " + names[0];
  return fmt::format(" with {} and {}", names[0],
                     names.size() == 2 ? names[1] : fmt::format("{} more", names.size() - 1));
}

Badge badge(const Org& org, Vertex own, Group group, const Verdicts& verdicts) {
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
    out.text += others(org, verdicts, own);
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
          badge(org, Vertex(v), static_cast<Group>(g), grouped[v][g]));
    }
  }
}

}  // namespace rolecall
