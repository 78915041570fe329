#include "report/reference/catalogue_text.hpp"

#include <fmt/format.h>

#include "report/terminal.hpp"
#include "model/text/text.hpp"

namespace rolecall {

namespace {

std::string joined(Strings words) {
  return words.empty() ? "none" : fmt::format("{}", fmt::join(words, ", "));
}

std::string field(std::string_view name, const std::string& value) {
  return fmt::format("  {:<12}{}\n", name, wrapped(value, 14));
}

}  // namespace

std::string text_of(const Profile& profile) {
  std::string out = fmt::format("profile {}: {}\n\n", profile.id, profile.says);
  out += field("roles", joined(profile.required_roles));
  out += field("catalogues", joined(profile.catalogues));
  if (!profile.optional_areas.empty()) out += field("free areas", joined(profile.optional_areas));
  if (!profile.optional_duties.empty()) {
    out += field("free duties", joined(profile.optional_duties));
  }
  std::string severities;
  for (const ProfileSeverity& each : profile.severities) {
    severities +=
        fmt::format("{}{}: {}", severities.empty() ? "" : ", ", each.check, each.severity);
  }
  if (!severities.empty()) out += field("checks", severities);
  return out;
}

std::string text_of(const Catalogue& catalogue) {
  std::string duties;
  for (const CatalogueDuty& duty : catalogue.duties) {
    duties += fmt::format("{}{}", duties.empty() ? "" : ", ", duty.id);
  }
  return fmt::format("catalogue {}: {}\n\n", catalogue.id, catalogue.says) +
         field("duties", duties);
}

}  // namespace rolecall
