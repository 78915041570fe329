#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "model/text/look.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"

namespace rolecall {
namespace {

/// An id or a name, and what is called so.
struct Called {
  std::string_view text;
  Span span;
  Subject subject;
  std::vector<Span> places{};  ///< all where it stands, of a text that stands for itself
};

/// What a keyboard writes comes first, then what is composed as most programs do.
bool is_plainer(const Called* a, const Called* b) {
  const auto rank = [](const Called* each) {
    return std::tuple(may_look_otherwise(each->text), composed(each->text) != each->text,
                      each->text, each->span);
  };
  return rank(a) < rank(b);
}

/// Texts that are told apart by their bytes: the ids of posts, teams and bodies; people; duties;
/// scopes. The texts must outlive it.
class Space {
 public:
  /// `word`: what the texts are, "ids". `names`: nothing refers to them, so that one may be written
  /// otherwise, and the composition of letters does not count.
  Space(std::string_view word, bool names) : word_(word), names_(names) {}

  void add(const Text& text, Subject subject) {
    if (text.given()) all_.push_back({text.value, text.span, std::move(subject)});
  }

  void report(Findings& findings) {
    // Nearly always there is nothing that could look otherwise than it is.
    if (std::ranges::all_of(all_, is_plain_latin, &Called::text)) return;
    const auto odd = [](const Called& each) { return may_look_otherwise(each.text); };
    std::map<std::string, std::vector<Called*>> alike;
    for (const Called& each : all_) {
      if (odd(each)) alike.try_emplace(look(each.text));
    }
    for (Called& each : all_) {
      const auto entry = alike.find(odd(each) ? look(each.text) : std::string(each.text));
      if (entry != alike.end()) entry->second.push_back(&each);
    }
    for (auto& [seen, called] : alike) report(called, findings);
  }

 private:
  /// Those that are called the same count once, at their first place.
  void report(std::vector<Called*>& all, Findings& findings) const {
    std::ranges::sort(all, is_plainer);
    std::vector<Called*> called;
    std::map<std::string, Called*> known;
    for (Called* each : all) {
      const auto [entry, fresh] =
          known.try_emplace(names_ ? composed(each->text) : std::string(each->text), each);
      if (fresh) called.push_back(each);
      entry->second->places.push_back(each->span);
    }
    const Called& plain = *called.front();
    for (std::size_t i = 1; i < called.size(); ++i) report_pair(plain, *called[i], findings);
    if (called.size() == 1) report_disguise(plain, findings);
  }

  /// One name is written otherwise wherever it stands.
  void offer_text(const Called& odd, std::string_view text, Finding& finding) const {
    if (!names_) return;
    Fix fix{fmt::format("write {} in its place", quoted(text)), {}, false};
    for (const Span& place : odd.places) {
      fix.changes.emplace_back(ReplaceText{place, std::string(text)});
    }
    offer(finding, std::move(fix));
  }

  void report_pair(const Called& plain, const Called& odd, Findings& findings) const {
    Finding finding("look-alike",
                    fmt::format("the {} {} and {} look the same: {}", word_, quoted(plain.text),
                                quoted(odd.text), why_alike(plain.text, odd.text).value_or("")),
                    odd.span, "looks like the other one");
    finding.add_subject(plain.subject);
    finding.add_subject(odd.subject);
    finding.add_label(plain.span, "the other one");
    finding.help_text = "where one is meant, write it in one way; else call one of them otherwise";
    offer_text(odd, plain.text, finding);
    findings.push_back(std::move(finding));
  }

  void report_disguise(const Called& each, Findings& findings) const {
    const auto found = disguise(each.text);
    if (!found) return;
    Finding finding("look-alike",
                    fmt::format("{} is not what it looks like: {}", quoted(each.text), found->says),
                    each.span, "looks like another text");
    finding.add_subject(each.subject);
    finding.help_text = fmt::format(
        "write {} wherever it stands, with the letters of one script and nothing that "
        "hides",
        quoted(found->meant));
    offer_text(each, found->meant, finding);
    findings.push_back(std::move(finding));
  }

  std::string_view word_;
  bool names_;
  std::vector<Called> all_;
};

void find(const Facts& facts, Findings& findings) {
  const Document& document = *facts.org.document;
  Space ids("ids", false);
  Space people("names", true);
  const auto name = [&](const Text& text) {
    people.add(text, {Subject::Kind::person, composed(text.value)});
  };
  for (const PositionDecl& each : document.positions) {
    ids.add(each.id, {Subject::Kind::position, each.id.value});
    for (const Text& holder : each.holder) name(holder);
    for (const HolderDecl& turn : each.holders) name(turn.name);
  }
  for (const TeamDecl& each : document.teams) {
    ids.add(each.id, {Subject::Kind::team, each.id.value});
  }
  for (const BodyDecl& each : document.bodies) {
    ids.add(each.id, {Subject::Kind::body, each.id.value});
  }
  for (const PersonDecl& each : document.persons) {
    name(each.id);
    name(each.name);
  }
  Space duties("duties", false);
  const auto duty = [&](const DutyDecl& each) {
    duties.add(each.id, {Subject::Kind::duty, each.id.value});
  };
  std::ranges::for_each(document.duties, duty);
  for (const auto& file : facts.org.catalogue_files) std::ranges::for_each(file->duties, duty);
  Space scopes("scopes", false);
  for (const Text& each : document.company.scopes) {
    scopes.add(each, {Subject::Kind::reference, each.value});
  }
  for (Space* space : {&ids, &people, &duties, &scopes}) space->report(findings);
}

}  // namespace

extern const Check look_alike_check;
const Check look_alike_check{
    .id = "look-alike",
    .group = Group::structure,
    .severity = Severity::warning,
    .says = "two ids or names look the same and are not, or one is not what it looks like",
    .why =
        "References go by bytes, people by what they see. Letters that are composed differently, "
        "signs that cannot be seen, letters of another script and blanks make two of what looks "
        "like one, so that a duty seems to have one holder where it has two, or none.",
    .loud = "A warning, because what is judged may be right, but nobody can see it.",
    .sources = "",
    .find = find,
};

}  // namespace rolecall
