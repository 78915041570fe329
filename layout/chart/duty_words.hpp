#pragma once
// Words and colours for what became of a duty.

#include <string>
#include <vector>

#include "layout/chart/chart.hpp"
#include "layout/chart/part.hpp"
#include "model/verdict/judgement.hpp"

namespace rolecall {

Tone tone_of(VerdictKind kind);

/// A name, cleaned of nothing: who answers for the party, else its name, title or id.
std::string party_name(const Org& org, Party party);

/// Who answers for the duty: "Lena Hoff", "Lena Hoff and 2 more", "nobody".
std::string who_answers(const Org& org, const Verdict& verdict);

/// The duties as lines for a tooltip, each with its reason: "- <title>: <reason>".
std::string duty_lines(const Org& org, const std::vector<const Verdict*>& verdicts);

/// All of one duty for a tooltip: title, verdict, reasons.
std::string duty_tooltip(const Org& org, const Verdict& verdict);

/// The owners of duties in the order in which pictures have them: CIO, CTO, shared, contested, the
/// other roles. Only those with duties that the part shows.
struct OwnedDuties {
  Owner owner;
  std::string id;    ///< `CIO`, `shared`, `contested`
  std::string name;  ///< "Chief Information Officer", "shared by CIO and CTO"
  std::vector<const Verdict*> duties;
};
std::vector<OwnedDuties> by_owner(const Judgement& judgement, const Part& part);

}  // namespace rolecall
