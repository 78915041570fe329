#pragma once
// Sets of scopes. Where the company declares none, its scopes are those that are mentioned, and
// the first one stands for everything else.

#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/org/org.hpp"

namespace rolecall {

/// The names of an organisation's scopes while it is built.
class ScopeNames {
 public:
  /// Enters the declared scopes, or the one that stands for everything else.
  ScopeNames(Org& org, const Texts& declared);

  /// The set that a list of names means; an empty list means all. A name that the company does
  /// not declare becomes an `unknown-reference` finding and is left out.
  Scopes read(const Texts& names, Findings& findings);

  /// Enters names that are going to be read. What is left of all scopes without some is known only
  /// when all of them are.
  void expect(const Texts& names);

 private:
  Org& org_;
  std::unordered_map<std::string_view, ScopeId> ids_;
};

/// The members of a set, sorted.
std::vector<ScopeId> members(const Org& org, const Scopes& scopes);
bool overlap(const Scopes& a, const Scopes& b);
Scopes unite(const Org& org, const Scopes& a, const Scopes& b);

/// The union of many sets; all of them together take n log n.
class ScopeUnion {
 public:
  explicit ScopeUnion(const Org& org) : org_(org) {}
  void add(const Scopes& scopes);
  Scopes total() &&;

 private:
  const Org& org_;
  Scopes sum_{false, {}};
};

/// What is in `a` and not in `b`. O(|a| log |b|) where `a` is not all.
Scopes subtract(const Org& org, const Scopes& a, const Scopes& b);
bool empty(const Scopes& scopes);
/// The names for a sentence: "`EMEA` and `APAC`"; "" for all.
std::string describe(const Org& org, const Scopes& scopes);

}  // namespace rolecall
