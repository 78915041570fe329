#include "model/verdict/table_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <type_traits>
#include <utility>

#include "model/text/date.hpp"
#include "model/verdict/pair_up.hpp"

namespace rolecall {
namespace {

/// No text of a description holds it, so that entries are equal only where their parts are.
constexpr char separator = '\x1f';

using Entries = std::vector<std::string>;

/// "Ada Okafor (from 2026-01-01, interim)", "networks in DE, FR": the parts of an entry for people.
std::string shown(std::string_view raw, std::string_view before, std::string_view after) {
  std::string out;
  std::size_t parts = 0;
  for (const char c : raw) {
    if (c != separator) {
      out += c;
    } else {
      out += parts++ == 0 ? before : std::string_view(", ");
    }
  }
  if (parts != 0) out += after;
  return out;
}

/// What a key says, entry by entry.
class Entering {
 public:
  /// `names`: renames, for the earlier state; null for the later one.
  Entering(const LaterNames* names, Refers refers) : names_(names), refers_(refers) {}

  Entries of(const Text& text) const {
    return text.given() ? Entries{later(text.value)} : Entries{};
  }
  Entries of(const Texts& texts) const {
    Entries out;
    for (const Text& text : texts) out.push_back(later(text.value));
    return out;
  }
  Entries of(const WrittenDate& date) const {
    return date.given() ? Entries{to_string(date.value)} : Entries{};
  }
  Entries of(const WrittenInt& number) const {
    return number.given() ? Entries{fmt::to_string(number.value)} : Entries{};
  }
  Entries of(const WrittenBool& flag) const {
    return flag.given() ? Entries{flag.value ? "true" : "false"} : Entries{};
  }
  Entries of(const DutyEntries& entries) const {
    Entries out;
    for (const DutyEntry& entry : entries) {
      out.push_back(later(entry.what.value));
      for (const Text& scope : entry.scope) out.back() += separator + scope.value;
    }
    return out;
  }
  Entries of(const HolderDecls& holders) const {
    Entries out;
    for (const HolderDecl& holder : holders) {
      std::string& entry = out.emplace_back();
      for (const Field<HolderDecl>& field : fields<HolderDecl>()) {
        const Entries said = std::visit(
            [&](auto member) { return Entering(names_, field.refers).of(holder.*member); },
            field.member);
        if (said.empty()) continue;
        if (field.key != "name") entry += separator + std::string(field.key) + ' ';
        for (std::size_t i = 0; i < said.size(); ++i) entry += (i > 0 ? " and " : "") + said[i];
      }
    }
    return out;
  }

 private:
  std::string later(const std::string& text) const {
    return names_ == nullptr ? text : names_->of_text(text, refers_);
  }

