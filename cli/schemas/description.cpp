// A company: what `rolecall check` reads.

#include <fmt/format.h>

#include "cli/language_schema.hpp"
#include "cli/schema.hpp"
#include "model/catalogue/catalogue.hpp"

namespace rolecall {

namespace {

/// `[duties.<id>]`: the known duties are offered, and any other id may be written.
Json duties_table() {
  const Json view = {{"$ref", "#/definitions/duty_view"}};
  Json known;
  for (const Catalogue& catalogue : catalogues()) {
    for (const CatalogueDuty& duty : catalogue.duties) {
      known[std::string(duty.id)] = {{"description", duty.title}, {"allOf", Json::array({view})}};
    }
  }
  return {{"type", "object"},
          {"description", "assignments seen from the duty"},
          {"properties", std::move(known)},
          {"additionalProperties", view}};
}

std::string write() {
  Json properties;
  properties["rolecall"] = version_schema();
  const Json path = {{"type", "string"}, {"minLength", 1}};
  properties["include"] = {
      {"description", "further files of the same description: paths with `*`, `?` and `**`"},
      {"anyOf", Json::array({path, {{"type", "array"}, {"items", path}}})}};
  properties["base"] = path;
  properties["base"]["description"] = "the description that this proposal changes";
  properties["company"] = table_schema<CompanyDecl>("what is described, and as of when");
  properties["position"] =
      tables_schema<PositionDecl>("a post, who is in it, to whom it reports, what it holds");
  properties["person"] = tables_schema<PersonDecl>("more about a person than a name");
  properties["team"] = tables_schema<TeamDecl>("a team and its lead");
  properties["body"] = tables_schema<BodyDecl>("a board or committee");
  properties["link"] = tables_schema<LinkDecl>("a working relation that is no reporting line");
  properties["duty"] =
      tables_schema<DutyDecl>("a duty of the company's own, or a change to one of the catalogue");
  properties["duties"] = duties_table();
  properties["checks"] = settings_schema();
  properties["waiver"] = tables_schema<WaiverDecl>("findings that somebody accepted");

  Json document = schema_head("A company as rolecall reads it",
                              "The technology leadership of a company: posts, people and duties.");
  document["type"] = "object";
  document["properties"] = std::move(properties);
  document["minProperties"] = 1;
  document["additionalProperties"] = false;
  document["definitions"] = language_definitions();
  document["definitions"]["duty_view"] = table_schema<DutyViewDecl>({});
  return json_text(document);
}

}  // namespace

extern const Schema description_schema;
const Schema description_schema{"description", "a company, the file that `check` reads", write};

}  // namespace rolecall
