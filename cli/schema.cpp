#include "cli/schema.hpp"

#include "cli/common.hpp"

namespace rolecall {

const Schema* find_schema(std::string_view id) {
  for (const Schema* schema : all_schemas()) {
    if (schema->id == id) return schema;
  }
  return nullptr;
}

int run(const SchemaCommand& command, const Handles& handles) {
  return put(handles, command.schema->write(), exit_clean);
}

}  // namespace rolecall
