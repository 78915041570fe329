#include <fmt/format.h>

#include <string_view>
#include <unordered_map>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/governance.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

bool in_house(const Org& org, PositionId id) {
  return active(org[id].filling) && !org[id].states.has(Filling::outsourced);
}

void report(const Org& org, PositionId id, std::optional<PositionId> overseer, Findings& findings) {
  const Position& position = org[id];
  const auto boss = org.graph.boss(org.vertex(id));
  const auto state = [&](PositionId other) { return reason_text(org, other); };
  Finding finding(
      "outsourced-without-overseer",
      overseer ? fmt::format("{} is outsourced, and its overseer {} is {}", quoted(position.id),
                             quoted(org[*overseer].id), state(*overseer))
               : fmt::format("{} is outsourced, and nobody in the company oversees it",
                             quoted(position.id)),
      overseer ? position.decl->overseer.span : state_place(org, id, Filling::outsourced),
      overseer ? "oversees nothing" : introduce(org, id));
  finding.add_subject(org.subject(id));
  if (overseer) {
    finding.add_related(org.subject(*overseer));
    finding.add_label(reason_place(org, *overseer), state(*overseer));
  }
  if (const auto post = boss ? org.position(*boss) : std::nullopt) {
    finding.add_related(org.subject(*post));
    finding.add_label(line_place(org, id), fmt::format("its boss is {}", state(*post)));
  }
  finding.help_text = fmt::format(
      "name a post that is filled from within: `overseer = \"...\"` in {}", quoted(position.id));
  findings.push_back(std::move(finding));
}

/// A boss who is there and in-house oversees it. So may one whom a part of a company leaves out.
bool has_boss(const Org& org, PositionId id) {
  if (org[id].boss_unknown) return true;
  const auto boss = org.graph.boss(org.vertex(id));
  if (!boss) return !org.complete;
  const auto post = org.position(*boss);
  return !post || in_house(org, *post) || holder_left_out(org, org[*post]);
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  std::unordered_map<std::string_view, PositionId> ids;
  const auto post_called = [&](std::string_view id) -> std::optional<PositionId> {
    if (ids.empty()) {
      for (std::size_t i = 0; i < org.positions.size(); ++i) {
        ids.try_emplace(org.positions[i].id, PositionId(i));
      }
    }
    const auto found = ids.find(id);
    return found == ids.end() ? std::nullopt : std::optional(found->second);
  };
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const PositionId id(i);
    const bool outsourced = active(org[id].filling) && org[id].states.has(Filling::outsourced);
    if (!outsourced || has_boss(org, id)) continue;
    const Text& text = org[id].decl->overseer;
    if (!text.given()) {
      report(org, id, std::nullopt, findings);
      continue;
    }
    const auto overseer = post_called(text.value);
    // One who is not in the description is an `unknown-reference` and nothing besides.
    if (!overseer) continue;
    const bool oversees = *overseer != id && in_house(org, *overseer);
    if (!oversees) report(org, id, *overseer, findings);
  }
}

}  // namespace

extern const Check outsourced_without_overseer_check;
const Check outsourced_without_overseer_check{
    .id = "outsourced-without-overseer",
    .group = Group::governance,
    .severity = Severity::error,
    .says = "a post is filled from another company, and nobody in this one oversees it",
    .why =
        "Work can be bought, accountability cannot. A boss who is there and in-house oversees it; "
        "where there is none, an `overseer` must be named.",
    .loud = "An error, because nobody in the company would answer for what the post does.",
    .sources = "F4",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
