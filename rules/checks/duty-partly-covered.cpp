#include <fmt/format.h>

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/org/scopes.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"

namespace rolecall {
namespace {

std::string part(const Org& org, const Holder& holder) {
  return holder.scopes.all ? "everywhere" : "for " + describe(org, holder.scopes);
}

/// Those who hold it in the open scopes, and are not there.
std::vector<const Holder*> absent_there(const Verdict& verdict) {
  const Scopes open{false, verdict.open_scopes};
  std::vector<const Holder*> out;
  for (const Holder& holder : verdict.paper) {
    if (overlap(holder.scopes, open)) out.push_back(&holder);
  }
  return out;
}

bool covers_open(const Org& org, const Verdict& verdict, const Holder& holder) {
  return empty(subtract(org, Scopes{false, verdict.open_scopes}, holder.scopes));
}

/// `duty`: the duty's id, or `<id>` for each of several.
std::string help_text(const Org& org, const Verdict& verdict, std::span<const Holder* const> absent,
                      const std::string& duty) {
  std::string scopes;
  for (const ScopeId open : verdict.open_scopes) {
    if (!scopes.empty()) scopes += ", ";
    scopes += '"' + plain(org.scopes[open.index()]) + '"';
  }
  if (verdict.open_scopes.size() > 1) scopes = '[' + scopes + ']';
  const std::string entry = fmt::format("`{{ duty = \"{}\", scope = {} }}`", duty, scopes);
  if (absent.size() == 1 && covers_open(org, verdict, *absent.front())) {
    const Party party = absent.front()->party;
    const Filling filling = org.filling(party);
    if (filling == Filling::vacant && party.kind == Party::Kind::position) {
      const auto deputy = fill(org, party);
      return fmt::format(
          "name a `holder` of {}, or {}, or add {} to `accountable` of somebody who is there",
          short_name(org, party), deputy ? deputy->title : "a `deputy`", entry);
    }
    return fmt::format("{}: add {} to `accountable` of somebody who is there",
                       why_empty(org, party), entry);
  }
  std::vector<Party> vacant;
  for (const Holder* holder : absent) {
    const bool post = holder->party.kind == Party::Kind::position;
    if (post && org.filling(holder->party) == Filling::vacant) vacant.push_back(holder->party);
  }
  if (!vacant.empty()) {
    return fmt::format(
        "name a `holder` or a `deputy` of {}, or add {} to `accountable` of somebody who is there",
        names_of(org, vacant), entry);
  }
  return fmt::format("add {} to `accountable` of whoever answers there", entry);
}

void report(const Org& org, const Verdict& verdict, Findings& findings) {
  std::vector<Label> labels;
  for (const Holder& holder : verdict.holders) {
    labels.push_back({holder.span, fmt::format("{} holds it {}", introduce(org, holder.party),
                                               part(org, holder))});
  }
  for (const Holder& holder : verdict.paper) {
    labels.push_back({holder.span, fmt::format("should be held here {}, but {}", part(org, holder),
                                               why_empty(org, holder.party))});
  }
  for (const Text& scope : org.document->company.scopes) {
    for (const ScopeId open : verdict.open_scopes) {
      if (org.scopes[open.index()] == scope.value) labels.push_back({scope.span, "has nobody"});
    }
  }
  const Holder* const shown = !verdict.holders.empty() ? &verdict.holders.front()
                              : !verdict.paper.empty() ? &verdict.paper.front()
                                                       : nullptr;
  const std::string where = describe(org, Scopes{false, verdict.open_scopes});
  const std::string duty(org[verdict.duty].id);
  Finding finding(
      "duty-partly-covered", fmt::format("nobody is accountable for {} in {}", quoted(duty), where),
      shown != nullptr ? shown->span : org.company_span, labels.empty() ? "" : labels.front().text);
  add_labels(finding, labels);
  finding.add_subject(org.subject(verdict.duty));
  for (const ScopeId open : verdict.open_scopes) {
    finding.add_party({Subject::Kind::reference, std::string(org.scopes[open.index()])});
  }
  for (const Holder& holder : verdict.holders) finding.add_related(org.subject(holder.party));
  for (const Holder& holder : verdict.paper) finding.add_related(org.subject(holder.party));
  const std::vector<const Holder*> absent = absent_there(verdict);
  const auto help = [&](const std::string& id) { return help_text(org, verdict, absent, id); };
  finding.help_text = help(plain(duty));
  // Who is missing there is the one to fill in for; the holder of a part may hold the rest, too.
  if (absent.size() == 1 && covers_open(org, verdict, *absent.front())) {
    if (auto deputy = fill(org, absent.front()->party)) offer(finding, std::move(*deputy));
  }
  if (verdict.holders.size() == 1 && !own_scopes(org, verdict.duty, verdict.holders[0]).empty()) {
    Fix fix{fmt::format("let {} hold it in {} as well", short_name(org, verdict.holders[0].party),
                        where),
            {}};
    for (const ScopeId open : verdict.open_scopes) {
      fix.changes.push_back(
          AddToList{verdict.holders[0].span, "scope", std::string(org.scopes[open.index()])});
    }
    offer(finding, std::move(fix));
  }
  if (!org.complete) {
    finding.severity = Severity::note;
    finding.notes.push_back("the description says that it is not complete");
  }
  std::vector<Party> absent_parties;
  for (const Holder* holder : absent) absent_parties.push_back(holder->party);
  finding.grouping =
      Grouping{where + ' ' + key_of(org, holders_of(verdict)) + "- " + key_of(org, absent_parties),
               "nobody is accountable for {} in " + where,
               (absent.empty() ? "for each " : "") + help("<id>")};
  findings.push_back(std::move(finding));
}

void find(const Facts& facts, Findings& findings) {
  for (const Verdict& verdict : facts.coverage) {
    if (verdict.kind != VerdictKind::partly_covered || verdict.open_scopes.empty()) continue;
    report(facts.org, verdict, findings);
  }
}

}  // namespace

extern const Check duty_partly_covered_check;
const Check duty_partly_covered_check{
    .id = "duty-partly-covered",
    .group = Group::coverage,
    .severity = Severity::error,
    .says = "some of the company's scopes have nobody accountable for a duty",
    .why =
        "A duty that is split by region or division is covered only where every part has a "
        "holder who is there.",
    .loud = "An error, because in some part of the company the duty is simply missing.",
    .sources = "A33, F8",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
