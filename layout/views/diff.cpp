// The organisation chart as it will be, with what changes marked on it: new and filled posts, posts
// that move, ghosts of those that go, and the duties that change hands.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/chart/head.hpp"
#include "layout/chart/posts.hpp"
#include "layout/chart/view.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

constexpr std::size_t most_in_tooltip = 30;

/// What a badge says of a key whose value is another one now.
std::string words_of_key(std::string_view key) {
  constexpr std::pair<std::string_view, std::string_view> all[] = {
      {"accountable", "answers for other entries"},
      {"responsible", "does other duties"},
      {"consulted", "consulted on other duties"},
      {"informed", "informed of other duties"},
      {"dotted_to", "other dotted lines"},
      {"from", "other first day"},
      {"until", "other last day"},
      {"holders", "other turns of holders"},
      {"assistant", "an assistant or not"}};
  for (const auto& [name, words] : all) {
    if (name == key) return std::string(words);
  }
  return fmt::format("other {}", key);
}

/// What a post or body is called on its card.
std::string_view name_of(const Org& org, Vertex v) {
  if (const auto id = org.position(v)) return org[*id].title;
  return org.bodies[v.index() - org.positions.size()].name;
}

class Marks {
 public:
  Marks(const Changes& changes, const PostCards& posts, const Part& part, Chart& chart)
      : changes_(changes), org_(*changes.after->org), posts_(posts), part_(part), chart_(chart) {}

  void add() {
    for (const PositionChange& change : changes_.positions) {
      if (!change.removed()) mark(change);
    }
    mark_duties();
    add_removed();
  }

 private:
  void badge(std::uint32_t card, Tone tone, std::string text, std::string tooltip = {}) {
    if (tooltip.empty()) tooltip = text;
    chart_.cards[card].badges.push_back({tone, std::move(text), std::move(tooltip)});
  }

  void mark(const PositionChange& change) {
    const auto card = posts_.card_of(org_.vertex(*change.after));
    if (!card) return;
    const std::string_view who = change.holder_before;
    if (change.added()) badge(*card, Tone::good, "new post");
    if (change.moved) {
      const Org& before = *changes_.before->org;
      const auto boss = before.graph.boss(before.vertex(*change.before));
      badge(*card, Tone::provisional,
            boss ? fmt::format("moved: was below {}", name_of(before, *boss))
                 : "moved: was at the top");
    }
    if (change.filled) badge(*card, Tone::good, "newly filled");
    if (change.vacated) {
      badge(*card, Tone::missing, who.empty() ? "vacated" : fmt::format("vacated by {}", who));
    }
    if (change.handed_over) {
      badge(*card, Tone::neutral,
            who.empty() ? "new holder" : fmt::format("new holder, was {}", who));
    }
    if (change.refilled) {
      const bool better = *change.filling_after < *change.filling_before;
      badge(*card, better ? Tone::good : Tone::provisional,
            fmt::format("{} -> {}", name(*change.filling_before), name(*change.filling_after)));
    }
    if (change.renamed) {
      badge(*card, Tone::neutral, "new title",
            fmt::format("new title, was {}", change.title_before));
    }
    if (!change.was.empty()) {
      badge(*card, Tone::neutral, fmt::format("id was {}", change.was));
    }
    mark_keys(*card, change);
  }

  /// What else is said differently, by its keys.
  void mark_keys(std::uint32_t card, const PositionChange& change) {
    if (change.added()) return;
    std::vector<std::string_view> keys;
    for (const KeyChange& key : change.keys) {
      const bool told = (key.key == "title" && change.renamed) ||
                        (key.key == "reports_to" && change.moved) ||
                        (key.key == "was" && !change.was.empty()) ||
                        ((key.key == "holder" || key.key == "holders") &&
                         (change.filled || change.vacated || change.handed_over)) ||
                        (key.key == "state" && change.filling_before != change.filling_after);
      if (!told) keys.push_back(key.key);
    }
    if (keys.empty()) return;
    badge(card, Tone::neutral,
          keys.size() == 1 ? words_of_key(keys.front())
                           : fmt::format("{} other changes", keys.size()),
          fmt::format("said differently: {}", list_of(keys, most_in_tooltip)));
  }

