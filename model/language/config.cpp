#include "model/language/config.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "model/text/severity_names.hpp"

namespace rolecall {
namespace {

constexpr Field<ConfigDecl> config_fields[] = {
    {"extends", &ConfigDecl::extends, "another configuration, relative to this one"},
    {"required-version", &ConfigDecl::required_version, "versions of rolecall: \">=0.1, <2\""},
    {.key = "profile",
     .member = &ConfigDecl::profile,
     .says = "for companies that name none",
     .known = Known::profile},
    {.key = "catalogues",
     .member = &ConfigDecl::catalogues,
     .says = "for companies that name none",
     .known = Known::catalogue},
    {"output", &ConfigDecl::output, "as `check --output`, where that is not given"},
    {"fail-on", &ConfigDecl::fail_on, "as `check --fail-on`, where that is not given",
     severity_names},
};

template <class T>
void move_file(Written<T>& value, std::uint32_t by) {
  value.span.file += by;
}

}  // namespace

template <>
Fields<ConfigDecl> fields() {
  return config_fields;
}

void extend(ConfigDecl& config, ConfigDecl base) {
  if (!config.required_version.given()) config.required_version = std::move(base.required_version);
  if (!config.profile.given()) config.profile = std::move(base.profile);
  if (!config.catalogues.given()) config.catalogues = std::move(base.catalogues);
  if (!config.output.given()) config.output = std::move(base.output);
  if (!config.fail_on.given()) config.fail_on = std::move(base.fail_on);
  std::set<std::string> own;
  for (const SettingDecl& decl : config.settings) own.insert(decl.key.value);
  for (SettingDecl& decl : base.settings) {
    if (!own.contains(decl.key.value)) config.settings.push_back(std::move(decl));
  }
}

void apply(const Config& config, Document& document, Sources& sources) {
  const auto by = static_cast<std::uint32_t>(sources.texts.size());
  sources.texts.insert(sources.texts.end(), config.texts.begin(), config.texts.end());
  ConfigDecl says = config.says;
  move_file(says.profile, by);
  says.catalogues.span.file += by;
  for (Text& text : says.catalogues) move_file(text, by);
  if (says.profile.given() && !document.company.profile.given()) {
    document.company.profile = std::move(says.profile);
  }
  if (!document.company.catalogues.given()) {
    document.company.catalogues = std::move(says.catalogues);
  }
  for (SettingDecl& decl : says.settings) {
    move_file(decl.key, by);
    move_file(decl.text, by);
    move_file(decl.number, by);
    move_file(decl.flag, by);
  }
  // What the description sets comes later and counts.
  says.settings.insert(says.settings.end(), std::make_move_iterator(document.settings.begin()),
                       std::make_move_iterator(document.settings.end()));
  document.settings = std::move(says.settings);
}

}  // namespace rolecall
