#include "model/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "cli/common.hpp"
#include "model/text.hpp"

namespace rolecall {

namespace {

/// The owners of duties, in the order in which the catalogue has them.
std::vector<std::string_view> owners() {
  std::vector<std::string_view> out;
  for (const CatalogueDuty& duty : catalogue_duties()) {
    if (std::ranges::find(out, duty.owner) == out.end()) out.push_back(duty.owner);
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

}  // namespace

int run(const CatalogueCommand& command, const Handles& handles) {
  const std::vector<std::string_view> all = owners();
  if (!command.owner.empty() && std::ranges::find(all, command.owner) == all.end()) {
    complain(handles, fmt::format("no duty is owned by {}{}; there are {}", quoted(command.owner),
                                  did_you_mean(command.owner, all), list_of(all)));
    return exit_usage;
  }
  std::size_t widest = 0;
  for (const CatalogueDuty& duty : catalogue_duties()) widest = std::max(widest, duty.id.size());

  std::string out;
  for (const std::string_view owner : all) {
    if (!command.owner.empty() && owner != command.owner) continue;
    const auto owned = [owner](const CatalogueDuty& duty) { return duty.owner == owner; };
    if (!out.empty()) out += '\n';
    out +=
        heading(owner, static_cast<std::size_t>(std::ranges::count_if(catalogue_duties(), owned)));
    out += '\n';
    for (const CatalogueDuty& duty : catalogue_duties()) {
      if (!owned(duty)) continue;
      fmt::format_to(std::back_inserter(out), "  {:<{}}  {:<14}  {}\n", duty.id, widest, duty.area,
                     duty.title);
    }
  }
  return put(handles, out, exit_clean);
}

}  // namespace rolecall
