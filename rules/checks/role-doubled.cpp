#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

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

/// By post, whether it holds a bundle of the role, and whether all that it is accountable for is
/// limited to scopes.
struct Lists {
  std::vector<bool> bundle;
  std::vector<bool> scoped;
};

Lists lists_of(const Org& org, RoleId role) {
  Lists out{std::vector<bool>(org.positions.size()), std::vector<bool>(org.positions.size())};
  std::vector<bool> everywhere(org.positions.size());
  for (const Assignment& part : org.assignments) {
    if (part.raci != Raci::accountable || part.party.kind != Party::Kind::position) continue;
    const Owner& owner = org[part.duty].owner;
    if (!part.exact && owner.kind == Owner::Kind::role && owner.role == role) {
      out.bundle[part.party.index] = true;
    }
    (part.scopes.all ? everywhere : out.scoped)[part.party.index] = true;
  }
  for (std::size_t i = 0; i < everywhere.size(); ++i) {
    if (everywhere[i]) out.scoped[i] = false;
  }
  return out;
}

/// Whether the post is the role's for a part of the company, and doubles nobody: it stands below
/// one with the role and its title speaks of a part, or it reports to one on a solid or a dotted
/// line, with another title and without a bundle of the role.
bool is_for_a_part(const Org& org, RoleLines& lines, RoleId role, const Lists& lists,
                   PositionId id) {
  const Vertex v = org.vertex(id);
  const auto has_it = [&](Vertex boss) {
    const auto post = org.position(boss);
    return post && exists(org[*post].filling) && org[*post].has_role(role);
  };
  if (org.graph.layer(v) > 0 && has_word(org[id].title, parts)) {
    const auto above = lines.nearest(role, *org.graph.boss(v));
    if (above && has_it(*above)) return true;
  }
  if (lists.bundle[id.index()]) return false;
  const auto chief_of_it = [&](Vertex boss) {
    return has_it(boss) && !same_name(org[*org.position(boss)].title, org[id].title);
  };
  return (org.graph.layer(v) > 0 && chief_of_it(*org.graph.boss(v))) ||
         std::ranges::any_of(org.graph.dotted_bosses(v), chief_of_it);
}

/// The days on which a post is there, by the dates of its holders.
struct Time {
  Date from{1, 1, 1};
  Date until{9999, 12, 31};
};

Time time_of(const PositionDecl& post) {
  Time out;
  const bool planned = std::ranges::find(post.state, "planned", &Text::value) != post.state.end();
  if (post.from.given() && !planned) out.from = post.from.value;
  if (post.until.given()) out.until = post.until.value;
  if (post.holders.empty()) return out;
  Time held{out.until, out.from};
  for (const HolderDecl& holder : post.holders) {
    held.from = std::min(held.from, holder.from.given() ? holder.from.value : out.from);
    held.until = std::max(held.until, holder.until.given() ? holder.until.value : out.until);
  }
  return {std::max(out.from, held.from), std::min(out.until, held.until)};
}

/// Without those whose time begins after that of all others, or ended before: one office that
/// changes hands may be written as two posts. They may be there together for a month.
void leave_out_handovers(const Org& org, std::vector<PositionId>& posts) {
  const auto time = [&](PositionId id) { return time_of(*org[id].decl); };
  std::ranges::sort(posts, [&](PositionId a, PositionId b) {
    return std::tuple(time(a).from, a) < std::tuple(time(b).from, b);
  });
  std::vector<PositionId> meeting;
  std::optional<PositionId> longest;  // of those so far
  bool told = false;                  // it is among those who meet
  for (const PositionId id : posts) {
    if (longest && month_after(time(id).from) <= time(*longest).until) {
      if (!told) meeting.push_back(*longest);
      meeting.push_back(id);
      told = true;
      if (time(*longest).until < time(id).until) longest = id;
    } else if (!longest || time(*longest).until < time(id).until) {
      longest = id;
      told = false;
    }
  }
  std::ranges::sort(meeting);
  posts = std::move(meeting);
}

/// The existing posts with the role. A vacant one beside an acting one is the same office twice.
std::vector<PositionId> posts_of(const Org& org, RoleId role) {
  const auto all = org.with_role(role);
  std::vector<PositionId> posts(all.begin(), all.end());
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
      scopes.empty() ? "" : " for " + describe(org, Scopes{false, {scopes.begin(), scopes.end()}});
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
    const Lists lists = lists_of(org, *role);
    std::vector<PositionId> company_wide = posts;
    std::erase_if(company_wide, [&](PositionId id) {
      return !org[id].scopes.all || lists.scoped[id.index()] ||
             is_for_a_part(org, lines, *role, lists, id);
    });
    const bool parts_alone = company_wide.empty();
    leave_out_handovers(org, company_wide);
    if (parts_alone) {
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
        "One person for each role: with two, nobody knows whose word counts. Fine are officers for "
        "a part beside one for the whole company: with a `scope`, if only in all their entries, "
        "with a region in their title below one, or on a line to one without a bundle of the role. "
        "So are two posts whose dates never meet.",
    .loud =
        "A warning, because two with one role may well have agreed, and the description only does"
        " not say how.",
    .sources = "A37",
    .find = find,
};

}  // namespace rolecall
