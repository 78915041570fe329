#pragma once
// What is written in `holder` beside a name: a state ("Jo Ray (interim)"), or a second name.

#include <string>
#include <string_view>
#include <vector>

#include "model/language/document.hpp"
#include "model/text/finding.hpp"

namespace rolecall {

/// A name, and the state that is said behind or before it: in brackets, or parted from the name by
/// a dash, a colon or a comma; "acting" and "interim" without such a sign, too.
struct HolderText {
  std::string_view name;   ///< the whole text where no state is said
  std::string_view state;  ///< a word of `state`; empty where none is said
};
HolderText read_holder(std::string_view text);

/// The names of several people in one text, which "/", "&", "+", ";" or "and" joins, without shares
/// in brackets. Empty where it may be one name: each must have two words with capitals, and none
/// may be of a firm or a title.
std::vector<std::string> names_joined(std::string_view text);

/// Who is said to stand in, in a remark on a vacancy ("vacant (Jo Ray acting)"); empty for nobody.
std::string stand_in(std::string_view text);

/// Tells a state, or a second name, that stands in the name of somebody.
/// `read` is what `read_holder` says of it.
void report_holder_text(const PositionDecl& decl, const Text& holder, const HolderText& read,
                        Findings& findings);
void report_turn_text(const PositionDecl& decl, const HolderDecl& turn, const HolderText& read,
                      Findings& findings);

}  // namespace rolecall
