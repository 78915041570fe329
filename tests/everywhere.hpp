#pragma once
// Hostile texts in every key of the language, and what none of them may do to an output.

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "model/language/language.hpp"
#include "model/syntax/strings.hpp"
#include "model/text/shown.hpp"
#include "model/text/text.hpp"
#include "tests/hostile_texts.hpp"

namespace rolecall::test {

using Batch = std::vector<std::string>;

/// The hostile texts, some at a time, for what is written costs more than they do.
inline std::vector<Batch> batches() {
  constexpr std::size_t most = 16;
  std::vector<Batch> out;
  for (const std::string& hostile : hostile_texts()) {
    if (out.empty() || out.back().size() == most) out.emplace_back();
    out.back().push_back(hostile);
  }
  return out;
}

/// A description with texts in every key that may hold one, made from the tables of the language:
/// for each text two of each table, one that is right as far as can be and one that is wrong
/// wherever it can be.
class Everywhere {
 public:
  explicit Everywhere(const Batch& batch) : batch_(batch), hostile_(batch.front()) {}

  std::string text() {
    for (const LanguageTable& table : described_tables()) {
      std::visit([&](auto member) { add(table, member); }, table.member);
    }
    return out_;
  }

 private:
  static std::string quoted(std::string_view text) { return syntax::quoted_string(text); }
  std::string quoted_hostile(std::string_view more) const {
    return quoted(std::string(hostile_) + std::string(more));
  }

  template <class T>
  void add(const LanguageTable& table, std::vector<T> Document::*) {
    for (const std::string& hostile : batch_) {
      hostile_ = hostile;
      for (const bool right : {true, false}) {
        if constexpr (std::is_same_v<T, DutyViewDecl>) {
          out_ += "[duties." + quoted_hostile(right ? "duty" : "no duty") + "]\n";
          add_keys<T>(table.name, right);
          add_lists("holder", right);
        } else {
          out_ += "[[" + std::string(table.name) + "]]\n";
          add_keys<T>(table.name, right);
          if constexpr (requires(T decl) { decl.duties; }) add_lists("duty", right);
        }
      }
    }
    hostile_ = batch_.front();
  }

  void add(const LanguageTable&, std::vector<SettingDecl> Document::*) {
    out_ += "[checks]\nduty-missing = " + quoted_hostile("") + '\n';
    for (const std::string& hostile : batch_) out_ += quoted(hostile + "check") + " = \"off\"\n";
  }

  void add(const LanguageTable& table, CompanyDecl Document::*) {
    out_ += "[company]\n";
    add_keys<CompanyDecl>(table.name, true);
  }

  template <class T>
  void add_keys(std::string_view table, bool right) {
    for (const Field<T>& field : fields<T>()) {
      std::visit([&](auto member) { add_key(table, field, member, right); }, field.member);
    }
  }

  template <class T>
  std::string value_of(std::string_view table, const Field<T>& field, bool right) const {
    if (field.key == "id") return quoted_hostile(std::string(table) + (right ? "" : "2"));
    if (right && !field.allowed.empty()) return quoted(field.allowed.front());
    if (right && field.known == Known::role && table == "position") return quoted("CIO");
    if (right && field.known == Known::check) return quoted("duty-missing");
    if (field.known == Known::catalogue) return quoted("articles");
    if (field.known == Known::profile) return quoted("internal-it");
    switch (field.refers) {
      case Refers::party:
        return quoted_hostile(right ? "position" : "nobody");
      case Refers::duty:
        return quoted_hostile(right ? "duty" : "no duty");
      default:
        return quoted_hostile(right ? "" : "!");
    }
  }

