#pragma once
// Repairs that several checks offer. All of them decide something.

#include <optional>
#include <string>
#include <string_view>

#include "model/org/org.hpp"
#include "model/text/fix.hpp"

namespace rolecall {

/// A key of a post: "write `role = "CIO"` in `it-head`".
Fix set_in_post(const Org& org, PositionId id, std::string_view key, std::string_view value);

/// A `[[link]]` between two, behind the last one of the file that is judged.
Fix add_link(const Org& org, Vertex a, Vertex b);

/// A deputy of a post: the one person whom the description calls ready for it, else the only one
/// who is there and reports to it; none where neither is.
std::optional<Fix> name_deputy(const Org& org, PositionId id);

}  // namespace rolecall
