// From values to a C++ file of constant tables.
#include <fmt/format.h>

#include <string_view>

#include "model/catalogue/data/tables.hpp"

namespace rolecall::tables {
namespace {

/// A string literal. Octal escapes take three digits at most, so nothing can run into them.
std::string literal(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const bool plain = c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '?';
    if (plain) {
      out += c;
    } else {
      out += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
  }
  return out + '"';
}

/// All lists of words stand in one array; a list is a part of it.
class Words {
 public:
  std::string part(const Names& names) {
    const std::size_t first = count_;
    for (const std::string& name : names) {
      text_ += fmt::format("    {},\n", literal(name));
      ++count_;
    }
    return fmt::format("Strings(words + {}, {})", first, names.size());
  }

  /// Ends with an empty word, so that the array is never empty.
  std::string array() const {
    return "constexpr std::string_view words[] = {\n" + text_ + "    {}};\n\n";
  }

 private:
  std::string text_;
  std::size_t count_ = 0;
};

std::string duties_table(const Data& data, Words& words) {
  std::string out = "constexpr CatalogueDuty all_duties[] = {\n";
  for (const Catalogue& catalogue : data.catalogues) {
    for (const Duty& duty : catalogue.duties) {
      out +=
          fmt::format("    {{{}, {},\n     {},\n     {}, Focus::{}, {}, {}, {}, {}, {}}},\n",
                      literal(duty.id), literal(duty.title), literal(duty.about),
                      literal(duty.owner), duty.focus, literal(duty.area), duty.delegable,
                      words.part(duty.also), words.part(duty.may_hold), words.part(duty.sources));
    }
  }
  out += "};\n\nconstexpr Catalogue all_catalogues[] = {\n";
  std::size_t first = 0;
  for (const Catalogue& catalogue : data.catalogues) {
    out +=
        fmt::format("    {{{}, {}, std::span(all_duties).subspan({}, {})}},\n",
                    literal(catalogue.id), literal(catalogue.says), first, catalogue.duties.size());
    first += catalogue.duties.size();
  }
  return out + "};\n\n";
}

std::string profiles_table(const Data& data, Words& words) {
  std::string out = "constexpr ProfileSeverity severities[] = {\n";
  for (const Profile& profile : data.profiles) {
    for (const auto& [check, severity] : profile.severities) {
      out += fmt::format("    {{{}, {}}},\n", literal(check), literal(severity));
    }
  }
  out += "    {}};\n\nconstexpr Profile all_profiles[] = {\n";
  std::size_t first = 0;
  for (const Profile& profile : data.profiles) {
    out += fmt::format(
        "    {{{}, {},\n     {}, {}, {}, {},\n     std::span(severities).subspan({}, {})}},\n",
        literal(profile.id), literal(profile.says), words.part(profile.required_roles),
        words.part(profile.optional_areas), words.part(profile.optional_duties),
        words.part(profile.catalogues), first, profile.severities.size());
    first += profile.severities.size();
  }
  return out + "};\n\n";
}

std::string amount(const Amount& amount) {
  return amount ? fmt::format("{}", *amount) : std::string("std::nullopt");
}

std::string range(const Range& range) {
  return range ? fmt::format("PayRange{{{}, {}}}", range->first, range->second)
               : std::string("std::nullopt");
}

std::string expectations_tables(const Data& data, Words& words) {
  std::string out = "constexpr RoleSkill all_skills[] = {\n";
  for (const Skill& skill : data.skills) {
    out += fmt::format("    {{{}, {}, {}, {}}},\n", literal(skill.id), literal(skill.title),
                       words.part(skill.roles), words.part(skill.sources));
  }
  out += "};\n\nconstexpr Outcome all_outcomes[] = {\n";
  for (const Outcome& outcome : data.outcomes) {
    out += fmt::format("    {{{}, {}, {}, {}}},\n", literal(outcome.id), literal(outcome.title),
                       literal(outcome.owner), words.part(outcome.sources));
  }
  out += "};\n\nconstexpr Pay all_pay[] = {\n";
  for (const Pay& pay : data.pay) {
    out += fmt::format(
        "    {{{}, {}, {}, {}, {}, {}, {},\n     {}, {}, {}, {}, {}, {}}},\n", literal(pay.role),
        literal(pay.source), literal(pay.country), literal(pay.currency), literal(pay.date),
        amount(pay.base_average), amount(pay.median), range(pay.base), range(pay.bonus),
        range(pay.profit_sharing), range(pay.commission), range(pay.total), amount(pay.profiles));
  }
  out += "};\n\nconstexpr AdviceRule all_advice[] = {\n";
  for (const Advice& advice : data.advice) {
    out +=
        fmt::format("    {{{}, {}, {}, {}, {}}},\n", literal(advice.id), literal(advice.asks),
                    literal(advice.for_cio), literal(advice.for_cto), words.part(advice.sources));
  }
  out += "};\n\n";
  return out + fmt::format("constexpr Strings technology_driven = {};\n\n",
                           words.part(data.technology_driven));
}

std::string claims_table(const Data& data) {
  std::string out = "constexpr Claim all_claims[] = {\n";
  for (const Claim& claim : data.claims) {
    out += fmt::format("    {{{}, {}, {}, {}, {},\n     {}}},\n", literal(claim.id),
                       literal(claim.article), literal(claim.section), literal(claim.kind),
                       literal(claim.owner), literal(claim.gist));
  }
  out += "};\n\nconstexpr Framework all_frameworks[] = {\n";
  for (const Framework& framework : data.frameworks) {
    out += fmt::format("    {{{}, {}, {}, {}}},\n", literal(framework.id), literal(framework.title),
                       literal(framework.licence), literal(framework.url));
  }
  return out + "};\n\n";
}

std::string titles_tables(const Data& data, Words& words) {
  std::string out = "constexpr CatalogueRole roles[] = {\n";
  for (const Role& role : data.roles) {
    const std::string_view office = role.office.empty() ? "other" : std::string_view(role.office);
    out += fmt::format("    {{{}, {}, Focus::{}, Office::{}, {}, {}, {}, {}, {}}},\n",
                       literal(role.id), literal(role.name), role.focus, office,
                       words.part(role.titles), words.part(role.weak), words.part(role.fields),
                       words.part(role.watch_fields), words.part(role.watch));
  }
  out += "};\n\nconstexpr TitleTraps traps = {\n";
  for (const Names* trap :
       {&data.before, &data.after, &data.anywhere, &data.heading, &data.clear}) {
    out += fmt::format("    {},\n", words.part(*trap));
  }
  out += "};\n\nconstexpr TitleLevels levels = {\n";
  for (const Names* list : {&data.near_before, &data.near_after, &data.near_tails, &data.above,
                            &data.grades, &data.levels, &data.close, &data.between}) {
    out += fmt::format("    {},\n", words.part(*list));
  }
  out += "};\n\nconstexpr PlaceholderWords placeholders[] = {\n";
  for (const Placeholder& each : data.placeholders) {
    out += fmt::format("    {{NoName::{}, {}, {}}},\n", each.kind, words.part(each.words),
                       words.part(each.beginnings));
  }
  out += fmt::format("}};\n\nconstexpr Strings names_too = {};\n\n", words.part(data.names_too));
  out += "constexpr TitleState states[] = {\n";
  for (const State& state : data.states) {
    out += fmt::format("    {{{}, {}}},\n", literal(state.name), words.part(state.words));
  }
  return out + "};\n\n";
}

}  // namespace

std::string write_tables(const Data& data) {
  Words words;
  const std::string tables = claims_table(data) + duties_table(data, words) +
                             titles_tables(data, words) + profiles_table(data, words) +
                             expectations_tables(data, words);
  return "// Made by model/catalogue/data/make_tables.cpp from model/catalogue/data/*.toml.\n"
         "#include \"model/catalogue/expectations.hpp\"\n\nnamespace rolecall {\n\nnamespace "
         "{\n\n" +
         words.array() + tables +
         "}  // namespace\n\n"
         "std::span<const Catalogue> catalogues() { return all_catalogues; }\n"
         "std::span<const CatalogueRole> catalogue_roles() { return roles; }\n"
         "const TitleTraps& title_traps() { return traps; }\n"
         "const TitleLevels& title_levels() { return levels; }\n"
         "std::span<const PlaceholderWords> placeholder_words() { return placeholders; }\n"
         "Strings placeholders_that_are_names() { return names_too; }\n"
         "std::span<const TitleState> title_states() { return states; }\n"
         "std::span<const Claim> claims() { return all_claims; }\n"
         "std::span<const Framework> frameworks() { return all_frameworks; }\n"
         "std::span<const Profile> profiles() { return all_profiles; }\n"
         "std::span<const RoleSkill> role_skills() { return all_skills; }\n"
         "std::span<const Outcome> outcomes() { return all_outcomes; }\n"
         "std::span<const Pay> pay() { return all_pay; }\n"
         "std::span<const AdviceRule> advice_rules() { return all_advice; }\n"
         "Strings technology_driven_industries() { return technology_driven; }\n\n"
         "}  // namespace rolecall\n";
}

}  // namespace rolecall::tables
