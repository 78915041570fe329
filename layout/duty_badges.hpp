#pragma once
// What a position's card says about the duties that it answers for.

#include <vector>

#include "layout/chart.hpp"
#include "layout/posts.hpp"
#include "model/judgement.hpp"

namespace rolecall {

/// Puts them on the cards.
void add_duty_badges(const Judgement& judgement, const PostCards& posts, Chart& chart);

}  // namespace rolecall
