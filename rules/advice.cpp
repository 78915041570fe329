#include "rules/advice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <map>

#include "model/text/letters.hpp"
#include "model/text/text.hpp"
#include "rules/finding_text.hpp"
#include "rules/near_roles.hpp"
#include "rules/survey.hpp"

namespace rolecall {

std::string_view name(Advice::Step step) {
  switch (step) {
    case Advice::Step::create:
      return "create";
    case Advice::Step::fill:
      return "fill";
    case Advice::Step::strengthen:
      return "strengthen";
    case Advice::Step::mend:
      return "mend";
    case Advice::Step::undecided:
      return "undecided";
  }
  return {};
}

namespace {

/// From how many people on a company is taken for a large corporation. The articles name no
/// number; this one leaves out what most people would call medium-sized.
constexpr std::int64_t large_from = 1000;

/// The first word or phrase of a technology-driven industry that the text holds.
std::optional<std::string_view> technology_driven(std::string_view industry) {
  std::string words = " ";
  for (const char c : industry) {
    const bool plain_letter =
        is_ascii_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    words += plain_letter ? small_letter(c) : ' ';
  }
  words += ' ';
  for (const std::string_view phrase : technology_driven_industries()) {
    if (words.find(fmt::format(" {} ", phrase)) != words.npos) return phrase;
  }
  return std::nullopt;
}

class Adviser {
 public:
  explicit Adviser(const Judgement& judgement)
      : org_(*judgement.org), coverage_(judgement.coverage), chiefs_(chiefs(org_)), lines_(org_) {
    const auto cio = org_.role("CIO");
    const auto cto = org_.role("CTO");
    assert(cio && cto && "both stand in the data");
    cio_ = *cio;
    cto_ = *cto;
  }

  Advice advise() {
    weigh_facts();
    say_who_is_there();
    decide();
    if (advice_.step == Advice::Step::undecided) ask();
    if (advice_.role && advice_.step != Advice::Step::mend) collect_duties(*advice_.role);
    for (const RoleId role : {cio_, cto_}) {
      if (state(role) != RoleState::missing) continue;
      std::vector<PositionId> near = near_posts(org_, role);
      if (!near.empty()) advice_.near.push_back({role, std::move(near)});
    }
    collect_gaps();
    compare_pay();
    return std::move(advice_);
  }

 private:
  /// What the facts say, the aims and the profile apart from what is merely typical.
  struct Weight {
    bool cio = false;
    bool cto = false;

    std::optional<bool> for_cio() const {
      if (cio == cto) return std::nullopt;
      return cio;
    }
  };

  void because(std::string says, std::optional<RoleId> role,
               std::vector<std::string_view> sources) {
    advice_.reasons.push_back({std::move(says), role, std::move(sources)});
  }

  void speak(Weight& weight, bool cio, std::string says, std::vector<std::string_view> sources) {
    (cio ? weight.cio : weight.cto) = true;
    because(std::move(says), cio ? cio_ : cto_, std::move(sources));
  }

  void weigh_facts() {
    const CompanyDecl& company = org_.document->company;
    const bool asks_cio = is_required(org_, cio_);
    if (!org_.profile.empty() && asks_cio != is_required(org_, cto_)) {
      speak(wanted_, asks_cio,
            fmt::format("the profile `{}` asks for a {} and not for a {}", org_.profile,
                        asks_cio ? "CIO" : "CTO", asks_cio ? "CTO" : "CIO"),
            {});
    }
    for (const Text& aim : company.aims) {
      const bool cio = aim.value == "improve-processes" || aim.value == "serve-organisation";
      speak(wanted_, cio,
            fmt::format("the aim `{}` asks for a {}", plain(aim.value), cio ? "CIO" : "CTO"),
            {"A35"});
    }
    if (company.employees.given() && company.employees.value >= large_from) {
      speak(typical_, true,
            fmt::format("with {} people it is a large corporation, where CIOs are typical",
                        company.employees.value),
            {"B36"});
    }
    if (company.industry.given()) {
      if (const auto word = technology_driven(company.industry.value)) {
        speak(typical_, false,
              fmt::format("its industry is driven by technology (`{}`), where CTOs are typical",
                          *word),
              {"B36"});
      }
    }
  }

  RoleState state(RoleId role) const { return role_state(org_, role); }

  void say_who_is_there() {
    for (const RoleId role : {cio_, cto_}) {
      const auto chief = chiefs_[role.index()];
      const std::string id(org_[role].id);
      if (!chief || state(role) == RoleState::missing) {
        because(org_.complete ? fmt::format("there is no {}", id)
                              : fmt::format("this part of the company shows no {}", id),
                std::nullopt, {});
      } else if (state(role) == RoleState::vacant) {
        because(fmt::format("nobody fills the post of the {}, {}", id, quoted(org_[*chief].id)),
                std::nullopt, {});
      } else {
        const Filling filling = org_[*chief].filling;
        because(fmt::format("there is a {}: {}{}", id, introduce(org_, *chief),
                            provisional(filling) ? fmt::format(", {}", name(filling)) : ""),
                std::nullopt, {});
      }
    }
  }

