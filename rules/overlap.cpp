#include "rules/overlap.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/org/scopes.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/fixes.hpp"

namespace rolecall {
namespace {

/// The scopes of the post in which a holder is; all of a body or a team without a lead.
Scopes post_scopes(const Org& org, const Holder& holder) {
  const auto seat = org.seat(holder.party);
  const auto post = seat ? org.position(*seat) : std::nullopt;
  return post ? org[*post].scopes : Scopes{};
}

Scopes common(const Org& org, const Scopes& a, const Scopes& b) {
  return subtract(org, a, subtract(org, a, b));
}

/// The scopes in which all who clash hold the duty; those of two are where they clash.
Scopes where_all_hold(const Org& org, const Verdict& verdict) {
  Scopes out;
  for (const std::size_t i : verdict.clashing) out = common(org, out, verdict.holders[i].scopes);
  return out;
}

/// The one of those who clash who has the owner's role, else the only one in that role's line;
/// none where that tells nothing. Of several with the role the one whose post is for the scopes in
/// which they clash.
const Holder* keeper(const Org& org, const Verdict& verdict, RoleLines& lines) {
  const Owner& owner = org[verdict.duty].owner;
  if (owner.kind != Owner::Kind::role) return nullptr;
  std::vector<const Holder*> owners;
  std::vector<const Holder*> in_line;
  for (const std::size_t i : verdict.clashing) {
    const Holder& holder = verdict.holders[i];
    if (has_role(org, holder.party, owner.role)) owners.push_back(&holder);
    if (lines.in_line(owner.role, holder.party)) in_line.push_back(&holder);
  }
  if (owners.empty()) return in_line.size() == 1 ? in_line.front() : nullptr;
  if (owners.size() == 1) return owners.front();
  const Scopes clash = where_all_hold(org, verdict);
  const auto other_part = [&](const Holder* holder) {
    return !overlap(post_scopes(org, *holder), clash);
  };
  std::erase_if(owners, other_part);
  return owners.size() == 1 ? owners.front() : nullptr;
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

/// How a clash ends: who keeps the duty, and who gives it up in which scopes.
struct Settlement {
  const Holder* kept;  ///< whom the owner's role tells; else null
  const Holder* stays;
  const Holder* yields;
  Scopes clash;  ///< where both hold it
  Scopes rest;   ///< what the one who yields holds beside that
  Texts own;     ///< the scopes at the entry of the one who yields
  bool doer;     ///< it can do the duty from then on
};

Settlement settle(const Org& org, const Verdict& verdict, RoleLines& lines) {
  Settlement out{};
  out.kept = keeper(org, verdict, lines);
  const Holder& first = verdict.holders[verdict.clashing.front()];
  const Holder& last = verdict.holders[verdict.clashing.back()];
  out.stays = out.kept != nullptr ? out.kept : &first;
  out.yields = &last != out.stays ? &last : &first;
  const auto rest = [&] {
    out.clash = common(org, out.stays->scopes, out.yields->scopes);
    out.rest = subtract(org, out.yields->scopes, out.clash);
    // The scopes of a bundle are those of its other duties, too.
    out.own = out.yields->exact ? own_scopes(org, verdict.duty, *out.yields) : Texts{};
  };
  rest();
  // What is left beside the scopes of others has no name where the company lists none.
  const bool has_name = org.scopes_declared || !out.yields->scopes.all;
  if (!empty(out.rest) && (out.kept == nullptr || !has_name)) {
    // Whoever holds more keeps it: nobody is left without.
    if (empty(subtract(org, out.stays->scopes, out.clash))) {
      out.kept = nullptr;
      std::swap(out.stays, out.yields);
      rest();
    }
  }
  if (empty(out.clash)) std::swap(out.clash, out.rest);  // of three, these two do not meet
  // Where an entry and a bundle of one holder are told apart by scopes, all of it is given up.
  const auto names = [&](ScopeId scope) {
    return std::ranges::find(out.own, org.scopes[scope.index()], &Text::value) != out.own.end();
  };
  if (!out.own.empty() && !std::ranges::all_of(members(org, out.clash), names))
    out.rest = {false, {}};
  out.doer = empty(out.rest) && can_do_it_below(org, verdict, out.kept, *out.yields);
  return out;
}

/// "`scope = "EMEA"`", "`scope = ["EMEA", "APAC"]`".
std::string scope_text(const Org& org, const Scopes& scopes) {
  const std::vector<ScopeId> all = members(org, scopes);
  std::string out;
  for (const ScopeId scope : all) {
    if (!out.empty()) out += ", ";
    out += '"' + plain(org.scopes[scope.index()]) + '"';
  }
  return all.size() == 1 ? "scope = " + out : "scope = [" + out + ']';
}

/// What the one who yields writes, of one duty or of several.
std::string change(const Org& org, const Settlement& end, const std::string& duty, bool one) {
  const std::string who = short_name(org, end.yields->party);
  if (end.doer) return fmt::format("make {} `responsible`", who);
  const std::string entry = one ? "entry" : "entries";
  if (!empty(end.rest)) {
    if (!end.own.empty()) {
      return fmt::format("take {} out of the `scope` of the {} of {}", describe(org, end.clash),
                         entry, who);
    }
    if (!end.yields->exact) {
      // An exception takes off all scopes; what comes behind it is added again.
      const std::string id = one ? duty : "<id>";
      return fmt::format("write `\"!{}\", {{ duty = \"{}\", {} }}` behind the bundle of {}", id, id,
                         scope_text(org, end.rest), who);
    }
    return fmt::format("write `{{ duty = \"{}\", {} }}` for the {} of {}", one ? duty : "<id>",
                       scope_text(org, end.rest), entry, who);
  }
  if (end.yields->exact) return fmt::format("drop the {} of {}", entry, who);
  return one ? fmt::format("write `\"!{}\"` in the list of {}", duty, who)
             : fmt::format("take the bundle off the list of {}", who);
}

/// What to do, for one duty or for several that the same parties hold.
std::string help(const Org& org, const Verdict& verdict, const Settlement& end, bool one) {
  const std::string duty = plain(org[verdict.duty].id);
  const std::string view = one ? fmt::format("`[duties.{}]`", duty) : "their `[duties.<id>]`";
  const std::string them = one ? "it" : "them";
  std::string out;
  if (end.kept == nullptr && !empty(end.clash) && end.clash.all && empty(end.rest)) {
    const bool two = verdict.clashing.size() == 2;
    out = fmt::format(
        "let one keep {}, and {}", them,
        end.yields->exact ? two ? "drop the entry of the other" : "drop the entries of the others"
        : one
            ? fmt::format("write `\"!{}\"` in the {}", duty, two ? "other's list" : "others' lists")
        : two ? "take the bundle off the other's list"
              : "take the bundle off the others' lists");
  } else if (end.kept == nullptr) {
    out = fmt::format("let one keep {}: {}", them, change(org, end, duty, one));
  } else {
    const bool own = has_role(org, end.kept->party, org[verdict.duty].owner.role);
    const bool part = !end.clash.all && !post_scopes(org, *end.kept).all;
    out = fmt::format("keep {} {}with {}, {}, and {}", them,
                      part ? "in " + describe(org, end.clash) + " " : "",
                      short_name(org, end.kept->party),
                      part  ? "whose part it is"
                      : own ? (one ? "whose role owns it" : "whose role owns them")
                            : "in the line of the role that owns " + them,
                      change(org, end, duty, one));
  }
  return out + fmt::format("; or say in {} why both: `joint = \"...\"`", view);
}

/// None where the help asks for more than taking something off.
std::optional<Fix> yielding(const Org& org, const Verdict& verdict, const Settlement& end) {
  if (verdict.clashing.size() != 2 || !directs_doers(org, end.stays->party, verdict.duty)) {
    return std::nullopt;
  }
  if (empty(end.rest)) return take_duty(org, verdict.duty, end.yields->party, end.doer);
  if (end.own.empty()) return std::nullopt;
  Fix fix{change(org, end, plain(org[verdict.duty].id), true), {}};
  for (const Text& scope : end.own) {
    const auto gives_up = [&](ScopeId id) { return org.scopes[id.index()] == scope.value; };
    if (std::ranges::any_of(end.clash.some, gives_up))
      fix.changes.push_back(RemoveEntry{scope.span});
  }
  return fix;
}

}  // namespace

Finding about_holders(std::string_view check, std::string message, Grouping grouping,
                      const Org& org, const Verdict& verdict, RoleLines& lines) {
  const Settlement end = settle(org, verdict, lines);
  Finding finding(check, std::move(message), end.yields->span,
                  "held by " + introduce(org, end.yields->party));
  add_labels(finding, clash_labels(org, verdict));
  finding.add_subject(org.subject(verdict.duty));
  for (const Party party : clashing_of(verdict)) finding.add_party(org.subject(party));
  add_path(finding, path_text(org, end.yields->party, end.stays->party));
  finding.help_text = help(org, verdict, end, true);
  grouping.help = help(org, verdict, end, false);
  if (auto fix = yielding(org, verdict, end)) offer(finding, std::move(*fix));
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
