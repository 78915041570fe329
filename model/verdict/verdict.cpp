#include "model/verdict/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "model/org/scopes.hpp"
#include "model/text/text.hpp"
#include "model/verdict/standing.hpp"
#include "model/verdict/verdict_reasons.hpp"

namespace rolecall {

std::string_view name(VerdictKind kind) {
  switch (kind) {
    case VerdictKind::unowned:
      return "unowned on purpose";
    case VerdictKind::missing:
      return "missing";
    case VerdictKind::unknown:
      return "unknown";
    case VerdictKind::on_paper:
      return "on paper only";
    case VerdictKind::partly_covered:
      return "partly covered";
    case VerdictKind::overlapping:
      return "overlapping";
    case VerdictKind::contested:
      return "contested";
    case VerdictKind::misplaced:
      return "misplaced";
    case VerdictKind::provisional:
      return "provisional";
    case VerdictKind::joint:
      return "joint";
    case VerdictKind::split:
      return "split";
    case VerdictKind::delegated:
      return "delegated";
    case VerdictKind::covered:
      return "covered";
  }
  return "";
}

std::string_view name(OverlapKind kind) {
  switch (kind) {
    case OverlapKind::none:
      return "none";
    case OverlapKind::one_line:
      return "in one line";
    case OverlapKind::peers:
      return "between peers";
    case OverlapKind::across_lines:
      return "across lines";
  }
  return "";
}

namespace {

class Judge {
 public:
  explicit Judge(const Org& org) : org_(org), states_(role_states(org)), standing_(org) {}

  Verdict judge(DutyId id) {
    Verdict verdict;
    verdict.duty = id;
    collect_holders(verdict);
    collect_doers(verdict);
    decide(verdict);
    return verdict;
  }

 private:
  void collect_holders(Verdict& verdict) {
    const auto assignments = org_.of(verdict.duty, Raci::accountable);
    ScopeUnion named(org_);
    for (const Assignment& a : assignments) {
      // A post that does not exist, or no more, takes nothing from those who do.
      if (a.exact && exists(org_.filling(a.party))) named.add(a.scopes);
    }
    const Scopes exact = std::move(named).total();
    for (const Assignment& a : assignments) {
      Holder holder{a.party, org_.filling(a.party), a.scopes, a.exact, a.span};
      if (!a.exact) {
        holder.scopes = subtract(org_, a.scopes, exact);
        if (empty(holder.scopes)) {
          // Without any exact entry nothing was taken off: the entry itself names no scope.
          if (!empty(exact)) {
            holder.scopes = a.scopes;
            verdict.yielding.push_back(std::move(holder));
          }
          continue;
        }
      }
      auto& side = active(holder.filling) ? verdict.holders : verdict.paper;
      if (!side.empty() && side.back().party == holder.party) {
        side.back().scopes = unite(org_, side.back().scopes, holder.scopes);
      } else {
        side.push_back(std::move(holder));
      }
    }
    // Whoever names the duty as well has not lost it.
    std::erase_if(verdict.yielding, [&](const Holder& yields) {
      return std::ranges::binary_search(verdict.holders, yields.party, {}, &Holder::party) ||
             std::ranges::binary_search(verdict.paper, yields.party, {}, &Holder::party);
    });
  }

  void collect_doers(Verdict& verdict) {
    const auto responsible = org_.of(verdict.duty, Raci::responsible);
    if (responsible.empty()) return;
    const HolderLines lines(org_, standing_, verdict.duty, verdict.holders);
    for (const Assignment& a : responsible) {
      if (!active(org_.filling(a.party)) && a.party.kind != Party::Kind::team) continue;
      if (holds(verdict, a.party)) {
        verdict.holder_does = true;
        continue;
      }
      // By name and through a bundle, a doer may have different scopes.
      const auto is_last = [&](const std::vector<Party>& parties) {
        return !parties.empty() && parties.back() == a.party;
      };
      if (!is_last(verdict.doers)) verdict.doers.push_back(a.party);
      if (verdict.holders.empty() || lines.direct(a)) continue;
      if (!is_last(verdict.doers_out_of_line)) verdict.doers_out_of_line.push_back(a.party);
    }
  }

  /// Whether the party, or the person in it, is one of the holders. Holders are sorted.
  bool holds(const Verdict& verdict, Party party) const {
    const auto at = std::lower_bound(verdict.holders.begin(), verdict.holders.end(), party,
                                     [](const Holder& h, Party p) { return h.party < p; });
    if (at != verdict.holders.end() && at->party == party) return true;
    return party.kind == Party::Kind::position &&
           std::ranges::any_of(verdict.holders, [&](const Holder& holder) {
             return org_.share_person(holder.party, party);
           });
  }

