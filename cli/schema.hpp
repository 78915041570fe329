#pragma once
// What a JSON Schema of ours is. One file in `cli/schemas/` holds one; the file's stem is its id.

#include <span>
#include <string>
#include <string_view>

namespace rolecall {

struct Schema {
  std::string_view id;
  std::string_view says;   ///< of what it is the schema, one line without full stop
  std::string (*write)();  ///< the whole document, draft 7
};

/// All schemas, in order of their ids. The table is made by the build from the folder.
std::span<const Schema* const> all_schemas();

}  // namespace rolecall
