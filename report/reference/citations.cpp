#include "report/reference/citations.hpp"

#include <algorithm>

#include "model/catalogue/catalogue.hpp"
#include "model/catalogue/expectations.hpp"
#include "rules/check.hpp"

namespace rolecall {
namespace {

/// Whether a citation means the source: itself, or an item of it (`M-15-14/D`).
bool cites(std::string_view citation, std::string_view source) {
  return citation == source ||
         (citation.starts_with(source) && citation.substr(source.size()).starts_with('/'));
}

bool any_cites(std::span<const std::string_view> citations, std::string_view source) {
  return std::ranges::any_of(citations, [&](std::string_view each) { return cites(each, source); });
}

}  // namespace

std::vector<std::string_view> sources_of(std::string_view list) {
  std::vector<std::string_view> out;
  while (!list.empty()) {
    const std::string_view word = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), word.size() + 1));
    const std::size_t start = word.find_first_not_of(' ');
    if (start != std::string_view::npos) out.push_back(word.substr(start));
  }
  return out;
}

std::vector<Answer> answers_for(std::string_view source) {
  std::vector<Answer> out;
  const auto add = [&](std::string_view kind, std::string_view id) {
    const bool known = std::ranges::any_of(
        out, [&](const Answer& each) { return each.kind == kind && each.id == id; });
    if (!known) out.push_back({kind, std::string(id)});
  };
  for (const Catalogue& catalogue : catalogues()) {
    for (const CatalogueDuty& duty : catalogue.duties) {
      if (any_cites(duty.sources, source)) add("duty", duty.id);
    }
  }
  for (const Check* check : all_checks()) {
    if (any_cites(sources_of(check->sources), source)) add("check", check->id);
  }
  for (const RoleSkill& skill : role_skills()) {
    if (any_cites(skill.sources, source)) add("skill", skill.id);
  }
  for (const Outcome& outcome : outcomes()) {
    if (any_cites(outcome.sources, source)) add("outcome", outcome.id);
  }
  for (const AdviceRule& advice : advice_rules()) {
    if (any_cites(advice.sources, source)) add("advice", advice.id);
  }
  for (const Pay& each : pay()) {
    if (each.source == source) add("pay", each.role);
  }
  return out;
}

}  // namespace rolecall
