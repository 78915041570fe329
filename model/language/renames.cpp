#include "model/language/renames.hpp"

#include <vector>

#include "model/language/language.hpp"

namespace rolecall {
namespace {

using Names = std::map<std::string, std::string, std::less<>>;

/// The ids of tables; of a person the id, else the name, as a proposal knows them.
template <class T>
const Text& key_of(const T& decl) {
  if constexpr (requires { decl.skills; }) return decl.id.given() ? decl.id : decl.name;
  return decl.id;
}

/// Gives tables of the base their new ids and tells which they are.
template <class T>
void rename_tables(std::vector<T>& base, const std::vector<T>& proposal, Names& names) {
  std::map<std::string, T*, std::less<>> known;
  for (T& decl : base) known.try_emplace(key_of(decl).value, &decl);
  for (const T& decl : proposal) {
    if (!key_of(decl).given() || known.contains(key_of(decl).value)) continue;
    for (const Text& was : decl.was) {
      const auto found = known.find(was.value);
      if (found == known.end() || !names.try_emplace(was.value, key_of(decl).value).second)
        continue;
      T& renamed = *found->second;
      if (decl.id.given()) renamed.id = decl.id;
      if constexpr (requires { decl.skills; }) {
        if (!decl.id.given()) renamed.name = decl.name;
      }
      break;
    }
  }
}

/// Renames what follows the first `skip` bytes of a text.
void rename(Text& text, const Names& names, std::size_t skip = 0) {
  const auto known = names.find(std::string_view(text.value).substr(skip));
  if (known != names.end()) text.value.replace(skip, std::string::npos, known->second);
}

/// Renames what the texts of a table refer to.
class Follower {
 public:
  explicit Follower(const NewNames& names) : names_(names) {}

  template <class T>
  void follow(std::vector<T>& decls) const {
    for (T& decl : decls) {
      each_field(decl);
      if constexpr (requires { decl.duties; }) each_field(decl.duties);
      if constexpr (requires { decl.lists; }) {
        rename(decl.duty, names_.duties);
        each_field(decl.lists, Refers::party);
      }
    }
  }

 private:
  /// `instead`: what the fields refer to, where that is not what they say.
  template <class T>
  void each_field(T& decl, Refers instead = Refers::nothing) const {
    for (const Field<T>& field : fields<T>()) {
      const Refers refers = instead == Refers::nothing ? field.refers : instead;
      std::visit([&](auto member) { value(decl.*member, refers); }, field.member);
    }
  }

  void value(Text& text, Refers refers) const {
    switch (refers) {
      case Refers::party:
        return rename(text, names_.parties);
      case Refers::person:
        return rename(text, names_.persons);
      case Refers::party_or_person:
        rename(text, names_.parties);
        return rename(text, names_.persons);
      case Refers::duty:
        return rename(text, names_.duties, text.value.starts_with('!') ? 1 : 0);
      case Refers::anything:
        return subject(text);
      case Refers::nothing:
        break;
    }
  }
  void value(Texts& texts, Refers refers) const {
    for (Text& text : texts) value(text, refers);
  }
  void value(DutyEntries& entries, Refers refers) const {
    for (DutyEntry& entry : entries) value(entry.what, refers);
  }
  void value(HolderDecls& holders, Refers) const {
    for (HolderDecl& holder : holders) each_field(holder);
  }
  template <class T>
  void value(Written<T>&, Refers) const {}

  /// `cio` or `position:cio`.
  void subject(Text& text) const {
    const std::size_t colon = text.value.find(':');
    const std::size_t skip = colon == std::string::npos ? 0 : colon + 1;
    const std::string kind = text.value.substr(0, skip);
    if (skip == 0 || kind == "position:" || kind == "team:" || kind == "body:") {
      rename(text, names_.parties, skip);
    }
    if (skip == 0 || kind == "duty:") rename(text, names_.duties, skip);
    if (skip == 0 || kind == "person:") rename(text, names_.persons, skip);
  }

  const NewNames& names_;
};

}  // namespace

void follow_renames(Document& base, const Document& proposal) {
  NewNames names;
  rename_tables(base.positions, proposal.positions, names.parties);
  rename_tables(base.teams, proposal.teams, names.parties);
  rename_tables(base.bodies, proposal.bodies, names.parties);
  rename_tables(base.persons, proposal.persons, names.persons);
  rename_tables(base.duties, proposal.duties, names.duties);
  if (names.parties.empty() && names.persons.empty() && names.duties.empty()) return;
  const Follower follower(names);
  follower.follow(base.positions);
  follower.follow(base.persons);
  follower.follow(base.teams);
  follower.follow(base.bodies);
  follower.follow(base.links);
  follower.follow(base.duty_views);
  follower.follow(base.waivers);
}

}  // namespace rolecall
