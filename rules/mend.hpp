#pragma once
// Fixes applied: judged, mended and judged anew, until nothing is left to mend.

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/fix.hpp"
#include "model/verdict/judgement.hpp"

namespace rolecall {

/// Texts in place of those that were read, by the names of their `SourceText`.
using NewTexts = std::map<std::string, std::string, std::less<>>;

/// A description: judges it with some of its texts replaced.
using JudgeWith = std::function<Judgement(const NewTexts& texts)>;

/// What a finding is, whatever its place and whoever has a part in it.
std::string identity(const Finding& finding);

/// The errors and warnings that `after` has and `before` has not, or not as often or as loud; those
/// that waivers accept are left out.
std::vector<const Finding*> added(const Findings& before, const Findings& after);

/// What a repair may bring to light, because it stood there unread. The repair is made all the
/// same.
enum class Uncovers {
  nothing,
  doubts,  ///< what the checks say of what is known now; a circle says that the word was another
           ///< one
  judged,  ///< a circle as well, but no further mistake of the text
  anything,
};
Uncovers uncovers(const Finding& finding, const Fix& fix);

/// Whether a repair that uncovers so much may lead to a finding.
bool may_come(Uncovers uncovers, const Finding& finding);

/// What may be mended, and how it is asked for.
struct MendOptions {
  bool unsafe = false;           ///< fixes that decide something, too
  std::set<std::string> checks;  ///< of these alone; empty: of all
  /// Whether a text of a judgement may be changed.
  std::function<bool(const Judgement&, std::uint32_t file)> may_change;

  enum class Answer { yes, no, all, quit };
  /// Asked for each fix, safe or not, with the texts that it would change; null: nobody is asked.
  std::function<Answer(const Judgement&, const Finding&, const Fix&, const NewTexts&)> ask;
};

/// A fix that was applied, or was not.
struct Mended {
  std::string file;
  std::uint32_t line = 0;
  std::string check;
  std::string title;
  std::string why_not{};  ///< where it was not applied: what it would have led to
};

struct MendResult {
  NewTexts texts;                     ///< those that changed
  std::vector<Mended> applied;        ///< in the order in which they were
  std::vector<Mended> refused;        ///< that would have led to an error or warning, or to nothing
  std::vector<Judgement> judgements;  ///< of what is left
  std::vector<std::size_t> offered;   ///< a description: findings left with a fix that decides
};

/// Applies to descriptions, that may share files, the first fix of each finding that has one. A fix
/// is not applied that does not make its finding go, or that adds an error or warning to any of the
/// descriptions; but it may bring to light what it `uncovers`. One that is refused keeps no other
/// one from being tried. Ends after at most 1,000 rounds.
MendResult mend(std::span<const JudgeWith> descriptions, const MendOptions& options);

}  // namespace rolecall
