#pragma once
// The organisation: what the description means, with every reference resolved on one date.
//
// `Org` owns everything and keeps the document that it was built from; all else refers to it by
// typed ids. Strings are views into the document or the catalogue.

#include <cstdint>
#include <deque>
#include <memory>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalogue/catalogue.hpp"
#include "model/language/document.hpp"
#include "model/org/graph.hpp"
#include "model/org/ids.hpp"
#include "model/text/date.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// How a post is filled on the date. From `vacant` on, nobody is there.
enum class Filling {
  filled,
  undisclosed,  ///< somebody is there whose name is not published
  fractional,
  outsourced,
  acting,
  interim,
  deputised,  ///< nobody is there, but a named deputy keeps the duties alive
  vacant,
  on_leave,    ///< the holder is away for a time, and no deputy is named
  planned,     ///< the post does not exist yet
  eliminated,  ///< the post does not exist any more
};

std::string_view name(Filling filling);
/// The post exists: it is filled or vacant, but not planned or eliminated.
bool exists(Filling filling);
/// Somebody is there who can be accountable, if only for the time being.
bool active(Filling filling);
/// Somebody is there for the time being: acting, interim or a deputy.
bool provisional(Filling filling);
/// The filling that a state of the language means; none for a text that is none.
std::optional<Filling> filling_of(std::string_view state);

/// All that is said of how a post is filled: one may be interim and from another company.
class Fillings {
 public:
  void add(Filling filling) { bits_ |= bit(filling); }
  void remove(Filling filling) { bits_ &= ~bit(filling); }
  void add(Fillings others) { bits_ |= others.bits_; }
  bool has(Filling filling) const { return (bits_ & bit(filling)) != 0; }
  bool empty() const { return bits_ == 0; }

 private:
  static unsigned bit(Filling filling) { return 1u << static_cast<unsigned>(filling); }
  unsigned bits_ = 0;
};

/// The scopes (regions, divisions) for which something holds.
struct Scopes {
  bool all = true;
  std::vector<ScopeId> some;  ///< sorted, without doubles; empty where `all`
};

struct Role {
  std::string_view id;
  std::string_view name;
  Focus focus = Focus::both;
};

/// Why a title that speaks of a role was not taken for it.
struct TitleDoubt {
  std::vector<RoleId> roles;  ///< the roles that it speaks of
  std::string_view trap;      ///< the word in the title that stands against it; empty: ambiguous
  bool clear = false;         ///< the trap leaves no question ("former", "assistant")
};

/// Somebody who is in a post, and where the text says so.
struct Incumbent {
  PersonId person;
  Span span;
  bool away = false;  ///< on leave
};

struct Position {
  const PositionDecl* decl = nullptr;
  std::string_view id;
  std::uint32_t repeat = 0;  ///< of several positions with one id all but one have another number
  std::string_view title;
  std::vector<RoleId> roles;
  bool role_from_title = false;
  TitleDoubt doubt;
  std::vector<RoleId> near;       ///< roles that it may be in all but name, by its title
  std::optional<RoleId> watches;  ///< a role that watches over others as it does, by its title
  bool above_head = false;        ///< the title is that of who stands above the head: a chair
  Filling filling =
      Filling::filled;             ///< what counts most of `states`, and whether somebody is there
  Fillings states;                 ///< what the description says, be it in the title
  std::optional<PersonId> holder;  ///< who is there on the date, where a name is known
  Span holder_span;                ///< where that name stands
  /// All who are there on the date, `holder` first: several share the post.
  std::vector<Incumbent> incumbents;
  std::string holder_names;  ///< "Ann Lee", "Ann Lee and Bo Kim"; empty: no name is known
  std::string why;           ///< for a post that nobody fills: why, e.g. `vacant since 2026-04-01`
  std::optional<PersonId> deputy;         ///< a person; for a deputy position its holder
  std::optional<PositionId> deputy_post;  ///< the deputy, where it is a position
  /// Of a deputised post those who stand in, where names are known: the deputy, or whoever stands in
  /// for the deputy.
  std::vector<PersonId> stand_ins;
  std::string_view deputy_text;  ///< the deputy: the person's name, else the deputy post's id
  bool assistant = false;
  bool boss_unknown = false;  ///< `reports_to` names something that is not there
  Scopes scopes;

