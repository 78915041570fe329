#pragma once
// What is called otherwise than before, by what `was` says.

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "model/language/document.hpp"

namespace rolecall {

/// Earlier names and what each is called now. Positions, teams and bodies share their ids.
struct NewNames {
  std::map<std::string, std::string, std::less<>> parties;
  std::map<std::string, std::string, std::less<>> persons;
  std::map<std::string, std::string, std::less<>> duties;
};

/// Renames in the base what the proposal calls otherwise: the tables, and all that refers to them.
/// A table of the proposal renames where its own id is new and its `was` names one of the base.
void follow_renames(Document& base, const Document& proposal);

}  // namespace rolecall
