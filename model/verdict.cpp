#include "model/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/lines.hpp"
#include "model/scopes.hpp"
#include "model/text.hpp"

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

std::string describe(const Org& org, Party party) {
  const auto person = org.person(party);
  const std::string id = quoted(org.id(party));
  return person ? fmt::format("{} ({})", id, org[*person].name) : id;
}

namespace {

class Judge {
 public:
  explicit Judge(const Org& org)
      : org_(org),
        states_(role_states(org)),
        lines_(line_roles(org)),
        role_seats_(org.graph.size()),
        in_technology_(org.graph.size(), false),
        tops_(org.graph.size()),
        posts_(org.persons.size()) {
    for (std::size_t i = 0; i < org.positions.size(); ++i) {
      const Party post{Party::Kind::position, PositionId(i).value};
      const auto person = org.person(post);
      if (person && active(org.filling(post))) posts_[person->index()].push_back(post);
    }
    for (const std::string_view id : {"CIO", "CTO"}) {
      if (const auto role = org.role(id)) technology_.push_back(*role);
    }
    for (const Vertex v : top_down(org)) look_up(v);
  }

  Verdict judge(DutyId id) {
    Verdict verdict;
    verdict.duty = id;
    collect_holders(verdict);
    collect_doers(verdict);
    decide(verdict);
    return verdict;
  }

 private:
  /// What `v` has at or above it. The bosses were looked up before.
  void look_up(Vertex v) {
    const auto post = org_.position(v);
    if (post && !org_[*post].roles.empty()) {
      role_seats_[v.index()] = v;
      for (const RoleId role : technology_) {
        if (org_[*post].has_role(role)) in_technology_[v.index()] = true;
      }
    }
    tops_[v.index()] = v;
    if (org_.graph.layer(v) == 0) return;
    const Vertex boss = *org_.graph.boss(v);
    tops_[v.index()] = tops_[boss.index()];
    if (!role_seats_[v.index()]) role_seats_[v.index()] = role_seats_[boss.index()];
    if (in_technology_[boss.index()]) in_technology_[v.index()] = true;
  }

