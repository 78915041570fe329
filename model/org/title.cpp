#include "model/org/title.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalogue/catalogue.hpp"
#include "model/org/title_lexicon.hpp"
#include "model/org/title_reading.hpp"
#include "model/org/title_words.hpp"

namespace rolecall {

namespace {

using Kind = PhraseKind;
using Range = TitleRange;
using Mark = TitleMark;

class Reading {
 public:
  Reading(const TitleLexicon& lexicon, std::string_view title, const TitleWords& words)
      : lexicon_(lexicon), title_(title), words_(words), found_(lexicon, words) {}

  TitleReading read() {
    drop_weak();
    find_traps();
    TitleReading out;
    take_roles(out);
    take_others(out);
    take_states(out);
    return out;
  }

 private:
  /// "President" and its like are grades, too: "Vice President", "Managing Director, Technology".
  void drop_weak() {
    std::size_t said = 0;
    for (const auto& mark : found_.states) said += mark.end - mark.begin;
    std::erase_if(found_.roles, [&](const Mark& mark) {
      return mark.weak && mark.end - mark.begin + said != words_.size();
    });
  }

  std::size_t part(std::size_t word) const { return words_[word].part; }
  bool is(std::size_t word, TitleWordKind kind) const {
    return lexicon_.is(words_[word].word, kind);
  }

  /// The first word after `end` that goes on with the part of the word before `end`.
  std::size_t next_in_part(std::size_t end) const {
    std::size_t at = end;
    while (at < words_.size() && part(at) != part(end - 1)) ++at;
    return at;
  }

  void find_traps() {
    for (auto* marks : {&found_.roles, &found_.near, &found_.watches, &found_.above}) {
      for (Mark& mark : *marks) find_trap(mark);
    }
    // Phrases side by side share their fate: "Deputy CIO and CTO", "CIO/CTO Advisor", "Assistant
    // to the Chief Information Officer (CIO)".
    std::vector<Mark>& roles = found_.roles;
    for (std::size_t first = 0; first < roles.size();) {
      std::size_t last = first + 1;
      while (last < roles.size() && side_by_side(roles[last - 1], roles[last])) ++last;
      share_fate(std::span(roles).subspan(first, last - first));
      first = last;
    }
  }

  bool side_by_side(const Mark& a, const Mark& b) const {
    return b.begin == a.end || (b.begin == a.end + 1 && words_[a.end].word == lexicon_.and_word());
  }

  void share_fate(std::span<Mark> group) const {
    const auto trapped = std::ranges::find_if(group, &Mark::trapped);
    if (trapped == group.end()) return;
    const Mark cause = *trapped;
    for (Mark& mark : group) {
      if (mark.trapped || is_other_office(cause, mark)) continue;
      mark.trapped = true;
      mark.trap = cause.trap;
      mark.clear = cause.clear;
    }
  }

  /// "Deputy Chief Executive and CIO": of two kinds of offices the deputy has the first. But an
  /// "Assistant to the Chief Executive and CIO" is one of both.
  bool is_other_office(const Mark& trapped, const Mark& mark) const {
    if (!trapped.trap_before || mark.begin < trapped.end) return false;
    if (!is(trapped.trap.end - 1, word_level)) return false;
    for (std::size_t at = trapped.trap.end; at < trapped.begin; ++at) {
      if (!is(at, word_between) || words_[at].word == lexicon_.of()) return false;
    }
    bool joined = false;
    for (std::size_t at = trapped.end; at < mark.begin; ++at) {
      joined = joined || words_[at].word == lexicon_.and_word();
    }
    return joined && lexicon_.office(trapped.roles.front()) != lexicon_.office(mark.roles.front());
  }

  void find_trap(Mark& mark) const {
    const auto spring = [&mark](Range trap, bool clear = false) {
      mark.trapped = true;
      mark.trap = trap;
      mark.clear = clear;
    };
    const std::size_t next = next_in_part(mark.end);
    for (const auto& trap : found_.traps) {
      const bool before =
          trap.end <= mark.begin && part(trap.begin) == part(mark.begin) && !in_role(trap);
      mark.trap_before = trap.kind == Kind::before && before;
      const bool holds = trap.kind == Kind::anywhere || mark.trap_before ||
                         (trap.kind == Kind::after && trap.begin == next);
      if (holds) return spring(trap, trap.clear);
    }
    // "Director of CIO Strategy", "Head of the CTO ..."
    std::size_t before = mark.begin;
    if (before > 0 && words_[before - 1].word == lexicon_.the()) --before;
    if (before > 0 && words_[before - 1].word == lexicon_.of() &&
        part(before - 1) == part(mark.begin)) {
      return spring({before - 1, before});
    }
    // "Head CEO Communications"
    if (mark.begin > 0 && is(mark.begin - 1, word_heading) &&
        part(mark.begin - 1) == part(mark.begin) && mark.end < words_.size() &&
        part(mark.end) == part(mark.end - 1) && !begins_phrase(mark.end)) {
      return spring({mark.begin - 1, mark.begin});
    }
    // "CIO-Corporate Information-Head", but not "CIO-CTO", "CTO-as-a-Service" or "CIO-DG".
    if (!words_[mark.end - 1].hyphenated || begins_phrase(mark.end)) return;
    std::size_t at = mark.end;
    while (at < words_.size() && is(at, word_grade)) {
      if (!words_[at].hyphenated) return;
      ++at;
    }
    spring({at, at + 1});
  }

