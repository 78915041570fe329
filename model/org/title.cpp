#include "model/org/title.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

#include "model/catalogue/catalogue.hpp"
#include "model/org/title_lexicon.hpp"
#include "model/org/title_words.hpp"

namespace rolecall {

namespace {

using Phrase = TitlePhrase;
using Kind = PhraseKind;

/// Some words of a title, `end` exclusive.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct StateMark : Range {
  std::uint16_t state = 0;
};

/// A role's phrase in a title. `phrases` are all of these words, one a role.
struct RoleMark : Range {
  std::span<const Phrase> phrases;
  bool trapped = false;
  Range trap;
};

class Reading {
 public:
  Reading(const TitleLexicon& lexicon, std::string_view title, const TitleWords& words)
      : lexicon_(lexicon), title_(title), words_(words) {}

  TitleReading read() {
    find_phrases();
    drop_weak();
    find_traps();
    TitleReading out;
    take_roles(out);
    out.state = state();
    return out;
  }

 private:
  bool fits(const Phrase& phrase, std::size_t at) const {
    if (phrase.length > words_.size() - at) return false;
    const auto spelled = lexicon_.words(phrase);
    for (std::size_t k = 1; k < spelled.size(); ++k) {
      const TitleWord& word = words_[at + k];
      if (word.word != spelled[k]) return false;
      // A role's phrase may hold a comma or "and"; all else stands within one part.
      if (phrase.kind == Kind::role ? word.apart : word.part != words_[at].part) return false;
    }
    return true;
  }

