#pragma once
// Who is in each post on the date, and what its title says.

#include "model/org/former_ids.hpp"
#include "model/org/org.hpp"
#include "model/org/people.hpp"
#include "model/org/scopes.hpp"
#include "model/org/title.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// Fills all posts of the organisation, but for deputies: reads their titles, roles, scopes,
/// holders and states.
void fill_posts(Org& org, People& people, const TitleReader& titles, const FormerIds& former_roles,
                ScopeNames& scopes, Findings& findings);

}  // namespace rolecall
