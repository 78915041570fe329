#include "rules/causes.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace rolecall {
namespace {

/// What a subject has to be to its finding.
enum class As { about, related, any };

/// A finding of `check` follows from one of `cause` where what the first names as `what` is what
/// the second is told of as `of`.
struct Follows {
  std::string_view check;
  As what;
  std::string_view cause;
  As of;
};

/// Where several fit, the first does.
constexpr Follows rows[] = {
    // A vacancy.
    {"boss-vacant", As::about, "role-vacant", As::related},
    {"unled-team", As::related, "role-vacant", As::related},
    {"unled-team", As::related, "boss-vacant", As::about},
    {"duty-on-paper", As::related, "role-vacant", As::related},
    {"duty-on-paper", As::related, "boss-vacant", As::about},
    {"duty-on-paper", As::related, "unled-team", As::about},
    {"doer-vacant", As::related, "role-vacant", As::related},
    {"doer-vacant", As::related, "boss-vacant", As::about},
    {"doer-vacant", As::related, "unled-team", As::about},
    // A circle.
    {"detached", As::about, "reporting-cycle", As::about},
};

bool is(const Subject& subject, As as) {
  if (subject.kind != Subject::Kind::position && subject.kind != Subject::Kind::team) return false;
  return as == As::any || (as == As::about) == (subject.part == Subject::Part::about);
}

/// The findings of causes by check and subject.
class Told {
 public:
  explicit Told(const Findings& findings) {
    std::set<std::pair<std::string_view, As>> wanted;
    for (const Follows& row : rows) wanted.emplace(row.cause, row.of);
    for (const Finding& finding : findings) {
      for (const As as : {As::about, As::related}) {
        if (!wanted.contains({finding.check, as})) continue;
        for (const Subject& subject : finding.subjects) {
          if (is(subject, as)) told_.try_emplace({finding.check, as, subject}, &finding);
        }
      }
    }
  }

  const Finding* find(std::string_view check, As as, const Subject& subject) const {
    const auto found = told_.find({check, as, subject});
    return found == told_.end() ? nullptr : found->second;
  }

 private:
  std::map<std::tuple<std::string_view, As, Subject>, const Finding*> told_;
};

/// What tells of one thing that a finding names.
const Finding* cause_of(const Told& told, const Finding& finding, const Subject& subject) {
  for (const Follows& row : rows) {
    if (row.check != finding.check || !is(subject, row.what)) continue;
    const Finding* cause = told.find(row.cause, row.of, subject);
    if (cause != nullptr && cause != &finding) return cause;
  }
  return nullptr;
}

/// The cause of a finding: all that it could follow from is told of elsewhere.
const Finding* cause_of(const Told& told, const Finding& finding) {
  const Finding* first = nullptr;
  for (const Subject& subject : finding.subjects) {
    bool counts = false;
    for (const Follows& row : rows) {
      counts = counts || (row.check == finding.check && is(subject, row.what));
    }
    if (!counts) continue;
    const Finding* cause = cause_of(told, finding, subject);
    if (cause == nullptr) return nullptr;
    if (first == nullptr) first = cause;
  }
  return first;
}

}  // namespace

void set_causes(Findings& findings) {
  const Told told(findings);
  std::map<const Finding*, const Finding*> causes;
  for (const Finding& finding : findings) {
    if (const Finding* cause = cause_of(told, finding)) causes.emplace(&finding, cause);
  }
  for (Finding& finding : findings) {
    auto cause = causes.find(&finding);
    if (cause == causes.end()) continue;
    // Rows lead from what is caused to what causes, and never back.
    const Finding* root = cause->second;
    while ((cause = causes.find(root)) != causes.end()) root = cause->second;
    finding.cause = root->fingerprint;
  }
}

}  // namespace rolecall
