#include "rules/mend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <variant>

#include "model/edit/lower.hpp"
#include "model/text/meaning.hpp"

namespace rolecall {
namespace {

constexpr std::size_t most_rounds = 1000;

bool replaces_words(const Fix& fix) {
  return std::ranges::all_of(fix.changes, [](const Change& change) {
    return std::holds_alternative<ReplaceText>(change);
  });
}

struct Loudly {
  std::size_t errors = 0;
  std::size_t all = 0;  ///< errors and warnings
};

/// How often findings are there.
std::map<std::string, Loudly> counts_of(const Findings& findings) {
  std::map<std::string, Loudly> out;
  for (const Finding& finding : findings) {
    if (finding.waived || finding.severity == Severity::note) continue;
    Loudly& count = out[identity(finding)];
    ++count.all;
    count.errors += finding.severity == Severity::error ? 1 : 0;
  }
  return out;
}

std::size_t count_of(const Findings& findings, const std::string& identity_of_it) {
  return static_cast<std::size_t>(std::ranges::count_if(findings, [&](const Finding& finding) {
    return !finding.waived && identity(finding) == identity_of_it;
  }));
}

/// A fix that could be applied.
struct Candidate {
  std::size_t description = 0;
  const Finding* finding = nullptr;
  const Fix* fix = nullptr;
  std::map<std::string, TextEdits> edits;  ///< by file
  Uncovers uncovers = Uncovers::nothing;
};

/// A fix that is not tried again, as long as it stands at its place.
struct Skipped {
  std::string file;
  std::size_t begin = 0;  ///< of its first edit
  std::string what;

  friend auto operator<=>(const Skipped&, const Skipped&) = default;
};

class Mender {
 public:
  Mender(std::span<const JudgeWith> descriptions, const MendOptions& options)
      : descriptions_(descriptions), options_(options), asking_(options.ask != nullptr) {
    for (const JudgeWith& judge : descriptions) result_.judgements.push_back(judge({}));
  }

  MendResult run() {
    for (std::size_t round = 0; round < most_rounds && !quit_; ++round) {
      std::vector<Candidate> batch = candidates();
      if (batch.empty()) break;
      if (asking_) batch.resize(1);
      while (!try_out(batch)) {
        if (batch.size() == 1) break;
        batch.resize(batch.size() / 2);
      }
    }
    for (const Judgement& judgement : result_.judgements) {
      result_.offered.push_back(static_cast<std::size_t>(std::ranges::count_if(
          judgement.findings,
          [](const Finding& finding) { return !finding.waived && !finding.fixes.empty(); })));
    }
    return std::move(result_);
  }

 private:
  bool wanted(const Finding& finding) const {
    return !finding.waived && !finding.fixes.empty() &&
           (options_.checks.empty() || options_.checks.contains(std::string(finding.check)));
  }

  static Skipped key_of(const Finding& finding, const Fix& fix,
                        const std::map<std::string, TextEdits>& edits) {
    return {edits.begin()->first, edits.begin()->second.front().begin,
            identity(finding) + '\n' + fix.title};
  }

  /// For each finding the first fix that may be applied, as far as they are apart from each other
  /// and uncover as much.
  std::vector<Candidate> candidates() {
    std::vector<Candidate> out;
    std::map<std::string, std::map<std::size_t, std::size_t>> taken;  // begins to ends, by file
    for (std::size_t i = 0; i < result_.judgements.size(); ++i) {
      const Judgement& judgement = result_.judgements[i];
      SourcesEditor editor(judgement.sources, judgement.trees);
      for (const Finding& finding : judgement.findings) {
        if (!wanted(finding)) continue;
        for (const Fix& fix : finding.fixes) {
          if (!fix.safe && !options_.unsafe && !asking_ && !all_) continue;
          if (fix.gives_reason && !asking_) continue;
          auto edits = edits_of(judgement, editor, fix);
          if (!edits || skipped_.contains(key_of(finding, fix, *edits))) continue;
          const Uncovers own = uncovers(finding, fix);
          if (!out.empty() && out.front().uncovers != own) break;
          if (take(*edits, taken)) out.push_back({i, &finding, &fix, std::move(*edits), own});
          break;
        }
        if (asking_ && !out.empty()) return out;
      }
    }
    return out;
  }

