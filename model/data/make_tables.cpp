// make_tables CLAIMS DUTIES ROLES OUT: checks the catalogue's data and writes it as a C++ file of constant
// tables. It runs when rolecall is built, so the program itself reads no catalogue at start.
// Exit status 1 with one line for each mistake; OUT is then left alone.

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using Names = std::vector<std::string>;
using Keys = std::set<std::string_view>;

struct Role {
  std::string id, name, focus;
  Names titles, weak;
};

struct Duty {
  std::string id, title, about, owner, focus, area;
  bool delegable = true;
  Names may_hold, sources;
};

struct State {
  std::string name;
  Names words;
};

struct Claim {
  std::string id, article, section, kind, owner, gist;
};

struct Catalogue {
  std::vector<Claim> claims;
  std::vector<Role> roles;
  std::vector<Duty> duties;
  Names before, after, anywhere;
  std::vector<State> states;
};

bool failed = false;

void complain(const toml::source_region& where, std::string_view what) {
  failed = true;
  const std::string_view file = where.path ? std::string_view(*where.path) : "?";
  fmt::print(stderr, "{}:{}:{}: {}\n", file, where.begin.line, where.begin.column, what);
}

bool fit_for_id(std::string_view text) {
  return !text.empty() && text.find_first_not_of(
                              "abcdefghijklmnopqrstuvwxyz"
                              "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                              "0123456789-") == text.npos;
}

/// One table of the data: takes values out and remembers which keys were asked for.
class Reader {
 public:
  Reader(const toml::table& table, std::string what) : table_(table), what_(std::move(what)) {}

  std::string text(std::string_view key) {
    const toml::node* node = required(key);
    if (node == nullptr) return {};
    const auto* value = node->as_string();
    if (value == nullptr || value->get().empty()) {
      complain(node->source(), fmt::format("{} of {} is no text", key, what_));
      return {};
    }
    return value->get();
  }

  Names texts(std::string_view key) { return list(key, required(key)); }
  Names texts_if_any(std::string_view key) { return list(key, find(key)); }

  bool truth(std::string_view key, bool otherwise) {
    const toml::node* node = find(key);
    if (node == nullptr) return otherwise;
    if (!node->is_boolean()) complain(node->source(), fmt::format("{} is no boolean", key));
    return node->value_or(otherwise);
  }

  std::string focus() {
    if (!table_.contains("focus")) return "both";
    const std::string value = text("focus");
    if (!value.empty() && value != "both" && value != "inward" && value != "outward") {
      complain(table_.source(), fmt::format("focus of {} is {}", what_, value));
    }
    return value;
  }

  std::string id() {
    const std::string value = text("id");
    if (!value.empty() && !fit_for_id(value)) {
      complain(table_.source(), fmt::format("{} has the id {}: letters, digits, -", what_, value));
    }
    return value;
  }

  /// To be called last: complains about keys that nothing asked for.
  void finish() const {
    for (const auto& [key, node] : table_) {
      if (!asked_.contains(key.str())) {
        complain(node.source(), fmt::format("unknown key {} in {}", key.str(), what_));
      }
    }
  }

 private:
  const toml::node* find(std::string_view key) {
    asked_.emplace(key);
    return table_.get(key);
  }

  const toml::node* required(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) complain(table_.source(), fmt::format("{} has no {}", what_, key));
    return node;
  }

  Names list(std::string_view key, const toml::node* node) const {
    Names out;
    if (node == nullptr) return out;
    const toml::array* array = node->as_array();
    if (array == nullptr) {
      complain(node->source(), fmt::format("{} of {} is no list", key, what_));
      return out;
    }
    for (const toml::node& item : *array) {
      const auto* value = item.as_string();
      if (value == nullptr || value->get().empty()) {
        complain(item.source(), fmt::format("{} of {} holds what is no text", key, what_));
      } else if (std::find(out.begin(), out.end(), value->get()) != out.end()) {
        complain(item.source(), fmt::format("{} of {} holds {} twice", key, what_, value->get()));
      } else {
        out.push_back(value->get());
      }
    }
    return out;
  }

  const toml::table& table_;
  std::string what_;
  std::set<std::string, std::less<>> asked_;
};

/// Calls `read` with each `[[name]]` of a file.
template <class Read>
void each(const toml::table& file, std::string_view name, Read read) {
  const toml::node* node = file.get(name);
  const toml::array* array = node == nullptr ? nullptr : node->as_array();
  if (array == nullptr || array->empty() || !array->is_homogeneous<toml::table>()) {
    complain(file.source(), fmt::format("there are no [[{}]] tables", name));
    return;
  }
  for (const toml::node& item : *array) read(*item.as_table());
}

