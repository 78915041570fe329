#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
#include "rules/governance.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// More bundles than this are not mended one by one.
constexpr std::size_t most_mended = 8;

/// One duty, who holds it through a bundle and who names it in another line.
struct Case {
  const Verdict& verdict;
  std::vector<Party> yielding;
  std::vector<Party> taking;
  std::optional<Vertex> common{};  ///< the lowest at or above all who yield
  bool common_yields = false;      ///< it is one of them
};

void find_common(const Org& org, Case& one) {
  for (const Party party : one.yielding) {
    const auto seat = org.seat(party);
    if (!seat) {
      one.common.reset();
      return;
    }
    one.common = party == one.yielding.front() ? seat
                 : one.common                  ? org.graph.lowest_common_boss(*one.common, *seat)
                                               : std::nullopt;
  }
  const auto is_common = [&](Party party) { return org.seat(party) == one.common; };
  one.common_yields = std::ranges::any_of(one.yielding, is_common);
}

/// Whether the party is a boss of all who yield; of a body, whether it or one of its members is.
bool is_above(const Org& org, const Case& one, Party party) {
  const auto stands_above = [&](Vertex v) {
    return one.common && org.graph.in_line(*one.common, v) &&
           !(one.common_yields && v == *one.common);
  };
  const auto seat = org.seat(party);
  if (seat && stands_above(*seat)) return true;
  return party.kind == Party::Kind::body &&
         std::ranges::any_of(org.bodies[party.index].members,
                             [&](PositionId member) { return stands_above(org.vertex(member)); });
}

/// Whether somebody who is there loses a duty of the own role to one who has no claim by the
/// structure: no boss, and nobody who stands outside on purpose to watch over it.
bool is_quarrel(const Org& org, const Case& one) {
  const Duty& duty = org[one.verdict.duty];
  if (duty.owner.kind != Owner::Kind::role) return false;
  const auto loses = [&](Party party) {
    return active(org.filling(party)) && has_role(org, party, duty.owner.role);
  };
  const auto has_claim = [&](Party party) {
    const auto seat = org.seat(party);
    const auto post = seat ? org.position(*seat) : std::nullopt;
    const auto role = post ? watching_role(org, *post) : std::nullopt;
    return (role && std::ranges::find(duty.may_hold, *role) != duty.may_hold.end()) ||
           has_role(org, party, duty.owner.role) || is_above(org, one, party);
  };
  return std::ranges::any_of(one.yielding, loses) && !std::ranges::all_of(one.taking, has_claim);
}

/// "`cto` holds {} through a bundle and yields to `cpo`, who names it in another line".
std::string message(const Org& org, const Case& one, const std::string& what,
                    std::string_view them) {
  const bool above =
      std::ranges::all_of(one.taking, [&](Party party) { return is_above(org, one, party); });
  const bool many = one.yielding.size() > 1;
  return fmt::format("{} {} {} through {} and {} to {}, who {} {} {}", names_of(org, one.yielding),
                     many ? "hold" : "holds", what, many ? "bundles" : "a bundle",
                     many ? "yield" : "yields", names_of(org, one.taking),
                     one.taking.size() > 1 ? "name" : "names", them,
                     above ? "above" : "in another line");
}

std::string help(const Org& org, const Case& one, bool group) {
  const std::string duty = group ? "<id>" : plain(org[one.verdict.duty].id);
  return fmt::format(
      "if {} {} to answer, write `\"!{}\"`{} in the {} of {}; else drop the {} of {}; if both are, "
      "name {} there as well, and say in `[duties.{}]` why: `joint = \"...\"`",
      names_of(org, one.taking), one.taking.size() > 1 ? "are" : "is", duty,
      group ? " for each" : "", one.yielding.size() > 1 ? "lists" : "list",
      names_of(org, one.yielding), group || one.taking.size() > 1 ? "entries" : "entry",
      names_of(org, one.taking), group ? "each" : "it", duty);
}

