#include "model/language/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "model/language/language.hpp"
#include "model/language/renames.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

template <class T>
Span place_of(const Written<T>& value) {
  return value.span;
}
Span place_of(const DutyEntry& entry) { return entry.what.span; }
Span place_of(const HolderDecl& holder) { return holder.span; }
/// The first entry's, as the narrowest; else the list's own.
template <class T>
Span place_of(const WrittenList<T>& values) {
  return values.empty() ? values.span : place_of(values.front());
}

/// Where the value of a key stands; no place where it is not given.
template <class T>
Span place_of(const Field<T>& field, const T& decl) {
  return std::visit([&](auto member) { return place_of(decl.*member); }, field.member);
}

template <class T>
void take(const Field<T>& field, T& to, T& from) {
  std::visit([&](auto member) { to.*member = std::move(from.*member); }, field.member);
}

template <class T>
void clear(const Field<T>& field, T& decl) {
  std::visit([&](auto member) { decl.*member = {}; }, field.member);
}

/// Calls `use(field, part of to, part of from)` with every key of a table, duty lists among them.
template <class T, class Use>
void each_key(T& to, T& from, Use use) {
  for (const Field<T>& field : fields<T>()) use(field, to, from);
  if constexpr (requires { to.duties; }) {
    for (const Field<DutyLists>& field : fields<DutyLists>()) use(field, to.duties, from.duties);
  } else if constexpr (requires { to.lists; }) {
    for (const Field<DutyLists>& field : fields<DutyLists>()) use(field, to.lists, from.lists);
  }
}

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

std::string_view key_of(const DutyViewDecl& decl) { return decl.duty.value; }
std::string_view key_of(const PersonDecl& decl) {
  return decl.id.given() ? decl.id.value : decl.name.value;
}
template <class T>
std::string_view key_of(const T& decl) {
  return decl.id.value;
}

Span key_place(const DutyViewDecl& decl) { return decl.duty.span; }
template <class T>
Span key_place(const T& decl) {
  if constexpr (requires { decl.name; }) {
    if (!decl.id.given() && decl.name.given()) return decl.name.span;
  }
  return decl.id.given() ? decl.id.span : decl.span;
}

void said_twice(Findings& findings, std::string_view key, std::string_view table, Span again,
                Span first) {
  Finding finding("duplicate-id", fmt::format("`{}` of {} is said twice", key, table), again,
                  "said again here");
  finding.add_subject({Subject::Kind::reference, std::string(key)});
  finding.add_label(first, "first said here");
  finding.notes.push_back("the first one counts, this one is passed over");
  finding.help_text = "say it in one of the files";
  findings.push_back(std::move(finding));
}

template <class T>
void add_keys(T& to, T& from, const std::string& table, Findings& findings) {
  each_key(to, from, [&](const auto& field, auto& into, auto& out_of) {
    const Span again = place_of(field, out_of);
    if (!again) return;
    if (const Span first = place_of(field, into)) {
      said_twice(findings, field.key, table, again, first);
    } else {
      take(field, into, out_of);
    }
  });
}

using SameHolders = std::function<bool(const Texts&, const Texts&)>;

/// Changes tables of one kind.
template <class T>
class Changer {
 public:
  /// `same_holders` tells whether two values of `holder` mean the same people.
  Changer(std::vector<T>& base, std::string_view table, Findings& findings,
          SameHolders same_holders = {})
      : base_(base), table_(table), findings_(findings), same_holders_(std::move(same_holders)) {
    // The first of equal ids counts, as everywhere.
    for (std::size_t i = 0; i < base.size(); ++i) known_.emplace(key_of(base[i]), i);
  }

  void change(std::vector<T>& proposal) {
    std::set<std::size_t> gone;
    std::set<std::size_t> done;
    std::vector<T> added;
    for (T& decl : proposal) {
      const auto found = known_.find(key_of(decl));
      // The second change of one table is a double, which the builder reports.
      if (found != known_.end() && done.insert(found->second).second) {
        if (decl.remove.value) {
          gone.insert(found->second);
        } else {
          change_one(base_[found->second], decl);
        }
      } else if (found == known_.end() && (decl.remove.value || !decl.unset.empty())) {
        not_there(decl);
      } else {
        added.push_back(std::move(decl));
      }
    }
    std::size_t index = 0;
    std::erase_if(base_, [&](const T&) { return gone.contains(index++); });
    append(base_, added);
  }

