#pragma once
// What make_tables reads, as values. Its own files only; rolecall sees the tables it writes.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rolecall::tables {

using Names = std::vector<std::string>;

struct Role {
  std::string id, name, focus, office;
  Names titles, weak, fields, watch_fields, watch;
};

struct Duty {
  std::string id, title, about, owner, focus, area;
  bool delegable = true;
  Names also, may_hold, sources;
};

struct Catalogue {
  std::string id, says;
  std::vector<Duty> duties;
};

struct State {
  std::string name;
  Names words;
};

/// A kind of texts that stand where a name is missing.
struct Placeholder {
  std::string kind;
  Names words, beginnings;
};

struct Claim {
  std::string id, article, section, kind, owner, gist;
};

struct Framework {
  std::string id, title, licence, url;
};

struct Profile {
  std::string id, says;
  Names required_roles, optional_areas, optional_duties, catalogues;
  std::vector<std::pair<std::string, std::string>> severities;
};

struct Skill {
  std::string id, title;
  Names roles, sources;
};

struct Outcome {
  std::string id, title, owner;
  Names sources;
};

using Amount = std::optional<std::int64_t>;
using Range = std::optional<std::pair<std::int64_t, std::int64_t>>;

struct Pay {
  std::string role, source, country, currency, date;
  Amount base_average, median;
  Range base, bonus, profit_sharing, commission, total;
  Amount profiles;
};

struct Advice {
  std::string id, asks, for_cio, for_cto;
  Names sources;
};

struct Data {
  std::vector<Claim> claims;
  std::vector<Framework> frameworks;
  std::vector<Role> roles;
  Names before, after, anywhere, heading, clear;     ///< traps
  Names near_before, near_after, near_tails, above;  ///< phrases
  Names grades, levels, close, between;              ///< words
  std::vector<State> states;
  std::vector<Placeholder> placeholders;
  Names names_too;
  std::vector<Catalogue> catalogues;  ///< the default one first
  std::vector<Profile> profiles;
  std::vector<Skill> skills;
  std::vector<Outcome> outcomes;
  std::vector<Pay> pay;
  std::vector<Advice> advice;
  Names technology_driven;
};

/// Reads all files of the folder. Prints one line for each mistake; none where there was one.
std::optional<Data> read_data(const std::string& folder);

/// The C++ file of constant tables.
std::string write_tables(const Data& data);

}  // namespace rolecall::tables
