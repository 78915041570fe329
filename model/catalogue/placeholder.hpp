#pragma once
// Texts that stand where the name of a person is missing: "Vacant", "TBD", "N/D".

#include <optional>
#include <string_view>

#include "model/catalogue/catalogue.hpp"

namespace rolecall {

/// What a text in place of a name says; none for the name of somebody. Case, accents, signs and
/// numbers do not count, and several in a row are one ("Vacant - to be hired"). A remark in brackets,
/// behind a dash or a colon changes nothing ("TBD (Q1)"). Signs alone, "XX" and a name with such a
/// word in brackets ("Jo Ray (TBC)") are `unclear`.
std::optional<NoName> placeholder(std::string_view name);

}  // namespace rolecall