  void decide(Verdict& v) {
    const Duty& duty = org_[v.duty];
    find_open_scopes(v);
    find_clashes(v);
    v.taking = taking(org_, standing_, v);
    const Holder* misplaced = find_misplaced(v);

    if (!duty.unowned.empty()) {
      settle(v, VerdictKind::unowned, std::string(duty.unowned));
    } else if (v.holders.empty() && v.paper.empty()) {
      decide_absent(v);
    } else if (v.holders.empty()) {
      settle(v, VerdictKind::on_paper, paper_reason(org_, v));
    } else if (!v.open_scopes.empty()) {
      settle(v, VerdictKind::partly_covered,
             fmt::format("nobody covers {}", describe(org_, Scopes{false, v.open_scopes})));
    } else if (v.overlap != OverlapKind::none && !joint(v)) {
      const bool contested = duty.owner.kind == Owner::Kind::contested;
      settle(v, contested ? VerdictKind::contested : VerdictKind::overlapping,
             overlap_reason(org_, v));
    } else if (misplaced != nullptr && !v.stand_in) {
      v.line_role = standing_.line(*org_.seat(misplaced->party));
      settle(v, VerdictKind::misplaced, misplaced_reason(org_, v, misplaced->party));
    } else if (is_provisional(v)) {
      settle(v, VerdictKind::provisional, provisional_reason(org_, v));
    } else if (v.overlap != OverlapKind::none) {
      settle(v, VerdictKind::joint,
             duty.joint.empty() ? fmt::format("{} share it", holder_list(org_, v))
                                : std::string(duty.joint));
    } else if (different_holders_ > 1) {
      settle(v, VerdictKind::split,
             fmt::format("{} hold it in different scopes", holder_list(org_, v)));
    } else if (!v.doers.empty() && v.doers_out_of_line.empty()) {
      settle(v, VerdictKind::delegated, delegated_reason(org_, v));
    } else {
      settle(v, VerdictKind::covered,
             fmt::format("{} {} accountable", holder_list(org_, v),
                         v.holders.size() == 1 ? "is" : "are"));
    }
    add_reasons(org_, v, !v.holders.empty() && is_provisional(v));
  }

  void settle(Verdict& v, VerdictKind kind, std::string reason) {
    v.kind = kind;
    v.reasons.insert(v.reasons.begin(), std::move(reason));
  }

  void decide_absent(Verdict& v) {
    if (!org_[v.duty].required) {
      settle(v, VerdictKind::unowned,
             org_[v.duty].optional_by_profile
                 ? fmt::format("not required by the profile {}", quoted(org_.profile))
                 : "the duty is not required");
    } else if (!org_.complete) {
      settle(v, VerdictKind::unknown, "nobody is accountable in this part of the company");
    } else {
      settle(v, VerdictKind::missing, "nobody is accountable");
    }
  }

  /// Scopes that are asked for and that no active holder covers: all that the company declares,
  /// and those of holders who are not there.
  void find_open_scopes(Verdict& v) {
    ScopeUnion covered(org_);
    for (const Holder& holder : v.holders) covered.add(holder.scopes);
    ScopeUnion asked(org_);
    if (org_.scopes_declared) asked.add({});
    for (const Holder& holder : v.paper) asked.add(holder.scopes);
    v.open_scopes =
        members(org_, subtract(org_, std::move(asked).total(), std::move(covered).total()));
  }

  /// For each holder the first one who is the same: one person in several posts is one holder, and
  /// so are all with whom she shares one of them.
  std::vector<std::size_t> same_holders(const Verdict& v) const {
    std::vector<std::size_t> first(v.holders.size());
    std::map<PersonId, std::size_t> of_person;
    const auto find = [&](std::size_t i) {
      while (first[i] != i) i = first[i] = first[first[i]];
      return i;
    };
    for (std::size_t i = 0; i < first.size(); ++i) {
      first[i] = i;
      for (const PersonId person : org_.people(v.holders[i].party)) {
        const auto [entry, fresh] = of_person.try_emplace(person, i);
        const std::size_t a = find(entry->second);
        const std::size_t b = find(i);
        first[std::max(a, b)] = std::min(a, b);
      }
    }
    for (std::size_t i = 0; i < first.size(); ++i) first[i] = find(i);
    return first;
  }

  /// Sets who clashes with whom.
  void find_clashes(Verdict& v) {
    std::map<std::size_t, ScopeUnion> sums;
    const std::vector<std::size_t> who = same_holders(v);
    for (std::size_t i = 0; i < v.holders.size(); ++i) {
      sums.try_emplace(who[i], org_).first->second.add(v.holders[i].scopes);
    }
    std::map<std::size_t, Scopes> people;
    for (auto& [first, sum] : sums) people.emplace(first, std::move(sum).total());
    different_holders_ = people.size();
    if (people.size() < 2) return;

    std::size_t everywhere = 0;
    std::map<ScopeId, std::size_t> held;
    for (const auto& [key, scopes] : people) {
      if (scopes.all) ++everywhere;
      for (const ScopeId scope : scopes.some) ++held[scope];
    }
    const auto meets = [&](const Scopes& scopes) {
      if (scopes.all) return true;  // there are others
      if (everywhere > 0 && !empty(scopes)) return true;
      return std::any_of(scopes.some.begin(), scopes.some.end(),
                         [&](ScopeId scope) { return held[scope] > 1; });
    };
    for (std::size_t i = 0; i < v.holders.size(); ++i) {
      if (meets(people[who[i]])) v.clashing.push_back(i);
    }
    if (v.clashing.size() < 2) v.clashing.clear();
    if (!v.clashing.empty()) relate(v);
  }

