#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
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

bool among(std::span<const Vertex> all, Vertex v) { return std::ranges::find(all, v) != all.end(); }

/// An officer with all posts of the same person: a line of the person is one of each of them.
std::vector<Vertex> seats_of(const Org& org, PositionId officer) {
  std::vector<Vertex> out{org.vertex(officer)};
  const auto person = org.person(Party{Party::Kind::position, officer.value});
  if (!person) return out;
  for (const PositionId post : org[*person].positions) {
    if (post != officer) out.push_back(org.vertex(post));
  }
  return out;
}

/// Whether a solid or a dotted line of one leads up to the other.
bool reports_to(const Org& org, std::span<const Vertex> ours, std::span<const Vertex> theirs) {
  return std::ranges::any_of(ours, [&](Vertex v) {
    return std::ranges::any_of(theirs, [&](Vertex boss) {
      return org.graph.in_line(v, boss) || among(org.graph.dotted_bosses(v), boss);
    });
  });
}

bool linked(const Org& org, std::span<const Vertex> a, std::span<const Vertex> b) {
  const auto in = [](const Link& link, std::span<const Vertex> side) {
    return std::ranges::any_of(side, [&](Vertex v) { return among(link.between, v); });
  };
  return std::ranges::any_of(org.links,
                             [&](const Link& link) { return in(link, a) && in(link, b); });
}

/// Whether one of the posts sits in the body, or a link ties it there.
bool meets(const Org& org, std::span<const Vertex> seats, BodyId body) {
  const auto sits = [&](PositionId member) { return among(seats, org.vertex(member)); };
  return std::ranges::any_of(org[body].members, sits) ||
         std::ranges::any_of(org.graph.linked(org.vertex(body)),
                             [&](Vertex v) { return among(seats, v); });
}

bool common_body(const Org& org, std::span<const Vertex> a, std::span<const Vertex> b) {
  for (std::size_t i = 0; i < org.bodies.size(); ++i) {
    if (meets(org, a, BodyId(i)) && meets(org, b, BodyId(i))) return true;
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
  const std::vector<Vertex> ours = seats_of(org, pair->cio);
  const std::vector<Vertex> theirs = seats_of(org, pair->cto);
  if (reports_to(org, ours, theirs) || reports_to(org, theirs, ours)) return;
  if (linked(org, ours, theirs) || common_body(org, ours, theirs) || common_duty(facts)) return;
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
