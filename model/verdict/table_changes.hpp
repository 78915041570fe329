#pragma once
// What two descriptions say differently, table by table and key by key. The keys are those of the
// language's tables (`fields<T>()`), so that none can be forgotten.

#include <string>
#include <string_view>
#include <vector>

#include "model/language/language.hpp"
#include "model/org/org.hpp"
#include "model/verdict/later_names.hpp"

namespace rolecall {

/// A key that says something else. Entries are texts for people, as written; of the earlier state
/// with the later names of what was renamed.
struct KeyChange {
  std::string_view key;
  Refers refers = Refers::nothing;  ///< what the entries name
  bool list = false;
  bool given_before = false;
  bool given_after = false;
  std::vector<std::string> before;  ///< one entry where it is no list
  std::vector<std::string> after;

  std::vector<std::string> gained() const;  ///< in the later order, doubles counted
  std::vector<std::string> lost() const;
};

using KeyChanges = std::vector<KeyChange>;

/// A table that is new, gone or says something else. Posts are told apart (`PositionChange`), but
/// for those that are passed over, such as a second one with the same id.
struct TableChange {
  std::string_view table;  ///< "company", "team", "link", "duties", "checks", ...
  std::string id;          ///< the later id; empty for what has none
  std::string name;        ///< what people call it; empty where that is the id or nothing is known
  std::string was;         ///< the earlier id; empty where it is the same
  bool added = false;
  bool removed = false;
  KeyChanges keys;

  bool any() const { return added || removed || !was.empty() || !keys.empty(); }
};

/// The keys of a table that differ; null: the state has no such table, and all keys that the other
/// gives differ. `id` is left out.
template <class T>
KeyChanges compare_keys(const T* before, const T* after, const LaterNames& names);

extern template KeyChanges compare_keys(const PositionDecl*, const PositionDecl*,
                                        const LaterNames&);

/// All tables but the posts that count. Null: there is no such state. O(n log n).
std::vector<TableChange> compare_tables(const Org* before, const Org* after,
                                        const LaterNames& names);

}  // namespace rolecall
