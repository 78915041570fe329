#include "rules/check.hpp"

namespace rolecall {

// Found by the builder, which knows who is declared by such a name.
extern const Check placeholder_name_check;
const Check placeholder_name_check{
    .id = "placeholder-name",
    .group = Group::language,
    .severity = Severity::warning,
    .says = "a word for a missing name, such as \"Vacant\" or \"N/D\", or more than one name or a "
            "state in a name",
    .why =
        "Taken for a person, it would fill the post, cover its duties, and be one person in all "
        "posts where it stands. It is read as what it says, and the key that is made for it says "
        "so without doubt.",
    .loud =
        "A warning, because the word is read as it is most likely meant; a note where it stands "
        "for the boss of a top.",
    .sources = "",
    .find = nullptr,
};

}  // namespace rolecall
