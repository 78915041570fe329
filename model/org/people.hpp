#pragma once
// The people of a description, by their ids and names.

#include <optional>
#include <string_view>
#include <unordered_map>

#include "model/catalogue/catalogue.hpp"
#include "model/language/document.hpp"
#include "model/org/ids.hpp"
#include "model/org/nobodies.hpp"
#include "model/org/org.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// Enters people into an organisation, which must outlive this. Equal names are one person however
/// their letters are composed.
class People {
 public:
  explicit People(Org& org) : org_(org) {}

  /// Enters a `[[person]]`, unless it is nobody. An id that two have is reported, and is that of
  /// the first by name.
  void enter(const PersonDecl& decl, Findings& findings);

  std::optional<PersonId> find(std::string_view text) const;
  /// The person with that id or name. A new name is a new person.
  PersonId person(std::string_view text);
  std::string_view name_of(std::string_view text) { return org_[person(text)].name; }

  /// What stands in place of a name; none where somebody is called so.
  std::optional<NoName> no_name(const Text& text) const;
  const Nobodies& nobodies() const { return nobodies_; }

 private:
  /// The text with its letters composed, so that one name is one person; kept where it is not the
  /// text itself.
  std::string_view key(std::string_view text);

  Org& org_;
  Nobodies nobodies_;
  std::unordered_map<std::string_view, PersonId> people_;
};

}  // namespace rolecall
