#include "report/diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "model/text/letters.hpp"
#include "model/text/text.hpp"
#include "model/verdict/groups.hpp"

namespace rolecall {
namespace {

constexpr std::size_t most_listed = 6;    // entries of a list
constexpr std::size_t most_letters = 60;  // of a text that is told as it was and is

constexpr TableWords tables[] = {
    {"company", "fact of the company", "facts of the company", "company"},
    {"position", "post that is passed over", "posts that are passed over", "passed over"},
    {"person", "person", "people", "people"},
    {"team", "team", "teams", "teams"},
    {"body", "body", "bodies", "bodies"},
    {"link", "link", "links", "links"},
    {"duty", "duty of the company's own", "duties of the company's own", "own duties"},
    {"duties", "view of a duty", "views of duties", "said of duties"},
    {"role", "role", "roles", "roles"},
    {"checks", "setting", "settings", "checks"},
    {"waiver", "waiver", "waivers", "waivers"},
};

/// Letters and digits in lower case.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_ascii_letter(c) || (c >= '0' && c <= '9') || (c & 0x80) != 0) out += small_letter(c);
  }
  return out;
}

/// Whether an id tells what the name says.
bool tells(std::string_view id, std::string_view name) { return bare(id) == bare(name); }

bool tells(const Org& org, const Position& post) {
  return tells(post.id, post.title) ||
         std::ranges::any_of(post.roles, [&](RoleId role) { return tells(post.id, org[role].id); });
}

std::string somebody(std::string_view holder) {
  return holder.empty() ? "somebody who is not named" : plain(holder);
}

std::string beside(std::string_view id, std::string_view name) {
  std::string out = quoted(id);
  if (!name.empty()) out += fmt::format(" ({})", plain(name));
  return out;
}

std::string filling_words(const PositionChange& change) {
  return fmt::format("{} -> {}", name(*change.filling_before), name(*change.filling_after));
}

/// Whether the words of a post tell a key already.
bool is_told(const PositionChange& change, std::string_view key) {
  const bool whole = change.added() || change.removed();
  const bool holder = change.filled || change.vacated || change.handed_over;
  if (key == "title") return change.renamed || whole;
  if (key == "reports_to") return change.moved || whole;
  if (key == "holder" || key == "holders") return holder || whole;
  if (key == "state") return change.filling_before != change.filling_after && !whole;
  return key == "was" && !change.was.empty();
}

/// Enters a duty into the last group that is like it.
template <class Key, class KeyOf>
void enter(std::vector<DutyGroup>& groups, std::map<Key, std::size_t>& known,
           const DutyChange& change, KeyOf key_of) {
  const auto [entry, fresh] = known.try_emplace(key_of(change), groups.size());
  if (fresh) groups.emplace_back();
  groups[entry->second].duties.push_back(&change);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += "; ";
    out += part;
  }
  return out;
}

}  // namespace

std::span<const TableWords> table_words() { return tables; }

ChangeWords::ChangeWords(const Changes& changes, bool all) : changes_(changes), all_(all) {
  for (const Judgement* state : {changes.after, changes.before}) {
    if (!state->org) continue;
    const Org& org = *state->org;
    // Of the earlier state what was called otherwise then is told as the later one calls it.
    for (const Position& post : org.positions) {
      names_.try_emplace(post.id, tells(org, post) ? std::string_view() : post.title);
    }
    for (const Team& team : org.teams) {
      names_.try_emplace(team.id, tells(team.id, team.name) ? std::string_view() : team.name);
    }
    for (const Person& person : org.persons) {
      if (person.decl == nullptr || !person.decl->id.given()) continue;
      const std::string_view id = person.decl->id.value;
      names_.try_emplace(id, tells(id, person.name) ? std::string_view() : person.name);
    }
    for (const Body& body : org.bodies) {
      names_.try_emplace(body.id, tells(body.id, body.name) ? std::string_view() : body.name);
    }
  }
  using Verdicts = std::pair<std::optional<VerdictKind>, std::optional<VerdictKind>>;
  using Ids = std::vector<std::string_view>;
  std::map<std::string_view, std::map<Verdicts, std::size_t>> by_cause;
  std::map<std::tuple<Ids, Ids, Verdicts>, std::size_t> by_holders;
  for (const DutyChange& change : changes.duties) {
    const Verdicts verdicts(change.verdict_before, change.verdict_after);
    if (!change.cause.empty()) {
      enter(consequences_[change.cause], by_cause[change.cause], change,
            [&](const DutyChange&) { return verdicts; });
    } else {
      enter(handovers_, by_holders, change,
            [&](const DutyChange& each) { return std::tuple(each.before, each.after, verdicts); });
    }
  }
}

std::string ChangeWords::party(std::string_view id) const {
  const auto known = names_.find(id);
  return beside(id, known == names_.end() ? std::string_view() : known->second);
}