  bool has_role(RoleId role) const;
  /// "interim and outsourced": how it is filled, in all states that say more than that it is.
  std::string filling_words() const;
  /// Where the person is named as one who is there; else where the holder is.
  Span place_of(PersonId person) const;
};

struct Person {
  std::string_view name;
  const PersonDecl* decl = nullptr;   ///< none where the name stands only in a `holder`
  std::vector<PositionId> positions;  ///< that the person fills on the date, not as a deputy
};

struct Team {
  const TeamDecl* decl = nullptr;
  std::string_view id;
  std::string_view name;           ///< the id where no name is given
  std::uint32_t repeat = 0;        ///< as of a position
  std::optional<PositionId> lead;  ///< of several the first of those whose post is filled best
  std::vector<PositionId> leads;   ///< all who lead it together
  std::optional<TeamId> parent;
};

struct Body {
  const BodyDecl* decl = nullptr;
  std::string_view id;
  std::string_view name;     ///< the id where no name is given
  std::uint32_t repeat = 0;  ///< as of a position
  std::vector<PositionId> chairs;
  std::vector<PositionId> members;  ///< the chairs among them
};

struct Link {
  const LinkDecl* decl = nullptr;
  std::vector<Vertex> between;
  std::vector<DutyId> on;
};

/// Whose duty something is by the catalogue.
struct Owner {
  enum class Kind { role, shared, contested };
  Kind kind = Kind::role;
  RoleId role;  ///< where `kind` is `role`
};

/// Who can hold a duty: a position, a team (through its lead) or a body.
struct Party {
  enum class Kind { position, team, body };
  Kind kind = Kind::position;
  std::uint32_t index = 0;

  auto operator<=>(const Party&) const = default;
};

struct Duty {
  std::string_view id;
  std::string_view title;
  std::string_view about;
  Owner owner;
  Focus focus = Focus::both;
  std::string_view area;
  bool required = true;
  bool optional_by_profile = false;  ///< it is the profile that does not require it
  bool delegable = true;
  std::vector<RoleId> may_hold;
  std::vector<std::string_view> sources;
  Span declared;  ///< the user's `[[duty]]`, where there is one; it may stand in a catalogue file
  Span viewed;    ///< the key of `[duties.<id>]`, where there is one
  std::optional<Party> lead;
  Span lead_span;
  std::string_view joint;    ///< the reason for several accountable holders
  std::string_view unowned;  ///< the reason for having no holder
};

enum class Raci { accountable, responsible, consulted, informed };

std::string_view name(Raci raci);

/// One party's part in one duty.
struct Assignment {
  DutyId duty;
  Raci raci = Raci::accountable;
  Party party;
  bool exact = true;  ///< the entry names the duty; false: it comes from a bundle
  Scopes scopes;
  Span span;  ///< the entry
};

/// A catalogue that the company is judged by: one of rolecall's or a file of its own.
struct ChosenCatalogue {
  const Catalogue* built_in = nullptr;
  const Document* file = nullptr;  ///< where `built_in` is null
};

struct Org {
  std::unique_ptr<const Document> document;
  std::vector<std::unique_ptr<const Document>> catalogue_files;
  std::deque<std::string> composed_names;  ///< of people, where the document writes them otherwise

  std::vector<ChosenCatalogue> catalogues;  ///< a later one changes duties of those before it

  std::string_view company;
  Span company_span;  ///< the name, else the `[company]` header, else the first line
  Date as_of;
  bool complete = true;  ///< false: what is absent is not in the description, and that is all
  bool scopes_declared = false;  ///< `company.scopes` is there; all of them must be covered
  std::vector<std::string_view> scopes;

  std::string_view profile;  ///< the id of `company.profile`; empty where there is none
  /// The roles that the company must have: the profile's, else CIO and CTO.
  std::vector<RoleId> required_roles;
  /// How loud the profile makes some checks; none: `off`. `[checks]` of the user goes before it.
  std::vector<std::pair<std::string_view, std::optional<Severity>>> profile_severities;