  /// Whether a role or a state begins at a word.
  bool begins_phrase(std::size_t at) const {
    const auto begins = [at](const Range& other) { return other.begin == at; };
    return std::ranges::any_of(found_.roles, begins) || std::ranges::any_of(found_.states, begins);
  }

  bool in_role(Range range) const {
    return std::ranges::any_of(found_.roles, [&](const Mark& mark) {
      return range.begin >= mark.begin && range.begin < mark.end;
    });
  }

  /// Whether a phrase is no more than the initials that the names of several roles share ("cdo").
  bool ambiguous(const Mark& mark) const {
    if (mark.roles.size() < 2 || mark.end - mark.begin != 1) return false;
    const TitleWord& word = words_[mark.begin];
    const std::string_view text = title_.substr(word.begin, word.end - word.begin);
    return std::ranges::all_of(mark.roles, [&](std::uint16_t role) {
      const std::string_view name = lexicon_.role_name(role);
      const TitleWords spelled(name);
      if (spelled.size() != text.size()) return false;
      for (std::size_t i = 0; i < text.size(); ++i) {
        if ((name[spelled[i].begin] | 0x20) != (text[i] | 0x20)) return false;
      }
      return true;
    });
  }

  void take_roles(TitleReading& out) const {
    const auto has = [&out](std::uint16_t role) {
      return std::ranges::find(out.roles, RoleId(role)) != out.roles.end();
    };
    for (const Mark& mark : found_.roles) {
      if (mark.trapped || ambiguous(mark)) continue;
      for (const std::uint16_t role : mark.roles) {
        if (!has(role)) out.roles.emplace_back(role);
      }
    }
    const Mark* first = nullptr;
    for (const Mark& mark : found_.roles) {
      if (!mark.trapped && !ambiguous(mark)) continue;
      // "Chief Data Officer (CDO)" says which one is meant.
      if (std::ranges::any_of(mark.roles, has)) continue;
      if (first == nullptr) first = &mark;
      if (mark.trapped != first->trapped || mark.trap.begin != first->trap.begin) continue;
      for (const std::uint16_t index : mark.roles) {
        const RoleId role(index);
        if (std::ranges::find(out.doubt.roles, role) == out.doubt.roles.end()) {
          out.doubt.roles.push_back(role);
        }
      }
    }
    if (first == nullptr || !first->trapped) return;
    const std::size_t begin = words_[first->trap.begin].begin;
    out.doubt.trap = title_.substr(begin, words_[first->trap.end - 1].end - begin);
    out.doubt.clear = first->clear;
  }

  /// Roles that the title is near to, whose watching it does, and whether it is above the head.
  void take_others(TitleReading& out) const {
    const auto counts = [&](const Mark& mark) {
      if (mark.trapped) return false;
      std::size_t at = next_in_part(mark.end);
      while (at < words_.size() && is(at, word_tail)) at = next_in_part(at + 1);
      return at == words_.size();
    };
    for (const Mark& mark : found_.near) {
      const RoleId role(mark.roles.front());
      if (counts(mark) && std::ranges::find(out.near, role) == out.near.end()) {
        out.near.push_back(role);
      }
    }
    for (const Mark& mark : found_.watches) {
      if (!out.watches && counts(mark)) out.watches = RoleId(mark.roles.front());
    }
    out.above = std::ranges::any_of(found_.above, [](const Mark& m) { return !m.trapped; });
  }

  /// Other people's states do not count ("Assistant to the Acting CIO"), nor what happens to be
  /// such a word ("Head of Outsourced Services", "Temporary Accommodation Manager").
  void take_states(TitleReading& out) const {
    for (const auto& mark : found_.states) {
      const std::string_view name = title_states()[mark.state].state;
      const bool own_part = (mark.begin == 0 || part(mark.begin - 1) != part(mark.begin)) &&
                            next_in_part(mark.end) == words_.size();
      if (!own_part && !is_of_role(mark, name) && !is_of_level(mark, name)) continue;
      if (std::ranges::find(out.states, name) == out.states.end()) out.states.push_back(name);
    }
  }

  static bool for_the_time_being(std::string_view state) {
    return state == "acting" || state == "interim";
  }

  bool is_of_role(Range mark, std::string_view state) const {
    return std::ranges::any_of(found_.roles, [&](const Mark& role) {
      if (role.trapped) return false;
      if (part(role.begin) != part(mark.begin) && part(role.end - 1) != part(mark.begin)) {
        return false;
      }
      // "CIO Temporary Staffing"
      return mark.begin < role.begin || !for_the_time_being(state) ||
             next_in_part(mark.end) == words_.size();
    });
  }

  /// "Acting Finance Director", "Interim Head of Security".
  bool is_of_level(Range mark, std::string_view state) const {
    if (!for_the_time_being(state)) return false;
    for (std::size_t at = 0; at < mark.begin; ++at) {
      if (part(at) != part(mark.begin) || !(is(at, word_level) || is(at, word_between))) {
        return false;
      }
    }
    const bool close = is(mark.end - 1, word_close);
    for (std::size_t at = mark.end; at < words_.size() && part(at) == part(mark.begin); ++at) {
      if (is(at, word_level)) return true;
      if (close || (state == "interim" && !is(at, word_between))) return false;
    }
    return false;
  }

  const TitleLexicon& lexicon_;
  std::string_view title_;
  const TitleWords& words_;
  TitlePhraseFinder found_;
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