std::string ChangeWords::place(std::string_view boss) const {
  return boss.empty() ? "at the top" : "below " + party(boss);
}

std::string ChangeWords::label(const PositionChange& change) const {
  const bool added = change.added();
  const Judgement& state = change.removed() ? *changes_.before : *changes_.after;
  const Position& post = (*state.org)[change.removed() ? *change.before : *change.after];
  std::string out;
  if (!change.renamed && !tells(*state.org, post)) out = post.title;
  const bool stays = change.holder_before == change.holder_after;
  if (stays && !change.holder_after.empty() && !added && !change.removed()) {
    out +=
        out.empty() ? std::string(change.holder_after) : fmt::format(" ({})", change.holder_after);
  }
  return out;
}

std::string ChangeWords::words(const PositionChange& change) const {
  std::vector<std::string> parts;
  if (change.added()) {
    parts.push_back(fmt::format("new, {}, {}", place(change.boss_after),
                                change.holder_after.empty()
                                    ? "nobody named"
                                    : fmt::format("held by {}", plain(change.holder_after))));
  } else if (change.removed()) {
    parts.push_back(fmt::format("removed, was {}{}", place(change.boss_before),
                                change.holder_before.empty()
                                    ? ""
                                    : fmt::format(", held by {}", plain(change.holder_before))));
  }
  if (!change.was.empty()) parts.push_back("called " + quoted(change.was) + " before");
  if (change.renamed) {
    parts.push_back(fmt::format("{} -> {}", plain(change.title_before), plain(change.title_after)));
  }
  if (change.moved) {
    parts.push_back(
        fmt::format("now {}, was {}", place(change.boss_after), place(change.boss_before)));
  }
  if (change.filled) parts.push_back("filled by " + somebody(change.holder_after));
  if (change.vacated) parts.push_back("vacated by " + somebody(change.holder_before));
  if (change.handed_over) {
    parts.push_back(fmt::format("{} {} over from {}", somebody(change.holder_after),
                                change.shared_after ? "take" : "takes",
                                somebody(change.holder_before)));
  }
  // That somebody is there now, or nobody, is said.
  const bool said = (change.filled && change.filling_after == Filling::filled) ||
                    (change.vacated && change.filling_after == Filling::vacant);
  const bool both = !change.added() && !change.removed();
  if (both && !said && change.filling_before != change.filling_after) {
    parts.push_back(filling_words(change));
  }
  for (const KeyChange& key : change.keys) {
    if (is_told(change, key.key) || (change.removed() && !all_)) continue;
    parts.push_back(fmt::format("`{}` {}", key.key, both ? words(key) : given(key)));
  }
  return joined(parts);
}

std::string ChangeWords::holders(const DutyChange& change) const {
  const auto list = [&](const std::vector<std::string_view>& ids) {
    if (ids.empty()) return std::string("nobody");
    std::string out;
    const std::size_t most = all_ ? ids.size() : std::min<std::size_t>(ids.size(), 12);
    for (std::size_t i = 0; i < most; ++i) {
      if (i > 0) out += i + 1 == ids.size() ? " and " : ", ";
      out += party(ids[i]);
    }
    if (most < ids.size()) out += fmt::format(" and {} more", ids.size() - most);
    return out;
  };
  if (change.before == change.after) return list(change.after);
  return fmt::format("{} -> {}", list(change.before), list(change.after));
}

std::string ChangeWords::verdicts(const DutyChange& change) const {
  const auto word = [](const std::optional<VerdictKind>& verdict) {
    return verdict ? name(*verdict) : std::string_view("not asked for");
  };
  if (change.verdict_before == change.verdict_after) return std::string(word(change.verdict_after));
  return fmt::format("{} -> {}", word(change.verdict_before), word(change.verdict_after));
}

std::string ChangeWords::label(const DutyChange& change) const {
  return tells(change.id, change.title) ? std::string() : std::string(change.title);
}

std::string ChangeWords::list(const DutyGroup& group) const {
  std::vector<std::string_view> ids;
  for (const DutyChange* duty : group.duties) ids.push_back(duty->id);
  return list_of(ids, all_ ? ids.size() : most_listed);
}

bool ChangeWords::names_all(const DutyGroup& group) const {
  constexpr std::size_t few = 3;
  return all_ || group.duties.size() <= few;
}

std::string ChangeWords::consequence(const DutyGroup& group) const {
  return fmt::format("{}: {}", counted(group.duties.size(), "duty", "duties"),
                     verdicts(*group.duties.front()));
}

std::vector<DutyGroup> ChangeWords::consequences(const PositionChange& change) const {
  const auto known = consequences_.find(change.id);
  return known == consequences_.end() ? std::vector<DutyGroup>{} : known->second;
}

std::vector<DutyGroup> ChangeWords::handovers() const { return handovers_; }

