// What the user wrote stays text in whatever rolecall writes: hostile texts stand in every key of
// the language, and every output is read back as its consumer reads it.

#include "model/text/text.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/draw/svg_check.hpp"
#include "model/text/text.hpp"
#include "report/diff.hpp"
#include "report/format.hpp"
#include "report/reference/advice_text.hpp"
#include "rules/advice.hpp"
#include "rules/check.hpp"
#include "tests/everywhere.hpp"
#include "tests/rules/judged.hpp"

namespace rolecall::test {
namespace {

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

}  // namespace rolecall::test
