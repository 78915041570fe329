#include "model/org/assign.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/catalogue/search.hpp"
#include "model/org/scopes.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/slips.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

class Assigner {
 public:
  Assigner(Org& org, const CanonicalOrder& order, Names& names, ScopeNames& scopes,
           Findings& findings)
      : org_(org), order_(order), names_(names), scopes_(scopes), findings_(findings) {}

  void run() {
    for (const ChosenCatalogue& chosen : org_.catalogues) {
      if (chosen.built_in != nullptr) {
        for (const CatalogueDuty& duty : chosen.built_in->duties) add_catalogue_duty(duty);
      } else {
        ++source_;
        for (const DutyDecl* decl : in_order(chosen.file->duties)) add_own_duty(*decl);
      }
    }
    apply_profile();
    ++source_;
    for (const DutyDecl* decl : order_.duties) add_own_duty(*decl);
    for (const auto& file : org_.catalogue_files) {
      for (const DutyDecl& decl : file->duties) add_former_ids(decl);
    }
    for (const DutyDecl* decl : order_.duties) add_former_ids(*decl);
    fill_bundles();
    off_.resize(org_.duties.size());
    for (const Position& position : org_.positions) expect_scopes(position.decl->duties);
    for (const Team& team : org_.teams) expect_scopes(team.decl->duties);
    for (const Body& body : org_.bodies) expect_scopes(body.decl->duties);
    for (const DutyViewDecl* view : order_.duty_views) expect_scopes(view->lists);
    for (std::size_t i = 0; i < org_.positions.size(); ++i) {
      const Position& position = org_.positions[i];
      read_lists(Party{Party::Kind::position, static_cast<std::uint32_t>(i)}, position.decl->duties,
                 position.scopes);
    }
    for (std::size_t i = 0; i < org_.teams.size(); ++i) {
      read_lists(Party{Party::Kind::team, static_cast<std::uint32_t>(i)},
                 org_.teams[i].decl->duties, {});
    }
    for (std::size_t i = 0; i < org_.bodies.size(); ++i) {
      read_lists(Party{Party::Kind::body, static_cast<std::uint32_t>(i)},
                 org_.bodies[i].decl->duties, {});
    }
    for (const DutyViewDecl* view : order_.duty_views) read_view(*view);
    merge();
    read_links();
  }

 private:
  std::optional<Owner> owner(std::string_view text) const {
    if (text == "shared") return Owner{Owner::Kind::shared, {}};
    if (text == "contested") return Owner{Owner::Kind::contested, {}};
    if (const auto role = org_.role(text)) return Owner{Owner::Kind::role, *role};
    return std::nullopt;
  }

  void add_catalogue_duty(const CatalogueDuty& from) {
    Duty duty;
    duty.id = from.id;
    duty.title = from.title;
    duty.about = from.about;
    duty.owner = owner(from.owner).value_or(Owner{});
    duty.focus = from.focus;
    duty.area = from.area;
    duty.delegable = from.delegable;
    for (const std::string_view role : from.may_hold) {
      if (const auto id = org_.role(role)) duty.may_hold.push_back(*id);
    }
    duty.sources.assign(from.sources.begin(), from.sources.end());
    // A role that the company has not got takes nothing over: security is the CIO's without a CISO.
    const bool waits = duty.owner.kind == Owner::Kind::role && !expected(duty.owner.role);
    if (waits && ids_.contains(duty.id)) return;
    enter(std::move(duty));
  }

  /// Whether the company has a post with the role, or must have one.
  bool expected(RoleId role) {
    if (expected_.empty()) {
      expected_.resize(org_.roles.size());
      for (const RoleId required : org_.required_roles) expected_[required.index()] = true;
      for (const Position& position : org_.positions) {
        if (!exists(position.filling)) continue;
        for (const RoleId held : position.roles) expected_[held.index()] = true;
      }
    }
    return expected_[role.index()];
  }

  /// A duty of a later catalogue takes the place of the one before it.
  void enter(Duty duty) {
    const auto [entry, fresh] = ids_.emplace(duty.id, DutyId(org_.duties.size()));
    if (!fresh) {
      org_.duties[entry->second.index()] = std::move(duty);
      return;
    }
    known_ids_.push_back(duty.id);
    org_.duties.push_back(std::move(duty));
  }

  /// The duties that nobody needs to hold in a company of this kind.
  void apply_profile() {
    const Profile* profile = find_profile(org_.profile);
    if (profile == nullptr) return;
    const auto named = [](Strings names, std::string_view name) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    for (Duty& duty : org_.duties) {
      if (!named(profile->optional_duties, duty.id) && !named(profile->optional_areas, duty.area)) {
        continue;
      }
      duty.required = false;
      duty.optional_by_profile = true;
    }
  }

