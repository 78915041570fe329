#include <fmt/format.h>

#include <algorithm>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
#include "rules/governance.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

bool among(std::span<const Vertex> all, Vertex v) { return std::ranges::find(all, v) != all.end(); }

bool linked(const Org& org, Vertex a, Vertex b) {
  return std::ranges::any_of(org.links, [&](const Link& link) {
    return among(link.between, a) && among(link.between, b);
  });
}

/// Whether the post sits in the body, or a link ties it there.
bool meets(const Org& org, PositionId post, BodyId body) {
  const auto& members = org[body].members;
  return std::ranges::find(members, post) != members.end() ||
         among(org.graph.linked(org.vertex(body)), org.vertex(post));
}

bool common_body(const Org& org, const Officers& pair) {
  for (std::size_t i = 0; i < org.bodies.size(); ++i) {
    if (meets(org, pair.cio, BodyId(i)) && meets(org, pair.cto, BodyId(i))) return true;
  }
  return false;
}

bool common_duty(const Facts& facts) {
  const Org& org = facts.org;
  const RoleId cio = *org.role("CIO");
  const RoleId cto = *org.role("CTO");
  RoleLines lines(org);
  return std::ranges::any_of(facts.coverage, [&](const Verdict& verdict) {
    const Duty& duty = org[verdict.duty];
    if (duty.owner.kind != Owner::Kind::shared && duty.joint.empty()) return false;
    return has_part(org, lines, verdict, cio) && has_part(org, lines, verdict, cto);
  });
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  const auto pair = officers(org);
  // Before any duty is assigned, shared ones cannot be seen: `duties-unassigned` says how to begin.
  if (!pair || !org.complete || !org.has_duty_lists) return;
  const Vertex cio = org.vertex(pair->cio);
  const Vertex cto = org.vertex(pair->cto);
  if (org.graph.in_line(cio, cto) || org.graph.in_line(cto, cio)) return;
  if (among(org.graph.dotted_bosses(cio), cto) || among(org.graph.dotted_bosses(cto), cio)) return;
  if (linked(org, cio, cto) || common_body(org, *pair) || common_duty(facts)) return;
  Finding finding("no-working-link",
                  fmt::format("nothing says how the CIO, {}, and the CTO, {}, work together",
                              quoted(org[pair->cio].id), quoted(org[pair->cto].id)),
                  org.place(cto), introduce(org, pair->cto));
  const Label other{org.place(cio), introduce(org, pair->cio)};
  add_labels(finding, {&other, 1});
  finding.add_subject(org.subject(pair->cio));
  finding.add_subject(org.subject(pair->cto));
  finding.notes.push_back(
      "no link, no body in which both sit, no dotted line, and no shared or joint duty in which "
      "both have a part");
  offer(finding, add_link(org, cio, cto));
  findings.push_back(std::move(finding));
}

}  // namespace

extern const Check no_working_link_check;
const Check no_working_link_check{
    .id = "no-working-link",
    .group = Group::governance,
    .severity = Severity::warning,
    .says = "nothing says how CIO and CTO work together",
    .why =
        "The two complement each other under one roof. Regular talk keeps priorities aligned; "
        "without it each plans alone, and they find out late.",
    .loud = "A warning, because the two may well talk; but nobody can rely on what is not written.",
    .sources = "A29, B13, B24, B34",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
