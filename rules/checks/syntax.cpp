#include "rules/check.hpp"

namespace rolecall {

// Found by the reader, where the text is at hand.
extern const Check syntax_check;
const Check syntax_check{
    .id = "syntax",
    .group = Group::language,
    .severity = Severity::error,
    .says = "the text is not TOML",
    .why =
        "What cannot be read cannot be judged. The rest is, and what seems to be missing is told "
        "when all of it can be read.",
    .loud = "An error that cannot be lowered, because what stands there is not judged.",
    .sources = "",
    .find = nullptr,
    .firm = true,
};

}  // namespace rolecall
