#include "rules/waivers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

using Indices = std::vector<std::size_t>;  ///< of findings, sorted

/// The findings of the checks that waivers name, by what they are about and where they stand.
class Index {
 public:
  Index(const Org& org, const std::vector<WaiverDecl>& waivers, const Findings& findings) {
    std::set<std::string_view> wanted;
    for (const WaiverDecl& waiver : waivers) wanted.insert(waiver.check.value);
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const Finding& finding = findings[i];
      if (!wanted.contains(finding.check)) continue;
      by_check_[finding.check].push_back(i);
      if (const auto kind = told_as(finding)) told_as_.emplace(finding.check, *kind);
      const Span& place = finding.place();
      by_line_[{finding.check, place.file, place.line}].push_back(i);
      if (place.end_line != place.line) {
        by_line_[{finding.check, place.file, place.end_line}].push_back(i);
      }
      for (const Subject& subject : finding.subjects) {
        add(by_subject_[{finding.check, subject.id}], i);
        add(by_subject_[{finding.check, subject.text()}], i);
      }
    }
    if (!told_as_.empty()) enter_ids(org);
  }

  const Indices& of(std::string_view check) const { return find(by_check_, check); }

  /// The findings that a waiver accepts, whatever the date; put together in `room` where they are
  /// not a list of the index itself.
  const Indices& matches(const WaiverDecl& waiver, Indices& room) const {
    const std::string_view check = waiver.check.value;
    if (waiver.line != 0) {
      return find(by_line_, std::tuple(check, waiver.span.file, waiver.line));
    }
    if (waiver.on.empty()) return of(check);
    std::vector<const Indices*> lists;
    std::optional<Indices> any;
    for (const Text& id : waiver.on) {
      const Indices& list = about(check, id.value);
      if (!is_one_of_many(check, id.value)) {
        lists.push_back(&list);
      } else if (!any) {
        any = list;
      } else {
        any->insert(any->end(), list.begin(), list.end());
      }
    }
    if (any) {
      std::ranges::sort(*any);
      const auto doubles = std::ranges::unique(*any);
      any->erase(doubles.begin(), doubles.end());
      lists.push_back(&*any);
    }
    std::ranges::sort(lists, {}, [](const Indices* list) { return list->size(); });
    if (lists.size() == 1 && !any) return *lists.front();
    room = *lists.front();
    for (const Indices* list : std::span(lists).subspan(1)) {
      std::erase_if(room, [&](std::size_t i) { return !std::ranges::binary_search(*list, i); });
    }
    return room;
  }

  const Indices& about(std::string_view check, const std::string& id) const {
    return find(by_subject_, std::pair(check, id));
  }

 private:
  /// The kind of things, one a finding, that the check tells together, if it does so.
  static std::optional<Subject::Kind> told_as(const Finding& finding) {
    const auto main = std::ranges::find(finding.subjects, Subject::Part::about, &Subject::part);
    if (main == finding.subjects.end()) return std::nullopt;
    if (!finding.grouping && main->kind != Subject::Kind::duty) return std::nullopt;
    return main->kind;
  }

  /// Whether an id is of such a thing: a waiver that names several accepts what is about any one,
  /// so that it holds for the others when one is mended.
  bool is_one_of_many(std::string_view check, std::string_view id) const {
    const auto kind = told_as_.find(check);
    if (kind == told_as_.end()) return false;
    const std::size_t colon = id.find(':');
    if (colon != id.npos && id.starts_with(Subject{kind->second, {}}.text())) return true;
    return ids_.contains({kind->second, id});
  }

  void enter_ids(const Org& org) {
    for (const Duty& duty : org.duties) ids_.emplace(Subject::Kind::duty, duty.id);
    for (const Position& post : org.positions) ids_.emplace(Subject::Kind::position, post.id);
    for (const Team& team : org.teams) ids_.emplace(Subject::Kind::team, team.id);
  }

  static void add(Indices& list, std::size_t i) {
    if (list.empty() || list.back() != i) list.push_back(i);
  }

  template <class Map, class Key>
  static const Indices& find(const Map& map, const Key& key) {
    static const Indices none;
    const auto found = map.find(key);
    return found == map.end() ? none : found->second;
  }

  std::map<std::string_view, Subject::Kind> told_as_;
  std::set<std::pair<Subject::Kind, std::string_view>> ids_;  ///< of what can be told together
  std::map<std::string_view, Indices> by_check_;
  std::map<std::tuple<std::string_view, std::uint32_t, std::uint32_t>, Indices> by_line_;
  std::map<std::pair<std::string_view, std::string>, Indices> by_subject_;
};

