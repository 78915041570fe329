#include "model/org/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <variant>

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

std::uint32_t& repeat_of(Org& org, Party party) {
  switch (party.kind) {
    case Party::Kind::position:
      return org.positions[party.index].repeat;
    case Party::Kind::team:
      return org.teams[party.index].repeat;
    case Party::Kind::body:
      break;
  }
  return org.bodies[party.index].repeat;
}

std::string times(std::size_t number) {
  return number == 2 ? "twice" : fmt::format("{} times", number);
}

/// "`reports_to` names", "`lead` and `reports_to` name".
std::string keys_that_name(const std::vector<std::pair<Span, std::string_view>>& places) {
  std::set<std::string_view> keys;
  for (const auto& [span, key] : places) keys.insert(key);
  const std::vector<std::string_view> all(keys.begin(), keys.end());
  return list_of(all) + (all.size() == 1 ? " names" : " name");
}

/// A fix of one place is made at all the others, too.
void mend_everywhere(Finding& finding,
                     const std::vector<std::pair<Span, std::string_view>>& places) {
  for (Fix& fix : finding.fixes) {
    if (fix.changes.size() != 1) continue;
    const auto* replace = std::get_if<ReplaceText>(fix.changes.data());
    if (replace == nullptr) continue;
    const std::string text = replace->text;
    for (std::size_t i = 1; i < places.size(); ++i) {
      fix.changes.emplace_back(ReplaceText{places[i].first, text});
    }
  }
}

}  // namespace

void Names::add(const Text& id, Party party) {
  Entry& entry = entries_[id.value];
  if (entry.all.empty()) ids_.push_back(id.value);
  entry.all.emplace_back(party, id.span);
}

void Names::settle(Org& org, Findings& findings) {
  for (const std::string_view id : ids_) {
    auto& all = entries_[id].all;
    if (all.size() == 1) continue;
    std::vector<Span> places;
    for (const auto& [party, span] : all) places.push_back(span);
    std::ranges::sort(places);
    // What they say has put those of one kind in order, and not their place in the text.
    std::ranges::sort(all);
    Finding finding("duplicate-id",
                    fmt::format("the id {} is used {}", quoted(id), times(all.size())), places[1],
                    "used again here");
    std::map<Party::Kind, std::uint32_t> of_kind;
    for (const auto& [party, span] : all) {
      repeat_of(org, party) = of_kind[party.kind]++;
      const Subject subject{subject_kind(party.kind), std::string(id)};
      if (std::ranges::find(finding.subjects, subject) == finding.subjects.end()) {
        finding.add_subject(subject);
      }
    }
    finding.add_label(places[0], "first used here");
    for (std::size_t i = 2; i < std::min(places.size(), max_labels + 1); ++i) {
      finding.add_label(places[i], "and here");
    }
    if (places.size() > max_labels + 1) {
      finding.notes.push_back(fmt::format(
          "and {}", counted(places.size() - max_labels - 1, "more place", "more places")));
    }
    finding.notes.push_back(
        fmt::format("all of them are judged; what refers to {} may mean any of them", quoted(id)));
    finding.help_text = "give each position, team and body an id of its own";
    finding.number = static_cast<std::int64_t>(all.size());
    findings.push_back(std::move(finding));
  }
}

void Names::add_former(const Text& was, const Text& now, Party party, Findings& findings) {
  const Subject subject{subject_kind(party.kind), now.value};
  if (const auto used = entries_.find(was.value); used != entries_.end()) {
    findings.push_back(still_there(was, subject, used->second.all.front().second));
  } else {
    former_.add(was, now.value, subject, findings);
  }
}

std::optional<Party> Names::find(std::string_view id) const {
  const auto entry = entries_.find(id);
  if (entry == entries_.end()) return std::nullopt;
  return entry->second.all.front().first;
}

std::optional<PositionId> Names::position(std::string_view id) const {
  const auto party = find(id);
  if (!party || party->kind != Party::Kind::position) return std::nullopt;
  return PositionId(party->index);
}

bool Names::is_repeated(std::string_view id) const {
  const auto entry = entries_.find(id);
  return entry != entries_.end() && entry->second.all.size() > 1;
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
                    bool outside) {
  const bool known = entries_.contains(reference.value);
  Unknown& unknown = known ? wrong_kind_[{reference.value, key}] : unknown_[reference.value];
  unknown.wanted = wanted;
  unknown.places.emplace_back(reference.span, key);
  unknown.outside = unknown.outside && outside && !known;
}

std::string Names::message_of(std::string_view text, const Unknown& unknown,
                              std::string_view what) {
  return fmt::format("{} {}, {}", keys_that_name(unknown.places), quoted(text), what);
}

Finding Names::finding_of(std::string_view text, const Unknown& unknown) const {
  const auto entry = entries_.find(text);
  const std::string what =
      entry == entries_.end()
          ? "which is not in this description"
          : fmt::format("which is {}, not {}", word(entry->second.all.front().first.kind),
                        unknown.wanted);
  Finding finding("unknown-reference", message_of(text, unknown, what),
                  unknown.places.front().first, fmt::format("must be {}", unknown.wanted));
  finding.add_subject({Subject::Kind::reference, std::string(text)});
  if (entry != entries_.end()) {
    finding.add_label(entry->second.all.front().second, "this is what it names");
  }
  const std::size_t room = max_labels + 1 - finding.labels.size();
  for (std::size_t i = 1; i < std::min(unknown.places.size(), room + 1); ++i) {
    finding.add_label(unknown.places[i].first, "and here");
  }
  if (unknown.places.size() > room + 1) {
    finding.notes.push_back(fmt::format(
        "and {}", counted(unknown.places.size() - room - 1, "more place", "more places")));
  }
  finding.number = static_cast<std::int64_t>(unknown.places.size());
  return finding;
}

void Names::report_unknown(const Meant& meant, Findings& findings) {
  for (auto& [named, unknown] : wrong_kind_) {
    std::ranges::sort(unknown.places);
    Finding finding = finding_of(named.first, unknown);
    if (const auto what = meant(named.first, named.second, finding)) {
      finding.message = message_of(named.first, unknown, *what);
    }
    mend_everywhere(finding, unknown.places);
    findings.push_back(std::move(finding));
  }
  for (auto& [text, unknown] : unknown_) {
    std::ranges::sort(unknown.places);
    Finding finding = finding_of(text, unknown);
    if (!slips_) slips_.emplace(ids_);
    const bool renamed = former_.suggest(text, finding);
    std::optional<std::string> what;
    if (!renamed) what = meant(text, unknown.places.front().second, finding);
    // Who is called so by one post is meant; all else that is near to an id is a slip of it.
    const bool certain = !finding.fixes.empty() && finding.fixes.front().safe;
    const auto slip = renamed || certain ? std::nullopt : slips_->find(text);
    if (slip) {
      what.reset();
      finding.fixes.clear();
      offer_word(finding, finding.place(), *slip);
    }
    if (what) finding.message = message_of(text, unknown, *what);
    const bool explained = renamed || slip || what;
    // In a part of a company it is normal that a boss was left out.
    const bool outside = unknown.outside && !explained;
    if (outside) finding.severity = Severity::note;
    if (!explained && !outside && near_misses_left_ > 0) {
      --near_misses_left_;
      if (const auto near = near_miss(text, ids_)) {
        offer_word(finding, finding.place(), *near);
      } else if (ids_.size() <= 40) {
        finding.notes.push_back(fmt::format("the ids are {}", list_of(ids_, 40)));
      }
    }
    mend_everywhere(finding, unknown.places);
    findings.push_back(std::move(finding));
  }
}

}  // namespace rolecall