  void find_phrases() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const auto phrases = lexicon_.beginning_with(words_[at].word);
      for (std::size_t i = 0; i < phrases.size(); ++i) {
        const Phrase& phrase = phrases[i];
        if (!fits(phrase, at)) continue;
        const Range range{at, at + phrase.length};
        if (phrase.kind == Kind::role) {
          add_role(phrases.subspan(i, 1), range);
        } else if (phrase.kind == Kind::state) {
          states_.push_back({range, phrase.index});
        } else {
          traps_.emplace_back(phrase.kind, range);
        }
      }
    }
  }

  /// Longest first; a word serves one phrase only.
  void add_role(std::span<const Phrase> phrase, Range range) {
    if (!roles_.empty() && range.begin < roles_.back().end) {
      RoleMark& last = roles_.back();
      if (last.begin != range.begin || last.end != range.end) return;
      last.phrases = {last.phrases.data(), last.phrases.size() + 1};
      return;
    }
    roles_.push_back({range, phrase, false, {}});
  }

  /// "President" and its like are grades, too: "Vice President", "Managing Director, Technology".
  void drop_weak() {
    if (roles_.empty()) return;
    std::size_t said = 0;
    for (const StateMark& mark : states_) said += mark.end - mark.begin;
    std::erase_if(roles_, [&](const RoleMark& mark) {
      return mark.phrases.front().weak && mark.end - mark.begin + said != words_.size();
    });
  }

  std::size_t part(std::size_t word) const { return words_[word].part; }

  /// The first word after `end` that goes on with the part of the word before `end`.
  std::size_t next_in_part(std::size_t end) const {
    std::size_t at = end;
    while (at < words_.size() && part(at) != part(end - 1)) ++at;
    return at;
  }

  void find_traps() {
    for (RoleMark& mark : roles_) find_trap(mark);
    // Phrases side by side share their fate: "Deputy CIO and CTO", "CIO/CTO Advisor", "Assistant
    // to the Chief Information Officer (CIO)".
    for (std::size_t first = 0; first < roles_.size();) {
      std::size_t last = first + 1;
      while (last < roles_.size() && side_by_side(roles_[last - 1], roles_[last])) ++last;
      const std::span group = std::span(roles_).subspan(first, last - first);
      const auto trapped = std::ranges::find_if(group, &RoleMark::trapped);
      if (trapped != group.end()) {
        const Range trap = trapped->trap;
        for (RoleMark& mark : group) {
          if (!std::exchange(mark.trapped, true)) mark.trap = trap;
        }
      }
      first = last;
    }
  }

  bool side_by_side(const RoleMark& a, const RoleMark& b) const {
    return b.begin == a.end || (b.begin == a.end + 1 && words_[a.end].word == lexicon_.and_word());
  }

  void find_trap(RoleMark& mark) const {
    const auto spring = [&mark](Range trap) {
      mark.trapped = true;
      mark.trap = trap;
    };
    const std::size_t next = next_in_part(mark.end);
    for (const auto& [kind, range] : traps_) {
      const bool same_part_before =
          range.end <= mark.begin && part(range.begin) == part(mark.begin) && !in_role(range);
      const bool holds = kind == Kind::anywhere || (kind == Kind::before && same_part_before) ||
                         (kind == Kind::after && range.begin == next);
      if (holds) return spring(range);
    }
    // "Director of CIO Strategy", "Head of the CTO ..."
    std::size_t before = mark.begin;
    if (before > 0 && words_[before - 1].word == lexicon_.the()) --before;
    if (before > 0 && words_[before - 1].word == lexicon_.of() &&
        part(before - 1) == part(mark.begin)) {
      return spring({before - 1, before});
    }
    // "CIO-Corporate Information-Head", but not "CIO-CTO" or "CTO-as-a-Service".
    const auto next_begins = [&mark](Range other) { return other.begin == mark.end; };
    if (words_[mark.end - 1].hyphenated && std::ranges::none_of(roles_, next_begins) &&
        std::ranges::none_of(states_, next_begins)) {
      spring({mark.end, mark.end + 1});
    }
  }

  bool in_role(Range range) const {
    return std::ranges::any_of(roles_, [&](const RoleMark& mark) {
      return range.begin >= mark.begin && range.begin < mark.end;
    });
  }

  /// Whether a phrase is no more than the initials that the names of several roles share ("cdo").
  bool ambiguous(const RoleMark& mark) const {
    if (mark.phrases.size() < 2 || mark.end - mark.begin != 1) return false;
    const TitleWord& word = words_[mark.begin];
    const std::string_view text = title_.substr(word.begin, word.end - word.begin);
    return std::ranges::all_of(mark.phrases, [&](const Phrase& phrase) {
      const std::string_view name = lexicon_.role_name(phrase.index);
      const TitleWords spelled(name);
      if (spelled.size() != text.size()) return false;
      for (std::size_t i = 0; i < text.size(); ++i) {
        if ((name[spelled[i].begin] | 0x20) != (text[i] | 0x20)) return false;
      }
      return true;
    });
  }

  void take_roles(TitleReading& out) const {
    const auto has = [&out](const Phrase& phrase) {
      return std::ranges::find(out.roles, RoleId(phrase.index)) != out.roles.end();
    };
    for (const RoleMark& mark : roles_) {
      if (mark.trapped || ambiguous(mark)) continue;
      for (const Phrase& phrase : mark.phrases) {
        if (!has(phrase)) out.roles.emplace_back(phrase.index);
      }
    }
    const RoleMark* first = nullptr;
    for (const RoleMark& mark : roles_) {
      if (!mark.trapped && !ambiguous(mark)) continue;
      // "Chief Data Officer (CDO)" says which one is meant.
      if (std::ranges::any_of(mark.phrases, has)) continue;
      if (first == nullptr) first = &mark;
      if (mark.trapped != first->trapped || mark.trap.begin != first->trap.begin) continue;
      for (const Phrase& phrase : mark.phrases) {
        const RoleId role(phrase.index);
        if (std::ranges::find(out.doubt.roles, role) == out.doubt.roles.end()) {
          out.doubt.roles.push_back(role);
        }
      }
    }
    if (first == nullptr || !first->trapped) return;
    const std::size_t begin = words_[first->trap.begin].begin;
    out.doubt.trap = title_.substr(begin, words_[first->trap.end - 1].end - begin);
  }

  /// Other people's states do not count ("Assistant to the Acting CIO"), nor what happens to be
  /// such a word ("Head of Outsourced Services").
  std::string_view state() const {
    for (const StateMark& mark : states_) {
      const std::string_view name = title_states()[mark.state].state;
      const bool begins = mark.begin == 0 && (name == "acting" || name == "interim");
      const bool own_part = (mark.begin == 0 || part(mark.begin - 1) != part(mark.begin)) &&
                            next_in_part(mark.end) == words_.size();
      const bool of_role = std::ranges::any_of(roles_, [&](const RoleMark& role) {
        return !role.trapped &&
               (part(role.begin) == part(mark.begin) || part(role.end - 1) == part(mark.begin));
      });
      if (begins || own_part || of_role) return name;
    }
    return {};
  }

  const TitleLexicon& lexicon_;
  std::string_view title_;
  const TitleWords& words_;
  std::vector<RoleMark> roles_;
  std::vector<StateMark> states_;
  std::vector<std::pair<Kind, Range>> traps_;
};

}  // namespace

TitleReader::TitleReader(std::span<const TitlePhrases> more) {
  static const auto catalogue =
      std::make_shared<const TitleLexicon>(std::span<const TitlePhrases>());
  lexicon_ = more.empty() ? catalogue : std::make_shared<const TitleLexicon>(more);
}

TitleReading TitleReader::read(std::string_view title) const {
  TitleWords words(title);
  if (words.too_many() || !lexicon_->look_up(title, words)) return {};
  return Reading(*lexicon_, title, words).read();
}

TitleReading read_title(std::string_view title) { return TitleReader().read(title); }

}  // namespace rolecall
