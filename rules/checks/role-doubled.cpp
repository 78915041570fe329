#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "model/org/scopes.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// Who fills a post: the person, else the post itself.
using Who = std::pair<std::optional<PersonId>, std::optional<PositionId>>;

Who who(const Org& org, PositionId id) {
  const auto person = org[id].holder;
  return person ? Who{person, std::nullopt} : Who{std::nullopt, id};
}

bool several(const Org& org, std::span<const PositionId> posts) {
  std::set<Who> all;
  for (const PositionId id : posts) all.insert(who(org, id));
  return all.size() > 1;
}

/// Words by which a title speaks of a part of the world or of the company.
constexpr std::string_view parts[] = {
    "africa",  "african",     "america",    "american", "americas",    "anz",       "apac",
    "apj",     "asean",       "asia",       "asian",    "australia",   "austria",   "belgium",
    "benelux", "brazil",      "britain",    "canada",   "cee",         "china",     "dach",
    "denmark", "division",    "divisional", "emea",     "eu",          "europe",    "european",
    "finland", "france",      "germany",    "iberia",   "india",       "indonesia", "ireland",
    "israel",  "italy",       "japan",      "korea",    "latam",       "mea",       "mena",
    "mexico",  "netherlands", "nordic",     "nordics",  "norway",      "oceania",   "pacific",
    "poland",  "portugal",    "region",     "regional", "scandinavia", "singapore", "spain",
    "sweden",  "switzerland", "uk",         "us",       "usa"};

/// Below one with the same role, an officer for a part doubles nobody.
bool is_for_a_part(const Org& org, RoleLines& lines, RoleId role, PositionId id) {
  const Vertex v = org.vertex(id);
  if (org.graph.layer(v) == 0 || !has_word(org[id].title, parts)) return false;
  const auto above = lines.nearest(role, *org.graph.boss(v));
  return above && exists(org[PositionId(above->index())].filling);
}

/// The existing posts with the role. A vacant one beside an acting one is the same office twice.
std::vector<PositionId> posts_of(const Org& org, RoleId role) {
  std::vector<PositionId> posts = org.with_role(role);
  std::erase_if(posts, [&](PositionId id) { return !exists(org[id].filling); });
  if (std::ranges::any_of(posts, [&](PositionId id) { return provisional(org[id].filling); })) {
    std::erase_if(posts, [&](PositionId id) { return !active(org[id].filling); });
  }
  return posts;
}

/// `scopes`: of the company, that the posts share; empty: all of it.
void report(const Org& org, RoleId role, std::span<const PositionId> posts,
            std::span<const ScopeId> scopes, Findings& findings) {
  const std::string where =
      scopes.empty() ? ""
                     : " for " + describe(org, Scopes{false, {scopes.begin(), scopes.end()}});
  const std::string id = plain(org[role].id);
  Finding finding("role-doubled",
                  fmt::format("{} posts are {}{}: {}", posts.size(), id, where, ids_of(org, posts)),
                  org.place(org.vertex(posts[1])), introduce(org, posts[1]));
  std::vector<Label> labels;
  for (const PositionId post : posts) {
    finding.add_party(org.subject(post));
    labels.push_back({org.place(org.vertex(post)), introduce(org, post)});
  }
  finding.add_subject(org.subject(role));
  for (const ScopeId scope : scopes) {
    finding.add_party({Subject::Kind::reference, std::string(org.scopes[scope.index()])});
  }
  add_labels(finding, labels);
  add_path(finding, path_text(org, org.vertex(posts[0]), org.vertex(posts[1])));
  finding.help_text = where.empty()
                          ? "split them with `scope`, or give all but one another `role`"
                          : "let their `scope` differ, or give all but one another `role`";
  findings.push_back(std::move(finding));
}

/// Where every post has scopes: the posts that share some, one finding a set of posts.
void report_meeting(const Org& org, RoleId role, std::span<const PositionId> posts,
                    Findings& findings) {
  std::map<ScopeId, std::vector<PositionId>> by_scope;
  for (const PositionId id : posts) {
    for (const ScopeId scope : org[id].scopes.some) by_scope[scope].push_back(id);
  }
  std::map<std::vector<PositionId>, std::vector<ScopeId>> meeting;
  for (const auto& [scope, there] : by_scope) {
    if (several(org, there)) meeting[there].push_back(scope);
  }
  for (const auto& [there, scopes] : meeting) {
    report(org, role, there, scopes, findings);
  }
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  RoleLines lines(org);
  for (const std::string_view name : {"CIO", "CTO", "CISO"}) {
    const auto role = org.role(name);
    if (!role) continue;
    const auto posts = posts_of(org, *role);
    std::vector<PositionId> company_wide = posts;
    std::erase_if(company_wide, [&](PositionId id) {
      return !org[id].scopes.all || is_for_a_part(org, lines, *role, id);
    });
    if (company_wide.empty()) {
      report_meeting(org, *role, posts, findings);
    } else if (several(org, company_wide)) {
      report(org, *role, company_wide, {}, findings);
    }
  }
}

}  // namespace

extern const Check role_doubled_check;
const Check role_doubled_check{
    .id = "role-doubled",
    .group = Group::roles,
    .severity = Severity::warning,
    .says = "two posts have one role, and no scope tells them apart",
    .why =
        "One person for each role: with two, nobody knows whose word counts. Divisional officers "
        "with a `scope` beside one for the whole company are fine, and so are those with a region "
        "or a division in their title below one.",
    .loud =
        "A warning, because two with one role may well have agreed, and the description only does"
        " not say how.",
    .sources = "A37",
    .find = find,
};

}  // namespace rolecall
