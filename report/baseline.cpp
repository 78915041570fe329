#include "report/baseline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <utility>

#include "model/text/meaning.hpp"
#include "model/verdict/known.hpp"
#include "model/verdict/later_names.hpp"
#include "report/identity.hpp"
#include "report/json_text.hpp"

namespace rolecall {
namespace {

constexpr int version = 2;

std::size_t line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::size_t>(
                 std::ranges::count(text.substr(0, std::min(offset, text.size())), '\n'));
}

std::string company_of(const Judgement& judgement) {
  return judgement.org ? std::string(judgement.org->company) : std::string();
}

bool is_for_baseline(const Finding& finding) { return !finding.waived && !finding.firm; }

/// Whether all of a description was judged: what is wrong in its text may hide findings.
bool is_judged(const Judgement& judgement) {
  return judgement.org && std::ranges::none_of(judgement.findings, &Finding::firm);
}

/// Takes out the findings for which `known` holds; it is asked once for each, in order.
template <class Known>
void take_out(Judgement& judgement, const Known& known) {
  judgement.known += std::erase_if(judgement.findings, known);
}

/// What was recorded, by the names of today: each `was` of the descriptions counts.
class Renames {
 public:
  explicit Renames(std::span<const Judgement> judgements) {
    for (const Judgement& judgement : judgements) {
      if (!judgement.org) continue;
      LaterNames names(*judgement.org);
      if (!names.none()) all_.push_back(std::move(names));
    }
  }

  std::string company(std::string name) const {
    for (const LaterNames& names : all_) name = names.of(Subject::Kind::company, name);
    return name;
  }

  Meaning meaning(Meaning out) const {
    for (const LaterNames& names : all_) {
      for (auto* list : {&out.about, &out.parties}) {
        for (std::string& subject : *list) subject = names.of_subject(subject);
        std::ranges::sort(*list);
      }
    }
    return out;
  }

 private:
  std::vector<LaterNames> all_;
};

// --- Reading -------------------------------------------------------------------------------------

using Unread = std::unexpected<std::string>;

bool is_text(const Json& entry, const char* name) {
  return entry.contains(name) && entry[name].is_string();
}

std::expected<std::size_t, std::string> count_of(const Json& entry) {
  const Json count = entry.value("count", Json(1));
  if (!count.is_number_integer() || count < 1) return Unread("a \"count\" is no number");
  return count.get<std::size_t>();
}

/// A list of texts, sorted; empty where it is not there. None where it is something else.
std::optional<std::vector<std::string>> texts_of(const Json& entry, const char* name) {
  std::vector<std::string> out;
  if (!entry.contains(name)) return out;
  if (!entry[name].is_array()) return std::nullopt;
  for (const Json& text : entry[name]) {
    if (!text.is_string()) return std::nullopt;
    out.push_back(text);
  }
  std::ranges::sort(out);
  return out;
}

// --- The first format ----------------------------------------------------------------------------

/// As the first format had it: the check and all subjects, sorted; without any the message.
std::string old_meaning(const Finding& finding) {
  std::vector<std::string> subjects;
  for (const Subject& subject : finding.subjects) subjects.push_back(subject.text());
  std::ranges::sort(subjects);
  std::string out(finding.check);
  for (const std::string& subject : subjects) out += ' ' + subject;
  if (subjects.empty()) out += ' ' + finding.message;
  return out;
}

/// The check, then the subjects of an entry. An id may have spaces, so that only a kind begins one.
std::vector<std::string> parts_of(const std::string& meaning) {
  constexpr std::array<std::string_view, 8> kinds{
      "duty:", "position:", "team:", "person:", "role:", "body:", "company:", "reference:"};
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= meaning.size(); ++at) {
    const bool end = at == meaning.size();
    const std::string_view rest = std::string_view(meaning).substr(end ? at : at + 1);
    if (!end && (meaning[at] != ' ' ||
                 std::ranges::none_of(kinds, [&](auto kind) { return rest.starts_with(kind); }))) {
      continue;
    }
    out.push_back(meaning.substr(begin, at - begin));
    begin = at + 1;
  }
  return out;
}

/// An entry that stood for a group, or for a finding that says more of its subjects today.
struct OldGroup {
  std::set<std::string> subjects;
  std::size_t* used;

  bool has(const std::string& subject) const { return subjects.contains(subject); }

