#pragma once
// Which part of an organisation a picture shows.

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/verdict/judgement.hpp"

namespace rolecall {

/// What the user asks to see. Nothing set: all. An id is one of a position or body, as it is or as
/// `position:<id>` or `body:<id>`.
struct PartOptions {
  std::string root{};                  ///< this one and all below
  std::optional<std::size_t> depth{};  ///< levels below the root, or below the tops
  std::string around{};  ///< this one, its line upwards, its peers, its reports, its links
  std::string only{};    ///< what findings are about, and the lines that join it: `<check>`, or
                         ///< `<check>@<id>` for those about one duty, position, team or person

  bool operator==(const PartOptions&) const = default;
};

/// The vertices of the graph that are shown. A shown vertex hangs on its boss where that is shown
/// too, and is a top where it is not.
struct Part {
  bool whole = true;
  std::vector<std::uint8_t> shown;  ///< one a vertex; empty where `whole`
  std::string says;                 ///< "cio and below, 2 levels"; empty where `whole`

  bool shows(Vertex v) const { return whole || shown[v.index()] != 0; }
  /// Whether one who stands nowhere (a team without a lead) or is shown.
  bool shows(const Org& org, Party party) const;
};

/// The part, or a message: an id or check that is not there, or nothing found.
std::expected<Part, std::string> choose_part(const Judgement& judgement,
                                             const PartOptions& options);

/// The posts and bodies that findings are about, with the lines that join them below their lowest
/// common boss, that one included.
Part part_about(const Org& org, const std::vector<const Finding*>& findings);

}  // namespace rolecall