  void collect_holders(Verdict& verdict) {
    const auto assignments = org_.of(verdict.duty, Raci::accountable);
    Scopes exact{false, {}};
    for (const Assignment& a : assignments) {
      if (a.exact) exact = unite(org_, exact, a.scopes);
    }
    for (const Assignment& a : assignments) {
      Holder holder{a.party, org_.filling(a.party), a.scopes, a.exact, a.span};
      if (!a.exact) {
        holder.scopes = subtract(org_, a.scopes, exact);
        if (empty(holder.scopes)) {
          // Without any exact entry nothing was taken off: the entry itself names no scope.
          if (!empty(exact)) yielded_.push_back(a.party);
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
  }

  void collect_doers(Verdict& verdict) {
    const auto responsible = org_.of(verdict.duty, Raci::responsible);
    if (responsible.empty()) return;
    const Lines lines = lines_of(verdict.holders);
    const bool shared = org_[verdict.duty].owner.kind == Owner::Kind::shared;
    for (const Assignment& a : responsible) {
      if (!active(org_.filling(a.party)) && a.party.kind != Party::Kind::team) continue;
      if (holds(verdict, a.party)) {
        verdict.holder_does = true;
        continue;
      }
      if (!verdict.doers.empty() && verdict.doers.back() == a.party) continue;
      verdict.doers.push_back(a.party);
      if (verdict.holders.empty() || in_line(lines, a, shared)) continue;
      verdict.doers_out_of_line.push_back(a.party);
    }
  }

  /// Where the holders direct people, and the tops above them.
  struct Lines {
    LineIndex index;
    std::vector<Vertex> tops;  ///< sorted
  };

  /// The lines of a duty's holders, those of their other posts included: whoever stands below the
  /// person, or where the person stands in, is directed by the person.
  Lines lines_of(const std::vector<Holder>& holders) const {
    Lines lines{LineIndex(org_), {}};
    std::map<PersonId, Scopes> people;
    const auto add = [&](Party party, const Scopes& scopes) {
      lines.index.add(party, scopes);
      if (const auto seat = org_.seat(party)) lines.tops.push_back(tops_[seat->index()]);
    };
    for (const Holder& holder : holders) {
      add(holder.party, holder.scopes);
      if (holder.party.kind == Party::Kind::body) {
        for (const PositionId member : org_[BodyId(holder.party.index)].members) {
          lines.tops.push_back(tops_[org_.vertex(member).index()]);
        }
      } else if (const auto person = org_.person(holder.party)) {
        const auto [entry, fresh] = people.try_emplace(*person, holder.scopes);
        if (!fresh) entry->second = unite(org_, entry->second, holder.scopes);
      }
    }
    for (const auto& [person, scopes] : people) {
      const auto& posts = posts_[person.index()];
      if (posts.size() < 2) continue;
      for (const Party post : posts) add(post, scopes);
    }
    lines.index.finish();
    std::ranges::sort(lines.tops);
    return lines;
  }

  /// Whether the text leaves open who is above `v`, so that a holder may be: its line ends at a
  /// boss who is not in it, or breaks off in a description that is not complete.
  bool may_be_below(const Lines& lines, Vertex v) const {
    const Vertex top = tops_[v.index()];
    const auto post = org_.position(top);
    return post && (org_[*post].boss_unknown || !org_.complete) &&
           !std::ranges::binary_search(lines.tops, top);
  }

  /// Whether the party, or the person in it, is one of the holders. Holders are sorted.
  bool holds(const Verdict& verdict, Party party) const {
    const auto at = std::lower_bound(verdict.holders.begin(), verdict.holders.end(), party,
                                     [](const Holder& h, Party p) { return h.party < p; });
    if (at != verdict.holders.end() && at->party == party) return true;
    const auto person = org_.person(party);
    return person && party.kind == Party::Kind::position && verdict.holders.size() == 1 &&
           org_.person(verdict.holders[0].party) == person;
  }

  bool in_line(const Lines& lines, const Assignment& doer, bool shared) const {
    if (doer.party.kind == Party::Kind::body) {
      const auto& members = org_[BodyId(doer.party.index)].members;
      return members.empty() || std::any_of(members.begin(), members.end(), [&](PositionId member) {
               return stands_in(lines, org_.vertex(member), doer.scopes, shared);
             });
    }
    const auto seat = working_seat(org_, doer.party);
    return !seat || stands_in(lines, *seat, doer.scopes, shared);
  }

  bool stands_in(const Lines& lines, Vertex v, const Scopes& scopes, bool shared) const {
    return (shared && in_technology_[v.index()]) || lines.index.covers(v, scopes) ||
           may_be_below(lines, v);
  }

  void decide(Verdict& v) {
    const Duty& duty = org_[v.duty];
    find_open_scopes(v);
    find_clashes(v);
    const Holder* misplaced = find_misplaced(v);

    if (!duty.unowned.empty()) {
      settle(v, VerdictKind::unowned, std::string(duty.unowned));
    } else if (v.holders.empty() && v.paper.empty()) {
      decide_absent(v);
    } else if (v.holders.empty()) {
      settle(v, VerdictKind::on_paper, paper_reason(v));
    } else if (!v.open_scopes.empty()) {
      settle(v, VerdictKind::partly_covered,
             fmt::format("nobody covers {}", describe(org_, Scopes{false, v.open_scopes})));
    } else if (v.overlap != OverlapKind::none && !joint(v)) {
      const bool contested = duty.owner.kind == Owner::Kind::contested;
      settle(v, contested ? VerdictKind::contested : VerdictKind::overlapping, overlap_reason(v));
    } else if (misplaced != nullptr && !v.stand_in) {
      v.line_role = lines_[org_.seat(misplaced->party)->index()];
      settle(v, VerdictKind::misplaced,
             fmt::format("{} stands in the {}'s line, which looks {}",
                         describe(org_, misplaced->party), org_[*v.line_role].id,
                         name(org_[*v.line_role].focus)));
    } else if (is_provisional(v)) {
      settle(v, VerdictKind::provisional, provisional_reason(v));
    } else if (v.overlap != OverlapKind::none) {
      settle(v, VerdictKind::joint,
             duty.joint.empty() ? fmt::format("{} share it", holder_list(v))
                                : std::string(duty.joint));
    } else if (different_holders_ > 1) {
      settle(v, VerdictKind::split, fmt::format("{} hold it in different scopes", holder_list(v)));
    } else if (!v.doers.empty() && v.doers_out_of_line.empty()) {
      settle(v, VerdictKind::delegated,
             fmt::format("{} is accountable and {} in the same line does it", holder_list(v),
                         party_list(v.doers)));
    } else {
      settle(v, VerdictKind::covered, fmt::format("{} is accountable", holder_list(v)));
    }
    add_reasons(v);
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
    Scopes covered{false, {}};
    for (const Holder& holder : v.holders) covered = unite(org_, covered, holder.scopes);
    Scopes asked{org_.scopes_declared, {}};
    for (const Holder& holder : v.paper) asked = unite(org_, asked, holder.scopes);
    v.open_scopes = members(org_, subtract(org_, asked, covered));
  }

  /// Sets who clashes with whom. One person in several posts is one holder.
  void find_clashes(Verdict& v) {
    std::map<std::pair<bool, std::uint32_t>, Scopes> people;
    std::vector<std::pair<bool, std::uint32_t>> who;
    for (std::size_t i = 0; i < v.holders.size(); ++i) {
      const auto person = org_.person(v.holders[i].party);
      who.emplace_back(person.has_value(), person ? person->value : static_cast<std::uint32_t>(i));
      const auto [entry, fresh] = people.try_emplace(who.back(), v.holders[i].scopes);
      if (!fresh) entry->second = unite(org_, entry->second, v.holders[i].scopes);
    }
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
                       [&](std::size_t i) { return in_technology(v.holders[i].party); });
  }

  bool in_technology(Party party) const {
    if (party.kind == Party::Kind::body) {
      const auto& members = org_[BodyId(party.index)].members;
      return std::any_of(members.begin(), members.end(), [&](PositionId member) {
        return in_technology_[org_.vertex(member).index()];
      });
    }
    const auto seat = org_.seat(party);
    return seat && in_technology_[seat->index()];
  }

  /// The first holder in a line that looks the other way; none where one of several who share it
  /// stands right. Sets `stand_in` where the owner's role has nobody.
  const Holder* find_misplaced(Verdict& v) const {
    const Duty& duty = org_[v.duty];
    if (duty.focus == Focus::both || duty.owner.kind != Owner::Kind::role) return nullptr;
    const Holder* found = nullptr;
    std::size_t wrong = 0;
    for (const Holder& holder : v.holders) {
      if (!looks_away(duty, holder)) continue;
      if (found == nullptr) found = &holder;
      ++wrong;
    }
    if (found == nullptr) return nullptr;
    if (v.overlap != OverlapKind::none && wrong < v.holders.size()) return nullptr;
    v.stand_in = states_[duty.owner.role.index()] != RoleState::filled;
    return found;
  }

  bool looks_away(const Duty& duty, const Holder& holder) const {
    if (holder.party.kind == Party::Kind::body) return false;
    const auto seat = org_.seat(holder.party);
    if (!seat || !lines_[seat->index()]) return false;
    const Focus line = org_[*lines_[seat->index()]].focus;
    if (line == Focus::both || line == duty.focus) return false;
    const Position& nearest_role = org_[PositionId(role_seats_[seat->index()]->index())];
    for (const RoleId role : nearest_role.roles) {
      if (role == duty.owner.role ||
          std::find(duty.may_hold.begin(), duty.may_hold.end(), role) != duty.may_hold.end()) {
        return false;
      }
    }
    return !has_both_roles(holder.party);
  }

  /// One person may hold the CIO's post and the CTO's post apart.
  bool has_both_roles(Party party) const {
    const auto person = org_.person(party);
    if (!person) return false;
    bool inward = false;
    bool outward = false;
    for (const PositionId post : org_[*person].positions) {
      for (const RoleId role : org_[post].roles) {
        inward = inward || org_[role].focus == Focus::inward;
        outward = outward || org_[role].focus == Focus::outward;
      }
    }
    return inward && outward;
  }

  /// With several who share it, one who is there for good is enough.
  bool is_provisional(const Verdict& v) const {
    const auto test = [](const Holder& holder) { return provisional(holder.filling); };
    return v.overlap != OverlapKind::none ? std::all_of(v.holders.begin(), v.holders.end(), test)
                                          : std::any_of(v.holders.begin(), v.holders.end(), test);
  }

  std::string holder_list(const Verdict& v) const {
    std::vector<Party> parties;
    for (const Holder& holder : v.holders) parties.push_back(holder.party);
    return party_list(parties);
  }

  std::string party_list(const std::vector<Party>& parties) const {
    constexpr std::size_t most = 6;
    std::string out;
    for (std::size_t i = 0; i < parties.size() && i < most; ++i) {
      if (i > 0) out += i + 1 == parties.size() ? " and " : ", ";
      out += describe(org_, parties[i]);
    }
    if (parties.size() > most) out += fmt::format(" and {} more", parties.size() - most);
    return out;
  }

  std::string empty_because(const Holder& holder) const {
    if (holder.party.kind == Party::Kind::body) return "has no active member";
    const auto seat = org_.seat(holder.party);
    if (!seat) return "has no lead";
    const Position& post = org_[PositionId(seat->index())];
    return fmt::format("is {}", post.why.empty() ? name(post.filling) : std::string_view(post.why));
  }

  std::string paper_reason(const Verdict& v) const {
    const Holder& first = v.paper.front();
    std::string out = fmt::format("{} {}", quoted(org_.id(first.party)), empty_because(first));
    if (v.paper.size() > 1)
      out += fmt::format(", and {} more have nobody either", v.paper.size() - 1);
    return out;
  }

  std::string provisional_reason(const Verdict& v) const {
    for (const Holder& holder : v.holders) {
      if (!provisional(holder.filling)) continue;
      const Position& post = org_[PositionId(org_.seat(holder.party)->index())];
      if (holder.filling == Filling::deputised) {
        return fmt::format("{} is {}, and {} stands in", quoted(post.id), post.why,
                           post.deputy_text);
      }
      return fmt::format("{} is {}", describe(org_, holder.party), name(holder.filling));
    }
    return {};
  }

  std::string overlap_reason(const Verdict& v) const {
    std::vector<Party> parties;
    for (const std::size_t i : v.clashing) parties.push_back(v.holders[i].party);
    std::string out =
        fmt::format("{} are all accountable, {}", party_list(parties), name(v.overlap));
    if (parties.size() == 2) {
      out = fmt::format("{} are both accountable, {}", party_list(parties), name(v.overlap));
    }
    if (v.overlap == OverlapKind::one_line) return out;
    return v.common_boss ? fmt::format("{}; the lowest common boss is {}", out,
                                       quoted(org_.id(*v.common_boss)))
                         : out + "; they have no common boss";
  }

  /// What is true besides the decisive reason.
  void add_reasons(Verdict& v) {
    if (v.kind != VerdictKind::on_paper) {
      for (const Holder& holder : v.paper) {
        if (v.reasons.size() > 6) break;
        v.reasons.push_back(fmt::format("{} is named too, but {}", quoted(org_.id(holder.party)),
                                        empty_because(holder)));
      }
    }
    // Whoever names the duty as well has not lost it.
    std::erase_if(yielded_, [&](Party party) {
      const auto same = [&](const Holder& holder) { return holder.party == party; };
      return std::any_of(v.holders.begin(), v.holders.end(), same) ||
             std::any_of(v.paper.begin(), v.paper.end(), same);
    });
    if (!yielded_.empty()) {
      v.reasons.push_back(fmt::format(
          "{} would hold it through a bundle and yields to the exact entry", party_list(yielded_)));
      yielded_.clear();
    }
    if (v.stand_in && !v.holders.empty()) {
      v.reasons.push_back(fmt::format("{} stands in: nobody is {}", holder_list(v),
                                      org_[org_[v.duty].owner.role].id));
    }
    if ((v.kind == VerdictKind::missing || v.kind == VerdictKind::unknown) && !v.doers.empty()) {
      v.reasons.push_back(fmt::format("{} does it", party_list(v.doers)));
    }
    if (!v.doers_out_of_line.empty()) {
      v.reasons.push_back(
          fmt::format("{} does it outside the line", party_list(v.doers_out_of_line)));
    }
    if (v.kind != VerdictKind::provisional && !v.holders.empty() && is_provisional(v)) {
      v.reasons.push_back(provisional_reason(v));
    }
  }

  const Org& org_;
  std::vector<RoleId> technology_;  ///< CIO and CTO
  std::vector<RoleState> states_;
  std::vector<std::optional<RoleId>> lines_;
  std::vector<std::optional<Vertex>> role_seats_;  ///< the nearest post with any role, at or above
  std::vector<bool> in_technology_;                ///< at or below a CIO or CTO
  std::vector<Vertex> tops_;                       ///< where the solid line upwards ends
  std::vector<std::vector<Party>> posts_;          ///< of each person, as holder or deputy
  // Of the duty that is being judged:
  std::size_t different_holders_ = 0;
  std::vector<Party> yielded_;
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
