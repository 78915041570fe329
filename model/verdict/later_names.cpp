#include "model/verdict/later_names.hpp"

#include <algorithm>

#include "model/verdict/pair_up.hpp"

namespace rolecall {

LaterNames::LaterNames(const Org& before, const Org& after) {
  const Document& old = *before.document;
  const Document& now = *after.document;
  const auto enter = [&]<class T>(Subject::Kind kind, const Decls<T>& were, const Decls<T>& are) {
    const bool any = std::ranges::any_of(are, [](const T* table) { return !table->was.empty(); });
    if (!any) return;
    for (const Pair<T>& pair : pair_up(were, are, id_key<T>)) {
      if (pair.before == nullptr || pair.after == nullptr) continue;
      std::string_view then = pair.before->id.value;
      std::string_view later = pair.after->id.value;
      if constexpr (requires { pair.after->skills; }) {
        if (then != later && pair.before->id.given() && pair.after->id.given()) {
          person_ids_.emplace(then, later);
        }
        then = pair.before->name.value;
        later = pair.after->name.value;
      }
      if (then != later) names_.emplace(std::pair(kind, then), later);
    }
  };
  using enum Subject::Kind;
  enter(position, decls_of(old.positions), decls_of(now.positions));
  enter(team, decls_of(old.teams), decls_of(now.teams));
  enter(body, decls_of(old.bodies), decls_of(now.bodies));
  enter(person, decls_of(old.persons), decls_of(now.persons));
  enter(duty, decls_of(before, &Document::duties), decls_of(after, &Document::duties));
  enter(role, decls_of(before, &Document::roles), decls_of(after, &Document::roles));
  const bool renamed = std::ranges::any_of(
      now.company.was, [&](const Text& was) { return was.value == before.company; });
  if (renamed) names_.emplace(std::pair(company, before.company), after.company);
}

LaterNames::LaterNames(const Org& after) {
  const auto enter = [&](Subject::Kind kind, const auto& tables) {
    for (const auto* table : tables) {
      std::string_view now = table->id.value;
      if constexpr (requires { table->skills; }) now = table->name.value;
      for (const Text& was : table->was) names_.emplace(std::pair(kind, std::string_view(was.value)), now);
    }
  };
  const Document& document = *after.document;
  using enum Subject::Kind;
  enter(position, decls_of(document.positions));
  enter(team, decls_of(document.teams));
  enter(body, decls_of(document.bodies));
  enter(person, decls_of(document.persons));
  enter(duty, decls_of(after, &Document::duties));
  enter(role, decls_of(after, &Document::roles));
  for (const Text& was : document.company.was) {
    names_.emplace(std::pair(company, std::string_view(was.value)), after.company);
  }
}

std::string_view LaterNames::of(Subject::Kind kind, std::string_view id) const {
  const auto known = names_.find({kind, id});
  return known == names_.end() ? id : known->second;
}

Subject LaterNames::of(const Subject& subject) const {
  return {subject.kind, std::string(of(subject.kind, subject.id)), subject.part};
}

std::string LaterNames::of_subject(std::string_view text) const {
  using enum Subject::Kind;
  for (const auto kind : {duty, position, team, person, role, body, company}) {
    const std::string prefix = Subject{kind, {}}.text();
    if (!text.starts_with(prefix)) continue;
    return prefix + std::string(of(kind, text.substr(prefix.size())));
  }
  return std::string(text);
}

std::string_view LaterNames::of_party(std::string_view id) const {
  for (const auto kind : {Subject::Kind::position, Subject::Kind::team, Subject::Kind::body}) {
    if (const auto later = of(kind, id); later != id) return later;
  }
  return id;
}

std::string LaterNames::of_text(std::string_view text, Refers refers) const {
  const auto person = [&](std::string_view name) {
    const auto known = person_ids_.find(name);
    return known == person_ids_.end() ? of(Subject::Kind::person, name) : known->second;
  };
  const auto first_that_differs = [&](std::string_view name) {
    if (const auto later = of_party(name); later != name) return later;
    if (const auto later = of(Subject::Kind::duty, name); later != name) return later;
    return person(name);
  };
  switch (refers) {
    case Refers::nothing:
      break;
    case Refers::party:
      return std::string(of_party(text));
    case Refers::person:
      return std::string(person(text));
    case Refers::party_or_person: {
      const auto later = of_party(text);
      return std::string(later != text ? later : person(text));
    }
    case Refers::duty: {
      const std::size_t skip = text.starts_with('!') ? 1 : 0;
      return std::string(text.substr(0, skip)).append(of(Subject::Kind::duty, text.substr(skip)));
    }
    case Refers::anything: {
      const std::size_t colon = text.find(':');
      const std::size_t skip = colon == std::string_view::npos ? 0 : colon + 1;
      return std::string(text.substr(0, skip)).append(first_that_differs(text.substr(skip)));
    }
  }
  return std::string(text);
}

}  // namespace rolecall
