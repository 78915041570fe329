// Duties and roles of a company's own: a file that `catalogues` names.

#include "cli/language_schema.hpp"
#include "cli/schema.hpp"

namespace rolecall {

namespace {

std::string write() {
  Json document = schema_head("A catalogue of duties as rolecall reads it",
                              "Duties and roles of a company's own.");
  document["type"] = "object";
  document["properties"]["rolecall"] = version_schema();
  document["properties"]["duty"] = tables_schema<DutyDecl>("a duty");
  document["properties"]["role"] =
      tables_schema<RoleDecl>("a role of the company's own, or more titles of one that is known");
  document["minProperties"] = 1;
  document["additionalProperties"] = false;
  document["definitions"] = language_definitions();
  return json_text(document);
}

}  // namespace

extern const Schema catalogue_schema;
const Schema catalogue_schema{"catalogue", "a file of duties that `catalogues` names", write};

}  // namespace rolecall
