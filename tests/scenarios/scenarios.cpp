// Organisations as they are found in the world, each judged as an expert would: what must be found
// and what must not. A folder holds `org.toml` and `expected.toml`; every error and warning must be
// expected there, notes may come besides. What is `disputed` is found and should not be: it is
// known, and whoever mends it takes the entry out.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// The library's own code, and not a second copy with other assertions.
#ifndef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 0
#endif
#include <toml++/toml.h>

#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

namespace fs = std::filesystem;

/// What people must be told, those with one cause together: of one check, about at least these
/// subjects.
struct Expectation {
  std::string check;
  std::vector<std::string> about;
  std::optional<std::string> severity;  ///< any, where none is given
  std::optional<std::int64_t> times;    ///< one or more, where none is given

  bool fits(const Finding& finding) const {
    if (finding.check != check) return false;
    if (severity && *severity != name(finding.severity)) return false;
    return std::ranges::all_of(about, [&](const std::string& subject) {
      return std::ranges::any_of(finding.subjects,
                                 [&](const Subject& has) { return has.text() == subject; });
    });
  }

  std::string text() const {
    std::string out = severity ? *severity + "[" + check + "]" : check;
    for (const std::string& subject : about) out += " " + subject;
    return out;
  }
};

struct Scenario {
  std::string shape;
  std::string org;
  std::string why;
  std::vector<Expectation> finds;
  std::vector<std::string> never;
  std::vector<Expectation> disputed;
};

bool contains(const std::vector<std::string>& list, std::string_view what) {
  return std::ranges::find(list, what) != list.end();
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in.good());
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

std::vector<std::string> strings(const toml::node_view<const toml::node>& node) {
  std::vector<std::string> out;
  if (const toml::array* array = node.as_array()) {
    for (const toml::node& entry : *array) out.push_back(entry.value<std::string>().value());
  }
  return out;
}

Expectation expectation(const toml::table& table) {
  static const std::set<std::string_view> keys = {"check", "about", "severity", "times"};
  for (const auto& [key, value] : table) {
    INFO(key.str());
    REQUIRE(keys.contains(key.str()));
  }
  Expectation out;
  out.check = table["check"].value<std::string>().value();
  out.about = strings(table["about"]);
  out.severity = table["severity"].value<std::string>();
  out.times = table["times"].value<std::int64_t>();
  return out;
}

std::vector<Expectation> expectations(const toml::node_view<const toml::node>& node) {
  std::vector<Expectation> out;
  if (const toml::array* array = node.as_array()) {
    for (const toml::node& entry : *array) {
      REQUIRE(entry.as_table() != nullptr);
      out.push_back(expectation(*entry.as_table()));
    }
  }
  return out;
}

Scenario scenario(const fs::path& folder) {
  Scenario out;
  out.shape = folder.filename().string();
  out.org = read(folder / "org.toml");
  const toml::table table = toml::parse(read(folder / "expected.toml"));
  static const std::set<std::string_view> keys = {"why", "finds", "never", "disputed"};
  for (const auto& [key, value] : table) {
    INFO(out.shape << ": " << key.str());
    REQUIRE(keys.contains(key.str()));
  }
  out.why = table["why"].value_or("");
  out.never = strings(table["never"]);
  REQUIRE(table["finds"].as_array() != nullptr);
  out.finds = expectations(table["finds"]);
  out.disputed = expectations(table["disputed"]);
  return out;
}

std::vector<Scenario> all_scenarios() {
  std::vector<Scenario> out;
  for (const auto& entry :
       fs::directory_iterator(fs::path(ROLECALL_SOURCE_DIR) / "tests" / "scenarios")) {
    if (entry.is_directory()) out.push_back(scenario(entry.path()));
  }
  std::ranges::sort(out, {}, &Scenario::shape);
  return out;
}

std::string text(const Finding& finding) {
  std::string out = std::string(name(finding.severity)) + "[" + std::string(finding.check) +
                    "]: " + finding.message + " (line " + std::to_string(finding.place().line) +
                    "; about";
  for (const Subject& subject : finding.subjects) out += " " + subject.text();
  return out + ")";
}

bool any_fits(const std::vector<Expectation>& list, const Finding& finding) {
  return std::ranges::any_of(list, [&](const Expectation& one) { return one.fits(finding); });
}

/// What is wrong with a judgement, a line each; empty where it is as expected.
std::string complaints(const Scenario& scenario, const Findings& findings) {
  std::string out;
  for (const Expectation& wanted : scenario.finds) {
    const auto hits = std::ranges::count_if(
        findings, [&](const Finding& finding) { return wanted.fits(finding); });
    if (hits == 0) {
      out += "not found: " + wanted.text() + "\n";
      // The nearest miss, for whoever has to decide which of the two is wrong.
      for (const Finding& finding : findings) {
        if (finding.check == wanted.check) out += "    but: " + text(finding) + "\n";
      }
    } else if (wanted.times && hits != *wanted.times) {
      out += "found " + std::to_string(hits) + " times: " + wanted.text() + "\n";
    }
  }
  for (const Expectation& known : scenario.disputed) {
    if (std::ranges::none_of(findings, [&](const Finding& f) { return known.fits(f); })) {
      out += "no longer found, take it out of `disputed`: " + known.text() + "\n";
    }
  }
  for (const Finding& finding : findings) {
    if (any_fits(scenario.disputed, finding)) continue;
    if (contains(scenario.never, finding.check)) {
      out += "must never be found: " + text(finding) + "\n";
    } else if (finding.severity != Severity::note && !any_fits(scenario.finds, finding)) {
      out += "not expected: " + text(finding) + "\n";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("organisations as they are found are judged as an expert would") {
  for (const Scenario& scenario : all_scenarios()) {
    INFO("tests/scenarios/" << scenario.shape << "/org.toml");
    const Judgement judgement = judge_text(scenario.org);
    REQUIRE(judgement.org.has_value());
    Findings told;
    const Entries entries(judgement.findings);
    for (const Finding* entry : entries.apart()) told.push_back(*entry);
    CHECK(complaints(scenario, told) == "");
  }
}

TEST_CASE("what scenarios expect is well written") {
  const std::vector<Scenario> scenarios = all_scenarios();
  CHECK(scenarios.size() >= 30);
  for (const Scenario& scenario : scenarios) {
    CAPTURE(scenario.shape);
    CHECK_FALSE(scenario.why.empty());
    // A date of its own, so that no scenario changes with the calendar.
    CHECK(scenario.org.find("\nas_of = ") != std::string::npos);
    for (const Expectation& wanted : scenario.finds) {
      CAPTURE(wanted.text());
      CHECK(find_check(wanted.check) != nullptr);
      CHECK_FALSE(contains(scenario.never, wanted.check));
      if (wanted.severity) {
        CHECK((*wanted.severity == "note" || *wanted.severity == "warning" ||
               *wanted.severity == "error"));
      }
    }
    for (const std::string& check : scenario.never) {
      CAPTURE(check);
      CHECK(find_check(check) != nullptr);
    }
  }
}
