#include "model/org/title_reading.hpp"

#include <algorithm>

namespace rolecall {
namespace {

/// "Chief A, B and C Officer" has at most this many words.
constexpr std::size_t longest_chief = 16;

void add_roles(TitleMark& mark, std::uint16_t role) {
  if (std::ranges::find(mark.roles, role) == mark.roles.end()) mark.roles.push_back(role);
}

TitleMark mark_of(TitleRange range, std::uint16_t role) {
  TitleMark out;
  out.begin = range.begin;
  out.end = range.end;
  out.roles.push_back(role);
  return out;
}

}  // namespace

TitlePhraseFinder::TitlePhraseFinder(const TitleLexicon& lexicon, const TitleWords& words)
    : lexicon_(lexicon), words_(words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (const TitlePhrase& phrase : lexicon.beginning_with(words[at].word)) {
      if (!fits(phrase, at)) continue;
      const TitleRange range{at, at + phrase.length};
      switch (phrase.kind) {
        case PhraseKind::role:
          add_role(phrase, range);
          break;
        case PhraseKind::near:
          near.push_back(mark_of(range, phrase.index));
          break;
        case PhraseKind::watch:
          watches.push_back(mark_of(range, phrase.index));
          break;
        case PhraseKind::above:
          above.push_back(mark_of(range, phrase.index));
          break;
        case PhraseKind::state:
          // "Maternity leave cover" is no leave.
          if (!states.empty() && range.begin < states.back().end &&
              range.end <= states.back().end &&
              range.end - range.begin < states.back().end - states.back().begin) {
            break;
          }
          states.push_back({range, phrase.index});
          break;
        case PhraseKind::before:
        case PhraseKind::after:
        case PhraseKind::anywhere:
          traps.push_back({range, phrase.kind, phrase.clear});
          break;
      }
    }
    if (words[at].word == lexicon.chief()) add_joined_chief(at);
  }
}

bool TitlePhraseFinder::fits(const TitlePhrase& phrase, std::size_t at) const {
  if (phrase.length > words_.size() - at) return false;
  const bool of_role = phrase.kind < PhraseKind::before;
  const auto spelled = lexicon_.words(phrase);
  for (std::size_t k = 1; k < spelled.size(); ++k) {
    const TitleWord& word = words_[at + k];
    if (word.word != spelled[k]) return false;
    // A role's phrase may hold a comma or "and"; all else stands within one part.
    if (of_role ? word.apart : word.part != words_[at].part) return false;
  }
  return true;
}

void TitlePhraseFinder::add_role(const TitlePhrase& phrase, TitleRange range) {
  if (!roles.empty() && range.begin < roles.back().end) {
    TitleMark& last = roles.back();
    if (last.begin == range.begin && last.end == range.end) {
      add_roles(last, phrase.index);
      last.weak = last.weak && phrase.weak;
    }
    return;
  }
  roles.push_back(mark_of(range, phrase.index));
  roles.back().weak = phrase.weak;
}

/// "Chief Information and Operations Officer": what is a chief's office by itself counts.
void TitlePhraseFinder::add_joined_chief(std::size_t at) {
  std::vector<TitleRange> offices{{at + 1, at + 1}};
  std::size_t end = at + 1;
  for (; end < words_.size() && words_[end].word != lexicon_.officer(); ++end) {
    const TitleWord& word = words_[end];
    const bool other = word.word == lexicon_.chief() || word.word == lexicon_.of();
    if (word.apart || other || end - at > longest_chief) return;
    if (word.word == lexicon_.and_word()) {
      if (offices.back().begin < end) offices.push_back({end + 1, end + 1});
      offices.back().begin = end + 1;
    } else if (offices.back().begin < end && word.part != words_[end - 1].part) {
      offices.push_back({end, end});
    }
    offices.back().end = end + 1;
  }
  if (end == words_.size() || words_[end].apart || offices.size() < 2) return;
  const TitleRange range{at, end + 1};
  if (!roles.empty() && roles.back().begin <= at && roles.back().end >= range.end) return;
  if (!roles.empty() && roles.back().begin < at && roles.back().end > at) return;
  TitleMark mark;
  mark.begin = range.begin;
  mark.end = range.end;
  for (const TitleRange& office : offices) {
    const std::size_t length = office.end - office.begin;
    for (const TitlePhrase& phrase : lexicon_.beginning_with(lexicon_.chief())) {
      if (phrase.kind != PhraseKind::role || phrase.length != length + 2) continue;
      const auto spelled = lexicon_.words(phrase);
      bool same = spelled.back() == lexicon_.officer();
      for (std::size_t k = 0; same && k < length; ++k) {
        same = spelled[k + 1] == words_[office.begin + k].word;
      }
      if (same) add_roles(mark, phrase.index);
    }
  }
  if (mark.roles.empty()) return;
  if (!roles.empty() && roles.back().begin == at) roles.pop_back();
  roles.push_back(std::move(mark));
}

}  // namespace rolecall