  std::optional<std::map<std::string, TextEdits>> edits_of(const Judgement& judgement,
                                                           SourcesEditor& editor,
                                                           const Fix& fix) const {
    for (const Change& change : fix.changes) {
      const std::uint32_t file = place_of(change).file;
      if (options_.may_change && !options_.may_change(judgement, file)) return std::nullopt;
    }
    auto lowered = editor.edits(fix.changes);
    if (!lowered) return std::nullopt;
    std::map<std::string, TextEdits> out;
    for (FileEdits& each : *lowered) {
      if (each.edits.empty()) continue;
      out[judgement.sources.texts[each.file].name()] = std::move(each.edits);
    }
    if (out.empty()) return std::nullopt;
    return out;
  }

  /// Whether edits are apart from all that are taken; then they are taken, too.
  static bool take(const std::map<std::string, TextEdits>& edits,
                   std::map<std::string, std::map<std::size_t, std::size_t>>& taken) {
    for (const auto& [file, own] : edits) {
      const auto& there = taken[file];
      for (const TextEdit& edit : own) {
        // The first that begins at or behind the edit, and the one before it.
        const auto next = there.lower_bound(edit.begin);
        if (next != there.end() && (next->first < edit.end || next->first == edit.begin)) {
          return false;
        }
        if (next != there.begin() && std::prev(next)->second > edit.begin) return false;
      }
    }
    for (const auto& [file, own] : edits) {
      for (const TextEdit& edit : own) taken[file][edit.begin] = edit.end;
    }
    return true;
  }

  const std::string* text_of(std::string_view file) const {
    const auto changed = result_.texts.find(file);
    return changed == result_.texts.end() ? nullptr : &changed->second;
  }

  NewTexts texts_with(std::span<const Candidate> batch) const {
    std::map<std::string, TextEdits> all;
    std::map<std::string, std::string_view> before;
    for (const Candidate& each : batch) {
      for (const auto& [file, edits] : each.edits) {
        TextEdits& own = all[file];
        own.insert(own.end(), edits.begin(), edits.end());
        for (const SourceText& text : result_.judgements[each.description].sources.texts) {
          if (text.name() == file) before[file] = text.bytes();
        }
      }
    }
    NewTexts out = result_.texts;
    for (auto& [file, edits] : all) {
      std::ranges::sort(edits);
      out[file] = with_edits(before[file], edits);
    }
    return out;
  }

  bool reads_any(const Judgement& judgement, std::span<const Candidate> batch) const {
    return std::ranges::any_of(judgement.sources.texts, [&](const SourceText& text) {
      return std::ranges::any_of(
          batch, [&](const Candidate& each) { return each.edits.contains(text.name()); });
    });
  }

  /// Judges with a batch applied and keeps it where all is well. True also where nothing more can
  /// be tried with it: a single fix that does no good is not looked at again.
  bool try_out(std::span<const Candidate> batch) {
    NewTexts texts = texts_with(batch);
    std::map<std::size_t, Judgement> after;
    for (std::size_t i = 0; i < descriptions_.size(); ++i) {
      const Judgement& before = result_.judgements[i];
      if (!reads_any(before, batch)) continue;
      after.emplace(i, descriptions_[i](texts));
    }
    if (std::string why = why_not(batch, after); !why.empty()) {
      if (batch.size() > 1) return false;
      skip(batch.front(), std::move(why));
      return true;
    }
    if (asking_ && !agreed(batch.front(), texts)) return true;
    for (const Candidate& each : batch) result_.applied.push_back(told(each));
    move_skipped(batch);
    result_.texts = std::move(texts);
    for (auto& [i, judgement] : after) result_.judgements[i] = std::move(judgement);
    return true;
  }

  /// Empty where each fix makes its finding go and nothing is added.
  std::string why_not(std::span<const Candidate> batch,
                      const std::map<std::size_t, Judgement>& after) const {
    std::map<std::pair<std::size_t, std::string>, std::size_t> go;
    for (const Candidate& each : batch) ++go[{each.description, identity(*each.finding)}];
    for (const auto& [what, times] : go) {
      const auto there = after.find(what.first);
      const Findings& before = result_.judgements[what.first].findings;
      if (there == after.end() ||
          count_of(there->second.findings, what.second) + times > count_of(before, what.second)) {
        return "does not mend it";
      }
    }
    for (const auto& [i, judgement] : after) {
      for (const Finding* finding : added(result_.judgements[i].findings, judgement.findings)) {
        if (may_come(batch.front().uncovers, *finding)) continue;
        return fmt::format("would lead to {}[{}]: {}", name(finding->severity), finding->check,
                           finding->message);
      }
    }
    return {};
  }

