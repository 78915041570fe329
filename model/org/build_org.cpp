#include <fmt/format.h>

#include <algorithm>

#include "model/org/assign.hpp"
#include "model/org/company_catalogues.hpp"
#include "model/org/former_ids.hpp"
#include "model/org/meant_references.hpp"
#include "model/org/names.hpp"
#include "model/org/org.hpp"
#include "model/org/title.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

std::optional<Filling> filling_of(std::string_view state) {
  if (state == "acting") return Filling::acting;
  if (state == "interim") return Filling::interim;
  if (state == "fractional") return Filling::fractional;
  if (state == "outsourced") return Filling::outsourced;
  if (state == "undisclosed") return Filling::undisclosed;
  if (state == "planned") return Filling::planned;
  if (state == "eliminated") return Filling::eliminated;
  return std::nullopt;
}

/// Builds an organisation step by step. Each step resolves what the ones before made known.
class Builder {
 public:
  Builder(Document document, Date today, std::vector<CatalogueFile> files) {
    auto kept = std::make_unique<Document>(std::move(document));
    doc_ = kept.get();
    org_.document = std::move(kept);
    org_.as_of = doc_->company.as_of.given() ? doc_->company.as_of.value : today;
    titles_.emplace(choose_catalogues(org_, std::move(files), findings_));
    former_roles_ = former_roles(org_, findings_);
  }

  Built build() {
    read_company();
    enter_ids();
    enter_former_ids();
    for (const PersonDecl& decl : doc_->persons) enter_person(decl);
    for (std::size_t i = 0; i < org_.positions.size(); ++i) fill_position(PositionId(i));
    name_holders();
    for (std::size_t i = 0; i < org_.positions.size(); ++i) find_deputy(PositionId(i));
    resolve_teams();
    resolve_bodies();
    draw_lines();
    check_readiness();
    assign_duties(org_, names_, *scopes_, findings_);
    const MeantReferences meant(org_, names_, people_);
    names_.report_unknown([&](std::string_view text, std::string_view key,
                              Finding& finding) { return meant.explain(text, key, finding); },
                          findings_);
    check_former_names();
    return {std::move(org_), std::move(findings_)};
  }

 private:
  void read_company() {
    const CompanyDecl& company = doc_->company;
    org_.company = company.name.value;
    org_.company_span = company.name.given() ? company.name.span
                        : company.span       ? company.span
                                             : Span{0, 1, 1, 1, 2};
    scopes_.emplace(org_, company.scopes);
    org_.complete =
        (!company.complete.given() || company.complete.value) && !org_.document->damaged;
  }

  void enter_ids() {
    org_.positions.reserve(doc_->positions.size());
    for (const PositionDecl& decl : doc_->positions) {
      const Party party{Party::Kind::position, static_cast<std::uint32_t>(org_.positions.size())};
      if (!decl.id.given()) continue;
      names_.add(decl.id, party);
      Position position;
      position.decl = &decl;
      position.id = decl.id.value;
      position.title = decl.title.given() ? decl.title.value : decl.id.value;
      position.assistant = decl.assistant.value;
      org_.positions.push_back(std::move(position));
    }
    for (const TeamDecl& decl : doc_->teams) {
      const Party party{Party::Kind::team, static_cast<std::uint32_t>(org_.teams.size())};
      if (!decl.id.given()) continue;
      names_.add(decl.id, party);
      org_.teams.push_back({&decl,
                            decl.id.value,
                            decl.name.given() ? decl.name.value : decl.id.value,
                            0,
                            {},
                            {},
                            {}});
    }
    for (const BodyDecl& decl : doc_->bodies) {
      const Party party{Party::Kind::body, static_cast<std::uint32_t>(org_.bodies.size())};
      if (!decl.id.given()) continue;
      names_.add(decl.id, party);
      org_.bodies.push_back(
          {&decl, decl.id.value, decl.name.given() ? decl.name.value : decl.id.value, 0, {}, {}});
    }
    names_.settle(org_, findings_);
  }

