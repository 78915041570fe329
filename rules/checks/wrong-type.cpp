#include "rules/check.hpp"

namespace rolecall {

// Found by the reader, where the text is at hand.
extern const Check wrong_type_check;
const Check wrong_type_check{
    .id = "wrong-type",
    .group = Group::language,
    .severity = Severity::error,
    .says = "a value is not of the kind that its key needs",
    .why =
        "The value cannot be used and is left out, so that what it should say is not "
        "judged.",
    .loud = "An error that cannot be lowered, because what is judged may not be what was meant.",
    .sources = "",
    .find = nullptr,
    .firm = true,
};

}  // namespace rolecall
