#pragma once
// What a job title says: the roles that its holder has, and the state of the post.
//
// Rather none than a wrong one: a title that only speaks of a role ("Deputy CIO", "Head of the
// office of the CTO", "Federal CTO") gives a doubt and no role. The phrases are the catalogue's.

#include <string_view>
#include <vector>

#include "model/ids.hpp"
#include "model/org.hpp"

namespace rolecall {

struct TitleReading {
  std::vector<RoleId> roles;  ///< indices into `catalogue_roles()`, in order of the title
  TitleDoubt doubt;           ///< the first phrase not taken, and others with the same trap
  std::string_view state;     ///< a key of `[states]`; empty where the title says nothing
};

/// Reads a title. `doubt.trap` is a part of `title`. Titles of more than 64 words say nothing.
TitleReading read_title(std::string_view title);

}  // namespace rolecall
