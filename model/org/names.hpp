#pragma once
// The names by which parts of a description refer to each other.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/org/former_ids.hpp"
#include "model/org/org.hpp"
#include "model/text/finding.hpp"
#include "model/text/slips.hpp"

namespace rolecall {

/// Positions, teams and bodies share one space of ids; people have their own.
class Names {
 public:
  /// Enters an id. Several parties may have one: all of them are there, and only a reference cannot
  /// tell which is meant.
  void add(const Text& id, Party party);

  /// Once all ids are entered: says for which of those with one id references stand, whatever their
  /// order in the text, numbers the others (`repeat`), and tells each such id once.
  void settle(Org& org, Findings& findings);

  /// Enters a former id of what is called `now`, once all ids are entered. One that is still in use
  /// or was entered before becomes a `duplicate-id` finding.
  void add_former(const Text& was, const Text& now, Party party, Findings& findings);

  std::optional<Party> find(std::string_view id) const;
  std::optional<PositionId> position(std::string_view id) const;
  /// Whether several have the id.
  bool is_repeated(std::string_view id) const;

  /// Whether a text is written like an id and near to one, so that it can hardly be a name. False
  /// once many have been asked for.
  bool seems_meant_as_id(std::string_view text);

  /// A reference that leads nowhere: `wanted` says what would be right, e.g. "a position".
  /// `outside`: in a part of a company it may name somebody who was left out.
  void unknown(const Text& reference, std::string_view key, std::string_view wanted,
               bool outside = false);

  /// What a text is that is no id, "a person who holds `ceo`: write `ceo`", with help or a fix at
  /// the finding; none where it means nothing.
  using Meant = std::function<std::optional<std::string>(std::string_view text,
                                                         std::string_view key, Finding& finding)>;

  /// One `unknown-reference` finding for each text that leads nowhere, at all its places. Of a
  /// former id it offers the new one, else what is certain by `meant`, else the one that it is a
  /// slip of; else what `meant` says, and the near miss is looked for in the first few, so that a
  /// file full of them stays quick.
  void report_unknown(const Meant& meant, Findings& findings);

 private:
  struct Entry {
    std::vector<std::pair<Party, Span>> all;  ///< the first is the one that references mean
  };
  struct Unknown {
    std::string_view wanted;
    std::vector<std::pair<Span, std::string_view>> places;  ///< with the key
    bool outside = true;
  };

  /// `what` the text is: "which is a team, not a position".
  static std::string message_of(std::string_view text, const Unknown& unknown,
                                std::string_view what);
  Finding finding_of(std::string_view text, const Unknown& unknown) const;

  std::unordered_map<std::string_view, Entry> entries_;
  std::vector<std::string_view> ids_;
  FormerIds former_;
  std::map<std::string_view, Unknown> unknown_;
  std::map<std::pair<std::string_view, std::string_view>, Unknown> wrong_kind_;  ///< text, key
  std::optional<Slips> slips_;  ///< once it was asked for
  std::size_t near_misses_left_ = 32;
};

}  // namespace rolecall
