#pragma once
// What `explain` can explain, as text for a terminal.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/check.hpp"

namespace rolecall {

struct Topic {
  std::string_view kind;  ///< `duty`, `check`, `role`, `claim`, ...
  std::string id;
  std::function<std::string()> text;
};

/// All topics. Several may have one id, such as a duty of two catalogues.
std::vector<Topic> topics();

/// "  owner     CIO" with the value wrapped; nothing where the value is empty.
void put_field(std::string& out, std::string_view name, std::string_view value);

/// What a source says and where: `A33 ("...", section "..."): ...`; the id alone where it is
/// neither a claim nor a rule nor a published work.
std::string source_text(std::string_view source);

/// "CIO", "shared: both CIO and CTO have a part, one of them leads".
std::string owner_text(std::string_view owner);

// Of a check.

std::string text_of(const Check& check);

/// What the check says of the example in which it finds something, or empty.
std::string example_says(const Check& check);
/// The example and its repair as a diff with a few lines around each change.
std::string example_repair(const Check& check);

/// TOML to paste that sets the check, and that accepts what it finds in its example. Empty where
/// it cannot be set, or cannot be waived.
std::string setting_example(const Check& check);
std::string waiver_example(const Check& check);

}  // namespace rolecall