  void enter_former_ids() {
    const auto enter = [&](const auto& things, Party::Kind kind) {
      for (std::uint32_t i = 0; i < things.size(); ++i) {
        for (const Text& was : things[i].decl->was) {
          names_.add_former(was, things[i].decl->id, {kind, i}, findings_);
        }
      }
    };
    enter(org_.positions, Party::Kind::position);
    enter(org_.teams, Party::Kind::team);
    enter(org_.bodies, Party::Kind::body);
  }

  /// Former names of people and of the company, once all that are in use are known.
  void check_former_names() {
    FormerIds persons;
    TakenNames taken;
    for (std::size_t i = 0; i < org_.persons.size(); ++i) {
      const PersonDecl* decl = org_.persons[i].decl;
      if (decl == nullptr) continue;
      const Subject subject = org_.subject(PersonId(i));
      for (const Text& was : decl->was) {
        const auto used = people_.find(was.value);
        if (used == people_.end()) {
          persons.add(was, decl->name.value, subject, findings_);
        } else if (org_[used->second].decl == nullptr) {
          taken.emplace(was.value, std::pair(&was, decl));
        } else {
          findings_.push_back(still_there(was, subject, place_of(org_[used->second])));
        }
      }
    }
    report_taken(taken);
    for (const Text& was : doc_->company.was) {
      if (was.value != org_.company) continue;
      findings_.push_back(
          still_there(was, {Subject::Kind::company, std::string(org_.company)}, {}));
    }
  }

  /// Former names by which somebody is still called, who so is taken for another person.
  using TakenNames =
      std::unordered_map<std::string_view, std::pair<const Text*, const PersonDecl*>>;

  void report_taken(const TakenNames& taken) {
    if (taken.empty()) return;
    const auto report = [&](std::string_view name, Span place) {
      const auto known = taken.find(name);
      if (known == taken.end()) return;
      const auto& [was, decl] = known->second;
      const std::string_view now = decl->id.given() ? decl->id.value : decl->name.value;
      Finding finding("unknown-reference",
                      fmt::format("{} is named, who is called {} now", quoted(name), quoted(now)),
                      place, "a former name");
      finding.add_subject({Subject::Kind::reference, was->value});
      finding.add_label(was->span, "renamed here");
      offer_word(finding, place, NearMiss{now, true});
      findings_.push_back(std::move(finding));
    };
    for (const Position& position : org_.positions) {
      for (const Text& holder : position.decl->holder) report(holder.value, holder.span);
      for (const HolderDecl& holder : position.decl->holders) {
        report(holder.name.value, holder.name.span);
      }
      if (!names_.find(position.decl->deputy.value)) {
        report(position.decl->deputy.value, position.decl->deputy.span);
      }
    }
  }

  /// Where a person is named; of one who stands only in a `holder` the first post's.
  Span place_of(const Person& person) const {
    if (person.decl != nullptr) return person.decl->name.span;
    return person.positions.empty() ? Span{} : org_[person.positions.front()].holder_span;
  }

