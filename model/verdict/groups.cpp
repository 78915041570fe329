#include "model/verdict/groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "model/text/text.hpp"

namespace rolecall {
namespace {

using Atoms = std::vector<const Finding*>;

/// "5 duties", "5 of the 12 duties", "any of the 12 duties".
std::string how_many(const Grouping& grouping, std::size_t number) {
  if (grouping.all == 0) return counted(number, grouping.one, grouping.many);
  const std::string all = counted(grouping.all, grouping.one, grouping.many);
  return number >= grouping.all ? "any of the " + all : fmt::format("{} of the {}", number, all);
}

std::string message(const Grouping& grouping, std::size_t number) {
  std::string out = grouping.message;
  if (const std::size_t at = out.find("{}"); at != out.npos) {
    out.replace(at, 2, how_many(grouping, number));
  }
  return out;
}

/// "the duties: `a`, `b` and `c`", of what each atom is about first; empty where that tells
/// nothing.
std::string members(const Atoms& atoms) {
  std::vector<std::string_view> ids;
  Subject::Kind kind = Subject::Kind::reference;
  for (const Finding* atom : atoms) {
    const auto first = std::ranges::find(atom->subjects, Subject::Part::about, &Subject::part);
    if (first == atom->subjects.end()) continue;
    kind = first->kind;
    ids.push_back(first->id);
  }
  const std::string_view what = kind == Subject::Kind::duty       ? "duties"
                                : kind == Subject::Kind::position ? "posts"
                                : kind == Subject::Kind::team     ? "teams"
                                                                  : "";
  return what.empty() ? std::string() : fmt::format("the {}: {}", what, list_of(ids));
}

void unite_subjects(const Atoms& atoms, Finding& entry) {
  std::set<Subject> seen;
  for (const Finding* atom : atoms) {
    for (const Subject& subject : atom->subjects) {
      if (seen.insert(subject).second) entry.subjects.push_back(subject);
    }
  }
}

/// Adds the places of all, each once, and says how many are left out.
void unite_labels(const Atoms& atoms, Finding& entry) {
  std::set<Span> seen{entry.place()};
  std::size_t left = 0;
  for (const Finding* atom : atoms) {
    for (const Label& label : atom->labels) {
      if (!seen.insert(label.span).second) continue;
      if (entry.labels.size() > max_labels) {
        ++left;
      } else {
        entry.labels.push_back(label);
      }
    }
  }
  if (left > 0) {
    entry.notes.push_back(fmt::format("and {}", counted(left, "more place", "more places")));
  }
}

/// The notes that all of them have.
void add_common_notes(const Atoms& atoms, Finding& entry) {
  for (const std::string& note : atoms.front()->notes) {
    const bool common = std::ranges::all_of(atoms, [&](const Finding* atom) {
      return std::ranges::find(atom->notes, note) != atom->notes.end();
    });
    if (common) entry.notes.push_back(note);
  }
}

/// The fix that is the best of all of them.
void unite_fixes(const Atoms& atoms, Finding& entry) {
  const std::vector<Fix>& fixes = atoms.front()->fixes;
  if (fixes.empty()) return;
  const bool one = std::ranges::all_of(atoms, [&](const Finding* atom) {
    return !atom->fixes.empty() && atom->fixes.front().title == fixes.front().title;
  });
  if (one) entry.fixes.push_back(fixes.front());
}

Finding entry_of(const Atoms& atoms) {
  const Finding& first = *atoms.front();
  const Grouping& grouping = *first.grouping;
  Finding entry(first.check, message(grouping, atoms.size()), first.place(),
                first.labels.front().text);
  entry.severity = first.severity;
  entry.waived = first.waived;
  entry.firm = first.firm;
  unite_subjects(atoms, entry);
  if (std::string note = members(atoms); !note.empty()) entry.notes.push_back(std::move(note));
  add_common_notes(atoms, entry);
  unite_labels(atoms, entry);
  entry.help_text = grouping.help.empty() ? first.help_text : grouping.help;
  unite_fixes(atoms, entry);
  return entry;
}

/// Adds what follows from an entry: it counts with it, and is as loud as the loudest of them.
void add_below(const Finding& consequence, Finding& entry) {
  entry.follows.push_back(fmt::format("{} ({})", consequence.message, consequence.check));
  entry.severity = std::max(entry.severity, consequence.severity);
  for (const Subject& subject : consequence.subjects) {
    if (std::ranges::find(entry.subjects, subject) == entry.subjects.end()) {
      entry.subjects.push_back(subject);
    }
  }
  for (const Label& label : consequence.labels) {
    const bool there =
        std::ranges::find(entry.labels, label.span, &Label::span) != entry.labels.end();
    if (!there && entry.labels.size() <= max_labels) entry.labels.push_back(label);
  }
}

}  // namespace

Entries::Entries(const Findings& findings) {
  std::vector<const Finding*> all;
  all.reserve(findings.size());
  for (const Finding& finding : findings) all.push_back(&finding);
  make(all);
}

Entries::Entries(std::span<const Finding* const> findings) { make(findings); }

void Entries::make(std::span<const Finding* const> findings) {
  using Key = std::tuple<std::string_view, Severity, bool, std::string_view, std::string_view>;
  std::map<Key, std::size_t> index;
  std::vector<Atoms> groups;
  std::map<std::string_view, std::size_t> group_of;  // an atom that may be a cause
  for (const Finding* finding : findings) {
    std::size_t group = groups.size();
    if (finding->grouping) {
      group = index
                  .try_emplace({finding->check, finding->severity, finding->waived,
                                finding->grouping->key, finding->cause},
                               group)
                  .first->second;
    }
    if (group == groups.size()) groups.emplace_back();
    groups[group].push_back(finding);
    if (!finding->waived && !finding->fingerprint.empty()) {
      group_of.try_emplace(finding->fingerprint, group);
    }
  }
  std::vector<const Finding*> entries;
  entries.reserve(groups.size());
  for (const Atoms& atoms : groups) {
    entries.push_back(atoms.size() == 1 ? atoms.front() : &made_.emplace_back(entry_of(atoms)));
  }
  apart_ = entries;
  // What follows from another stands below it.
  std::vector<std::vector<std::size_t>> below(groups.size());
  std::vector<bool> follows(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Finding& first = *groups[i].front();
    if (first.cause.empty() || first.waived) continue;
    const auto cause = group_of.find(first.cause);
    if (cause == group_of.end() || cause->second == i) continue;
    below[cause->second].push_back(i);
    follows[i] = true;
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (follows[i]) continue;
    if (!below[i].empty()) {
      Finding& entry = made_.emplace_back(*entries[i]);
      for (const std::size_t each : below[i]) add_below(*entries[each], entry);
      entries[i] = &entry;
    }
    entries_.push_back(entries[i]);
  }
}

std::vector<const Finding*> by_importance(const Entries& entries) {
  struct Ranked {
    Severity severity;
    std::ptrdiff_t duties;
    const Finding* entry;
  };
  std::vector<Ranked> ranked;
  for (const Finding* entry : entries) {
    if (entry->waived) continue;
    const auto duties = std::ranges::count(entry->subjects, Subject::Kind::duty, &Subject::kind);
    ranked.push_back({entry->severity, duties, entry});
  }
  std::ranges::stable_sort(ranked, [](const Ranked& a, const Ranked& b) {
    return std::tie(a.severity, a.duties) > std::tie(b.severity, b.duties);
  });
  std::vector<const Finding*> out;
  out.reserve(ranked.size());
  for (const Ranked& each : ranked) out.push_back(each.entry);
  return out;
}

std::size_t Entries::count(Severity severity) const {
  return static_cast<std::size_t>(std::ranges::count_if(entries_, [&](const Finding* entry) {
    return !entry->waived && entry->severity == severity;
  }));
}

}  // namespace rolecall