/// All that a waiver's `on` can name.
std::vector<std::string_view> names_of(const Org& org) {
  std::vector<std::string_view> out;
  for (const Position& position : org.positions) out.push_back(position.id);
  for (const Team& team : org.teams) out.push_back(team.id);
  for (const Body& body : org.bodies) out.push_back(body.id);
  for (const Duty& duty : org.duties) out.push_back(duty.id);
  for (const Role& role : org.roles) out.push_back(role.id);
  for (const Person& person : org.persons) out.push_back(person.name);
  out.push_back(org.company);
  return out;
}

std::string_view without_kind(std::string_view id) {
  for (const std::string_view kind :
       {"duty:", "position:", "team:", "person:", "role:", "body:", "company:", "reference:"}) {
    if (id.starts_with(kind)) return id.substr(kind.size());
  }
  return id;
}

/// "`duty-overlap` on `networks` and `cio`", "`span-wide` on line 12".
std::string waiver_text(const WaiverDecl& waiver) {
  std::string out = quoted(waiver.check.value);
  if (waiver.line != 0) return out + fmt::format(" on line {}", waiver.line);
  std::vector<std::string_view> ids;
  for (const Text& id : waiver.on) ids.push_back(id.value);
  return ids.empty() ? out : out + " on " + list_of(ids);
}

class Waivers {
 public:
  Waivers(const Org& org, const Settings& settings, Findings& findings)
      : org_(org),
        settings_(settings),
        findings_(findings),
        all_(org.document->waivers),
        index_(org, all_, findings) {}

  Findings apply() {
    for (const WaiverDecl& waiver : all_) {
      if (!waiver.check.given()) continue;  // a `missing-key` already
      if (const Check* check = find_check(waiver.check.value)) {
        apply(waiver, *check);
      } else {
        unknown_check(waiver);
      }
    }
    return std::move(about_waivers_);
  }

 private:
  Finding& report(std::string_view check, std::string message, Span place, std::string label,
                  const WaiverDecl& waiver) {
    about_waivers_.emplace_back(check, std::move(message), place, std::move(label));
    about_waivers_.back().add_subject({Subject::Kind::reference, waiver.check.value});
    for (const Text& id : waiver.on) {
      about_waivers_.back().add_subject({Subject::Kind::reference, id.value});
    }
    return about_waivers_.back();
  }

  void apply(const WaiverDecl& waiver, const Check& check) {
    if (check.firm) {
      report("wrong-type", fmt::format("{} cannot be waived", quoted(check.id)), waiver.check.span,
             "would hide more than it says", waiver)
          .help_text = "mend it: what stands wrong in the text may hide other findings";
      return;
    }
    if (is_about_waivers(check.id)) {
      report("wrong-type", fmt::format("{} cannot be waived", quoted(check.id)), waiver.check.span,
             "is about waivers itself", waiver)
          .help_text =
          fmt::format("mend the waiver, or set `{} = \"off\"` in `[checks]`", check.id);
      return;
    }
    Indices room;
    const Indices& matches = index_.matches(waiver, room);
    if (waiver.until.given() && waiver.until.value < org_.as_of) {
      expired(waiver, matches.size());
    } else if (matches.empty()) {
      unused(waiver, check);
    } else {
      // Several waivers may accept the same list, which is walked once.
      if (&matches == &room || accepted_.insert(&matches).second) {
        for (const std::size_t i : matches) findings_[i].waived = true;
      }
      need_reason(waiver);
    }
  }

