#include "rules/check.hpp"

namespace rolecall {

// Found by the run, in rules/waivers.cpp, when all findings are known.
extern const Check unused_waiver_check;
const Check unused_waiver_check{
    .id = "unused-waiver",
    .group = Group::language,
    .severity = Severity::warning,
    .says = "a waiver accepts nothing that was found",
    .why =
        "What it accepted is mended, or it never fitted. Left in the file it would hide the next "
        "finding of its kind, which nobody has accepted.",
    .loud = "A warning, because the judgement is the same without the waiver.",
    .sources = "",
    .find = nullptr,
    .absence = true,
};

}  // namespace rolecall
