#pragma once
// How the user wants the cards arranged.

#include <optional>
#include <string_view>

namespace rolecall {

/// Which way a chart grows from its tops.
enum class Direction { down, right };

enum class Align {
  compact,  ///< each row as near to its boss as it can be
  grades,   ///< positions of one grade in one band
};

/// In which order reports of one boss stand.
enum class Order {
  file,      ///< as they are written
  balanced,  ///< the largest subtrees in the middle
};

struct Arrangement {
  Direction direction = Direction::down;
  Align align = Align::compact;
  Order order = Order::file;
  double aspect = 0;  ///< wished width by height of the whole; 0: free, from 1:2 to 2:1
};

/// The proportion of a page: `16:9`, `A4`, `letter-landscape`; 0 for `free`. Nothing where the
/// word says none, or one beyond 1:10 and 10:1.
std::optional<double> parse_aspect(std::string_view word);
/// What `parse_aspect` understands, in words.
inline constexpr std::string_view aspect_words =
    "free, W:H such as 16:9, or A3, A4, A5, letter, legal, tabloid (also A4-landscape)";

}  // namespace rolecall
