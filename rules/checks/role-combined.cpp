#include <fmt/format.h>

#include <optional>

#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

/// `cio` and `cto` are the same post where that has both roles. `person` is in both.
void report(const Org& org, std::optional<PersonId> person, PositionId cio, PositionId cto,
            Findings& findings) {
  const bool one_post = cio == cto;
  const std::string who = person ? plain(org[*person].name) : "";
  Finding finding("role-combined",
                  one_post ? fmt::format("{} is both CIO and CTO", introduce(org, cio))
                           : fmt::format("{} is both CIO, as {}, and CTO, as {}", who,
                                         quoted(org[cio].id), quoted(org[cto].id)),
                  one_post && org[cio].decl->role.size() > 1 ? org[cio].decl->role[1].span
                                                             : org.place(org.vertex(cto)),
                  one_post ? "both roles in one post" : introduce(org, cto));
  if (person) finding.add_related(org.subject(*person));
  finding.add_subject(org.subject(cio));
  finding.add_subject(org.subject(cto));
  finding.add_related(org.subject(*org.role("CIO")));
  finding.add_related(org.subject(*org.role("CTO")));
  if (!one_post) {
    const Label other{org.place(org.vertex(cio)), introduce(org, cio)};
    add_labels(finding, {&other, 1});
    add_path(finding, path_text(org, org.vertex(cio), org.vertex(cto)));
  }
  if (provisional(org[cio].filling) || provisional(org[cto].filling)) {
    finding.severity = Severity::note;
    finding.notes.push_back("one of the two only for the time being");
  }
  finding.help_text = one_post ? "give one of the roles to a post and a person of its own"
                               : "name another `holder` for one of the two posts";
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  const auto cio = org.role("CIO");
  const auto cto = org.role("CTO");
  if (!cio || !cto) return;
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const Position& position = org.positions[i];
    if (exists(position.filling) && position.has_role(*cio) && position.has_role(*cto)) {
      report(org, position.holder, PositionId(i), PositionId(i), findings);
    }
  }
  for (std::size_t i = 0; i < org.persons.size(); ++i) {
    const Person& person = org.persons[i];
    std::optional<PositionId> as_cio;
    std::optional<PositionId> as_cto;
    bool told = false;  // a post with both roles says it already
    for (const PositionId id : person.positions) {
      const bool is_cio = org[id].has_role(*cio);
      const bool is_cto = org[id].has_role(*cto);
      told = told || (is_cio && is_cto);
      if (is_cio && !as_cio) as_cio = id;
      if (is_cto && !as_cto) as_cto = id;
    }
    if (as_cio && as_cto && !told) report(org, PersonId(i), *as_cio, *as_cto, findings);
  }
}

}  // namespace

extern const Check role_combined_check;
const Check role_combined_check{
    .id = "role-combined",
    .group = Group::roles,
    .severity = Severity::warning,
    .says = "one person or one post is both CIO and CTO",
    .why =
        "The two look different ways and come from different careers, and what watches the "
        "spending should not be what experiments. One of them tends to be neglected.",
    .loud =
        "A warning, because small companies combine the roles with good reason; a note where one "
        "of the two is held for the time being.",
    .sources = "A36, A37, F3",
    .find = find,
};

}  // namespace rolecall
