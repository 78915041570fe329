#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/catalogue/placeholder.hpp"
#include "model/org/scopes.hpp"
#include "model/text/text.hpp"
#include "model/verdict/lines.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

constexpr Date always{9999, 12, 31};

/// A time in which somebody is there, both days included.
struct Stay {
  Date from{1, 1, 1};
  Date until = always;
  Span from_span;
  Span until_span;
  std::optional<PositionId> post;
};

Stay without_end(std::optional<PositionId> post) {
  Stay out;
  out.post = post;
  return out;
}

Stay stay(PositionId post, const WrittenDate& from, const WrittenDate& until) {
  Stay out = without_end(post);
  if (from.given()) {
    out.from = from.value;
    out.from_span = from.span;
  }
  if (until.given()) {
    out.until = until.value;
    out.until_span = until.span;
  }
  return out;
}

/// Whether a vacancy is written in place of a name.
bool is_nobody(const Text& name) {
  const auto kind = placeholder(name.value);
  return kind && *kind != NoName::undisclosed;
}

bool says(const Texts& states, std::string_view state) {
  return std::ranges::find(states, state, &Text::value) != states.end();
}

/// When somebody is in the post itself, as far as the text tells. Who is on leave is not.
std::vector<Stay> own_stays(const Org& org, PositionId id) {
  const Position& position = org[id];
  const PositionDecl& decl = *position.decl;
  if (position.filling == Filling::eliminated) return {};
  std::vector<Stay> out;
  for (const HolderDecl& holder : decl.holders) {
    const Texts& states = holder.state.given() ? holder.state : decl.state;
    const bool ended = says(states, "eliminated") || says(states, "leave");
    if (!holder.name.given() || ended || is_nobody(holder.name)) continue;
    Stay turn = stay(id, holder.from, holder.until);
    if (decl.until.given() && decl.until.value < turn.until) {
      turn.until = decl.until.value;
      turn.until_span = decl.until.span;
    }
    out.push_back(turn);
  }
  const bool undisclosed = position.states.has(Filling::undisclosed);
  const bool named = std::ranges::any_of(decl.holder, std::not_fn(is_nobody));
  const bool there = named || (decl.holders.empty() && undisclosed);
  if (there && position.filling != Filling::on_leave && !says(decl.state, "leave")) {
    out.push_back(stay(id, decl.from, decl.until));
  }
  return out;
}

/// When somebody answers for the post: who is in it, and a deputy for as long as that one is there.
std::vector<Stay> stays_of(const Org& org, PositionId id) {
  const Position& position = org[id];
  std::vector<Stay> out = own_stays(org, id);
  if (position.deputy_post && position.deputy_post != id) {
    for (Stay stay : own_stays(org, *position.deputy_post)) {
      stay.post = id;
      out.push_back(stay);
    }
    if (org[*position.deputy_post].deputy) out.push_back(without_end(id));
  } else if (position.deputy && !position.deputy_post) {
    const bool leaver = std::ranges::find(position.incumbents, *position.deputy,
                                          &Incumbent::person) != position.incumbents.end();
    if (!leaver) out.push_back(without_end(id));
  }
  return out;
}

/// A day on which nobody is there any more, who was there until then, and who comes next.
struct Gap {
  Stay last;
  std::optional<Stay> next;
};

/// The first gap after `today`, in stays that may overlap; none where there is no end, or where
/// nobody is there today.
std::optional<Gap> first_gap(std::vector<Stay> stays, Date today) {
  std::ranges::sort(stays, {}, &Stay::from);
  std::optional<Stay> last;
  for (const Stay& stay : stays) {
    if (stay.until < today) continue;
    const Date needed = last ? next_day(last->until) : today;
    if (needed < stay.from) return last ? std::optional(Gap{*last, stay}) : std::nullopt;
    if (!last || last->until < stay.until) last = stay;
    if (last->until == always) return std::nullopt;
  }
  return last ? std::optional(Gap{*last, std::nullopt}) : std::nullopt;
}

class Search {
 public:
  explicit Search(const Facts& facts) : org_(facts.org) {
    for (const Verdict& verdict : facts.coverage) {
      if (is_held(verdict)) look_at(verdict);
    }
  }

  void report(Findings& findings) const {
    for (const End& end : ends_) report(end, findings);
  }

 private:
  /// What ends on one day, of one duty: in one post, or in several for different scopes.
  struct End {
    DutyId duty;
    std::set<PositionId> posts;
    Gap gap;  ///< of the first
    std::set<ScopeId> scopes;
  };

  void look_at(const Verdict& verdict) {
    const bool all_stay = std::ranges::all_of(verdict.holders, [&](const Holder& holder) {
      return std::ranges::all_of(stays(holder), [](const Stay& s) { return s.until == always; });
    });
    if (all_stay) return;
    std::map<ScopeId, std::vector<Stay>> by_scope;
    std::set<ScopeId> held;
    for (const Holder& holder : verdict.holders) {
      for (const ScopeId scope : members(org_, holder.scopes)) held.insert(scope);
      add(holder, by_scope);
    }
    for (const Holder& holder : verdict.paper) add(holder, by_scope);
    std::map<Date, End> ends;
    for (const ScopeId scope : held) {
      const auto gap = first_gap(by_scope[scope], org_.as_of);
      if (!gap || !gap->last.post) continue;
      const PositionId post = *gap->last.post;
      auto [entry, fresh] = ends.try_emplace(gap->last.until, End{verdict.duty, {}, *gap, {}});
      End& end = entry->second;
      end.posts.insert(post);
      if (gap->next && (!end.gap.next || gap->next->from < end.gap.next->from)) {
        end.gap.next = gap->next;
      }
      end.scopes.insert(scope);
    }
    for (auto& [key, end] : ends) ends_.push_back(std::move(end));
  }

