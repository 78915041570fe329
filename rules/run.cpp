#include "rules/run.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "model/language/description.hpp"
#include "model/org/company_catalogues.hpp"
#include "model/org/unread_bosses.hpp"
#include "model/text/meaning.hpp"
#include "rules/causes.hpp"
#include "rules/last_words.hpp"
#include "rules/meant_duties.hpp"
#include "rules/settings.hpp"
#include "rules/waivers.hpp"

namespace rolecall {
namespace {

void append(Findings& findings, Findings more) {
  std::move(more.begin(), more.end(), std::back_inserter(findings));
}

/// Whether a finding tells of something that may have stood in a part that could not be read.
bool waits(const Finding& finding) {
  const Check* check = find_check(finding.check);
  return check != nullptr && check->absence;
}

/// Sets what a finding has of its check: how loud it is and whether it is firm; false where the
/// check is off. A check may make a finding quieter than what is set, never louder.
bool take_from_check(const Settings& settings, Finding& finding) {
  const Check* check = find_check(finding.check);
  assert(check != nullptr && "every finding carries the id of a check in the table");
  if (check == nullptr) return true;
  finding.firm = check->firm;
  const Loudness loudness = settings.loudness(*check);
  if (loudness) finding.severity = std::min(finding.severity, *loudness);
  return loudness.has_value();
}

/// Checks name their subjects freely; each stands once, where it was named first, as the most that
/// it was named as.
void name_subjects_once(Finding& finding) {
  std::vector<Subject> once;
  std::map<std::pair<Subject::Kind, std::string_view>, std::size_t> seen;
  once.reserve(finding.subjects.size());
  for (Subject& subject : finding.subjects) {
    const auto [at, fresh] = seen.try_emplace({subject.kind, subject.id}, once.size());
    if (fresh) {
      once.push_back(subject);
    } else {
      once[at->second].part = std::min(once[at->second].part, subject.part);
    }
  }
  finding.subjects = std::move(once);
}

void set_severities(const Settings& settings, Findings& findings) {
  std::erase_if(findings, [&](Finding& finding) { return !take_from_check(settings, finding); });
}

bool before(const Finding& a, const Finding& b) {
  // Where two stand at one place the louder comes first. Findings that are equal in all of this
  // say the same, so that their order among themselves is no matter.
  return std::tie(a.place(), b.severity, a.check, a.message) <
         std::tie(b.place(), a.severity, b.check, b.message);
}

}  // namespace

Judgement judge(Sources sources, const RunOptions& options) {
  Judgement judgement;
  judgement.sources = std::move(sources);
  Findings& findings = judgement.findings;
  Settings settings;
  std::vector<Span> lost_files;  // where files are named that are not there
  if (auto document = read_description(options.beside, judgement.sources, findings)) {
    if (options.config != nullptr) apply(*options.config, *document, judgement.sources);
    auto files =
        read_catalogue_files(document->company, options.beside.read, judgement.sources, findings);
    Built built = build_org(std::move(*document), options.today, std::move(files));
    for (const Finding& finding : findings) {
      if (finding.check == "unknown-reference") lost_files.push_back(finding.place());
    }
    name_unread_bosses(built.org, findings);
    append(findings, std::move(built.findings));
    judgement.org = std::move(built.org);
    judgement.trees = judgement.org->document->trees;
    judgement.coverage = judge_duties(*judgement.org);
    settings = read_settings(*judgement.org, options.limits, findings);
    const Facts facts{*judgement.org, judgement.coverage, settings.limits};
    for (const Check* check : all_checks()) {
      if (check->find != nullptr && settings.runs(*check)) check->find(facts, findings);
    }
  }
  if (judgement.org) wait_for_meant_duties(*judgement.org, findings);
  set_severities(settings, findings);
  for (Finding& finding : findings) name_subjects_once(finding);
  std::ranges::sort(findings, before);
  if (judgement.org && options.waivers) {
    Findings about_waivers = apply_waivers(*judgement.org, settings, findings);
    set_severities(settings, about_waivers);
    append(findings, std::move(about_waivers));
  }
  if (judgement.org && judgement.org->document->damaged) {
    std::erase_if(findings, [&](const Finding& finding) {
      return waits(finding) && std::ranges::find(lost_files, finding.place()) == lost_files.end();
    });
  }
  std::ranges::sort(findings, before);
  set_fingerprints(findings, judgement.org ? judgement.org->company : std::string_view());
  set_causes(findings);
  if (judgement.org) {
    name_beside_ids(*judgement.org, findings);
    drop_ambiguous_fixes(*judgement.org, findings);
  }
  return judgement;
}

}  // namespace rolecall
