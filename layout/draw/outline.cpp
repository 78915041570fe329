#include "layout/draw/outline.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "layout/theme/text_width.hpp"
#include "layout/theme/theme.hpp"

namespace rolecall {
namespace {

constexpr double longest_line = 420;  // points

std::string line(std::string_view text) {
  return ellipsise(clean(text.substr(0, 1024)), longest_line, theme::text_size);
}

}  // namespace

std::optional<std::string> no_tree(const Chart& chart) {
  if (!chart.table) return std::nullopt;
  return "this view is a table, which only svg, png, pdf and dot can show; --view chart is a tree";
}

std::string outline_title(const Chart& chart) {
  std::string out = clean(chart.title.substr(0, 1024));
  if (!chart.subtitle.empty()) out += ", " + clean(chart.subtitle.substr(0, 1024));
  return out.empty() ? "Organisation chart" : out;
}

std::vector<std::string> outline(const Card& card) {
  std::vector<std::string> out;
  const auto add = [&](std::string text) {
    if (!text.empty()) out.push_back(std::move(text));
  };
  add(line(card.name));
  add(line(card.title));
  std::string marks;
  for (const std::string& role : card.roles) marks += (marks.empty() ? "" : ", ") + role;
  if (!card.state.empty()) marks += (marks.empty() ? "" : ", ") + card.state;
  add(line(marks));
  for (const std::string& each : card.lines) add(line(each));
  if (card.more > 0) add(and_more(card.more));
  for (const Badge& badge : card.badges) {
    const std::string before(sign(badge.tone));
    add(line(before + (before.empty() ? "" : " ") + badge.text));
  }
  return out;
}

std::vector<Look> looks_of(const Chart& chart) {
  std::set<Look> found;
  for (const Card& card : chart.cards) found.insert(card.look);
  return {found.begin(), found.end()};
}

}  // namespace rolecall
