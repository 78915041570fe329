#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/near_roles.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

class Search {
 public:
  Search(const Facts& facts, Findings& findings)
      : facts_(facts),
        org_(facts.org),
        findings_(findings),
        aims_(aims_of(facts.org)),
        chiefs_(chiefs(facts.org)) {}

  void run() {
    const auto missing = [&](std::string_view id) {
      const auto role = org_.role(id);
      return role && role_state(org_, *role) == RoleState::missing;
    };
    const bool both = missing("CIO") && missing("CTO");
    auto missed = missed_duties();
    for (const RoleId role : org_.required_roles) {
      if (role_state(org_, role) != RoleState::missing) continue;
      const bool cio = org_[role].id == "CIO";
      const bool cto = org_[role].id == "CTO";
      // What a profile asks for is not for the aims to weigh.
      const bool aims = org_.profile.empty();
      Asked asked{.aims = aims && ((cio && aims_.for_cio) || (cto && aims_.for_cto)),
                  .other = aims && ((cio && aims_.for_cto) || (cto && aims_.for_cio)),
                  .both_missing = both};
      const Verdicts duties = org_.has_duty_lists ? std::move(missed[role]) : Verdicts{};
      report(role, asked, duties);
    }
  }

 private:
  /// What the company says of a role that it lacks.
  struct Asked {
    bool aims;   ///< the aims speak for it
    bool other;  ///< they speak for the other one of CIO and CTO
    bool both_missing;
  };

  /// By role, the duties that nobody holds and that hang on it.
  std::map<RoleId, Verdicts> missed_duties() const {
    std::map<RoleId, Verdicts> out;
    for (const Verdict& verdict : facts_.coverage) {
      const Duty& duty = org_[verdict.duty];
      if (verdict.kind == VerdictKind::missing && hangs_on_missing_role(org_, chiefs_, duty)) {
        out[duty.owner.role].push_back(&verdict);
      }
    }
    return out;
  }

  void report(RoleId role, Asked asked, const Verdicts& missing) {
    const std::string id = plain(org_[role].id);
    const auto post = ended_or_planned(role);
    const auto doubted = doubtful(role);
    const Span profile = org_.profile.empty() ? Span() : org_.document->company.profile.span;
    Finding finding("role-missing",
                    fmt::format("the company has no {} ({})", id, plain(org_[role].name)),
                    post         ? reason_place(org_, *post)
                    : profile    ? profile
                    : asked.aims ? aims_.span
                                 : org_.company_span,
                    post         ? reason_text(org_, *post)
                    : profile    ? "a company of this kind has one"
                    : asked.aims ? "this aim asks for one"
                                 : "");
    finding.add_subject(org_.subject(role));
    std::vector<Label> labels;
    for (const PositionId other : org_.with_role(role)) {
      finding.add_related(org_.subject(other));
      labels.push_back({reason_place(org_, other), reason_text(org_, other)});
    }
    for (const PositionId other : doubted) {
      finding.add_related(org_.subject(other));
      labels.push_back({org_.place(org_.vertex(other)),
                        fmt::format("{} is not taken for it", quoted(org_[other].id))});
    }
    const std::vector<PositionId> near = near_posts(org_, role);
    for (const PositionId other : near) {
      finding.add_related(org_.subject(other));
      labels.push_back({org_.place(org_.vertex(other)),
                        fmt::format("{} may be it in all but name", quoted(org_[other].id))});
    }
    add_labels(finding, labels);
    add_its_duties(finding, missing);
    const auto candidate = org_.has_duty_lists ? add_stand_in(finding, role) : std::nullopt;
    if (!is_asked(org_, role)) {
      finding.severity = Severity::note;
      finding.notes.push_back("the company's `aims` ask for the other role only");
      add_help_without(finding, role, missing);
    } else {
      if (asked.both_missing) add_advice(finding, id, asked.aims && !asked.other);
      add_help(finding, role, post, doubted, candidate, near);
    }
    findings_.push_back(std::move(finding));
  }

  void add_its_duties(Finding& finding, const Verdicts& missing) const {
    if (missing.empty()) return;
    for (const Verdict* verdict : missing) finding.add_related(org_.subject(verdict->duty));
    finding.notes.push_back(
        fmt::format("nobody holds {} of its duties: {}", missing.size(), duties_of(org_, missing)));
  }

  /// The post that stands in for the most duties of the role. Whoever holds one by a role of its
  /// own, as a CISO does security, stands in for nobody.
  std::optional<PositionId> add_stand_in(Finding& finding, RoleId role) const {
    std::map<PositionId, std::size_t> stand_ins;
    for (const Verdict& verdict : facts_.coverage) {
      const Duty& duty = org_[verdict.duty];
      if (duty.owner.kind != Owner::Kind::role || duty.owner.role != role) continue;
      for (const Party party : holders_of(verdict)) {
        const auto seat = org_.seat(party);
        const auto position = seat ? org_.position(*seat) : std::nullopt;
        if (!position) continue;
        const bool by_right = std::ranges::any_of(
            duty.may_hold, [&](RoleId other) { return org_[*position].has_role(other); });
        if (!by_right) ++stand_ins[*position];
      }
    }
    if (stand_ins.empty()) return std::nullopt;
    const auto most = std::ranges::min_element(stand_ins, {}, [&](const auto& entry) {
      return std::tuple(-static_cast<std::ptrdiff_t>(entry.second),
                        org_.graph.layer(org_.vertex(entry.first)), org_[entry.first].id);
    });
    finding.notes.push_back(fmt::format("{} stands in for {} of its duties",
                                        introduce(org_, most->first), most->second));
    return most->first;
  }

