#include "report/reference/verdict_texts.hpp"

namespace rolecall {
namespace {

constexpr VerdictText texts[] = {
    {VerdictKind::unowned,
     "`unowned` gives a reason, whoever is named; or the duty is not required, be it by the "
     "profile, "
     "and nobody holds it",
     ""},
    {VerdictKind::missing, "nobody is accountable", "duty-missing"},
    {VerdictKind::unknown, "the same, in a description with `complete = false`", ""},
    {VerdictKind::on_paper,
     "held by a vacant, planned or eliminated position, a team without a lead, or by nobody active "
     "on the date",
     "duty-on-paper"},
    {VerdictKind::partly_covered,
     "some scopes have nobody: of those that the company lists, or where the only holder is not "
     "there",
     "duty-partly-covered"},
    {VerdictKind::overlapping,
     "several are accountable in one scope. In one line (a boss and a report), between peers (one "
     "boss), or across lines",
     "duty-overlap"},
    {VerdictKind::contested, "the same, where the sources give the duty to either role",
     "duty-contested"},
    {VerdictKind::misplaced, "held in the line that looks the other way", "duty-misplaced"},
    {VerdictKind::provisional,
     "in some scope all holders are acting or interim, or a deputy stands in", "duty-provisional"},
    {VerdictKind::joint,
     "several share it in one scope: `joint` gives the reason, or the duty is shared and all of "
     "them "
     "are of the CIO's or the CTO's line",
     ""},
    {VerdictKind::split, "several hold it in different scopes", ""},
    {VerdictKind::delegated,
     "covered, and done by others, all of them in the holder's line or, where CIO and CTO share "
     "the "
     "duty, in either's",
     ""},
    {VerdictKind::covered, "one accountable holder, there on the date", ""},
};

}  // namespace

std::span<const VerdictText> verdict_texts() { return texts; }

}  // namespace rolecall
