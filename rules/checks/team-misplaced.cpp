#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "model/text/text.hpp"
#include "model/verdict/lines.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// What a kind of team does: which way it looks, the duties for which it stands, and the contested
/// one that brings it into the other line where that line names it.
struct Kind {
  std::string_view name;
  Focus focus;
  std::string_view duty;
  std::string_view contested{};
};

constexpr Kind kinds[] = {
    {"it-operations", Focus::inward, "it-operations"},
    {"service-desk", Focus::inward, "service-desk"},
    {"infrastructure", Focus::inward, "infrastructure", "technical-operations"},
    {"applications", Focus::inward, "enterprise-systems", "software-development"},
    {"engineering", Focus::outward, "engineering-management", "software-development"},
    {"research", Focus::outward, "research-and-development"},
    {"product", Focus::outward, "product-ownership"},
};

const Kind* kind_of(const Team& team) {
  const auto kind = std::ranges::find(kinds, team.decl->kind.value, &Kind::name);
  return kind == std::end(kinds) ? nullptr : &*kind;
}

using Lines = std::vector<std::optional<RoleId>>;

class Search {
 public:
  Search(const Facts& facts, Findings& findings)
      : facts_(facts),
        org_(facts.org),
        findings_(findings),
        lines_(line_roles(org_)),
        states_(role_states(org_)),
        chiefs_(chiefs(org_)),
        role_lines_(org_) {
    for (std::size_t i = 0; i < org_.duties.size(); ++i) duties_[org_.duties[i].id] = DutyId(i);
    nearest_.resize(org_.graph.size());
    for (const Vertex v : top_down(org_)) {
      const auto post = org_.position(v);
      if (post && !org_[*post].roles.empty()) {
        nearest_[v.index()] = post;
      } else if (org_.graph.layer(v) > 0) {
        nearest_[v.index()] = nearest_[org_.graph.boss(v)->index()];
      }
    }
  }

  void run() {
    for (std::size_t i = 0; i < org_.teams.size(); ++i) {
      const TeamId id(i);
      const auto seat = working_seat(org_, Party{Party::Kind::team, id.value});
      const Kind* kind = kind_of(org_[id]);
      if (!seat || kind == nullptr || !misplaced(*kind, *seat)) continue;
      // Who leads it with others brings it into the own line, too.
      const bool fits = std::ranges::any_of(org_[id].leads, [&](PositionId lead) {
        return active(org_[lead].filling) && !misplaced(*kind, org_.vertex(lead));
      });
      if (fits) continue;
      const RoleId line = *lines_[seat->index()];
      report(id, *seat, *role_lines_.nearest(line, *seat), line);
    }
  }

 private:
  bool misplaced(const Kind& kind, Vertex seat) {
    const auto line = lines_[seat.index()];
    if (!line || org_[*line].focus == kind.focus) return false;
    const auto owner = org_.role(kind.focus == Focus::inward ? "CIO" : "CTO");
    // Somebody has to lead it: a stand-in, where nobody fills the role.
    if (!owner || states_[owner->index()] != RoleState::filled) return false;
    return !may_hold(kind, *line, seat) && !given(kind, *line);
  }

  /// Whether the nearest role above may hold what the team does.
  bool may_hold(const Kind& kind, RoleId line, Vertex seat) const {
    const auto duty = duties_.find(kind.duty);
    if (duty == duties_.end()) return false;
    const auto& allowed = org_[duty->second].may_hold;
    const auto in = [&](RoleId role) { return std::ranges::find(allowed, role) != allowed.end(); };
    const auto nearest = nearest_[seat.index()];
    return in(line) || (nearest && std::ranges::any_of(org_[*nearest].roles, in));
  }

  /// Whether the line holds, by name, the contested duty that the team does.
  bool given(const Kind& kind, RoleId line) const {
    const auto duty = duties_.find(kind.contested);
    if (duty == duties_.end()) return false;
    const Verdict& verdict = facts_.coverage[duty->second.index()];
    const auto names_it = [&](const Holder& holder) {
      const auto seat = org_.seat(holder.party);
      return holder.exact && seat && lines_[seat->index()] == line;
    };
    return std::ranges::any_of(verdict.holders, names_it) ||
           std::ranges::any_of(verdict.paper, names_it);
  }

  void report(TeamId id, Vertex seat, Vertex chief, RoleId line) {
    const bool inward = org_[line].focus == Focus::outward;
    const std::string way = inward ? "inward" : "outward";
    const std::string role = plain(org_[line].id);
    Finding finding("team-misplaced",
                    fmt::format("team {} looks {}, but works in the line of the {}",
                                quoted(org_[id].id), way, role),
                    org_[id].decl->kind.span, introduce(org_, Party{Party::Kind::team, id.value}));
    finding.add_subject(org_.subject(id));
    finding.add_related(org_.subject(chief));
    const auto owner = chiefs_[org_.role(inward ? "CIO" : "CTO")->index()];
    const Label other{org_.place(org_.vertex(*owner)),
                      fmt::format("the {} is here", inward ? "CIO" : "CTO")};
    add_labels(finding, {&other, 1});
    add_path(finding, path_text(org_, seat, chief));
    const auto help = [&](std::string_view whom) {
      return fmt::format("let somebody in the line of {} lead {}, or write another `kind`",
                         quoted(org_[*owner].id), whom);
    };
    finding.help_text = help("it");
    finding.grouping =
        Grouping{.key = fmt::format("{} {}", org_.id(chief), role),
                 .message = fmt::format("{{}} look {}, but work in the line of the {}", way, role),
                 .help = help("them"),
                 .one = "team",
                 .many = "teams"};
    findings_.push_back(std::move(finding));
  }

  const Facts& facts_;
  const Org& org_;
  Findings& findings_;
  Lines lines_;
  std::vector<RoleState> states_;
  Chiefs chiefs_;
  RoleLines role_lines_;
  std::map<std::string_view, DutyId> duties_;
  std::vector<std::optional<PositionId>> nearest_;  ///< with any role, at or above
};

void find(const Facts& facts, Findings& findings) {
  if (!facts.org.teams.empty()) Search(facts, findings).run();
}

}  // namespace

extern const Check team_misplaced_check;
const Check team_misplaced_check{
    .id = "team-misplaced",
    .group = Group::governance,
    .severity = Severity::warning,
    .says = "a team that looks inward works in the outward line, or the other way round",
    .why =
        "The CIO leads those who run the company's own technology, the CTO those who build its "
        "products. In the other's line a team's work comes second.",
    .loud = "A warning, because a small company may have no better place for a team.",
    .sources = "A9, A18, A21",
    .find = find,
};

}  // namespace rolecall
