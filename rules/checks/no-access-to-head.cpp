#include <fmt/format.h>

#include <algorithm>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/governance.hpp"

namespace rolecall {
namespace {

/// Whether a link or a seat brings the post together with one who leads.
bool meets_head(const Org& org, const Heads& heads, PositionId id) {
  const Vertex v = org.vertex(id);
  for (const Link& link : org.links) {
    if (std::ranges::find(link.between, v) != link.between.end() &&
        std::ranges::any_of(link.between, [&](Vertex end) { return heads.leads(end); })) {
      return true;
    }
  }
  for (std::size_t i = 0; i < org.bodies.size(); ++i) {
    const auto& members = org.bodies[i].members;
    if (heads.leads(org.vertex(BodyId(i))) && std::ranges::find(members, id) != members.end()) {
      return true;
    }
  }
  return false;
}

/// Whether another post of the same person stands at the head's side.
bool has_access_elsewhere(const Org& org, const Heads& heads, PositionId id) {
  const auto reaches = [&](PositionId post) {
    const Vertex v = org.vertex(post);
    return heads.level(v) < 2 || heads.direct(v) || meets_head(org, heads, post);
  };
  return std::ranges::any_of(
      org.people(Party{Party::Kind::position, id.value}),
      [&](PersonId person) { return std::ranges::any_of(org[person].positions, reaches); });
}

void report(const Org& org, const Heads& heads, PositionId id, std::string_view role,
            Findings& findings) {
  const Vertex v = org.vertex(id);
  const Vertex head = *heads.first();
  Finding finding("no-access-to-head",
                  fmt::format("the {}, {}, stands {} below the head and has no direct line there",
                              role, quoted(org[id].id), counted(heads.level(v), "level", "levels")),
                  line_place(org, id), introduce(org, id));
  finding.add_label(org.place(head), "the head");
  finding.add_subject(org.subject(id));
  finding.add_related(org.subject(head));
  add_path(finding, path_text(org, v, head));
  finding.help_text =
      org[id].decl->dotted_to.empty()
          ? fmt::format("give {} the line `dotted_to = \"{}\"`, or let it report there",
                        quoted(org[id].id), plain(org.id(head)))
          : fmt::format("add `\"{}\"` to `dotted_to` of {}, or let it report there",
                        plain(org.id(head)), quoted(org[id].id));
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  if (!org.complete) return;
  const auto pair = officers(org);
  const Heads heads(org);
  for (const std::string_view name : {"CIO", "CTO"}) {
    const auto role = org.role(name);
    const auto id = role ? officer(org, *role) : std::nullopt;
    if (!id || !heads.first()) continue;
    const Vertex v = org.vertex(*id);
    if (!line_known(org, v) || heads.level(v) < 2 || heads.direct(v)) continue;
    // Who stands below the other officer is told so by `not-peers`.
    if (pair) {
      const Vertex other = org.vertex(pair->cio == *id ? pair->cto : pair->cio);
      if (org.graph.in_line(v, other)) continue;
    }
    if (meets_head(org, heads, *id) || has_access_elsewhere(org, heads, *id)) continue;
    report(org, heads, *id, name, findings);
  }
}

}  // namespace

extern const Check no_access_to_head_check;
const Check no_access_to_head_check{
    .id = "no-access-to-head",
    .group = Group::governance,
    .severity = Severity::warning,
    .says = "a CIO or CTO stands below another officer, without a direct line to the head",
    .why =
        "An officer who does not report to the head still needs direct access: what technology "
        "can do and what threatens it is otherwise filtered by another department.",
    .loud = "A warning, because the line may stay as it is: a dotted one beside it is enough.",
    .sources = "F1",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
