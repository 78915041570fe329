#include "model/verdict/changes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/verdict/known.hpp"

namespace rolecall {
namespace {

template <class Items>
auto by_id(const Items& items) {
  std::map<std::string_view, std::size_t> out;
  for (std::size_t i = 0; i < items.size(); ++i) out.emplace(items[i].id, i);
  return out;
}

std::string_view boss_of(const Org& org, PositionId id) {
  const auto boss = org.graph.boss(org.vertex(id));
  return boss ? org.id(*boss) : std::string_view();
}

std::string_view holder_of(const Org& org, PositionId id) {
  return org[id].holder ? org[*org[id].holder].name : std::string_view();
}

/// Somebody has the post, and not a deputy for the time without.
bool is_taken(Filling filling) { return active(filling) && filling != Filling::deputised; }

PositionChange position_change(const Org* before, std::optional<PositionId> was, const Org* after,
                               std::optional<PositionId> is) {
  PositionChange change;
  change.before = was;
  change.after = is;
  if (was) {
    change.id = (*before)[*was].id;
    change.boss_before = boss_of(*before, *was);
    change.holder_before = holder_of(*before, *was);
  }
  if (is) {
    change.id = (*after)[*is].id;
    change.boss_after = boss_of(*after, *is);
    change.holder_after = holder_of(*after, *is);
  }
  if (!was || !is) return change;
  const bool taken_before = is_taken((*before)[*was].filling);
  const bool taken_after = is_taken((*after)[*is].filling);
  change.moved = change.boss_before != change.boss_after;
  change.filled = !taken_before && taken_after;
  change.vacated = taken_before && !taken_after;
  change.handed_over = taken_before && taken_after && change.holder_before != change.holder_after;
  change.renamed = (*before)[*was].title != (*after)[*is].title;
  return change;
}

bool says_anything(const PositionChange& change) {
  return change.added() || change.removed() || change.moved || change.filled || change.vacated ||
         change.handed_over || change.renamed;
}

void compare_positions(const Org* before, const Org* after, std::vector<PositionChange>& out) {
  std::map<std::string_view, std::size_t> left;
  if (before != nullptr) left = by_id(before->positions);
  if (after != nullptr) {
    for (std::size_t i = 0; i < after->positions.size(); ++i) {
      std::optional<PositionId> was;
      if (const auto known = left.find(after->positions[i].id); known != left.end()) {
        was = PositionId(known->second);
        left.erase(known);
      }
      const PositionChange change = position_change(before, was, after, PositionId(i));
      if (says_anything(change)) out.push_back(change);
    }
  }
  std::vector<std::size_t> gone;
  for (const auto& [id, index] : left) gone.push_back(index);
  std::ranges::sort(gone);  // as in the file
  for (const std::size_t index : gone) {
    out.push_back(position_change(before, PositionId(index), after, std::nullopt));
  }
}

std::vector<std::string_view> holders_of(const Org& org, const Verdict& verdict) {
  std::vector<std::string_view> out;
  for (const Holder& holder : verdict.holders) out.push_back(org.id(holder.party));
  std::ranges::sort(out);
  const auto doubles = std::ranges::unique(out);
  out.erase(doubles.begin(), doubles.end());
  return out;
}

void compare_duties(const Judgement& before, const Judgement& after, std::vector<DutyChange>& out) {
  std::map<std::string_view, const Verdict*> left;
  if (before.org) {
    for (const Verdict& verdict : before.coverage) {
      left.emplace((*before.org)[verdict.duty].id, &verdict);
    }
  }
  if (after.org) {
    for (const Verdict& verdict : after.coverage) {
      DutyChange change;
      change.id = (*after.org)[verdict.duty].id;
      change.after = holders_of(*after.org, verdict);
      change.verdict_after = verdict.kind;
      if (const auto known = left.find(change.id); known != left.end()) {
        change.before = holders_of(*before.org, *known->second);
        change.verdict_before = known->second->kind;
        left.erase(known);
      }
      if (change.before != change.after || change.verdict_before != change.verdict_after) {
        out.push_back(std::move(change));
      }
    }
  }
  for (const auto& [id, verdict] : left) {
    DutyChange change;
    change.id = id;
    change.before = holders_of(*before.org, *verdict);
    change.verdict_before = verdict->kind;
    out.push_back(std::move(change));
  }
}

void compare_findings(Changes& changes) {
  // Those that are accepted already are not there; what is accepted now is not fixed by it.
  KnownFindings known;
  std::vector<const Finding*> earlier;
  for (const Finding& finding : changes.before->findings) {
    if (finding.waived) continue;
    known.add({}, meaning(finding));
    earlier.push_back(&finding);
  }
  std::vector<Meaning> meanings;
  for (const Finding& finding : changes.after->findings) meanings.push_back(meaning(finding));
  const auto matches = known.find({}, meanings);
  std::vector<bool> seen(earlier.size());
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const Finding& finding = changes.after->findings[i];
    if (matches[i]) seen[matches[i]->record] = true;
    if (finding.waived) continue;
    const bool same = matches[i] && !matches[i]->worse &&
                      finding.severity <= earlier[matches[i]->record]->severity;
    if (same) {
      ++changes.unchanged;
    } else {
      changes.appeared.push_back(&finding);
    }
  }
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    if (!seen[i]) changes.fixed.push_back(earlier[i]);
  }
}

}  // namespace

Changes compare(const Judgement& before, const Judgement& after) {
  Changes changes;
  changes.before = &before;
  changes.after = &after;
  compare_positions(before.org ? &*before.org : nullptr, after.org ? &*after.org : nullptr,
                    changes.positions);
  compare_duties(before, after, changes.duties);
  compare_findings(changes);
  return changes;
}

void keep_new(Judgement& judgement, const Judgement& before) {
  if (!judgement.org) return;
  const Changes changes = compare(before, judgement);
  const std::set<const Finding*> fresh(changes.appeared.begin(), changes.appeared.end());
  Findings kept;
  for (Finding& finding : judgement.findings) {
    if (finding.waived || fresh.contains(&finding)) kept.push_back(std::move(finding));
  }
  judgement.known += changes.unchanged;
  judgement.findings = std::move(kept);
}

std::size_t count(const std::vector<const Finding*>& findings, Severity severity) {
  return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
}

}  // namespace rolecall
