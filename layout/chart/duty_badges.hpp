#pragma once
// What a position's card says about the duties that it answers for.

#include <vector>

#include "layout/chart/chart.hpp"
#include "layout/chart/posts.hpp"
#include "model/verdict/judgement.hpp"

namespace rolecall {

/// Puts them on the cards.
void add_duty_badges(const Judgement& judgement, const PostCards& posts, Chart& chart);

}  // namespace rolecall
