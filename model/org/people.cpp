#include "model/org/people.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "model/text/look.hpp"
#include "model/text/text.hpp"

namespace rolecall {

void People::enter(const PersonDecl& decl, Findings& findings) {
  if (!decl.name.given() || nobodies_.enter(decl, findings)) return;
  const PersonId person(org_.persons.size());
  if (decl.id.given()) {
    const auto [entry, fresh] = people_.try_emplace(key(decl.id.value), person);
    if (!fresh) {
      const PersonDecl* first = org_[entry->second].decl;
      findings.push_back(
          Finding("duplicate-id",
                  fmt::format("the id {} is used by two people", quoted(decl.id.value)),
                  decl.id.span, "used again here")
              .about({Subject::Kind::person, decl.name.value})
              .label(first->id.given() ? first->id.span : first->name.span, "first used here")
              .note(fmt::format("what refers to {} may mean either", quoted(decl.id.value))));
      // Whose it is does not depend on the order of the text.
      if (decl.name.value < first->name.value) entry->second = person;
    }
  }
  const std::string_view name = key(decl.name.value);
  people_.try_emplace(name, person);
  org_.persons.push_back({name, &decl, {}});
}

std::string_view People::key(std::string_view text) {
  if (!may_be_composed(text)) return text;
  std::string letters = composed(text);
  if (letters == text) return text;
  const auto known = people_.find(letters);
  return known == people_.end() ? org_.composed_names.emplace_back(std::move(letters))
                                : known->first;
}

PersonId People::person(std::string_view text) {
  text = key(text);
  const auto [entry, fresh] = people_.try_emplace(text, PersonId(org_.persons.size()));
  if (fresh) org_.persons.push_back({text, nullptr, {}});
  return entry->second;
}

std::optional<PersonId> People::find(std::string_view text) const {
  const auto known = may_be_composed(text) ? people_.find(composed(text)) : people_.find(text);
  return known == people_.end() ? std::nullopt : std::optional(known->second);
}

std::optional<NoName> People::no_name(const Text& text) const {
  if (!text.given() || find(text.value)) return std::nullopt;
  return nobodies_.find(text.value);
}

}  // namespace rolecall
