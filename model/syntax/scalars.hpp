#pragma once
// What single values of TOML look like.

#include <optional>
#include <string_view>

#include "model/syntax/tree.hpp"

namespace rolecall::syntax {

/// What a value without quotes is: a number, a date, true or false. None where it is none of these,
/// or is out of range.
std::optional<Kind> scalar_kind(std::string_view word);

}  // namespace rolecall::syntax
