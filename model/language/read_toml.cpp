#include "model/language/read_toml.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>
#include <type_traits>
#include <utility>

#include "model/language/comments.hpp"
#include "model/language/config.hpp"
#include "model/language/language.hpp"
#include "model/language/meant_text.hpp"
#include "model/language/reading_errors.hpp"
#include "model/syntax/tree.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

template <class T>
constexpr bool has_duty_lists =
    std::is_same_v<T, PositionDecl> || std::is_same_v<T, TeamDecl> || std::is_same_v<T, BodyDecl>;

std::string_view kind_of(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "a list";
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "a whole number";
    case toml::node_type::floating_point:
      return "a decimal number";
    case toml::node_type::boolean:
      return "true or false";
    case toml::node_type::date:
      return "a date";
    case toml::node_type::time:
      return "a time";
    case toml::node_type::date_time:
      return "a date with a time";
    case toml::node_type::none:
      break;
  }
  return "nothing";
}

class Reader {
 public:
  Reader(const MeantText& text, std::uint32_t file, ReadingErrors& errors)
      : text_(text), file_(file), errors_(&errors) {}

  /// `partial`: a table may leave out what the base of a proposal says.
  Document read(const toml::table& root, bool partial) {
    partial_ = partial || root.contains("base");
    Document document;
    for (const auto& [key, node] : root) {
      if (key.str() == "rolecall") {
        read_version(node);
      } else if (key.str() == "include") {
        read_value(key.str(), node, {}, document.includes, {});
      } else if (key.str() == "base") {
        read_text(key.str(), node, {}, document.base);
      } else if (!read_table(described_tables(), key, node, document)) {
        errors_->unknown_key(key.str(), span(key), "a description",
                             top_keys(described_tables(), {"rolecall", "include", "base"}),
                             keys_in(root));
        read_as_meant(key, node, root, document);
      }
    }
    return document;
  }

  /// A catalogue file holds duties and roles, and nothing else.
  Document read_catalogue(const toml::table& root) {
    Document document;
    for (const auto& [key, node] : root) {
      if (key.str() == "rolecall") {
        read_version(node);
      } else if (!read_table(catalogue_tables(), key, node, document)) {
        errors_->unknown_key(key.str(), span(key), "a catalogue",
                             top_keys(catalogue_tables(), {"rolecall"}), keys_in(root));
      }
    }
    return document;
  }

  ConfigDecl read_config(const toml::table& root) {
    ConfigDecl config;
    std::vector<std::string_view> keys = keys_of<ConfigDecl>();
    keys.push_back("checks");
    for (const auto& [key, node] : root) {
      if (key.str() == "checks") {
        if (const auto* table = as_table("checks", key, node)) {
          read_settings(*table, config.settings);
        }
      } else if (!read_field(fields<ConfigDecl>(), key.str(), node, config)) {
        errors_->unknown_key(key.str(), span(key), "a configuration", keys, keys_in(root));
      }
    }
    return config;
  }

