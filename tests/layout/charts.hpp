#pragma once
// Charts for tests: hand-made and random ones.

#include <fmt/format.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "layout/chart/chart.hpp"
#include "layout/place/geometry.hpp"
#include "layout/place/tidy.hpp"

namespace rolecall::test {

/// The same numbers on every machine, unlike the distributions of the standard library.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  int below(int limit) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(limit)); }

 private:
  std::mt19937 engine_;
};

enum class Tree { any, regular, star, deep, chain, forest };

inline std::uint32_t parent_of(int i, Tree tree, Dice& dice) {
  if (i == 0) return no_parent;
  int parent = 0;
  switch (tree) {
    case Tree::any:
      parent = dice.below(i);
      break;
    case Tree::regular:
      parent = (i - 1) / 6;
      break;
    case Tree::star:
      parent = 0;
      break;
    case Tree::deep:
      parent = i - 1 - dice.below(std::min(i, 30));
      break;
    case Tree::chain:
      parent = i - 1;
      break;
    case Tree::forest:
      if (dice.below(10) == 0) return no_parent;
      parent = dice.below(i);
      break;
  }
  return static_cast<std::uint32_t>(parent);
}

struct Boxes {
  std::vector<Size> sizes;
  std::vector<std::uint32_t> parents;
  std::vector<std::uint8_t> aides;
  std::vector<std::uint32_t> levels;  ///< empty: none

  Forest forest() const { return {sizes, parents, aides, levels}; }
};

inline Boxes random_boxes(int count, Tree tree, std::uint32_t seed) {
  Dice dice(seed);
  Boxes out;
  for (int i = 0; i < count; ++i) {
    out.sizes.push_back({100 + 2 * dice.below(60), 40 + 2 * dice.below(50)});
    out.parents.push_back(parent_of(i, tree, dice));
    out.aides.push_back(dice.below(20) == 0 ? 1 : 0);
  }
  return out;
}

/// A chart as a company's would be: titles of real lengths, vacancies, badges, dotted lines.
inline Chart random_chart(int count, Tree tree, std::uint32_t seed) {
  static const char* first_names[] = {"Mina", "Ada", "Zoë", "Bartholomew", "Li", "Anne-Marie"};
  static const char* last_names[] = {"Park", "Okafor", "Featherstonehaugh", "van der Berg", "Ng"};
  static const char* titles[] = {"Engineering Manager", "Head of Infrastructure and Operations",
                                 "Service Desk Lead", "Vice President, Customer Technology"};
  Dice dice(seed);
  Chart chart;
  chart.title = "Brightline";
  chart.subtitle = "as of 2026-03-01";
  for (int i = 0; i < count; ++i) {
    Card card;
    card.id = fmt::format("position:p{}", i);
    card.name = fmt::format("{} {}", first_names[dice.below(6)], last_names[dice.below(5)]);
    card.title = titles[dice.below(4)];
    const std::uint32_t parent = parent_of(i, tree, dice);
    if (parent != no_parent) card.parent = parent;
    if (i == 1) card.roles = {"CIO"};
    if (i == 2) card.roles = {"CTO", "CISO", "CDO", "CPO", "COO"};
    if (dice.below(7) == 0) {
      card.look = Look::vacant;
      card.state = "vacant since 2026-01-15";
      card.badges.push_back({Tone::paper, "on paper: service desk", "Service desk"});
    }
    if (dice.below(9) == 0) {
      card.badges.push_back({Tone::overlap, "overlap: infrastructure with Ada Okafor", ""});
    }
    chart.cards.push_back(std::move(card));
    if (i > 3 && dice.below(40) == 0) {
      const auto to = static_cast<std::uint32_t>(dice.below(i));
      chart.relations.push_back(
          {dice.below(2) == 0 ? Relation::Kind::dotted : Relation::Kind::working,
           static_cast<std::uint32_t>(i), to});
    }
  }
  return chart;
}

}  // namespace rolecall::test
