#pragma once
// Views of small descriptions.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "layout/chart/view.hpp"
#include "tests/rules/judged.hpp"

namespace rolecall::test {

inline Chart chart_of(std::string_view text, std::string_view view = "chart",
                      const PartOptions& options = {}) {
  const Judgement judgement = judge_text(text);
  REQUIRE(judgement.org);
  REQUIRE(find_view(view));
  const auto part = choose_part(judgement, options);
  REQUIRE(part);
  return find_view(view)->make(judgement, *part);
}

inline const Card* card(const Chart& chart, std::string_view id) {
  const auto found = std::ranges::find(chart.cards, id, &Card::id);
  return found == chart.cards.end() ? nullptr : &*found;
}

inline std::vector<std::string> badges(const Card& card) {
  std::vector<std::string> out;
  for (const Badge& badge : card.badges) out.push_back(badge.text);
  return out;
}

/// The ids of all cards, in order.
inline std::vector<std::string> ids(const Chart& chart) {
  std::vector<std::string> out;
  for (const Card& card : chart.cards) out.push_back(card.id);
  return out;
}

}  // namespace rolecall::test
