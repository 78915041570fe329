#pragma once
// What somebody may mean who names a boss, a lead or a member, and not by an id.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/org/names.hpp"
#include "model/org/org.hpp"
#include "model/org/people.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// Persons, units and teams in place of posts. What it is built from must outlive it; the lines of
/// the organisation are drawn.
class MeantReferences {
 public:
  MeantReferences(const Org& org, const Names& names, const People& people);

  /// Says at a finding whom a text means as value of `key`, with a fix where that is one post.
  /// What the text is, "a person who holds `ceo`: write `ceo`"; none where it means nobody.
  std::optional<std::string> explain(std::string_view text, std::string_view key,
                                     Finding& finding) const;

 private:
  std::string person(const Person& person, Finding& finding) const;
  void offer_post(PositionId post, bool safe, Finding& finding) const;

  const Org& org_;
  const Names& names_;
  const People& people_;
  std::unordered_map<std::string_view, std::vector<PositionId>> unit_heads_;
};

}  // namespace rolecall