  void unknown_check(const WaiverDecl& waiver) {
    std::vector<std::string_view> known;
    for (const Check* check : all_checks()) known.push_back(check->id);
    const std::string_view word = waiver.check.value;
    Finding& finding =
        report("unused-waiver", fmt::format("a waiver names {}, which is no check", quoted(word)),
               waiver.check.span, "no such check", waiver);
    const auto near = near_word(word, known);
    if (!near) {
      finding.help_text = "write the word in brackets of the finding: error[duty-overlap]";
    } else {
      finding.help_text = fmt::format("did you mean {}?", quoted(near->word));
      WaiverDecl meant = waiver;
      meant.check.value = near->word;
      // One that would accept nothing all the same is no better than before.
      if (would_accept(meant)) {
        Fix fix{fmt::format("write {}", quoted(near->word)), {}, near->sure};
        if (waiver.line == 0) {
          fix.changes.push_back(ReplaceText{waiver.check.span, meant.check.value});
        } else {
          fix.changes.push_back(ReplaceBytes{waiver.check.span, meant.check.value});
        }
        offer(finding, std::move(fix));
      }
    }
  }

  void expired(const WaiverDecl& waiver, std::size_t hidden) {
    if (waiver.of_base && hidden == 0) return;
    Finding& finding = report("expired-waiver",
                              fmt::format("the waiver of {} ended on {}", waiver_text(waiver),
                                          to_string(waiver.until.value)),
                              waiver.until.span, "the last day", waiver);
    if (hidden == 0) {
      finding.notes.push_back("nothing is left for it to accept");
      finding.help_text = "take it out";
      take_out(finding, waiver);
    } else {
      finding.notes.push_back(
          fmt::format("{} again", counted(hidden, "finding shows", "findings show")));
      finding.help_text = "mend what it accepted, or decide anew and give it a later `until`";
    }
  }

  void need_reason(const WaiverDecl& waiver) {
    if (waiver.reason.given()) return;
    // The checks of one comment are one decision.
    if (waiver.line != 0 && !without_reason_.insert(waiver.span).second) return;
    report("waiver-without-reason",
           fmt::format("the waiver of {} gives no reason", waiver_text(waiver)), waiver.check.span,
           "accepted, but why?", waiver)
        .help_text =
        waiver.line != 0 ? "say why at the end of the comment" : "say why: `reason = \"...\"`";
  }

  void unused(const WaiverDecl& waiver, const Check& check) {
    if (waiver.of_base) return;  // the base may need it
    const std::string head = fmt::format("the waiver of {} accepts nothing", waiver_text(waiver));
    if (!settings_.runs(check)) {
      take_out(report("unused-waiver", head + ": the check does not run", waiver.check.span,
                      settings_.loudness(check) ? "is a preview" : "is off", waiver),
               waiver);
      return;
    }
    for (const Text& id : waiver.on) {
      if (known(check, id.value)) continue;
      Finding& finding =
          report("unused-waiver",
                 fmt::format("a waiver of {} is on {}, which is not in the description",
                             quoted(check.id), quoted(id.value)),
                 id.span, "nothing has this id", waiver);
      if (const auto near = near_word(without_kind(id.value), names_)) {
        const std::string_view kind =
            std::string_view(id.value).substr(0, id.value.size() - without_kind(id.value).size());
        finding.help_text = fmt::format("did you mean {}?", quoted(near->word));
        WaiverDecl meant = waiver;
        for (Text& other : meant.on) {
          if (other.span == id.span) other.value = std::string(kind) + std::string(near->word);
        }
        if (would_accept(meant)) offer_word(finding, id.span, *near, kind);
      } else {
        take_out(finding, waiver);
      }
      return;
    }
    const Indices& others = index_.of(check.id);
    if (others.empty()) {
      take_out(report("unused-waiver", head + ": the check finds nothing", waiver.check.span,
                      "nothing to accept", waiver),
               waiver);
      return;
    }
    Finding& finding =
        report("unused-waiver",
               head + (waiver.line != 0 ? ": the check finds something elsewhere"
                                        : ": the check finds something, but not about all of this"),
               waiver.check.span, "nothing to accept", waiver);
    const Indices& few = first_few(check.id);
    for (const std::size_t i : few) finding.notes.push_back(where_else(findings_[i]));
    if (others.size() > few.size()) {
      finding.notes.push_back(fmt::format(
          "and {}", counted(others.size() - few.size(), "more finding", "more findings")));
    }
    finding.help_text = waiver.line != 0
                            ? "put the comment on the line of the finding, or take it out"
                            : "correct `on`, or take the waiver out";
    take_out(finding, waiver);
  }

