#pragma once
// What the sources say: duties with their owners, and roles with the titles they go by.
// The data are `model/catalogue/data/*.toml`, turned into constant tables when the program is
// built.

#include <span>
#include <string_view>

namespace rolecall {

/// Which way a duty or a role looks: at the company itself, at its customers, or both.
enum class Focus { both, inward, outward };

std::string_view name(Focus focus);

using Strings = std::span<const std::string_view>;

/// A duty as the catalogue has it.
struct CatalogueDuty {
  std::string_view id;
  std::string_view title;
  std::string_view about;
  std::string_view owner;  ///< a role's id, or `shared`, or `contested`
  Focus focus = Focus::both;
  std::string_view area;
  bool delegable = true;
  Strings also;      ///< what else it is called, written like an id: `helpdesk`
  Strings may_hold;  ///< roles whose holding it is no error
  Strings sources;   ///< claims of the source articles, or works (`M-15-14/D`: an item of one)
};

/// A set of duties that a company can be judged by.
struct Catalogue {
  std::string_view id;
  std::string_view says;  ///< one line without full stop
  std::span<const CatalogueDuty> duties;
};

/// A published work that duties beyond the two articles rest on.
struct Framework {
  std::string_view id;
  std::string_view title;
  std::string_view licence;  ///< or `facts only`: nothing of its wording is used
  std::string_view url;      ///< empty where it is not public
};

/// How loud a profile makes a check.
struct ProfileSeverity {
  std::string_view check;
  std::string_view severity;  ///< `off`, `note`, `warning` or `error`
};

/// A kind of company: what it must have, and how loudly it is told.
struct Profile {
  std::string_view id;
  std::string_view says;  ///< one line without full stop
  Strings required_roles;
  Strings optional_areas;   ///< duties that nobody needs to hold, by their area
  Strings optional_duties;  ///< and by their id
  Strings catalogues;
  std::span<const ProfileSeverity> severities;
};

/// Kinds of offices: a deputy of one kind is none of another.
enum class Office { other, head, technology };

/// A role and the phrases, in lower case, by which a title is known to mean it.
struct CatalogueRole {
  std::string_view id;
  std::string_view name;
  Focus focus = Focus::both;
  Office office = Office::other;
  Strings titles;
  Strings weak;    ///< those of `titles` that are grades, too, and count only when they stand alone
  Strings fields;  ///< who is head of one of these may be the role in all but name
  Strings watch_fields;  ///< who is head of one of these watches as the role does
  Strings watch;         ///< further titles of who watches as the role does
};

/// Phrases of a title that keep a role's phrase from being the role (see `model/title.hpp`).
struct TitleTraps {
  Strings before;    ///< in the same part before the role's phrase
  Strings after;     ///< directly after it
  Strings anywhere;  ///< anywhere in the title
  Strings heading;   ///< directly before it, where more of its part follows
  Strings clear;     ///< those of all these that leave no question
};

/// Words and phrases of titles about the level of a post (see `model/catalogue/data/roles.toml`).
struct TitleLevels {
  Strings near_before;  ///< before a field of a role
  Strings near_after;   ///< behind one
  Strings near_tails;   ///< and what may follow
  Strings above;        ///< who stands above the head of a company
  Strings grades;       ///< words that say no office
  Strings words;        ///< words behind which a state is the post's
  Strings close;        ///< states that count only directly before one
  Strings between;      ///< fields that may stand between such a word and the state
};

/// Words of a title that say a state of the post.
struct TitleState {
  std::string_view state;
  Strings words;
};

/// What a text says that stands where the name of a person is missing.
enum class NoName {
  vacant,
  undisclosed,
  eliminated,
  unclear,  ///< there is no name, and no word on why
};

/// Texts of one kind, without accents and signs.
struct PlaceholderWords {
  NoName kind;
  Strings words;
  Strings beginnings;  ///< phrases behind which anything may follow
};

/// A statement of a source article, in our own words.
struct Claim {
  std::string_view id;       ///< `A3`; the letter is the article
  std::string_view article;  ///< its title
  std::string_view section;
  std::string_view kind;  ///< `duty`, `rule`, `skill`, `outcome`, `advice` or `reference`
  std::string_view owner;
  std::string_view gist;
};

/// The name of the catalogue that counts where a company chooses none.
inline constexpr std::string_view default_catalogue = "articles";

/// The duties of the default catalogue.
std::span<const CatalogueDuty> catalogue_duties();
/// All catalogues, the default one first.
std::span<const Catalogue> catalogues();
const Catalogue* find_catalogue(std::string_view id);
std::span<const Profile> profiles();
const Profile* find_profile(std::string_view id);
std::span<const Framework> frameworks();
/// The work that a duty cites, with or without an item of it (`M-15-14/D`); null where it cites a
/// claim or nothing that is known.
const Framework* find_framework(std::string_view cited);
std::span<const CatalogueRole> catalogue_roles();
const TitleTraps& title_traps();
const TitleLevels& title_levels();
std::span<const TitleState> title_states();
std::span<const PlaceholderWords> placeholder_words();
/// Those of the placeholders that are names of people, too, where they are written as one.
Strings placeholders_that_are_names();
std::span<const Claim> claims();
/// The claim with that id, or null.
const Claim* find_claim(std::string_view id);

}  // namespace rolecall
