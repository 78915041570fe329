#pragma once
// What a position's card says about the duties that it answers for.

#include <vector>

#include "layout/chart.hpp"
#include "model/judgement.hpp"

namespace rolecall {

/// The badges of every vertex of the organisation's graph.
std::vector<std::vector<Badge>> duty_badges(const Judgement& judgement);

/// The duties as lines for a tooltip, each with its reason: "- <title>: <reason>".
std::string duty_lines(const Org& org, const std::vector<const Verdict*>& verdicts);

/// A name, cleaned of nothing: who answers for the party, else its id.
std::string party_name(const Org& org, Party party);

}  // namespace rolecall
