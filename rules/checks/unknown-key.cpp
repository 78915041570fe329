#include "rules/check.hpp"

namespace rolecall {

// Found by the reader, where the text is at hand.
extern const Check unknown_key_check;
const Check unknown_key_check{
    .id = "unknown-key",
    .group = Group::language,
    .severity = Severity::error,
    .says = "a key or table is not part of the language",
    .why =
        "A key with a typo would be left out silently, and the judgement would be about "
        "another organisation than the one that was meant. What is near to a key, or is another "
        "program's word for one, is read as that until it is mended, so that nothing else seems "
        "to be missing.",
    .loud = "An error that cannot be lowered, because what is judged may not be what was meant.",
    .sources = "",
    .find = nullptr,
    .firm = true,
};

}  // namespace rolecall