  void add_own_duty(const DutyDecl& decl) {
    if (!decl.id.given()) return;
    const auto known = ids_.find(decl.id.value);
    // One that a catalogue describes is changed by those behind it, and by the description.
    if (known != ids_.end() && described_in(known->second) == source_) {
      Span first = org_[known->second].declared;
      Span again = decl.id.span;
      if (again < first) std::swap(first, again);
      findings_.push_back(
          Finding("duplicate-id",
                  fmt::format("the duty {} is described twice", quoted(decl.id.value)), again,
                  "described again here")
              .about({Subject::Kind::duty, decl.id.value})
              .label(first, "first described here")
              .note("one of them counts, the first by title; the other one is passed over"));
      return;
    }
    if (known == ids_.end()) {
      Duty fresh;
      fresh.id = decl.id.value;
      fresh.title = decl.id.value;
      fresh.area = "own";
      fresh.owner.kind = Owner::Kind::contested;  // until the owner is read
      enter(std::move(fresh));
      if (!decl.owner.given()) {
        findings_.push_back(
            Finding("missing-key", fmt::format("the duty {} has no owner", quoted(decl.id.value)),
                    decl.id.span, "needs `owner`")
                .about({Subject::Kind::duty, decl.id.value})
                .help("write `owner = \"CIO\"`, another role, `shared` or `contested`"));
      }
    }
    const DutyId id = ids_.find(decl.id.value)->second;
    described_in(id) = source_;
    Duty& duty = org_.duties[id.index()];
    duty.declared = decl.id.span;
    if (decl.title.given()) duty.title = decl.title.value;
    if (decl.about.given()) duty.about = decl.about.value;
    if (decl.area.given()) duty.area = decl.area.value;
    if (decl.required.given()) duty.required = decl.required.value;
    if (decl.delegable.given()) duty.delegable = decl.delegable.value;
    if (decl.owner.given()) set_owner(duty, decl.owner);
    if (decl.focus.given()) {
      duty.focus = decl.focus.value == "inward"    ? Focus::inward
                   : decl.focus.value == "outward" ? Focus::outward
                                                   : Focus::both;
    }
    for (const Text& text : decl.may_hold) {
      if (const auto role = org_.role(text.value)) {
        duty.may_hold.push_back(*role);
      } else {
        unknown_role(text, "may_hold", false);
      }
    }
    if (decl.sources.given()) {
      duty.sources.clear();
      for (const Text& text : decl.sources) duty.sources.push_back(text.value);
    }
  }

  /// What duties of the company's own were called before.
  void add_former_ids(const DutyDecl& decl) {
    const auto duty = ids_.find(decl.id.value);
    if (duty == ids_.end()) return;
    for (const Text& was : decl.was) {
      if (const auto used = ids_.find(was.value); used != ids_.end()) {
        const Duty& other = org_[used->second];
        findings_.push_back(still_there(was, org_.subject(duty->second), other.declared));
      } else {
        former_.add(was, org_[duty->second].id, org_.subject(duty->second), findings_);
      }
    }
  }

  /// The number of the source that describes the duty: the catalogue files, then the description.
  std::uint32_t& described_in(DutyId id) {
    if (described_in_.size() < org_.duties.size()) described_in_.resize(org_.duties.size(), 0);
    return described_in_[id.index()];
  }

  void set_owner(Duty& duty, const Text& text) {
    const auto found = owner(text.value);
    if (!found) {
      unknown_role(text, "owner", true);
      return;
    }
    duty.owner = *found;
    duty.focus = found->kind == Owner::Kind::role ? org_[found->role].focus : Focus::both;
  }

  void unknown_role(const Text& text, std::string_view key, bool owner) {
    std::vector<std::string_view> known;
    for (const Role& role : org_.roles) known.push_back(role.id);
    if (owner) known.insert(known.end(), {"shared", "contested"});
    Finding finding("unknown-reference",
                    fmt::format("`{}` names {}, which is not a role", key, quoted(text.value)),
                    text.span, "not a role that is known");
    finding.add_subject({Subject::Kind::role, text.value});
    Findings told;  // by the builder
    if (!former_roles_) former_roles_ = former_roles(org_, told);
    const bool renamed = former_roles_->suggest(text.value, finding);
    if (const auto near = renamed ? std::nullopt : near_miss(text.value, known)) {
      offer_word(finding, text.span, *near);
    }
    finding.notes.push_back(fmt::format("the roles are {}", list_of(known, 64)));
    findings_.push_back(std::move(finding));
  }

