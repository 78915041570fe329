#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/org/assign.hpp"
#include "model/org/canonical_order.hpp"
#include "model/org/company_catalogues.hpp"
#include "model/org/deputies.hpp"
#include "model/org/fill_posts.hpp"
#include "model/org/former_ids.hpp"
#include "model/org/meant_references.hpp"
#include "model/org/names.hpp"
#include "model/org/org.hpp"
#include "model/org/people.hpp"
#include "model/org/scopes.hpp"
#include "model/org/title.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// Builds an organisation step by step. Each step resolves what the ones before made known.
class Builder {
 public:
  Builder(Document document, Date today, std::vector<CatalogueFile> files) {
    auto kept = std::make_unique<Document>(std::move(document));
    doc_ = kept.get();
    org_.document = std::move(kept);
    order_ = canonical_order(*doc_);
    people_.emplace(org_);
    org_.as_of = doc_->company.as_of.given() ? doc_->company.as_of.value : today;
    titles_.emplace(choose_catalogues(org_, std::move(files), findings_));
    former_roles_ = former_roles(org_, findings_);
  }

  Built build() {
    read_company();
    enter_ids();
    enter_former_ids();
    for (const PersonDecl* decl : order_.persons) people_->enter(*decl, findings_);
    fill_posts(org_, *people_, *titles_, former_roles_, *scopes_, findings_);
    list_roles();
    name_holders();
    for (std::size_t i = 0; i < org_.positions.size(); ++i) find_deputy(PositionId(i));
    settle_deputies(org_);
    resolve_teams();
    resolve_bodies();
    draw_lines();
    check_readiness();
    assign_duties(org_, order_, names_, *scopes_, findings_);
    const MeantReferences meant(org_, names_, *people_);
    names_.report_unknown([&](std::string_view text, std::string_view key,
                              Finding& finding) { return meant.explain(text, key, finding); },
                          findings_);
    check_former_names();
    return {std::move(org_), std::move(findings_)};
  }

