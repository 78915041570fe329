#pragma once
// What the user wrote, as values: every one with its place in the text, nothing resolved yet.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/syntax/tree.hpp"
#include "model/text/date.hpp"
#include "model/text/span.hpp"

namespace rolecall {

/// A value and where it stands. `given()` tells whether the user wrote it at all.
template <class T>
struct Written {
  T value{};
  Span span;

  bool given() const { return static_cast<bool>(span); }
};

/// A list and where it stands. One that is written and empty is given, too: in a proposal it says
/// that nothing is left of what the base has.
template <class T>
struct WrittenList : std::vector<T> {
  using std::vector<T>::vector;
  Span span;

  bool given() const { return span || !this->empty(); }
};

using Text = Written<std::string>;
using Texts = WrittenList<Text>;  ///< a single string counts as a list of one
using WrittenDate = Written<Date>;
using WrittenInt = Written<std::int64_t>;
using WrittenBool = Written<bool>;

struct CompanyDecl {
  Span span;
  Text name;
  Texts was;  ///< former names
  WrittenDate as_of;
  WrittenInt employees;
  Text industry;
  Texts aims;
  Texts scopes;
  Text profile;
  Texts catalogues;
  WrittenBool complete;
  WrittenBool judged;  ///< false: only the base of proposals. Not handed on to them
};

/// An entry of a duty list: a duty, a bundle (`@CIO/security`) or an exception (`!procurement`),
/// with the scopes it is limited to, if any. In `[duties.<id>]` lists `what` is a holder's id.
struct DutyEntry {
  Text what;
  Texts scope;
};

using DutyEntries = WrittenList<DutyEntry>;

/// The four lists of the responsibility assignment matrix.
struct DutyLists {
  DutyEntries accountable;
  DutyEntries responsible;
  DutyEntries consulted;
  DutyEntries informed;
};

/// One of several people who hold a post, one after another or together. Dates are inclusive.
struct HolderDecl {
  Span span;
  Text name;
  WrittenDate from;
  WrittenDate until;
  Texts state;
};

using HolderDecls = WrittenList<HolderDecl>;

struct PositionDecl {
  Span span;  ///< the `[[position]]` header
  Text id;
  Texts was;  ///< former ids
  Text title;
  Texts role;
  Texts holder;  ///< several share the post
  HolderDecls holders;
  Text deputy;
  Text overseer;
  Texts state;
  WrittenDate from;
  WrittenDate until;
  Text reports_to;
  bool boss_unread = false;  ///< a key that is not known stands for `reports_to`
  Texts dotted_to;
  Text unit;
  Text grade;
  WrittenBool assistant;
  WrittenInt cost;
  Texts scope;
  Texts outcomes;
  DutyLists duties;
  WrittenBool remove;  ///< in a proposal: taken away from its base
  Texts unset;         ///< in a proposal: the keys of its base that no longer hold
};

struct PersonDecl {
  Span span;
  Text id;
  Texts was;  ///< former ids
  Text name;
  Texts skills;
  Text background;
  Texts ready_for;
  WrittenBool remove;  ///< in a proposal: taken away from its base
  Texts unset;         ///< in a proposal: the keys of its base that no longer hold
};

struct TeamDecl {
  Span span;
  Text id;
  Texts was;  ///< former ids
  Text name;
  Text kind;
  Texts lead;  ///< several lead it together
  Text parent;
  WrittenInt size;
  DutyLists duties;
  WrittenBool remove;  ///< in a proposal: taken away from its base
  Texts unset;         ///< in a proposal: the keys of its base that no longer hold
};

struct BodyDecl {
  Span span;
  Text id;
  Texts was;  ///< former ids
  Text name;
  Texts chair;  ///< several chair it together
  Texts members;
  DutyLists duties;
  WrittenBool remove;  ///< in a proposal: taken away from its base
  Texts unset;         ///< in a proposal: the keys of its base that no longer hold
};

struct LinkDecl {
  Span span;
  Texts between;
  Texts on;
  Text cadence;
  Text forum;
};

/// A duty of the company's own, or a change to one of the catalogue's.
struct DutyDecl {
  Span span;
  Text id;
  Texts was;  ///< former ids
  Text title;
  Text about;
  Text owner;
  Text area;
  Text focus;
  WrittenBool required;
  WrittenBool delegable;
  Texts may_hold;
  Texts sources;
  WrittenBool remove;  ///< in a proposal: taken away from its base
  Texts unset;         ///< in a proposal: the keys of its base that no longer hold
};

/// `[duties.<id>]`: the assignments seen from the duty.
struct DutyViewDecl {
  Text duty;  ///< the key
  DutyLists lists;
  Text lead;
  Text joint;
  Text unowned;
  WrittenBool remove;  ///< in a proposal: taken away from its base
  Texts unset;         ///< in a proposal: the keys of its base that no longer hold
};

/// A key of `[checks]`: a check's severity, a limit, or a switch. Exactly one value is given.
struct SettingDecl {
  Text key;
  Text text;
  WrittenInt number;
  WrittenBool flag;
};

/// A finding that is accepted: a `[[waiver]]`, or a comment `# rolecall: allow <check> ...`.
struct WaiverDecl {
  Span span;
  Text check;
  Texts on;  ///< bare ids; all of them must be among the finding's subjects
  Text reason;
  Text by;
  WrittenDate until;  ///< the last day on which it holds
  /// For a comment: the line whose findings it silences. 0 for a table.
  std::uint32_t line = 0;
  bool of_base = false;  ///< it stands in the base of a proposal, which may need it alone
};

/// A role, in a catalogue file.
struct RoleDecl {
  Span span;
  Text id;
  Texts was;  ///< former ids
  Text name;
  Text focus;
  Texts titles;
};

/// A whole description, or one file of it.
struct Document {
  Texts includes;  ///< patterns of further files
  Text base;       ///< the file that this proposal changes
  CompanyDecl company;
  std::vector<PositionDecl> positions;
  std::vector<PersonDecl> persons;
  std::vector<TeamDecl> teams;
  std::vector<BodyDecl> bodies;
  std::vector<LinkDecl> links;
  std::vector<DutyDecl> duties;
  std::vector<DutyViewDecl> duty_views;
  std::vector<RoleDecl> roles;
  std::vector<SettingDecl> settings;
  std::vector<WaiverDecl> waivers;
  /// A part of the text could not be read: what seems to be missing may have stood there.
  bool damaged = false;
  syntax::Trees trees;  ///< of its files, for edits of them
};

}  // namespace rolecall
