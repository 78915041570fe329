#pragma once
// Findings about duties with several holders.

#include <string>
#include <string_view>

#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {

/// A finding about a duty that several parties hold. The primary place is the entry of the one who
/// would give way, if the owner's role tells; the note is the path between the two, the help the
/// smallest change. Of the grouping the help is written here.
Finding about_holders(std::string_view check, std::string message, Grouping grouping,
                      const Org& org, const Verdict& verdict, RoleLines& lines);

}  // namespace rolecall
