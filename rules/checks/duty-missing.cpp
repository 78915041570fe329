#include <fmt/format.h>

#include <map>
#include <unordered_map>
#include <utility>

#include "model/text.hpp"
#include "rules/check.hpp"
#include "rules/proof.hpp"
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

std::string bundle(const Org& org, const Owner& owner) {
  switch (owner.kind) {
    case Owner::Kind::shared:
      return "@shared";
    case Owner::Kind::contested:
      return "@contested";
    case Owner::Kind::role:
      break;
  }
  return fmt::format("@{}", plain(org[owner.role].id));
}

class Search {
 public:
  Search(const Facts& facts, Findings& findings)
      : org_(facts.org), findings_(findings), chiefs_(chiefs(facts.org)) {
    for (const Position& p : org_.positions) collect_exceptions(p.decl->duties.accountable);
    for (const Team& t : org_.teams) collect_exceptions(t.decl->duties.accountable);
    for (const Body& b : org_.bodies) collect_exceptions(b.decl->duties.accountable);
  }

  void run(const Coverage& coverage) {
    std::map<OwnerKey, std::size_t> all;
    VerdictGroups<OwnerKey> missing;
    for (const Verdict& verdict : coverage) {
      if (verdict.kind == VerdictKind::unowned) continue;
      const OwnerKey owner = key(org_[verdict.duty].owner);
      ++all[owner];
      if (verdict.kind == VerdictKind::missing) missing.add(owner, verdict);
    }
    for (const VerdictGroup& group : missing.all()) {
      const Owner& owner = org_[group.front()->duty].owner;
      if (told_by_role_missing(owner)) continue;
      // What hangs on a role that the company does without is one thing to say, too.
      const bool whole = group.size() == all[key(owner)];
      const bool nobody = owner.kind == Owner::Kind::role && !chiefs_[owner.role.index()];
      if (group.size() > 2 && (whole || nobody)) {
        report_all(owner, group, whole);
      } else {
        for (const Verdict* verdict : group) report(org_[verdict->duty], verdict->duty);
      }
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

  bool told_by_role_missing(const Owner& owner) const {
    return owner.kind == Owner::Kind::role && is_required(org_, owner.role) &&
           !chiefs_[owner.role.index()];
  }

  void report_all(const Owner& owner, const VerdictGroup& group, bool whole) {
    const auto holder = best_holder(org_, chiefs_, org_[group.front()->duty]);
    Finding finding("duty-missing",
                    fmt::format("nobody is accountable for {}{} duties {}",
                                whole ? "any of the " : "", group.size(), all_of_whom(org_, owner)),
                    holder ? org_.place(org_.vertex(*holder)) : org_.company_span,
                    holder ? should_hold(org_[group.front()->duty], *holder) + " them" : "");
    add_duties(finding, org_, group);
    if (owner.kind == Owner::Kind::role) finding.add_subject(org_.subject(owner.role));
    if (holder) {
      finding.add_subject(org_.subject(*holder));
      finding.help_text = help_to_hold(org_, *holder, bundle(org_, owner));
    } else {
      finding.help_text = fmt::format(
          "write `accountable = [\"{}\"]` at the post that answers for them", bundle(org_, owner));
    }
    findings_.push_back(std::move(finding));
  }

  void report(const Duty& duty, DutyId id) {
    const auto holder = best_holder(org_, chiefs_, duty);
    const auto exception = exceptions_.find(duty.id);
    const bool taken_off = exception != exceptions_.end();
    const Span own = duty.declared ? duty.declared : duty.viewed;
    const Span post = holder ? org_.place(org_.vertex(*holder)) : Span();
    const std::string nearest = holder ? should_hold(duty, *holder) + " it" : std::string();
    Finding finding(
        "duty-missing",
        fmt::format("nobody is accountable for {}, {}", quoted(duty.id), whose(org_, duty.owner)),
        taken_off ? exception->second
        : post    ? post
        : own     ? own
                  : org_.company_span,
        taken_off ? "taken off here, and nobody else has it" : nearest);
    finding.add_subject(org_.subject(id));
    if (duty.owner.kind == Owner::Kind::role) finding.add_subject(org_.subject(duty.owner.role));
    if (holder) finding.add_subject(org_.subject(*holder));
    std::vector<Label> labels;
    if (taken_off && holder) labels.push_back({post, nearest});
    add_parts(finding, labels, id, Raci::responsible, "does it", "done by");
    add_parts(finding, labels, id, Raci::consulted, "is consulted", "consulted:");
    if (duty.viewed) labels.push_back({duty.viewed, "nobody is `accountable` here"});
    if (duty.declared) labels.push_back({duty.declared, "the company asks for it here"});
    add_labels(finding, labels);
    finding.help_text = help(duty, id, holder, taken_off);
    findings_.push_back(std::move(finding));
  }

  std::string should_hold(const Duty& duty, PositionId holder) const {
    const bool owner =
        duty.owner.kind == Owner::Kind::role && org_[holder].has_role(duty.owner.role);
    return owner ? "should hold" : "may hold";
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
    if (holder) return help_to_hold(org_, *holder, entry);
    return fmt::format("write `accountable = [\"{}\"]` at the post that answers for it", entry);
  }

  void add_parts(Finding& finding, std::vector<Label>& labels, DutyId id, Raci raci,
                 std::string_view does, std::string_view list) const {
    std::vector<Party> parties;
    for (const Assignment& part : org_.of(id, raci)) {
      labels.push_back({part.span, fmt::format("{} {}", introduce(org_, part.party), does)});
      parties.push_back(part.party);
      finding.add_subject(org_.subject(part.party));
    }
    if (parties.empty()) return;
    finding.notes.push_back(
        fmt::format("{} {}{}", list, names_of(org_, parties),
                    raci == Raci::responsible ? ", but nobody answers for it" : ""));
  }

  const Org& org_;
  Findings& findings_;
  Chiefs chiefs_;
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
};

}  // namespace rolecall