  void fill_bundles() {
    for (const Role& role : org_.roles) bundles_[fmt::format("@{}", role.id)];
    bundles_["@shared"];
    bundles_["@contested"];
    for (std::size_t i = 0; i < org_.duties.size(); ++i) {
      const Duty& duty = org_.duties[i];
      const std::string name = bundle_name(org_, duty.owner);
      bundles_[name].push_back(DutyId(i));
      bundles_[fmt::format("{}/{}", name, duty.area)].push_back(DutyId(i));
    }
  }

  void expect_scopes(const DutyLists& lists) {
    for (const DutyEntries* list :
         {&lists.accountable, &lists.responsible, &lists.consulted, &lists.informed}) {
      for (const DutyEntry& entry : *list) scopes_.expect(entry.scope);
    }
  }

  void read_lists(Party party, const DutyLists& lists, const Scopes& usual) {
    read_list(party, Raci::accountable, lists.accountable, usual);
    read_list(party, Raci::responsible, lists.responsible, usual);
    read_list(party, Raci::consulted, lists.consulted, usual);
    read_list(party, Raci::informed, lists.informed, usual);
  }

  /// One list. An exception takes off what stands before it, so the list is read from its end:
  /// what an exception names is passed over from there on.
  void read_list(Party party, Raci raci, const std::vector<DutyEntry>& list, const Scopes& usual) {
    if (list.empty()) return;
    org_.has_duty_lists = true;
    ++epoch_;
    const auto first = static_cast<std::ptrdiff_t>(org_.assignments.size());
    for (auto entry = list.rbegin(); entry != list.rend(); ++entry) {
      const bool off = entry->what.value.starts_with('!');
      const std::string_view name = std::string_view(entry->what.value).substr(off ? 1 : 0);
      const bool exact = !name.starts_with('@');
      const Scopes named = entry->scope.empty() ? Scopes{} : scopes_.read(entry->scope, findings_);
      const Scopes& scopes = entry->scope.empty() && !off ? usual : named;
      for (const DutyId duty : exact ? duty_named(entry->what, name) : bundle(entry->what, name)) {
        Off& taken = off_[duty.index()];
        if (taken.list != epoch_) taken = {epoch_};
        if (off) {
          taken.add(scopes);
        } else if (Scopes kept = taken.from(org_, scopes); !empty(kept)) {
          org_.assignments.push_back({duty, raci, party, exact, std::move(kept), entry->what.span});
        }
      }
    }
    std::reverse(org_.assignments.begin() + first, org_.assignments.end());
  }

  std::span<const DutyId> duty_named(const Text& text, std::string_view name) {
    const auto duty = ids_.find(name);
    if (duty != ids_.end()) return {&duty->second, 1};
    unknown_duty(text, name);
    return {};
  }

  std::span<const DutyId> bundle(const Text& text, std::string_view name) {
    const auto found = bundles_.find(name);
    if (found == bundles_.end()) return unknown_bundle(text, name);
    if (found->second.empty()) empty_bundle(text, name);
    return found->second;
  }

  /// A bundle of a role whose duties are all in catalogues that are not in use.
  void empty_bundle(const Text& text, std::string_view name) {
    for (const Catalogue& catalogue : catalogues()) {
      const bool would_help = std::ranges::any_of(catalogue.duties, [&](const CatalogueDuty& duty) {
        return duty.owner == name.substr(1) && !ids_.contains(duty.id);
      });
      if (!would_help) continue;
      Finding finding("unknown-duty", fmt::format("{} holds nothing here", quoted(name)), text.span,
                      "no duties in use");
      finding.severity = Severity::warning;
      finding.add_subject({Subject::Kind::duty, std::string(name)});
      finding.help_text =
          fmt::format("its duties are in the catalogue `{}`: add it to `catalogues` of [company]",
                      catalogue.id);
      findings_.push_back(std::move(finding));
      return;
    }
  }

  void read_view(const DutyViewDecl& view) {
    const auto known = ids_.find(view.duty.value);
    if (known == ids_.end()) {
      unknown_duty(view.duty, view.duty.value);
      return;
    }
    Duty& duty = org_.duties[known->second.index()];
    duty.viewed = view.duty.span;
    duty.joint = view.joint.value;
    duty.unowned = view.unowned.value;
    if (view.lead.given()) {
      duty.lead = names_.find(view.lead.value);
      duty.lead_span = view.lead.span;
      if (!duty.lead) names_.unknown(view.lead, "lead", "a position, a team or a body");
    }
    read_holders(known->second, Raci::accountable, view.lists.accountable);
    read_holders(known->second, Raci::responsible, view.lists.responsible);
    read_holders(known->second, Raci::consulted, view.lists.consulted);
    read_holders(known->second, Raci::informed, view.lists.informed);
  }

