#include "cli/language_schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <type_traits>
#include <vector>

#include "model/catalogue/catalogue.hpp"
#include "model/catalogue/expectations.hpp"
#include "model/language/config.hpp"
#include "model/language/reading_errors.hpp"
#include "rules/check.hpp"
#include "rules/settings.hpp"

namespace rolecall {
namespace {

using Words = std::vector<std::string>;

Json reference(std::string_view definition) {
  return {{"$ref", fmt::format("#/definitions/{}", definition)}};
}

Json one_of(std::span<const std::string_view> words) {
  return {{"type", "string"}, {"enum", Json(Words(words.begin(), words.end()))}};
}

/// A text of any words, not blank and not longer than the reader takes. Characters are counted
/// here and bytes there, so that the reader may still find one too long.
Json text(std::size_t most) {
  return {{"type", "string"}, {"maxLength", most}, {"pattern", "[^ \\t\\r\\n]"}};
}

/// What an editor offers, and any other text besides.
Json offered(const Words& words) {
  return {{"anyOf", Json::array({{{"enum", words}}, reference("name")})}};
}

template <class Items>
Words ids(const Items& items) {
  Words out;
  for (const auto& item : items) out.emplace_back(item.id);
  return out;
}

Words check_ids() {
  Words out;
  for (const Check* check : all_checks()) out.emplace_back(check->id);
  return out;
}

Words role_words() {
  Words out = ids(catalogue_roles());
  out.emplace_back("none");
  return out;
}

Words owner_words() {
  Words out = ids(catalogue_roles());
  out.insert(out.end(), {"shared", "contested"});
  return out;
}

/// The duties of all catalogues, and the bundles that they make: by owner, and by owner and area.
Words duty_words() {
  std::set<std::string> duties;
  std::set<std::string> bundles;
  for (const Catalogue& catalogue : catalogues()) {
    for (const CatalogueDuty& duty : catalogue.duties) {
      duties.emplace(duty.id);
      bundles.insert(fmt::format("@{}", duty.owner));
      bundles.insert(fmt::format("@{}/{}", duty.owner, duty.area));
    }
  }
  Words out(duties.begin(), duties.end());
  out.insert(out.end(), bundles.begin(), bundles.end());
  return out;
}

std::string_view definition_of(Known known) {
  switch (known) {
    case Known::role:
      return "role";
    case Known::owner:
      return "owner";
    case Known::duty:
      return "duty";
    case Known::profile:
      return "profile";
    case Known::catalogue:
      return "catalogue";
    case Known::check:
      return "check";
    case Known::skill:
      return "skill";
    case Known::outcome:
      return "outcome";
    case Known::nothing:
      break;
  }
  return {};
}

/// One, or a list of them.
Json one_or_several(const Json& one) {
  return {{"anyOf", Json::array({one, {{"type", "array"}, {"items", one}}})}};
}

/// An entry of a duty list: a text, or a table that limits it to scopes.
Json entry(std::string_view key, const Json& what) {
  Json properties;
  properties[std::string(key)] = what;
  properties["scope"] = reference("names");
  const Json table = {{"type", "object"},
                      {"properties", std::move(properties)},
                      {"required", Json::array({key})},
                      {"additionalProperties", false}};
  return {{"anyOf", Json::array({what, table})}};
}

/// The shape of a key's value, by the type of the member that it is read into.
template <class T>
class Shape {
 public:
  explicit Shape(const Field<T>& field) : field_(field) {}

  Json operator()(Text T::*) const { return word(); }
  Json operator()(Texts T::*) const {
    if (field_.known == Known::nothing && field_.allowed.empty()) return reference("names");
    return one_or_several(word());
  }
  Json operator()(WrittenDate T::*) const { return reference("date"); }
  Json operator()(WrittenInt T::*) const { return {{"type", "integer"}, {"minimum", 0}}; }
  Json operator()(WrittenBool T::*) const { return {{"type", "boolean"}}; }
  Json operator()(HolderDecls T::*) const {
    const Json one = {{"anyOf", Json::array({reference("holder"), reference("name")})}};
    return {{"anyOf", Json::array({reference("name"), {{"type", "array"}, {"items", one}}})}};
  }
  Json operator()(DutyEntries T::*) const { return reference("duties"); }

 private:
  Json word() const {
    if (!field_.allowed.empty()) return one_of(field_.allowed);
    if (field_.known != Known::nothing) return reference(definition_of(field_.known));
    const std::size_t most = most_bytes(field_.key);
    return most == most_bytes({}) ? reference("name") : text(most);
  }