  Mended told(const Candidate& each) const {
    const Span& place = each.finding->place();
    return {result_.judgements[each.description].sources.of(place).name(), place.line,
            std::string(each.finding->check), each.fix->title};
  }

  void skip(const Candidate& each, std::string why) {
    if (!why.empty()) {
      result_.refused.push_back(told(each));
      result_.refused.back().why_not = std::move(why);
    }
    skipped_.insert(key_of(*each.finding, *each.fix, each.edits));
  }

  /// What is skipped is found again behind the edits of a batch.
  void move_skipped(std::span<const Candidate> batch) {
    if (skipped_.empty()) return;
    std::map<std::string_view, std::map<std::size_t, std::ptrdiff_t>> moved;  // by ends of edits
    for (const Candidate& each : batch) {
      for (const auto& [file, edits] : each.edits) {
        for (const TextEdit& edit : edits) {
          moved[file][edit.end] += static_cast<std::ptrdiff_t>(edit.text.size()) -
                                   static_cast<std::ptrdiff_t>(edit.end - edit.begin);
        }
      }
    }
    for (auto& [file, by_end] : moved) {
      std::ptrdiff_t sum = 0;
      for (auto& [end, by] : by_end) sum = by += sum;
    }
    std::set<Skipped> there;
    for (Skipped each : skipped_) {
      if (const auto in_file = moved.find(each.file); in_file != moved.end()) {
        const auto next = in_file->second.upper_bound(each.begin);
        if (next != in_file->second.begin()) {
          each.begin += static_cast<std::size_t>(std::prev(next)->second);
        }
      }
      there.insert(std::move(each));
    }
    skipped_ = std::move(there);
  }

  bool agreed(const Candidate& each, const NewTexts& texts) {
    switch (options_.ask(result_.judgements[each.description], *each.finding, *each.fix, texts)) {
      case MendOptions::Answer::yes:
        return true;
      case MendOptions::Answer::all:
        asking_ = false;
        all_ = true;
        return true;
      case MendOptions::Answer::no:
        skip(each, {});
        return false;
      case MendOptions::Answer::quit:
        break;
    }
    quit_ = true;
    return false;
  }

  std::span<const JudgeWith> descriptions_;
  const MendOptions& options_;
  bool asking_;
  bool all_ = false;  ///< the answer was: all that are left
  bool quit_ = false;
  MendResult result_;
  std::set<Skipped> skipped_;
};

}  // namespace

std::string identity(const Finding& finding) {
  Meaning what = meaning(finding);
  what.parties.clear();  // fewer who clash are no other finding
  return what.text();
}

std::vector<const Finding*> added(const Findings& before, const Findings& after) {
  std::map<std::string, Loudly> left = counts_of(before);
  std::vector<const Finding*> out;
  for (const Finding& finding : after) {
    if (finding.waived || finding.severity == Severity::note) continue;
    Loudly& count = left[identity(finding)];
    const bool error = finding.severity == Severity::error;
    if (count.all == 0 || (error && count.errors == 0)) {
      out.push_back(&finding);
      continue;
    }
    --count.all;
    if (error) --count.errors;
  }
  return out;
}

Uncovers uncovers(const Finding& finding, const Fix& fix) {
  if (finding.check == "syntax") return Uncovers::judged;
  if (finding.check == "unknown-key") return Uncovers::anything;
  if (finding.check == "wrong-type") return fix.safe ? Uncovers::anything : Uncovers::nothing;
  // A word with one meaning. Of a duty no line hangs, so that a guess at it hides nothing either.
  const bool word = (finding.check == "unknown-reference" && fix.safe) ||
                    (finding.check.starts_with("unknown-") && finding.check != "unknown-reference");
  return word && replaces_words(fix) ? Uncovers::doubts : Uncovers::nothing;
}

bool may_come(Uncovers uncovers, const Finding& finding) {
  switch (uncovers) {
    case Uncovers::nothing:
      return false;
    case Uncovers::doubts:
      return !finding.firm && finding.check != "reporting-cycle" && finding.check != "team-cycle";
    case Uncovers::judged:
      return !finding.firm;
    case Uncovers::anything:
      break;
  }
  return true;
}

MendResult mend(std::span<const JudgeWith> descriptions, const MendOptions& options) {
  return Mender(descriptions, options).run();
}

}  // namespace rolecall