 private:
  void change_one(T& base, T& decl) {
    for (const Text& key : decl.unset) unset(base, key);
    if constexpr (requires { decl.holders; }) take_leave(base, decl);
    if constexpr (requires { decl.boss_unread; }) {
      if (decl.reports_to.given()) base.boss_unread = decl.boss_unread;
    }
    each_key(base, decl, [](const auto& field, auto& to, auto& from) {
      if (field.key != "id" && place_of(field, from)) take(field, to, from);
    });
    base.remove = {};
    base.unset.clear();
  }

  /// Takes away what is about the holder that the proposal replaces.
  void take_leave(T& base, const T& decl) {
    const bool another = decl.holder.given() && !same_holders_(base.holder, decl.holder);
    if (another || decl.holders.given()) {
      // That a post does not exist yet is about the post, whoever will have it.
      const bool planned =
          std::ranges::find(base.state, "planned", &Text::value) != base.state.end();
      if (!planned) base.from = {};
      if (!planned) base.state = {};
      base.until = {};
      base.deputy = {};
    }
    if (decl.holder.given()) base.holders = {};
    if (decl.holders.given()) base.holder = {};
  }

  void unset(T& base, const Text& key) {
    std::vector<std::string_view> known;
    bool found = false;
    each_key(base, base, [&](const auto& field, auto& to, auto&) {
      if (field.key == "id" || field.key == "remove" || field.key == "unset") return;
      known.push_back(field.key);
      if (field.key != key.value) return;
      clear(field, to);
      found = true;
    });
    if (found) return;
    Finding finding("unknown-reference",
                    fmt::format("`unset` names {}, which is no key of {} that can be taken away",
                                quoted(key.value), table_),
                    key.span, "must be a key");
    finding.add_subject({Subject::Kind::reference, key.value});
    if (const auto near = near_miss(key.value, known)) offer_word(finding, key.span, *near);
    findings_.push_back(std::move(finding));
  }

  void not_there(const T& decl) {
    const std::string id(key_of(decl));
    Finding finding("unknown-reference",
                    fmt::format("{} {} is to be {}, and the base has none", table_, quoted(id),
                                decl.remove.value ? "removed" : "changed"),
                    key_place(decl), "not in the base");
    finding.add_subject({Subject::Kind::reference, id});
    std::vector<std::string_view> ids;
    for (const auto& [key, index] : known_) ids.push_back(key);
    if (near_misses_left_ > 0) {
      --near_misses_left_;
      if (const auto near = near_miss(id, ids)) offer_word(finding, key_place(decl), *near);
    }
    findings_.push_back(std::move(finding));
  }

  std::vector<T>& base_;
  std::string_view table_;
  Findings& findings_;
  SameHolders same_holders_;
  std::map<std::string, std::size_t, std::less<>> known_;
  std::size_t near_misses_left_ = 32;
};

template <class T>
void change(std::vector<T>& base, std::vector<T>& proposal, std::string_view table,
            Findings& findings, SameHolders same_holders = {}) {
  Changer<T>(base, table, findings, std::move(same_holders)).change(proposal);
}

/// Ids of people and their names.
using People = std::map<std::string, std::string, std::less<>>;

People people_of(const Document& base, const Document& proposal) {
  People out;
  for (const Document* each : {&base, &proposal}) {
    for (const PersonDecl& person : each->persons) {
      if (person.id.given() && person.name.given()) {
        out.emplace(person.id.value, person.name.value);
      }
    }
  }
  return out;
}

std::set<std::string_view> names_in(const People& people, const Texts& holders) {
  std::set<std::string_view> out;
  for (const Text& holder : holders) {
    const auto known = people.find(holder.value);
    out.insert(known == people.end() ? holder.value : known->second);
  }
  return out;
}

