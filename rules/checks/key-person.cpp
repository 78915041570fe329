#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// A company in which a handful of people do everything depends on each of them, and knows it.
constexpr std::int64_t few_people = 5;

/// So many duties of one role are more than a loan.
constexpr std::size_t fewest_of_a_role = 3;

/// What hangs on one person alone, or on all together.
struct Load {
  Verdicts duties;
  std::set<PositionId> posts;
  std::map<RoleId, std::size_t> by_role;  ///< number of duties, by the role that owns them
};

bool large(const Org& org) {
  const WrittenInt& employees = org.document->company.employees;
  if (employees.given()) return employees.value > few_people;
  return std::ranges::count_if(org.positions, [](const Position& position) {
           return active(position.filling);
         }) > few_people;
}

/// By post, whether somebody else is its deputy by title.
std::vector<bool> with_titled_deputy(const Org& org) {
  std::vector<bool> out(org.positions.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = std::ranges::any_of(titled_deputies(org, PositionId(i)), [&](PositionId deputy) {
      return !org[deputy].holder || org[deputy].holder != org.positions[i].holder;
    });
  }
  return out;
}

/// The person who alone answers for a duty, in posts without a deputy. Adds the posts.
std::optional<PersonId> alone(const Org& org, const Verdict& verdict,
                              const std::vector<bool>& deputies, std::vector<PositionId>& posts) {
  std::optional<PersonId> who;
  for (const Holder& holder : verdict.holders) {
    const auto person = org.person(holder.party);
    const auto seat = org.seat(holder.party);
    const auto post = seat ? org.position(*seat) : std::nullopt;
    if (!person || !post || (who && who != person)) return std::nullopt;
    if (org.people(holder.party).size() > 1) return std::nullopt;  // they stand in for each other
    const bool stands_in = !org[*post].deputy_text.empty() && org[*post].deputy != person;
    if (stands_in || deputies[post->index()]) return std::nullopt;
    who = person;
    posts.push_back(*post);
  }
  return who;
}

void add(Load& load, const Org& org, const Verdict& verdict) {
  load.duties.push_back(&verdict);
  const Owner& owner = org[verdict.duty].owner;
  if (owner.kind == Owner::Kind::role) ++load.by_role[owner.role];
}

/// The roles of whose held duties half or more hang on the person. A role that the profile does
/// without and that nobody has leaves its duties to the others: it is no further office.
std::vector<RoleId> roles_on(const Org& org, const Load& load, const Load& all) {
  const Chiefs heads = chiefs(org);
  std::vector<RoleId> out;
  for (const auto& [role, count] : load.by_role) {
    if (!heads[role.index()] && !is_required(org, role)) continue;
    if (count >= fewest_of_a_role && 2 * count >= all.by_role.at(role)) out.push_back(role);
  }
  return out;
}

void report(const Org& org, PersonId person, const Load& load, const Load& all,
            Findings& findings) {
  std::string roles;
  for (const RoleId role : roles_on(org, load, all)) {
    if (!roles.empty()) roles += " and ";
    roles += plain(org[role].id);
  }
  const std::vector<PositionId> posts(load.posts.begin(), load.posts.end());
  Finding finding(
      "key-person",
      fmt::format("without {} nobody answers for {} of the {} duties that are held, "
                  "those of {} among them",
                  plain(org[person].name), load.duties.size(), all.duties.size(), roles),
      org[posts.front()].holder_span ? org[posts.front()].holder_span
                                     : org.place(org.vertex(posts.front())),
      "holds them alone");
  finding.add_subject(org.subject(person));
  std::vector<Label> labels;
  for (const PositionId post : posts) {
    finding.add_related(org.subject(post));
    labels.push_back({org.place(org.vertex(post)), introduce(org, post)});
  }
  add_labels(finding, labels);
  finding.notes.push_back("the duties: " + duties_of(org, load.duties));
  finding.help_text = fmt::format("name a `deputy` of {}, or give some of the duties to others",
                                  ids_of(org, posts));
  if (auto fix = posts.size() == 1 ? name_deputy(org, posts.front()) : std::nullopt) {
    offer(finding, std::move(*fix));
  }
  finding.number = static_cast<std::int64_t>(load.duties.size());
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  if (!org.complete || !large(org)) return;
  std::map<PersonId, Load> loads;
  Load all;
  const std::vector<bool> deputies = with_titled_deputy(org);
  for (const Verdict& verdict : facts.coverage) {
    if (!is_held(verdict)) continue;
    add(all, org, verdict);
    std::vector<PositionId> posts;
    const auto person = alone(org, verdict, deputies, posts);
    if (!person) continue;
    Load& load = loads[*person];
    add(load, org, verdict);
    load.posts.insert(posts.begin(), posts.end());
  }
  // An officer who holds what is the officer's own is a post that can be filled anew. A key person
  // holds most of everything, and of more than one role.
  for (const auto& [person, load] : loads) {
    const bool most = 2 * load.duties.size() > all.duties.size();
    if (most && roles_on(org, load, all).size() > 1) report(org, person, load, all, findings);
  }
}

}  // namespace

extern const Check key_person_check;
const Check key_person_check{
    .id = "key-person",
    .group = Group::roles,
    .severity = Severity::note,
    .says = "most duties, of several roles, hang on one person without a deputy",
    .why =
        "When that person leaves or falls ill, more than one office stands empty, and nobody is "
        "there who knows the work of either.",
    .loud = "A note, because a young company lives with it, and should know.",
    .sources = "A36, A37",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