  /// All values of a theme, each under its dotted key, in the order of the file.
  std::vector<SettingDecl> read_theme(const toml::table& root) {
    std::vector<SettingDecl> out;
    for (const auto& [key, node] : root) {
      const auto* group = node.as_table();
      if (group == nullptr) {
        add_setting(std::string(key.str()), key, node, out);
        continue;
      }
      if (group->empty()) out.push_back({Text{std::string(key.str()), span(key)}, {}, {}, {}});
      for (const auto& [inner, value] : *group) {
        const std::string name = fmt::format("{}.{}", key.str(), inner.str());
        const auto* paint = value.as_table();
        if (paint == nullptr) {
          add_setting(name, inner, value, out);
          continue;
        }
        if (paint->empty()) out.push_back({Text{name, span(inner)}, {}, {}, {}});
        for (const auto& [last, leaf] : *paint) {
          add_setting(fmt::format("{}.{}", name, last.str()), last, leaf, out);
        }
      }
    }
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return a.key.span < b.key.span; });
    return out;
  }

 private:
  static std::vector<std::string_view> top_keys(std::span<const LanguageTable> tables,
                                                std::initializer_list<std::string_view> more) {
    std::vector<std::string_view> keys(more);
    for (const LanguageTable& table : tables) keys.push_back(table.name);
    return keys;
  }

  /// Reads the table with that name into its place; false where there is none of that name.
  bool read_table(std::span<const LanguageTable> tables, const toml::key& key,
                  const toml::node& node, Document& document) {
    const auto table = std::ranges::find(tables, key.str(), &LanguageTable::name);
    if (table == tables.end()) return false;
    std::visit([&](auto member) { read_into(document.*member, table->name, key, node); },
               table->member);
    return true;
  }

  /// Reads a table whose name is near to one that is known as that, so that what it holds does not
  /// seem to be missing.
  void read_as_meant(const toml::key& key, const toml::node& node, const toml::table& root,
                     Document& document) {
    std::vector<std::string_view> names;
    for (const LanguageTable& table : described_tables()) {
      const bool list = table.is_list();
      const bool fits = list ? node.is_array_of_tables() : node.is_table();
      if (fits && (list || !root.contains(table.name))) names.push_back(table.name);
    }
    const auto near = near_miss(key.str(), names);
    if (!near) return;
    const auto table = std::ranges::find(described_tables(), near->word, &LanguageTable::name);
    std::visit([&](auto member) { read_into(document.*member, table->name, key, node); },
               table->member);
  }

  void read_into(CompanyDecl& out, std::string_view name, const toml::key& key,
                 const toml::node& node) {
    const auto* table = as_table(name, key, node);
    if (table == nullptr) return;
    out.span = header(*table, key);
    read_fields(*table, name, out);
  }

  void read_into(std::vector<SettingDecl>& out, std::string_view name, const toml::key& key,
                 const toml::node& node) {
    if (const auto* table = as_table(name, key, node)) read_settings(*table, out);
  }

  void read_into(std::vector<DutyViewDecl>& out, std::string_view name, const toml::key& key,
                 const toml::node& node) {
    if (const auto* table = as_table(name, key, node)) read_views(*table, out);
  }

  template <class T>
  void read_into(std::vector<T>& out, std::string_view name, const toml::key& key,
                 const toml::node& node) {
    read_tables(name, key, node, out);
  }

  Span span(const toml::source_region& region) const {
    Span out{file_, region.begin.line, region.begin.column, region.end.line, region.end.column};
    if (out.line == 0) out = Span{file_, 1, 1, 1, 2};
    if (out.end_line < out.line || (out.end_line == out.line && out.end_column <= out.column)) {
      out.end_line = out.line;
      out.end_column = out.column + 1;
    }
    return text_.place(out);
  }
  Span span(const toml::key& key) const { return span(key.source()); }
  Span span(const toml::node& node) const { return span(node.source()); }

  /// A table's own place: its header line where it has one, else the key that it belongs to.
  Span header(const toml::table& table, const toml::key& key) const {
    const Span own = span(table);
    return table.is_inline() || own.line != own.end_line ? span(key) : own;
  }

  void wrong_shape(std::string message, const toml::node& node, std::string help = {}) {
    errors_->wrong_type(std::move(message), span(node), kind_of(node), std::move(help));
  }

  void read_version(const toml::node& node) {
    const auto* number = node.as_integer();
    if (number != nullptr && number->get() == 1) return;
    errors_->wrong_type("`rolecall` must be 1, the version of the language", span(node),
                        number == nullptr ? kind_of(node) : "not a version that is known",
                        "write `rolecall = 1` or leave it out");
  }

  const toml::table* as_table(std::string_view name, const toml::key& key, const toml::node& node) {
    if (const auto* table = node.as_table()) return table;
    errors_->wrong_type(fmt::format("`{}` must be a table", name), span(key), kind_of(node),
                        fmt::format("write `[{}]` once, on a line of its own", name));
    return nullptr;
  }

  template <class T>
  void read_tables(std::string_view name, const toml::key& key, const toml::node& node,
                   std::vector<T>& out) {
    const auto* array = node.as_array();
    if (array == nullptr) {
      errors_->wrong_type(fmt::format("`{}` must be a list of tables", name), span(key),
                          kind_of(node), fmt::format("write `[[{}]]` with double brackets", name));
      return;
    }
    out.reserve(array->size());
    const std::string where = fmt::format("[[{}]]", name);
    read_elements(*array, name, {}, [&](const toml::table& table) {
      T decl;
      decl.span = table.is_inline() ? span(table) : header(table, key);
      read_fields(table, where, decl);
      if constexpr (std::is_same_v<T, WaiverDecl>) {
        // What was to be named cannot be read: it must not accept everything.
        if (decl.on.given() && decl.on.empty()) {
          names_nothing("on", table, "leave `on` out to accept all findings of the check");
          return;
        }
      }
      out.push_back(std::move(decl));
    });
  }

  /// An empty list where one says which things are meant, and none would mean all of them.
  void names_nothing(std::string_view key, const toml::table& table, std::string help) {
    const toml::node& node = *table.get(key);
    if (!node.is_array() || !node.as_array()->empty()) return;  // told already
    errors_->wrong_type(fmt::format("`{}` is an empty list, which names nothing", key), span(node),
                        "nothing in it", std::move(help));
  }

  /// Calls `read` with each table of a list, and reports what is none.
  template <class Read>
  void read_elements(const toml::array& array, std::string_view name, const std::string& help,
                     Read read) {
    for (const toml::node& element : array) {
      if (const auto* table = element.as_table()) {
        read(*table);
      } else {
        wrong_shape(fmt::format("an entry of `{}` must be a table", name), element, help);
      }
    }
  }

  void read_views(const toml::table& table, std::vector<DutyViewDecl>& out) {
    for (const auto& [key, node] : table) {
      const auto* view = node.as_table();
      if (view == nullptr) {
        errors_->wrong_type(
            fmt::format("`duties.{}` must be a table", key.str()), span(key), kind_of(node),
            fmt::format("write `[duties.{}]` and lists such as `accountable` below it", key.str()));
        continue;
      }
      DutyViewDecl decl;
      decl.duty = Text{std::string(key.str()), span(key)};
      read_fields(*view, fmt::format("[duties.{}]", key.str()), decl);
      out.push_back(std::move(decl));
    }
    // The parser keeps keys by name; the order of the file is what the user sees.
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return a.duty.span < b.duty.span; });
  }

  /// `[checks]`: which keys and values are right is known to the checks, not to the reader.
  void read_settings(const toml::table& table, std::vector<SettingDecl>& out) {
    for (const auto& [key, node] : table) {
      SettingDecl decl;
      decl.key = Text{std::string(key.str()), span(key)};
      if (node.is_string()) {
        if (!read_text(key.str(), node, {}, decl.text)) continue;
      } else if (const auto* number = node.as_integer()) {
        decl.number = {number->get(), span(node)};
      } else if (const auto* flag = node.as_boolean()) {
        decl.flag = {flag->get(), span(node)};
      } else {
        wrong_shape(fmt::format("`{}` must be a severity, a limit or true or false", key.str()),
                    node);
        continue;
      }
      out.push_back(std::move(decl));
    }
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return a.key.span < b.key.span; });
  }

  void add_setting(std::string name, const toml::key& key, const toml::node& node,
                   std::vector<SettingDecl>& out) {
    SettingDecl decl;
    decl.key = Text{std::move(name), span(key)};
    if (read_text(key.str(), node, {}, decl.text)) out.push_back(std::move(decl));
  }

  /// Reads all keys of a table into `out`.
  template <class T>
  void read_fields(const toml::table& table, std::string_view where, T& out) {
    for (const auto& [key, node] : table) {
      if constexpr (std::is_same_v<T, PositionDecl>) {
        if (key.str() == "reports_to" && node.is_array()) {
          read_bosses(*node.as_array(), out);
          continue;
        }
      }
      if (read_field(fields<T>(), key.str(), node, out)) continue;
      if constexpr (has_duty_lists<T>) {
        if (read_field(fields<DutyLists>(), key.str(), node, out.duties)) continue;
      } else if constexpr (std::is_same_v<T, DutyViewDecl>) {
        if (read_field(fields<DutyLists>(), key.str(), node, out.lists, "holder")) continue;
      }
      const std::string meant =
          errors_->unknown_key(key.str(), span(key), where, keys_of<T>(), keys_in(table));
      if constexpr (std::is_same_v<T, PositionDecl>) {
        if (meant == "reports_to" && node.is_array()) {
          read_bosses_as_meant(*node.as_array(), out);
          continue;
        }
      }
      read_as_meant(meant, node, out);
    }
    for (const Field<T>& field : fields<T>()) {
      if (field.required && !table.contains(field.key) && !(partial_ && table.contains("id"))) {
        Span place;
        if constexpr (requires { out.span; }) place = out.span;
        errors_->missing_key(field.key, where, place ? place : span(table));
      }
    }
  }

  /// Reads the value of a key that is not known as that of the one that is meant, so that nothing
  /// seems to be missing because of it. What is wrong with the value is not told until the key is
  /// right.
  template <class T>
  void read_as_meant(std::string_view meant, const toml::node& node, T& out) {
    if (meant.empty() || meant == "id") return;
    if constexpr (std::is_same_v<T, PositionDecl>) {
      if (meant == "reports_to") {
        // Other programs name the boss in ways of their own, so that it need not be an id.
        out.boss_unread = true;
      }
    }
    Findings untold;
    ReadingErrors silent(untold);
    ReadingErrors* const told = std::exchange(errors_, &silent);
    T read = out;
    if (!read_field(fields<T>(), meant, node, read)) {
      if constexpr (has_duty_lists<T>) {
        read_field(fields<DutyLists>(), meant, node, read.duties);
      } else if constexpr (std::is_same_v<T, DutyViewDecl>) {
        read_field(fields<DutyLists>(), meant, node, read.lists, "holder");
      }
    }
    if (untold.empty()) out = std::move(read);
    errors_ = told;
  }

  /// A list where the one boss is meant: the first is read as that, the others on dotted lines.
  void read_bosses(const toml::array& list, PositionDecl& out) {
    Texts bosses;
    read_value("reports_to", list, {}, bosses, {});
    if (bosses.empty()) {
      wrong_shape("`reports_to` is an empty list", list,
                  "leave `reports_to` out of the post at the top");
      return;
    }
    errors_->several_bosses(out.span, bosses);
    out.reports_to = bosses.front();
    out.dotted_to.insert(out.dotted_to.end(), bosses.begin() + 1, bosses.end());
  }

  /// The same under a key that is not known. What is wrong in the list is told when the key is
  /// right.
  void read_bosses_as_meant(const toml::array& list, PositionDecl& out) {
    out.boss_unread = true;
    Findings untold;
    ReadingErrors silent(untold);
    ReadingErrors* const told = std::exchange(errors_, &silent);
    Texts bosses;
    read_value("reports_to", list, {}, bosses, {});
    errors_ = told;
    if (!untold.empty() || bosses.empty()) return;
    errors_->several_bosses_as_meant(out.span, bosses);
    out.reports_to = bosses.front();
    out.dotted_to.insert(out.dotted_to.end(), bosses.begin() + 1, bosses.end());
  }

  static std::vector<std::string_view> keys_in(const toml::table& table) {
    std::vector<std::string_view> keys;
    for (const auto& [key, node] : table) keys.push_back(key.str());
    return keys;
  }

  template <class T>
  static std::vector<std::string_view> keys_of() {
    std::vector<std::string_view> keys;
    for (const auto& field : fields<T>()) keys.push_back(field.key);
    if constexpr (has_duty_lists<T> || std::is_same_v<T, DutyViewDecl>) {
      for (const auto& field : fields<DutyLists>()) keys.push_back(field.key);
    }
    return keys;
  }

  template <class T>
  bool read_field(Fields<T> known, std::string_view key, const toml::node& node, T& out,
                  std::string_view entry_key = "duty") {
    for (const Field<T>& field : known) {
      if (field.key != key) continue;
      std::visit(
          [&](auto member) { read_value(field.key, node, field.allowed, out.*member, entry_key); },
          field.member);
      return true;
    }
    return false;
  }

  using Allowed = std::span<const std::string_view>;

  void read_value(std::string_view key, const toml::node& node, Allowed allowed, Text& out,
                  std::string_view) {
    read_text(key, node, allowed, out);
  }

  void read_value(std::string_view key, const toml::node& node, Allowed allowed, Texts& out,
                  std::string_view) {
    const auto read_one = [&](const toml::node& element) {
      Text text;
      if (read_text(key, element, allowed, text)) out.push_back(std::move(text));
    };
    out.span = span(node);
    if (const auto* array = node.as_array()) {
      for (const toml::node& element : *array) read_one(element);
    } else {
      read_one(node);
    }
  }

  void read_value(std::string_view key, const toml::node& node, Allowed, WrittenDate& out,
                  std::string_view) {
    if (const auto* date = node.as_date()) {
      const toml::date value = date->get();
      out = {Date{value.year, value.month, value.day}, span(node)};
      return;
    }
    std::string message = fmt::format("`{}` must be a date", key);
    const auto* text = node.as_string();
    const auto date = text == nullptr ? std::nullopt : parse_date(text->get());
    if (!date) {
      wrong_shape(std::move(message), node, "write it as 2027-03-31, without quotes");
      return;
    }
    errors_->miswritten(std::move(message), span(node), kind_of(node),
                        fmt::format("write it without quotes: `{} = {}`", key, to_string(*date)),
                        "take the quotes away", to_string(*date));
    out = {*date, span(node)};
  }

  void read_value(std::string_view key, const toml::node& node, Allowed, WrittenInt& out,
                  std::string_view) {
    const auto* number = node.as_integer();
    if (number == nullptr || number->get() < 0) {
      errors_->wrong_type(fmt::format("`{}` must be a whole number, 0 or more", key), span(node),
                          number == nullptr ? kind_of(node) : "negative");
      return;
    }
    out = {number->get(), span(node)};
  }

  void read_value(std::string_view key, const toml::node& node, Allowed, WrittenBool& out,
                  std::string_view) {
    if (const auto* boolean = node.as_boolean()) {
      out = {boolean->get(), span(node)};
      return;
    }
    wrong_shape(fmt::format("`{}` must be true or false", key), node);
  }

  void read_value(std::string_view key, const toml::node& node, Allowed, HolderDecls& out,
                  std::string_view) {
    const auto* array = node.as_array();
    if (array == nullptr && !node.is_string()) {
      wrong_shape(fmt::format("`{}` must be a list of tables", key), node,
                  "write `holders = [{ name = \"...\", from = 2027-01-01 }]`");
      return;
    }
    out.span = span(node);
    const auto read_one = [&](const toml::node& element) {
      HolderDecl decl;
      decl.span = span(element);
      if (const auto* table = element.as_table()) {
        read_fields(*table, "an entry of `holders`", decl);
      } else if (!element.is_string()) {
        wrong_shape(fmt::format("an entry of `{}` must be a table or a name", key), element,
                    "write `{ name = \"...\", from = 2027-01-01 }`");
        return;
      } else if (!read_text("name", element, {}, decl.name)) {
        return;
      }
      out.push_back(std::move(decl));
    };
    if (array == nullptr) return read_one(node);
    for (const toml::node& element : *array) read_one(element);
  }

  void read_value(std::string_view key, const toml::node& node, Allowed, DutyEntries& out,
                  std::string_view entry_key) {
    out.span = span(node);
    const auto* array = node.as_array();
    if (array == nullptr) {
      read_entry(key, node, out, entry_key);
      return;
    }
    out.reserve(array->size());
    for (const toml::node& element : *array) read_entry(key, element, out, entry_key);
  }

  void read_entry(std::string_view key, const toml::node& node, DutyEntries& out,
                  std::string_view entry_key) {
    DutyEntry entry;
    const auto* table = node.as_table();
    if (table == nullptr) {
      if (node.is_number()) {  // no duty is called by one
        wrong_shape(fmt::format("`{}` must be a string", key), node, help_for(key, node));
      } else if (read_text(key, node, {}, entry.what)) {
        out.push_back(std::move(entry));
      }
      return;
    }
    const std::string where = fmt::format("an entry of `{}`", key);
    for (const auto& [name, value] : *table) {
      if (name.str() == entry_key) {
        read_text(entry_key, value, {}, entry.what);
      } else if (name.str() == "scope") {
        read_value("scope", value, {}, entry.scope, {});
      } else {
        errors_->unknown_key(name.str(), span(name), where, {entry_key, "scope"}, keys_in(*table));
      }
    }
    if (entry.what.given() && entry.scope.given() && entry.scope.empty()) {
      names_nothing("scope", *table, "leave `scope` out where the entry is for all scopes");
    } else if (entry.what.given()) {
      out.push_back(std::move(entry));
    } else if (!table->contains(entry_key)) {
      errors_->missing_key(entry_key, where, span(*table));
    }
  }

  /// What to write where one text is meant.
  static std::string help_for(std::string_view key, const toml::node& node) {
    if (node.is_array()) {
      for (const toml::node& element : *node.as_array()) {
        if (const auto* text = element.as_string(); text != nullptr && is_short(text->get())) {
          return fmt::format("write one of them: `{} = \"{}\"`", key, plain(text->get()));
        }
      }
      return fmt::format("write one text: `{} = \"...\"`", key);
    }
    if (node.is_table()) return fmt::format("write `{} = \"...\"`, without a table", key);
    return "put it in quotes";
  }

  /// Whether a text can stand in a sentence as it is.
  static bool is_short(std::string_view text) {
    return text.size() <= 64 && text.find_first_of("`\"\\\n") == std::string_view::npos;
  }

  /// Whether `out` now holds a text that can be used.
  bool read_text(std::string_view key, const toml::node& node, Allowed allowed, Text& out) {
    const auto* value = node.as_string();
    if (value == nullptr && node.is_number() && allowed.empty()) {
      const std::string number(text_.written(span(node)));
      errors_->miswritten(fmt::format("`{}` must be a string", key), span(node), kind_of(node),
                          "put it in quotes", "put it in quotes", syntax::quoted_string(number));
      out = Text{number, span(node)};
      return true;
    }
    if (value == nullptr) {
      wrong_shape(fmt::format("`{}` must be a string", key), node, help_for(key, node));
      return false;
    }
    if (!errors_->usable(key, value->get(), span(node), allowed)) return false;
    out = Text{value->get(), span(node)};
    return true;
  }

  const MeantText& text_;
  std::uint32_t file_;
  ReadingErrors* errors_;
  bool partial_ = false;
};

