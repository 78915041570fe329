#include "layout/place/legend.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>

#include "layout/theme/text_width.hpp"

namespace rolecall {
namespace {

constexpr int row_height = 24;
constexpr int text_height = 14;
constexpr int entry_gap = 26;
constexpr int sample_gap = 8;
constexpr int card_sample_width = 28;
constexpr int line_sample_width = 34;

struct LookRow {
  Look look;
  std::string_view text;
};
constexpr LookRow look_rows[] = {
    {Look::provisional, "held for the time being"},
    {Look::vacant, "vacant: nobody is there"},
    {Look::planned, "planned: not there yet"},
    {Look::ended, "ended: not there any more"},
    {Look::body, "board or committee"},
    {Look::team, "team"},
    {Look::ghost, "missing: should be here"},
};

struct ToneRow {
  Tone tone;
  std::string_view chip;
  std::string_view text;
};
constexpr ToneRow tone_rows[] = {
    {Tone::good, "duties", "duties covered"},
    {Tone::provisional, "provisional", "covered in part or for the time being"},
    {Tone::overlap, "overlap", "several are accountable"},
    {Tone::paper, "on paper", "accountable, but nobody is there"},
    {Tone::missing, "missing", "nobody is accountable"},
    {Tone::misplaced, "misplaced", "held in the other role's line"},
    {Tone::error, "error", "must be mended"},
    {Tone::warning, "warning", "should be looked at"},
};

// What the marks mean where the chart is one of changes.
constexpr ToneRow change_rows[] = {
    {Tone::good, "new", "comes, is filled, gains"},
    {Tone::provisional, "moved", "reports to somebody else"},
    {Tone::missing, "loses", "is vacated, loses"},
};
constexpr std::string_view removed_text = "removed: will not be there";

LegendEntry entry(LegendEntry::Sample sample, Size size, std::string_view text) {
  LegendEntry out;
  out.sample = sample;
  out.at = {0, 0, size.width, size.height};
  out.text.text = text;
  out.text.size = theme::legend_size;
  out.text.soft = true;
  const int width = static_cast<int>(std::ceil(text_width(text, theme::legend_size)));
  out.text.at = {0, 0, width + width % 2, text_height};
  return out;
}

}  // namespace

std::vector<LegendEntry> make_legend(const Chart& chart, const Placement& placement, int left,
                                     int top, int width, Size& size) {
  std::array<bool, looks> look_seen{};
  std::array<bool, tones> tone_seen{};
  for (const Card& card : chart.cards) {
    if (card.look == Look::tile) {
      if (!is_plain_tile(card)) tone_seen[static_cast<std::size_t>(card.tone)] = true;
    } else {
      look_seen[static_cast<std::size_t>(card.look)] = true;
    }
    for (const Badge& badge : card.badges) tone_seen[static_cast<std::size_t>(badge.tone)] = true;
  }
  std::vector<LegendEntry> legend;
  for (const LookRow& row : look_rows) {
    if (!look_seen[static_cast<std::size_t>(row.look)]) continue;
    const bool removed = chart.of_changes && row.look == Look::ghost;
    legend.push_back(entry(LegendEntry::Sample::card, {card_sample_width, 18},
                           removed ? removed_text : row.text));
    legend.back().look = row.look;
  }
  const std::span<const ToneRow> rows = chart.of_changes ? std::span<const ToneRow>(change_rows)
                                                         : std::span<const ToneRow>(tone_rows);
  for (const ToneRow& row : rows) {
    if (!tone_seen[static_cast<std::size_t>(row.tone)]) continue;
    Chip chip = make_chip(row.chip, row.text, row.tone, theme::narrowest_card);
    legend.push_back(entry(LegendEntry::Sample::chip, {chip.at.width, chip.at.height}, row.text));
    legend.back().chip = std::move(chip);
  }
  for (const auto kind : {Relation::Kind::dotted, Relation::Kind::working}) {
    const bool dotted = kind == Relation::Kind::dotted;
    if (std::none_of(placement.relations.begin(), placement.relations.end(),
                     [&](const PlacedRelation& r) { return r.relation.kind == kind; })) {
      continue;
    }
    legend.push_back(entry(dotted ? LegendEntry::Sample::dotted : LegendEntry::Sample::working,
                           {line_sample_width, 2}, dotted ? "dotted line" : "working link"));
  }

  int x = left;
  int y = top;
  size = {};
  for (LegendEntry& e : legend) {
    const int wide = e.at.width + sample_gap + e.text.at.width;
    if (x > left && x + wide > left + width) {
      x = left;
      y += row_height;
    }
    e.at.x = x;
    e.at.y = y + (row_height - e.at.height) / 2;
    e.chip.at = e.at;
    e.text.at.x = x + e.at.width + sample_gap;
    e.text.at.y = y + (row_height - text_height) / 2 + 1;  // on the line of the sample's words
    x += wide + entry_gap;
    size = {std::max(size.width, x - entry_gap - left), y + row_height - top};
  }
  return legend;
}

}  // namespace rolecall
