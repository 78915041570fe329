#pragma once
// Where everything of a chart stands. Points, x to the right, y down.

#include <cstdint>
#include <string>
#include <vector>

#include "layout/chart/chart.hpp"
#include "layout/place/arrangement.hpp"
#include "layout/place/card_box.hpp"
#include "layout/place/geometry.hpp"

namespace rolecall {

/// A line of free text, set from the left of its box.
struct PlacedText {
  Rect at;
  std::string text;
  std::string tooltip;  ///< the whole text where it was cut
  double size = 11;
  bool bold = false;
  bool soft = false;
};

/// A relation that is drawn.
struct PlacedRelation {
  Relation relation;
  Polyline line;
};

/// What a sign means: a sample and a few words. Only what occurs in the chart.
struct LegendEntry {
  enum class Sample { card, chip, dotted, working };
  Sample sample = Sample::chip;
  Look look = Look::filled;  ///< of a card
  Rect at;                   ///< of the sample
  Chip chip;                 ///< of a chip
  PlacedText text;
};

struct Placement {
  std::vector<Face> faces;           ///< one a card
  std::vector<Rect> cards;           ///< one a card
  std::vector<Polyline> connectors;  ///< one a card, from its boss; empty for tops
  std::vector<PlacedRelation> relations;
  std::vector<PlacedText> texts;  ///< title, subtitle, and the headings of a table
  std::vector<Polyline> rules;    ///< between the rows of a table
  std::vector<LegendEntry> legend;
  Size size;
};

/// Relations stand on the cards as badges where there are more than this, and each one for which
/// there is no good way.
inline constexpr std::size_t most_drawn_relations = 150;

/// Places a chart. The same chart gives the same placement on every machine.
Placement place(const Chart& chart, const Arrangement& arrangement = {});

}  // namespace rolecall
