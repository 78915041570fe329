#include "model/org/holder_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/language/language.hpp"
#include "model/text/letters.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// Small words within a name.
constexpr std::string_view particles[] = {"al",  "bin", "da",  "de", "del", "den", "der",
                                          "di",  "dos", "du",  "el", "la",  "le",  "ten",
                                          "ter", "van", "von", "y",  "zu"};
/// Words of firms, units and titles: what has one of them is no name of a person.
constexpr std::string_view no_names[] = {
    "AG",         "Associates", "Bank",    "Board",    "CEO",      "CFO",         "CIO",
    "CISO",       "COO",        "CTO",     "Chief",    "Co",       "Committee",   "Company",
    "Consulting", "Corp",       "Data",    "Deputy",   "Director", "Engineering", "GmbH",
    "Global",     "Group",      "Head",    "Holdings", "IT",       "Inc",         "International",
    "KG",         "LLC",        "LLP",     "Lead",     "Limited",  "Ltd",         "Manager",
    "Office",     "Officer",    "PLC",     "Partners", "SE",       "Security",    "Services",
    "Software",   "Solutions",  "Sons",    "Systems",  "Team",     "Technology",  "Technologies",
    "Vacant",     "plc",        "Interim", "Advisory", "Digital",  "Operations",  "Support"};
/// Words that say that somebody stands in.
constexpr std::string_view standing_in[] = {"acting",   "interim",     "covering",   "covered",
                                            "covers",   "cover",       "deputising", "deputizing",
                                            "stand-in", "temporarily", "caretaker"};
/// What may stand beside them.
constexpr std::string_view beside[] = {"by", "is", "as", "with", "ad", "for", "now", "currently"};

constexpr std::string_view parting[] = {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ": ", ", "};

template <class Words>
bool one_of(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != std::end(words);
}

/// The text in brackets at the end, and what is before it; none where there is none.
std::optional<std::pair<std::string_view, std::string_view>> bracket(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || (text.back() != ')' && text.back() != ']')) return std::nullopt;
  const std::size_t open = text.rfind(text.back() == ')' ? '(' : '[');
  if (open == text.npos || open == 0) return std::nullopt;
  return std::pair(trimmed(text.substr(0, open)),
                   trimmed(text.substr(open + 1, text.size() - open - 2)));
}

/// The state that a remark says, none where it says something else.
std::string_view state_of(std::string_view remark) {
  for (const std::string_view each :
       {"acting", "interim", "fractional", "outsourced", "leave", "planned", "eliminated"}) {
    if (same_but_case(remark, each)) return each;
  }
  const ForeignWord* foreign = find_foreign_word("state", remark);
  return foreign == nullptr ? std::string_view() : foreign->meant;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!(text = trimmed(text)).empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

/// Whether a text is the name of a person in two words or more, as far as letters tell.
bool is_full_name(std::string_view text) {
  constexpr std::size_t most = 5;
  const auto words = words_of(text);
  if (words.size() < 2 || words.size() > most) return false;
  std::size_t capitals = 0;
  for (const std::string_view word : words) {
    if (word.find_first_of("0123456789,;:()[]/&+@") != word.npos) return false;
    if (one_of(particles, word)) continue;
    const std::string_view plain = word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
    if (one_of(no_names, plain)) return false;
    const auto first = static_cast<unsigned char>(word.front());
    if (first < 0x80 && (first < 'A' || first > 'Z')) return false;
    ++capitals;
  }
  return capitals >= 2;
}

Finding told(const PositionDecl& decl, std::string_view key, const Text& text,
             std::string_view what, std::string label) {
  Finding finding(
      "placeholder-name",
      fmt::format("`{}` of {} says {}, {}", key, quoted(decl.id.value), quoted(text.value), what),
      text.span, std::move(label));
  finding.add_subject({Subject::Kind::position, decl.id.value});
  return finding;
}

}  // namespace

HolderText read_holder(std::string_view text) {
  if (const auto parts = bracket(text)) {
    if (const auto state = state_of(parts->second); !state.empty()) return {parts->first, state};
    if (const auto state = state_of(parts->first); !state.empty()) return {parts->second, state};
    // "Jo Ray (acting CIO)"
    const std::string_view first = parts->second.substr(0, parts->second.find(' '));
    if (const auto state = state_of(first); state == "acting" || state == "interim") {
      return {parts->first, state};
    }
  }
  for (const std::string_view sign : parting) {
    const std::size_t at = text.find(sign);
    if (at == text.npos || at == 0) continue;
    const std::string_view before = trimmed(text.substr(0, at));
    const std::string_view behind = trimmed(text.substr(at + sign.size()));
    if (before.empty() || behind.empty()) continue;
    if (const auto state = state_of(behind); !state.empty()) return {before, state};
    if (const auto state = state_of(before); !state.empty()) return {behind, state};
  }
  // "acting Jo Ray", "Jo Ray a.i."
  const std::size_t first = text.find(' ');
  const std::size_t last = text.rfind(' ');
  if (first == text.npos) return {text, {}};
  if (const auto state = state_of(text.substr(0, first)); state == "acting" || state == "interim") {
    if (is_full_name(text.substr(first + 1))) return {trimmed(text.substr(first)), state};
  }
  if (const auto state = state_of(text.substr(last + 1)); state == "acting" || state == "interim") {
    if (is_full_name(text.substr(0, last))) return {trimmed(text.substr(0, last)), state};
  }
  return {text, {}};
}

