#include "model/org/names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

Subject::Kind subject_kind(Party::Kind kind) {
  switch (kind) {
    case Party::Kind::position:
      return Subject::Kind::position;
    case Party::Kind::team:
      return Subject::Kind::team;
    case Party::Kind::body:
      break;
  }
  return Subject::Kind::body;
}

std::string_view word(Party::Kind kind) {
  switch (kind) {
    case Party::Kind::position:
      return "a position";
    case Party::Kind::team:
      return "a team";
    case Party::Kind::body:
      break;
  }
  return "a body";
}

}  // namespace

bool Names::add(const Text& id, Party party, Findings& findings) {
  const auto [entry, fresh] = entries_.try_emplace(id.value, Entry{party, id.span});
  if (fresh) {
    ids_.push_back(id.value);
    return true;
  }
  findings.push_back(Finding("duplicate-id",
                             fmt::format("the id {} is used twice", quoted(id.value)), id.span,
                             "used again here")
                         .about({subject_kind(party.kind), id.value})
                         .label(entry->second.span, "first used here")
                         .note("the first one counts, this one is passed over")
                         .help("give each position, team and body an id of its own"));
  return false;
}

void Names::add_former(const Text& was, const Text& now, Party party, Findings& findings) {
  const Subject subject{subject_kind(party.kind), now.value};
  if (const auto used = entries_.find(was.value); used != entries_.end()) {
    findings.push_back(still_there(was, subject, used->second.span));
  } else {
    former_.add(was, now.value, subject, findings);
  }
}

std::optional<Party> Names::find(std::string_view id) const {
  const auto entry = entries_.find(id);
  if (entry == entries_.end()) return std::nullopt;
  return entry->second.party;
}

std::optional<PositionId> Names::position(std::string_view id) const {
  const auto party = find(id);
  if (!party || party->kind != Party::Kind::position) return std::nullopt;
  return PositionId(party->index);
}

bool Names::seems_meant_as_id(std::string_view text) {
  if (former_.now(text)) return true;
  const bool plain = std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  if (!plain || near_misses_left_ == 0) return false;
  --near_misses_left_;
  return nearest(text, ids_).has_value();
}

void Names::unknown(const Text& reference, std::string_view key, std::string_view wanted,
                    Findings& findings) {
  const auto entry = entries_.find(reference.value);
  Finding finding(
      "unknown-reference",
      entry == entries_.end()
          ? fmt::format("`{}` names {}, which is not in this description", key,
                        quoted(reference.value))
          : fmt::format("`{}` names {}, which is {}, not {}", key, quoted(reference.value),
                        word(entry->second.party.kind), wanted),
      reference.span, fmt::format("must be {}", wanted));
  finding.add_subject({Subject::Kind::reference, reference.value});
  if (entry != entries_.end()) {
    finding.add_label(entry->second.span, "this is what it names");
  } else if (!former_.suggest(reference.value, finding) && near_misses_left_ > 0) {
    --near_misses_left_;
    if (const auto near = near_miss(reference.value, ids_)) {
      offer_word(finding, reference.span, *near);
    } else if (ids_.size() <= 40) {
      finding.notes.push_back(fmt::format("the ids are {}", list_of(ids_, 40)));
    }
  }
  findings.push_back(std::move(finding));
}

}  // namespace rolecall