void offer_fixes(Finding& finding, const Org& org, const Case& one) {
  if (one.yielding.size() > most_mended) return;
  const DutyId duty = one.verdict.duty;
  Fix except;
  for (const Party party : one.yielding) {
    Fix part = take_duty(org, duty, party);
    if (except.title.empty()) except.title = std::move(part.title);
    std::ranges::move(part.changes, std::back_inserter(except.changes));
  }
  if (one.yielding.size() > 1) {
    except.title = fmt::format("write `\"!{}\"` in the lists of {}", plain(org[duty].id),
                               names_of(org, one.yielding));
  }
  offer(finding, std::move(except));
  if (one.yielding.size() > 1 || one.taking.size() > 1) return;
  const Owner& owner = org[duty].owner;
  const bool own = owner.kind != Owner::Kind::role || has_role(org, one.yielding[0], owner.role);
  if (own && directs_doers(org, one.yielding[0], duty)) {
    offer(finding, take_duty(org, duty, one.taking[0]));
  }
}

void report(const Org& org, const Case& one, Findings& findings) {
  const Verdict& verdict = one.verdict;
  const Owner& owner = org[verdict.duty].owner;
  const Holder& first = verdict.holders[verdict.taking.front()];
  Finding finding("bundle-outranked", message(org, one, quoted(org[verdict.duty].id), "it"),
                  first.span, "named by " + introduce(org, first.party));
  std::vector<Label> labels;
  for (const std::size_t i : verdict.taking) {
    const Holder& holder = verdict.holders[i];
    labels.push_back({holder.span, "named by " + introduce(org, holder.party)});
  }
  for (const Holder& holder : verdict.yielding) {
    labels.push_back({holder.span, introduce(org, holder.party) + " holds it through this bundle"});
  }
  add_labels(finding, labels);
  finding.add_subject(org.subject(verdict.duty));
  for (const Party party : one.yielding) finding.add_party(org.subject(party));
  for (const Party party : one.taking) finding.add_party(org.subject(party));
  add_path(finding, path_text(org, first.party, one.yielding.front()));
  finding.help_text = help(org, one, false);
  offer_fixes(finding, org, one);
  if (!is_quarrel(org, one)) finding.severity = Severity::note;
  Grouping grouping;
  grouping.key = fmt::format("{} {} {} > {}", static_cast<int>(owner.kind), owner.role.index(),
                             key_of(org, one.yielding), key_of(org, one.taking));
  grouping.message = message(org, one, "{}", "them");
  grouping.help = help(org, one, true);
  finding.grouping = std::move(grouping);
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  for (const Verdict& verdict : facts.coverage) {
    // A reason for several, or for nobody, has settled it; `duty-misplaced` tells the same of who
    // stands in the wrong line.
    if (verdict.taking.empty() || verdict.kind == VerdictKind::unowned ||
        verdict.kind == VerdictKind::misplaced) {
      continue;
    }
    if (!org[verdict.duty].joint.empty()) continue;
    Case one{verdict, {}, {}};
    for (const Holder& holder : verdict.yielding) {
      const auto seat = org.seat(holder.party);
      const auto post = seat ? org.position(*seat) : std::nullopt;
      if (!post || exists(org[*post].filling)) one.yielding.push_back(holder.party);
    }
    for (const std::size_t i : verdict.taking) one.taking.push_back(verdict.holders[i].party);
    if (one.yielding.empty()) continue;
    find_common(org, one);
    report(org, one, findings);
  }
}

}  // namespace

extern const Check bundle_outranked_check;
const Check bundle_outranked_check{
    .id = "bundle-outranked",
    .group = Group::coverage,
    .severity = Severity::warning,
    .says = "a duty that a bundle gives to one is named by somebody in another line",
    .why =
        "A bundle yields to whoever names a duty. Down its own line that is how work is given on; "
        "in another line two may each think that they answer.",
    .loud =
        "A warning where a role that is filled loses a duty of its own; a note where a boss names "
        "it, or whoever watches over it, or where it was not the role's own.",
    .sources = "A32, F8",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
