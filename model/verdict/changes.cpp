#include "model/verdict/changes.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "model/verdict/known.hpp"
#include "model/verdict/pair_up.hpp"

namespace rolecall {
namespace {

std::string_view boss_of(const Org& org, PositionId id) {
  const auto boss = org.graph.boss(org.vertex(id));
  return boss ? org.id(*boss) : std::string_view();
}

/// The names of those who are there, whatever the order in which they are written; of an earlier
/// state by their later names.
std::set<std::string_view> holders_of(const Org& org, PositionId id, const LaterNames* names) {
  std::set<std::string_view> out;
  for (const Incumbent& each : org[id].incumbents) {
    const std::string_view name = org[each.person].name;
    out.insert(names == nullptr ? name : names->of(Subject::Kind::person, name));
  }
  return out;
}

/// Somebody has the post, and not a deputy for the time without. Who is on leave has it still.
bool is_taken(const Position& position) {
  if (position.filling == Filling::deputised) return position.holder.has_value();
  return active(position.filling) || position.filling == Filling::on_leave;
}

const Org* org_of(const Judgement& judgement) { return judgement.org ? &*judgement.org : nullptr; }

/// The id of a party by its later name.
std::string_view later_id(const LaterNames& names, const Org& org, Party party) {
  const Subject::Kind kind = party.kind == Party::Kind::position ? Subject::Kind::position
                             : party.kind == Party::Kind::team   ? Subject::Kind::team
                                                                 : Subject::Kind::body;
  return names.of(kind, org.id(party));
}

/// Compares the posts of two states.
class PositionComparer {
 public:
  PositionComparer(const Org* before, const Org* after, const LaterNames& names)
      : before_(before), after_(after), names_(names) {}

  std::vector<PositionChange> compare() const {
    const Decls<PositionDecl> were = counted(before_);
    const Decls<PositionDecl> are = counted(after_);
    const auto was = indices(were);
    const auto is = indices(are);
    std::vector<PositionChange> out;
    for (const Pair<PositionDecl>& pair : pair_up(were, are, id_key<PositionDecl>)) {
      PositionChange change =
          change_of(pair.before == nullptr ? std::nullopt : std::optional(was.at(pair.before)),
                    pair.after == nullptr ? std::nullopt : std::optional(is.at(pair.after)));
      change.keys = compare_keys(pair.before, pair.after, names_);
      if (change.any()) out.push_back(std::move(change));
    }
    return out;
  }

 private:
  static Decls<PositionDecl> counted(const Org* org) {
    Decls<PositionDecl> out;
    if (org == nullptr) return out;
    for (const Position& position : org->positions) out.push_back(position.decl);
    return out;
  }

  static std::unordered_map<const PositionDecl*, PositionId> indices(
      const Decls<PositionDecl>& decls) {
    std::unordered_map<const PositionDecl*, PositionId> out;
    for (std::size_t i = 0; i < decls.size(); ++i) out.emplace(decls[i], PositionId(i));
    return out;
  }

  PositionChange change_of(std::optional<PositionId> was, std::optional<PositionId> is) const {
    PositionChange change;
    change.before = was;
    change.after = is;
    if (was) {
      const Position& position = (*before_)[*was];
      change.id = position.id;
      change.boss_before = names_.of_party(boss_of(*before_, *was));
      change.holder_before = position.holder_names;
      change.title_before = position.title;
      change.filling_before = position.filling;
    }
    if (is) {
      const Position& position = (*after_)[*is];
      if (was && change.id != position.id) change.was = change.id;
      change.id = position.id;
      change.boss_after = boss_of(*after_, *is);
      change.holder_after = position.holder_names;
      change.shared_after = position.incumbents.size() > 1;
      change.title_after = position.title;
      change.filling_after = position.filling;
    }
    if (!was || !is) return change;
    const bool taken_before = is_taken((*before_)[*was]);
    const bool taken_after = is_taken((*after_)[*is]);
    change.moved = change.boss_before != change.boss_after;
    change.filled = !taken_before && taken_after;
    change.vacated = taken_before && !taken_after;
    change.handed_over = taken_before && taken_after &&
                         holders_of(*before_, *was, &names_) != holders_of(*after_, *is, nullptr);
    change.refilled = taken_before == taken_after && change.filling_before != change.filling_after;
    // A post without a title is called by its id.
    const auto title = names_.of(Subject::Kind::position, change.title_before);
    change.renamed = change.title_before != change.title_after && title != change.title_after;
    return change;
  }

  const Org* before_;
  const Org* after_;
  const LaterNames& names_;
};

/// Compares the duties of two states, and finds the posts whose change is the cause.
class DutyComparer {
 public:
  explicit DutyComparer(Changes& changes) : changes_(changes) {
    for (const PositionChange& change : changes.positions) posts_.emplace(change.id, &change);
  }

  void compare() {
    std::map<std::string_view, const Verdict*> left;
    if (changes_.before->org) {
      const Org& org = *changes_.before->org;
      for (const Verdict& verdict : changes_.before->coverage) {
        left.emplace(changes_.names.of(Subject::Kind::duty, org[verdict.duty].id), &verdict);
      }
    }
    if (changes_.after->org) {
      for (const Verdict& verdict : changes_.after->coverage) {
        const auto known = left.find((*changes_.after->org)[verdict.duty].id);
        const Verdict* was = known == left.end() ? nullptr : known->second;
        if (was != nullptr) left.erase(known);
        add(was, &verdict);
      }
    }
    for (const auto& [id, verdict] : left) add(verdict, nullptr);
  }

 private:
  using Ids = std::vector<std::string_view>;