  void read_holders(DutyId duty, Raci raci, const std::vector<DutyEntry>& holders) {
    if (!holders.empty()) org_.has_duty_lists = true;
    for (const DutyEntry& entry : holders) {
      const auto party = names_.find(entry.what.value);
      if (!party) {
        names_.unknown(entry.what, name(raci), "a position, a team or a body");
        continue;
      }
      Scopes scopes;
      if (!entry.scope.empty()) {
        scopes = scopes_.read(entry.scope, findings_);
      } else if (party->kind == Party::Kind::position) {
        scopes = org_[PositionId(party->index)].scopes;
      }
      // In scopes that the company has not got nobody holds anything.
      if (empty(scopes)) continue;
      org_.assignments.push_back({duty, raci, *party, true, std::move(scopes), entry.what.span});
    }
  }

  void unknown_duty(const Text& text, std::string_view name) {
    Finding finding("unknown-duty", fmt::format("unknown duty {}", quoted(name)), text.span,
                    "not in the catalogue");
    finding.add_subject({Subject::Kind::duty, std::string(name)});
    const std::string_view before =
        std::string_view(text.value).substr(0, text.value.size() - name.size());
    if (!former_.suggest(name, finding, before) && !suggest_slip(text, name, finding) &&
        !suggest_meaning(text, name, finding) && near_misses_left_ > 0) {
      --near_misses_left_;
      if (const auto near = near_miss(name, known_ids_)) {
        offer_word(finding, text.span, *near, sign_of(text.value));
      } else {
        finding.help_text =
            "`rolecall catalogue` lists the duties, with `--search WORD` those of all catalogues; "
            "add one of your own as `[[duty]]`";
      }
    }
    findings_.push_back(std::move(finding));
  }

  bool suggest_slip(const Text& text, std::string_view name, Finding& finding) {
    if (!slips_) slips_.emplace(known_ids_);
    const auto slip = slips_->find(name);
    if (slip) offer_word(finding, text.span, *slip, sign_of(text.value));
    return slip.has_value();
  }

  /// What a duty is called elsewhere: by its title, by another word, or in a catalogue that is not
  /// in use.
  bool suggest_meaning(const Text& text, std::string_view name, Finding& finding) {
    for (const Duty& duty : org_.duties) {
      if (!same_term(duty.title, name)) continue;
      offer_word(finding, text.span, NearMiss{duty.id, true}, sign_of(text.value));
      return true;
    }
    const std::vector<FoundDuty> found = duties_called(name);
    for (const FoundDuty& each : found) {
      if (!ids_.contains(each.duty->id)) continue;
      offer_word(finding, text.span, NearMiss{each.duty->id, false}, sign_of(text.value));
      return true;
    }
    if (found.empty()) return false;
    suggest_catalogue(*found.front().catalogue, *found.front().duty, name, finding);
    return true;
  }

  void suggest_catalogue(const Catalogue& catalogue, const CatalogueDuty& duty,
                         std::string_view name, Finding& finding) {
    finding.help_text =
        duty.id == name
            ? fmt::format(
                  "it is in the catalogue `{0}`: add `\"{0}\"` to `catalogues` of [company]",
                  catalogue.id)
            : fmt::format(
                  "it is {} of the catalogue `{}`: write that, and add `\"{}\"` to "
                  "`catalogues` of [company]",
                  quoted(duty.id), catalogue.id, catalogue.id);
    const CompanyDecl& company = org_.document->company;
    if (!company.span || duty.id != name) return;
    Fix fix{fmt::format("add the catalogue `{}`", catalogue.id), {}};
    if (company.catalogues.given()) {
      fix.changes.emplace_back(AddToList{company.span, "catalogues", std::string(catalogue.id)});
    } else {
      std::vector<std::string> all;
      for (const ChosenCatalogue& chosen : org_.catalogues) {
        if (chosen.built_in != nullptr) all.emplace_back(chosen.built_in->id);
      }
      all.emplace_back(catalogue.id);
      fix.changes.emplace_back(SetKey{company.span, "catalogues", std::move(all)});
    }
    offer(finding, std::move(fix));
  }