/// The parser cuts its messages at a fixed number of bytes; what is left of a character goes.
std::string clean_message(std::string_view message) {
  std::string out(message.substr(0, find_invalid_utf8(message).value_or(message.size())));
  if (!out.empty() && out.back() == '.') out.pop_back();
  return out;
}

enum class Holds { description, part, catalogue, theme, config };

/// The tables of a kind of file by their brackets.
struct Names {
  std::vector<std::string_view> lists;
  std::vector<std::string_view> tables;
};

Names names_of(Holds holds) {
  Names out;
  if (holds == Holds::theme || holds == Holds::config) return out;
  for (const LanguageTable& table :
       holds == Holds::catalogue ? catalogue_tables() : described_tables()) {
    (table.is_list() ? out.lists : out.tables).push_back(table.name);
  }
  return out;
}

/// Reads a text and gives what it is meant to say to `use`. What is no TOML becomes findings; where
/// nothing can be read, `use` is not called.
template <class Use>
void parse(const SourceText& text, std::uint32_t file, Holds holds, Findings& findings, Use use) {
  if (auto trouble = refusal(text, file)) {
    findings.push_back(std::move(*trouble));
    return;
  }
  const Names names = names_of(holds);
  const MeantText meant(text, file, {names.lists, names.tables}, findings);
  if (meant.foreign()) return;
  ReadingErrors errors(findings);
  try {
    use(toml::parse(meant.bytes(), std::string_view{}), meant, errors);
  } catch (const toml::parse_error& error) {
    // The syntax tree takes what the reader of values does not: a bug of ours, told all the same.
    const toml::source_position at = error.source().begin;
    const std::uint32_t line = std::max(at.line, 1u);
    const std::uint32_t column = std::max(at.column, 1u);
    errors.syntax(clean_message(error.description()),
                  meant.place({file, line, column, line, column + 1}));
  }
}

