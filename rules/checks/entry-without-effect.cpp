#include <fmt/format.h>

#include <map>
#include <set>
#include <string>

#include "model/org/assign.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"
#include "rules/check.hpp"
#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

class Search {
 public:
  Search(const Facts& facts, Findings& findings) : org_(facts.org), findings_(findings) {
    for (std::size_t i = 0; i < org_.duties.size(); ++i)
      by_id_.emplace(org_.duties[i].id, DutyId(i));
  }

  void run() {
    for (std::size_t i = 0; i < org_.positions.size(); ++i) {
      look(Party::Kind::position, i, org_.positions[i].decl->duties);
    }
    for (std::size_t i = 0; i < org_.teams.size(); ++i) {
      look(Party::Kind::team, i, org_.teams[i].decl->duties);
    }
    for (std::size_t i = 0; i < org_.bodies.size(); ++i) {
      look(Party::Kind::body, i, org_.bodies[i].decl->duties);
    }
  }

 private:
  void look(Party::Kind kind, std::size_t index, const DutyLists& lists) {
    const Party party{kind, static_cast<std::uint32_t>(index)};
    look(party, Raci::accountable, lists.accountable);
    look(party, Raci::responsible, lists.responsible);
    look(party, Raci::consulted, lists.consulted);
    look(party, Raci::informed, lists.informed);
  }

  void look(Party party, Raci raci, const std::vector<DutyEntry>& list) {
    std::map<std::string_view, const DutyEntry*> there;  // entries without scopes, by their text
    for (const DutyEntry& entry : list) {
      const std::string_view text = entry.what.value;
      if (text.starts_with('!')) {
        except(party, raci, entry, there);
        continue;
      }
      if (!entry.scope.empty()) {
        scoped_.insert(text);
        continue;
      }
      const auto [first, fresh] = there.try_emplace(text, &entry);
      if (!fresh) {
        report(party, entry, fmt::format("{} stands twice in {}", quoted(text), of(party, raci)),
               "again here", first->second->what.span, "it stands here");
      } else if (raci == Raci::accountable) {
        look_in_bundle(party, entry);
      }
    }
    scoped_.clear();
  }

  /// `!networks` takes off what stands before it.
  void except(Party party, Raci raci, const DutyEntry& entry,
              std::map<std::string_view, const DutyEntry*>& there) {
    const std::string_view name = std::string_view(entry.what.value).substr(1);
    const auto duty = by_id_.find(name);
    if (duty == by_id_.end()) {
      there.clear();  // a bundle: what is left of the list is not looked at
      return;
    }
    const std::string bundle = bundle_name(org_, org_[duty->second].owner);
    const std::string part = fmt::format("{}/{}", bundle, org_[duty->second].area);
    const auto has = [&](std::string_view what) {
      return there.contains(what) || scoped_.contains(what);
    };
    if (!has(name) && !has(bundle) && !has(part)) {
      report(party, entry,
             fmt::format("{} takes nothing off in {}", quoted(entry.what.value), of(party, raci)),
             "nothing before it holds this", {}, {});
    }
    there.erase(name);
  }

  /// A duty that its holder has by a bundle as well, and that nobody else has: naming it decides
  /// nothing.
  void look_in_bundle(Party party, const DutyEntry& entry) {
    const auto duty = by_id_.find(entry.what.value);
    // To name a contested duty is to settle it.
    if (duty == by_id_.end() || org_[duty->second].owner.kind == Owner::Kind::contested) return;
    const Assignment* bundle = nullptr;
    bool named = false;
    for (const Assignment& each : org_.of(duty->second, Raci::accountable)) {
      if (each.party != party) return;
      if (!each.scopes.all) return;
      if (!each.exact) bundle = &each;
      named = named || (each.exact && entry.scope.empty());
    }
    if (bundle == nullptr || !named) return;
    report(party, entry,
           fmt::format("{} is in a bundle of {} already", quoted(entry.what.value),
                       of(party, Raci::accountable)),
           "says nothing more", bundle->span, "the bundle");
  }

  std::string of(Party party, Raci raci) const {
    return fmt::format("`{}` of {}", name(raci), short_name(org_, party));
  }

  void report(Party party, const DutyEntry& entry, std::string message, std::string label,
              const Span& other, std::string other_label) {
    // In the base of a proposal it may well have an effect.
    if (org_.document->base.given() && entry.what.span.file != 0) return;
    Finding finding("entry-without-effect", std::move(message), entry.what.span, std::move(label));
    std::string_view name = entry.what.value;
    if (name.starts_with('!')) name.remove_prefix(1);
    finding.add_subject(org_.subject(party));
    finding.add_subject({Subject::Kind::duty, std::string(name)});
    finding.add_label(other, std::move(other_label));
    offer(finding, {fmt::format("take `\"{}\"` out", plain(entry.what.value)),
                    {RemoveEntry{entry.what.span}},
                    true});
    findings_.push_back(std::move(finding));
  }

  const Org& org_;
  Findings& findings_;
  std::map<std::string_view, DutyId> by_id_;
  std::set<std::string_view> scoped_;  ///< entries of the list with scopes of their own
};

void find(const Facts& facts, Findings& findings) { Search(facts, findings).run(); }

}  // namespace

extern const Check entry_without_effect_check;
const Check entry_without_effect_check{
    .id = "entry-without-effect",
    .group = Group::structure,
    .severity = Severity::note,
    .says = "an entry of a list of duties changes nothing",
    .why =
        "What stands twice, takes nothing off, or is in a bundle that nobody else has a part in "
        "makes a list longer and says no more. Often something else was meant.",
    .loud = "A note, because nothing in the judgement changes when the entry is taken away.",
    .sources = "",
    .find = find,
};

}  // namespace rolecall
