#include "rules/check.hpp"

namespace rolecall {

// Found by the run, in rules/waivers.cpp, when all findings are known.
extern const Check expired_waiver_check;
const Check expired_waiver_check{
    .id = "expired-waiver",
    .group = Group::language,
    .severity = Severity::warning,
    .says = "a waiver has ended and accepts nothing any more",
    .why =
        "Somebody accepted a finding until a day that has passed. What it accepted shows again, "
        "and is to be mended or decided anew.",
    .loud = "A warning, because the finding that shows again speaks for itself.",
    .sources = "",
    .find = nullptr,
};

}  // namespace rolecall