const toml::table* section(const toml::table& file, std::string_view name) {
  const toml::node* node = file.get(name);
  const toml::table* table = node == nullptr ? nullptr : node->as_table();
  if (table == nullptr) complain(file.source(), fmt::format("there is no [{}]", name));
  return table;
}

void only(const toml::table& file, const Keys& keys) {
  for (const auto& [key, node] : file) {
    if (!keys.contains(key.str())) {
      complain(node.source(), fmt::format("unknown key {}", key.str()));
    }
  }
}

/// Phrases are compared with lower-case ASCII words.
void expect_lower(const toml::table& where, const Names& words) {
  for (const std::string& word : words) {
    const bool fits = std::all_of(word.begin(), word.end(), [](char c) {
      return c >= ' ' && c <= '~' && !(c >= 'A' && c <= 'Z');
    });
    if (!fits) complain(where.source(), fmt::format("{} is not in lower case ASCII", word));
  }
}

bool holds(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void read_roles(const toml::table& file, Catalogue& catalogue) {
  only(file, {"role", "traps", "states"});
  std::set<std::string> ids;
  each(file, "role", [&](const toml::table& table) {
    Reader reader(table, "a role");
    Role role;
    role.id = reader.id();
    role.name = reader.text("name");
    role.focus = reader.focus();
    role.titles = reader.texts("titles");
    role.weak = reader.texts_if_any("weak");
    reader.finish();
    expect_lower(table, role.titles);
    for (const std::string& title : role.weak) {
      if (holds(role.titles, title)) continue;
      complain(table.source(), fmt::format("{} is weak, but no title of {}", title, role.id));
    }
    if (!ids.insert(role.id).second) {
      complain(table.source(), fmt::format("there is a role {} already", role.id));
    }
    catalogue.roles.push_back(std::move(role));
  });
  if (const toml::table* traps = section(file, "traps")) {
    Reader reader(*traps, "traps");
    catalogue.before = reader.texts("before");
    catalogue.after = reader.texts("after");
    catalogue.anywhere = reader.texts("anywhere");
    reader.finish();
    for (const Names* phrases : {&catalogue.before, &catalogue.after, &catalogue.anywhere}) {
      expect_lower(*traps, *phrases);
    }
  }
  if (const toml::table* states = section(file, "states")) {
    Reader reader(*states, "states");
    for (const auto& [key, node] : *states) {
      catalogue.states.push_back({std::string(key.str()), reader.texts(key.str())});
      expect_lower(*states, catalogue.states.back().words);
    }
  }
}

void read_duties(const toml::table& file, Catalogue& catalogue) {
  only(file, {"duty"});
  const auto known = [&](std::string_view id) {
    return std::any_of(catalogue.roles.begin(), catalogue.roles.end(),
                       [&](const Role& role) { return role.id == id; });
  };
  std::set<std::string> ids;
  each(file, "duty", [&](const toml::table& table) {
    Reader reader(table, "a duty");
    Duty duty;
    duty.id = reader.id();
    duty.title = reader.text("title");
    duty.about = reader.text("about");
    duty.owner = reader.text("owner");
    duty.focus = reader.focus();
    duty.area = reader.text("area");
    duty.delegable = reader.truth("delegable", true);
    duty.may_hold = reader.texts_if_any("may_hold");
    duty.sources = reader.texts("sources");
    reader.finish();
    if (!ids.insert(duty.id).second) {
      complain(table.source(), fmt::format("there is a duty {} already", duty.id));
    }
    if (!duty.owner.empty() && duty.owner != "shared" && duty.owner != "contested" &&
        !known(duty.owner)) {
      complain(table.source(),
               fmt::format("{} has the owner {}, who is no role", duty.id, duty.owner));
    }
    for (const std::string& source : duty.sources) {
      const bool known_claim =
          std::any_of(catalogue.claims.begin(), catalogue.claims.end(),
                      [&](const Claim& claim) { return claim.id == source; });
      if (known_claim) continue;
      complain(table.source(), fmt::format("{} cites {}, which is no claim", duty.id, source));
    }
    for (const std::string& role : duty.may_hold) {
      if (known(role)) continue;
      complain(table.source(),
               fmt::format("{} may be held by {}, which is no role", duty.id, role));
    }
    catalogue.duties.push_back(std::move(duty));
  });
}

void read_claims(const toml::table& file, Catalogue& catalogue) {
  only(file, {"article", "claim"});
  std::map<std::string, std::string> articles;
  each(file, "article", [&](const toml::table& table) {
    Reader reader(table, "an article");
    const std::string id = reader.id();
    articles[id] = reader.text("title");
    reader.finish();
  });
  std::set<std::string> ids;
  each(file, "claim", [&](const toml::table& table) {
    Reader reader(table, "a claim");
    Claim claim;
    claim.id = reader.id();
    claim.section = reader.text("section");
    claim.kind = reader.text("kind");
    claim.owner = reader.text("owner");
    claim.gist = reader.text("gist");
    reader.finish();
    const auto article = articles.find(claim.id.substr(0, 1));
    if (article == articles.end()) {
      complain(table.source(), fmt::format("{} is of no article", claim.id));
    } else {
      claim.article = article->second;
    }
    if (!ids.insert(claim.id).second) {
      complain(table.source(), fmt::format("there is a claim {} already", claim.id));
    }
    catalogue.claims.push_back(std::move(claim));
  });
}

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

std::string write(const Catalogue& catalogue) {
  Words words;
  std::string tables = "constexpr Claim all_claims[] = {\n";
  for (const Claim& claim : catalogue.claims) {
    tables += fmt::format("    {{{}, {}, {}, {}, {},\n     {}}},\n", literal(claim.id),
                          literal(claim.article), literal(claim.section), literal(claim.kind),
                          literal(claim.owner), literal(claim.gist));
  }
  tables += "};\n\nconstexpr CatalogueDuty duties[] = {\n";
  for (const Duty& duty : catalogue.duties) {
    tables += fmt::format("    {{{}, {},\n     {},\n     {}, Focus::{}, {}, {}, {}, {}}},\n",
                          literal(duty.id), literal(duty.title), literal(duty.about),
                          literal(duty.owner), duty.focus, literal(duty.area), duty.delegable,
                          words.part(duty.may_hold), words.part(duty.sources));
  }
  tables += "};\n\nconstexpr CatalogueRole roles[] = {\n";
  for (const Role& role : catalogue.roles) {
    tables +=
        fmt::format("    {{{}, {}, Focus::{}, {}, {}}},\n", literal(role.id), literal(role.name),
                    role.focus, words.part(role.titles), words.part(role.weak));
  }
  tables += "};\n\nconstexpr TitleTraps traps = {\n";
  for (const Names* trap : {&catalogue.before, &catalogue.after, &catalogue.anywhere}) {
    tables += fmt::format("    {},\n", words.part(*trap));
  }
  tables += "};\n\nconstexpr TitleState states[] = {\n";
  for (const State& state : catalogue.states) {
    tables += fmt::format("    {{{}, {}}},\n", literal(state.name), words.part(state.words));
  }
  tables += "};\n\n";
  return "// Made by model/data/make_tables.cpp from model/data/*.toml.\n"
         "#include \"model/catalogue.hpp\"\n\nnamespace rolecall {\n\nnamespace {\n\n" +
         words.array() + tables +
         "}  // namespace\n\n"
         "std::span<const CatalogueDuty> catalogue_duties() { return duties; }\n"
         "std::span<const CatalogueRole> catalogue_roles() { return roles; }\n"
         "const TitleTraps& title_traps() { return traps; }\n"
         "std::span<const TitleState> title_states() { return states; }\n"
         "std::span<const Claim> claims() { return all_claims; }\n\n"
         "}  // namespace rolecall\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    fmt::print(stderr, "usage: make_tables CLAIMS DUTIES ROLES OUT\n");
    return 2;
  }
  Catalogue catalogue;
  try {
    const toml::table claims = toml::parse_file(argv[1]);
    const toml::table duties = toml::parse_file(argv[2]);
    const toml::table roles = toml::parse_file(argv[3]);
    read_claims(claims, catalogue);
    read_roles(roles, catalogue);
    read_duties(duties, catalogue);
  } catch (const toml::parse_error& error) {
    complain(error.source(), error.description());
  }
  if (failed) return 1;
  std::ofstream out(argv[4], std::ios::binary);
  out << write(catalogue) << std::flush;
  if (!out) fmt::print(stderr, "make_tables: cannot write {}\n", argv[4]);
  return out ? 0 : 1;
}