  std::vector<Role> roles;
  std::vector<Position> positions;
  std::vector<std::vector<PositionId>> role_posts;  ///< by role; see `with_role`
  /// Who is ready for a role or a post, by its id as it is written.
  std::map<std::string_view, std::vector<PersonId>> successors;
  std::vector<Person> persons;
  std::vector<Team> teams;
  std::vector<Body> bodies;
  std::vector<Link> links;
  std::vector<Duty> duties;
  std::vector<Assignment> assignments;  ///< sorted by duty, then letter, then party
  bool has_duty_lists = false;          ///< the description assigns duties at all
  Graph graph;

  const Position& operator[](PositionId id) const { return positions[id.index()]; }
  const Person& operator[](PersonId id) const { return persons[id.index()]; }
  const Team& operator[](TeamId id) const { return teams[id.index()]; }
  const Body& operator[](BodyId id) const { return bodies[id.index()]; }
  const Duty& operator[](DutyId id) const { return duties[id.index()]; }
  const Role& operator[](RoleId id) const { return roles[id.index()]; }

  // Vertices of the graph.
  Vertex vertex(PositionId id) const { return Vertex(id.index()); }
  Vertex vertex(BodyId id) const { return Vertex(positions.size() + id.index()); }
  std::optional<PositionId> position(Vertex v) const;
  /// The id as written of the position or body.
  std::string_view id(Vertex v) const;

  // Parties.
  std::string_view id(Party party) const;
  /// Where the party stands in the graph: the position, the team's lead, the body. None for a
  /// team without a lead.
  std::optional<Vertex> seat(Party party) const;
  /// Where all stand who act for the party: as `seat`, but of a team all leads who are there.
  std::vector<Vertex> seats(Party party) const;
  /// The people who would answer for the party, who share it where they are several; none for a
  /// body, or where no name is known.
  std::vector<PersonId> people(Party party) const;
  /// The first of them.
  std::optional<PersonId> person(Party party) const;
  /// "Ann Lee", "Ann Lee and Bo Kim": their names; empty where there are none.
  std::string names(Party party) const;
  /// Whether one of the people who would answer for a party would answer for the other, too.
  bool share_person(Party a, Party b) const;
  /// How the party is filled: the position's filling, the lead's, or `filled` for a body with an
  /// active member.
  Filling filling(Party party) const;

  /// The assignments of a duty with one letter.
  std::span<const Assignment> of(DutyId duty, Raci raci) const;
  /// The role with that id, where the catalogue has it.
  std::optional<RoleId> role(std::string_view id) const;
  /// Positions that have the role, planned and eliminated ones too, in order.
  std::span<const PositionId> with_role(RoleId role) const;

  // Subjects of findings.
  Subject subject(PositionId id) const;
  Subject subject(DutyId id) const;
  Subject subject(TeamId id) const;
  Subject subject(BodyId id) const;
  Subject subject(PersonId id) const;
  Subject subject(RoleId id) const;
  Subject subject(Vertex v) const;
  Subject subject(Party party) const;

  // Places in the text.
  /// The narrowest place that names the position, team or body: its title or name, its id, or its
  /// header.
  Span place(Vertex v) const;
  Span place(Party party) const;
  /// Where the table stands among those of its kind, the bodies after the positions: for pictures,
  /// in which the author sets who stands left of whom. Ids go by another order (`CanonicalOrder`).
  std::size_t text_order(Vertex v) const;
  std::size_t text_order(TeamId id) const;
};

/// What became of the two reading steps: the organisation, and what was wrong on the way. The
/// findings carry the ids of the language and structure checks.
struct Built {
  Org org;
  Findings findings;
};

/// A catalogue of the company's own, read from beside the description.
struct CatalogueFile {
  std::string path;  ///< as `company.catalogues` has it
  Document document;
};

/// Resolves a document. `today` stands in for a missing `as_of`. Everything that can be resolved
/// is; what cannot becomes a finding and is left out. `files` are the catalogues that are files;
/// of one that is not among them its reader has said why (`model/company_catalogues.hpp`).
Built build_org(Document document, Date today, std::vector<CatalogueFile> files = {});

}  // namespace rolecall
