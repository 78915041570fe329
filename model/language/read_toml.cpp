#include "model/language/read_toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "model/language/comments.hpp"
#include "model/language/config.hpp"
#include "model/language/language.hpp"
#include "model/language/meant_text.hpp"
#include "model/language/reading_errors.hpp"
#include "model/language/value_reader.hpp"
#include "model/syntax/tree.hpp"
#include "model/syntax/values.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

using reading::KeysOf;
using reading::kind_of;
using reading::ValueReader;
using syntax::Key;
using syntax::List;
using syntax::Table;
using syntax::Type;
using syntax::Value;

template <class T>
constexpr bool has_duty_lists =
    std::is_same_v<T, PositionDecl> || std::is_same_v<T, TeamDecl> || std::is_same_v<T, BodyDecl>;

class Reader : private ValueReader {
 public:
  using ValueReader::ValueReader;

  /// `partial`: a table may leave out what the base of a proposal says.
  Document read(const Table& root, bool partial) {
    partial_ = partial || root.contains("base");
    Document document;
    KeysOf keys(root);
    for (const auto& [key, node] : root) {
      if (errors_->enough()) break;
      if (key.text == "rolecall") {
        read_version(node);
      } else if (key.text == "include") {
        read_value(key.text, node, {}, document.includes, {});
      } else if (key.text == "base") {
        read_text(key.text, node, {}, document.base);
      } else if (!read_table(described_tables(), key, node, document)) {
        errors_->unknown_key(key.text, span(key), "a description",
                             top_keys(described_tables(), {"rolecall", "include", "base"}),
                             [&](std::string_view word) { return keys.contain(word); });
        read_as_meant(key, node, keys, document);
      }
    }
    return document;
  }

  /// A catalogue file holds duties and roles, and nothing else.
  Document read_catalogue(const Table& root) {
    Document document;
    KeysOf keys(root);
    for (const auto& [key, node] : root) {
      if (errors_->enough()) break;
      if (key.text == "rolecall") {
        read_version(node);
      } else if (!read_table(catalogue_tables(), key, node, document)) {
        errors_->unknown_key(key.text, span(key), "a catalogue",
                             top_keys(catalogue_tables(), {"rolecall"}),
                             [&](std::string_view word) { return keys.contain(word); });
      }
    }
    return document;
  }

  ConfigDecl read_config(const Table& root) {
    ConfigDecl config;
    std::vector<std::string_view> keys = keys_of<ConfigDecl>();
    keys.push_back("checks");
    KeysOf present(root);
    for (const auto& [key, node] : root) {
      if (errors_->enough()) break;
      if (key.text == "checks") {
        if (const auto table = as_table("checks", key, node)) {
          read_settings(*table, config.settings);
        }
      } else if (!read_field(fields<ConfigDecl>(), key.text, node, config)) {
        errors_->unknown_key(key.text, span(key), "a configuration", keys,
                             [&](std::string_view word) { return present.contain(word); });
      }
    }
    return config;
  }

