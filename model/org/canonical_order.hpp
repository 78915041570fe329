#pragma once
// In which order the tables of a description count, wherever in the text they stand.

#include <vector>

#include "model/language/document.hpp"

namespace rolecall {

/// The tables of a description from the top of the company down, those of one level by their ids,
/// and tables with one id by what they say: the same company has the same order however its text is
/// arranged. Whoever takes the first of several goes by it. Tables without an id are left out.
struct CanonicalOrder {
  std::vector<const PositionDecl*> positions;
  std::vector<const TeamDecl*> teams;
  std::vector<const BodyDecl*> bodies;
  std::vector<const PersonDecl*> persons;  ///< by their names; those without a name, too
  std::vector<const LinkDecl*> links;
  std::vector<const DutyDecl*> duties;
  std::vector<const DutyViewDecl*> duty_views;
};

/// Points into the document.
CanonicalOrder canonical_order(const Document& document);

/// The duties of a catalogue file by their ids, those with one id by what they say.
std::vector<const DutyDecl*> in_order(const std::vector<DutyDecl>& duties);

}  // namespace rolecall
