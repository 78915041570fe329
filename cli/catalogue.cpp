#include "cli/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "cli/common.hpp"
#include "model/text.hpp"

namespace rolecall {

namespace {

using Duties = std::vector<const CatalogueDuty*>;
using Names = std::vector<std::string_view>;

Names names() {
  Names out;
  for (const Catalogue& catalogue : catalogues()) out.push_back(catalogue.id);
  return out;
}

/// Adds the duties of a catalogue; one that is there already is changed where it stands.
void add(Duties& duties, const Catalogue& catalogue) {
  for (const CatalogueDuty& duty : catalogue.duties) {
    const auto known = std::ranges::find(duties, duty.id, &CatalogueDuty::id);
    if (known == duties.end()) {
      duties.push_back(&duty);
    } else {
      *known = &duty;
    }
  }
}

/// The owners of duties, in the order in which the catalogue has them.
Names owners(const Duties& duties) {
  Names out;
  for (const CatalogueDuty* duty : duties) {
    if (std::ranges::find(out, duty->owner) == out.end()) out.push_back(duty->owner);
  }
  return out;
}

std::string heading(std::string_view owner, std::size_t number) {
  const std::string duties = counted(number, "duty", "duties");
  if (owner == "shared") return fmt::format("shared, {}: both have a part, one leads", duties);
  if (owner == "contested")
    return fmt::format("contested, {}: either may own it, not both", duties);
  return fmt::format("{}, {}", owner, duties);
}

/// What else could have been asked for.
std::string others() {
  std::string out =
      "\nFurther catalogues: `rolecall catalogue NAME`, `catalogues` in `[company]`\n";
  for (const Catalogue& catalogue : catalogues()) {
    fmt::format_to(std::back_inserter(out), "  {:<12}  {:>9}  {}\n", catalogue.id,
                   counted(catalogue.duties.size(), "duty", "duties"),
                   wrapped(catalogue.id == default_catalogue
                               ? fmt::format("{}; the list above", catalogue.says)
                               : std::string(catalogue.says),
                           27));
  }
  return out;
}

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

int run(const CatalogueCommand& command, const Handles& handles) {
  if (command.profiles) {
    std::string out;
    for (const Profile& profile : profiles()) out += (out.empty() ? "" : "\n") + text_of(profile);
    return put(handles, out, exit_clean);
  }
  Duties duties;
  for (const std::string& name : command.names) {
    const Catalogue* catalogue = find_catalogue(name);
    if (catalogue == nullptr) {
      const Names known = names();
      complain(handles, fmt::format("there is no catalogue {}{}; there are {}", quoted(name),
                                    did_you_mean(name, known), list_of(known)));
      return exit_usage;
    }
    add(duties, *catalogue);
  }
  if (command.names.empty()) add(duties, *find_catalogue(default_catalogue));

  const Names all = owners(duties);
  if (!command.owner.empty() && std::ranges::find(all, command.owner) == all.end()) {
    complain(handles, fmt::format("no duty is owned by {}{}; there are {}", quoted(command.owner),
                                  did_you_mean(command.owner, all), list_of(all)));
    return exit_usage;
  }
  std::size_t widest = 0;
  for (const CatalogueDuty* duty : duties) widest = std::max(widest, duty->id.size());

  std::string out;
  for (const std::string_view owner : all) {
    if (!command.owner.empty() && owner != command.owner) continue;
    if (!out.empty()) out += '\n';
    out += heading(
        owner, static_cast<std::size_t>(std::ranges::count(duties, owner, &CatalogueDuty::owner)));
    out += '\n';
    for (const CatalogueDuty* duty : duties) {
      if (duty->owner != owner) continue;
      fmt::format_to(std::back_inserter(out), "  {:<{}}  {:<14}  {}\n", duty->id, widest,
                     duty->area, duty->title);
    }
  }
  if (command.names.empty() && command.owner.empty()) out += others();
  return put(handles, out, exit_clean);
}

}  // namespace rolecall
