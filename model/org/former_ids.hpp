#pragma once
// Ids that things had before, by what `was` says.

#include <optional>
#include <string_view>
#include <unordered_map>

#include "model/language/document.hpp"
#include "model/org/org.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// The former ids of things that share one space of ids. Ids are views into the document.
class FormerIds {
 public:
  /// Enters what `subject` was called before; `now` is its id of today. Two things that were one
  /// are a `duplicate-id` finding, and the first counts.
  void add(const Text& was, std::string_view now, const Subject& subject, Findings& findings);

  /// What the thing is called now that was called so; none where nothing was.
  std::optional<std::string_view> now(std::string_view was) const;

  /// Offers the new id to a finding at a text that has a former one, behind `before`: the sign of
  /// an exception. Returns false where nothing was called so.
  bool suggest(std::string_view was, Finding& finding, std::string_view before = {}) const;

 private:
  struct Entry {
    std::string_view now;
    Span span;
  };
  std::unordered_map<std::string_view, Entry> entries_;
};

/// The former ids of the roles of the company's own catalogues.
FormerIds former_roles(const Org& org, Findings& findings);

/// The `duplicate-id` finding for a `was` that names what is still there, at `used` if that is
/// a place.
Finding still_there(const Text& was, const Subject& subject, Span used);

}  // namespace rolecall