  const Field<T>& field_;
};

template <class T>
void add_fields(Json& properties, Json& required) {
  for (const Field<T>& field : fields<T>()) {
    Json value{{"description", field.says}};
    const Json shape = std::visit(Shape<T>(field), field.member);
    // Workspace a `$ref` draft 7 ignores everything.
    if (shape.contains("$ref")) {
      value["allOf"] = Json::array({shape});
    } else {
      value.update(shape);
    }
    properties[std::string(field.key)] = std::move(value);
    if (field.required) required.push_back(field.key);
  }
}

template <class T>
constexpr bool has_duty_lists = requires(T decl) {
  decl.duties;
};

}  // namespace

template <class T>
Json table_schema(std::string_view says) {
  Json properties = Json::object();
  Json required = Json::array();
  add_fields<T>(properties, required);
  if constexpr (has_duty_lists<T> || std::is_same_v<T, DutyViewDecl>) {
    add_fields<DutyLists>(properties, required);
  }
  if constexpr (std::is_same_v<T, DutyViewDecl>) {
    for (const Field<DutyLists>& field : fields<DutyLists>()) {
      properties[std::string(field.key)]["allOf"] = Json::array({reference("holders")});
    }
  }
  Json out = {{"type", "object"}};
  if (!says.empty()) out["description"] = says;
  out["properties"] = std::move(properties);
  // In a proposal an id alone is enough, for the base says the rest.
  if (!required.empty() && required != Json::array({"id"}) && out["properties"].contains("id")) {
    out["anyOf"] = Json::array({{{"required", std::move(required)}}, {{"required", {"id"}}}});
  } else if (!required.empty()) {
    out["required"] = std::move(required);
  }
  out["additionalProperties"] = false;
  return out;
}

template <class T>
Json tables_schema(std::string_view says) {
  return {{"type", "array"}, {"description", says}, {"items", table_schema<T>({})}};
}

template Json table_schema<CompanyDecl>(std::string_view);
template Json table_schema<ConfigDecl>(std::string_view);
template Json table_schema<DutyViewDecl>(std::string_view);
template Json tables_schema<PositionDecl>(std::string_view);
template Json tables_schema<PersonDecl>(std::string_view);
template Json tables_schema<TeamDecl>(std::string_view);
template Json tables_schema<BodyDecl>(std::string_view);
template Json tables_schema<LinkDecl>(std::string_view);
template Json tables_schema<DutyDecl>(std::string_view);
template Json tables_schema<RoleDecl>(std::string_view);
template Json tables_schema<WaiverDecl>(std::string_view);

Json schema_head(std::string_view title, std::string_view says) {
  return {{"$schema", "http://json-schema.org/draft-07/schema#"},
          {"title", title},
          {"description", says}};
}

Json version_schema() {
  return {{"description", "the version of the language"},
          {"type", "integer"},
          {"enum", Json::array({1})}};
}

Json settings_schema() {
  Json properties;
  for (const SettingKey& each : setting_keys()) {
    Json value{{"description", each.says}};
    if (each.limit == nullptr) {
      value["type"] = "boolean";
    } else {
      value["type"] = "integer";
      value["minimum"] = 1;
      value["default"] = Limits().*each.limit;
    }
    properties[std::string(each.key)] = std::move(value);
  }
  for (const Check* check : all_checks()) {
    Json values = Json::array();
    for (const Loudness each : loudnesses()) {
      if (!check->firm || each == Loudness(check->severity)) values.push_back(name(each));
    }
    properties[std::string(check->id)] = {{"description", check->says},
                                          {"enum", std::move(values)},
                                          {"default", name(check->severity)}};
  }
  return {{"type", "object"},
          {"description", "how loud each check is, and the limits that some go by"},
          {"properties", std::move(properties)},
          {"additionalProperties", false}};
}

Json language_definitions() {
  Json out;
  out["name"] = text(most_bytes({}));
  out["names"] = one_or_several(reference("name"));
  out["date"] = {{"type", "string"}, {"format", "date"}};
  out["profile"] = {{"enum", ids(profiles())}};
  out["catalogue"] = {{"anyOf", Json::array({{{"enum", ids(catalogues())}},
                                             {{"description", "a file of the company's own"},
                                              {"type", "string"},
                                              {"pattern", "/|\\.toml$"}}})}};
  out["check"] = {{"enum", check_ids()}};
  out["role"] = offered(role_words());
  out["owner"] = offered(owner_words());
  out["skill"] = offered(ids(role_skills()));
  out["outcome"] = offered(ids(outcomes()));
  out["duty"] = offered(duty_words());
  out["duties"] = one_or_several(entry("duty", reference("duty")));
  out["holders"] = one_or_several(entry("holder", reference("name")));
  out["holder"] = table_schema<HolderDecl>("one who holds the post for a time");
  return out;
}

}  // namespace rolecall
