#pragma once
// What a drawing shows: cards, lines, badges and a legend. No coordinates, no fonts, no Graphviz.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rolecall {

/// How a card looks.
enum class Look {
  filled,
  provisional,  ///< acting, interim, or kept by a deputy
  vacant,
  planned,
  ended,  ///< eliminated
  body,   ///< a board or committee
  ghost,  ///< what should be there and is not
  team,
  owner,  ///< the role, or the two, to whom duties belong
  tile,   ///< of a table: filled with the colour of its tone
};
inline constexpr std::size_t looks = 9;  ///< that a theme paints: all but the tile's

/// The meaning of a colour; every use has a word or sign beside it.
enum class Tone { neutral, good, provisional, overlap, paper, missing, misplaced, error, warning };
inline constexpr std::size_t tones = 9;

/// A small mark on a card: a sign, a few words, and more in the tooltip.
struct Badge {
  Tone tone = Tone::neutral;
  std::string text;
  std::string tooltip;
};

/// Where a card stands in a table. Cards of the same place stand below each other.
struct Cell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

struct Card {
  std::string id;  ///< the subject, e.g. `position:cto`; unique in the chart
  Look look = Look::filled;
  std::string name;                ///< first line: who holds the post, or that nobody does
  std::size_t people = 1;          ///< that the name names: each has room of its own
  std::string title;               ///< second line
  std::vector<std::string> roles;  ///< tags: CIO, CTO, ...
  std::string state;               ///< `acting`, `vacant`, ...; empty for a plainly filled post
  std::vector<std::string> lines;  ///< small print below: what a ghost card misses
  std::size_t more = 0;            ///< lines that are left out after these; the last line says so
  std::vector<Badge> badges;
  std::string tooltip;
  std::string link;                     ///< where a click leads; empty: nowhere
  std::optional<std::uint32_t> parent;  ///< index of the card above; always below this card's own
  bool aide = false;          ///< an assistant or deputy: hangs at the side of the boss's line
  std::string grade;          ///< as written; for `Align::grades`
  Tone tone = Tone::neutral;  ///< of a tile
  Cell cell;                  ///< where the chart is a table
};

/// Whether it is a tile that says in words that all is well: it looks as plain as a card does, so
/// that the other tiles stand out.
inline bool is_plain_tile(const Card& card) {
  return card.look == Look::tile && card.tone == Tone::good && !card.lines.empty();
}

/// What a list of which so many are left out ends in.
inline std::string and_more(std::size_t left_out) {
  return "+ " + std::to_string(left_out) + " more";
}

/// A relation that is not a reporting line.
struct Relation {
  enum class Kind { dotted, working };
  Kind kind = Kind::dotted;
  std::uint32_t from = 0;  ///< for a dotted line: who reports
  std::uint32_t to = 0;
};

/// The words before a row or above a column.
struct Heading {
  std::string text;
  std::string detail;    ///< small, in a second line; may be empty
  std::string tooltip;   ///< empty: the text
  std::string section;   ///< of a row: rows of one section stand together below its name
  int tile_width = 0;    ///< of a column: of its tiles, in points
  int tiles_across = 1;  ///< of a column: how many tiles stand beside each other in a cell
};

/// Makes a table of a chart: its cards stand in cells, and none has a parent.
struct Table {
  std::vector<Heading> columns;
  std::vector<Heading> rows;
};

struct Chart {
  std::string title;
  std::string subtitle;     ///< the date and a line of sums
  std::vector<Card> cards;  ///< a parent before its children; children in the order of the file
  std::vector<Relation> relations;
  std::optional<Table> table;
  bool of_changes = false;      ///< badges and ghosts tell what changes, and the legend, too
  std::size_t most_badges = 8;  ///< that a card shows
};

}  // namespace rolecall
