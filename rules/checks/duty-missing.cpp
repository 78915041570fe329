#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/org/assign.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/best_holder.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"
#include "rules/fixes.hpp"
#include "rules/survey.hpp"

namespace rolecall {
namespace {

using OwnerKey = std::pair<Owner::Kind, RoleId>;

OwnerKey key(const Owner& owner) {
  return {owner.kind, owner.kind == Owner::Kind::role ? owner.role : RoleId()};
}

/// "a duty of the CIO", for the end of a sentence.
std::string whose(const Org& org, const Owner& owner) {
  switch (owner.kind) {
    case Owner::Kind::shared:
      return "a shared duty of CIO and CTO";
    case Owner::Kind::contested:
      return "a duty for either the CIO or the CTO";
    case Owner::Kind::role:
      break;
  }
  return fmt::format("a duty of the {}", plain(org[owner.role].id));
}

/// "of the CIO", after "any of the 12 duties".
std::string all_of_whom(const Org& org, const Owner& owner) {
  switch (owner.kind) {
    case Owner::Kind::shared:
      return "that CIO and CTO share";
    case Owner::Kind::contested:
      return "that either CIO or CTO may hold";
    case Owner::Kind::role:
      break;
  }
  return fmt::format("of the {}", plain(org[owner.role].id));
}

class Search {
 public:
  Search(const Facts& facts, Findings& findings)
      : org_(facts.org), findings_(findings), chiefs_(chiefs(facts.org)), best_(facts) {
    for (const Position& p : org_.positions) collect_exceptions(p.decl->duties.accountable);
    for (const Team& t : org_.teams) collect_exceptions(t.decl->duties.accountable);
    for (const Body& b : org_.bodies) collect_exceptions(b.decl->duties.accountable);
  }

  void run(const Coverage& coverage) {
    for (const Verdict& verdict : coverage) {
      Sum& sum = sums_[key(org_[verdict.duty].owner)];
      sum.freed |= verdict.kind == VerdictKind::unowned;
      if (verdict.kind == VerdictKind::unowned) continue;
      ++sum.all;
      if (verdict.kind == VerdictKind::missing) {
        ++sum.missing;
        sum.told_here &= !hangs_on_missing_role(org_, chiefs_, org_[verdict.duty]);
        sum.answerers.insert(best_.of(verdict.duty));
      }
      for (const auto* holders : {&verdict.holders, &verdict.paper}) {
        for (const Holder& holder : *holders) sum.bundled |= !holder.exact;
      }
    }
    for (const Verdict& verdict : coverage) {
      if (verdict.kind != VerdictKind::missing) continue;
      const Duty& duty = org_[verdict.duty];
      if (hangs_on_missing_role(org_, chiefs_, duty)) continue;
      Finding finding = about(duty, verdict.duty);
      const bool alone = !is_one_cause(duty.owner) && has_own_story(verdict.duty);
      if (!alone) finding.grouping = grouping(duty, verdict.duty);
      offer_fixes(finding, verdict.duty, !alone);
      findings_.push_back(std::move(finding));
    }
  }

 private:
  /// `!duty` in a list says that the duty was taken off on purpose, which is the place to look at.
  void collect_exceptions(const std::vector<DutyEntry>& entries) {
    for (const DutyEntry& entry : entries) {
      const std::string_view what = entry.what.value;
      if (what.starts_with('!')) exceptions_.try_emplace(what.substr(1), entry.what.span);
    }
  }

  /// Whether nothing of an owner's is held, or what is missing hangs on a role that the company
  /// does without.
  bool is_one_cause(const Owner& owner) const {
    const Sum& sum = sums_.at(key(owner));
    return sum.missing == sum.all ||
           (owner.kind == Owner::Kind::role && !chiefs_[owner.role.index()]);
  }

  /// Whether the text speaks of the duty, so that its finding has more to show than its name.
  bool has_own_story(DutyId id) const {
    const Duty& duty = org_[id];
    return duty.declared || duty.viewed || exceptions_.contains(duty.id) ||
           !org_.of(id, Raci::responsible).empty() || !org_.of(id, Raci::consulted).empty();
  }

  /// Whether the owner's bundle gives the missing ones to the one who should answer for all of
  /// them, and doubles none that is held through a bundle.
  bool takes_bundle(const Owner& owner) const {
    const Sum& sum = sums_.at(key(owner));
    return !sum.bundled && sum.told_here && sum.answerers.size() == 1;
  }

  /// With the other duties of the owner that nobody holds.
  Grouping grouping(const Duty& duty, DutyId id) const {
    const Owner& owner = duty.owner;
    const Sum& sum = sums_.at(key(owner));
    const auto holder = best_.of(id);
    Grouping out;
    // Whoever should hold them is to be the same, so that the help fits all.
    out.key = fmt::format("{} {} {}", static_cast<int>(owner.kind), key(owner).second.index(),
                          holder ? org_[*holder].id : std::string_view());
    if (sum.told_here) {
      out.message = "nobody is accountable for {} " + all_of_whom(org_, owner);
      out.all = sum.all;
    } else {
      out.message = "nobody is accountable for {} that every company has";
    }
    if (sum.freed) {
      out.one = "required duty";
      out.many = "required duties";
    }
    if (!takes_bundle(owner)) {
      out.help = fmt::format("name each in `accountable` of {}",
                             holder ? quoted(org_[*holder].id) + ", or of somebody in that line"
                                    : "the post that answers for it");
    } else if (holder) {
      out.help = help_for(*holder, plain(bundle_name(org_, owner)));
    } else {
      out.help = fmt::format("write `accountable = [\"{}\"]` at the post that answers for them",
                             plain(bundle_name(org_, owner)));
    }
    return out;
  }