void refuse_empty(ReadingErrors& errors, std::uint32_t file, bool description) {
  errors.syntax(fmt::format("the {} is empty", description ? "description" : "catalogue"),
                Span{file, 1, 1, 1, 2}, "nothing here",
                description ? "begin with `[company]` and a `[[position]]` with `id`, `title` "
                              "and `holder`"
                            : "begin with a `[[duty]]` with `id` and `owner`");
}

ReadResult read(const SourceText& text, std::uint32_t file, Holds holds) {
  ReadResult result;
  parse(
      text, file, holds, result.findings,
      [&](const toml::table& root, const MeantText& meant, ReadingErrors& errors) {
        if (root.empty() && holds != Holds::part) {
          if (!meant.wrong()) refuse_empty(errors, file, holds == Holds::description);
          return;
        }
        Reader reader(meant, file, errors);
        if (holds == Holds::catalogue) {
          if (!meant.damaged()) result.document = reader.read_catalogue(root);
          return;
        }
        result.document = reader.read(root, holds == Holds::part);
        result.document->damaged = meant.damaged();
        result.document->trees.emplace(file, meant.shared_tree());
        auto& waivers = result.document->waivers;
        for (WaiverDecl& waiver : read_comment_waivers(meant.tree(), text, file, result.findings)) {
          waivers.push_back(std::move(waiver));
        }
      });
  return result;
}

}  // namespace

