#include "model/org/fill_posts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalogue/catalogue.hpp"
#include "model/org/holder_text.hpp"
#include "model/text/letters.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

Fillings fillings_of(const Texts& states) {
  Fillings out;
  for (const Text& state : states) {
    if (const auto filling = filling_of(state.value)) out.add(*filling);
  }
  return out;
}

/// Whether the dates leave no day.
template <class Decl>
bool is_never(const Decl& decl) {
  return decl.from.given() && decl.until.given() && decl.until.value < decl.from.value;
}

/// What counts most of what is said of a post in which somebody is.
Filling main_filling(Fillings said) {
  for (const Filling each : {Filling::on_leave, Filling::acting, Filling::interim,
                             Filling::outsourced, Filling::fractional, Filling::undisclosed}) {
    if (said.has(each)) return each;
  }
  return Filling::filled;
}

class Filler {
 public:
  Filler(Org& org, People& people, const TitleReader& titles, const FormerIds& former_roles,
         ScopeNames& scopes, Findings& findings)
      : org_(org),
        people_(people),
        titles_(titles),
        former_roles_(former_roles),
        scopes_(scopes),
        findings_(findings) {}

  void fill(PositionId id) {
    Position& position = org_.positions[id.index()];
    const PositionDecl& decl = *position.decl;
    const Fillings by_title = read_title(position);
    read_roles(position);
    position.scopes = scopes_.read(decl.scope, findings_);

    Fillings said = fillings_of(decl.state);
    said.add(by_title);
    if (has_come(decl.from)) said.remove(Filling::planned);
    const std::vector<Named> named = read_names(decl, said);
    position.states = said;
    for (const Filling gone : {Filling::eliminated, Filling::planned}) {
      if (!said.has(gone)) continue;
      const WrittenDate& date = gone == Filling::planned ? decl.from : decl.until;
      position.filling = gone;
      position.why = name(gone);
      if (date.given()) {
        position.why += fmt::format(" {} {}", gone == Filling::planned ? "from" : "since",
                                    to_string(date.value));
      }
      return;
    }
    if (!decl.holders.empty()) {
      fill_by_turns(id, position, by_title, named);
      return;
    }
    const bool there =
        !named.empty() || said.has(Filling::undisclosed) || said.has(Filling::on_leave);
    const bool begins = decl.from.given() && org_.as_of < decl.from.value;
    const bool ended = decl.until.given() && decl.until.value < org_.as_of;
    if (there && !begins && !ended) {
      for (const Named& each : named) seat(id, position, each, said);
      occupy(position, said);
      return;
    }
    position.filling = Filling::vacant;
    position.why = "vacant";
    if (is_never(decl)) return;  // told by `wrong-dates`
    if (there && begins) {
      position.why +=
          fmt::format(" until {} {} on {}", plain(names_in(named)),
                      named.size() > 1 ? "begin" : "begins", to_string(decl.from.value));
    } else if (there) {
      position.why +=
          fmt::format(" since {} left on {}", plain(names_in(named)), to_string(decl.until.value));
    } else if (ended) {
      position.why += fmt::format(" since {}", to_string(next_day(decl.until.value)));
    } else if (begins) {
      position.why += fmt::format(" until {}", to_string(decl.from.value));
    }
  }

 private:
  /// Somebody who is named as a holder.
  struct Named {
    std::string_view who;  ///< the id or name, without a state beside it
    Span span;
  };

  /// What is written of somebody. The id or name of one who is declared stays as it is.
  HolderText read(const Text& holder) const {
    return people_.find(holder.value) ? HolderText{holder.value, {}} : read_holder(holder.value);
  }

  /// The names in `holder`. A word in place of one is told; where there is no other, it says how
  /// the post is filled.
  std::vector<Named> read_names(const PositionDecl& decl, Fillings& said) {
    std::vector<Named> named;
    Fillings in_place;
    for (const Text& holder : decl.holder) {
      const auto nobody = people_.no_name(holder);
      if (!nobody) {
        const HolderText text = read(holder);
        named.push_back({text.name, holder.span});
        const auto filling = filling_of(text.state);
        if (filling && decl.holder.size() == 1) said.add(*filling);
        if (!people_.find(holder.value)) report_holder_text(decl, holder, text, findings_);
        continue;
      }
      if (nobody == NoName::eliminated) in_place.add(Filling::eliminated);
      if (nobody == NoName::undisclosed) in_place.add(Filling::undisclosed);
      people_.nobodies().report_holder(decl, holder, findings_);
    }
    if (named.empty()) said.add(in_place);
    return named;
  }

