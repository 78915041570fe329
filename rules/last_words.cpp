#include "rules/last_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>

#include "rules/finding_text.hpp"

namespace rolecall {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

/// Whether an id has a number in it and no word, as `18`, `COI12` and `p-17` do; `cio2` and
/// `HEAD-2` say something.
bool tells_nothing(std::string_view id) {
  constexpr std::size_t shortest_word = 4;
  constexpr std::size_t shortest_in_lower_case = 3;
  bool number = false;
  std::size_t letters = 0;
  std::size_t in_lower_case = 0;
  for (const char c : id) {
    number = number || (c >= '0' && c <= '9');
    letters = letter(c) ? letters + 1 : 0;
    in_lower_case = c >= 'a' && c <= 'z' ? in_lower_case + 1 : 0;
    if (letters == shortest_word || in_lower_case == shortest_in_lower_case) return false;
  }
  return number;
}

/// What is written for ids that tell nothing.
class Names {
 public:
  explicit Names(const Org& org) {
    for (const Position& position : org.positions) {
      if (position.repeat != 0) repeated_.insert(position.id);
    }
    for (const Position& position : org.positions) {
      const bool named = active(position.filling) && !position.holder_names.empty();
      const bool titled = position.title != position.id;
      if (!named && !titled) continue;
      add(position.id, named ? position.holder_names : std::string(position.title),
          named && titled ? std::string(position.title) : std::string());
    }
    for (const Team& team : org.teams) {
      if (team.name != team.id) add(team.id, std::string(team.name), {});
    }
    for (const Body& body : org.bodies) {
      if (body.name != body.id) add(body.id, std::string(body.name), {});
    }
  }

  bool empty() const { return names_.empty(); }

  void write_into(std::string& text) const {
    std::string out;
    std::set<std::string_view> done;
    std::size_t from = 0;
    while (true) {
      const std::size_t open = text.find('`', from);
      const std::size_t close = open == text.npos ? open : text.find('`', open + 1);
      if (close == text.npos) break;
      const std::string_view id = std::string_view(text).substr(open + 1, close - open - 1);
      const auto name = names_.find(id);
      const bool named = text.compare(close + 1, 2, " (") == 0;
      out.append(text, from, open - from);
      if (name != names_.end() && !named && done.insert(id).second) {
        out += name->second;
      } else {
        out.append(text, open, close + 1 - open);
      }
      from = close + 1;
    }
    if (done.empty()) return;
    out.append(text, from);
    text = std::move(out);
  }

 private:
  void add(std::string_view id, const std::string& name, const std::string& title) {
    if (!tells_nothing(id) || repeated_.contains(id)) return;
    names_.emplace(id, fmt::format("{} ({}{}`{}`)", plain(name), plain(title),
                                   title.empty() ? "" : ", ", plain(id)));
  }

  std::unordered_map<std::string_view, std::string> names_;
  std::unordered_set<std::string_view> repeated_;
};

/// The texts that a change writes as references.
std::vector<std::string> written_by(const Change& change) {
  std::vector<std::string> out;
  const auto add = [&](const NewValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) out.push_back(*text);
    if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
      out.insert(out.end(), texts->begin(), texts->end());
    }
  };
  if (const auto* replace = std::get_if<ReplaceText>(&change)) add(replace->text);
  if (const auto* entry = std::get_if<AddToList>(&change)) add(entry->entry);
  if (const auto* key = std::get_if<SetKey>(&change)) add(key->value);
  if (const auto* table = std::get_if<AddTable>(&change)) {
    for (const auto& [key, value] : table->keys) add(value);
  }
  return out;
}

}  // namespace

void name_beside_ids(const Org& org, Findings& findings) {
  const Names names(org);
  if (names.empty()) return;
  for (Finding& finding : findings) {
    if (finding.subjects.empty()) continue;
    // These are about what is written, and the id is that.
    if (finding.check == "unknown-reference" || finding.check == "duplicate-id") continue;
    names.write_into(finding.message);
    for (Label& label : finding.labels) names.write_into(label.text);
    for (std::string& note : finding.notes) names.write_into(note);
    names.write_into(finding.help_text);
    if (finding.grouping) {
      names.write_into(finding.grouping->message);
      names.write_into(finding.grouping->help);
    }
  }
}

void drop_ambiguous_fixes(const Org& org, Findings& findings) {
  std::set<std::string_view> repeated;
  const auto enter = [&](const auto& things) {
    for (const auto& thing : things) {
      if (thing.repeat != 0) repeated.insert(thing.id);
    }
  };
  enter(org.positions);
  enter(org.teams);
  enter(org.bodies);
  if (repeated.empty()) return;
  for (Finding& finding : findings) {
    std::erase_if(finding.fixes, [&](const Fix& fix) {
      return std::ranges::any_of(fix.changes, [&](const Change& change) {
        return std::ranges::any_of(
            written_by(change), [&](const std::string& text) { return repeated.contains(text); });
      });
    });
  }
}

}  // namespace rolecall