  /// What makes an entry an exception.
  static std::string_view sign_of(std::string_view entry) {
    return entry.starts_with('!') ? "!" : "";
  }

  /// Tells it; what is surely meant is read all the same, so that nothing else seems to be missing.
  std::span<const DutyId> unknown_bundle(const Text& text, std::string_view name) {
    std::vector<std::string_view> filled;
    for (const auto& [bundle, duties] : bundles_) {
      if (!duties.empty()) filled.push_back(bundle);
    }
    Finding finding("unknown-duty", fmt::format("unknown bundle {}", quoted(name)), text.span,
                    "no duties by this name");
    finding.add_subject({Subject::Kind::duty, std::string(name)});
    std::span<const DutyId> meant;
    if (const auto near = near_miss(name, filled)) {
      offer_word(finding, text.span, *near, sign_of(text.value));
      if (near->sure) meant = bundles_.find(near->word)->second;
    }
    finding.notes.push_back(fmt::format("the bundles are {}", list_of(filled, 64)));
    findings_.push_back(std::move(finding));
    return meant;
  }

  /// Sorts the assignments and unites those that say the same of one party twice.
  void merge() {
    auto& all = org_.assignments;
    // What a list of the party says stands before what is said under the duty.
    std::ranges::stable_sort(all, [](const Assignment& a, const Assignment& b) {
      return std::tie(a.duty, a.raci, a.party, b.exact) <
             std::tie(b.duty, b.raci, b.party, a.exact);
    });
    const auto same = [](const Assignment& a, const Assignment& b) {
      return a.duty == b.duty && a.raci == b.raci && a.party == b.party && a.exact == b.exact;
    };
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all.size();) {
      std::size_t end = i + 1;
      while (end < all.size() && same(all[i], all[end])) ++end;
      if (end - i > 1) {
        ScopeUnion sum(org_);
        for (std::size_t k = i; k < end; ++k) sum.add(all[k].scopes);
        all[i].scopes = std::move(sum).total();
      }
      if (kept != i) all[kept] = std::move(all[i]);
      ++kept;
      i = end;
    }
    all.resize(kept);
  }

  void read_links() {
    for (Link& link : org_.links) {
      for (const Text& text : link.decl->on) {
        const auto duty = ids_.find(text.value);
        duty == ids_.end() ? unknown_duty(text, text.value) : link.on.push_back(duty->second);
      }
    }
  }

  Org& org_;
  const CanonicalOrder& order_;
  Names& names_;
  ScopeNames& scopes_;
  Findings& findings_;
  std::unordered_map<std::string_view, DutyId> ids_;
  std::vector<std::string_view> known_ids_;
  FormerIds former_;
  std::optional<FormerIds> former_roles_;  ///< once they were asked for
  std::vector<bool> expected_;             ///< per role, once it was asked for
  std::map<std::string, std::vector<DutyId>, std::less<>> bundles_;
  std::uint32_t source_ = 0;  ///< the number of the source whose duties are being read
  std::vector<std::uint32_t> described_in_;  ///< per duty
  /// In which scopes an exception of a list takes a duty off what stands before it.
  struct Off {
    std::uint32_t list = 0;
    bool all = false;
    std::set<ScopeId> some{};

    void add(const Scopes& scopes) {
      all = all || scopes.all;
      some.insert(scopes.some.begin(), scopes.some.end());
    }
    /// What is left of the scopes.
    Scopes from(const Org& org, const Scopes& scopes) const {
      if (all) return {false, {}};
      if (some.empty()) return scopes;
      if (scopes.all) return subtract(org, scopes, {false, {some.begin(), some.end()}});
      Scopes out{false, {}};
      std::ranges::copy_if(scopes.some, std::back_inserter(out.some),
                           [&](ScopeId scope) { return !some.contains(scope); });
      return out;
    }
  };
  std::vector<Off> off_;        ///< per duty
  std::uint32_t epoch_ = 0;     ///< the number of the list that is being read
  std::optional<Slips> slips_;  ///< of ids, once it was asked for
  std::size_t near_misses_left_ = 32;
};

}  // namespace

std::string bundle_name(const Org& org, const Owner& owner) {
  switch (owner.kind) {
    case Owner::Kind::shared:
      return "@shared";
    case Owner::Kind::contested:
      return "@contested";
    case Owner::Kind::role:
      break;
  }
  return fmt::format("@{}", org[owner.role].id);
}

void assign_duties(Org& org, const CanonicalOrder& order, Names& names, ScopeNames& scopes,
                   Findings& findings) {
  Assigner(org, order, names, scopes, findings).run();
}

}  // namespace rolecall
