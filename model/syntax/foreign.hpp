#pragma once
// Files of other formats that were handed in for TOML.

#include <optional>
#include <string>
#include <string_view>

namespace rolecall::syntax {

struct Foreign {
  std::string message;  ///< what the file seems to be
  std::string help;     ///< what to do
};

/// What a text seems to be that is no TOML: a spreadsheet, CSV, YAML, JSON, XML. To be asked only
/// of a text that has errors. Looks at the first lines alone.
std::optional<Foreign> seems_foreign(std::string_view text);

}  // namespace rolecall::syntax