  /// How those who clash stand to each other, and who is the lowest boss of all.
  void relate(Verdict& v) {
    std::vector<Vertex> seats;
    for (const std::size_t i : v.clashing) {
      if (const auto seat = org_.seat(v.holders[i].party)) seats.push_back(*seat);
    }
    v.overlap = OverlapKind::across_lines;
    if (seats.empty()) return;
    std::optional<Vertex> common = seats[0];
    bool peers = true;
    for (std::size_t i = 1; i < seats.size() && common; ++i) {
      common = org_.graph.lowest_common_boss(*common, seats[i]);
    }
    for (const Vertex seat : seats) {
      peers = peers && org_.graph.boss(seat) && org_.graph.boss(seat) == org_.graph.boss(seats[0]);
    }
    v.common_boss = common;
    if (common && std::find(seats.begin(), seats.end(), *common) != seats.end()) {
      v.overlap = OverlapKind::one_line;
    } else if (peers) {
      v.overlap = OverlapKind::peers;
    }
  }

  /// Whether several holders are as they should be: with a reason, or sharing a shared duty
  /// within the lines of the CIO and the CTO.
  bool joint(Verdict& v) const {
    const Duty& duty = org_[v.duty];
    v.lead_named = duty.lead.has_value() || !duty.joint.empty();
    if (!duty.joint.empty()) return true;
    return duty.owner.kind == Owner::Kind::shared &&
           std::all_of(v.clashing.begin(), v.clashing.end(),
                       [&](std::size_t i) { return standing_.in_technology(v.holders[i].party); });
  }

  /// The first holder in a line that looks the other way; none where in each of its scopes another
  /// one stands right. Sets `stand_in` where the owner's role has nobody.
  const Holder* find_misplaced(Verdict& v) const {
    const Duty& duty = org_[v.duty];
    if (duty.focus == Focus::both || duty.owner.kind != Owner::Kind::role) return nullptr;
    const Holder* found =
        first_without(v, [&](const Holder& holder) { return looks_away(duty, holder); });
    if (found == nullptr) return nullptr;
    v.stand_in = states_[duty.owner.role.index()] != RoleState::filled;
    return found;
  }

  bool looks_away(const Duty& duty, const Holder& holder) const {
    if (holder.party.kind == Party::Kind::body) return false;
    const std::vector<Vertex> seats = org_.seats(holder.party);
    return std::ranges::all_of(seats, [&](Vertex seat) { return looks_away(duty, seat); }) &&
           !has_both_roles(holder.party);
  }

  bool looks_away(const Duty& duty, Vertex seat) const {
    if (!standing_.line(seat)) return false;
    const Focus line = org_[*standing_.line(seat)].focus;
    if (line == Focus::both || line == duty.focus) return false;
    return std::ranges::none_of(standing_.nearest_roles(seat), [&](RoleId role) {
      return role == duty.owner.role ||
             std::ranges::find(duty.may_hold, role) != duty.may_hold.end();
    });
  }

  /// One person may hold the CIO's post and the CTO's post apart.
  bool has_both_roles(Party party) const {
    return std::ranges::any_of(org_.people(party), [&](PersonId person) {
      bool inward = false;
      bool outward = false;
      for (const PositionId post : org_[person].positions) {
        for (const RoleId role : org_[post].roles) {
          inward = inward || org_[role].focus == Focus::inward;
          outward = outward || org_[role].focus == Focus::outward;
        }
      }
      return inward && outward;
    });
  }

  /// In each scope one who is there for good is enough.
  bool is_provisional(const Verdict& v) const {
    return first_without(v, [](const Holder& holder) { return provisional(holder.filling); }) !=
           nullptr;
  }

  /// The first holder of whom something holds, and who has a scope in which it holds of all.
  template <class Test>
  const Holder* first_without(const Verdict& v, Test test) const {
    ScopeUnion sum(org_);
    std::vector<const Holder*> found;
    for (const Holder& holder : v.holders) {
      if (test(holder)) {
        found.push_back(&holder);
      } else {
        sum.add(holder.scopes);
      }
    }
    const Scopes others = std::move(sum).total();
    const auto first = std::ranges::find_if(found, [&](const Holder* holder) {
      return !empty(subtract(org_, holder->scopes, others));
    });
    return first == found.end() ? nullptr : *first;
  }

  const Org& org_;
  std::vector<RoleState> states_;
  Standing standing_;
  // Of the duty that is being judged:
  std::size_t different_holders_ = 0;
};

}  // namespace

Coverage judge_duties(const Org& org) {
  Judge judge(org);
  Coverage coverage;
  coverage.reserve(org.duties.size());
  for (std::size_t i = 0; i < org.duties.size(); ++i) coverage.push_back(judge.judge(DutyId(i)));
  return coverage;
}

}  // namespace rolecall