 private:
  void list_roles() {
    org_.role_posts.resize(org_.roles.size());
    for (std::size_t i = 0; i < org_.positions.size(); ++i) {
      for (const RoleId role : org_.positions[i].roles) {
        auto& posts = org_.role_posts[role.index()];
        if (posts.empty() || posts.back() != PositionId(i)) posts.emplace_back(i);
      }
    }
  }

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
    org_.positions.reserve(order_.positions.size());
    for (const PositionDecl* decl : order_.positions) {
      names_.add(decl->id,
                 {Party::Kind::position, static_cast<std::uint32_t>(org_.positions.size())});
      Position position;
      position.decl = decl;
      position.id = decl->id.value;
      position.title = decl->title.given() ? decl->title.value : decl->id.value;
      position.assistant = decl->assistant.value;
      org_.positions.push_back(std::move(position));
    }
    for (const TeamDecl* decl : order_.teams) {
      names_.add(decl->id, {Party::Kind::team, static_cast<std::uint32_t>(org_.teams.size())});
      org_.teams.push_back({decl,
                            decl->id.value,
                            decl->name.given() ? decl->name.value : decl->id.value,
                            0,
                            {},
                            {},
                            {}});
    }
    for (const BodyDecl* decl : order_.bodies) {
      names_.add(decl->id, {Party::Kind::body, static_cast<std::uint32_t>(org_.bodies.size())});
      org_.bodies.push_back({decl,
                             decl->id.value,
                             decl->name.given() ? decl->name.value : decl->id.value,
                             0,
                             {},
                             {}});
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
        const auto used = people_->find(was.value);
        if (!used) {
          persons.add(was, decl->name.value, subject, findings_);
        } else if (org_[*used].decl == nullptr) {
          taken.emplace(was.value, std::pair(&was, decl));
        } else {
          findings_.push_back(still_there(was, subject, place_of(org_[*used])));
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

  /// Once all posts are filled: a name may be known only from a later one.
  void name_holders() {
    for (std::size_t i = 0; i < org_.positions.size(); ++i) {
      Position& position = org_.positions[i];
      position.holder_names = position.incumbents.size() == 1
                                  ? std::string(org_[position.incumbents[0].person].name)
                                  : org_.names({Party::Kind::position, PositionId(i).value});
    }
  }

  void find_deputy(PositionId id) {
    Position& position = org_.positions[id.index()];
    const Text& deputy = position.decl->deputy;
    if (!deputy.given()) return;
    const auto post = names_.position(deputy.value);
    if (!post && people_->no_name(deputy)) {
      people_->nobodies().report_deputy(*position.decl, findings_);
      return;
    }
    position.deputy_text = deputy.value;
    if (post) {
      position.deputy_post = post;
      position.deputy = org_[*post].holder;
      position.deputy_text =
          position.deputy ? std::string_view(org_[*post].holder_names) : org_[*post].id;
    } else if (const auto who = people_->find(deputy.value)) {
      position.deputy = who;
      position.deputy_text = org_[*who].name;
    } else if (names_.seems_meant_as_id(deputy.value)) {
      names_.unknown(deputy, "deputy", "a position or a person");
    } else {
      // A name that stands nowhere else is a person all the same.
      position.deputy = people_->person(deputy.value);
    }
  }

  /// A post that is not there: nobody is meant, or it is misspelt.
  void absent_post(Subject subject, Span table, std::string_view key, const Text& text,
                   bool of_list) {
    if (!names_.find(text.value) && people_->no_name(text)) {
      people_->nobodies().report_post(std::move(subject), table, key, text, of_list, findings_);
    } else {
      names_.unknown(text, key, "a position");
    }
  }

  void resolve_teams() {
    for (Team& team : org_.teams) {
      for (const Text& text : team.decl->lead) {
        if (const auto lead = names_.position(text.value)) {
          if (std::ranges::find(team.leads, *lead) == team.leads.end()) team.leads.push_back(*lead);
        } else {
          absent_post({Subject::Kind::team, std::string(team.id)}, team.decl->span, "lead", text,
                      team.decl->lead.size() > 1);
        }
      }
      const auto best = std::ranges::min_element(
          team.leads, {}, [&](PositionId lead) { return std::pair(org_[lead].filling, lead); });
      if (best != team.leads.end()) team.lead = *best;
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
      std::set<PositionId> seen;
      const auto enter = [&](const Text& text, std::string_view key) {
        const auto member = names_.position(text.value);
        if (!member) {
          absent_post({Subject::Kind::body, std::string(body.id)}, body.decl->span, key, text,
                      key == "members" || body.decl->chair.size() > 1);
        }
        if (member && seen.insert(*member).second) body.members.push_back(*member);
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

  /// "XX" and the like, as public registers write for the boss of a top. "TBD" is no such word: a
  /// boss is meant.
  bool is_no_boss(const Text& boss) const {
    return !names_.find(boss.value) && people_->nobodies().find(boss.value) == NoName::unclear;
  }

  /// The one post that reports to itself in a company without another top: its head, written so by
  /// habit.
  std::optional<PositionId> self_reporting_head() const {
    std::optional<PositionId> found;
    for (std::size_t i = 0; i < org_.positions.size(); ++i) {
      const Position& position = org_.positions[i];
      const Text& boss = position.decl->reports_to;
      const bool itself =
          boss.given() && boss.value == position.id && !names_.is_repeated(boss.value);
      if (!exists(position.filling) || !(itself || !boss.given() || is_no_boss(boss))) continue;
      if (found || !itself) return std::nullopt;
      found = PositionId(i);
    }
    return found;
  }

  /// The boss whom another program's key names, by id or by the name of who is there.
  std::optional<Vertex> boss_called(std::string_view text) const {
    const auto party = names_.find(text);
    if (party && party->kind == Party::Kind::position) return org_.vertex(PositionId(party->index));
    if (party && party->kind == Party::Kind::body) return org_.vertex(BodyId(party->index));
    const auto known = people_->find(text);
    if (!known || org_[*known].positions.size() != 1) return std::nullopt;
    return org_.vertex(org_[*known].positions.front());
  }

  void draw_lines() {
    std::vector<Edge> solid;
    std::vector<Edge> dotted;
    std::vector<Edge> working;
    head_by_habit_ = self_reporting_head();
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
      } else if (decl.reports_to.given() && head_by_habit_ != PositionId(i)) {
        if (is_no_boss(decl.reports_to)) {
          people_->nobodies().report_boss(decl, findings_);
        } else if (const auto boss = vertex(decl.reports_to, "reports_to")) {
          solid.emplace_back(*boss, self);
        } else {
          org_.positions[i].boss_unknown = true;
        }
      }
      for (const Text& text : decl.dotted_to) {
        if (const auto boss = vertex(text, "dotted_to")) dotted.emplace_back(*boss, self);
      }
      if (decl.overseer.given() && !names_.position(decl.overseer.value)) {
        absent_post(org_.subject(PositionId(i)), decl.span, "overseer", decl.overseer, false);
      }
    }
    for (const LinkDecl* link_decl : order_.links) {
      const LinkDecl& decl = *link_decl;
      Link link{link_decl, {}, {}};
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
    for (std::size_t i = 0; i < org_.persons.size(); ++i) {
      const Person& person = org_.persons[i];
      if (person.decl == nullptr) continue;
      for (const Text& text : person.decl->ready_for) {
        org_.successors[text.value].emplace_back(i);
        if (!org_.role(text.value) && !names_.position(text.value)) {
          names_.unknown(text, "ready_for", "a role or a position");
        }
      }
    }
  }

  const Document* doc_ = nullptr;
  CanonicalOrder order_;
  Org org_;
  Findings findings_;
  std::optional<TitleReader> titles_;
  FormerIds former_roles_;
  Names names_;
  std::optional<People> people_;
  std::optional<PositionId> head_by_habit_;
  std::optional<ScopeNames> scopes_;
};

}  // namespace

Built build_org(Document document, Date today, std::vector<CatalogueFile> files) {
  return Builder(std::move(document), today, std::move(files)).build();
}

}  // namespace rolecall
