// Who holds what: from the role that owns duties to those who hold them.

#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>

#include "layout/chart/duty_words.hpp"
#include "layout/chart/head.hpp"
#include "layout/chart/posts.hpp"
#include "layout/chart/view.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// Whether a sign stands for several verdicts that are not alike, so that the words are needed.
bool says_too_little(Tone tone) {
  return tone == Tone::provisional || tone == Tone::overlap || tone == Tone::neutral;
}

Badge badge(const Org& org, const Verdict& verdict) {
  const std::string_view title = org[verdict.duty].title;
  const Tone tone = tone_of(verdict.kind);
  return {
      tone,
      says_too_little(tone) ? fmt::format("{}: {}", name(verdict.kind), title) : std::string(title),
      duty_tooltip(org, verdict)};
}

Card holder_card(const Org& org, Party party) {
  Card card;
  if (const auto seat = org.seat(party); seat && party.kind != Party::Kind::team) {
    card = post_card(org, *seat);
  } else {
    card.look = Look::team;
    card.name = party_name(org, party);
    card.title = party.kind == Party::Kind::team
                     ? fmt::format("team {}", org[TeamId(party.index)].name)
                     : std::string(org.id(party));
  }
  return card;
}

void add_owner(const Org& org, const Part& part, const OwnedDuties& owned, Chart& chart) {
  const auto top = static_cast<std::uint32_t>(chart.cards.size());
  Card owner;
  owner.id = owned.owner.kind == Owner::Kind::role ? "role:" + owned.id : "owner:" + owned.id;
  owner.look = Look::owner;
  owner.name = owned.name;
  owner.title = counted(owned.duties.size(), "duty", "duties");
  if (owned.owner.kind == Owner::Kind::role) owner.roles = {owned.id};
  chart.cards.push_back(std::move(owner));

  std::map<Party, std::uint32_t> cards;
  std::optional<std::uint32_t> nobody;
  const auto add = [&](Card card, std::string id) {
    card.id = fmt::format("{}/{}", owned.id, id);
    card.parent = top;
    chart.cards.push_back(std::move(card));
    return static_cast<std::uint32_t>(chart.cards.size() - 1);
  };
  for (const Verdict* verdict : owned.duties) {
    bool held = false;
    for (const auto* holders : {&verdict->holders, &verdict->paper}) {
      for (const Holder& holder : *holders) {
        held = true;
        if (!part.shows(org, holder.party)) continue;
        auto found = cards.find(holder.party);
        if (found == cards.end()) {
          const std::uint32_t card =
              add(holder_card(org, holder.party), org.subject(holder.party).text());
          found = cards.emplace(holder.party, card).first;
        }
        chart.cards[found->second].badges.push_back(badge(org, *verdict));
      }
    }
    if (held || verdict->kind == VerdictKind::unowned || !part.whole) continue;
    if (!nobody) {
      Card card;
      card.look = Look::ghost;
      card.name = "Nobody";
      card.title = verdict->kind == VerdictKind::unknown ? "not said in this part"
                   : org.has_duty_lists                  ? "missing"
                                                         : "not assigned yet";
      nobody = add(std::move(card), "nobody");
    }
    chart.cards[*nobody].badges.push_back(badge(org, *verdict));
  }
}

Chart make(const Judgement& judgement, const Part& part) {
  Chart chart;
  set_head(chart, judgement, part, "who holds what");
  chart.most_badges = 60;
  for (const OwnedDuties& owned : by_owner(judgement, part)) {
    add_owner(*judgement.org, part, owned, chart);
  }
  return chart;
}

}  // namespace

extern const View duties_view;
const View duties_view{"duties", "who holds what, from role to holder", make};

}  // namespace rolecall
