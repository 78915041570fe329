// The checks over their own small files: tests/rules/<id>/bad.toml gives bad.out, good.toml gives
// nothing of that check. ROLECALL_BLESS=1 writes the .out files anew.

#include <catch2/catch.hpp>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "model/verdict/groups.hpp"
#include "rules/run.hpp"
#include "tests/rules/judged.hpp"

using namespace rolecall;
using namespace rolecall::test;

namespace {

namespace fs = std::filesystem;

fs::path folder() { return fs::path(ROLECALL_SOURCE_DIR) / "tests" / "rules"; }

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

Judgement judge_file(const fs::path& path) {
  return judge_text(read(path), {}, path.filename().string());
}

std::string place(const Span& span) {
  return std::to_string(span.line) + ":" + std::to_string(span.column) + "-" +
         (span.end_line == span.line ? "" : std::to_string(span.end_line) + ":") +
         std::to_string(span.end_column);
}

void add_subjects(std::string& out, const Finding& finding, std::string_view what,
                  Subject::Part part) {
  if (std::ranges::none_of(finding.subjects, [&](const auto& s) { return s.part == part; })) return;
  out += "    " + std::string(what) + ":";
  for (const Subject& subject : finding.subjects) {
    if (subject.part == part) out += " " + subject.text();
  }
  out += "\n";
}

std::string golden(const Finding& finding) {
  const std::string severity(name(finding.severity));
  const std::string check(finding.check);
  std::string out = place(finding.place()) + ": " + severity + "[" + check + "]" +
                    (finding.waived ? " waived: " : ": ") + finding.message + "\n";
  for (const Label& label : finding.labels) {
    out += "    " + place(label.span) + ": " + label.text + "\n";
  }
  for (const std::string& each : finding.follows) out += "    so: " + each + "\n";
  for (const std::string& note : finding.notes) out += "    note: " + note + "\n";
  if (!finding.help_text.empty()) out += "    help: " + finding.help_text + "\n";
  if (finding.number) out += "    number: " + std::to_string(*finding.number) + "\n";
  add_subjects(out, finding, "about", Subject::Part::about);
  add_subjects(out, finding, "parties", Subject::Part::party);
  add_subjects(out, finding, "related", Subject::Part::related);
  return out;
}

/// All findings in plain text, one line each and its proof below, then the groups that they make.
std::string golden(const Judgement& judgement) {
  std::string out;
  std::set<const Finding*> atoms;
  for (const Finding& finding : judgement.findings) {
    out += golden(finding);
    atoms.insert(&finding);
  }
  const Entries entries(judgement.findings);
  bool first = true;
  for (const Finding* entry : entries) {
    if (atoms.contains(entry)) continue;
    out += (first ? "\ntold together:\n" : "") + golden(*entry);
    first = false;
  }
  return out;
}

}  // namespace

TEST_CASE("every check has its texts, and the table is in order") {
  std::string_view last;
  for (const Check* check : all_checks()) {
    CAPTURE(check->id);
    CHECK(last < check->id);
    last = check->id;
    CHECK_FALSE(check->says.empty());
    CHECK_FALSE(check->why.empty());
    CHECK(check->says.find('\n') == std::string_view::npos);
    CHECK_FALSE(check->says.ends_with('.'));
    CHECK(std::islower(static_cast<unsigned char>(check->says.front())));
    CHECK(check->why.ends_with('.'));
    CHECK(find_check(check->id) == check);
  }
  CHECK(find_check("no-such-check") == nullptr);
  CHECK(find_check("") == nullptr);
}

TEST_CASE("every check has its folder, and every folder its check") {
  std::set<std::string> folders;
  for (const auto& entry : fs::directory_iterator(folder())) {
    if (entry.is_directory()) folders.insert(entry.path().filename().string());
  }
  std::set<std::string> checks;
  for (const Check* check : all_checks()) checks.insert(std::string(check->id));
  CHECK(folders == checks);
}

TEST_CASE("every check fires in its bad file, as written in bad.out") {
  for (const Check* check : all_checks()) {
    CAPTURE(check->id);
    const fs::path home = folder() / check->id;
    REQUIRE(fs::exists(home / "bad.toml"));
    const Judgement judgement = judge_file(home / "bad.toml");
    CHECK(count_of(judgement, check->id) > 0);
    const std::string found = golden(judgement);
    if (std::getenv("ROLECALL_BLESS") != nullptr) {
      std::ofstream(home / "bad.out", std::ios::binary) << found;
    }
    CHECK(found == read(home / "bad.out"));
  }
}

TEST_CASE("every check is silent in its good file, which has no errors") {
  for (const Check* check : all_checks()) {
    CAPTURE(check->id);
    const fs::path home = folder() / check->id;
    REQUIRE(fs::exists(home / "good.toml"));
    const Judgement judgement = judge_file(home / "good.toml");
    REQUIRE(judgement.org.has_value());
    CHECK(count_of(judgement, check->id) == 0);
    for (const Finding& finding : judgement.findings) {
      CAPTURE(finding.check, finding.message);
      CHECK((finding.waived || finding.severity != Severity::error));
    }
  }
}

TEST_CASE("findings are whole and well worded") {
  for (const Check* check : all_checks()) {
    const Judgement judgement = judge_file(folder() / check->id / "bad.toml");
    for (const Finding& finding : judgement.findings) {
      CAPTURE(check->id, finding.check, finding.message);
      CHECK(find_check(finding.check) != nullptr);
      CHECK_FALSE(finding.message.empty());
      CHECK_FALSE(finding.message.ends_with('.'));
      // Lower case, but for names of people and shortened roles.
      CHECK_FALSE(finding.help_text.ends_with('.'));
      CHECK(finding.message.find("  ") == std::string::npos);
      CHECK(finding.message.find("``") == std::string::npos);
      for (const Label& label : finding.labels) CHECK(static_cast<bool>(label.span));
      std::set<std::string> subjects;
      for (const Subject& subject : finding.subjects) CHECK(subjects.insert(subject.text()).second);
      if (finding.check != "syntax" && finding.check != "unknown-key" &&
          finding.check != "wrong-type" && finding.check != "missing-key") {
        CHECK_FALSE(finding.subjects.empty());
      }
    }
  }
}

TEST_CASE("findings come in one total order") {
  for (const Check* check : all_checks()) {
    const Judgement judgement = judge_file(folder() / check->id / "bad.toml");
    const auto& findings = judgement.findings;
    for (std::size_t i = 1; i < findings.size(); ++i) {
      CAPTURE(check->id, findings[i].message);
      CHECK(findings[i - 1].place() <= findings[i].place());
    }
  }
}