  const LaterNames* names_;
  Refers refers_;
};

template <class T>
constexpr bool is_list = requires(T value) {
  value.begin();
};
template <>
constexpr bool is_list<Text> = false;

/// What stands between the parts of an entry, and behind them.
template <class T>
std::pair<std::string_view, std::string_view> brackets() {
  if constexpr (std::is_same_v<T, HolderDecls>) return {" (", ")"};
  return {" in ", ""};
}

/// Whether a key that names one, or several who share, names at most one in both states.
template <class T, class M>
bool names_one(std::string_view key, const T* before, const T* after, M T::*member) {
  constexpr std::string_view shared[] = {"holder", "lead", "chair"};
  if constexpr (std::is_same_v<M, Texts>) {
    const auto one = [&](const T* decl) { return decl == nullptr || (decl->*member).size() <= 1; };
    return std::ranges::find(shared, key) != std::end(shared) && one(before) && one(after);
  }
  return false;
}

template <class T>
void compare_fields(Fields<T> fields, const T* before, const T* after, const LaterNames& names,
                    KeyChanges& out, Refers instead = Refers::nothing) {
  for (const Field<T>& field : fields) {
    if (field.key == "id") continue;
    const Refers refers = instead == Refers::nothing ? field.refers : instead;
    std::visit(
        [&](auto member) {
          using Value = std::remove_cvref_t<decltype(after->*member)>;
          KeyChange change;
          change.key = field.key;
          change.refers = refers;
          change.list = is_list<Value> && !names_one(field.key, before, after, member);
          change.given_before = before != nullptr && (before->*member).given();
          change.given_after = after != nullptr && (after->*member).given();
          if (!change.given_before && !change.given_after) return;
          if (change.given_before) change.before = Entering(&names, refers).of(before->*member);
          if (change.given_after) change.after = Entering(nullptr, refers).of(after->*member);
          if (change.given_before == change.given_after && change.before == change.after) return;
          const auto [open, close] = brackets<Value>();
          for (Entries* entries : {&change.before, &change.after}) {
            for (std::string& entry : *entries) entry = shown(entry, open, close);
          }
          out.push_back(std::move(change));
        },
        field.member);
  }
}

/// Entries of `all` that `others` has not, each as often as it is missing there.
Entries without(const Entries& all, const Entries& others) {
  std::map<std::string_view, std::size_t> there;
  for (const std::string& each : others) ++there[each];
  Entries out;
  for (const std::string& each : all) {
    const auto known = there.find(each);
    if (known == there.end() || known->second == 0) {
      out.push_back(each);
    } else {
      --known->second;
    }
  }
  return out;
}

template <class T>
std::string name_of(const T& table) {
  if constexpr (requires { table.title; }) {
    return table.title.value;
  } else if constexpr (requires { table.name; }) {
    return table.name.value;
  } else {
    return {};
  }
}

class Comparer {
 public:
  Comparer(const Org* before, const Org* after, const LaterNames& names)
      : before_(before), after_(after), names_(names) {}

  std::vector<TableChange> compare() {
    compare_company();
    compare_passed_over();
    compare_all("person", &Document::persons, id_key<PersonDecl>);
    compare_all("team", &Document::teams, id_key<TeamDecl>);
    compare_all("body", &Document::bodies, id_key<BodyDecl>);
    compare_all("link", &Document::links, [&](const LinkDecl& link, bool earlier) {
      return joined(link.between, Refers::party, earlier);
    });
    compare_all("duty", &Document::duties, id_key<DutyDecl>);
    compare_all("duties", &Document::duty_views, [&](const DutyViewDecl& view, bool earlier) {
      return earlier ? names_.of_text(view.duty.value, Refers::duty) : view.duty.value;
    });
    compare_all("role", &Document::roles, id_key<RoleDecl>);
    compare_settings();
    compare_all("waiver", &Document::waivers, [&](const WaiverDecl& waiver, bool earlier) {
      return waiver.check.value + separator + joined(waiver.on, Refers::anything, earlier) +
             (waiver.line != 0 ? "#" : "");
    });
    return std::move(out_);
  }

 private:
  void compare_company() {
    TableChange change;
    change.table = "company";
    const CompanyDecl* was = before_ == nullptr ? nullptr : &before_->document->company;
    const CompanyDecl* is = after_ == nullptr ? nullptr : &after_->document->company;
    change.keys = compare_keys(was, is, names_);
    if (!change.keys.empty()) out_.push_back(std::move(change));
  }

  /// Posts without an id, or with one that another has.
  void compare_passed_over() {
    const auto passed_over = [](const Org* org) {
      Decls<PositionDecl> out;
      if (org == nullptr) return out;
      std::set<const PositionDecl*> counted;
      for (const Position& position : org->positions) counted.insert(position.decl);
      for (const PositionDecl& decl : org->document->positions) {
        if (!counted.contains(&decl)) out.push_back(&decl);
      }
      return out;
    };
    compare_pairs("position",
                  pair_up(passed_over(before_), passed_over(after_), id_key<PositionDecl>));
  }

  template <class T, class Key>
  void compare_all(std::string_view table, std::vector<T> Document::*member, Key key) {
    const auto decls = [&](const Org* org) {
      return org == nullptr ? Decls<T>{} : decls_of(*org, member);
    };
    compare_pairs(table, pair_up(decls(before_), decls(after_), key));
  }

