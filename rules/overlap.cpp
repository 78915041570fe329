#include "rules/overlap.hpp"

#include <fmt/format.h>

#include "model/text/text.hpp"

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

}  // namespace

Finding about_holders(std::string_view check, std::string message, const Org& org,
                      const VerdictGroup& group, RoleLines& lines) {
  const Verdict& first = *group.front();
  const Holder* const kept = keeper(org, first, lines);
  const Holder& stays = kept != nullptr ? *kept : first.holders[first.clashing.front()];
  const Holder& last = first.holders[first.clashing.back()];
  const Holder& yields = &last != &stays ? last : first.holders[first.clashing.front()];
  Finding finding(check, std::move(message), yields.span,
                  "held by " + introduce(org, yields.party));
  add_labels(finding, clash_labels(org, group));
  add_duties(finding, org, group);
  for (const Party party : clashing_of(first)) finding.add_subject(org.subject(party));
  add_path(finding, path_text(org, yields.party, stays.party));

  const bool one = group.size() == 1;
  const std::string duty = plain(org[first.duty].id);
  const std::string view = one ? fmt::format("`[duties.{}]`", duty) : "their `[duties.<id>]`";
  const std::string them = one ? "it" : "them";
  const std::string other = short_name(org, yields.party);
  if (kept == nullptr) {
    finding.help_text = fmt::format("let one keep {}, and {}", them,
                                    yields.exact ? "drop the entry of the other"
                                    : one ? fmt::format("write `\"!{}\"` in the other's list", duty)
                                          : "take the bundle off the other's list");
  } else {
    std::string change;
    if (first.overlap == OverlapKind::one_line && yields.exact) {
      change = fmt::format("make {} `responsible`", other);
    } else if (yields.exact) {
      change = fmt::format("drop the {} of {}", one ? "entry" : "entries", other);
    } else if (one) {
      change = fmt::format("write `\"!{}\"` in the list of {}", duty, other);
    } else {
      change = fmt::format("take the bundle off the list of {}", other);
    }
    const bool own = has_role(org, stays.party, org[first.duty].owner.role);
    finding.help_text =
        fmt::format("keep {} with {}, {}, and {}", them, short_name(org, stays.party),
                    own ? (one ? "whose role owns it" : "whose role owns them")
                        : "in the line of the role that owns " + them,
                    change);
  }
  finding.help_text += fmt::format("; or say in {} why both: `joint = \"...\"`", view);
  return finding;
}

}  // namespace rolecall