  /// Whether it stood for the finding as well. References are newer than the format: those of an
  /// entry without any say nothing.
  bool covers(const Meaning& meaning) const {
    bool references = false;
    bool same = false;
    bool all = true;
    for (const auto* list : {&meaning.about, &meaning.parties}) {
      for (const std::string& subject : *list) {
        if (subject.starts_with("reference:")) {
          references = references || std::ranges::any_of(subjects, [](const std::string& s) {
                         return s.starts_with("reference:");
                       });
          same = same || has(subject);
        } else {
          all = all && has(subject);
        }
      }
    }
    return all && references == same;
  }
};

}  // namespace

Baseline::Baseline(std::span<const Judgement> judgements) {
  for (const Judgement& judgement : judgements) {
    const std::string company = company_of(judgement);
    if (judgement.org) ++descriptions_[company];
    for (const Finding& finding : judgement.findings) {
      if (!is_for_baseline(finding)) continue;
      Meaning is = meaning(finding);
      ++findings_[{company, std::move(is.check), std::move(is.about), std::move(is.parties),
                   is.number}];
    }
  }
}

std::expected<Baseline, std::string> Baseline::read(const std::string& text) {
  Json document;
  try {
    document = Json::parse(text);
  } catch (const Json::parse_error& error) {
    return Unread(fmt::format("line {}: this is no JSON", line_at(text, error.byte)));
  }
  const Json format = document.is_object() ? document.value("baseline", Json()) : Json();
  if (format.is_number_integer() && format > version) {
    return Unread("it was written by a newer rolecall; `--write-baseline` writes it anew");
  }
  const bool old = format == 1;
  if ((!old && format != version) || !document.contains("findings") ||
      !document["findings"].is_array()) {
    return Unread(fmt::format(
        "line 1: this is no baseline; it has \"baseline\": {} and a list of \"findings\"",
        version));
  }
  Baseline out;
  for (const Json& entry : document["findings"]) {
    const bool whole =
        entry.is_object() &&
        (old ? is_text(entry, "file") && is_text(entry, "finding") : is_text(entry, "check"));
    if (!whole) {
      return Unread(old ? "an entry of \"findings\" has no text for \"file\" and \"finding\""
                        : "an entry of \"findings\" has no text for \"check\"");
    }
    const auto count = count_of(entry);
    if (!count) return Unread(count.error());
    if (old) {
      out.old_[{entry["file"], entry["finding"]}] += *count;
      continue;
    }
    auto about = texts_of(entry, "about");
    auto parties = texts_of(entry, "parties");
    if (!about || !parties) return Unread("\"about\" and \"parties\" are lists of texts");
    Key key{is_text(entry, "company") ? entry["company"].get<std::string>() : std::string(),
            entry["check"], std::move(*about), std::move(*parties), std::nullopt};
    if (entry.contains("number")) {
      if (!entry["number"].is_number_integer()) return Unread("a \"number\" is no number");
      key.number = entry["number"].get<std::int64_t>();
    }
    out.findings_[std::move(key)] += *count;
  }
  if (const Json companies = document.value("descriptions", Json::object());
      companies.is_object()) {
    for (const auto& [company, count] : companies.items()) {
      if (count.is_number_integer() && count > 0) out.descriptions_[company] = count;
    }
  }
  return out;
}

std::string Baseline::text() const {
  Json descriptions = Json::object();
  for (const auto& [company, count] : descriptions_) descriptions[company] = count;
  std::string out =
      fmt::format("{{\n  \"baseline\": {},\n  \"descriptions\": {},\n  \"findings\": [", version,
                  json_line(descriptions));
  bool first = true;
  for (const auto& [key, count] : findings_) {
    Json entry;
    if (!key.company.empty()) entry["company"] = key.company;
    entry["check"] = key.check;
    if (!key.about.empty()) entry["about"] = key.about;
    if (!key.parties.empty()) entry["parties"] = key.parties;
    if (key.number) entry["number"] = *key.number;
    if (count > 1) entry["count"] = count;
    out += fmt::format("{}\n    {}", first ? "" : ",", json_line(entry));
    first = false;
  }
  return out + (first ? "]\n}\n" : "\n  ]\n}\n");
}

std::size_t Baseline::size() const {
  std::size_t sum = 0;
  for (const auto& [key, count] : findings_) sum += count;
  for (const auto& [key, count] : old_) sum += count;
  return sum;
}

std::vector<std::string> Baseline::apply(std::vector<Judgement>& judgements,
                                         std::string_view folder) const {
  return is_old() ? apply_old(judgements, folder) : apply_new(judgements);
}

