#pragma once
// Catalogues and profiles as text for a terminal.

#include <string>

#include "model/catalogue/catalogue.hpp"

namespace rolecall {

/// What companies of the kind must have, what they need not, and how loudly they are told.
std::string text_of(const Profile& profile);

/// What the catalogue is, and the ids of its duties.
std::string text_of(const Catalogue& catalogue);

}  // namespace rolecall
