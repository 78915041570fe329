#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/text/date.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"

namespace rolecall {
namespace {

bool is_never(const WrittenDate& from, const WrittenDate& until) {
  return from.given() && until.given() && until.value < from.value;
}

/// `who`: whose dates they are; the words of a sentence.
void report_never(const Org& org, PositionId post, std::string_view who, const WrittenDate& from,
                  const WrittenDate& until, const Text* holder, Findings& findings) {
  Finding finding("wrong-dates",
                  fmt::format("{} {} ends on {}, before it begins on {}", who, quoted(org[post].id),
                              to_string(until.value), to_string(from.value)),
                  until.span, "before `from`");
  finding.add_subject(org.subject(post));
  if (holder != nullptr) finding.add_subject({Subject::Kind::reference, holder->value});
  finding.add_label(from.span, "begins here");
  finding.help_text = "correct one of the two; both days are included";
  findings.push_back(std::move(finding));
}

/// A turn that can be told from a job share: somebody is there for good, in no state of its own.
bool is_plain_turn(const HolderDecl& turn) {
  return turn.name.given() && turn.state.empty() && (turn.from.given() || turn.until.given()) &&
         !is_never(turn.from, turn.until);
}

bool same_days(const HolderDecl& a, const HolderDecl& b) {
  const auto same = [](const WrittenDate& x, const WrittenDate& y) {
    return x.given() == y.given() && x.value == y.value;
  };
  return same(a.from, b.from) && same(a.until, b.until);
}

/// `before` begins first.
void report_overlap(const Org& org, PositionId post, const HolderDecl& before,
                    const HolderDecl& next, Findings& findings) {
  const bool inside = next.until.given() && next.until.value < before.until.value;
  const Date last = inside ? next.until.value : before.until.value;
  Finding finding("wrong-dates",
                  fmt::format("{} and {} are both in {} from {} to {}", plain(before.name.value),
                              plain(next.name.value), quoted(org[post].id),
                              to_string(next.from.value), to_string(last)),
                  next.from.span, "begins here");
  finding.severity = Severity::warning;
  finding.add_subject(org.subject(post));
  finding.add_party({Subject::Kind::person, before.name.value});
  finding.add_party({Subject::Kind::person, next.name.value});
  finding.add_label(before.until.span, "is still there");
  finding.help_text =
      fmt::format("{}; where they share the post, leave out the dates that say otherwise",
                  inside ? "correct the dates"
                         : fmt::format("let {} end on {}", plain(before.name.value),
                                       to_string(day_before(next.from.value))));
  findings.push_back(std::move(finding));
}

void find_overlaps(const Org& org, PositionId post, Findings& findings) {
  std::vector<const HolderDecl*> turns;
  for (const HolderDecl& turn : org[post].decl->holders) {
    if (is_plain_turn(turn)) turns.push_back(&turn);
  }
  const auto begin = [](const HolderDecl* turn) {
    return std::pair(turn->from.given() ? turn->from.value : Date{}, turn->name.value);
  };
  std::ranges::sort(turns, {}, begin);
  const HolderDecl* longest = nullptr;  // of those before that have an end
  for (const HolderDecl* turn : turns) {
    if (longest != nullptr && turn->from.given() && !same_days(*longest, *turn) &&
        longest->name.value != turn->name.value) {
      Date last = longest->until.value;
      if (turn->until.given()) last = std::min(last, turn->until.value);
      // What is over harms nobody, and a month is a handover.
      if (last >= org.as_of && month_after(turn->from.value) <= last) {
        report_overlap(org, post, *longest, *turn, findings);
      }
    }
    if (turn->until.given() && (longest == nullptr || longest->until.value < turn->until.value)) {
      longest = turn;
    }
  }
}

void find(const Facts& facts, Findings& findings) {
  const Org& org = facts.org;
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const PositionId id(i);
    const PositionDecl& decl = *org[id].decl;
    if (is_never(decl.from, decl.until)) {
      report_never(org, id, "the time of", decl.from, decl.until, nullptr, findings);
    }
    for (const HolderDecl& turn : decl.holders) {
      if (!is_never(turn.from, turn.until)) continue;
      report_never(org, id,
                   turn.name.given() ? fmt::format("the turn of {} in", plain(turn.name.value))
                                     : std::string("a turn in"),
                   turn.from, turn.until, turn.name.given() ? &turn.name : nullptr, findings);
    }
    find_overlaps(org, id, findings);
  }
}

}  // namespace

extern const Check wrong_dates_check;
const Check wrong_dates_check{
    .id = "wrong-dates",
    .group = Group::roles,
    .severity = Severity::error,
    .says = "a last day lies before the first one, or two turns of holders overlap",
    .why =
        "Whoever ends before the beginning is never there, so that the post is judged as vacant. "
        "Turns that overlap by more than a month of handover are seldom meant: one of the dates is "
        "of another year.",
    .loud =
        "An error where there is no day left; a warning where turns overlap, for the two may share "
        "the post.",
    .sources = "",
    .find = find,
};

}  // namespace rolecall
