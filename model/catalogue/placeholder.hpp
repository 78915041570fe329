#pragma once
// Texts that stand where the name of a person is missing: "Vacant", "TBD", "N/D".

#include <optional>
#include <string_view>

#include "model/catalogue/catalogue.hpp"

namespace rolecall {

/// What a text in place of a name says; none for the name of somebody. Case, accents, signs and
/// numbers do not count, and several in a row are one ("Vacant - to be hired"). Signs alone and
/// "XX" are `unclear`.
std::optional<NoName> placeholder(std::string_view name);

}  // namespace rolecall
