#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

using Lines = std::vector<std::optional<RoleId>>;

/// The holder who stands in the wrong line.
const Holder& misplaced(const Org& org, const Lines& lines, const Verdict& verdict) {
  for (const Holder& holder : verdict.holders) {
    const auto seat = org.seat(holder.party);
    if (seat && lines[seat->index()] == verdict.line_role) return holder;
  }
  return verdict.holders.front();
}

void report(const Org& org, const VerdictGroup& group, const Holder& holder,
            const std::optional<PositionId>& owner, RoleLines& role_lines, Findings& findings) {
  const Duty& duty = org[group.front()->duty];
  const RoleId role = *group.front()->line_role;
  const bool one = group.size() == 1;
  const auto seat = org.seat(holder.party);
  const bool own = has_role(org, holder.party, role);
  const std::string way = duty.focus == Focus::inward ? "inward" : "outward";
  const std::string line =
      fmt::format("{} {} {}", short_name(org, holder.party),
                  own ? "is the" : "stands in the line of the", plain(org[role].id));
  Finding finding("duty-misplaced",
                  one ? fmt::format("{} looks {}, but its holder {}", quoted(duty.id), way, line)
                      : fmt::format("{} that look {} have a holder who looks the other way: {}",
                                    head(org, group), way, line),
                  holder.span, "held by " + introduce(org, holder.party));
  std::vector<Label> labels;
  for (const Verdict* verdict : group) {
    for (const Holder& h : verdict->holders) {
      if (h.party == holder.party) labels.push_back({h.span, "this one too"});
    }
  }
  if (owner) {
    labels.push_back({org.place(org.vertex(*owner)),
                      fmt::format("the {} is here", plain(org[duty.owner.role].id))});
  }
  add_labels(finding, labels);
  add_duties(finding, org, group);
  finding.add_subject(org.subject(holder.party));
  finding.add_subject(org.subject(role));
  if (const auto above = seat ? role_lines.nearest(role, *seat) : std::nullopt) {
    add_path(finding, path_text(org, *seat, *above));
  }
  const std::string entry = one ? fmt::format("`\"{}\"`", plain(duty.id)) : "them";
  const std::string allow = fmt::format(
      "where it is meant so, `may_hold = [\"{}\"]` in a `[[duty]]` of that id allows it",
      plain(org[role].id));
  finding.help_text = owner ? fmt::format("move {} to `accountable` of {}; {}", entry,
                                          quoted(org[*owner].id), allow)
                            : allow;
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  const Lines lines = line_roles(org);
  const Chiefs heads = chiefs(org);
  RoleLines role_lines(org);
  VerdictGroups<std::tuple<Party, RoleId, RoleId>> groups(org, "duty-misplaced");
  for (const Verdict& verdict : facts.coverage) {
    if (verdict.kind != VerdictKind::misplaced || !verdict.line_role || verdict.holders.empty()) {
      continue;
    }
    const Owner& owner = org[verdict.duty].owner;
    groups.add({misplaced(org, lines, verdict).party, *verdict.line_role, owner.role}, verdict);
  }
  for (const VerdictGroup& group : groups.all()) {
    const Owner& owner = org[group.front()->duty].owner;
    report(org, group, misplaced(org, lines, *group.front()),
           owner.kind == Owner::Kind::role ? heads[owner.role.index()] : std::nullopt, role_lines,
           findings);
  }
}

}  // namespace

extern const Check duty_misplaced_check;
const Check duty_misplaced_check{
    .id = "duty-misplaced",
    .group = Group::coverage,
    .severity = Severity::warning,
    .says = "an inward duty is held in the outward line, or the other way round",
    .why =
        "The CIO's line looks at the company's own processes, the CTO's at products for "
        "customers. A duty that looks the other way loses against the line's own aims.",
    .loud = "A warning, because the duty is covered and the place may be chosen with care.",
    .sources = "A1, B12, B16, B17",
    .find = find,
};

}  // namespace rolecall