  void mark_duties() {
    std::map<std::string_view, std::uint32_t> cards;
    const auto enter = [&](Party::Kind kind, std::size_t number) {
      for (std::uint32_t i = 0; i < number; ++i) {
        const Party party{kind, i};
        const auto seat = org_.seat(party);  // a team's lead
        const auto card = seat ? posts_.card_of(*seat) : std::nullopt;
        if (card) cards.emplace(org_.id(party), *card);
      }
    };
    enter(Party::Kind::position, org_.positions.size());
    enter(Party::Kind::body, org_.bodies.size());
    enter(Party::Kind::team, org_.teams.size());

    using Duties = std::vector<std::string_view>;
    std::map<std::uint32_t, std::pair<Duties, Duties>> moves;  // gained and lost
    const auto enter_moves = [&](std::string_view duty, const Duties& here, const Duties& there,
                                 bool gained) {
      for (const std::string_view holder : here) {
        const auto card = cards.find(holder);
        if (card == cards.end() || std::ranges::binary_search(there, holder)) continue;
        auto& move = moves[card->second];
        (gained ? move.first : move.second).push_back(duty);
      }
    };
    // A duty that is asked for no more has no title here.
    std::map<std::string_view, std::string_view> titles;
    for (const Duty& duty : org_.duties) titles.emplace(duty.id, duty.title);
    for (const DutyChange& change : changes_.duties) {
      const auto title = titles.find(change.id);
      const std::string_view duty = title == titles.end() ? change.id : title->second;
      enter_moves(duty, change.after, change.before, true);
      enter_moves(duty, change.before, change.after, false);
    }
    for (const auto& [card, move] : moves) {
      add_duties(card, Tone::good, "gains", move.first);
      add_duties(card, Tone::missing, "loses", move.second);
    }
  }

  void add_duties(std::uint32_t card, Tone tone, std::string_view verb,
                  const std::vector<std::string_view>& duties) {
    if (duties.empty()) return;
    badge(card, tone,
          duties.size() == 1 ? fmt::format("{} {}", verb, duties.front())
                             : fmt::format("{} {} duties", verb, duties.size()),
          fmt::format("{}: {}", verb, list_of(duties, most_in_tooltip)));
  }

  /// Ghosts of the posts that go, below who was their boss as far as that one is shown.
  void add_removed() {
    if (!part_.whole || !changes_.before->org) return;
    const Org& before = *changes_.before->org;
    std::vector<PositionId> gone;
    for (const PositionChange& change : changes_.positions) {
      if (change.removed()) gone.push_back(*change.before);
    }
    // A boss before the reports.
    std::ranges::sort(gone, {}, [&](PositionId id) {
      return std::pair(before.graph.layer(before.vertex(id)), id.index());
    });
    std::map<std::string_view, std::uint32_t> cards;
    for (std::size_t i = 0; i < org_.graph.size(); ++i) {
      if (const auto card = posts_.card_of(Vertex(i))) cards.emplace(org_.id(Vertex(i)), *card);
    }
    for (const PositionId id : gone) {
      const Vertex v = before.vertex(id);
      Card card = post_card(before, v);
      card.id = "removed:" + card.id.substr(card.id.find(':') + 1);
      card.look = Look::ghost;
      card.state = "removed";
      card.aide = false;
      if (const auto boss = before.graph.boss(v)) {
        if (const auto above = cards.find(changes_.names.of_party(before.id(*boss)));
            above != cards.end()) {
          card.parent = above->second;
        } else {
          card.lines.push_back(fmt::format("was below {}", name_of(before, *boss)));
        }
      }
      cards.emplace(before.id(v), static_cast<std::uint32_t>(chart_.cards.size()));
      chart_.cards.push_back(std::move(card));
    }
  }

  const Changes& changes_;
  const Org& org_;
  const PostCards& posts_;
  const Part& part_;
  Chart& chart_;
};

Chart make_changes(const Changes& changes, const Part& part) {
  Chart chart;
  chart.of_changes = true;
  std::string what =
      fmt::format("what changes: {}, {}", counted(changes.positions.size(), "post", "posts"),
                  counted(changes.duties.size(), "duty", "duties"));
  if (!changes.tables.empty()) {
    what += fmt::format(", {}", counted(changes.tables.size(), "other change", "other changes"));
  }
  set_head(chart, *changes.after, part, std::move(what));
  const PostCards posts(*changes.after, part, chart);
  Marks(changes, posts, part, chart).add();
  posts.add_hidden(chart);
  posts.add_relations(chart);
  return chart;
}

/// Held against itself: nothing changes.
Chart make(const Judgement& judgement, const Part& part) {
  return make_changes(compare(judgement, judgement), part);
}

}  // namespace

extern const View diff_view;
const View diff_view{"diff", "what changes against another state (--against), marked on the chart",
                     make, make_changes};

}  // namespace rolecall