  /// "Ann Lee and Bo Kim", "the holder" where no name is known.
  std::string names_in(std::span<const Named> named) {
    std::string out;
    for (std::size_t i = 0; i < named.size(); ++i) {
      if (i > 0) out += i + 1 == named.size() ? " and " : ", ";
      out += people_.name_of(named[i].who);
    }
    return out.empty() ? "the holder" : out;
  }

  /// Somebody has the post, in the states that are said.
  static void occupy(Position& position, Fillings said) {
    position.states = said;
    position.filling = main_filling(said);
    position.why = position.filling == Filling::on_leave ? name(Filling::on_leave) : "";
  }

  /// Whether a planned post, or holder, is there by now.
  bool has_come(const WrittenDate& from) const { return from.given() && from.value <= org_.as_of; }

  /// All who are there on the date share the post: it is filled as well as by the best of them. A
  /// `holder` beside `holders` is there on the post's own days.
  void fill_by_turns(PositionId id, Position& position, Fillings by_title,
                     std::span<const Named> named) {
    const PositionDecl& decl = *position.decl;
    const HolderDecl* next = nullptr;
    const HolderDecl* last = nullptr;
    bool found = false;
    const auto take = [&](Fillings said) {
      if (found && position.filling == main_filling(said)) position.states.add(said);
      if (found && position.filling <= main_filling(said)) return;
      occupy(position, said);
      found = true;
    };
    const bool begun = !decl.from.given() || decl.from.value <= org_.as_of;
    const bool ended = decl.until.given() && decl.until.value < org_.as_of;
    const bool untold = named.empty() && std::ranges::any_of(decl.holder, [&](const Text& holder) {
                          return people_.no_name(holder) == NoName::undisclosed;
                        });
    if (begun && !ended && (untold || !named.empty())) {
      for (const Named& each : named) seat(id, position, each, position.states);
      take(position.states);
    }
    for (const HolderDecl& holder : decl.holders) {
      if (!holder.name.given()) continue;
      const auto nobody = people_.no_name(holder.name);
      const HolderText text = nobody ? HolderText{} : read(holder.name);
      if (nobody) {
        people_.nobodies().report_turn(decl, holder, findings_);
      } else if (!people_.find(holder.name.value)) {
        report_turn_text(decl, holder, text, findings_);
      }
      if ((nobody && nobody != NoName::undisclosed) || is_never(holder)) continue;
      if (holder.from.given() && org_.as_of < holder.from.value) {
        const auto begins = [](const HolderDecl& turn) {
          return std::pair(turn.from.value, std::string_view(turn.name.value));
        };
        if (next == nullptr || begins(holder) < begins(*next)) next = &holder;
        continue;
      }
      if (holder.until.given() && holder.until.value < org_.as_of) {
        const auto ends = [](const HolderDecl& turn) {
          return std::pair(turn.until.value, std::string_view(turn.name.value));
        };
        if (last == nullptr || ends(*last) < ends(holder)) last = &holder;
        continue;
      }
      Fillings said = fillings_of(holder.state.given() ? holder.state : decl.state);
      said.add(by_title);
      if (const auto filling = filling_of(text.state)) said.add(*filling);
      if (has_come(holder.from) || has_come(decl.from)) said.remove(Filling::planned);
      if (said.has(Filling::planned) || said.has(Filling::eliminated)) continue;
      if (nobody) said.add(Filling::undisclosed);
      if (!nobody) seat(id, position, {text.name, holder.name.span}, said);
      take(said);
    }
    if (found) return;
    position.filling = Filling::vacant;
    position.why = "vacant";
    const auto whose = [&](const HolderDecl& turn) {
      return people_.no_name(turn.name) ? "the holder" : people_.name_of(read(turn.name).name);
    };
    if (last != nullptr) {
      position.why +=
          fmt::format(" since {} left on {}", plain(whose(*last)), to_string(last->until.value));
    } else if (next != nullptr) {
      position.why +=
          fmt::format(" until {} begins on {}", plain(whose(*next)), to_string(next->from.value));
    }
  }