  /// A35 and B36: which of the two a company needs first.
  void add_advice(Finding& finding, const std::string& id, bool this_one) const {
    if (this_one) {
      finding.notes.push_back(
          fmt::format("of the two create the {} first: the `aims` ask for it", id));
    } else if (!aims_.for_cio && !aims_.for_cto && id == "CIO") {
      finding.notes.push_back(
          "which to create first: a CIO for processes to improve and the organisation to serve, a "
          "CTO for products to improve and customers to serve; `aims` in `[company]` says so");
    }
  }

  void add_help(Finding& finding, RoleId role, std::optional<PositionId> post,
                std::span<const PositionId> doubted, std::optional<PositionId> candidate,
                std::span<const PositionId> near) const {
    const std::string id = plain(org_[role].id);
    const std::string give = fmt::format("`role = \"{}\"`", id);
    // Another officer is one in name, too, and would lose that role.
    const bool free =
        candidate && active(org_[*candidate].filling) && org_[*candidate].roles.empty();
    if (post && org_[*post].filling == Filling::planned) {
      const WrittenDate& from = org_[*post].decl->from;
      finding.help_text =
          fmt::format("{} is planned{}: until then give its duties to somebody who is there",
                      quoted(org_[*post].id), from.given() ? " from " + to_string(from.value) : "");
    } else if (doubted.size() == 1) {
      finding.help_text = fmt::format("if {} is the {}, write {} there",
                                      quoted(org_[doubted.front()].id), id, give);
    } else if (free) {
      finding.help_text = fmt::format("if {} is the {} in all but name, write {} there",
                                      quoted(org_[*candidate].id), id, give);
    } else if (const auto one = foremost(org_, near)) {
      Fix fix = write_role(org_, *one, role);
      finding.help_text = fmt::format("if {} is the {} in all but name, {}",
                                      titles_of(org_, std::span(&*one, 1)), id, fix.title);
      if (ready_for_role(org_, *one)) offer(finding, std::move(fix));
    } else if (!near.empty()) {
      finding.help_text = fmt::format("if one of {} is the {} in all but name, write {} there",
                                      titles_of(org_, near), id, give);
    } else {
      finding.help_text = fmt::format(
          "write {} at the post that is the {}, or add a `[[position]]` for one", give, id);
    }
  }

  /// Help for a company that can do without the role: others answer for its duties.
  void add_help_without(Finding& finding, RoleId role, const Verdicts& missing) const {
    const std::string id = plain(org_[role].id);
    if (org_.has_duty_lists && missing.empty()) {
      finding.help_text = fmt::format(
          "nothing is missing, for its duties are held; a `[[waiver]]` with `check = "
          "\"role-missing\"` and `on = \"{}\"` says that none is meant",
          id);
      return;
    }
    const std::string_view other = id == "CIO" ? "CTO" : "CIO";
    const auto other_role = org_.role(other);
    const auto chief = other_role ? chiefs_[other_role->index()] : std::nullopt;
    const std::string who =
        chief ? fmt::format("{}, or somebody in that line,", quoted(org_[*chief].id))
              : fmt::format("the {}, or somebody in that line,", other);
    const bool none_held = std::ranges::none_of(facts_.coverage, [&](const Verdict& verdict) {
      const Owner& owner = org_[verdict.duty].owner;
      return owner.kind == Owner::Kind::role && owner.role == role &&
             (!verdict.holders.empty() || !verdict.paper.empty());
    });
    finding.help_text =
        none_held ? fmt::format("let {} answer for them: `accountable = [\"@{}\"]`", who, id)
                  : fmt::format("let {} name them in `accountable`", who);
    finding.help_text += "; what nobody is to do gets a reason: `unowned` in `[duties.<id>]`";
  }

  /// A post with the role that does not exist: rather planned than eliminated.
  std::optional<PositionId> ended_or_planned(RoleId role) const {
    std::optional<PositionId> found;
    for (const PositionId id : org_.with_role(role)) {
      if (!found) found = id;
      if (org_[id].filling == Filling::planned) return id;
    }
    return found;
  }

  /// Posts whose title speaks of the role and was not taken for it.
  std::vector<PositionId> doubtful(RoleId role) const {
    std::vector<PositionId> out;
    for (std::size_t i = 0; i < org_.positions.size(); ++i) {
      if (std::ranges::find(org_.positions[i].doubt.roles, role) !=
          org_.positions[i].doubt.roles.end()) {
        out.push_back(PositionId(i));
      }
    }
    return out;
  }

  const Facts& facts_;
  const Org& org_;
  Findings& findings_;
  AimsSpeak aims_;
  Chiefs chiefs_;
};

void find(const Facts& facts, Findings& findings) {
  if (facts.org.complete) Search(facts, findings).run();
}

}  // namespace

extern const Check role_missing_check;
const Check role_missing_check{
    .id = "role-missing",
    .group = Group::roles,
    .severity = Severity::error,
    .says = "the company lacks a role that it must have, a CIO or a CTO as a rule",
    .why =
        "Both roles are vital, in small companies too: one sees to the company's own processes, "
        "the other to what customers buy. One finding lists all duties that hang on the role.",
    .loud =
        "An error, because all duties of the role have no natural owner; a note where the "
        "company's aims speak for the other role.",
    .sources = "A33, A35, A37, B36",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
