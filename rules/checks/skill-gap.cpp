#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalogue/expectations.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

/// Skills that the message names; a note has the rest.
constexpr std::size_t most_named = 5;

/// The skills that a role asks for and a person does not list. Nothing where the list has less than
/// half of them: it is short, or in words of its own, and tells little of what is not in it.
std::vector<std::string_view> gap(const PersonDecl& person, std::string_view role) {
  std::vector<std::string_view> out;
  std::size_t there = 0;
  for (const RoleSkill& skill : role_skills()) {
    if (std::ranges::find(skill.roles, role) == skill.roles.end()) continue;
    const bool listed = std::ranges::any_of(person.skills, [&](const Text& text) {
      return same_name(text.value, skill.id) || same_name(text.value, skill.title);
    });
    if (listed) {
      ++there;
    } else {
      out.push_back(skill.id);
    }
  }
  if (there < out.size()) out.clear();
  return out;
}

void report(const Org& org, PersonId id, PositionId post, RoleId role, Findings& findings) {
  const Person& person = org[id];
  const auto missing = gap(*person.decl, org[role].id);
  if (missing.empty()) return;
  Finding finding("skill-gap",
                  fmt::format("{} does not list {} that a {} is asked for: {}", plain(person.name),
                              counted(missing.size(), "skill", "skills"), plain(org[role].id),
                              list_of(missing, most_named)),
                  person.decl->skills.front().span, "the list begins here");
  finding.add_subject(org.subject(id));
  finding.add_related(org.subject(post));
  finding.add_subject(org.subject(role));
  finding.add_label(org.place(org.vertex(post)), introduce(org, post));
  if (missing.size() > most_named) finding.notes.push_back("all of them: " + list_of(missing, 64));
  finding.help_text =
      "add what is there to `skills`; for what is not, see who below can bring it in";
  finding.number = static_cast<std::int64_t>(missing.size());
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  for (std::size_t i = 0; i < org.persons.size(); ++i) {
    const PersonId id(i);
    const Person& person = org[id];
    // Without a list nothing is known of what the person can do.
    if (person.decl == nullptr || person.decl->skills.empty()) continue;
    std::map<RoleId, PositionId> roles;
    for (const PositionId post : person.positions) {
      for (const RoleId role : org[post].roles) roles.try_emplace(role, post);
    }
    for (const auto& [role, post] : roles) report(org, id, post, role, findings);
  }
}

}  // namespace

extern const Check skill_gap_check;
const Check skill_gap_check{
    .id = "skill-gap",
    .group = Group::roles,
    .severity = Severity::note,
    .says = "a holder's listed skills lack some that the role asks for",
    .why =
        "The roles ask for different people: a CIO for breadth, management and the business, a CTO "
        "for depth, engineering and invention. A gap can be filled by those around, once known. A "
        "list with less than half of what the role asks for says nothing of the rest.",
    .loud = "A note, because a list of skills is never the whole person.",
    .sources = "A14, A26, A38, B18, B19, B27, B30, B32",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
