#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

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

/// When somebody is in the post, as far as the text tells.
std::vector<Stay> stays_of(const Org& org, PositionId id) {
  const Position& position = org[id];
  const PositionDecl& decl = *position.decl;
  if (position.filling == Filling::eliminated) return {};
  // A deputy keeps the duties alive whatever the dates say.
  if (position.deputy) return {without_end(id)};
  std::vector<Stay> out;
  for (const HolderDecl& holder : decl.holders) {
    if (!holder.name.given() || holder.state.value == "eliminated") continue;
    Stay turn = stay(id, holder.from, holder.until);
    if (decl.until.given() && decl.until.value < turn.until) {
      turn.until = decl.until.value;
      turn.until_span = decl.until.span;
    }
    out.push_back(turn);
  }
  const bool undisclosed = position.filling == Filling::undisclosed;
  if (!decl.holder.empty() || (decl.holders.empty() && undisclosed)) {
    out.push_back(stay(id, decl.from, decl.until));
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
  /// What ends with one stay in one post, of one duty.
  struct End {
    DutyId duty;
    PositionId post;
    Gap gap;
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
    std::map<std::pair<PositionId, Date>, End> ends;
    for (const ScopeId scope : held) {
      const auto gap = first_gap(by_scope[scope], org_.as_of);
      if (!gap || !gap->last.post) continue;
      const PositionId post = *gap->last.post;
      auto [entry, fresh] =
          ends.try_emplace({post, gap->last.until}, End{verdict.duty, post, *gap, {}});
      End& end = entry->second;
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

  /// Bodies stay. So does a post of which the dates do not tell why it is filled today.
  const std::vector<Stay>& stays(const Holder& holder) {
    const auto [entry, fresh] = stays_.try_emplace(holder.party);
    if (!fresh) return entry->second;
    const auto seat = org_.seat(holder.party);
    const auto post = seat ? org_.position(*seat) : std::nullopt;
    std::vector<Stay> found = post ? stays_of(org_, *post) : std::vector<Stay>{};
    const bool now = std::ranges::any_of(
        found, [&](const Stay& s) { return s.from <= org_.as_of && org_.as_of <= s.until; });
    if (active(holder.filling) && !now) found = {without_end(post)};
    entry->second = std::move(found);
    return entry->second;
  }

  void report(const End& end, Findings& findings) const {
    const PositionId post = end.post;
    const Date first = next_day(end.gap.last.until);
    Finding finding(
        "coverage-gap-ahead", message(end, quoted(org_[end.duty].id)),
        end.gap.last.until_span ? end.gap.last.until_span : org_.place(org_.vertex(post)),
        "the last day");
    finding.add_subject(org_.subject(end.duty));
    finding.add_subject(org_.subject(post));
    for (const Incumbent& each : org_[post].incumbents) {
      finding.add_related(org_.subject(each.person));
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
    finding.grouping = Grouping{fmt::format("{} {} {}", post.index(), to_string(end.gap.last.until),
                                            end.gap.next ? to_string(end.gap.next->from) : ""),
                                message(end, "{}")};
    findings.push_back(std::move(finding));
  }

  std::string message(const End& end, const std::string& what) const {
    return fmt::format("from {} on nobody is accountable for {}: {} is there until {}",
                       to_string(next_day(end.gap.last.until)), what, introduce(org_, end.post),
                       to_string(end.gap.last.until));
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
