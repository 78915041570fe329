#pragma once
// The words of a verdict: why a duty is judged as it is.

#include <string>
#include <vector>

#include "model/verdict/verdict.hpp"

namespace rolecall {

/// "`cio` (Ada Okafor), `cto` and 3 more": who they are, at most six by name.
std::string party_list(const Org& org, const std::vector<Party>& parties);
/// The same of a duty's holders.
std::string holder_list(const Org& org, const Verdict& verdict);

// Decisive reasons, for a verdict of which everything but the kind is known.
std::string paper_reason(const Org& org, const Verdict& verdict);
std::string overlap_reason(const Org& org, const Verdict& verdict);
std::string misplaced_reason(const Org& org, const Verdict& verdict, Party holder);
/// Of the first holder who is there for the time being; empty where there is none.
std::string provisional_reason(const Org& org, const Verdict& verdict);
std::string delegated_reason(const Org& org, const Verdict& verdict);

/// Adds what is true besides the decisive reason. `for_now` says that the duty is held for the time
/// being.
void add_reasons(const Org& org, Verdict& verdict, bool for_now);

}  // namespace rolecall
