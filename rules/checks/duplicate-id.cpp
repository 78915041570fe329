#include "rules/check.hpp"

namespace rolecall {

// Found by the builder, where the text is at hand.
extern const Check duplicate_id_check;
const Check duplicate_id_check{
    .id = "duplicate-id",
    .group = Group::structure,
    .severity = Severity::error,
    .says = "two things have one id, now or before, or two files say one key",
    .why =
        "References would be ambiguous. The first one counts, and what the second one "
        "says is passed over, so that its duties and lines are missing from the "
        "judgement. A `was` that names what is still there, or what another thing says "
        "that it was, would make comparisons take one for the other.",
    .loud =
        "An error that cannot be lowered, because all that refers to the id may mean the other "
        "one.",
    .sources = "",
    .find = nullptr,
    .firm = true,
};

}  // namespace rolecall