ReadResult read_toml(const SourceText& text, std::uint32_t file) {
  return read(text, file, Holds::description);
}

ReadResult read_part(const SourceText& text, std::uint32_t file) {
  return read(text, file, Holds::part);
}

ReadResult read_catalogue(const SourceText& text, std::uint32_t file) {
  return read(text, file, Holds::catalogue);
}

std::optional<std::vector<SettingDecl>> read_theme_file(const SourceText& text,
                                                        Findings& findings) {
  std::optional<std::vector<SettingDecl>> out;
  parse(text, 0, Holds::theme, findings,
        [&](const toml::table& root, const MeantText& meant, ReadingErrors& errors) {
          out = Reader(meant, 0, errors).read_theme(root);
        });
  return findings.empty() ? out : std::nullopt;
}

ConfigDecl read_config(const SourceText& text, std::uint32_t file, Findings& findings) {
  ConfigDecl config;
  parse(text, file, Holds::config, findings,
        [&](const toml::table& root, const MeantText& meant, ReadingErrors& errors) {
          config = Reader(meant, file, errors).read_config(root);
        });
  return config;
}

std::optional<std::string> values_text(const SourceText& text) {
  if (refusal(text, 0) || !syntax::parse(text.bytes()).errors.empty()) return std::nullopt;
  try {
    std::ostringstream out;
    out << toml::default_formatter{toml::parse(text.bytes(), std::string_view{})};
    return std::move(out).str();
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

}  // namespace rolecall
