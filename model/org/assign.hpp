#pragma once
// Duties and who has which part in them.

#include <string>

#include "model/org/canonical_order.hpp"
#include "model/org/names.hpp"
#include "model/org/org.hpp"
#include "model/org/scopes.hpp"

namespace rolecall {

/// Fills `org.duties` and `org.assignments` from the catalogue and the document: bundles are
/// opened, exceptions taken off, and both ways of writing (lists of holders, lists of duties)
/// become one. What cannot be resolved becomes `unknown-duty`, `unknown-reference` or
/// `missing-key` findings.
void assign_duties(Org& org, const CanonicalOrder& order, Names& names, ScopeNames& scopes,
                   Findings& findings);

/// The bundle of all duties of an owner: "@CIO", "@shared".
std::string bundle_name(const Org& org, const Owner& owner);

}  // namespace rolecall