  template <class T>
  void compare_pairs(std::string_view table, const std::vector<Pair<T>>& pairs) {
    for (const Pair<T>& pair : pairs) {
      TableChange change;
      change.table = table;
      change.added = pair.before == nullptr;
      change.removed = pair.after == nullptr;
      change.keys = compare_keys(pair.before, pair.after, names_);
      const T& named = change.removed ? *pair.before : *pair.after;
      change.id = label(named, change.removed);
      change.name = name_of(named);
      if (!change.added && !change.removed) {
        std::string was = label(*pair.before, false);
        if (was != change.id && !was.empty()) change.was = std::move(was);
      }
      // A link, a waiver or a view of a duty is called by what it names, and that may be renamed.
      if constexpr (!requires { named.was; }) change.was.clear();
      const bool differs = change.added || change.removed || !change.was.empty();
      if (differs || !change.keys.empty()) out_.push_back(std::move(change));
    }
  }

  template <class T>
  std::string label(const T& table, bool earlier) const {
    if constexpr (requires { table.between; }) {
      return listed(table.between, Refers::party, earlier, " - ");
    } else if constexpr (requires { table.check; }) {
      const std::string on = listed(table.on, Refers::anything, earlier, ", ");
      return table.check.value + (on.empty() ? "" : " on " + on);
    } else if constexpr (requires { table.duty; }) {
      return earlier ? names_.of_text(table.duty.value, Refers::duty) : table.duty.value;
    } else {
      return id_key(table, earlier);
    }
  }

  std::string listed(const Texts& texts, Refers refers, bool earlier, std::string_view by) const {
    return fmt::format("{}",
                       fmt::join(Entering(earlier ? &names_ : nullptr, refers).of(texts), by));
  }

  /// A key from texts in any order.
  std::string joined(const Texts& texts, Refers refers, bool earlier) const {
    Entries entries = Entering(earlier ? &names_ : nullptr, refers).of(texts);
    std::ranges::sort(entries);
    std::string out;
    for (const std::string& entry : entries) out += entry + separator;
    return out;
  }

  /// Of a key that is set twice the last counts, as for the checks.
  static std::map<std::string_view, std::string> settings_of(const Org* org) {
    std::map<std::string_view, std::string> out;
    if (org == nullptr) return out;
    for (const SettingDecl& decl : org->document->settings) {
      out[decl.key.value] = decl.number.given() ? fmt::to_string(decl.number.value)
                            : decl.flag.given() ? (decl.flag.value ? "true" : "false")
                                                : decl.text.value;
    }
    return out;
  }

  void compare_settings() {
    const auto was = settings_of(before_);
    const auto is = settings_of(after_);
    std::map<std::string_view, KeyChange> keys;
    for (const auto& [key, value] : was) {
      keys[key].given_before = true;
      keys[key].before = {value};
    }
    for (const auto& [key, value] : is) {
      keys[key].given_after = true;
      keys[key].after = {value};
    }
    TableChange change;
    change.table = "checks";
    for (auto& [key, each] : keys) {
      each.key = key;
      const bool same = each.given_before == each.given_after && each.before == each.after;
      if (!same) change.keys.push_back(std::move(each));
    }
    if (!change.keys.empty()) out_.push_back(std::move(change));
  }

  const Org* before_;
  const Org* after_;
  const LaterNames& names_;
  std::vector<TableChange> out_;
};

}  // namespace

std::vector<std::string> KeyChange::gained() const { return without(after, before); }

std::vector<std::string> KeyChange::lost() const { return without(before, after); }

template <class T>
KeyChanges compare_keys(const T* before, const T* after, const LaterNames& names) {
  KeyChanges out;
  compare_fields(fields<T>(), before, after, names, out);
  if constexpr (requires { after->duties; }) {
    compare_fields<DutyLists>(fields<DutyLists>(), before == nullptr ? nullptr : &before->duties,
                              after == nullptr ? nullptr : &after->duties, names, out);
  } else if constexpr (requires { after->lists; }) {
    compare_fields<DutyLists>(fields<DutyLists>(), before == nullptr ? nullptr : &before->lists,
                              after == nullptr ? nullptr : &after->lists, names, out,
                              Refers::party);
  }
  return out;
}

template KeyChanges compare_keys(const PositionDecl*, const PositionDecl*, const LaterNames&);

std::vector<TableChange> compare_tables(const Org* before, const Org* after,
                                        const LaterNames& names) {
  return Comparer(before, after, names).compare();
}

}  // namespace rolecall
