#pragma once
// The head of a picture: whose it is, of which day, and how it stands there.

#include "layout/chart/chart.hpp"
#include "layout/chart/part.hpp"
#include "model/verdict/judgement.hpp"

namespace rolecall {

/// Sets title and subtitle. `what` tells the view apart from others, e.g. `who holds what`; may be
/// empty.
void set_head(Chart& chart, const Judgement& judgement, const Part& part, std::string_view what);

}  // namespace rolecall
