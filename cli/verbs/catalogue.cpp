#include <algorithm>
#include <iterator>

#include "cli/common.hpp"
#include "cli/parser.hpp"
#include "cli/wording.hpp"
#include "model/catalogue/search.hpp"
#include "report/reference/catalogue_text.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

struct CatalogueCommand {
  std::vector<std::string> names;  ///< catalogues; none: the default one, and what others there are
  std::string owner;               ///< a role's id, `shared` or `contested`; empty: all
  bool profiles = false;           ///< list the profiles instead
  std::string search;              ///< words; list the duties of all catalogues that hold them
};

using Duties = std::vector<const CatalogueDuty*>;

Words names() {
  Words out;
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
Words owners(const Duties& duties) {
  Words out;
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

int run_search(const std::string& words, const Handles& handles) {
  const std::vector<FoundDuty> found = search_duties(words);
  if (found.empty()) {
    complain(handles, fmt::format("no duty of any catalogue speaks of {}", quoted(words)));
    return exit_findings;
  }
  std::size_t widest = 0;
  for (const FoundDuty& each : found) widest = std::max(widest, each.duty->id.size());
  std::string out;
  for (const FoundDuty& each : found) {
    fmt::format_to(std::back_inserter(out), "{:<{}}  {:<11}  {:<9}  {}\n", each.duty->id, widest,
                   each.catalogue->id, each.duty->owner, each.duty->title);
  }
  return put(handles, out, exit_clean);
}

int run(const CatalogueCommand& command, const Handles& handles) {
  if (!command.search.empty()) return run_search(command.search, handles);
  if (command.profiles) {
    std::string out;
    for (const Profile& profile : profiles()) out += (out.empty() ? "" : "\n") + text_of(profile);
    return put(handles, out, exit_clean);
  }
  Duties duties;
  for (const std::string& name : command.names) {
    const Catalogue* catalogue = find_catalogue(name);
    if (catalogue == nullptr) {
      const Words known = names();
      complain(handles, fmt::format("there is no catalogue {}{}; there are {}", quoted(name),
                                    did_you_mean(name, known), list_of(known)));
      return exit_usage;
    }
    add(duties, *catalogue);
  }
  if (command.names.empty()) add(duties, *find_catalogue(default_catalogue));

  const Words all = owners(duties);
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

std::vector<std::string> offered_owners() {
  std::vector<std::string> out = ids_of(catalogue_roles());
  out.insert(out.end(), {"shared", "contested"});
  return out;
}

Parsed parse(std::span<const char* const> arguments) {
  CatalogueCommand command;
  Parser parser(
      "List the duties that a company is judged by: those of the named catalogues, a later one\n"
      "changing duties of those before it, or of the default one.",
      "rolecall catalogue [NAME...] [OPTIONS]",
      "Examples:\n  rolecall catalogue --owner CTO\n  rolecall catalogue articles security\n"
      "  rolecall catalogue --search risk");
  parser.arguments(command.names, [] { return ids_of(catalogues()); });
  parser.option("--owner", "ROLE", command.owner, "Only those of a role, shared or contested ones",
                offered_owners);
  parser.option("--search", "WORD", command.search,
                "List the duties of all catalogues that speak of it");
  parser.flag("--profiles", command.profiles, "List the kinds of companies instead");
  if (auto said = parser.read(arguments)) return std::move(*said);
  if (command.profiles && !(command.names.empty() && command.owner.empty())) {
    return usage("`catalogue --profiles` stands alone");
  }
  if (!command.search.empty() &&
      (command.profiles || !(command.names.empty() && command.owner.empty()))) {
    return usage("`catalogue --search` stands alone");
  }
  return Command{[command](const Handles& handles) { return run(command, handles); }};
}

}  // namespace

extern const Verb catalogue_verb{"catalogue", 5, "", "List the duties that a company is judged by",
                                 parse};

}  // namespace rolecall
