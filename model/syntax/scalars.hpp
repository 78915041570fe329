#pragma once
// What single values of TOML look like.

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/syntax/tree.hpp"

namespace rolecall::syntax {

/// What a value without quotes is: a number, a date, true or false. None where it is none of these,
/// or is out of range.
std::optional<Kind> scalar_kind(std::string_view word);

/// The number that an integer's token says.
std::int64_t integer_value(std::string_view token);

}  // namespace rolecall::syntax
