#include "layout/chart/ghosts.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "layout/chart/duty_words.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

constexpr std::size_t most_lines = 5;

using Verdicts = std::vector<const Verdict*>;

class Ghosts {
 public:
  Ghosts(const Judgement& judgement, const PostCards& posts, Chart& chart)
      : judgement_(judgement), org_(*judgement.org), posts_(posts), chart_(chart) {}

  /// Where the duties of a role are missing: below the post that has the role. Where nobody has
  /// it, the role is missing itself, and stands beside the other of the two roles.
  void add() {
    std::map<RoleId, Verdicts> by_role;
    Verdicts shared;
    Verdicts contested;
    const std::set<Subject> accepted = accepted_gaps();
    for (const Verdict& verdict : judgement_.coverage) {
      const Duty& duty = org_[verdict.duty];
      if (verdict.kind != VerdictKind::missing || !duty.required) continue;
      if (!org_.has_duty_lists) break;  // nothing is assigned yet, so nothing is missing in this
      if (accepted.contains(org_.subject(verdict.duty))) continue;
      if (duty.owner.kind == Owner::Kind::role &&
          accepted.contains(org_.subject(duty.owner.role))) {
        continue;
      }
      if (duty.owner.kind == Owner::Kind::role) {
        by_role[duty.owner.role].push_back(&verdict);
      } else {
        (duty.owner.kind == Owner::Kind::shared ? shared : contested).push_back(&verdict);
      }
    }
    for (const Finding& finding : judgement_.findings) {
      if (finding.check != "role-missing" || finding.waived) continue;
      for (const Subject& subject : finding.subjects) {
        if (subject.kind != Subject::Kind::role) continue;
        if (const auto role = org_.role(subject.id)) by_role[*role];
      }
    }
    for (const auto& [role, verdicts] : by_role) add_ghost(role, verdicts);
    if (!posts_.whole() && !posts_.card_with("CIO") && !posts_.card_with("CTO")) return;
    if (!shared.empty()) {
      add_missing_duties("missing:shared", "to be shared by CIO and CTO", shared, shared_boss());
    }
    if (!contested.empty()) {
      add_missing_duties("missing:contested", "to be held by CIO or CTO", contested, shared_boss());
    }
  }

 private:
  /// The roles and duties whose absence a waiver accepts.
  std::set<Subject> accepted_gaps() const {
    std::set<Subject> out;
    for (const Finding& finding : judgement_.findings) {
      if (!finding.waived) continue;
      for (const Subject& subject : finding.subjects) {
        const bool gap = (finding.check == "role-missing" && subject.kind == Subject::Kind::role) ||
                         (finding.check == "duty-missing" && subject.kind == Subject::Kind::duty);
        if (gap) out.insert(subject);
      }
    }
    return out;
  }

  void add_ghost(RoleId role, const Verdicts& verdicts) {
    const std::string id(org_[role].id);
    if (const auto post = posts_.card_with(role)) {
      if (!verdicts.empty()) {
        add_missing_duties("missing:" + id, fmt::format("to be held by the {}", id), verdicts,
                           post);
      }
      return;
    }
    const std::string_view other_id = id == "CIO" ? "CTO" : "CIO";
    const auto other = posts_.card_with(other_id);
    if (!posts_.whole() && (is_there(id) || (!other && (is_there(other_id) || !shows_top())))) {
      return;
    }
    Card card;
    card.id = "role:" + id;
    card.look = Look::ghost;
    card.name = fmt::format("No {}", id);
    card.title = org_[role].name;
    card.roles = {id};
    card.state = "missing";
    card.parent = other ? chart_.cards[*other].parent : first_top();
    if (!verdicts.empty()) {
      card.lines.push_back(counted(verdicts.size(), "duty missing:", "duties missing:"));
    }
    add_lines(card, verdicts);
    card.tooltip = fmt::format("No {} ({}){}", id, card.title, duty_lines(org_, verdicts));
    chart_.cards.push_back(std::move(card));
  }

  /// Whether a post has the role, shown or not.
  bool is_there(std::string_view role) const {
    const auto id = org_.role(role);
    return id && !org_.with_role(*id).empty();
  }

  bool shows_top() const {
    const auto tops = org_.graph.tops();
    return !tops.empty() && posts_.card_of(tops.front());
  }

  void add_missing_duties(std::string id, std::string whose, const Verdicts& verdicts,
                          std::optional<std::uint32_t> parent) {
    Card card;
    card.id = std::move(id);
    card.look = Look::ghost;
    card.name = counted(verdicts.size(), "duty missing", "duties missing");
    card.title = std::move(whose);
    card.parent = parent;
    add_lines(card, verdicts);
    card.tooltip = fmt::format("{}, {}{}", card.name, card.title, duty_lines(org_, verdicts));
    chart_.cards.push_back(std::move(card));
  }

  void add_lines(Card& card, const Verdicts& verdicts) const {
    const std::size_t shown = verdicts.size() <= most_lines + 1 ? verdicts.size() : most_lines;
    for (std::size_t i = 0; i < shown; ++i) {
      card.lines.push_back(fmt::format("– {}", org_[verdicts[i]->duty].title));
    }
    card.more = verdicts.size() - shown;
  }

  std::optional<std::uint32_t> first_top() const {
    return chart_.cards.empty() ? std::nullopt : std::optional<std::uint32_t>(0);
  }

  /// Who stands above both roles.
  std::optional<std::uint32_t> shared_boss() const {
    const auto cio = posts_.card_with("CIO");
    const auto cto = posts_.card_with("CTO");
    if (!cio || !cto) return cio ? cio : cto ? cto : first_top();
    std::optional<std::uint32_t> a = cio;
    std::optional<std::uint32_t> b = cto;
    while (a && b && *a != *b) {
      // Parents have smaller numbers than their children, so the larger one goes up.
      if (*a > *b) {
        a = chart_.cards[*a].parent;
      } else {
        b = chart_.cards[*b].parent;
      }
    }
    return a && b ? a : first_top();
  }

  const Judgement& judgement_;
  const Org& org_;
  const PostCards& posts_;
  Chart& chart_;
};

}  // namespace

void add_ghosts(const Judgement& judgement, const PostCards& posts, Chart& chart) {
  if (judgement.org->complete) Ghosts(judgement, posts, chart).add();
}

}  // namespace rolecall
