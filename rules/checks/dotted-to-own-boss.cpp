#include <fmt/format.h>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const PositionId id(i);
    const auto boss = org.graph.boss(org.vertex(id));
    if (!boss) continue;
    for (const Text& dotted : org[id].decl->dotted_to) {
      if (dotted.value != org.id(*boss)) continue;
      findings.push_back(
          Finding("dotted-to-own-boss",
                  fmt::format("{} has a dotted line to {}, to whom it reports anyway",
                              quoted(org[id].id), quoted(dotted.value)),
                  dotted.span, "says nothing more")
              .about(org.subject(id))
              .about(org.subject(*boss))
              .label(org[id].decl->reports_to.span, "the solid line"));
      offer(findings.back(), {fmt::format("take `\"{}\"` out of `dotted_to`", plain(dotted.value)),
                              {RemoveEntry{dotted.span}},
                              true});
      break;
    }
  }
}

}  // namespace

extern const Check dotted_to_own_boss_check;
const Check dotted_to_own_boss_check{
    .id = "dotted-to-own-boss",
    .group = Group::structure,
    .severity = Severity::note,
    .says = "a dotted line repeats the solid one",
    .why = "Two lines to one boss say no more than one. Often another boss was meant.",
    .loud = "A note, because nothing in the judgement changes when the second line is taken away.",
    .sources = "",
    .find = find,
};

}  // namespace rolecall
