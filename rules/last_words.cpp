#include "rules/last_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/text/text.hpp"
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

/// The texts between backticks, with what is before each.
template <class Use>
void each_quoted(std::string_view text, Use use) {
  for (std::size_t from = 0;;) {
    const std::size_t open = text.find('`', from);
    const std::size_t close = open == text.npos ? open : text.find('`', open + 1);
    if (close == text.npos) return;
    use(open, text.substr(open + 1, close - open - 1));
    from = close + 1;
  }
}

/// What is written for ids that tell nothing, of those that texts have.
class Names {
 public:
  /// Notes the ids in a text; `look_up` is to follow.
  void note(std::string_view text) {
    each_quoted(text, [&](std::size_t, std::string_view id) {
      if (tells_nothing(id)) names_.try_emplace(std::string(id));
    });
  }

  void look_up(const Org& org) {
    if (names_.empty()) return;
    for (const Position& position : org.positions) {
      const auto noted = names_.find(position.id);
      if (noted == names_.end()) continue;
      const bool named = active(position.filling) && !position.holder_names.empty();
      const bool titled = position.title != position.id;
      if (position.repeat != 0) {
        noted->second.ambiguous = true;
      } else if (named) {
        noted->second.text =
            text_of(position.holder_names, titled ? position.title : "", position.id);
      } else if (titled) {
        noted->second.text = text_of(position.title, {}, position.id);
      }
    }
    const auto add = [&](std::string_view id, std::string_view name) {
      const auto noted = name == id ? names_.end() : names_.find(id);
      if (noted != names_.end() && noted->second.text.empty()) {
        noted->second.text = text_of(name, {}, id);
      }
    };
    for (const Team& team : org.teams) add(team.id, team.name);
    for (const Body& body : org.bodies) add(body.id, body.name);
    std::erase_if(
        names_, [](const auto& each) { return each.second.ambiguous || each.second.text.empty(); });
  }

  bool empty() const { return names_.empty(); }

  void write_into(std::string& text) const {
    std::string out;
    std::set<std::string_view> done;
    std::size_t from = 0;
    each_quoted(text, [&](std::size_t open, std::string_view id) {
      const std::size_t end = open + id.size() + 2;
      const auto name = names_.find(id);
      const bool named = text.compare(end, 2, " (") == 0;
      if (name == names_.end() || named || !done.insert(name->first).second) return;
      out.append(text, from, open - from);
      out += name->second.text;
      from = end;
    });
    if (done.empty()) return;
    out.append(text, from);
    text = std::move(out);
  }

 private:
  struct Name {
    std::string text;        ///< in place of the id in backticks
    bool ambiguous = false;  ///< several have the id
  };

  static std::string text_of(std::string_view name, std::string_view title, std::string_view id) {
    return fmt::format("{} ({}{}`{}`)", plain(name), plain(title), title.empty() ? "" : ", ",
                       plain(id));
  }

  std::map<std::string, Name, std::less<>> names_;
};

/// All texts of a finding.
template <class Use>
void each_text(Finding& finding, Use use) {
  use(finding.message);
  for (Label& label : finding.labels) use(label.text);
  for (std::string& note : finding.notes) use(note);
  use(finding.help_text);
  if (finding.grouping) {
    use(finding.grouping->message);
    use(finding.grouping->help);
  }
}

/// What is written, and the id is that.
bool is_about_the_text(const Finding& finding) {
  return finding.subjects.empty() || finding.check == "unknown-reference" ||
         finding.check == "duplicate-id";
}

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
  Names names;
  for (Finding& finding : findings) {
    if (!is_about_the_text(finding)) {
      each_text(finding, [&](const std::string& text) { names.note(text); });
    }
  }
  names.look_up(org);
  if (names.empty()) return;
  for (Finding& finding : findings) {
    if (!is_about_the_text(finding)) {
      each_text(finding, [&](std::string& text) { names.write_into(text); });
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
