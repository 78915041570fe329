#pragma once
// What would mend a finding, as data: changes to what somebody wrote. `model/edit` turns them into
// edits of the text; help is written from their title, so that words and edit cannot differ.

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/text/date.hpp"
#include "model/text/span.hpp"

namespace rolecall {

/// A value to be written. A text is quoted where it is written.
using NewValue = std::variant<std::string, std::int64_t, bool, Date, std::vector<std::string>>;

/// The text at `value` (a string, or an entry of a list) becomes `text`; its quotes stay.
struct ReplaceText {
  Span value;
  std::string text;
};

/// The entry of a list is taken out; where a single string stands for a list, its key. A list that
/// becomes empty goes with its key, but in a proposal, where `[]` says that nothing is left.
struct RemoveEntry {
  Span entry;
};

/// The list `key` of the table at `table` (its header, or an inline table) gets a further entry; it
/// is made where it is not there.
struct AddToList {
  Span table;
  std::string key;
  std::string entry;
};

/// The key of the table becomes the value, in place where it is there, else at the place where
/// `fmt` would put it.
struct SetKey {
  Span table;
  std::string key;
  NewValue value;
};

/// The key of the table goes, with the comment on its line.
struct UnsetKey {
  Span table;
  std::string key;
};

/// The key at `key` is called `name`; its value stays.
struct RenameKey {
  Span key;
  std::string name;
};

/// A table of its own, behind the one at `after` (its header) and what belongs to it.
struct AddTable {
  Span after;
  std::string header;  ///< with its brackets: `[[link]]`
  std::vector<std::pair<std::string, NewValue>> keys;
};

/// The table with this header goes, with its keys and the comments that belong to it.
struct RemoveTable {
  Span table;
};

/// The comment goes, with a line of its own; of a waiver for several checks the one at the place.
struct RemoveComment {
  Span place;
};

/// The bytes at `place` become `text`: for repairs of what is no TOML.
struct ReplaceBytes {
  Span place;
  std::string text;
};

using Change = std::variant<ReplaceText, RemoveEntry, AddToList, SetKey, UnsetKey, RenameKey,
                            AddTable, RemoveTable, RemoveComment, ReplaceBytes>;

/// A repair. Safe: it takes away what has no effect, or repairs a misspelling with one candidate.
/// Else it decides something about the organisation, and somebody has to say so.
struct Fix {
  std::string title;  ///< what it does, as help says it: "write `cto`", no full stop
  std::vector<Change> changes;
  bool safe = false;
  /// It writes a reason down, which somebody has to mean: applied only where each fix is asked for.
  bool gives_reason = false;
};

}  // namespace rolecall