template <class T>
void refuse(const std::vector<T>& decls, Findings& findings) {
  for (const T& decl : decls) {
    const bool removes = decl.remove.given();
    if (!removes && decl.unset.empty()) continue;
    findings.push_back(
        Finding("unknown-key",
                fmt::format("`{}` changes a base, and there is none", removes ? "remove" : "unset"),
                removes ? decl.remove.span : decl.unset.front().span, "has nothing to change")
            .about({Subject::Kind::reference, removes ? "remove" : "unset"})
            .help("name the description that it changes at the top: `base = \"current.toml\"`"));
  }
}

}  // namespace

void add_part(Document& whole, Document part, Findings& findings) {
  whole.damaged = whole.damaged || part.damaged;
  whole.trees.merge(part.trees);
  if (!whole.company.span) whole.company.span = part.company.span;
  add_keys(whole.company, part.company, "[company]", findings);

  std::map<std::string, std::size_t, std::less<>> views;
  for (std::size_t i = 0; i < whole.duty_views.size(); ++i) {
    views.try_emplace(whole.duty_views[i].duty.value, i);
  }
  for (DutyViewDecl& view : part.duty_views) {
    const auto known = views.find(view.duty.value);
    if (known == views.end()) {
      whole.duty_views.push_back(std::move(view));
    } else {
      add_keys(whole.duty_views[known->second], view, fmt::format("[duties.{}]", view.duty.value),
               findings);
    }
  }
  std::map<std::string, Span, std::less<>> settings;
  for (const SettingDecl& decl : whole.settings) settings.emplace(decl.key.value, decl.key.span);
  for (SettingDecl& decl : part.settings) {
    if (const auto known = settings.find(decl.key.value); known != settings.end()) {
      said_twice(findings, decl.key.value, "[checks]", decl.key.span, known->second);
    } else {
      whole.settings.push_back(std::move(decl));
    }
  }
  append(whole.positions, part.positions);
  append(whole.persons, part.persons);
  append(whole.teams, part.teams);
  append(whole.bodies, part.bodies);
  append(whole.links, part.links);
  append(whole.duties, part.duties);
  append(whole.waivers, part.waivers);
}

Document changed(Document base, Document proposal, Findings& findings) {
  base.company.judged = {};  // of the base alone
  base.damaged = base.damaged || proposal.damaged;
  base.trees.merge(proposal.trees);
  for (WaiverDecl& waiver : base.waivers) waiver.of_base = true;
  follow_renames(base, proposal);
  if (proposal.company.span) {
    if (!base.company.span) base.company.span = proposal.company.span;
    each_key(base.company, proposal.company, [](const auto& field, auto& to, auto& from) {
      if (place_of(field, from)) take(field, to, from);
    });
  }
  change(base.positions, proposal.positions, "[[position]]", findings,
         [people = people_of(base, proposal)](const Texts& a, const Texts& b) {
           return names_in(people, a) == names_in(people, b);
         });
  change(base.persons, proposal.persons, "[[person]]", findings);
  change(base.teams, proposal.teams, "[[team]]", findings);
  change(base.bodies, proposal.bodies, "[[body]]", findings);
  change(base.duties, proposal.duties, "[[duty]]", findings);
  change(base.duty_views, proposal.duty_views, "[duties]", findings);
  for (const PersonDecl& person : base.persons) {
    if (person.name.given()) continue;
    findings.emplace_back("missing-key", "`name` is missing in [[person]]", person.span,
                          "needs `name`");
  }
  std::set<std::string_view> set_anew;
  for (const SettingDecl& decl : proposal.settings) set_anew.insert(decl.key.value);
  std::erase_if(base.settings,
                [&](const SettingDecl& old) { return set_anew.contains(old.key.value); });
  append(base.settings, proposal.settings);
  append(base.links, proposal.links);
  append(base.waivers, proposal.waivers);
  return base;
}

void refuse_changes(const Document& document, Findings& findings) {
  refuse(document.positions, findings);
  refuse(document.persons, findings);
  refuse(document.teams, findings);
  refuse(document.bodies, findings);
  refuse(document.duties, findings);
  refuse(document.duty_views, findings);
}

}  // namespace rolecall
