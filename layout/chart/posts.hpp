#pragma once
// Positions and bodies as cards of a tree.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "layout/chart/chart.hpp"
#include "layout/chart/part.hpp"
#include "model/verdict/judgement.hpp"

namespace rolecall {

/// Cards of the posts and bodies that a part shows, layer by layer, appended to a chart.
class PostCards {
 public:
  PostCards(const Judgement& judgement, const Part& part, Chart& chart);

  const Org& org() const { return org_; }
  bool whole() const { return part_.whole; }
  std::optional<std::uint32_t> card_of(Vertex v) const;
  /// The card of the role's post: rather one that is there. None where none is shown.
  std::optional<std::uint32_t> card_with(RoleId role) const;
  std::optional<std::uint32_t> card_with(std::string_view role) const;

  /// Dotted lines and working links between the cards.
  void add_relations(Chart& chart) const;
  /// Badges "+ 12 below" where not all below is shown.
  void add_hidden(Chart& chart) const;

 private:
  const Org& org_;
  const Part& part_;
  std::vector<std::uint32_t> cards_;  ///< by vertex
};

/// The card of a post or body: who is there, with which title, role and state. No badge but that of
/// an id that another has.
Card post_card(const Org& org, Vertex v);

/// Marks a card of which the id is not its own, and makes the card's own id unique. `repeat` is
/// that of the post, team or body.
void add_repeat(Card& card, std::uint32_t repeat);

}  // namespace rolecall