  void decide() {
    const bool cio = state(cio_) == RoleState::filled;
    const bool cto = state(cto_) == RoleState::filled;
    if (cio && cto) {
      advice_.step = Advice::Step::mend;
      return;
    }
    // What the company wants goes before all; what is typical of others like it is the last straw.
    auto choice = wanted_.for_cio();
    if (!choice && cio != cto) {
      choice = cto;
      because("both roles are vital, in small companies too", std::nullopt, {"A33"});
    }
    if (!choice) choice = typical_.for_cio();
    if (!choice) return;
    advice_.role = *choice ? cio_ : cto_;
    switch (state(*advice_.role)) {
      case RoleState::missing:
        advice_.step = Advice::Step::create;
        break;
      case RoleState::vacant:
        advice_.step = Advice::Step::fill;
        break;
      case RoleState::filled:
        advice_.step = Advice::Step::strengthen;
        break;
    }
  }

  /// The questions to which the facts gave no answer, or two.
  void ask() {
    const CompanyDecl& company = org_.document->company;
    const auto aims = [&](std::string_view a, std::string_view b) {
      const bool one = std::ranges::find(company.aims, a, &Text::value) != company.aims.end();
      const bool other = std::ranges::find(company.aims, b, &Text::value) != company.aims.end();
      return one != other;
    };
    for (const AdviceRule& rule : advice_rules()) {
      const bool answered = rule.id == "improve" ? aims("improve-processes", "improve-products")
                            : rule.id == "serve" ? aims("serve-organisation", "serve-customers")
                                                 : typical_.for_cio().has_value();
      if (!answered) advice_.questions.push_back(&rule);
    }
  }

  bool owned_by(const Duty& duty, RoleId role) const {
    return duty.owner.kind == Owner::Kind::role && duty.owner.role == role;
  }

  /// Whether it may stay where it is: the role itself, its line, or a role that may hold it.
  bool at_home(Party party, const Duty& duty, RoleId role) {
    if (party.kind == Party::Kind::body) return true;
    if (lines_.in_line(role, party)) return true;
    return std::ranges::any_of(duty.may_hold,
                               [&](RoleId other) { return has_role(org_, party, other); });
  }

  void collect_duties(RoleId role) {
    std::map<Party, std::vector<DutyId>> others;
    for (const Verdict& verdict : coverage_) {
      const Duty& duty = org_[verdict.duty];
      if (!owned_by(duty, role) || verdict.kind == VerdictKind::unowned) continue;
      if (verdict.holders.empty()) advice_.unheld.push_back(verdict.duty);
      for (const Holder& holder : verdict.holders) {
        if (!at_home(holder.party, duty, role)) others[holder.party].push_back(verdict.duty);
      }
    }
    for (auto& [party, duties] : others) advice_.stand_ins.push_back({party, std::move(duties)});
    // Most duties first; among equals the order of the parties.
    std::ranges::sort(advice_.stand_ins, [](const Advice::StandIn& a, const Advice::StandIn& b) {
      return std::pair(b.duties.size(), a.party) < std::pair(a.duties.size(), b.party);
    });
  }

  void collect_gaps() {
    for (const Verdict& verdict : coverage_) {
      const bool missing = verdict.kind == VerdictKind::missing;
      const bool other =
          verdict.kind == VerdictKind::on_paper || verdict.kind == VerdictKind::partly_covered ||
          verdict.kind == VerdictKind::overlapping || verdict.kind == VerdictKind::contested;
      if (!missing && !other) continue;
      const Owner& owner = org_[verdict.duty].owner;
      const std::string_view id = owner.kind == Owner::Kind::shared      ? "shared"
                                  : owner.kind == Owner::Kind::contested ? "contested"
                                                                         : org_[owner.role].id;
      auto gap = std::ranges::find(advice_.gaps, id, &Advice::Gap::owner);
      if (gap == advice_.gaps.end()) {
        advice_.gaps.push_back({id, {}, {}});
        gap = advice_.gaps.end() - 1;
      }
      (missing ? gap->missing : gap->others).push_back(verdict.duty);
    }
    std::ranges::sort(advice_.gaps, [](const Advice::Gap& a, const Advice::Gap& b) {
      return std::tuple(b.missing.size(), b.others.size(), a.owner) <
             std::tuple(a.missing.size(), a.others.size(), b.owner);
    });
  }

  void compare_pay() {
    for (std::size_t i = 0; i < org_.positions.size(); ++i) {
      const PositionId id(i);
      const WrittenInt& cost = org_[id].decl->cost;
      if (!cost.given() || !exists(org_[id].filling)) continue;
      for (const Pay& each : pay()) {
        const auto role = org_.role(each.role);
        if (!role || !org_[id].has_role(*role)) continue;
        const int side = each.base && cost.value < each.base->low      ? -1
                         : each.total && cost.value > each.total->high ? 1
                                                                       : 0;
        advice_.pay.push_back({id, &each, cost.value, side});
      }
    }
  }

  const Org& org_;
  const Coverage& coverage_;
  Chiefs chiefs_;
  RoleLines lines_;
  RoleId cio_;
  RoleId cto_;
  Weight wanted_;   ///< what the aims and the profile ask for
  Weight typical_;  ///< what companies like it have
  Advice advice_;
};

}  // namespace

Advice advise(const Judgement& judgement) { return Adviser(judgement).advise(); }

}  // namespace rolecall
