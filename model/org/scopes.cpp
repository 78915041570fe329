#include "model/org/scopes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

Scopes normal(const Org& org, std::vector<ScopeId> some) {
  if (some.size() == org.scopes.size()) return {true, {}};
  return {false, std::move(some)};
}

}  // namespace

ScopeNames::ScopeNames(Org& org, const Texts& declared) : org_(org) {
  org_.scopes_declared = !declared.empty();
  if (!org_.scopes_declared) org_.scopes.push_back("everything else");
  for (const Text& text : declared) {
    const auto [entry, fresh] = ids_.try_emplace(text.value, ScopeId(org_.scopes.size()));
    if (fresh) org_.scopes.push_back(text.value);
  }
}

void ScopeNames::expect(const Texts& names) {
  if (org_.scopes_declared) return;
  for (const Text& text : names) {
    const auto [entry, fresh] = ids_.try_emplace(text.value, ScopeId(org_.scopes.size()));
    if (fresh) org_.scopes.push_back(text.value);
  }
}

Scopes ScopeNames::read(const Texts& names, Findings& findings) {
  if (names.empty()) return {};
  expect(names);
  Scopes out{false, {}};
  for (const Text& text : names) {
    const auto known = ids_.find(text.value);
    if (known != ids_.end()) {
      out.some.push_back(known->second);
    } else {
      Finding finding("unknown-reference",
                      fmt::format("`scope` names {}, which is not one of the company's scopes",
                                  quoted(text.value)),
                      text.span, "not in `company.scopes`");
      finding.add_subject({Subject::Kind::reference, text.value});
      if (const auto near = near_miss(text.value, org_.scopes)) {
        offer_word(finding, text.span, *near);
        // Read as meant, so that nothing else seems to be missing.
        if (near->sure) out.some.push_back(ids_.at(near->word));
      } else {
        finding.help_text = "add it to `company.scopes`";
      }
      findings.push_back(std::move(finding));
    }
  }
  std::sort(out.some.begin(), out.some.end());
  out.some.erase(std::unique(out.some.begin(), out.some.end()), out.some.end());
  return out;
}

std::vector<ScopeId> members(const Org& org, const Scopes& scopes) {
  if (!scopes.all) return scopes.some;
  std::vector<ScopeId> out(org.scopes.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = ScopeId(i);
  return out;
}

bool empty(const Scopes& scopes) { return !scopes.all && scopes.some.empty(); }

bool overlap(const Scopes& a, const Scopes& b) {
  if (empty(a) || empty(b)) return false;
  if (a.all || b.all) return true;
  auto i = a.some.begin();
  auto j = b.some.begin();
  while (i != a.some.end() && j != b.some.end()) {
    if (*i == *j) return true;
    *i < *j ? ++i : ++j;
  }
  return false;
}

Scopes unite(const Org& org, const Scopes& a, const Scopes& b) {
  if (a.all || b.all) return {};
  std::vector<ScopeId> out;
  std::set_union(a.some.begin(), a.some.end(), b.some.begin(), b.some.end(),
                 std::back_inserter(out));
  return normal(org, std::move(out));
}

void ScopeUnion::add(const Scopes& scopes) {
  sum_.all = sum_.all || scopes.all;
  if (!sum_.all) sum_.some.insert(sum_.some.end(), scopes.some.begin(), scopes.some.end());
}

Scopes ScopeUnion::total() && {
  if (sum_.all) return {};
  std::ranges::sort(sum_.some);
  const auto doubles = std::ranges::unique(sum_.some);
  sum_.some.erase(doubles.begin(), doubles.end());
  return normal(org_, std::move(sum_.some));
}

Scopes subtract(const Org& org, const Scopes& a, const Scopes& b) {
  if (b.all) return {false, {}};
  if (b.some.empty()) return a;
  if (!a.all && a.some.size() < b.some.size()) {
    Scopes out = a;
    std::erase_if(out.some,
                  [&](ScopeId scope) { return std::ranges::binary_search(b.some, scope); });
    return normal(org, std::move(out.some));
  }
  const std::vector<ScopeId> from = members(org, a);
  std::vector<ScopeId> out;
  std::set_difference(from.begin(), from.end(), b.some.begin(), b.some.end(),
                      std::back_inserter(out));
  return normal(org, std::move(out));
}

std::string describe(const Org& org, const Scopes& scopes) {
  if (scopes.all) return {};
  std::vector<std::string_view> names;
  for (const ScopeId id : scopes.some) names.push_back(org.scopes[id.index()]);
  return list_of(names);
}

}  // namespace rolecall