  /// `holder` is the first by name of those who are there, else of those who are on leave.
  void seat(PositionId id, Position& position, const Named& named, Fillings said) {
    const PersonId person = people_.person(named.who);
    const bool away = said.has(Filling::on_leave);
    auto& posts = org_.persons[person.index()].positions;
    const bool known = !posts.empty() && posts.back() == id;
    const auto before = known ? std::ranges::find(position.incumbents, person, &Incumbent::person)
                              : position.incumbents.end();
    if (known && (away || !before->away)) return;
    const auto rank = [&](PersonId who, bool on_leave) {
      return std::pair(on_leave, org_.persons[who.index()].name);
    };
    if (!position.holder || rank(person, away) < rank(*position.holder, holder_away_)) {
      position.holder = person;
      position.holder_span = named.span;
      holder_away_ = away;
    }
    if (known) {
      *before = {person, named.span, away};
      return;
    }
    position.incumbents.push_back({person, named.span, away});
    posts.push_back(id);
  }

  /// What the title says: its roles, unless others are written, and the states. That a post is
  /// planned or eliminated is not taken from it where a state is written.
  Fillings read_title(Position& position) const {
    const PositionDecl& decl = *position.decl;
    Fillings states;
    if (!decl.title.given()) return states;
    TitleReading reading = titles_.read(decl.title.value);
    for (const std::string_view state : reading.states) {
      const auto filling = filling_of(state);
      if (filling && (exists(*filling) || !decl.state.given())) states.add(*filling);
    }
    position.above_head = reading.above;
    if (!decl.role.empty()) return states;
    position.roles = std::move(reading.roles);
    position.role_from_title = !position.roles.empty();
    position.doubt = std::move(reading.doubt);
    position.near = std::move(reading.near);
    position.watches = reading.watches;
    return states;
  }

  /// The roles that are written.
  void read_roles(Position& position) {
    const PositionDecl& decl = *position.decl;
    for (const Text& text : decl.role) {
      if (text.value == "none") continue;
      auto role = org_.role(text.value);
      if (!role) role = unknown_role(text, "role");
      if (role && !position.has_role(*role)) position.roles.push_back(*role);
    }
    if (!decl.role.empty()) std::ranges::sort(position.roles);
  }

  /// Tells it; the role that is surely meant.
  std::optional<RoleId> unknown_role(const Text& text, std::string_view key) {
    std::vector<std::string_view> known;
    std::optional<NearMiss> by_name;  // the role's whole name in place of its id
    for (const Role& role : org_.roles) {
      known.push_back(role.id);
      if (same_but_case(text.value, role.name)) by_name = NearMiss{role.id, true};
    }
    Finding finding("unknown-reference",
                    fmt::format("`{}` names {}, which is not a role", key, quoted(text.value)),
                    text.span, "not a role that is known");
    finding.add_subject({Subject::Kind::role, text.value});
    std::optional<NearMiss> near;
    if (!former_roles_.suggest(text.value, finding)) {
      near = by_name ? by_name : near_miss(text.value, known);
      if (near) offer_word(finding, text.span, *near);
    }
    finding.notes.push_back(fmt::format("the roles are {}", list_of(known, 64)));
    findings_.push_back(std::move(finding));
    return near && near->sure ? org_.role(near->word) : std::nullopt;
  }

  Org& org_;
  People& people_;
  const TitleReader& titles_;
  const FormerIds& former_roles_;
  ScopeNames& scopes_;
  Findings& findings_;
  bool holder_away_ = false;  ///< whether the holder of the post that is filled is on leave
};

}  // namespace

void fill_posts(Org& org, People& people, const TitleReader& titles, const FormerIds& former_roles,
                ScopeNames& scopes, Findings& findings) {
  Filler filler(org, people, titles, former_roles, scopes, findings);
  for (std::size_t i = 0; i < org.positions.size(); ++i) filler.fill(PositionId(i));
}

}  // namespace rolecall
