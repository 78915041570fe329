#include "rules/check.hpp"

namespace rolecall {

// Found by the builder, where the text is at hand.
extern const Check duplicate_id_check;
const Check duplicate_id_check{
    .id = "duplicate-id",
    .group = Group::structure,
    .severity = Severity::error,
    .says = "two things have one id",
    .why =
        "References would be ambiguous. The first one counts, and what the second one "
        "says is passed over, so that its duties and lines are missing from the "
        "judgement.",
    .sources = "",
    .find = nullptr,
};

}  // namespace rolecall
