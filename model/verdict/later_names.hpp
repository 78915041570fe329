#pragma once
// What the things of an earlier state are called in a later one, by what `was` says.

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "model/language/language.hpp"
#include "model/org/org.hpp"

namespace rolecall {

/// Earlier names and the later ones. Everything is called as before that is not entered. Views
/// into both states, which must outlive it.
class LaterNames {
 public:
  LaterNames() = default;
  /// A thing was renamed where the later state has an id that the earlier one has not, and its
  /// `was` names one that only the earlier state has.
  LaterNames(const Org& before, const Org& after);

  /// Whatever the earlier state may have been: each `was` of the later one counts.
  explicit LaterNames(const Org& after);

  bool none() const { return names_.empty(); }

  /// The later name of a subject: an id; of a person and of the company the name.
  std::string_view of(Subject::Kind kind, std::string_view id) const;
  Subject of(const Subject& subject) const;
  /// The same of a subject's text, "position:cio".
  std::string of_subject(std::string_view text) const;
  /// The later id of a position, team or body.
  std::string_view of_party(std::string_view id) const;
  /// A text of the earlier description as the later one would write it.
  std::string of_text(std::string_view text, Refers refers) const;

 private:
  std::map<std::pair<Subject::Kind, std::string_view>, std::string_view> names_;
  std::map<std::string_view, std::string_view> person_ids_;
};

}  // namespace rolecall
