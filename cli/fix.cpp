#include "cli/fix.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <list>
#include <optional>
#include <set>
#include <utility>

#include "cli/common.hpp"
#include "cli/disk_workspace.hpp"
#include "cli/file_store.hpp"
#include "cli/fixed_files.hpp"
#include "cli/targets.hpp"
#include "model/edit/format.hpp"
#include "model/org/company_catalogues.hpp"
#include "model/text/text.hpp"
#include "model/verdict/groups.hpp"
#include "report/findings_text.hpp"
#include "report/identity.hpp"
#include "report/line_diff.hpp"
#include "report/terminal.hpp"
#include "rules/mend.hpp"

namespace rolecall {
namespace {

/// A description on the disk, with what it is judged by.
struct OnDisk {
  std::string path;
  Within within;  ///< the folder in which it was found; none: the user named it
  Config config;
};

/// Whether `fix` may change a text: one of the description's own files or its own catalogues, but
/// neither its base nor a configuration, and of standard input nothing else.
bool may_change(const Judgement& judgement, std::uint32_t file, const OnDisk& description) {
  if (file == 0) return true;
  const auto& texts = judgement.sources.texts;
  const std::string& first = texts.front().name();
  const std::string& name = texts[file].name();
  if (description.path == "-") return false;
  if (std::ranges::any_of(description.config.texts,
                          [&](const SourceText& text) { return text.name() == name; })) {
    return false;
  }
  if (!judgement.org || !judgement.org->document->base.given()) return true;
  const std::string base =
      first.substr(0, first.rfind('/') + 1) + plain_path(judgement.org->document->base.value);
  const auto at = std::ranges::find(texts, base, &SourceText::name);
  return at != texts.end() && file < static_cast<std::uint32_t>(at - texts.begin());
}

std::string place_of(const Mended& mended) {
  return fmt::format("{}:{}", printable(mended.file), mended.line);
}

/// What is left, counted as `check` counts it.
std::string left_text(const MendResult& result) {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  for (const Judgement& judgement : result.judgements) {
    const Entries entries(judgement.findings);
    errors += entries.count(Severity::error);
    warnings += entries.count(Severity::warning);
    notes += entries.count(Severity::note);
  }
  if (errors + warnings + notes == 0) return "nothing left";
  std::vector<std::string> parts;
  if (errors > 0) parts.push_back(counted(errors, "error", "errors"));
  if (warnings > 0) parts.push_back(counted(warnings, "warning", "warnings"));
  if (notes > 0) parts.push_back(counted(notes, "note", "notes"));
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " and " : ", ";
    out += parts[i];
  }
  return out + " left";
}

/// One run of `fix`.
class FixRun {
 public:
  FixRun(const FixCommand& command, const Handles& handles)
      : command_(command), handles_(handles) {}

  int run() {
    const auto targets = find_targets(command_.files);
    if (!targets) return trouble(targets.error().what);
    for (const Target& target : *targets) add(target);
    if (descriptions_.empty()) return exit_failed;
    MendOptions options;
    options.unsafe = command_.unsafe;
    options.checks = command_.checks;
    options.may_change = [this](const Judgement& judgement, std::uint32_t file) {
      return may_change(judgement, file, description_of(judgement));
    };
    if (command_.interactive) {
      options.ask = [this](const auto&... what) { return ask(what...); };
    }
    const std::vector<JudgeWith> descriptions = judges();
    MendResult result = mend(descriptions, options);
    keep_layout(result);
    if (!put_result(result)) return exit_failed;
    if (failed_) return exit_failed;
    const bool errors = std::ranges::any_of(result.judgements, [](const Judgement& judgement) {
      return count(judgement.findings, Severity::error) > 0;
    });
    return errors ? exit_findings : exit_clean;
  }

 private:
  int trouble(std::string_view what) {
    complain(handles_, what);
    failed_ = true;
    return exit_failed;
  }

  void add(const Target& target) {
    if (target.found() &&
        leads_out_of(target.path, target.path.substr(0, target.path.rfind('/') + 1))) {
      trouble(fmt::format("`{}` is a link that leads out of its folder", printable(target.path)));
      return;
    }
    auto config = find_config(target.path, command_.config);
    if (!config) {
      trouble(config.error().what);
      return;
    }
    const auto text = files_.read(target.path, target.within);
    if (!text) {
      trouble(text.error().what);
      return;
    }
    if (by_name_.contains(text->name())) return;
    descriptions_.push_back({target.path, target.within, std::move(*config)});
    const OnDisk& own = descriptions_.back();
    by_name_.emplace(text->name(), &own);
  }

  /// What mends each description. Of those that were found, the ones are left out that another one
  /// includes or names as a catalogue.
  std::vector<JudgeWith> judges() {
    std::set<std::string> parts;
    for (const OnDisk& each : descriptions_) {
      if (descriptions_.size() == 1) break;
      const Judgement judgement = judge_with(each, {});
      const auto& texts = judgement.sources.texts;
      for (std::uint32_t i = 1; i < texts.size(); ++i) {
        if (may_change(judgement, i, each)) parts.insert(texts[i].name());
      }
    }
    std::vector<JudgeWith> out;
    for (const auto& [name, description] : by_name_) {
      if (description->within && parts.contains(name)) continue;
      out.push_back(
          [this, own = description](const NewTexts& texts) { return judge_with(*own, texts); });
    }
    return out;
  }

