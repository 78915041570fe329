// What the user wrote stays text in whatever rolecall writes: hostile texts stand in every key of
// the language, and every output is read back as its consumer reads it.

#include "model/text/text.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "layout/chart/view.hpp"
#include "layout/draw/picture.hpp"
#include "layout/draw/svg_check.hpp"
#include "layout/place/placement.hpp"
#include "model/language/language.hpp"
#include "model/syntax/strings.hpp"
#include "model/text/shown.hpp"
#include "report/diff.hpp"
#include "report/format.hpp"
#include "report/reference/advice_text.hpp"
#include "rules/check.hpp"
#include "tests/hostile_texts.hpp"
#include "tests/rules/judged.hpp"

namespace rolecall::test {
namespace {

using Batch = std::vector<std::string>;

/// The hostile texts, some at a time, for what is written costs more than they do.
std::vector<Batch> batches() {
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
std::string harm(std::string_view text, bool commands_are_meant) {
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

std::string json_trouble(const std::string& text) {
  return nlohmann::json::accept(text) ? "" : "no JSON";
}

/// All texts of a JSON document, one behind the other.
void collect(const nlohmann::json& json, std::string& out) {
  if (json.is_string()) out += json.get<std::string>() + '\n';
  if (json.is_structured()) {
    for (const auto& each : json) collect(each, out);
  }
}

std::string csv_trouble(std::string_view text) {
  std::size_t columns = 0;
  std::size_t at = 0;
  for (std::size_t row = 0; at < text.size(); ++row) {
    std::size_t cells = 0;
    while (true) {
      std::string cell;
      if (row > 0) {
        if (text.substr(at, 1) != "\"") return "a cell without quotes";
        for (++at;; ++at) {
          if (at >= text.size()) return "a cell without an end";
          if (text[at] != '"') {
            cell += text[at];
          } else if (text.substr(at, 2) == "\"\"") {
            cell += text[at++];
          } else {
            break;
          }
        }
        ++at;
      } else {
        while (at < text.size() && text[at] != ',' && text[at] != '\r') cell += text[at++];
      }
      ++cells;
      std::size_t first = 0;
      const char32_t c = cell.empty() ? 0 : next_code_point(cell, first);
      if (std::u32string_view(U"=+-@\t\r＝＋－＠").find(c) != std::u32string_view::npos && c != 0) {
        return "a formula: " + cell;
      }
      if (text.substr(at, 1) != ",") break;
      ++at;
    }
    if (text.substr(at, 2) != "\r\n") return "no end of a row";
    at += 2;
    if (row == 0) columns = cells;
    if (cells != columns) return "a row of other columns";
  }
  return {};
}

/// The signs of Markdown that are left when those of ours are taken away.
std::string markdown_trouble(std::string text) {
  for (const std::string_view ours :
       {"<!-- -->", "<br>", "<details>", "</details>", "<summary>", "</summary>"}) {
    for (std::size_t at = text.find(ours); at != text.npos; at = text.find(ours, at)) {
      text.replace(at, ours.size(), "\1");  // what stood apart stays apart
    }
  }
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    // The check's id is written by us.
    int open = 0;
    std::string rest;
    for (std::size_t at = 0; at < line.size();) {
      if (line.compare(at, 6, "<code>") == 0) {
        if (++open > 1) return "code within code: " + line;
        at += 6;
      } else if (line.compare(at, 7, "</code>") == 0) {
        if (--open < 0) return "code that ends twice: " + line;
        at += 7;
      } else {
        rest += line[at++];
      }
    }
    if (open != 0) return "code without an end: " + line;
    if (rest.find_first_of("<>*_[]~\\@") != rest.npos) return "markup: " + line;
    for (const std::string_view address : {"www.", "WWW.", "://"}) {
      if (rest.find(address) != rest.npos) return "an address: " + line;
    }
    for (std::size_t at = rest.find('`'); at != rest.npos; at = rest.find('`', at + 1)) {
      const std::size_t close = rest.find('`', at + 1);
      if (close == rest.npos || !find_check(rest.substr(at + 1, close - at - 1))) {
        return "a backquote: " + line;
      }
      at = close;
    }
  }
  return {};
}

/// Between `begin` and `end` only the signs that a writer of labels leaves.
std::string label_trouble(std::string_view text, std::string_view begin, std::string_view end,
                          std::string_view signs) {
  for (std::size_t at = text.find(begin); at != text.npos; at = text.find(begin, at)) {
    at += begin.size();
    const std::size_t close = text.find(end, at);
    if (close == text.npos) return "a label without an end";
    std::string label(text.substr(at, close - at));
    for (const std::string_view line_break : {"<br/>", "\\n"}) {
      for (std::size_t i = label.find(line_break); i != label.npos; i = label.find(line_break)) {
        label.erase(i, line_break.size());
      }
    }
    for (const char c : label) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') || (c & 0x80) != 0 || signs.contains(c);
      if (!plain) return "a sign that is not escaped: " + label;
    }
    at = close;
  }
  return {};
}

FormatOptions options() {
  static const std::vector<CheckText> checks = [] {
    std::vector<CheckText> out;
    for (const Check* each : all_checks()) {
      out.push_back({each->id, each->severity, each->says, each->why});
    }
    return out;
  }();
  FormatOptions out;
  out.version = "1.2.3";
  out.folder = "/";
  out.checks = checks;
  out.most_findings = 1000;
  out.verbose = true;
  return out;
}

bool is_json(std::string_view format) {
  return format == "json" || format == "sarif" || format == "gitlab" || format == "rdjson";
}

/// What is wrong with a report, by the rules of its format.
std::string report_trouble(std::string_view format, const std::string& text) {
  if (auto wrong = harm(text, format == "github"); !wrong.empty()) return wrong;
  if (is_json(format)) return json_trouble(text);
  if (format == "csv") return csv_trouble(text);
  if (format == "markdown") return markdown_trouble(text);
  if (format == "junit") {
    const auto read = check_svg(text);  // a reader of XML
    return read ? "" : read.error();
  }
  return {};
}

std::string picture_trouble(std::string_view kind, const std::string& text) {
  if (auto wrong = harm(text, false); !wrong.empty()) return wrong;
  if (kind == "svg") {
    const auto read = check_svg(text);
    return read ? "" : read.error();
  }
  if (kind == "mermaid") return label_trouble(text, "[\"", "\"]", " ,-.#;");
  if (kind == "plantuml") return label_trouble(text, "rectangle \"", "\" as", " ,<>+");
  return {};
}

}  // namespace

TEST_CASE("a text in every key stays text in every report and difference and in advice") {
  const Batch another{"another"};
  const Judgement other = judge_text(Everywhere(another).text());
  REQUIRE(other.org);
  for (const Batch& batch : batches()) {
    CAPTURE(batch);
    const Judgement judgement = judge_text(Everywhere(batch).text());
    REQUIRE(judgement.org);
    for (const Format* format : all_formats()) {
      CAPTURE(format->id);
      const std::string out = format->write(std::span(&judgement, 1), options());
      CHECK(report_trouble(format->id, out) == "");
    }
    std::string texts;
    collect(nlohmann::json::parse(find_format("json")->write(std::span(&judgement, 1), options())),
            texts);
    for (const std::string& hostile : batch) CHECK(texts.find(hostile) != texts.npos);
    for (const bool back : {false, true}) {
      const Changes changes = back ? compare(judgement, other) : compare(other, judgement);
      for (const Diff* diff : all_diffs()) {
        CAPTURE(diff->id);
        CHECK(report_trouble(diff->id, diff->write(changes, options())) == "");
      }
    }
    const Advice advice = advise(judgement);
    CHECK(report_trouble("text", advice_text(*judgement.org, advice)) == "");
    const std::string json = advice_json(*judgement.org, advice);
    CHECK(report_trouble("json", json) == "");
    CHECK(nlohmann::json::parse(json)["company"] == batch.front());
  }
}

TEST_CASE("a text in every key stays text in every picture") {
  std::string graphs;
  std::size_t number = 0;
  for (const Batch& batch : batches()) {
    CAPTURE(batch);
    const Judgement judgement = judge_text(Everywhere(batch).text());
    REQUIRE(judgement.org);
    const auto part = choose_part(judgement, {});
    REQUIRE(part);
    for (const View* view : all_views()) {
      if (view->id == "diff") continue;
      CAPTURE(view->id);
      const Chart chart = view->make(judgement, *part);
      if (chart.cards.empty()) continue;
      const Placement placement = place(chart);
      for (const Picture* picture : all_pictures()) {
        if (picture->id == "png" || picture->id == "pdf") continue;
        if (chart.table && (picture->id == "mermaid" || picture->id == "plantuml")) continue;
        CAPTURE(picture->id);
        const auto drawn = draw(chart, placement, picture->id);
        if (!drawn) FAIL(drawn.error());
        CHECK(picture_trouble(picture->id, *drawn) == "");
        if (picture->id == "dot") {
          graphs += *drawn;
          ++number;
        }
      }
    }
  }
  // Graphviz's own reader: as many graphs, and none of them has an attribute that we never write.
  const std::filesystem::path folder = std::filesystem::temp_directory_path();
  const std::string file = (folder / "rolecall_text_stays_text.dot").string();
  std::ofstream(file) << graphs;
  FILE* const reader = popen(("nop " + file + " 2>&1").c_str(), "r");
  REQUIRE(reader);
  std::string canon;
  std::array<char, 65536> buffer{};
  while (const std::size_t read = fread(buffer.data(), 1, buffer.size(), reader)) {
    canon.append(buffer.data(), read);
  }
  CHECK(pclose(reader) == 0);
  std::filesystem::remove(file);
  std::size_t graphs_read = 0;
  std::size_t begin = 0;
  std::string never;
  while (begin < canon.size()) {
    const std::size_t end = std::min(canon.find('\n', begin), canon.size());
    std::string_view line = std::string_view(canon).substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with("digraph ")) ++graphs_read;
    while (line.starts_with('\t') || line.starts_with(' ')) line.remove_prefix(1);
    for (const std::string_view attribute :
         {"URL=", "href=", "image=", "shapefile=", "target=", "stylesheet=", "Error", "Warning"}) {
      if (line.starts_with(attribute)) never += std::string(line) + '\n';
    }
  }
  CHECK(graphs_read == number);
  CHECK(never == "");
}

}  // namespace rolecall::test
