#pragma once
// Descriptions for tests of the command line.

#include <string_view>

namespace rolecall::test {

/// Without errors: what is not in it, is not in the description.
inline constexpr std::string_view clean_text = R"([company]
name = "Fernhill"
complete = false

[[position]]
id = "ceo"
title = "Chief Executive Officer"
holder = "Mina Park"

[[position]]
id = "cio"
title = "Chief Information Officer"
holder = "Ada Okafor"
reports_to = "ceo"
accountable = ["it-strategy", "it-budget"]
)";

/// With errors: a boss who does not exist, and a duty that two have.
inline constexpr std::string_view faulty_text = R"([company]
name = "Fernhill"

[[position]]
id = "ceo"
title = "Chief Executive Officer"
holder = "Mina Park"

[[position]]
id = "cio"
title = "Chief Information Officer"
holder = "Ada Okafor"
reports_to = "ceoo"
accountable = ["@CIO"]

[[position]]
id = "cto"
title = "Chief Technology Officer"
holder = "Zoë Müller"
reports_to = "ceo"
accountable = ["@CTO", "it-budget"]

[duties.it-budget]
accountable = ["cio"]
)";

}  // namespace rolecall::test
