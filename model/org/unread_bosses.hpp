#pragma once
// Bosses under another program's key, who are called by name as well.

#include "model/org/org.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// Where a key that is not known stands for `reports_to` and its value is no id, but means one boss
/// all the same: the fix that calls the key right writes the id, too. The findings are those of the
/// reader.
void name_unread_bosses(const Org& org, Findings& findings);

}  // namespace rolecall
