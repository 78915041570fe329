#include "rules/check.hpp"

namespace rolecall {

// Found by the reader, where the text is at hand.
extern const Check syntax_check;
const Check syntax_check{
    .id = "syntax",
    .group = Group::language,
    .severity = Severity::error,
    .says = "the text is not TOML",
    .why = "Nothing can be judged before the text can be read.",
    .loud = "An error that cannot be lowered, because nothing can be judged.",
    .sources = "",
    .find = nullptr,
    .firm = true,
};

}  // namespace rolecall
