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
        "All posts, teams and bodies with one id are judged and drawn, but a reference to it may "
        "mean any of them: it is taken for the first by title, whatever the order of the text. "
        "A key that two files say counts as the first one says it. A `was` that names what is "
        "still there, or what another thing says that it was, would make comparisons take one "
        "for the other.",
    .loud =
        "An error that cannot be lowered, because all that refers to the id may mean the other "
        "one.",
    .sources = "",
    .find = nullptr,
    .firm = true,
};

}  // namespace rolecall