  void add(const Holder& holder, std::map<ScopeId, std::vector<Stay>>& by_scope) {
    for (const ScopeId scope : members(org_, holder.scopes)) {
      for (const Stay& stay : stays(holder)) by_scope[scope].push_back(stay);
    }
  }

  /// Bodies stay. So does a post of which the dates do not tell why it is filled today. A team is
  /// led as long as one of its leads is there.
  const std::vector<Stay>& stays(const Holder& holder) {
    const auto [entry, fresh] = stays_.try_emplace(holder.party);
    if (!fresh) return entry->second;
    const auto seat = org_.seat(holder.party);
    const auto post = seat ? org_.position(*seat) : std::nullopt;
    std::vector<Stay> found;
    for (const Vertex at : org_.seats(holder.party)) {
      const auto held = org_.position(at);
      if (held) std::ranges::copy(stays_of(org_, *held), std::back_inserter(found));
    }
    const bool now = std::ranges::any_of(
        found, [&](const Stay& s) { return s.from <= org_.as_of && org_.as_of <= s.until; });
    if (active(holder.filling) && !now) found = {without_end(post)};
    entry->second = std::move(found);
    return entry->second;
  }

  void report(const End& end, Findings& findings) const {
    const PositionId post = *end.gap.last.post;
    const Date first = next_day(end.gap.last.until);
    Finding finding(
        "coverage-gap-ahead", message(end, quoted(org_[end.duty].id)),
        end.gap.last.until_span ? end.gap.last.until_span : org_.place(org_.vertex(post)),
        "the last day");
    finding.add_subject(org_.subject(end.duty));
    for (const PositionId each : end.posts) {
      if (each != post) finding.add_label(last_day(each, end.gap.last.until), "the last day here");
      finding.add_party(org_.subject(each));
      for (const Incumbent& who : org_[each].incumbents) {
        finding.add_related(org_.subject(who.person));
      }
    }
    if (end.scopes.size() < org_.scopes.size()) {
      const std::vector<ScopeId> scopes(end.scopes.begin(), end.scopes.end());
      finding.notes.push_back("in " + describe(org_, Scopes{false, scopes}));
    }
    if (const auto& next = end.gap.next) {
      finding.add_label(next->from_span, "the next one begins");
      if (next->post) finding.add_related(org_.subject(*next->post));
      finding.notes.push_back(fmt::format("the next one begins on {}", to_string(next->from)));
    }
    finding.help_text =
        end.gap.next
            ? fmt::format("let the next one begin on {}, or name a `deputy` who bridges the gap",
                          to_string(first))
            : fmt::format("name who follows from {} on in `holders`, or a `deputy`",
                          to_string(first));
    // What is more than a year away is worth knowing, and not yet a worry.
    const Date soon{org_.as_of.year + 1, org_.as_of.month, org_.as_of.day};
    if (soon < first || !org_.complete) finding.severity = Severity::note;
    const std::vector<PositionId> posts(end.posts.begin(), end.posts.end());
    finding.grouping =
        Grouping{fmt::format("{} {} {}", ids_of(org_, posts), to_string(end.gap.last.until),
                             end.gap.next ? to_string(end.gap.next->from) : ""),
                 message(end, "{}")};
    findings.push_back(std::move(finding));
  }

  /// Where the text says that somebody is in the post until that day.
  Span last_day(PositionId post, Date until) const {
    for (const Stay& stay : stays_of(org_, post)) {
      if (stay.until == until && stay.until_span) return stay.until_span;
    }
    return org_.place(org_.vertex(post));
  }

  std::string message(const End& end, const std::string& what) const {
    constexpr std::size_t most_named = 4;
    std::vector<std::string> who;
    for (const PositionId post : end.posts) who.push_back(introduce(org_, post));
    std::string names;
    for (std::size_t i = 0; i < std::min(who.size(), most_named); ++i) {
      if (i > 0) names += i + 1 == who.size() ? " and " : ", ";
      names += who[i];
    }
    if (who.size() > most_named) names += fmt::format(" and {} more", who.size() - most_named);
    return fmt::format("from {} on nobody is accountable for {}: {} {} there until {}",
                       to_string(next_day(end.gap.last.until)), what, names,
                       who.size() > 1 ? "are" : "is", to_string(end.gap.last.until));
  }

  const Org& org_;
  std::map<Party, std::vector<Stay>> stays_;
  std::vector<End> ends_;
};

void find(const Facts& facts, Findings& findings) { Search(facts).report(findings); }

}  // namespace

extern const Check coverage_gap_ahead_check;
const Check coverage_gap_ahead_check{
    .id = "coverage-gap-ahead",
    .group = Group::structure,
    .severity = Severity::warning,
    .says = "a duty that is covered now will have nobody from a known day on",
    .why =
        "The dates in the description already tell that somebody leaves before the next one "
        "begins. There is still time to name a successor or a deputy.",
    .loud =
        "A warning, because nothing is wrong yet; a note where the day is more than a year away.",
    .sources = "A33, F8",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
