#pragma once
// Texts that stand where a person or a post should be named, and name nobody: "Vacant", "TBD".

#include <optional>
#include <string_view>
#include <unordered_map>

#include "model/catalogue/catalogue.hpp"
#include "model/language/document.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// Tells them from names, and reports each where it stands. A name or id that somebody is declared
/// by is none; ask for that first.
class Nobodies {
 public:
  /// What the text says in place of a name: a placeholder, or the id of a `[[person]]` without one.
  std::optional<NoName> find(std::string_view text) const;

  /// Whether the `[[person]]` is nobody; then its id is known for one, and that is reported.
  bool enter(const PersonDecl& decl, Findings& findings);

  /// One of the names in `holder`.
  void report_holder(const PositionDecl& decl, const Text& holder, Findings& findings) const;
  void report_turn(const PositionDecl& decl, const HolderDecl& turn, Findings& findings) const;
  void report_deputy(const PositionDecl& decl, Findings& findings) const;
  /// `key` of a team or body, or an entry of a list of it. `table` is its header.
  void report_post(Subject subject, Span table, std::string_view key, const Text& text,
                   bool of_list, Findings& findings) const;
  /// "XX" and the like as the boss of a top, as public registers have it.
  void report_boss(const PositionDecl& decl, Findings& findings) const;

 private:
  std::unordered_map<std::string_view, NoName> ids_;
};

}  // namespace rolecall
