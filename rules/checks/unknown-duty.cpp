#include "rules/check.hpp"

namespace rolecall {

// Found by the builder, where the text is at hand.
extern const Check unknown_duty_check;
const Check unknown_duty_check{
    .id = "unknown-duty",
    .group = Group::language,
    .severity = Severity::error,
    .says = "a duty list names a duty, bundle or area that does not exist",
    .why =
        "An entry with a typo assigns nothing: the duty that was meant would count as "
        "missing.",
    .loud =
        "An error that cannot be lowered, because the duty that was meant may show up as missing.",
    .sources = "",
    .find = nullptr,
    .firm = true,
    .absence = true,
};

}  // namespace rolecall
