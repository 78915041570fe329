#pragma once
// The names by which parts of a description refer to each other.

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/org/former_ids.hpp"
#include "model/org/org.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// Positions, teams and bodies share one space of ids; people have their own. The first of equal
/// ids counts.
class Names {
 public:
  /// Enters an id. For one that is taken, adds a `duplicate-id` finding and returns false.
  bool add(const Text& id, Party party, Findings& findings);

  /// Enters a former id of what is called `now`, once all ids are entered. One that is still in use
  /// or was entered before becomes a `duplicate-id` finding.
  void add_former(const Text& was, const Text& now, Party party, Findings& findings);

  std::optional<Party> find(std::string_view id) const;
  std::optional<PositionId> position(std::string_view id) const;

  /// Whether a text is written like an id and near to one, so that it can hardly be a name. False
  /// once many have been asked for.
  bool seems_meant_as_id(std::string_view text);

  /// An `unknown-reference` finding for a reference that leads nowhere. `wanted` says what would
  /// be right, e.g. "a position". Of a former id it offers the new one; else the near miss is
  /// looked for among all ids, in the first few findings only, so that a file full of them stays
  /// quick.
  void unknown(const Text& reference, std::string_view key, std::string_view wanted,
               Findings& findings);

 private:
  struct Entry {
    Party party;
    Span span;
  };
  std::unordered_map<std::string_view, Entry> entries_;
  std::vector<std::string_view> ids_;
  FormerIds former_;
  std::size_t near_misses_left_ = 32;
};

}  // namespace rolecall
