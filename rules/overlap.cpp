#include "rules/overlap.hpp"

#include <fmt/format.h>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/fixes.hpp"

namespace rolecall {
namespace {

/// The one of those who clash who has the owner's role, else the only one in that role's line;
/// none where that tells nothing.
const Holder* keeper(const Org& org, const Verdict& verdict, RoleLines& lines) {
  const Owner& owner = org[verdict.duty].owner;
  if (owner.kind != Owner::Kind::role) return nullptr;
  const Holder* found = nullptr;
  bool one = true;
  for (const std::size_t i : verdict.clashing) {
    const Holder& holder = verdict.holders[i];
    if (has_role(org, holder.party, owner.role)) return &holder;
    if (!lines.in_line(owner.role, holder.party)) continue;
    one = found == nullptr;
    found = &holder;
  }
  return one ? found : nullptr;
}

/// Whether the one who gives a duty up can do it from then on: it stands below the one who keeps
/// it. A boss who did the work of a report would be out of the line of the one who answers.
bool can_do_it_below(const Org& org, const Verdict& verdict, const Holder* kept,
                     const Holder& yields) {
  if (kept == nullptr || verdict.overlap != OverlapKind::one_line || !yields.exact) return false;
  const auto above = org.seat(kept->party);
  const auto below = org.seat(yields.party);
  return above && below && org.graph.in_line(*below, *above);
}

/// What to do, for one duty or for several that the same parties hold.
std::string help(const Org& org, const Verdict& verdict, const Holder* kept, const Holder& yields,
                 bool one) {
  const std::string duty = plain(org[verdict.duty].id);
  const std::string view = one ? fmt::format("`[duties.{}]`", duty) : "their `[duties.<id>]`";
  const std::string them = one ? "it" : "them";
  const std::string other = short_name(org, yields.party);
  std::string out;
  if (kept == nullptr) {
    out = fmt::format("let one keep {}, and {}", them,
                      yields.exact ? "drop the entry of the other"
                      : one        ? fmt::format("write `\"!{}\"` in the other's list", duty)
                                   : "take the bundle off the other's list");
  } else {
    std::string change;
    if (can_do_it_below(org, verdict, kept, yields)) {
      change = fmt::format("make {} `responsible`", other);
    } else if (yields.exact) {
      change = fmt::format("drop the {} of {}", one ? "entry" : "entries", other);
    } else if (one) {
      change = fmt::format("write `\"!{}\"` in the list of {}", duty, other);
    } else {
      change = fmt::format("take the bundle off the list of {}", other);
    }
    const bool own = has_role(org, kept->party, org[verdict.duty].owner.role);
    out = fmt::format("keep {} with {}, {}, and {}", them, short_name(org, kept->party),
                      own ? (one ? "whose role owns it" : "whose role owns them")
                          : "in the line of the role that owns " + them,
                      change);
  }
  return out + fmt::format("; or say in {} why both: `joint = \"...\"`", view);
}

}  // namespace

Finding about_holders(std::string_view check, std::string message, Grouping grouping,
                      const Org& org, const Verdict& verdict, RoleLines& lines) {
  const Holder* const kept = keeper(org, verdict, lines);
  const Holder& stays = kept != nullptr ? *kept : verdict.holders[verdict.clashing.front()];
  const Holder& last = verdict.holders[verdict.clashing.back()];
  const Holder& yields = &last != &stays ? last : verdict.holders[verdict.clashing.front()];
  Finding finding(check, std::move(message), yields.span,
                  "held by " + introduce(org, yields.party));
  add_labels(finding, clash_labels(org, verdict));
  finding.add_subject(org.subject(verdict.duty));
  for (const Party party : clashing_of(verdict)) finding.add_party(org.subject(party));
  add_path(finding, path_text(org, yields.party, stays.party));
  finding.help_text = help(org, verdict, kept, yields, true);
  grouping.help = help(org, verdict, kept, yields, false);
  const bool doer = can_do_it_below(org, verdict, kept, yields);
  if (verdict.clashing.size() == 2 && directs_doers(org, stays.party, verdict.duty)) {
    offer(finding, take_duty(org, verdict.duty, yields.party, doer));
  }
  std::string together;  // a sentence of the description's own, without our quotes
  for (const char c : names_of(org, clashing_of(verdict))) {
    if (c != '`') together += c;
  }
  Fix joint = set_in_duty(org, verdict.duty, "joint", together + " answer for it together");
  joint.gives_reason = true;
  offer(finding, std::move(joint));
  finding.grouping = std::move(grouping);
  return finding;
}

}  // namespace rolecall
