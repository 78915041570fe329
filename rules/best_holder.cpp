#include "rules/best_holder.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "model/verdict/lines.hpp"
#include "rules/fixes.hpp"

namespace rolecall {
namespace {

/// How many duties of an area a post holds.
struct Share {
  PositionId post;
  std::size_t duties = 0;
};

struct Area {
  std::map<PositionId, std::size_t> duties;
  std::vector<Share> most;  ///< the first `most_asked` who could take one more
};

/// Of those who hold something of an area, so many are asked: who comes later holds little of it.
constexpr std::size_t most_asked = 8;

using OwnerKey = std::pair<Owner::Kind, RoleId>;

OwnerKey key(const Owner& owner) {
  return {owner.kind, owner.kind == Owner::Kind::role ? owner.role : RoleId()};
}

class Search {
 public:
  explicit Search(const Facts& facts)
      : facts_(facts), org_(facts.org), chiefs_(chiefs(facts.org)), lines_(facts.org) {
    count_shares();
    find_owners_without_anything();
  }

  std::optional<PositionId> of(const Verdict& verdict) {
    const Duty& duty = org_[verdict.duty];
    const auto chief = chief_for(org_, chiefs_, duty);
    const bool sound = chief && settled(org_[*chief]);
    const Area& area = areas_[duty.area];
    // A chief who is there and holds nothing of the role yet begins with the bundle.
    const bool nothing_held =
        bare_.contains(key(duty.owner)) &&
        (duty.owner.kind == Owner::Kind::role ? chiefs_[duty.owner.role.index()] == chief
                                              : chief && is_chief(*chief));
    if (sound && nothing_held) return chief;
    const auto part = chief ? area.duties.find(*chief) : area.duties.end();
    const std::size_t of_chief = part == area.duties.end() ? 0 : part->second;
    for (const Share& share : area.most) {
      if (sound && share.duties <= of_chief) break;
      if (share.post != chief && can_hold(share.post, verdict.duty)) return share.post;
    }
    // Beside a CIO and a CTO who are to come, a role that may hold the duty does so where it has
    // a part of the area.
    if (duty.owner.kind != Owner::Kind::role && chief && of_chief == 0 && !is_chief(*chief)) {
      return std::nullopt;
    }
    return chief;
  }

 private:
  /// By area, the posts that are there for good and for the whole company: most duties first, then
  /// the higher one.
  void count_shares() {
    for (const Verdict& verdict : facts_.coverage) {
      if (!is_held(verdict)) continue;
      std::set<PositionId> once;
      for (const Holder& holder : verdict.holders) {
        if (holder.party.kind == Party::Kind::body) continue;
        const auto seat = org_.seat(holder.party);
        const auto post = seat ? org_.position(*seat) : std::nullopt;
        if (post && once.insert(*post).second) ++areas_[org_[verdict.duty].area].duties[*post];
      }
    }
    for (auto& [name, area] : areas_) {
      for (const auto& [post, duties] : area.duties) {
        const Position& position = org_[post];
        if (settled(position) && position.scopes.all && !position.assistant) {
          area.most.push_back({post, duties});
        }
      }
      std::ranges::sort(area.most, {}, [&](const Share& share) {
        return std::tuple(-static_cast<std::ptrdiff_t>(share.duties),
                          org_.graph.layer(org_.vertex(share.post)), org_[share.post].id);
      });
      if (area.most.size() > most_asked) area.most.resize(most_asked);
    }
  }

  /// Owners of whose duties nobody holds any.
  void find_owners_without_anything() {
    for (const Duty& duty : org_.duties) bare_.insert(key(duty.owner));
    for (const Verdict& verdict : facts_.coverage) {
      if (is_held(verdict)) bare_.erase(key(org_[verdict.duty].owner));
    }
  }

  bool is_chief(PositionId id) const {
    return std::ranges::any_of(org_[id].roles, [&](RoleId r) { return is_cio_or_cto(org_, r); });
  }

  /// In the line of the duty's owner, or with a role that may hold it; where there is no owner,
  /// anybody without a role whose line does not look the other way.
  bool can_hold(PositionId id, DutyId which) {
    const Duty& duty = org_[which];
    const Party party{Party::Kind::position, id.value};
    if (!directs_doers(org_, party, which)) return false;
    const auto owner = [&](RoleId role) {
      return chiefs_[role.index()].has_value() && lines_.in_line(role, party);
    };
    if (duty.owner.kind == Owner::Kind::role) {
      if (owner(duty.owner.role)) return duty.delegable || org_[id].has_role(duty.owner.role);
      if (!duty.delegable && chiefs_[duty.owner.role.index()]) return false;
    } else {
      for (const std::string_view name : {"CIO", "CTO"}) {
        const auto role = org_.role(name);
        if (role && owner(*role)) return true;
      }
    }
    const auto has = [&](RoleId role) { return org_[id].has_role(role); };
    if (std::ranges::any_of(duty.may_hold, has)) return true;
    const bool ownerless =
        duty.owner.kind == Owner::Kind::role && !chiefs_[duty.owner.role.index()];
    if (!ownerless || !org_[id].roles.empty()) return false;
    // As a stand-in it may be outside its line, but not in that of a role that is not meant.
    if (roles_in_line_.empty()) roles_in_line_ = line_roles(org_);
    const auto line = roles_in_line_[org_.vertex(id).index()];
    return !line || duty.focus == Focus::both || org_[*line].focus == duty.focus ||
           std::ranges::find(duty.may_hold, *line) != duty.may_hold.end();
  }

  const Facts& facts_;
  const Org& org_;
  Chiefs chiefs_;
  RoleLines lines_;
  std::map<std::string_view, Area> areas_;
  std::set<OwnerKey> bare_;
  std::vector<std::optional<RoleId>> roles_in_line_;
};

}  // namespace

BestHolder::BestHolder(const Facts& facts) : holders_(facts.org.duties.size()) {
  Search search(facts);
  for (const Verdict& verdict : facts.coverage) {
    if (verdict.kind == VerdictKind::missing) holders_[verdict.duty.index()] = search.of(verdict);
  }
}

}  // namespace rolecall