  void add(const Verdict* before, const Verdict* after) {
    DutyChange change;
    if (before != nullptr) {
      const Org& org = *changes_.before->org;
      change.id = changes_.names.of(Subject::Kind::duty, org[before->duty].id);
      change.title = org[before->duty].title;
      change.before = ids(*changes_.before->org, before->holders, changes_.names);
      change.verdict_before = before->kind;
    }
    if (after != nullptr) {
      const Org& org = *changes_.after->org;
      change.id = org[after->duty].id;
      change.title = org[after->duty].title;
      change.after = ids(*changes_.after->org, after->holders, {});
      change.verdict_after = after->kind;
    }
    if (change.before == change.after && change.verdict_before == change.verdict_after) return;
    if (before != nullptr && after != nullptr) change.cause = cause_of(*before, *after);
    changes_.duties.push_back(std::move(change));
  }

  static Ids ids(const Org& org, const std::vector<Holder>& holders, const LaterNames& names) {
    Ids out;
    for (const Holder& holder : holders) out.push_back(later_id(names, org, holder.party));
    std::ranges::sort(out);
    const auto doubles = std::ranges::unique(out);
    out.erase(doubles.begin(), doubles.end());
    return out;
  }

  /// All who are to answer for a duty, whether somebody is there or not.
  static Ids named(const Org& org, const Verdict& verdict, const LaterNames& names) {
    std::vector<Holder> all = verdict.holders;
    all.insert(all.end(), verdict.paper.begin(), verdict.paper.end());
    return ids(org, all, names);
  }

  std::string_view cause_of(const Verdict& before, const Verdict& after) const {
    const Ids were = named(*changes_.before->org, before, changes_.names);
    const Ids are = named(*changes_.after->org, after, {});
    Ids differ;
    std::ranges::set_symmetric_difference(were, are, std::back_inserter(differ));
    if (differ.empty()) return refilled(after);
    if (differ.size() > 1) return {};
    // With a post come its duties, and they go with it.
    const auto post = posts_.find(differ.front());
    if (post == posts_.end()) return {};
    return post->second->added() || post->second->removed() ? post->first : std::string_view();
  }

  /// The one post, among those who are named, that is filled in another way.
  std::string_view refilled(const Verdict& after) const {
    std::string_view cause;
    const Org& org = *changes_.after->org;
    for (const auto* holders : {&after.holders, &after.paper}) {
      for (const Holder& holder : *holders) {
        const auto seat = org.seat(holder.party);
        const auto post = seat ? posts_.find(org.id(*seat)) : posts_.end();
        if (post == posts_.end()) continue;
        const PositionChange& change = *post->second;
        if (!change.filled && !change.vacated && !change.refilled) continue;
        if (!cause.empty() && cause != post->first) return {};
        cause = post->first;
      }
    }
    return cause;
  }

  Changes& changes_;
  std::unordered_map<std::string_view, const PositionChange*> posts_;
};

/// Takes out of the keys what the duties tell: an entry of `accountable` that names one duty, which
/// comes to the party or leaves it.
class ToldByDuties {
 public:
  explicit ToldByDuties(Changes& changes) : changes_(changes) {
    for (const DutyChange& change : changes.duties) {
      enter(change.after, change.before, change.id);
      enter(change.before, change.after, change.id);
    }
  }

  void take_out() {
    for (PositionChange& change : changes_.positions) {
      take_out(change.keys, change.id, Refers::party);
    }
    std::erase_if(changes_.positions, [](const PositionChange& change) { return !change.any(); });
    for (TableChange& change : changes_.tables) {
      if (change.table == "team" || change.table == "body") {
        take_out(change.keys, change.id, Refers::party);
      } else if (change.table == "duties") {
        take_out(change.keys, change.id, Refers::duty);
      }
    }
    std::erase_if(changes_.tables, [](const TableChange& change) { return !change.any(); });
  }

 private:
  using Told = std::set<std::pair<std::string_view, std::string_view>>;  // a party, a duty

  void enter(const std::vector<std::string_view>& here, const std::vector<std::string_view>& there,
             std::string_view duty) {
    for (const std::string_view party : here) {
      if (!std::ranges::binary_search(there, party)) told_.emplace(party, duty);
    }
  }

  /// `id` is of the party or of the duty whose table it is.
  void take_out(KeyChanges& keys, std::string_view id, Refers table) const {
    std::erase_if(keys, [&](const KeyChange& key) {
      if (key.key != "accountable") return false;
      const auto told = [&](std::string_view entry) {
        if (table == Refers::duty) return told_.contains({entry, id});
        return told_.contains({id, entry.substr(entry.starts_with('!') ? 1 : 0)});
      };
      const auto gained = key.gained();
      const auto lost = key.lost();
      return gained.size() + lost.size() > 0 && std::ranges::all_of(gained, told) &&
             std::ranges::all_of(lost, told);
    });
  }

  Changes& changes_;
  Told told_;
};

void compare_findings(Changes& changes) {
  // Those that are accepted already are not there; what is accepted now is not fixed by it.
  KnownFindings known;
  std::vector<const Finding*> earlier;
  for (const Finding& finding : changes.before->findings) {
    if (finding.waived) continue;
    known.add({}, meaning(finding, [&](const Subject& s) { return changes.names.of(s); }));
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
  const Org* was = org_of(before);
  const Org* is = org_of(after);
  if (was != nullptr && is != nullptr) changes.names = LaterNames(*was, *is);
  changes.positions = PositionComparer(was, is, changes.names).compare();
  changes.tables = compare_tables(was, is, changes.names);
  DutyComparer(changes).compare();
  ToldByDuties(changes).take_out();
  compare_findings(changes);
  return changes;
}

void keep_new(Judgement& judgement, const Judgement& before) {
  if (!is_whole(judgement)) return;
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