  /// All values of a theme, each under its dotted key, in the order of the file.
  std::vector<SettingDecl> read_theme(const Table& root) {
    std::vector<SettingDecl> out;
    for (const auto& [key, node] : root) {
      const auto group = node.table();
      if (!group) {
        add_setting(std::string(key.text), key, node, out);
        continue;
      }
      if (group->empty()) out.push_back({Text{std::string(key.text), span(key)}, {}, {}, {}});
      for (const auto& [inner, value] : *group) {
        const std::string name = fmt::format("{}.{}", key.text, inner.text);
        const auto paint = value.table();
        if (!paint) {
          add_setting(name, inner, value, out);
          continue;
        }
        if (paint->empty()) out.push_back({Text{name, span(inner)}, {}, {}, {}});
        for (const auto& [last, leaf] : *paint) {
          add_setting(fmt::format("{}.{}", name, last.text), last, leaf, out);
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
  bool read_table(std::span<const LanguageTable> tables, const Key& key, const Value& node,
                  Document& document) {
    const auto table = std::ranges::find(tables, key.text, &LanguageTable::name);
    if (table == tables.end()) return false;
    std::visit([&](auto member) { read_into(document.*member, table->name, key, node); },
               table->member);
    return true;
  }

  /// Reads a table whose name is near to one that is known as that, so that what it holds does not
  /// seem to be missing.
  void read_as_meant(const Key& key, const Value& node, KeysOf& present, Document& document) {
    std::vector<std::string_view> names;
    for (const LanguageTable& table : described_tables()) {
      const bool list = table.is_list();
      const auto written = node.list();
      const bool fits = list ? written && written->is_of_tables() : node.table().has_value();
      if (fits && (list || !present.contain(table.name))) names.push_back(table.name);
    }
    const auto near = near_miss(key.text, names);
    if (!near) return;
    const auto table = std::ranges::find(described_tables(), near->word, &LanguageTable::name);
    std::visit([&](auto member) { read_into(document.*member, table->name, key, node); },
               table->member);
  }

  void read_into(CompanyDecl& out, std::string_view name, const Key& key, const Value& node) {
    const auto table = as_table(name, key, node);
    if (!table) return;
    out.span = span(*table);
    read_fields(*table, name, out);
  }

  void read_into(std::vector<SettingDecl>& out, std::string_view name, const Key& key,
                 const Value& node) {
    if (const auto table = as_table(name, key, node)) read_settings(*table, out);
  }

  void read_into(std::vector<DutyViewDecl>& out, std::string_view name, const Key& key,
                 const Value& node) {
    if (const auto table = as_table(name, key, node)) read_views(*table, out);
  }

  template <class T>
  void read_into(std::vector<T>& out, std::string_view name, const Key& key, const Value& node) {
    read_tables(name, key, node, out);
  }

  void read_version(const Value& node) {
    const auto number = node.integer();
    if (number == 1) return;
    errors_->wrong_type("`rolecall` must be 1, the version of the language", span(node),
                        number ? "not a version that is known" : kind_of(node),
                        "write `rolecall = 1` or leave it out");
  }

  std::optional<Table> as_table(std::string_view name, const Key& key, const Value& node) {
    if (auto table = node.table()) return table;
    errors_->wrong_type(fmt::format("`{}` must be a table", name), span(key), kind_of(node),
                        fmt::format("write `[{}]` once, on a line of its own", name));
    return std::nullopt;
  }

  template <class T>
  void read_tables(std::string_view name, const Key& key, const Value& node, std::vector<T>& out) {
    const auto list = node.list();
    if (!list) {
      errors_->wrong_type(fmt::format("`{}` must be a list of tables", name), span(key),
                          kind_of(node), fmt::format("write `[[{}]]` with double brackets", name));
      return;
    }
    out.reserve(out.size() + list->size());
    const std::string where = fmt::format("[[{}]]", name);
    read_elements(*list, name, [&](const Table& table) {
      T decl;
      decl.span = span(table);
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

  /// Calls `read` with each table of a list, and reports what is none.
  template <class Read>
  void read_elements(const List& list, std::string_view name, Read read) {
    for (const Value& element : list) {
      if (errors_->enough()) return;
      if (const auto table = element.table()) {
        read(*table);
      } else {
        wrong_shape(fmt::format("an entry of `{}` must be a table", name), element);
      }
    }
  }

  void read_views(const Table& table, std::vector<DutyViewDecl>& out) {
    for (const auto& [key, node] : table) {
      if (errors_->enough()) break;
      const auto view = node.table();
      if (!view) {
        errors_->wrong_type(
            fmt::format("`duties.{}` must be a table", key.text), span(key), kind_of(node),
            fmt::format("write `[duties.{}]` and lists such as `accountable` below it", key.text));
        continue;
      }
      DutyViewDecl decl;
      decl.duty = Text{std::string(key.text), span(key)};
      read_fields(*view, fmt::format("[duties.{}]", key.text), decl);
      out.push_back(std::move(decl));
    }
    // A table gives its own keys first; the order of the file is what the user sees.
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return a.duty.span < b.duty.span; });
  }

  /// `[checks]`: which keys and values are right is known to the checks, not to the reader.
  void read_settings(const Table& table, std::vector<SettingDecl>& out) {
    for (const auto& [key, node] : table) {
      SettingDecl decl;
      decl.key = Text{std::string(key.text), span(key)};
      if (errors_->enough()) break;
      if (node.type() == Type::text) {
        if (!read_text(key.text, node, {}, decl.text)) continue;
      } else if (const auto number = node.integer()) {
        decl.number = {*number, span(node)};
      } else if (const auto flag = node.boolean()) {
        decl.flag = {*flag, span(node)};
      } else {
        wrong_shape(fmt::format("`{}` must be a severity, a limit or true or false", key.text),
                    node);
        continue;
      }
      out.push_back(std::move(decl));
    }
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return a.key.span < b.key.span; });
  }

  void add_setting(std::string name, const Key& key, const Value& node,
                   std::vector<SettingDecl>& out) {
    SettingDecl decl;
    decl.key = Text{std::move(name), span(key)};
    if (read_text(key.text, node, {}, decl.text)) out.push_back(std::move(decl));
  }

  /// Reads all keys of a table into `out`.
  template <class T>
  void read_fields(const Table& table, std::string_view where, T& out) {
    KeysOf present(table);
    for (const auto& [key, node] : table) {
      if (errors_->enough()) return;
      if constexpr (std::is_same_v<T, PositionDecl>) {
        if (key.text == "reports_to" && node.type() == Type::list) {
          read_bosses(node, out);
          continue;
        }
      }
      if (read_field(fields<T>(), key.text, node, out)) continue;
      if constexpr (has_duty_lists<T>) {
        if (read_field(fields<DutyLists>(), key.text, node, out.duties)) continue;
      } else if constexpr (std::is_same_v<T, DutyViewDecl>) {
        if (read_field(fields<DutyLists>(), key.text, node, out.lists, "holder")) continue;
      }
      const std::string meant =
          errors_->unknown_key(key.text, span(key), where, keys_of<T>(),
                               [&](std::string_view word) { return present.contain(word); });
      if constexpr (std::is_same_v<T, PositionDecl>) {
        if (meant == "reports_to" && node.type() == Type::list) {
          read_bosses_as_meant(node, out);
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
  void read_as_meant(std::string_view meant, const Value& node, T& out) {
    if (meant.empty() || meant == "id") return;
    if constexpr (std::is_same_v<T, PositionDecl>) {
      if (meant == "reports_to") {
        // Other programs name the boss in ways of their own, so that it need not be an id.
        out.boss_unread = true;
      }
    }
    T read = out;
    const bool well = silently([&] {
      if (read_field(fields<T>(), meant, node, read)) return;
      if constexpr (has_duty_lists<T>) {
        read_field(fields<DutyLists>(), meant, node, read.duties);
      } else if constexpr (std::is_same_v<T, DutyViewDecl>) {
        read_field(fields<DutyLists>(), meant, node, read.lists, "holder");
      }
    });
    if (well) out = std::move(read);
  }

  /// A list where the one boss is meant: the first is read as that, the others on dotted lines.
  void read_bosses(const Value& list, PositionDecl& out) {
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
  void read_bosses_as_meant(const Value& list, PositionDecl& out) {
    out.boss_unread = true;
    Texts bosses;
    const bool well = silently([&] { read_value("reports_to", list, {}, bosses, {}); });
    if (!well || bosses.empty()) return;
    errors_->several_bosses_as_meant(out.span, bosses);
    out.reports_to = bosses.front();
    out.dotted_to.insert(out.dotted_to.end(), bosses.begin() + 1, bosses.end());
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
  bool read_field(Fields<T> known, std::string_view key, const Value& node, T& out,
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

  using ValueReader::read_value;

  void read_value(std::string_view key, const Value& node, Allowed, HolderDecls& out,
                  std::string_view) {
    const auto list = node.list();
    if (!list && node.type() != Type::text) {
      wrong_shape(fmt::format("`{}` must be a list of tables", key), node,
                  "write `holders = [{ name = \"...\", from = 2027-01-01 }]`");
      return;
    }
    out.span = span(node);
    const auto read_one = [&](const Value& element) {
      HolderDecl decl;
      decl.span = span(element);
      if (const auto table = element.table()) {
        read_fields(*table, "an entry of `holders`", decl);
      } else if (element.type() != Type::text) {
        wrong_shape(fmt::format("an entry of `{}` must be a table or a name", key), element,
                    "write `{ name = \"...\", from = 2027-01-01 }`");
        return;
      } else if (!read_text("name", element, {}, decl.name)) {
        return;
      }
      out.push_back(std::move(decl));
    };
    if (!list) return read_one(node);
    for (const Value& element : *list) {
      if (errors_->enough()) return;
      read_one(element);
    }
  }

  bool partial_ = false;
};

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
  use(syntax::Values(meant.meant()).root(), meant, errors);
  if (!errors.enough()) return;
  const Span last = findings.back().place();
  errors.syntax(
      fmt::format("the file has {} errors and more: the rest is not read", most_reading_errors),
      last, "reading stops here", "mend these first");
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
      [&](const Table& root, const MeantText& meant, ReadingErrors& errors) {
        if (root.empty() && holds != Holds::part) {
          if (!meant.wrong()) refuse_empty(errors, file, holds == Holds::description);
          return;
        }
        Reader reader(meant, errors);
        if (holds == Holds::catalogue) {
          if (!meant.damaged()) result.document = reader.read_catalogue(root);
          return;
        }
        result.document = reader.read(root, holds == Holds::part);
        result.document->damaged = meant.damaged() || errors.enough();
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
        [&](const Table& root, const MeantText& meant, ReadingErrors& errors) {
          out = Reader(meant, errors).read_theme(root);
        });
  return findings.empty() ? out : std::nullopt;
}

ConfigDecl read_config(const SourceText& text, std::uint32_t file, Findings& findings) {
  ConfigDecl config;
  parse(text, file, Holds::config, findings,
        [&](const Table& root, const MeantText& meant, ReadingErrors& errors) {
          config = Reader(meant, errors).read_config(root);
        });
  return config;
}

}  // namespace rolecall
