#pragma once
// Which of CIO and CTO a company should create or strengthen first, and what that one would take.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalogue/expectations.hpp"
#include "model/verdict/judgement.hpp"

namespace rolecall {

struct Advice {
  enum class Step {
    create,      ///< nobody has the role
    fill,        ///< its post is there, and nobody in it
    strengthen,  ///< it is filled, and the facts ask for it rather than for the other
    mend,        ///< both are filled: what to mend is in `gaps`
    undecided,   ///< the facts do not say which
  };

  /// A fact and the role that it speaks for; none where it only explains.
  struct Reason {
    std::string says;  ///< one line without full stop
    std::optional<RoleId> speaks_for;
    std::vector<std::string_view> sources;
  };

  /// Duties that one party holds in place of the role.
  struct StandIn {
    Party party;
    std::vector<DutyId> duties;
  };

  /// Posts that may be a missing role in all but name, the highest first.
  struct Near {
    RoleId role;
    std::vector<PositionId> posts;
  };

  /// Duties of one owner that are not as they should be.
  struct Gap {
    std::string_view owner;  ///< a role's id, `shared` or `contested`
    std::vector<DutyId> missing;
    std::vector<DutyId> others;  ///< on paper, overlapping, contested or covered in part
  };

  /// What a post costs, beside what people in its role were paid.
  struct PayCompared {
    PositionId position;
    const Pay* pay = nullptr;
    std::int64_t cost = 0;
    int side = 0;  ///< -1: below the lowest base; 1: above the highest total; 0: between them
  };

  Step step = Step::undecided;
  std::optional<RoleId> role;  ///< the one that the step is about
  std::vector<Reason> reasons;
  std::vector<const AdviceRule*> questions;  ///< that are open, where the facts do not say
  std::vector<DutyId> unheld;                ///< duties that the role would take: nobody holds them
  std::vector<Near> near;                    ///< of the roles that are missing
  std::vector<StandIn> stand_ins;            ///< and those that others hold for it, most first
  std::vector<Gap> gaps;                     ///< what to mend, most first
  std::vector<PayCompared> pay;
};

std::string_view name(Advice::Step step);

/// Needs a judgement with an organisation.
Advice advise(const Judgement& judgement);

}  // namespace rolecall
