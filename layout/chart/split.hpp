#pragma once
// A large organisation as several sheets: an overview, and one chart a unit.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "layout/chart/chart.hpp"
#include "layout/chart/part.hpp"

namespace rolecall {

/// One chart of several. The heads of the sheets below it stand on it as well, without what is
/// below them.
struct Sheet {
  std::optional<Vertex> head;        ///< none for the overview
  std::optional<std::size_t> above;  ///< the sheet that has the head, too; none for the overview
  std::vector<Vertex> shown;
  std::string name;  ///< for its file: letters, digits and hyphens, unique; empty for the overview
};

inline constexpr std::size_t usual_sheet = 60;  ///< cards

/// The overview first, then each unit after the sheet above it. Whoever has reports and stands
/// right below a top heads a unit. Where that would be one unit with all that is below a board or a
/// lone head, the units start below it. A unit of more than `most` posts has its largest parts cut
/// off as units of their own, as far as that helps. O(n log n).
std::vector<Sheet> split(const Org& org, std::size_t most);

/// The part that a sheet shows.
Part part_of(const Org& org, const Sheet& sheet);

/// Links the heads on a sheet's chart to their own sheets, and its own head to the sheet above.
/// `files` are the paths of the sheets' files,
/// which lie in one folder.
void link_sheets(const Org& org, const std::vector<Sheet>& sheets, std::size_t sheet,
                 const std::vector<std::string>& files, Chart& chart);

}  // namespace rolecall