  Finding about(const Duty& duty, DutyId id) const {
    const auto holder = best_.of(id);
    const auto exception = exceptions_.find(duty.id);
    const bool taken_off = exception != exceptions_.end();
    const Span own = duty.declared ? duty.declared : duty.viewed;
    const Span post = holder ? org_.place(org_.vertex(*holder)) : Span();
    const std::string nearest = holder ? should_hold(duty, *holder) : std::string();
    Finding finding(
        "duty-missing",
        fmt::format("nobody is accountable for {}, {}", quoted(duty.id), whose(org_, duty.owner)),
        taken_off ? exception->second
        : post    ? post
        : own     ? own
                  : org_.company_span,
        taken_off ? "taken off here, and nobody else has it" : nearest);
    finding.add_subject(org_.subject(id));
    if (duty.owner.kind == Owner::Kind::role) finding.add_related(org_.subject(duty.owner.role));
    if (holder) finding.add_related(org_.subject(*holder));
    std::vector<Label> labels;
    if (taken_off && holder) labels.push_back({post, nearest});
    add_parts(finding, labels, id, Raci::responsible, "does it", "done by");
    add_parts(finding, labels, id, Raci::consulted, "is consulted", "consulted:");
    if (duty.viewed) labels.push_back({duty.viewed, "nobody is `accountable` here"});
    if (duty.declared) labels.push_back({duty.declared, "the company asks for it here"});
    add_labels(finding, labels);
    finding.help_text = help(duty, id, holder, taken_off);
    return finding;
  }

  /// The owner's bundle where nothing of it is held, and the duty alone.
  void offer_fixes(Finding& finding, DutyId id, bool in_group) const {
    const Duty& duty = org_[id];
    const auto holder = best_.of(id);
    if (!holder || !directs_doers(org_, Party{Party::Kind::position, holder->value}, id)) return;
    const auto exception = exceptions_.find(duty.id);
    if (exception != exceptions_.end()) {
      offer(finding,
            {fmt::format("drop the `\"!{}\"`", plain(duty.id)), {RemoveEntry{exception->second}}});
      return;
    }
    if (!active(org_[*holder].filling)) return;
    const Sum& sum = sums_.at(key(duty.owner));
    if (in_group && takes_bundle(duty.owner) && sum.missing == sum.all && sum.all > 1 &&
        !sum.freed) {
      offer(finding, give_entry(org_, *holder, bundle_name(org_, duty.owner)));
    }
    offer(finding, give_entry(org_, *holder, duty.id));
  }

  /// What a vacant post is given stands on paper until somebody is there, which is told by itself.
  std::string help_for(PositionId holder, std::string_view entry) const {
    const std::string give = help_to_hold(org_, holder, entry);
    if (active(org_[holder].filling)) return give;
    const auto deputy = name_deputy(org_, holder);
    return fmt::format("name a `holder` of {}, or {}, and {}", quoted(org_[holder].id),
                       deputy ? deputy->title : "a `deputy`", give);
  }

  std::string should_hold(const Duty& duty, PositionId holder) const {
    const bool owner =
        duty.owner.kind == Owner::Kind::role && org_[holder].has_role(duty.owner.role);
    return owner ? "should be accountable" : "may be accountable";
  }

  std::string help(const Duty& duty, DutyId id, std::optional<PositionId> holder,
                   bool taken_off) const {
    const std::string entry = plain(duty.id);
    if (taken_off) {
      const auto doers = org_.of(id, Raci::responsible);
      return fmt::format("drop the `\"!{}\"`, or let {} be `accountable`", entry,
                         doers.empty() ? "somebody else"
                                       : short_name(org_, doers.front().party) + ", who does it,");
    }
    if (holder) return help_for(*holder, entry);
    return fmt::format("write `accountable = [\"{}\"]` at the post that answers for it", entry);
  }

  void add_parts(Finding& finding, std::vector<Label>& labels, DutyId id, Raci raci,
                 std::string_view does, std::string_view list) const {
    std::vector<Party> parties;
    for (const Assignment& part : org_.of(id, raci)) {
      labels.push_back({part.span, fmt::format("{} {}", introduce(org_, part.party), does)});
      parties.push_back(part.party);
      finding.add_related(org_.subject(part.party));
    }
    if (parties.empty()) return;
    finding.notes.push_back(
        fmt::format("{} {}{}", list, names_of(org_, parties),
                    raci == Raci::responsible ? ", but nobody answers for it" : ""));
  }

  /// What became of the duties of one owner.
  struct Sum {
    std::size_t all = 0;
    std::size_t missing = 0;
    bool bundled = false;   ///< some are held through a bundle, which another would double
    bool freed = false;     ///< some need not be held
    bool told_here = true;  ///< none of the missing ones is told with its missing role
    std::set<std::optional<PositionId>> answerers;  ///< who should hold the missing ones
  };

  const Org& org_;
  Findings& findings_;
  Chiefs chiefs_;
  BestHolder best_;
  std::map<OwnerKey, Sum> sums_;
  std::unordered_map<std::string_view, Span> exceptions_;
};

void find(const Facts& facts, Findings& findings) {
  if (!facts.org.has_duty_lists) return;  // `duties-unassigned` says so once
  Search(facts, findings).run(facts.coverage);
}

}  // namespace

extern const Check duty_missing_check;
const Check duty_missing_check{
    .id = "duty-missing",
    .group = Group::coverage,
    .severity = Severity::error,
    .says = "nobody is accountable for a duty",
    .why =
        "What nobody answers for is done by chance. The finding says who works on it already, "
        "who should hold it, and the entry to add.",
    .loud = "An error, because nobody can be asked when the duty is not done.",
    .sources = "A33, A37, F8",
    .find = find,
    .absence = true,
};

}  // namespace rolecall
