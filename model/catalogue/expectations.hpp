#pragma once
// What the source articles expect of the people in the two roles: what they can do, what they
// answer for, what they are paid, and which of them a company should create first.
// The data are `model/catalogue/data/expectations.toml`, turned into constant tables by the build.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "model/catalogue/catalogue.hpp"

namespace rolecall {

/// Something that the holder of a role should be able to do. A `[[person]]` lists it by its id.
struct RoleSkill {
  std::string_view id;
  std::string_view title;
  Strings roles;    ///< the roles that it is asked of
  Strings sources;  ///< claims
};

/// A result by which a role is measured. A position lists it by its id in `outcomes`.
struct Outcome {
  std::string_view id;
  std::string_view title;
  std::string_view owner;  ///< a role's id
  Strings sources;         ///< claims
};

/// From the lowest to the highest amount of a year.
struct PayRange {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

/// What people in a role were paid, in one country at one time. A source gives either averages
/// and ranges, or a median.
struct Pay {
  std::string_view role;  ///< a role's id, or `top-executive` for all of them
  std::string_view source;
  std::string_view country;
  std::string_view currency;
  std::string_view date;  ///< `2021-10`
  std::optional<std::int64_t> base_average;
  std::optional<std::int64_t> median;
  std::optional<PayRange> base;
  std::optional<PayRange> bonus;
  std::optional<PayRange> profit_sharing;
  std::optional<PayRange> commission;
  std::optional<PayRange> total;
  std::optional<std::int64_t> profiles;  ///< how many people it rests on
};

/// A question that tells which of the two roles a company needs, and what each answer speaks for.
struct AdviceRule {
  std::string_view id;
  std::string_view asks;
  std::string_view for_cio;  ///< the answer that speaks for a CIO
  std::string_view for_cto;
  Strings sources;
};

std::span<const RoleSkill> role_skills();
std::span<const Outcome> outcomes();
std::span<const Pay> pay();
std::span<const AdviceRule> advice_rules();
/// Words, in lower case, of industries that B36 calls technology-driven.
Strings technology_driven_industries();

/// The skill or the outcome with that id, or null.
const RoleSkill* find_skill(std::string_view id);
const Outcome* find_outcome(std::string_view id);

}  // namespace rolecall
