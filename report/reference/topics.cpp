#include "report/reference/topics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "model/catalogue/catalogue.hpp"
#include "model/catalogue/expectations.hpp"
#include "report/reference/catalogue_text.hpp"
#include "report/reference/citations.hpp"
#include "report/reference/verdict_texts.hpp"
#include "report/terminal.hpp"
#include "rules/structural_rules.hpp"

namespace rolecall {

void put_field(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  fmt::format_to(std::back_inserter(out), "  {:<10} {}\n", name, wrapped(value, 13));
}

std::string source_text(std::string_view source) {
  if (const Claim* claim = find_claim(source)) {
    return fmt::format("{} (\"{}\", section \"{}\"): {}", source, claim->article, claim->section,
                       claim->gist);
  }
  if (const StructuralRule* rule = find_structural_rule(source)) {
    return fmt::format("{} ({}): {}", source, rule->works, rule->gist);
  }
  if (const Framework* work = find_framework(source)) {
    return fmt::format("{}: {}", source, work->title);
  }
  return std::string(source);
}

std::string owner_text(std::string_view owner) {
  if (owner == "shared") return "shared: both CIO and CTO have a part, one of them leads";
  if (owner == "contested") return "contested: CIO or CTO may own it, but not both";
  return std::string(owner);
}

namespace {

std::string with_commas(Strings words) { return fmt::format("{}", fmt::join(words, ", ")); }

void put_sources(std::string& out, Strings sources) {
  std::string_view name = "sources";
  for (const std::string_view source : sources) {
    put_field(out, name, source_text(source));
    name = "";
  }
}

/// What answers for a source, a line a kind: "duties    it-strategy, it-budget".
void put_answers(std::string& out, std::string_view source) {
  std::string_view kind;
  std::string ids;
  for (const Answer& answer : answers_for(source)) {
    if (answer.kind != kind) {
      put_field(out, kind, ids);
      kind = answer.kind;
      ids.clear();
    }
    if (!ids.empty()) ids += ", ";
    ids += answer.id;
  }
  put_field(out, kind, ids);
}

std::string text_of(const CatalogueDuty& duty, const Catalogue& catalogue) {
  std::string out =
      fmt::format("duty {}: {}\n\n  {}\n\n", duty.id, duty.title, wrapped(duty.about, 2));
  put_field(out, "owner", owner_text(duty.owner));
  put_field(out, "may hold", with_commas(duty.may_hold));
  put_field(out, "also called", with_commas(duty.also));
  put_field(out, "area", duty.area);
  put_field(out, "looks", duty.focus == Focus::both ? "both ways" : name(duty.focus));
  put_field(out, "delegable", duty.delegable ? "" : "no: the role itself stays accountable");
  put_field(out, "catalogue", catalogue.id);
  put_sources(out, duty.sources);
  return out;
}

std::string range_text(const PayRange& range) {
  return fmt::format("{} to {}", range.low, range.high);
}

/// What people in the role were paid, each figure with its country, date and source.
void put_pay(std::string& out, std::string_view role) {
  for (const Pay& each : pay()) {
    if (each.role != role) continue;
    put_field(out, "paid in",
              fmt::format("{}, {}, {} a year", each.country, each.date, each.currency));
    if (each.base_average) put_field(out, "base", fmt::format("{} on average", *each.base_average));
    if (each.median)
      put_field(out, "median", fmt::format("{} of all top executives", *each.median));
    if (each.base) put_field(out, "base", range_text(*each.base));
    if (each.bonus) put_field(out, "bonus", range_text(*each.bonus));
    if (each.profit_sharing) put_field(out, "profits", range_text(*each.profit_sharing));
    if (each.commission) put_field(out, "commission", range_text(*each.commission));
    if (each.total) put_field(out, "in all", range_text(*each.total));
    if (each.profiles) put_field(out, "rests on", fmt::format("{} people", *each.profiles));
    put_sources(out, Strings(&each.source, 1));
  }
}

std::string text_of(const CatalogueRole& role) {
  std::string out = fmt::format("role {}: {}\n\n", role.id, role.name);
  put_field(out, "looks", role.focus == Focus::both ? "both ways" : name(role.focus));
  put_field(out, "titles", with_commas(role.titles));
  for (const Catalogue& catalogue : catalogues()) {
    std::string duties;
    for (const CatalogueDuty& duty : catalogue.duties) {
      if (duty.owner != role.id) continue;
      if (!duties.empty()) duties += ", ";
      duties += duty.id;
    }
    if (!duties.empty() && catalogue.id != default_catalogue) {
      duties += fmt::format(" (catalogue {})", catalogue.id);
    }
    put_field(out, "duties", duties);
  }
  std::string skills;
  for (const RoleSkill& skill : role_skills()) {
    if (std::ranges::find(skill.roles, role.id) == skill.roles.end()) continue;
    if (!skills.empty()) skills += ", ";
    skills += skill.id;
  }
  put_field(out, "skills", skills);
  for (const Outcome& outcome : outcomes()) {
    if (outcome.owner == role.id) put_field(out, "outcome", outcome.id);
  }
  put_pay(out, role.id);
  if (role.id == "CIO" || role.id == "CTO") put_pay(out, "top-executive");
  return out;
}

std::string text_of(const Claim& claim) {
  std::string out = fmt::format("claim {}: {}, section \"{}\"\n\n  {}\n\n", claim.id, claim.article,
                                claim.section, wrapped(claim.gist, 2));
  put_field(out, "kind", claim.kind);
  put_field(out, "owner", owner_text(claim.owner));
  put_answers(out, claim.id);
  return out;
}

std::string text_of(const StructuralRule& rule) {
  std::string out = fmt::format("rule {}\n\n  {}\n\n", rule.id, wrapped(rule.gist, 2));
  put_field(out, "stated in", rule.works);
  put_answers(out, rule.id);
  return out;
}

std::string text_of(const Framework& work) {
  std::string out = fmt::format("work {}\n\n  {}\n\n", work.id, wrapped(work.title, 2));
  put_field(out, "licence", work.licence);
  put_field(out, "at", work.url);
  put_answers(out, work.id);
  return out;
}

std::string text_of(const VerdictText& verdict) {
  std::string out =
      fmt::format("verdict {}\n\n  {}\n\n", name(verdict.kind), wrapped(verdict.says, 2));
  put_field(out, "check", verdict.check);
  return out;
}

std::string text_of(const RoleSkill& skill) {
  std::string out = fmt::format("skill {}: {}\n\n", skill.id, skill.title);
  put_field(out, "asked of", with_commas(skill.roles));
  put_sources(out, skill.sources);
  return out;
}

std::string text_of(const Outcome& outcome) {
  std::string out = fmt::format("outcome {}: {}\n\n", outcome.id, outcome.title);
  put_field(out, "owner", owner_text(outcome.owner));
  put_sources(out, outcome.sources);
  return out;
}

std::string text_of(const AdviceRule& advice) {
  std::string out = fmt::format("advice {}: {}\n\n", advice.id, advice.asks);
  put_field(out, "for a CIO", advice.for_cio);
  put_field(out, "for a CTO", advice.for_cto);
  put_sources(out, advice.sources);
  return out;
}

std::string text_of_pay(std::string_view role) {
  std::string out = fmt::format("pay of {}\n\n", role);
  put_pay(out, role);
  return out;
}

std::string text_of_area(std::string_view area) {
  std::string out =
      fmt::format("area {}: a group of duties, written `@CIO/{}` in lists\n\n", area, area);
  for (const Catalogue& catalogue : catalogues()) {
    for (const CatalogueDuty& duty : catalogue.duties) {
      if (duty.area != area) continue;
      put_field(out, duty.owner, fmt::format("{}: {}", duty.id, duty.title));
    }
  }
  return out;
}

}  // namespace

std::vector<Topic> topics() {
  std::vector<Topic> out;
  const auto add = [&](std::string_view kind, std::string_view id,
                       std::function<std::string()> text) {
    out.push_back({kind, std::string(id), std::move(text)});
  };
  const auto add_all = [&](std::string_view kind, const auto& things) {
    for (const auto& thing : things) {
      add(kind, thing.id, [&thing] { return text_of(thing); });
    }
  };
  std::set<std::string_view> areas;
  for (const Catalogue& catalogue : catalogues()) {
    for (const CatalogueDuty& duty : catalogue.duties) {
      add("duty", duty.id, [&] { return text_of(duty, catalogue); });
      areas.insert(duty.area);
    }
  }
  for (const Check* check : all_checks()) {
    add("check", check->id, [check] { return text_of(*check); });
  }
  add_all("role", catalogue_roles());
  for (const std::string_view area : areas)
    add("area", area, [area] { return text_of_area(area); });
  for (const VerdictText& verdict : verdict_texts()) {
    add("verdict", name(verdict.kind), [&verdict] { return text_of(verdict); });
  }
  add_all("claim", claims());
  add_all("rule", structural_rules());
  add_all("work", frameworks());
  add_all("skill", role_skills());
  add_all("outcome", outcomes());
  add_all("advice", advice_rules());
  add_all("profile", profiles());
  add_all("catalogue", catalogues());
  std::set<std::string_view> paid;
  // A role tells its pay itself.
  for (const CatalogueRole& role : catalogue_roles()) paid.insert(role.id);
  for (const Pay& each : pay()) {
    if (paid.insert(each.role).second) {
      add("pay", each.role, [&each] { return text_of_pay(each.role); });
    }
  }
  return out;
}

}  // namespace rolecall
