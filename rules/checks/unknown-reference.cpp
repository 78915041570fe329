#include "rules/check.hpp"

namespace rolecall {

// Found by the builder, where the text is at hand.
extern const Check unknown_reference_check;
const Check unknown_reference_check{
    .id = "unknown-reference",
    .group = Group::structure,
    .severity = Severity::error,
    .says = "a reference leads nowhere",
    .why =
        "A line, a lead or a holder that names nobody is a typo or a post that was taken "
        "away. The reference is left out, so that part of the organisation is not judged.",
    .loud =
        "An error that cannot be lowered, because a part of the organisation is then not judged; a "
        "note where a boss or the end of a link may stand outside of a part of a company "
        "(`complete = false`), unless an id, a person or a unit resembles it.",
    .sources = "",
    .find = nullptr,
    .firm = true,
    .absence = true,
};

}  // namespace rolecall