  template <class T>
  void add_key(std::string_view table, const Field<T>& field, Text T::*, bool right) {
    if (table == "position" && field.key == "reports_to" && right) return;  // the top
    out_ += std::string(field.key) + " = " + value_of(table, field, right) + '\n';
  }
  template <class T>
  void add_key(std::string_view table, const Field<T>& field, Texts T::*, bool right) {
    // A `remove` of what is in no base is an error that hides the rest.
    if (field.key == "unset" && right) return;
    if (table == "position" && field.key == "holder" && !right) return;  // it has `holders`
    const std::string value = value_of(table, field, right);
    out_ += std::string(field.key) + " = [" + value;
    if (field.key == "scopes" || field.key == "between") out_ += ", " + quoted_hostile("b");
    out_ += "]\n";
  }
  template <class T>
  void add_key(std::string_view, const Field<T>& field, WrittenDate T::*, bool right) {
    const bool from = field.key == "from";
    out_ += std::string(field.key) + (right && field.key != "as_of"
                                          ? from ? " = 2026-01-01\n" : " = 2027-01-01\n"
                                          : " = 2026-06-01\n");
  }
  template <class T>
  void add_key(std::string_view, const Field<T>& field, WrittenInt T::*, bool) {
    out_ += std::string(field.key) + " = 5\n";
  }
  template <class T>
  void add_key(std::string_view, const Field<T>& field, WrittenBool T::*, bool right) {
    if (field.key == "required" || field.key == "assistant") {
      out_ += std::string(field.key) + (right ? " = false\n" : " = true\n");
    }
  }
  template <class T>
  void add_key(std::string_view, const Field<T>& field, HolderDecls T::*, bool right) {
    if (right) return;
    out_ += std::string(field.key) + " = [{ name = " + quoted_hostile("") +
            ", until = 2026-01-01 }, { name = " + quoted_hostile("next") +
            ", from = 2027-01-01, until = 2026-12-01 }]\n";
  }
  template <class T>
  void add_key(std::string_view, const Field<T>&, DutyEntries T::*, bool) {}

  void add_lists(std::string_view key, bool right) {
    for (const Field<DutyLists>& field : fields<DutyLists>()) {
      const std::string more = key == "holder" ? "position" : right ? "duty" : "no duty";
      out_ += std::string(field.key) + " = [";
      if (key == "duty") out_ += right ? "\"@CIO\", " : "\"@CTO\", \"networks\", ";
      out_ += quoted_hostile(more) + ", { " + std::string(key) + " = " + quoted_hostile(more) +
              ", scope = [" + quoted_hostile("") + "] }]\n";
    }
  }

  const Batch& batch_;
  std::string_view hostile_;
  std::string out_ = "rolecall = 1\n";
};

/// What nobody may find in an output as it is, whatever its format.
inline std::string harm(std::string_view text, bool commands_are_meant) {
  if (find_invalid_utf8(text)) return "bytes that are no UTF-8";
  char32_t before = 0;
  bool line_begins = true;
  std::size_t signs = 0;  // `#` that stand together, and letters behind them
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c != '\n' && c != '\r' && c != '\t' && is_hidden(c, before)) {
      std::string out = "a sign that hides: ";
      append_code(out, c);
      return out;
    }
    if (c == '[' && signs >= 2) return "a command of a build service";
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == '#') {
      signs = letters > 0 ? 1 : signs + 1;
      letters = 0;
    } else if (letter && signs >= 2) {
      ++letters;
    } else {
      signs = letters = 0;
    }
    const std::string_view rest = text.substr(begin);
    if (line_begins && rest.starts_with("::")) {
      const bool meant = commands_are_meant && (begin == 0 || text[begin - 1] == '\n') &&
                         (rest.starts_with("::error title=rolecall") ||
                          rest.starts_with("::warning title=rolecall") ||
                          rest.starts_with("::notice title=rolecall"));
      if (!meant) return "a line that begins like a command";
    }
    if (c == '\n') {
      line_begins = true;
    } else if (c != ' ' && c != '\t') {
      line_begins = false;
    }
    before = c;
  }
  return {};
}

}  // namespace rolecall::test
