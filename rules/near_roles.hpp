#pragma once
// Who may be a role in all but name, by the title: "Head of IT" where there is no CIO.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/org/org.hpp"
#include "model/text/fix.hpp"

namespace rolecall {

/// The posts that are near to a role, the highest first: at most two levels below a top, somebody
/// there or vacant, and neither CEO, CIO nor CTO. Among equals by their ids.
std::vector<PositionId> near_posts(const Org& org, RoleId role);

/// The one of them that stands above all others; none where two stand equally high.
std::optional<PositionId> foremost(const Org& org, std::span<const PositionId> near);

/// "`it` (Director of IT), `svc` (IT Services Manager) and 2 more".
std::string titles_of(const Org& org, std::span<const PositionId> posts);

/// Whether that would bring nothing new to mend: no duties are assigned yet, and it is as high as
/// CIO and CTO stand.
bool ready_for_role(const Org& org, PositionId id);

/// Writes the role there, beside those that the title has.
Fix write_role(const Org& org, PositionId id, RoleId role);

}  // namespace rolecall
