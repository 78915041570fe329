#pragma once
// What a check is. One file in `rules/checks/` holds one check; the file's stem is its id.

#include <span>
#include <string_view>

#include "model/org/org.hpp"
#include "model/text/finding.hpp"
#include "model/verdict/verdict.hpp"

namespace rolecall {

enum class Group { coverage, roles, governance, structure, language };

std::string_view name(Group group);

/// Numbers above which a structure is worth a warning.
struct Limits {
  std::size_t max_span = 10;             ///< existing posts that report to one, without assistants
  std::size_t max_layers = 8;            ///< layers of positions, the top included
  std::size_t max_duties = 40;           ///< duties that one position is accountable for
  std::size_t max_arbiter_distance = 2;  ///< levels from the nearer of CIO and CTO to their boss
};

/// What a check looks at. Nothing in it changes while checks run.
struct Facts {
  const Org& org;
  const Coverage& coverage;
  Limits limits;
};

/// A check as a value. `find` adds what it saw to the findings; how loud each is, is set by the
/// run. It is null where the findings are made elsewhere: by the reader, the builder or the run.
struct Check {
  std::string_view id;
  Group group;
  Severity severity;         ///< by default
  std::string_view says;     ///< what a finding means, one line without full stop
  std::string_view why;      ///< why it matters, one or two sentences
  std::string_view loud{};   ///< why the severity is what it is, one sentence
  std::string_view sources;  ///< claims and rules it rests on, separated by commas; empty: craft
  void (*find)(const Facts& facts, Findings& findings);
  bool preview = false;  ///< runs only where `[checks]` asks for it
  /// It may hide other findings, so that it cannot be turned off, lowered or waived.
  bool firm = false;
  std::string_view limit{};  ///< the key of `[checks]` that it goes by, where there is one
  /// What it finds is that something is not there, or holds only for as long as nothing else is
  /// there. It waits where a part of the text could not be read.
  bool absence = false;
};

/// All checks, in order of their ids. The table is made by the build from the folder.
std::span<const Check* const> all_checks();

/// The check with that id, or null.
const Check* find_check(std::string_view id);

}  // namespace rolecall
