#pragma once
// Judgements in a few lines: sums, and who covers what.

#include <span>
#include <string>

#include "model/verdict/judgement.hpp"

namespace rolecall {

/// Whether the verdict says that somebody answers for the duty, as it should be.
bool in_order(VerdictKind kind);

/// Without the end of the line: "checked acme.toml: 2 errors, 1 warning; 41 of 62 duties covered,
/// 2 missing". Counts what people read, entries; what is not shown, waived or known, one by one.
std::string sums_line(const Judgement& judgement);

/// The same over several descriptions.
std::string total_line(std::span<const Judgement> judgements);

/// Who is accountable for which duties, a paragraph a holder.
std::string coverage_table(const Org& org, const Coverage& coverage);

}  // namespace rolecall
