#pragma once
// What is done to the words and fixes of findings once all are there, so that checks need not know.

#include "model/org/org.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// Writes who is meant beside ids that tell nothing, such as `18` or `COI12`: "Ann Lee (CIO,
/// `18`)". In each text once, and not where a name follows anyway. What a finding is stays the
/// same, so that those without a subject, which are known by their words, are left as they are.
void name_beside_ids(const Org& org, Findings& findings);

/// Takes away fixes that would write an id that several have.
void drop_ambiguous_fixes(const Org& org, Findings& findings);

}  // namespace rolecall