std::vector<std::string> Baseline::apply_new(std::vector<Judgement>& judgements) const {
  const Renames renames(judgements);
  KnownFindings known;
  std::vector<std::string> owners;  // the company of each record, as it is called now
  for (const auto& [key, count] : findings_) {
    owners.push_back(renames.company(key.company));
    known.add(owners.back(), renames.meaning({key.check, key.about, key.parties, key.number}),
              count);
  }
  std::map<std::string, std::size_t> descriptions;
  for (const auto& [company, count] : descriptions_) {
    descriptions[renames.company(company)] += count;
  }
  // The descriptions of a company, as a proposal and its base, share what was recorded of it.
  std::map<std::string, std::vector<Judgement*>> companies;
  for (Judgement& judgement : judgements) companies[company_of(judgement)].push_back(&judgement);
  std::vector<std::size_t> used(findings_.size());
  std::set<std::string> judged;
  for (const auto& [company, all] : companies) {
    const auto expected = descriptions.find(company);
    const auto complete = static_cast<std::size_t>(
        std::ranges::count_if(all, [](const Judgement* each) { return is_judged(*each); }));
    if (expected != descriptions.end() && complete == all.size() && complete >= expected->second) {
      judged.insert(company);
    }
    std::vector<Meaning> meanings;
    for (const Judgement* judgement : all) {
      for (const Finding& finding : judgement->findings) {
        if (is_for_baseline(finding)) meanings.push_back(meaning(finding));
      }
    }
    const auto matches = known.find(company, meanings);
    auto match = matches.begin();
    for (Judgement* judgement : all) {
      take_out(*judgement, [&](const Finding& finding) {
        if (!is_for_baseline(finding)) return false;
        const auto& found = *match++;
        if (found) ++used[found->record];
        return found && !found->worse;
      });
    }
  }
  std::vector<std::string> stale;
  std::size_t record = 0;
  for (const auto& [key, count] : findings_) {
    const std::size_t i = record++;
    if (used[i] >= count || !judged.contains(owners[i])) continue;
    const std::string what = Meaning{key.check, key.about, key.parties, {}}.text();
    stale.push_back(key.company.empty() ? what : fmt::format("{}: {}", key.company, what));
  }
  return stale;
}

std::vector<std::string> Baseline::apply_old(std::vector<Judgement>& judgements,
                                             std::string_view folder) const {
  std::map<OldKey, std::size_t> left = old_;
  std::map<OldKey, std::size_t> used;
  std::unordered_map<std::string, std::vector<OldGroup>> groups;  // by file, check and a subject
  for (const auto& [key, count] : old_) {
    std::vector<std::string> parts = parts_of(key.meaning);
    const OldGroup group{{parts.begin() + 1, parts.end()}, &used[key]};
    for (const std::string& subject : group.subjects) {
      groups[key.file + '\n' + parts.front() + '\n' + subject].push_back(group);
    }
  }
  const auto in_group = [&](const OldKey& key, const Finding& finding) {
    const Meaning is = meaning(finding);
    const auto first = std::ranges::find_if(
        is.about, [](const std::string& s) { return !s.starts_with("reference:"); });
    const auto& subject = first != is.about.end() ? *first : finding.subjects.front().text();
    const auto found = groups.find(key.file + '\n' + is.check + '\n' + subject);
    if (found == groups.end()) return false;
    for (const OldGroup& group : found->second) {
      if (!group.covers(is)) continue;
      ++*group.used;
      return true;
    }
    return false;
  };
  std::set<std::string> judged;
  for (Judgement& judgement : judgements) {
    for (const SourceText& source : judgement.sources.texts) {
      judged.insert(relative_name(source.name(), folder));
    }
    take_out(judgement, [&](const Finding& finding) {
      if (!is_for_baseline(finding)) return false;
      const OldKey key{relative_name(judgement.sources.of(finding.place()).name(), folder),
                       old_meaning(finding)};
      if (const auto found = left.find(key); found != left.end()) {
        if (found->second == 0) return false;
        --found->second;
        return true;
      }
      return !finding.subjects.empty() && in_group(key, finding);
    });
  }
  std::vector<std::string> stale;
  for (const auto& [key, count] : left) {
    if (count > 0 && used[key] == 0 && judged.contains(key.file)) {
      stale.push_back(fmt::format("{}: {}", key.file, key.meaning));
    }
  }
  return stale;
}

}  // namespace rolecall