  /// Of a check's findings a few, by what they are about, wherever they stand.
  const Indices& first_few(std::string_view check) {
    constexpr std::size_t most = 3;
    const auto [entry, fresh] = first_few_.try_emplace(check);
    if (!fresh) return entry->second;
    Indices all = index_.of(check);
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
    std::ranges::partial_sort(all, end, {}, [&](std::size_t i) -> const std::vector<Subject>& {
      return findings_[i].subjects;
    });
    all.erase(end, all.end());
    entry->second = std::move(all);
    return entry->second;
  }

  /// Looked for in the first few findings only, so that a file full of mistakes stays quick.
  std::optional<NearMiss> near_word(std::string_view word,
                                    std::span<const std::string_view> known) {
    if (near_misses_left_ == 0) return std::nullopt;
    --near_misses_left_;
    return near_miss(word, known);
  }

  bool would_accept(const WaiverDecl& waiver) const {
    if (waiver.until.given() && waiver.until.value < org_.as_of) return false;
    return std::ranges::any_of(findings_, [&](const Finding& finding) {
      if (finding.check != waiver.check.value || finding.firm) return false;
      const Span& place = finding.place();
      if (waiver.line != 0) {
        return place.file == waiver.span.file &&
               (place.line == waiver.line || place.end_line == waiver.line);
      }
      return std::ranges::all_of(waiver.on, [&](const Text& id) {
        return std::ranges::any_of(finding.subjects, [&](const Subject& subject) {
          return subject.id == id.value || subject.text() == id.value;
        });
      });
    });
  }

  /// A waiver that accepts nothing has no effect, so that it can go.
  static void take_out(Finding& finding, const WaiverDecl& waiver) {
    Fix fix{"take the waiver out", {}, true};
    if (waiver.line != 0) {
      fix.changes.push_back(RemoveComment{waiver.check.span});
    } else {
      fix.changes.push_back(RemoveTable{waiver.span});
    }
    offer(finding, std::move(fix));
  }

  /// "the finding on line 12 is about `networks`, `cio` and `cto`".
  static std::string where_else(const Finding& finding) {
    std::vector<std::string_view> ids;
    for (const Subject& subject : finding.subjects) ids.push_back(subject.id);
    return fmt::format("the finding on line {} is about {}", finding.place().line, list_of(ids, 6));
  }

  /// Whether an id can be what a finding is about.
  bool known(const Check& check, const std::string& id) {
    if (!index_.about(check.id, id).empty()) return true;
    if (names_.empty()) {
      names_ = names_of(org_);
      sorted_names_ = {names_.begin(), names_.end()};
    }
    return sorted_names_.contains(without_kind(id)) || sorted_names_.contains(id);
  }

  const Org& org_;
  const Settings& settings_;
  Findings& findings_;
  const std::vector<WaiverDecl>& all_;
  Index index_;
  std::set<const Indices*> accepted_;              ///< lists of the index
  std::map<std::string_view, Indices> first_few_;  ///< per check
  Findings about_waivers_;
  std::set<Span> without_reason_;
  std::vector<std::string_view> names_;
  std::set<std::string_view> sorted_names_;
  std::size_t near_misses_left_ = 32;
};

}  // namespace

Findings apply_waivers(const Org& org, const Settings& settings, Findings& findings) {
  if (org.document->waivers.empty()) return {};
  return Waivers(org, settings, findings).apply();
}

bool is_about_waivers(std::string_view check) {
  return check == "unused-waiver" || check == "expired-waiver" || check == "waiver-without-reason";
}

}  // namespace rolecall
