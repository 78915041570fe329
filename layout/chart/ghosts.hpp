#pragma once
// Cards for what should be there and is not.

#include "layout/chart/chart.hpp"
#include "layout/chart/posts.hpp"
#include "model/verdict/judgement.hpp"

namespace rolecall {

/// Adds a card for each role that is missing, beside the other of CIO and CTO, and one for the
/// duties of each owner that nobody answers for, below the post that should hold them. Of a part
/// only those whose place is shown. None where the description says that it is not complete; roles
/// alone where it assigns no duties yet.
void add_ghosts(const Judgement& judgement, const PostCards& posts, Chart& chart);

}  // namespace rolecall
