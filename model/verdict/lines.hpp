#pragma once
// Lines of the organisation: who stands below whom, asked for many at a time.

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "model/org/org.hpp"

namespace rolecall {

/// All vertices, each after its boss.
std::vector<Vertex> top_down(const Org& org);

/// Where the party's work is done: its seat; for a team without a lead, that of the next team
/// above that has one.
std::optional<Vertex> working_seat(const Org& org, Party party);

/// The lines of a duty's holders. Add the holders, finish, then ask.
class LineIndex {
 public:
  explicit LineIndex(const Org& org);

  /// A body's line is its members' lines.
  void add(Party holder, const Scopes& scopes);
  void finish();

  /// Whether `v` stands in the line of a holder whose scopes meet these. Also true where nobody
  /// holds these scopes at all. O(log n) a scope.
  bool covers(Vertex v, const Scopes& scopes) const;

 private:
  using Range = std::pair<const Vertex*, const Vertex*>;
  using Ranges = std::vector<Range>;

  const Org& org_;
  Ranges any_;
  Ranges everywhere_;
  std::map<ScopeId, Ranges> scoped_;
};

}  // namespace rolecall
