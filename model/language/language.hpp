#pragma once
// The description language as data: every table with its keys, their shapes and the values that
// they may have. The reader walks these tables, so what is listed here is what is read.

#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "model/language/document.hpp"

namespace rolecall {

/// Where a key's value goes; the member's type is the shape that the value must have.
template <class T>
using Member = std::variant<Text T::*, Texts T::*, WrittenDate T::*, WrittenInt T::*,
                            WrittenBool T::*, DutyEntries T::*, HolderDecls T::*>;

/// What a text is a name of, where names of a kind are known to rolecall. A company may have words
/// of its own besides, but for profiles and checks.
enum class Known { nothing, role, owner, duty, profile, catalogue, check, skill, outcome };

/// What a text refers to. A party is a position, a team or a body. The lists of `DutyLists` name
/// duties, and holders in `[duties.<id>]`.
enum class Refers { nothing, party, person, party_or_person, duty, anything };

template <class T>
struct Field {
  std::string_view key;
  Member<T> member;
  std::string_view says;
  std::span<const std::string_view> allowed = {};  ///< the values that a text may have; empty: any
  bool required = false;
  Known known = Known::nothing;
  Refers refers = Refers::nothing;
};

template <class T>
using Fields = std::span<const Field<T>>;

/// The keys of a table. `DutyLists` are keys of `[[position]]`, `[[team]]`, `[[body]]` and
/// `[duties.<id>]` besides.
template <class T>
Fields<T> fields();

template <>
Fields<CompanyDecl> fields();
template <>
Fields<PositionDecl> fields();
template <>
Fields<HolderDecl> fields();
template <>
Fields<PersonDecl> fields();
template <>
Fields<TeamDecl> fields();
template <>
Fields<BodyDecl> fields();
template <>
Fields<LinkDecl> fields();
template <>
Fields<DutyDecl> fields();
template <>
Fields<DutyViewDecl> fields();
template <>
Fields<DutyLists> fields();
template <>
Fields<WaiverDecl> fields();
template <>
Fields<RoleDecl> fields();

/// Where a table goes; a list is written `[[name]]`, all else `[name]`.
using TableMember =
    std::variant<CompanyDecl Document::*, std::vector<PositionDecl> Document::*,
                 std::vector<PersonDecl> Document::*, std::vector<TeamDecl> Document::*,
                 std::vector<BodyDecl> Document::*, std::vector<LinkDecl> Document::*,
                 std::vector<DutyDecl> Document::*, std::vector<DutyViewDecl> Document::*,
                 std::vector<SettingDecl> Document::*, std::vector<WaiverDecl> Document::*,
                 std::vector<RoleDecl> Document::*>;

struct LanguageTable {
  std::string_view name;
  TableMember member;

  bool is_list() const;
};

/// The tables of a description, in the order in which the reference explains them.
std::span<const LanguageTable> described_tables();
/// The tables of a catalogue file.
std::span<const LanguageTable> catalogue_tables();

/// A key of other programs, and what is meant by it in a table here.
struct ForeignKey {
  std::string_view table;  ///< `[[position]]`
  std::string_view key;
  std::string_view meant;  ///< empty: rolecall has no such key
  /// What to do where the key is not simply called otherwise, as the end of a sentence.
  std::string_view instead = {};
};

/// A word of other programs as the value of a key, and what is meant by it.
struct ForeignWord {
  std::string_view key;
  std::string_view word;   ///< in small letters
  std::string_view meant;  ///< empty: it is said by leaving the key out
};

/// What other programs call keys, above all exports of personnel files.
std::span<const ForeignKey> foreign_keys();
/// The word of other programs with these letters, in whatever case; none where it is not known.
const ForeignWord* find_foreign_word(std::string_view key, std::string_view word);

}  // namespace rolecall
