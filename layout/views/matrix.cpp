// The responsibility assignment matrix: duties by those who have a part in them.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "layout/chart/duty_words.hpp"
#include "layout/chart/head.hpp"
#include "layout/chart/posts.hpp"
#include "layout/chart/view.hpp"

namespace rolecall {
namespace {

constexpr int verdict_width = 128;
constexpr int letter_width = 46;
constexpr std::string_view letters = "ARCI";

Heading column_of(const Org& org, Party party) {
  Heading out;
  out.text = party_name(org, party);
  switch (party.kind) {
    case Party::Kind::position: {
      const Position& position = org[PositionId(party.index)];
      out.detail = position.title.empty() ? position.id : position.title;
      if (!active(position.filling)) {
        out.text = post_card(org, org.vertex(PositionId(party.index))).name;
      }
      break;
    }
    case Party::Kind::team:
      out.text = org[TeamId(party.index)].name;
      out.detail = "team";
      break;
    case Party::Kind::body:
      out.detail = "body";
      break;
  }
  if (out.detail == out.text) out.detail.clear();  // a post without a name is called by its title
  out.tooltip = fmt::format("{}, {}: `{}`", out.text, out.detail, org.id(party));
  out.tile_width = letter_width;
  return out;
}

/// The colour of an A: what became of the duty, as far as this holder is concerned.
Tone tone_of_holder(const Verdict& verdict, std::size_t holder) {
  const Tone tone = tone_of(verdict.kind);
  if (tone != Tone::overlap) return tone;
  return std::ranges::find(verdict.clashing, holder) != verdict.clashing.end() ? tone : Tone::good;
}

class Maker {
 public:
  Maker(const Judgement& judgement, const Part& part)
      : judgement_(judgement), part_(part), org_(*judgement.org) {}

  Chart make() {
    set_head(chart_, judgement_, part_, "A accountable, R responsible, C consulted, I informed");
    table_.columns.push_back({"Verdict", {}, {}, {}, verdict_width});
    for (const Verdict& verdict : judgement_.coverage) {
      for (const auto* holders : {&verdict.holders, &verdict.paper}) {
        for (const Holder& holder : *holders) add_column(holder.party);
      }
    }
    for (const Assignment& a : org_.assignments) {
      if (a.raci != Raci::accountable) add_column(a.party);
    }
    for (auto& [party, column] : columns_) {
      column = static_cast<std::uint32_t>(table_.columns.size());
      table_.columns.push_back(column_of(org_, party));
    }
    for (const OwnedDuties& owned : by_owner(judgement_, part_)) {
      for (const Verdict* verdict : owned.duties) add_row(owned, *verdict);
    }
    chart_.table = std::move(table_);
    return std::move(chart_);
  }

 private:
  /// One party's part in one duty.
  struct Letters {
    std::string text;
    Tone tone = Tone::neutral;
  };

  void add_column(Party party) {
    if (part_.shows(org_, party)) columns_.try_emplace(party, 0);
  }

  void add_row(const OwnedDuties& owned, const Verdict& verdict) {
    const auto row = static_cast<std::uint32_t>(table_.rows.size());
    const std::string id = org_.subject(verdict.duty).text();
    table_.rows.push_back(
        {std::string(org_[verdict.duty].title), {}, duty_tooltip(org_, verdict), owned.name, 0});
    const Tone tone = tone_of(verdict.kind);
    Card& said =
        add_tile(id, std::string(name(verdict.kind)), tone, duty_tooltip(org_, verdict), {row, 0});
    // What is well is said in small print, so that the rest stands out.
    if (tone == Tone::good) said.lines.push_back(std::exchange(said.title, {}));

    // Who yields to an exact entry is not accountable; the verdict knows.
    std::map<Party, Letters> parts;
    for (std::size_t i = 0; i < verdict.holders.size(); ++i) {
      parts[verdict.holders[i].party] = {"A", tone_of_holder(verdict, i)};
    }
    for (const Holder& holder : verdict.paper) parts[holder.party] = {"A", Tone::paper};
    for (const Raci raci : {Raci::responsible, Raci::consulted, Raci::informed}) {
      const std::string letter(1, letters[static_cast<std::size_t>(raci)]);
      for (const Assignment& a : org_.of(verdict.duty, raci)) {
        std::string& text = parts[a.party].text;
        if (!text.ends_with(letter)) text += text.empty() ? letter : " " + letter;
      }
    }
    for (const auto& [party, part] : parts) {
      const auto column = columns_.find(party);
      if (column == columns_.end()) continue;
      add_tile(fmt::format("{}/{}", id, org_.subject(party).text()), part.text, part.tone,
               fmt::format("{}: {}\n{}", party_name(org_, party), part.text,
                           duty_tooltip(org_, verdict)),
               {row, column->second});
    }
  }

  Card& add_tile(std::string id, std::string text, Tone tone, std::string tooltip, Cell cell) {
    Card card;
    card.id = std::move(id);
    card.look = Look::tile;
    card.tone = tone;
    card.title = std::move(text);
    card.tooltip = std::move(tooltip);
    card.cell = cell;
    return chart_.cards.emplace_back(std::move(card));
  }

  const Judgement& judgement_;
  const Part& part_;
  const Org& org_;
  Chart chart_;
  Table table_;
  std::map<Party, std::uint32_t> columns_;
};

Chart make(const Judgement& judgement, const Part& part) { return Maker(judgement, part).make(); }

}  // namespace

extern const View matrix_view;
const View matrix_view{"matrix", "the responsibility assignment matrix: duties by posts", make};

}  // namespace rolecall
