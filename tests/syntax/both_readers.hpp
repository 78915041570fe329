#pragma once
// Our reader of TOML and toml++ over one text: whether both take it, and where they see what.

#include <string>
#include <string_view>
#include <vector>

namespace rolecall::test {

/// What toml++ says of a text: empty where it takes it.
std::string toml_error(std::string_view text);

/// A line for each key and for each value in a list: its path, the places of key and value, the
/// kind, and what a text, a whole number, a boolean or a date says. Sorted. The text must be TOML.
std::vector<std::string> seen_by_toml(std::string_view text);
std::vector<std::string> seen_by_us(std::string_view text);

/// Empty where both agree: on whether this is TOML, on what it says and where, and that what is
/// left `without_errors` is TOML. Else what they differ in.
std::string disagreement(std::string_view text);

}  // namespace rolecall::test
