// The schemas say what the reader reads and what the reports hold.
#include "cli/schema.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "model/language/config.hpp"
#include "report/format.hpp"
#include "tests/cli/process.hpp"
#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;
using Json = nlohmann::json;
using Keys = std::set<std::string>;

namespace {

std::string schema_text(std::string_view id) {
  const auto all = all_schemas();
  const auto found = std::ranges::find(all, id, &Schema::id);
  REQUIRE(found != all.end());
  return (*found)->write();
}

Json schema(std::string_view id) { return Json::parse(schema_text(id)); }

Keys keys_of(const Json& object) {
  Keys out;
  for (const auto& [key, value] : object.items()) out.insert(key);
  return out;
}

/// The keys that a finding about an unknown one says there are.
Keys keys_named(const Finding& finding) {
  REQUIRE(finding.notes.size() == 1);
  const std::string& note = finding.notes.front();
  Keys out;
  const std::size_t list = note.find(" has the keys ");
  for (std::size_t at = note.find('`', list); at != std::string::npos;
       at = note.find('`', at + 1)) {
    const std::size_t end = note.find('`', at + 1);
    out.insert(note.substr(at + 1, end - at - 1));
    at = end;
  }
  return out;
}

/// The keys that the reader says a table has, when it meets one that it does not know.
Keys keys_read(const std::string& text) {
  const Judgement judgement = judge_text(text);
  for (const Finding& finding : judgement.findings) {
    if (finding.check == "unknown-key") return keys_named(finding);
  }
  FAIL("no key is unknown in " << text);
  return {};
}

/// Whether every key of a value stands in its schema, and all that must be there is.
void check_described(const Json& value, const Json& schema, const Json& definitions) {
  if (schema.contains("$ref")) {
    const std::string name = schema["$ref"];
    return check_described(value, definitions.at(name.substr(name.rfind('/') + 1)), definitions);
  }
  if (schema.contains("enum")) {
    CAPTURE(value);
    CHECK(std::ranges::find(schema["enum"], value) != schema["enum"].end());
  }
  if (value.is_array()) {
    REQUIRE(schema["type"] == "array");
    for (const Json& each : value) check_described(each, schema.at("items"), definitions);
  } else if (value.is_object()) {
    REQUIRE(schema["type"] == "object");
    for (const std::string key : schema["required"]) {
      CAPTURE(key);
      CHECK(value.contains(key));
    }
    for (const auto& [key, inner] : value.items()) {
      CAPTURE(key);
      REQUIRE(schema["properties"].contains(key));
      check_described(inner, schema["properties"][key], definitions);
    }
  } else if (schema.contains("type")) {
    CAPTURE(value);
    const std::string type = value.is_number_integer() ? "integer" : value.type_name();
    CHECK(schema["type"] == type);
  }
}

}  // namespace

TEST_CASE("the schema of a description has the keys that are read, and no others") {
  const Json whole = schema("description");
  const Json& tables = whole["properties"];
  CHECK(keys_of(tables) == keys_read("zzz = 1\n"));
  CHECK(keys_of(tables["company"]["properties"]) == keys_read("[company]\nzzz = 1\n"));
  for (const auto& [name, table] : tables.items()) {
    CAPTURE(name);
    if (table.value("type", "") == "array") {
      CHECK(keys_of(table["items"]["properties"]) == keys_read("[[" + name + "]]\nzzz = 1\n"));
      CHECK(table["items"]["additionalProperties"] == false);
    } else if (table.value("type", "") == "object" && name != "duties") {
      CHECK(table["additionalProperties"] == false);
    }
  }
  const Json& parts = whole["definitions"];
  CHECK(keys_of(parts["duty_view"]["properties"]) == keys_read("[duties.x]\nzzz = 1\n"));
  CHECK(keys_of(parts["holder"]["properties"]) ==
        keys_read("[[position]]\nholders = [{ zzz = 1 }]\n"));
  CHECK(keys_of(parts["duties"]["anyOf"][0]["anyOf"][1]["properties"]) ==
        keys_read("[[position]]\naccountable = [{ zzz = 1 }]\n"));
  CHECK(keys_of(parts["holders"]["anyOf"][0]["anyOf"][1]["properties"]) ==
        keys_read("[duties.x]\naccountable = [{ zzz = 1 }]\n"));

  Keys settings = keys_read("[[position]]\nid = \"a\"\n[checks]\nzzz = 1\n");
  settings.erase("checks");
  for (const Check* check : all_checks()) settings.emplace(check->id);
  CHECK(keys_of(tables["checks"]["properties"]) == settings);
}

TEST_CASE("the schema asks for the keys that must be there") {
  const Json tables = schema("description")["properties"];
  std::size_t asked = 0;
  for (const auto& [name, table] : tables.items()) {
    if (table.value("type", "") != "array") continue;
    CAPTURE(name);
    Keys missing;
    for (const Finding& finding : judge_text("[[" + name + "]]\n").findings) {
      if (finding.check != "missing-key") continue;
      missing.insert(finding.message.substr(1, finding.message.find('`', 1) - 1));
    }
    // In a proposal an id is enough.
    const Json& items = table["items"];
    const Json& whole = items.contains("anyOf") ? items["anyOf"][0] : items;
    Keys required;
    for (const std::string key : whole.value("required", Json::array())) required.insert(key);
    CHECK(required == missing);
    asked += required.size();
  }
  CHECK(asked >= 6);
}

TEST_CASE("the schema of a configuration has the keys that are read, and no others") {
  const Json whole = schema("config");
  Findings findings;
  read_config(SourceText("rolecall.toml", "zzz = 1\n"), 0, findings);
  REQUIRE(findings.size() == 1);
  CHECK(keys_of(whole["properties"]) == keys_named(findings.front()));
  CHECK(whole["additionalProperties"] == false);
  CHECK(whole["properties"]["checks"] == schema("description")["properties"]["checks"]);
}

TEST_CASE("the schema of a catalogue has its tables") {
  const Json whole = schema("catalogue");
  CHECK(keys_of(whole["properties"]) == Keys{"duty", "role", "rolecall"});
  CHECK(whole["properties"]["duty"] == [] {
    Json duty = schema("description")["properties"]["duty"];
    duty["description"] = "a duty";
    return duty;
  }());
}

TEST_CASE("the schema of a report has all that is in the reports of the examples") {
  const Json whole = schema("report");
  std::vector<Judgement> all;
  for (const auto& entry :
       std::filesystem::directory_iterator(ROLECALL_SOURCE_DIR "/tests/rules")) {
    const auto text = bytes_of(entry.path() / "bad.toml");
    if (text) all.push_back(judge_text(*text));
  }
  REQUIRE(all.size() > 20);
  const Format* json = find_format("json");
  check_described(Json::parse(json->write(all, {})), whole, whole["definitions"]);
  check_described(Json::parse(json->write(std::span(all.data(), 1), {})), whole,
                  whole["definitions"]);
}

TEST_CASE("schemas are printed by their names") {
  CHECK(run_rolecall({"schema"}).out == schema_text("description"));
  CHECK(run_rolecall({"schema", "report"}).out == schema_text("report"));
  const Ran ran = run_rolecall({"schema", "reprot"});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, Catch::Matchers::Contains("did you mean `report`?"));
}
