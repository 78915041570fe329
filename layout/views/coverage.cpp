// What became of each duty, as a heat map: areas below each other, owners beside each other.

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "layout/chart/duty_words.hpp"
#include "layout/chart/head.hpp"
#include "layout/chart/view.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

constexpr int tile_width = 190;
constexpr std::size_t most_in_one = 12;  // duties of an owner whose tiles stand below each other

/// "data-and-analytics" as "Data and analytics".
std::string area_name(std::string_view area) {
  std::string out(area.empty() ? "other" : area);
  for (char& c : out) {
    if (c == '-' || c == '_') c = ' ';
  }
  if (out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 32);
  return out;
}

Card tile(const Org& org, const Verdict& verdict) {
  Card card;
  card.id = org.subject(verdict.duty).text();
  card.look = Look::tile;
  card.tone = tone_of(verdict.kind);
  card.title = org[verdict.duty].title;
  card.lines.emplace_back(name(verdict.kind));
  if (!verdict.holders.empty() || !verdict.paper.empty()) {
    const std::string who = who_answers(org, verdict);
    if (card.tone == Tone::good) {
      card.lines.front() += " · " + who;
    } else {
      card.lines.push_back(who);
    }
  }
  card.tooltip = duty_tooltip(org, verdict);
  return card;
}

Chart make(const Judgement& judgement, const Part& part) {
  const Org& org = *judgement.org;
  Chart chart;
  set_head(chart, judgement, part, "what became of each duty");
  Table table;
  const std::vector<OwnedDuties> owners = by_owner(judgement, part);
  std::set<std::string_view> areas;
  for (const OwnedDuties& owned : owners) {
    for (const Verdict* verdict : owned.duties) areas.insert(org[verdict->duty].area);
  }
  // In the order of the catalogue.
  std::map<std::string_view, std::uint32_t> rows;
  for (const Duty& duty : org.duties) {
    if (!areas.contains(duty.area)) continue;
    const auto row = static_cast<std::uint32_t>(table.rows.size());
    if (rows.emplace(duty.area, row).second) {
      table.rows.push_back({area_name(duty.area), {}, {}, {}, 0});
    }
  }
  for (const OwnedDuties& owned : owners) {
    const auto column = static_cast<std::uint32_t>(table.columns.size());
    std::size_t good = 0;
    for (const Verdict* verdict : owned.duties) {
      Card card = tile(org, *verdict);
      card.cell = {rows.at(org[verdict->duty].area), column};
      good += card.tone == Tone::good ? 1 : 0;
      chart.cards.push_back(std::move(card));
    }
    table.columns.push_back(
        {owned.name,
         fmt::format("{} of {} covered", good, counted(owned.duties.size(), "duty", "duties")),
         {},
         {},
         tile_width,
         owned.duties.size() > most_in_one ? 2 : 1});
  }
  chart.table = std::move(table);
  return chart;
}

}  // namespace

extern const View coverage_view;
const View coverage_view{"coverage", "what became of each duty, by area and owner", make};

}  // namespace rolecall
