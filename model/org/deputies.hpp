#pragma once
// Who stands in for posts in which nobody is.

#include "model/org/org.hpp"

namespace rolecall {

/// Marks posts that are vacant, or whose holder is on leave, as `deputised` where their deputy is
/// there. One who is away as well stands in through a deputy of its own, as far as this leads to
/// somebody; in a circle it leads to nobody. Whatever the order of the posts. O(n).
void settle_deputies(Org& org);

}  // namespace rolecall
