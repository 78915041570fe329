#include "model/org/title_lexicon.hpp"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "model/catalogue/catalogue.hpp"

namespace rolecall {

namespace {

int compare(std::span<const TitleLexicon::Word> a, std::span<const TitleLexicon::Word> b) {
  const auto [x, y] = std::ranges::mismatch(a, b);
  return x == a.end() ? 0 : *x - *y;
}

std::string in_lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

TitleLexicon::TitleLexicon(std::span<const TitlePhrases> more) : slots_(1024) {
  texts_.reserve(slots_.size() / 2);
  phrases_.reserve(1024);
  sequence_.reserve(2048);
  intern({});  // number 0: any other word
  the_ = intern("the");
  of_ = intern("of");
  and_ = intern("and");
  chief_ = intern("chief");
  officer_ = intern("officer");
  const auto roles = catalogue_roles();
  for (std::size_t i = 0; i < roles.size(); ++i) {
    names_.push_back(roles[i].name);
    for (const std::string_view title : roles[i].titles) {
      add(Kind::role, i, {title});
      phrases_.back().weak = std::ranges::find(roles[i].weak, title) != roles[i].weak.end();
    }
    add_heads_of(Kind::near, i, roles[i].fields);
    add_heads_of(Kind::watch, i, roles[i].watch_fields);
    for (const std::string_view title : roles[i].watch) add(Kind::watch, i, {title});
  }
  for (const TitlePhrases& role : more) {
    if (names_.size() <= role.role.index()) names_.resize(role.role.index() + 1);
    names_[role.role.index()] = role.name;
    for (const std::string_view title : role.titles) {
      add(Kind::role, role.role.index(), {lower_.emplace_back(in_lower_case(title))});
    }
  }
  const TitleTraps& traps = title_traps();
  const auto add_traps = [&](Kind kind, Strings texts) {
    for (const std::string_view text : texts) {
      add(kind, 0, {text});
      phrases_.back().clear = std::ranges::find(traps.clear, text) != traps.clear.end();
    }
  };
  add_traps(Kind::before, traps.before);
  add_traps(Kind::after, traps.after);
  add_traps(Kind::anywhere, traps.anywhere);
  for (const std::string_view text : title_levels().above) add(Kind::above, 0, {text});
  const auto states = title_states();
  for (std::size_t i = 0; i < states.size(); ++i) {
    for (const std::string_view text : states[i].words) add(Kind::state, i, {text});
  }
  add_words();
  put_in_order();
}

void TitleLexicon::add_heads_of(Kind kind, std::size_t index,
                                std::span<const std::string_view> fields) {
  for (const std::string_view field : fields) {
    for (const std::string_view level : title_levels().near_before)
      add(kind, index, {level, field});
    for (const std::string_view level : title_levels().near_after) add(kind, index, {field, level});
  }
}

void TitleLexicon::add_words() {
  const TitleLevels& levels = title_levels();
  const auto enter = [this](Strings words, TitleWordKind kind) {
    for (const std::string_view text : words) {
      const Word word = intern(text);
      if (kinds_.size() <= word) kinds_.resize(word + 1u);
      kinds_[word] = static_cast<std::uint8_t>(kinds_[word] | kind);
    }
  };
  enter(levels.grades, word_grade);
  enter(levels.words, word_level);
  enter(levels.between, word_between);
  enter(levels.close, word_close);
  enter(levels.near_tails, word_tail);
  enter(title_traps().heading, word_heading);
  kinds_.resize(texts_.size());
}

void TitleLexicon::put_in_order() {
  // Longer ones first, so that the first that fits is the longest; equal ones side by side.
  std::ranges::sort(phrases_, [this](const Phrase& a, const Phrase& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.length != b.length) return a.length > b.length;
    const int order = compare(words(a), words(b));
    return order != 0 ? order < 0
                      : std::tie(a.kind, a.index, a.weak) < std::tie(b.kind, b.index, b.weak);
  });
  // A file may list a title that its role has anyhow.
  const auto doubles = std::ranges::unique(phrases_, [this](const Phrase& a, const Phrase& b) {
    return a.kind == b.kind && a.index == b.index && std::ranges::equal(words(a), words(b));
  });
  phrases_.erase(doubles.begin(), doubles.end());
  starts_.assign(texts_.size() + 1, 0);
  for (const Phrase& phrase : phrases_) ++starts_[phrase.first + 1u];
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  says_something_.assign(texts_.size(), false);
  for (const Phrase& phrase : phrases_) {
    says_something_[phrase.first] =
        says_something_[phrase.first] || phrase.kind < Kind::before || phrase.kind == Kind::state;
  }
}

bool TitleLexicon::look_up(std::string_view title, TitleWords& words) const {
  bool something = false;
  for (TitleWord& word : words) {
    const std::string_view text = title.substr(word.begin, word.end - word.begin);
    word.word = text == "&" || text == "+" ? and_ : slots_[find(text, word.hash)].word;
    something = something || says_something_[word.word];
  }
  return something;
}

/// The slot of a word, or the empty one where it would go.
std::size_t TitleLexicon::find(std::string_view text, std::uint32_t hash) const {
  std::size_t i = hash % slots_.size();
  while (slots_[i].word != 0 &&
         !(slots_[i].hash == hash && same_title_word(text, texts_[slots_[i].word]))) {
    i = (i + 1) % slots_.size();
  }
  return i;
}

TitleLexicon::Word TitleLexicon::intern(std::string_view text) {
  if (2 * texts_.size() >= slots_.size()) grow();
  const std::uint32_t hash = title_hash(text);
  Slot& slot = slots_[find(text, hash)];
  if (slot.word == 0) {
    slot = {hash, static_cast<Word>(texts_.size())};
    texts_.push_back(text);
  }
  return slot.word;
}

void TitleLexicon::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (const Slot& slot : old) {
    if (slot.word != 0) slots_[find(texts_[slot.word], slot.hash)] = slot;
  }
}

/// Phrases of the catalogue are lower-case words with single spaces, as a rule; a sign in them
/// counts as in titles.
void TitleLexicon::add(Kind kind, std::size_t index,
                       std::initializer_list<std::string_view> pieces) {
  Phrase phrase{.kind = kind, .index = static_cast<std::uint16_t>(index)};
  phrase.rest = static_cast<std::uint32_t>(sequence_.size());
  for (const std::string_view text : pieces) {
    const TitleWords split(text);
    if (split.too_many()) return;
    for (const TitleWord& word : split) {
      const std::string_view spelled = text.substr(word.begin, word.end - word.begin);
      sequence_.push_back(spelled == "&" || spelled == "+" ? and_ : intern(spelled));
      ++phrase.length;
    }
  }
  if (phrase.length == 0) return;
  phrase.first = sequence_[phrase.rest];
  phrases_.push_back(phrase);
}

}  // namespace rolecall
