#include "model/org/former_ids.hpp"

#include <fmt/format.h>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {

void FormerIds::add(const Text& was, std::string_view now, const Subject& subject,
                    Findings& findings) {
  const auto [entry, fresh] = entries_.try_emplace(was.value, Entry{now, was.span});
  if (fresh || entry->second.now == now) return;
  findings.push_back(Finding("duplicate-id",
                             fmt::format("{} and {} both say that they were {}",
                                         quoted(entry->second.now), quoted(now), quoted(was.value)),
                             was.span, "said again here")
                         .about(subject)
                         .label(entry->second.span, "first said here")
                         .note("the first one counts, this one is passed over")
                         .help("leave `was` to the one that took its place"));
}

std::optional<std::string_view> FormerIds::now(std::string_view was) const {
  const auto entry = entries_.find(was);
  if (entry == entries_.end()) return std::nullopt;
  return entry->second.now;
}

bool FormerIds::suggest(std::string_view was, Finding& finding, std::string_view before) const {
  const auto entry = entries_.find(was);
  if (entry == entries_.end()) return false;
  finding.add_label(entry->second.span, "it was renamed here");
  // There is no other that it could be.
  offer_word(finding, finding.place(), NearMiss{entry->second.now, true}, before);
  return true;
}

FormerIds former_roles(const Org& org, Findings& findings) {
  FormerIds out;
  for (const auto& file : org.catalogue_files) {
    for (const RoleDecl& decl : file->roles) {
      const Subject subject{Subject::Kind::role, decl.id.value};
      for (const Text& was : decl.was) {
        if (org.role(was.value)) {
          findings.push_back(still_there(was, subject, {}));
        } else {
          out.add(was, decl.id.value, subject, findings);
        }
      }
    }
  }
  return out;
}

Finding still_there(const Text& was, const Subject& subject, Span used) {
  const bool itself = was.value == subject.id;
  Finding finding("duplicate-id",
                  itself ? fmt::format("`was` names {} itself", quoted(was.value))
                         : fmt::format("`was` names {}, which is still there", quoted(was.value)),
                  was.span, "must be an id that is in use no more");
  finding.add_subject(subject);
  if (!itself) finding.add_label(used, "it is used here");
  finding.help_text = "take it out, or give the other one another id";
  if (itself) finding.help_text = "take it out";
  return finding;
}

}  // namespace rolecall