  void enter_person(const PersonDecl& decl) {
    if (!decl.name.given()) return;
    const PersonId person(org_.persons.size());
    if (decl.id.given()) {
      const auto [entry, fresh] = people_.try_emplace(decl.id.value, person);
      if (!fresh) {
        const PersonDecl* first = org_[entry->second].decl;
        findings_.push_back(
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
    people_.try_emplace(decl.name.value, person);
    org_.persons.push_back({decl.name.value, &decl, {}});
  }

  /// The person with that id or name. A new name is a new person.
  PersonId person(std::string_view text) {
    const auto [entry, fresh] = people_.try_emplace(text, PersonId(org_.persons.size()));
    if (fresh) org_.persons.push_back({text, nullptr, {}});
    return entry->second;
  }

  void fill_position(PositionId id) {
    Position& position = org_.positions[id.index()];
    const PositionDecl& decl = *position.decl;
    std::string_view state = decl.state.value;
    if (has_come(state, decl.from)) state = {};
    read_roles(position, state);
    position.scopes = scopes_->read(decl.scope, findings_);

    const auto stated = filling_of(has_come(state, decl.from) ? "" : state);
    if (stated == Filling::planned || stated == Filling::eliminated) {
      position.filling = *stated;
      const bool planned = stated == Filling::planned;
      const WrittenDate& date = planned ? decl.from : decl.until;
      position.why = planned ? "planned" : "eliminated";
      if (date.given())
        position.why += fmt::format(" {} {}", planned ? "from" : "since", to_string(date.value));
      return;
    }
    if (!decl.holders.empty()) {
      fill_by_turns(id, position, decl, stated);
      return;
    }
    if (decl.holder.empty() && stated != Filling::undisclosed) {
      position.filling = Filling::vacant;
      position.why = "vacant";
      if (decl.until.given() && decl.until.value < org_.as_of) {
        position.why += fmt::format(" since {}", to_string(next_day(decl.until.value)));
      } else if (decl.from.given() && org_.as_of < decl.from.value) {
        position.why += fmt::format(" until {}", to_string(decl.from.value));
      }
      return;
    }
    if (decl.from.given() && org_.as_of < decl.from.value) {
      position.filling = Filling::vacant;
      position.why =
          fmt::format("vacant until {} {} on {}", names_in(decl),
                      decl.holder.size() > 1 ? "begin" : "begins", to_string(decl.from.value));
      return;
    }
    if (decl.until.given() && decl.until.value < org_.as_of) {
      position.filling = Filling::vacant;
      position.why =
          fmt::format("vacant since {} left on {}", names_in(decl), to_string(decl.until.value));
      return;
    }
    position.filling = stated.value_or(Filling::filled);
    for (const Text& holder : decl.holder) seat(id, position, holder);
  }

  /// Those who are named as holders, "the holder" where nobody is.
  std::string names_in(const PositionDecl& decl) {
    std::string out;
    for (std::size_t i = 0; i < decl.holder.size(); ++i) {
      if (i > 0) out += i + 1 == decl.holder.size() ? " and " : ", ";
      out += name_of(decl.holder[i].value);
    }
    return out.empty() ? "the holder" : out;
  }

  /// Whether a planned post, or holder, is there by now.
  bool has_come(std::string_view state, const WrittenDate& from) const {
    return state == "planned" && from.given() && from.value <= org_.as_of;
  }

  /// All who are there on the date share the post: it is filled as well as by the best of them.
  void fill_by_turns(PositionId id, Position& position, const PositionDecl& decl,
                     std::optional<Filling> stated) {
    const HolderDecl* next = nullptr;
    const HolderDecl* last = nullptr;
    bool taken = false;
    // A `holder` beside them is there on the post's own days.
    const bool begun = !decl.from.given() || decl.from.value <= org_.as_of;
    const bool ended = decl.until.given() && decl.until.value < org_.as_of;
    if (begun && !ended) {
      for (const Text& holder : decl.holder) {
        position.filling = stated.value_or(Filling::filled);
        taken = true;
        seat(id, position, holder);
      }
    }
    for (const HolderDecl& holder : decl.holders) {
      if (!holder.name.given()) continue;
      if (holder.from.given() && org_.as_of < holder.from.value) {
        if (next == nullptr || holder.from.value < next->from.value) next = &holder;
        continue;
      }
      if (holder.until.given() && holder.until.value < org_.as_of) {
        if (last == nullptr || last->until.value < holder.until.value) last = &holder;
        continue;
      }
      const std::string_view state = holder.state.value;
      const auto own = filling_of(has_come(state, holder.from) ? "" : state);
      if (own == Filling::planned || own == Filling::eliminated) continue;
      const Filling filling = own ? *own : stated.value_or(Filling::filled);
      position.filling = taken ? std::min(position.filling, filling) : filling;
      taken = true;
      seat(id, position, holder.name);
    }
    if (taken) return;
    position.filling = Filling::vacant;
    position.why = "vacant";
    if (last != nullptr) {
      position.why += fmt::format(" since {} left on {}", name_of(last->name.value),
                                  to_string(last->until.value));
    } else if (next != nullptr) {
      position.why += fmt::format(" until {} begins on {}", name_of(next->name.value),
                                  to_string(next->from.value));
    }
  }

  std::string_view name_of(std::string_view holder) { return org_[person(holder)].name; }

  void seat(PositionId id, Position& position, const Text& holder) {
    const PersonId who = person(holder.value);
    if (std::ranges::find(position.incumbents, who, &Incumbent::person) !=
        position.incumbents.end()) {
      return;
    }
    if (!position.holder) {
      position.holder = who;
      position.holder_span = holder.span;
    }
    position.incumbents.push_back({who, holder.span});
    org_.persons[who.index()].positions.push_back(id);
  }

  /// Once all posts are filled: a name may be known only from a later one.
  void name_holders() {
    for (std::size_t i = 0; i < org_.positions.size(); ++i) {
      Position& position = org_.positions[i];
      position.holder_names = org_.names({Party::Kind::position, PositionId(i).value});
    }
  }

  /// The roles that are written, else those that the title means. `state` is set to the title's
  /// where none is written.
  void read_roles(Position& position, std::string_view& state) {
    const PositionDecl& decl = *position.decl;
    if (decl.title.given()) {
      TitleReading reading = titles_->read(decl.title.value);
      if (state.empty()) state = reading.state;
      if (decl.role.empty()) {
        position.roles = std::move(reading.roles);
        position.role_from_title = !position.roles.empty();
        position.doubt = std::move(reading.doubt);
        return;
      }
    }
    for (const Text& text : decl.role) {
      if (text.value == "none") continue;
      if (const auto role = role_named(text.value)) {
        if (!position.has_role(*role)) position.roles.push_back(*role);
      } else {
        unknown_role(text, "role");
      }
    }
  }

  std::optional<RoleId> role_named(std::string_view id) const { return org_.role(id); }

  void unknown_role(const Text& text, std::string_view key) {
    std::vector<std::string_view> known;
    for (const Role& role : org_.roles) known.push_back(role.id);
    Finding finding("unknown-reference",
                    fmt::format("`{}` names {}, which is not a role", key, quoted(text.value)),
                    text.span, "not a role that is known");
    finding.add_subject({Subject::Kind::role, text.value});
    const bool renamed = former_roles_.suggest(text.value, finding);
    if (const auto near = renamed ? std::nullopt : near_miss(text.value, known)) {
      offer_word(finding, text.span, *near);
    }
    finding.notes.push_back(fmt::format("the roles are {}", list_of(known, 64)));
    findings_.push_back(std::move(finding));
  }

  void find_deputy(PositionId id) {
    Position& position = org_.positions[id.index()];
    const Text& deputy = position.decl->deputy;
    if (!deputy.given()) return;
    position.deputy_text = deputy.value;
    bool there = true;
    if (const auto post = names_.position(deputy.value)) {
      position.deputy = org_[*post].holder;
      there = active(org_[*post].filling) && *post != id;
      position.deputy_text =
          position.deputy ? std::string_view(org_[*post].holder_names) : org_[*post].id;
    } else if (const auto who = people_.find(deputy.value); who != people_.end()) {
      position.deputy = who->second;
      position.deputy_text = org_[who->second].name;
    } else if (names_.seems_meant_as_id(deputy.value)) {
      names_.unknown(deputy, "deputy", "a position or a person");
      there = false;
    } else {
      // A name that stands nowhere else is a person all the same.
      position.deputy = person(deputy.value);
    }
    if (position.filling == Filling::vacant && there) position.filling = Filling::deputised;
  }

  void resolve_teams() {
    for (Team& team : org_.teams) {
      for (const Text& text : team.decl->lead) {
        if (const auto lead = names_.position(text.value)) {
          if (std::ranges::find(team.leads, *lead) == team.leads.end()) team.leads.push_back(*lead);
        } else {
          names_.unknown(text, "lead", "a position");
        }
      }
      const auto there = std::ranges::find_if(
          team.leads, [&](PositionId lead) { return active(org_[lead].filling); });
      if (!team.leads.empty()) team.lead = there == team.leads.end() ? team.leads.front() : *there;
      if (team.decl->parent.given()) {
        const auto parent = names_.find(team.decl->parent.value);
        if (parent && parent->kind == Party::Kind::team) {
          team.parent = TeamId(parent->index);
        } else {
          names_.unknown(team.decl->parent, "parent", "a team");
        }
      }
    }
  }

  void resolve_bodies() {
    for (Body& body : org_.bodies) {
      const auto enter = [&](const Text& text, std::string_view key) {
        const auto member = names_.position(text.value);
        if (!member) names_.unknown(text, key, "a position");
        if (member &&
            std::find(body.members.begin(), body.members.end(), *member) == body.members.end()) {
          body.members.push_back(*member);
        }
        return member;
      };
      for (const Text& text : body.decl->chair) {
        if (const auto chair = enter(text, "chair")) body.chairs.push_back(*chair);
      }
      for (const Text& member : body.decl->members) enter(member, "members");
    }
  }

  /// The vertex that a reference to a position or body means.
  std::optional<Vertex> vertex(const Text& text, std::string_view key) {
    const auto party = names_.find(text.value);
    if (party && party->kind == Party::Kind::position) return org_.vertex(PositionId(party->index));
    if (party && party->kind == Party::Kind::body) return org_.vertex(BodyId(party->index));
    names_.unknown(text, key, "a position or a body", !org_.complete);
    return std::nullopt;
  }

  /// The boss whom another program's key names, by id or by the name of who is there.
  std::optional<Vertex> boss_called(std::string_view text) const {
    const auto party = names_.find(text);
    if (party && party->kind == Party::Kind::position) return org_.vertex(PositionId(party->index));
    if (party && party->kind == Party::Kind::body) return org_.vertex(BodyId(party->index));
    const auto known = people_.find(text);
    if (known == people_.end() || org_[known->second].positions.size() != 1) return std::nullopt;
    return org_.vertex(org_[known->second].positions.front());
  }

  void draw_lines() {
    std::vector<Edge> solid;
    std::vector<Edge> dotted;
    std::vector<Edge> working;
    for (std::size_t i = 0; i < org_.positions.size(); ++i) {
      const PositionDecl& decl = *org_.positions[i].decl;
      const Vertex self(i);
      // Of several with one id, one may well report to another: it cannot be told to which.
      const bool itself =
          decl.reports_to.value == decl.id.value && names_.is_repeated(decl.id.value);
      if (decl.boss_unread) {
        if (const auto boss = boss_called(decl.reports_to.value)) {
          solid.emplace_back(*boss, self);
        } else {
          org_.positions[i].boss_unknown = true;
        }
      } else if (decl.reports_to.given() && itself) {
        org_.positions[i].boss_unknown = true;
      } else if (decl.reports_to.given()) {
        if (const auto boss = vertex(decl.reports_to, "reports_to")) {
          solid.emplace_back(*boss, self);
        } else {
          org_.positions[i].boss_unknown = true;
        }
      }
      for (const Text& text : decl.dotted_to) {
        if (const auto boss = vertex(text, "dotted_to")) dotted.emplace_back(*boss, self);
      }
      if (decl.overseer.given() && !names_.position(decl.overseer.value)) {
        names_.unknown(decl.overseer, "overseer", "a position");
      }
    }
    for (const LinkDecl& decl : doc_->links) {
      Link link{&decl, {}, {}};
      for (const Text& text : decl.between) {
        const auto end = vertex(text, "between");
        if (!end || std::find(link.between.begin(), link.between.end(), *end) != link.between.end())
          continue;
        // Each further end is tied to the first: enough to say who works together, and linear.
        if (!link.between.empty()) working.emplace_back(link.between.front(), *end);
        link.between.push_back(*end);
      }
      if (decl.between.size() < 2) {
        findings_.push_back(Finding("wrong-type", "`between` needs two positions or bodies",
                                    decl.between.empty() ? decl.span : decl.between[0].span,
                                    "a link has two ends"));
      }
      org_.links.push_back(std::move(link));
    }
    org_.graph = Graph(org_.positions.size() + org_.bodies.size(), solid, dotted, working);
  }

  void check_readiness() {
    for (const Person& person : org_.persons) {
      if (person.decl == nullptr) continue;
      for (const Text& text : person.decl->ready_for) {
        if (!role_named(text.value) && !names_.position(text.value)) {
          names_.unknown(text, "ready_for", "a role or a position");
        }
      }
    }
  }

  const Document* doc_ = nullptr;
  Org org_;
  Findings findings_;
  std::optional<TitleReader> titles_;
  FormerIds former_roles_;
  Names names_;
  People people_;
  std::optional<ScopeNames> scopes_;
};

}  // namespace

Built build_org(Document document, Date today, std::vector<CatalogueFile> files) {
  return Builder(std::move(document), today, std::move(files)).build();
}

}  // namespace rolecall