std::vector<std::string> names_joined(std::string_view text) {
  constexpr std::string_view joining[] = {"/", "&", "+", ";", " and ", " und ", " et ", ", "};
  const auto holds = [&](std::string_view sign) { return text.find(sign) != text.npos; };
  if (std::ranges::none_of(joining, holds)) return {};
  std::vector<std::string> out;
  bool joined = false;
  while (true) {
    std::size_t at = text.npos;
    std::string_view sign;
    for (const std::string_view each : joining) {
      if (const std::size_t found = text.find(each); found < at) {
        at = found;
        sign = each;
      }
    }
    std::string_view part = trimmed(text.substr(0, at));
    if (const auto parts = bracket(part)) part = parts->first;
    if (!is_full_name(part)) return {};
    out.emplace_back(part);
    if (at == text.npos) break;
    joined = joined || sign != ", ";
    text.remove_prefix(at + sign.size());
  }
  return joined ? out : std::vector<std::string>();
}

std::string stand_in(std::string_view text) {
  std::string_view remark;
  if (const auto parts = bracket(text)) {
    remark = parts->second;
  } else {
    for (const std::string_view sign : parting) {
      if (const std::size_t at = text.find(sign); at != text.npos && remark.empty()) {
        remark = text.substr(at + sign.size());
      }
    }
  }
  bool said = false;
  std::string name;
  for (std::string_view word : words_of(remark)) {
    while (!word.empty() && std::string_view(",:;-").contains(word.back())) {
      word.remove_suffix(1);
    }
    const std::string small = in_small_letters(word);
    if (one_of(standing_in, small)) {
      said = true;
    } else if (!word.empty() && !one_of(beside, small)) {
      if (!name.empty()) name += ' ';
      name += word;
    }
  }
  return said && is_full_name(name) ? name : std::string();
}

void report_holder_text(const PositionDecl& decl, const Text& holder, const HolderText& read,
                        Findings& findings) {
  const bool alone = decl.holder.size() == 1;
  if (!read.state.empty()) {
    Finding finding = told(decl, "holder", holder, "a name and a state",
                           fmt::format("taken for {}", quoted(read.name)));
    Fix fix{fmt::format("write {} alone", quoted(read.name)),
            {ReplaceText{holder.span, std::string(read.name)}},
            alone};
    if (!alone) {
      finding.add_subject({Subject::Kind::reference, holder.value});
    } else if (!decl.state.given()) {
      fix.title =
          fmt::format("write `holder = \"{}\"` and `state = \"{}\"`", plain(read.name), read.state);
      fix.changes.push_back(SetKey{decl.span, "state", std::string(read.state)});
    } else if (std::ranges::find(decl.state, read.state, &Text::value) == decl.state.end()) {
      fix.title = fmt::format("write `holder = \"{}\"` and add `\"{}\"` to `state`",
                              plain(read.name), read.state);
      fix.changes.push_back(AddToList{decl.span, "state", std::string(read.state)});
    }
    offer(finding, std::move(fix));
    findings.push_back(std::move(finding));
    return;
  }
  // A firm may be called by two names.
  if (std::ranges::find(decl.state, "outsourced", &Text::value) != decl.state.end()) return;
  const std::vector<std::string> names = names_joined(holder.value);
  if (names.size() < 2) return;
  Finding finding =
      told(decl, "holder", holder, "the names of several people", "taken for one person");
  std::string list;
  for (const std::string& each : names) {
    list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", plain(each));
  }
  finding.help_text = fmt::format("where they share the post, write `holder = [{}]`", list);
  if (alone) {
    offer(finding, {finding.help_text, {SetKey{decl.span, "holder", names}}});
  } else {
    finding.add_subject({Subject::Kind::reference, holder.value});
    finding.help_text = fmt::format("write each by itself: {}", list);
  }
  findings.push_back(std::move(finding));
}

void report_turn_text(const PositionDecl& decl, const HolderDecl& turn, const HolderText& read,
                      Findings& findings) {
  if (read.state.empty()) return;
  Finding finding = told(decl, "holders", turn.name, "a name and a state",
                         fmt::format("taken for {}", quoted(read.name)));
  finding.add_subject({Subject::Kind::reference, turn.name.value});
  Fix fix{fmt::format("write `name = \"{}\"` and `state = \"{}\"`", plain(read.name), read.state),
          {ReplaceText{turn.name.span, std::string(read.name)}},
          true};
  if (!turn.state.given()) {
    fix.changes.push_back(SetKey{turn.span, "state", std::string(read.state)});
  } else if (std::ranges::find(turn.state, read.state, &Text::value) == turn.state.end()) {
    fix.changes.push_back(AddToList{turn.span, "state", std::string(read.state)});
  }
  offer(finding, std::move(fix));
  findings.push_back(std::move(finding));
}

}  // namespace rolecall
