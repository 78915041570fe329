// The law of fixes: each offered fix, applied alone, makes its finding go and adds no error and no
// warning; a safe one changes no verdict but of what was misspelt.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "model/edit/lower.hpp"
#include "rules/mend.hpp"
#include "rules/run.hpp"
#include "tests/rules/judged.hpp"

namespace rolecall::test {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// A description with the files beside it, some of which may be replaced.
Judgement judged(const fs::path& path, const NewTexts& texts) {
  const auto text_of = [&](const fs::path& file) {
    const auto changed = texts.find(file.string());
    return SourceText(file.string(), changed == texts.end() ? read(file) : changed->second);
  };
  Sources sources;
  sources.texts.push_back(text_of(path));
  RunOptions options;
  options.today = Date{2026, 6, 1};
  options.beside.read = [&](const std::string& name) -> std::expected<SourceText, std::string> {
    if (!fs::exists(path.parent_path() / name)) return std::unexpected("not there");
    return text_of(path.parent_path() / name);
  };
  return judge(std::move(sources), options);
}

std::vector<fs::path> descriptions() {
  const fs::path root = ROLECALL_SOURCE_DIR;
  std::vector<fs::path> out;
  for (const char* folder : {"examples", "tests/rules", "tests/scenarios", "tests/edit/cases"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string name = entry.path().filename().string();
      if (entry.path().extension() == ".toml" && name != "expected.toml") {
        out.push_back(entry.path());
      }
    }
  }
  std::ranges::sort(out);
  return out;
}

std::size_t times(const Findings& findings, const std::string& which) {
  return static_cast<std::size_t>(std::ranges::count_if(findings, [&](const Finding& finding) {
    return !finding.waived && identity(finding) == which;
  }));
}

/// The verdicts that differ, by duty.
std::vector<std::string> changed_verdicts(const Judgement& before, const Judgement& after) {
  std::vector<std::string> out;
  if (!before.org || !after.org) return out;
  std::map<std::string, VerdictKind> kinds;
  for (const Verdict& verdict : before.coverage) {
    kinds[std::string((*before.org)[verdict.duty].id)] = verdict.kind;
  }
  for (const Verdict& verdict : after.coverage) {
    const std::string id((*after.org)[verdict.duty].id);
    if (kinds.contains(id) && kinds[id] != verdict.kind) out.push_back(id);
  }
  return out;
}

/// Why a fix breaks the law; empty where it keeps it.
std::string breach(const fs::path& path, const Judgement& before, const Finding& finding,
                   const Fix& fix) {
  SourcesEditor editor(before.sources, before.trees);
  const auto edits = editor.edits(fix.changes);
  if (!edits) {
    // Nothing is offered where a list is none; that is told by an error of its own.
    return edits.error().ends_with("is no list") ? "" : "cannot be made: " + edits.error();
  }
  NewTexts texts;
  for (const FileEdits& each : *edits) {
    const SourceText& text = before.sources.texts[each.file];
    texts[text.name()] = with_edits(text.bytes(), each.edits);
  }
  const Judgement after = judged(path, texts);
  const std::string which = identity(finding);
  if (times(after.findings, which) >= times(before.findings, which)) return "does not mend it";
  // A catalogue that is not in use hides what it says. Such a fix is offered all the same, and
  // applied only where nothing comes of it.
  const bool adds_catalogue =
      finding.check == "unknown-duty" && fix.title.starts_with("add the catalogue");
  const Uncovers light = adds_catalogue ? Uncovers::judged : uncovers(finding, fix);
  for (const Finding* more : added(before.findings, after.findings)) {
    if (may_come(light, *more)) continue;
    return "adds " + std::string(name(more->severity)) + '[' + std::string(more->check) +
           "]: " + more->message;
  }
  const bool misspelling = finding.check.starts_with("unknown-") || finding.check == "wrong-type";
  if (fix.safe && !misspelling && !changed_verdicts(before, after).empty()) {
    return "changes the verdict of " + changed_verdicts(before, after).front();
  }
  return {};
}

}  // namespace

TEST_CASE("each offered fix mends its finding and adds none") {
  std::size_t fixes = 0;
  std::map<std::string, std::size_t> by_check;
  for (const fs::path& path : descriptions()) {
    const Judgement before = judged(path, {});
    for (const Finding& finding : before.findings) {
      if (finding.waived) continue;
      for (const Fix& fix : finding.fixes) {
        INFO(fs::relative(path, ROLECALL_SOURCE_DIR).string()
             << ":" << finding.place().line << ": " << finding.check << ": " << finding.message
             << "\nfix: " << fix.title);
        CHECK(breach(path, before, finding, fix) == "");
        CHECK_FALSE(fix.title.empty());
        CHECK_FALSE(fix.title.ends_with('.'));
        ++fixes;
        ++by_check[std::string(finding.check)];
      }
    }
  }
  CHECK(fixes > 100);
  for (const char* check : {"unknown-reference", "unknown-duty", "unknown-key", "unused-waiver",
                            "duty-missing", "duty-overlap", "no-working-link", "wrong-type",
                            "joint-without-lead", "dotted-to-own-boss", "title-unclear"}) {
    INFO(check);
    CHECK(by_check[check] > 0);
  }
}

}  // namespace rolecall::test
