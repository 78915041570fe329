#include "rules/check.hpp"

namespace rolecall {

// Found by the reader and the builder, where the text is at hand.
extern const Check missing_key_check;
const Check missing_key_check{
    .id = "missing-key",
    .group = Group::language,
    .severity = Severity::error,
    .says = "a table lacks a key that it needs",
    .why = "Without its id or owner a thing cannot be referred to or judged, and is left out.",
    .loud = "An error that cannot be lowered, because the table without the key is not judged.",
    .sources = "",
    .find = nullptr,
    .firm = true,
    .absence = true,
};

}  // namespace rolecall
