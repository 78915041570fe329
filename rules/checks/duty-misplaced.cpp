#include <fmt/format.h>

#include <algorithm>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
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

void report(const Org& org, const Verdict& verdict, const Holder& holder,
            const std::optional<PositionId>& owner, RoleLines& role_lines, Findings& findings) {
  const Duty& duty = org[verdict.duty];
  const RoleId role = *verdict.line_role;
  const auto seat = org.seat(holder.party);
  const bool own = has_role(org, holder.party, role);
  const std::string way = duty.focus == Focus::inward ? "inward" : "outward";
  const std::string line =
      fmt::format("{} {} {}", short_name(org, holder.party),
                  own ? "is the" : "stands in the line of the", plain(org[role].id));
  Finding finding("duty-misplaced",
                  fmt::format("{} looks {}, but its holder {}", quoted(duty.id), way, line),
                  holder.span, "held by " + introduce(org, holder.party));
  std::vector<Label> labels;
  for (const Holder& h : verdict.holders) {
    if (h.party == holder.party) labels.push_back({h.span, "this one too"});
  }
  if (owner) {
    labels.push_back({org.place(org.vertex(*owner)),
                      fmt::format("the {} is here", plain(org[duty.owner.role].id))});
  }
  add_labels(finding, labels);
  finding.add_subject(org.subject(verdict.duty));
  finding.add_subject(org.subject(holder.party));
  finding.add_related(org.subject(role));
  if (const auto above = seat ? role_lines.nearest(role, *seat) : std::nullopt) {
    add_path(finding, path_text(org, *seat, *above));
  }
  const auto help = [&](const std::string& entry) {
    const std::string allow = fmt::format(
        "where it is meant so, `may_hold = [\"{}\"]` in a `[[duty]]` of that id allows it",
        plain(org[role].id));
    return owner ? fmt::format("move {} to `accountable` of {}; {}", entry, quoted(org[*owner].id),
                               allow)
                 : allow;
  };
  finding.help_text = help(fmt::format("`\"{}\"`", plain(duty.id)));
  const std::optional<Party> chief =
      owner ? std::optional(Party{Party::Kind::position, owner->value}) : std::nullopt;
  if (chief && *chief != holder.party && directs_doers(org, *chief, verdict.duty)) {
    Fix fix = take_duty(org, verdict.duty, holder.party);
    const Fix give = give_entry(org, *owner, duty.id);
    fix.changes.insert(fix.changes.end(), give.changes.begin(), give.changes.end());
    fix.title =
        fmt::format("move `\"{}\"` to `accountable` of {}", plain(duty.id), quoted(org[*owner].id));
    offer(finding, std::move(fix));
  }
  finding.grouping = Grouping{
      fmt::format("{} {} {} {}", short_name(org, holder.party), role.index(),
                  static_cast<int>(duty.owner.kind), duty.owner.role.index()),
      fmt::format("{{}} that look {} have a holder who looks the other way: {}", way, line),
      help("them")};
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  const Lines lines = line_roles(org);
  const Chiefs heads = chiefs(org);
  RoleLines role_lines(org);
  for (const Verdict& verdict : facts.coverage) {
    if (verdict.kind != VerdictKind::misplaced || !verdict.line_role || verdict.holders.empty()) {
      continue;
    }
    const Owner& owner = org[verdict.duty].owner;
    report(org, verdict, misplaced(org, lines, verdict),
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