  const OnDisk& description_of(const Judgement& judgement) const {
    return *by_name_.at(judgement.sources.texts.front().name());
  }

  Judgement judge_with(const OnDisk& description, const NewTexts& texts) {
    Sources sources;
    sources.texts.push_back(*files_.read(description.path, description.within));
    const auto changed = texts.find(sources.texts[0].name());
    if (changed != texts.end()) sources.texts[0] = SourceText(changed->first, changed->second);
    return judge_sources(std::move(sources),
                         files_.workspace(description.path, texts, description.within),
                         JudgeOptions{&description.config, command_.as_of});
  }

  /// A file that was in the one layout is in it after its fixes, too.
  void keep_layout(MendResult& result) const {
    for (auto& [name, text] : result.texts) {
      const std::string& before = files_.bytes().at(name);
      if (in_layout(SourceText(name, before)) != before) continue;
      if (auto laid_out = in_layout(SourceText(name, text))) text = std::move(*laid_out);
    }
  }

  bool put_result(const MendResult& result) {
    const bool standard_input = command_.files.front() == "-";
    std::string out;
    if (command_.diff) {
      out = shown_diff(diff_of(result.texts, files_.bytes()), command_.colour, handles_);
    } else if (standard_input) {
      const auto changed = result.texts.find("<stdin>");
      out = changed == result.texts.end() ? files_.bytes().at("<stdin>") : changed->second;
    } else if (!replace_files(result.texts, files_.bytes(), handles_)) {
      return false;
    }
    const bool report_apart = command_.diff || standard_input;
    const std::string report = report_of(result);
    if (!report_apart) out += report;
    if (!write_all(handles_.out, out)) return !trouble("cannot write standard output");
    if (report_apart) static_cast<void>(write_all(handles_.err, report));
    return true;
  }

  std::string report_of(const MendResult& result) const {
    std::string out;
    for (const Mended& each : result.applied) {
      out += fmt::format("{}: {} [{}]\n", place_of(each), printable(each.title), each.check);
    }
    std::set<std::string> refused;  // what would mend several findings is told once
    for (const Mended& each : result.refused) {
      std::string line = fmt::format("{}: not fixed: {} [{}]: it {}\n", place_of(each),
                                     printable(each.title), each.check, printable(each.why_not));
      if (refused.insert(line).second) out += line;
    }
    out += fmt::format("{} {}", counted(result.applied.size(), "finding", "findings"),
                       command_.diff ? "would be fixed" : "fixed");
    if (!result.texts.empty()) {
      out += fmt::format(" in {}", counted(result.texts.size(), "file", "files"));
    }
    out += ", " + left_text(result);
    std::size_t offered = 0;
    for (const std::size_t each : result.offered) offered += each;
    if (offered > 0 && !command_.unsafe && !command_.interactive) {
      out += fmt::format("; {} that decides something: --unsafe, --interactive",
                         counted(offered, "has a fix", "have a fix"));
    }
    return out + '\n';
  }

  MendOptions::Answer ask(const Judgement& judgement, const Finding& finding, const Fix& fix,
                          const NewTexts& texts) {
    const bool colour = use_colour(command_.colour, handles_.out);
    Findings shown{finding};
    shown.front().fixes.clear();  // what is asked for is shown whole
    std::string out = findings_text(judgement.sources, Entries(shown), colour, judgement.trees);
    std::string diff;
    for (const auto& [name, text] : texts) {
      for (const SourceText& source : judgement.sources.texts) {
        if (source.name() == name) diff += unified_diff(name, source.bytes(), text);
      }
    }
    out += shown_diff(diff, command_.colour, handles_);
    out += fmt::format("\n{}? [y]es, [n]o, [a]ll that are left, [q]uit: ", printable(fix.title));
    if (!write_all(handles_.out, out)) return MendOptions::Answer::quit;
    return answer();
  }

  MendOptions::Answer answer() const {
    while (true) {
      std::string line;
      char c = 0;
      ssize_t got = 0;
      while ((got = ::read(STDIN_FILENO, &c, 1)) == 1 && c != '\n') line += c;
      if (got != 1) return MendOptions::Answer::quit;
      if (line == "y" || line == "yes") return MendOptions::Answer::yes;
      if (line == "n" || line == "no") return MendOptions::Answer::no;
      if (line == "a" || line == "all") return MendOptions::Answer::all;
      if (line == "q" || line == "quit") return MendOptions::Answer::quit;
      static_cast<void>(write_all(handles_.out, "y, n, a or q: "));
    }
  }

  const FixCommand& command_;
  const Handles& handles_;
  FileStore files_;
  std::list<OnDisk> descriptions_;  ///< which judges refer to
  std::map<std::string, const OnDisk*, std::less<>> by_name_;
  bool failed_ = false;
};

}  // namespace

int run(const FixCommand& command, const Handles& handles) {
  return FixRun(command, handles).run();
}

}  // namespace rolecall
