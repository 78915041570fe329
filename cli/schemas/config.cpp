// `rolecall.toml`: what holds for all descriptions of a folder.

#include "model/language/config.hpp"

#include <fmt/format.h>

#include "cli/language_schema.hpp"
#include "cli/schema.hpp"
#include "model/catalogue/catalogue.hpp"
#include "report/format.hpp"

namespace rolecall {

namespace {

/// `FORMAT` or `FORMAT=PATH`.
std::string output_pattern() {
  std::string formats;
  for (const Format* format : all_formats()) {
    formats += fmt::format("{}{}", formats.empty() ? "" : "|", format->id);
  }
  return fmt::format("^({})(=.+)?$", formats);
}

/// A list like `>=0.1, <2`.
std::string version_pattern() {
  const std::string one = R"( *(>=?|<=?|==)? *[0-9]+(\.[0-9]+){0,2} *)";
  return fmt::format("^{0}(,{0})*$", one);
}

Json text_like(const std::string& pattern) { return {{"type", "string"}, {"pattern", pattern}}; }

std::string write() {
  Json document = schema_head("A configuration as rolecall reads it",
                              "What holds for all descriptions in a folder and below.");
  document.update(table_schema<ConfigDecl>({}));
  Json& properties = document["properties"];
  properties["checks"] = settings_schema();
  properties["required-version"].update(text_like(version_pattern()));
  const Json output = text_like(output_pattern());
  properties["output"].erase("allOf");
  properties["output"]["anyOf"] = Json::array({output, {{"type", "array"}, {"items", output}}});
  const Json all = language_definitions();
  Json& definitions = document["definitions"];
  for (const char* name : {"name", "profile"}) definitions[name] = all[name];
  // A file of duties is named by the description beside which it stands.
  definitions["catalogue"] = all["catalogue"]["anyOf"][0];
  return json_text(document);
}

}  // namespace

extern const Schema config_schema;
const Schema config_schema{"config", "a configuration, `rolecall.toml`", write};

}  // namespace rolecall
