#include <fmt/format.h>

#include <algorithm>

#include "model/org/assign.hpp"
#include "model/org/company_catalogues.hpp"
#include "model/org/former_ids.hpp"
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
    for (std::size_t i = 0; i < org_.positions.size(); ++i) find_deputy(PositionId(i));
    resolve_teams();
    resolve_bodies();
    draw_lines();
    check_readiness();
    assign_duties(org_, names_, *scopes_, findings_);
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
      if (!decl.id.given() || !names_.add(decl.id, party, findings_)) continue;
      Position position;
      position.decl = &decl;
      position.id = decl.id.value;
      position.title = decl.title.given() ? decl.title.value : decl.id.value;
      position.assistant = decl.assistant.value;
      org_.positions.push_back(std::move(position));
    }
    for (const TeamDecl& decl : doc_->teams) {
      const Party party{Party::Kind::team, static_cast<std::uint32_t>(org_.teams.size())};
      if (!decl.id.given() || !names_.add(decl.id, party, findings_)) continue;
      org_.teams.push_back(
          {&decl, decl.id.value, decl.name.given() ? decl.name.value : decl.id.value, {}, {}});
    }
    for (const BodyDecl& decl : doc_->bodies) {
      const Party party{Party::Kind::body, static_cast<std::uint32_t>(org_.bodies.size())};
      if (!decl.id.given() || !names_.add(decl.id, party, findings_)) continue;
      org_.bodies.push_back(
          {&decl, decl.id.value, decl.name.given() ? decl.name.value : decl.id.value, {}, {}});
    }
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
      report(position.decl->holder.value, position.decl->holder.span);
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
                .note("the first one counts, this one is passed over"));
        return;
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
    if (!decl.holder.given() && stated != Filling::undisclosed) {
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
      position.why = fmt::format("vacant until {} begins on {}",
                                 decl.holder.given() ? name_of(decl.holder.value) : "the holder",
                                 to_string(decl.from.value));
      return;
    }
    if (decl.until.given() && decl.until.value < org_.as_of) {
      position.filling = Filling::vacant;
      position.why = fmt::format("vacant since {} left on {}",
                                 decl.holder.given() ? name_of(decl.holder.value) : "the holder",
                                 to_string(decl.until.value));
      return;
    }
    position.filling = stated.value_or(Filling::filled);
    if (decl.holder.given()) seat(id, position, decl.holder);
  }

  /// Whether a planned post, or holder, is there by now.
  bool has_come(std::string_view state, const WrittenDate& from) const {
    return state == "planned" && from.given() && from.value <= org_.as_of;
  }

  void fill_by_turns(PositionId id, Position& position, const PositionDecl& decl,
                     std::optional<Filling> stated) {
    const HolderDecl* next = nullptr;
    const HolderDecl* last = nullptr;
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
      position.filling = own ? *own : stated.value_or(Filling::filled);
      seat(id, position, holder.name);
      return;
    }
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
    position.holder = who;
    position.holder_span = holder.span;
    org_.persons[who.index()].positions.push_back(id);
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
      position.deputy_text = position.deputy ? org_[*position.deputy].name : org_[*post].id;
    } else if (const auto who = people_.find(deputy.value); who != people_.end()) {
      position.deputy = who->second;
      position.deputy_text = org_[who->second].name;
    } else if (names_.seems_meant_as_id(deputy.value)) {
      names_.unknown(deputy, "deputy", "a position or a person", findings_);
      there = false;
    } else {
      // A name that stands nowhere else is a person all the same.
      position.deputy = person(deputy.value);
    }
    if (position.filling == Filling::vacant && there) position.filling = Filling::deputised;
  }

  void resolve_teams() {
    for (Team& team : org_.teams) {
      if (team.decl->lead.given()) {
        team.lead = names_.position(team.decl->lead.value);
        if (!team.lead) names_.unknown(team.decl->lead, "lead", "a position", findings_);
      }
      if (team.decl->parent.given()) {
        const auto parent = names_.find(team.decl->parent.value);
        if (parent && parent->kind == Party::Kind::team) {
          team.parent = TeamId(parent->index);
        } else {
          names_.unknown(team.decl->parent, "parent", "a team", findings_);
        }
      }
    }
  }

  void resolve_bodies() {
    for (Body& body : org_.bodies) {
      const auto enter = [&](const Text& text, std::string_view key) {
        const auto member = names_.position(text.value);
        if (!member) names_.unknown(text, key, "a position", findings_);
        if (member &&
            std::find(body.members.begin(), body.members.end(), *member) == body.members.end()) {
          body.members.push_back(*member);
        }
        return member;
      };
      if (body.decl->chair.given()) body.chair = enter(body.decl->chair, "chair");
      for (const Text& member : body.decl->members) enter(member, "members");
    }
  }

  /// The vertex that a reference to a position or body means.
  std::optional<Vertex> vertex(const Text& text, std::string_view key) {
    const auto party = names_.find(text.value);
    if (party && party->kind == Party::Kind::position) return org_.vertex(PositionId(party->index));
    if (party && party->kind == Party::Kind::body) return org_.vertex(BodyId(party->index));
    names_.unknown(text, key, "a position or a body", findings_);
    // In a part of a company it is normal that a boss was left out.
    if (!org_.complete && !party) findings_.back().severity = Severity::note;
    return std::nullopt;
  }

  void draw_lines() {
    std::vector<Edge> solid;
    std::vector<Edge> dotted;
    std::vector<Edge> working;
    for (std::size_t i = 0; i < org_.positions.size(); ++i) {
      const PositionDecl& decl = *org_.positions[i].decl;
      const Vertex self(i);
      if (decl.reports_to.given()) {
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
        names_.unknown(decl.overseer, "overseer", "a position", findings_);
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
          names_.unknown(text, "ready_for", "a role or a position", findings_);
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
  std::unordered_map<std::string_view, PersonId> people_;
  std::optional<ScopeNames> scopes_;
};

}  // namespace

Built build_org(Document document, Date today, std::vector<CatalogueFile> files) {
  return Builder(std::move(document), today, std::move(files)).build();
}

}  // namespace rolecall
