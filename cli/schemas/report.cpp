// The report of `rolecall check --output json`.

#include <array>

#include "cli/schema.hpp"
#include "model/text/severity_names.hpp"
#include "model/verdict/verdict.hpp"
#include "report/json_text.hpp"

namespace rolecall {

namespace {

Json text(std::string_view says) { return {{"description", says}, {"type", "string"}}; }

Json list_of(std::string_view says, Json items) {
  return {{"description", says}, {"type", "array"}, {"items", std::move(items)}};
}

Json reference(const std::string& definition) { return {{"$ref", "#/definitions/" + definition}}; }

/// All properties are always there. Later versions may add some, so others are no error.
Json object(Json properties) {
  Json required = Json::array();
  for (const auto& [key, value] : properties.items()) required.push_back(key);
  return {
      {"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
}

/// Where a text stands. Lines and columns count from 1, columns in code points; the end is
/// exclusive.
Json place() {
  const Json number = {{"type", "integer"}, {"minimum", 1}};
  Json out;
  out["file"] = text("the name under which the file was given");
  for (const char* key : {"line", "column", "end_line", "end_column"}) out[key] = number;
  out["line"]["description"] = "from 1";
  out["column"]["description"] = "from 1, in code points";
  out["end_line"]["description"] = "the line of the end";
  out["end_column"]["description"] = "the column behind the last character";
  return out;
}

Json severity() { return {{"enum", severity_names}}; }

Json subject() {
  return {{"description", "a kind and an id, such as duty:networks or position:cio"},
          {"type", "string"},
          {"pattern", "^(duty|position|team|person|role|body|company|reference):"}};
}

Json label() {
  Json out = place();
  out["text"] = text("what is to be said of the place; may be empty");
  out["primary"] = {{"description", "true for the first one: where the finding is shown"},
                    {"type", "boolean"}};
  return object(std::move(out));
}

Json finding() {
  Json out;
  out["check"] = text("the id of the check; `rolecall explain` knows it");
  out["severity"] = severity();
  out["message"] = text("what is wrong, one line");
  out["subjects"] = list_of("what it is about", reference("subject"));
  out.update(place());
  out["labels"] = list_of("the places that prove it", reference("label"));
  out["notes"] = list_of("what else is worth knowing", {{"type", "string"}});
  out["help"] = text("the smallest change that mends it; may be empty");
  out["fixes"] = list_of("what would mend it, the best first", reference("fix"));
  out["waived"] = {{"description", "true: somebody accepted it, and it fails no build"},
                   {"type", "boolean"}};
  out["fingerprint"] = text("the same in every run and format, whatever the file and the line");
  Json all = object(std::move(out));
  // Only where it follows from another.
  all["properties"]["cause"] =
      text("the fingerprint of the finding that it follows from, and with which it goes");
  // Only where it is a matter of more or less.
  all["properties"]["number"] = {
      {"description", "how bad it is, such as the number of direct reports: more is worse"},
      {"type", "integer"}};
  return all;
}

Json edit() {
  Json out = place();
  out["text"] = text("what stands in place of the range, which may be empty");
  return object(std::move(out));
}

Json fix() {
  Json out;
  out["title"] = text("what it does");
  out["safe"] = {{"description",
                  "true: it takes away what has no effect, or repairs a misspelling; false: it "
                  "decides something"},
                 {"type", "boolean"}};
  out["edits"] = list_of("to be made together; none lies within another", reference("edit"));
  return object(std::move(out));
}

Json verdict() {
  Json names = Json::array();
  for (int kind = 0; kind < verdict_kinds; ++kind) {
    names.push_back(name(static_cast<VerdictKind>(kind)));
  }
  Json out;
  out["duty"] = reference("subject");
  out["verdict"] = {{"enum", std::move(names)}};
  out["accountable"] = list_of("who answers for it", reference("subject"));
  out["responsible"] = list_of("who does it", reference("subject"));
  out["reasons"] = list_of("why the verdict is what it is", {{"type", "string"}});
  Json all = object(std::move(out));
  // Only where a run has several descriptions.
  all["properties"]["file"] = text("the description that the duty belongs to");
  return all;
}

std::string write() {
  Json properties;
  properties["format"] = {{"description", "the version of this format"},
                          {"type", "integer"},
                          {"enum", Json::array({1})}};
  properties["version"] = text("the version of rolecall");
  properties["files"] = list_of("all that was read", {{"type", "string"}});
  properties["findings"] = list_of("what was found, each duty and post by itself, sorted by place",
                                   reference("finding"));
  properties["known"] = {
      {"description",
       "findings left out because the baseline, or the state of --against, has them, too"},
      {"type", "integer"},
      {"minimum", 0}};
  properties["verdicts"] = list_of("one for each duty", reference("verdict"));

  Json document = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                   {"title", "A report of rolecall"},
                   {"description", "What `rolecall check --output json` writes."}};
  document.update(object(std::move(properties)));
  document["definitions"] = {{"subject", subject()}, {"label", label()}, {"finding", finding()},
                             {"fix", fix()},         {"edit", edit()},   {"verdict", verdict()}};
  return json_text(document);
}

}  // namespace

extern const Schema report_schema;
const Schema report_schema{"report", "the report of `check --output json`", write};

}  // namespace rolecall
