#include "cli/schema.hpp"

#include "cli/common.hpp"
#include "cli/parser.hpp"
#include "cli/wording.hpp"

namespace rolecall {

namespace {

Parsed parse(std::span<const char* const> arguments) {
  std::string id = "description";
  std::string schemas = "The schema of:";
  for (const Schema* schema : all_schemas()) {
    schemas += fmt::format("\n  {:<12} {}", schema->id, schema->says);
  }
  Parser parser(
      "Print a JSON Schema (draft 7), with which editors complete and check as one writes.\n" +
          schemas,
      "rolecall schema [NAME]",
      "Examples:\n  rolecall schema > description.json\n  rolecall schema report");
  parser.argument(id, [] { return ids_of(all_schemas()); });
  if (auto said = parser.read(arguments)) return std::move(*said);
  const auto schema = choose("schema", id, all_schemas());
  if (!schema) return std::unexpected(schema.error());
  return Command{[schema = *schema](const Handles& handles) {
    return put(handles, schema->write(), exit_clean);
  }};
}

}  // namespace

extern const Verb schema_verb{"schema", 7, "[NAME]", "Print a JSON Schema, for editors", parse};

}  // namespace rolecall