std::string ChangeWords::entry(const KeyChange& key, const std::string& text) const {
  const bool who = key.refers == Refers::party || key.refers == Refers::party_or_person;
  if (who && !key.list) return party(text);
  // An entry of a list may have more to it: scopes, dates.
  if (who) return names_.contains(text) ? party(text) : quoted(text);
  return key.list || key.refers == Refers::duty ? quoted(text) : plain(text, text.size());
}

std::string ChangeWords::entries(const KeyChange& key,
                                 const std::vector<std::string>& texts) const {
  if (texts.empty()) return "nothing";
  std::string out;
  const std::size_t most = all_ ? texts.size() : std::min(texts.size(), most_listed);
  for (std::size_t i = 0; i < most; ++i) {
    if (i > 0) out += i + 1 == texts.size() ? " and " : ", ";
    out += entry(key, texts[i]);
  }
  if (most < texts.size()) out += fmt::format(" and {} more", texts.size() - most);
  return out;
}

bool ChangeWords::is_long(const std::vector<std::string>& texts) const {
  return !all_ && !texts.empty() && code_points(texts.front()) > most_letters;
}

std::string ChangeWords::given(const KeyChange& key) const {
  return entries(key, key.given_after ? key.after : key.before);
}

std::string ChangeWords::words(const KeyChange& key) const {
  if (!key.list) {
    if (!key.given_before) return "added: " + entries(key, key.after);
    if (!key.given_after) return "gone, was " + entries(key, key.before);
    if (is_long(key.before) || is_long(key.after)) return "reworded";
    return fmt::format("{} -> {}", entries(key, key.before), entries(key, key.after));
  }
  const std::vector<std::string> gained = key.gained();
  const std::vector<std::string> lost = key.lost();
  if (gained.empty() && lost.empty()) {
    return key.given_before && key.given_after ? "in another order"
           : key.given_after                   ? "written as an empty list"
                                               : "no empty list any more";
  }
  std::string out;
  if (!gained.empty()) out = "gains " + entries(key, gained);
  if (!lost.empty()) out += (out.empty() ? "" : ", ") + ("loses " + entries(key, lost));
  return out;
}

std::string ChangeWords::words(const TableChange& change) const {
  std::vector<std::string> parts;
  if (change.added) parts.emplace_back("new");
  if (change.removed) parts.emplace_back("removed");
  if (!change.was.empty()) parts.push_back("called " + quoted(change.was) + " before");
  const bool both = !change.added && !change.removed;
  for (const KeyChange& key : change.keys) {
    const bool called = key.key == "name" || key.key == "title";
    const bool in_id = (change.table == "link" && key.key == "between") ||
                       (change.table == "waiver" && (key.key == "check" || key.key == "on"));
    if (!both && ((called && !change.name.empty()) || in_id)) continue;  // stands before the words
    if (key.key == "was" && !change.was.empty()) continue;
    if (change.removed && !all_) continue;
    parts.push_back(fmt::format("`{}` {}", key.key, both ? words(key) : given(key)));
  }
  return joined(parts);
}

std::string sums_line(const Changes& changes) {
  if (changes.none() && !changes.before->org && !changes.after->org) {
    return "neither state can be read, so that nothing can be compared";
  }
  if (changes.none()) {
    return fmt::format("nothing changes; {} unchanged",
                       counted(changes.unchanged, "finding", "findings"));
  }
  std::size_t all = changes.positions.size() + changes.duties.size();
  std::vector<std::string> parts;
  if (!changes.positions.empty()) {
    parts.push_back(counted(changes.positions.size(), "post", "posts"));
  }
  for (const TableWords& words : tables) {
    std::size_t number = 0;
    for (const TableChange& change : changes.tables) {
      if (change.table != words.table) continue;
      number += change.table == "company" || change.table == "checks" ? change.keys.size() : 1;
    }
    if (number != 0) parts.push_back(counted(number, words.one, words.many));
    all += number;
  }
  if (!changes.duties.empty()) parts.push_back(counted(changes.duties.size(), "duty", "duties"));
  std::string out = parts.empty() ? "no post and no duty" : parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    out += (i + 1 == parts.size() ? " and " : ", ") + parts[i];
  }
  out += all > 1 ? " change" : " changes";
  std::string separator = "; ";
  const auto add = [&](std::size_t number, std::string_view one, std::string_view many) {
    if (number == 0) return;
    out += separator + counted(number, one, many);
    separator = ", ";
  };
  const Entries appeared(changes.appeared);
  add(appeared.count(Severity::error), "new error", "new errors");
  add(appeared.count(Severity::warning), "new warning", "new warnings");
  add(appeared.count(Severity::note), "new note", "new notes");
  if (changes.appeared.empty()) {
    out += separator + "no new findings";
    separator = ", ";
  }
  const Entries fixed(changes.fixed);
  add(static_cast<std::size_t>(std::ranges::distance(fixed)), "finding fixed", "findings fixed");
  return out + fmt::format(", {} unchanged", changes.unchanged);
}

}  // namespace rolecall
