#include "rules/check.hpp"

namespace rolecall {

// Found by the run, in rules/waivers.cpp, with the other findings about waivers.
extern const Check waiver_without_reason_check;
const Check waiver_without_reason_check{
    .id = "waiver-without-reason",
    .group = Group::language,
    .severity = Severity::warning,
    .says = "a waiver does not say why",
    .why =
        "Who comes later cannot tell whether the finding was weighed or only silenced. "
        "A responsibility that departs from the rule states its reason.",
    .loud =
        "A warning, because the waiver works; `require_reasons = true` in `[checks]` makes it an "
        "error.",
    .sources = "F8",
    .find = nullptr,
    .absence = true,
};

}  // namespace rolecall
