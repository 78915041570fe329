// From the TOML files of this folder to values, all of it checked.
#include <filesystem>
#include <initializer_list>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "model/catalogue/data/table_reader.hpp"

namespace rolecall::tables {
namespace {

/// The one with the id, or null.
template <class T>
const T* find(const std::vector<T>& all, std::string_view id) {
  const auto at = std::ranges::find(all, id, &T::id);
  return at == all.end() ? nullptr : &*at;
}

template <class T>
bool has(const std::vector<T>& all, std::string_view id) {
  return find(all, id) != nullptr;
}

/// Adds what `read` makes of each `[[kind]]` of a file. No id may be there twice.
template <class T, class Read>
void read_each(const toml::table& file, std::string_view kind, std::vector<T>& all, Read read) {
  each(file, kind, [&](const toml::table& table) {
    Reader reader(table, fmt::format("a {}", kind));
    T one = read(reader, table);
    reader.finish();
    if constexpr (requires { one.id; }) {
      if (has(all, one.id)) {
        complain(table.source(), fmt::format("there is a {} {} already", kind, one.id));
      }
    }
    all.push_back(std::move(one));
  });
}

void expect_roles(const toml::table& where, const Names& roles, std::string_view of,
                  const Data& data) {
  for (const std::string& role : roles) {
    if (has(data.roles, role)) continue;
    complain(where.source(), fmt::format("{} names {}, which is no role", of, role));
  }
}

void expect_claims(const toml::table& where, const Names& sources, std::string_view kind,
                   const Data& data) {
  for (const std::string& source : sources) {
    const Claim* claim = find(data.claims, source);
    if (claim != nullptr && claim->kind == kind) continue;
    complain(where.source(), fmt::format("{} is no claim of kind {}", source, kind));
  }
}

/// Takes the lists of phrases of one section.
void read_phrases(const toml::table& file, std::string_view name,
                  std::initializer_list<std::pair<std::string_view, Names*>> lists) {
  const toml::table* table = section(file, name);
  if (table == nullptr) return;
  Reader reader(*table, std::string(name));
  for (const auto& [key, phrases] : lists) {
    *phrases = reader.texts(key);
    expect_lower(*table, *phrases);
  }
  reader.finish();
}

void read_roles(const toml::table& file, Data& data) {
  only(file, {"role", "traps", "near", "above", "grades", "states", "levels"});
  read_each(file, "role", data.roles, [&](Reader& reader, const toml::table& table) {
    Role role;
    role.id = reader.id();
    role.name = reader.text("name");
    role.focus = reader.focus();
    role.titles = reader.texts("titles");
    role.weak = reader.texts_if_any("weak");
    role.office = reader.text_if_any("office");
    if (!Keys{"", "head", "technology"}.contains(role.office)) {
      complain(table.source(), fmt::format("{} has the office {}", role.id, role.office));
    }
    role.fields = reader.texts_if_any("fields");
    role.watch_fields = reader.texts_if_any("watch_fields");
    role.watch = reader.texts_if_any("watch");
    for (const Names* phrases : {&role.titles, &role.fields, &role.watch_fields, &role.watch}) {
      expect_lower(table, *phrases);
    }
    for (const std::string& title : role.weak) {
      if (holds(role.titles, title)) continue;
      complain(table.source(), fmt::format("{} is weak, but no title of {}", title, role.id));
    }
    return role;
  });
  read_phrases(file, "traps",
               {{"before", &data.before},
                {"after", &data.after},
                {"anywhere", &data.anywhere},
                {"heading", &data.heading},
                {"clear", &data.clear}});
  for (const std::string& word : data.clear) {
    if (holds(data.before, word) || holds(data.after, word) || holds(data.anywhere, word)) continue;
    complain(file.source(), fmt::format("{} is clear, but no trap", word));
  }
  read_phrases(
      file, "near",
      {{"before", &data.near_before}, {"after", &data.near_after}, {"tails", &data.near_tails}});
  read_phrases(file, "above", {{"titles", &data.above}});
  read_phrases(file, "grades", {{"words", &data.grades}});
  read_phrases(file, "levels",
               {{"words", &data.levels}, {"close", &data.close}, {"between", &data.between}});
  if (const toml::table* states = section(file, "states")) {
    Reader reader(*states, "states");
    for (const auto& [key, node] : *states) {
      data.states.push_back({std::string(key.str()), reader.texts(key.str())});
      expect_lower(*states, data.states.back().words);
    }
  }
}

/// Kinds of placeholders, each with its words by language, and what else `[beginnings]` has of it.
void read_placeholders(const toml::table& file, Data& data) {
  constexpr std::string_view kinds[] = {"vacant", "undisclosed", "eliminated", "unclear"};
  only(file, {"vacant", "undisclosed", "eliminated", "unclear", "beginnings", "names_too"});
  const toml::table* beginnings = section(file, "beginnings");
  std::map<std::string, std::string_view> seen;
  for (const std::string_view kind : kinds) {
    Placeholder out{std::string(kind), {}, {}};
    if (const toml::table* words = section(file, kind)) {
      Reader reader(*words, std::string(kind));
      for (const auto& [language, node] : *words) {
        for (std::string& word : reader.texts(language.str())) {
          // Languages share words, and kinds may not.
          const auto [entry, fresh] = seen.emplace(word, kind);
          if (entry->second != kind) {
            complain(words->source(), fmt::format("{} is {}, too", word, entry->second));
          }
          if (fresh) out.words.push_back(std::move(word));
        }
      }
    }
    if (beginnings != nullptr) {
      out.beginnings = Reader(*beginnings, "beginnings").texts_if_any(kind);
    }
    data.placeholders.push_back(std::move(out));
  }
  read_phrases(file, "names_too", {{"words", &data.names_too}});
}

/// Whether a duty may cite it: a claim, or a work with or without an item of it.
bool citable(const Data& data, const std::string& source) {
  const std::string work = source.substr(0, source.find('/'));
  return has(data.claims, source) || has(data.frameworks, work);
}

Catalogue read_catalogue(const toml::table& file, std::string id, const Data& data) {
  only(file, {"says", "duty"});
  Catalogue catalogue{std::move(id), file["says"].value_or(std::string()), {}};
  if (catalogue.says.empty()) complain(file.source(), "says nothing of itself: `says`");
  read_each(file, "duty", catalogue.duties, [&](Reader& reader, const toml::table& table) {
    Duty duty;
    duty.id = reader.id();
    duty.title = reader.text("title");
    duty.about = reader.text("about");
    duty.owner = reader.text("owner");
    duty.focus = reader.focus();
    duty.area = reader.text("area");
    duty.delegable = reader.truth("delegable", true);
    duty.also = reader.texts_if_any("also");
    duty.may_hold = reader.texts_if_any("may_hold");
    duty.sources = reader.texts("sources");
    if (!duty.owner.empty() && duty.owner != "shared" && duty.owner != "contested" &&
        !has(data.roles, duty.owner)) {
      complain(table.source(),
               fmt::format("{} has the owner {}, who is no role", duty.id, duty.owner));
    }
    for (const std::string& source : duty.sources) {
      if (citable(data, source)) continue;
      complain(table.source(), fmt::format("{} cites {}, which is nothing", duty.id, source));
    }
    expect_roles(table, duty.may_hold, duty.id, data);
    return duty;
  });
  return catalogue;
}

void read_frameworks(const toml::table& file, Data& data) {
  only(file, {"source"});
  read_each(file, "source", data.frameworks, [&](Reader& reader, const toml::table& table) {
    Framework framework{reader.id(), reader.text("title"), reader.text("licence"),
                        reader.text_if_any("url")};
    if (has(data.claims, framework.id)) {
      complain(table.source(), fmt::format("there is a source {} already", framework.id));
    }
    return framework;
  });
}

void read_profiles(const toml::table& file, Data& data) {
  only(file, {"profile"});
  read_each(file, "profile", data.profiles, [&](Reader& reader, const toml::table& table) {
    Profile profile;
    profile.id = reader.id();
    profile.says = reader.text("says");
    profile.required_roles = reader.texts("required_roles");
    profile.optional_areas = reader.texts_if_any("optional_areas");
    profile.optional_duties = reader.texts_if_any("optional_duties");
    profile.catalogues = reader.texts("catalogues");
    profile.severities = reader.pairs_if_any("severities");
    expect_roles(table, profile.required_roles, profile.id, data);
    for (const std::string& name : profile.catalogues) {
      if (has(data.catalogues, name)) continue;
      complain(table.source(), fmt::format("{} chooses {}, no catalogue", profile.id, name));
    }
    for (const auto& [check, severity] : profile.severities) {
      if (Keys{"off", "note", "warning", "error"}.contains(severity)) continue;
      complain(table.source(), fmt::format("{} makes {} {}", profile.id, check, severity));
    }
    return profile;
  });
}

void read_expectations(const toml::table& file, Data& data) {
  only(file, {"skill", "outcome", "pay", "advice", "industries"});
  read_each(file, "skill", data.skills, [&](Reader& reader, const toml::table& table) {
    Skill skill{reader.id(), reader.text("title"), reader.texts("roles"), reader.texts("sources")};
    expect_roles(table, skill.roles, skill.id, data);
    expect_claims(table, skill.sources, "skill", data);
    return skill;
  });
  read_each(file, "outcome", data.outcomes, [&](Reader& reader, const toml::table& table) {
    Outcome outcome{reader.id(), reader.text("title"), reader.text("owner"),
                    reader.texts("sources")};
    expect_roles(table, {outcome.owner}, outcome.id, data);
    expect_claims(table, outcome.sources, "outcome", data);
    return outcome;
  });
  read_each(file, "pay", data.pay, [&](Reader& reader, const toml::table& table) {
    Pay pay;
    pay.role = reader.text("role");
    pay.source = reader.text("source");
    pay.country = reader.text("country");
    pay.currency = reader.text("currency");
    pay.date = reader.text("date");
    pay.base_average = reader.amount_if_any("base_average");
    pay.median = reader.amount_if_any("median");
    pay.base = reader.range_if_any("base");
    pay.bonus = reader.range_if_any("bonus");
    pay.profit_sharing = reader.range_if_any("profit_sharing");
    pay.commission = reader.range_if_any("commission");
    pay.total = reader.range_if_any("total");
    pay.profiles = reader.amount_if_any("profiles");
    if (pay.role != "top-executive") expect_roles(table, {pay.role}, "pay", data);
    expect_claims(table, {pay.source}, "reference", data);
    if (!pay.base_average && !pay.median) complain(table.source(), "pay without an amount");
    return pay;
  });
  read_each(file, "advice", data.advice, [&](Reader& reader, const toml::table& table) {
    Advice advice{reader.id(), reader.text("asks"), reader.text("for_cio"), reader.text("for_cto"),
                  reader.texts("sources")};
    expect_claims(table, advice.sources, "advice", data);
    return advice;
  });
  if (const toml::table* table = section(file, "industries")) {
    Reader reader(*table, "industries");
    data.technology_driven = reader.texts("technology_driven");
    reader.finish();
    expect_lower(*table, data.technology_driven);
  }
}

void read_claims(const toml::table& file, Data& data) {
  only(file, {"article", "claim"});
  std::map<std::string, std::string> articles;
  each(file, "article", [&](const toml::table& table) {
    Reader reader(table, "an article");
    const std::string id = reader.id();
    articles[id] = reader.text("title");
    reader.finish();
  });
  read_each(file, "claim", data.claims, [&](Reader& reader, const toml::table& table) {
    Claim claim;
    claim.id = reader.id();
    claim.section = reader.text("section");
    claim.kind = reader.text("kind");
    claim.owner = reader.text("owner");
    claim.gist = reader.text("gist");
    const auto article = articles.find(claim.id.substr(0, 1));
    if (article == articles.end()) {
      complain(table.source(), fmt::format("{} is of no article", claim.id));
    } else {
      claim.article = article->second;
    }
    return claim;
  });
}

}  // namespace

std::optional<Data> read_data(const std::string& folder) {
  Data data;
  try {
    const auto file = [&](const std::string& name) {
      return toml::parse_file(folder + "/" + name);
    };
    read_claims(file("claims.toml"), data);
    read_frameworks(file("frameworks.toml"), data);
    read_roles(file("roles.toml"), data);
    read_placeholders(file("placeholders.toml"), data);
    data.catalogues.push_back(read_catalogue(file("duties.toml"), "articles", data));
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder + "/catalogues")) {
      if (entry.path().extension() == ".toml") names.insert(entry.path().stem().string());
    }
    for (const std::string& name : names) {
      const toml::table table = file("catalogues/" + name + ".toml");
      data.catalogues.push_back(read_catalogue(table, name, data));
    }
    read_profiles(file("profiles.toml"), data);
    read_expectations(file("expectations.toml"), data);
  } catch (const toml::parse_error& error) {
    complain(error.source(), error.description());
  }
  if (failed) return std::nullopt;
  return data;
}

}  // namespace rolecall::tables
