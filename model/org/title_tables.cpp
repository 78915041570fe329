#include "model/org/title_tables.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

#include "model/catalogue/catalogue.hpp"
#include "model/org/title_words.hpp"
#include "model/text/letters.hpp"

namespace rolecall {

namespace {

int compare(std::span<const TitleTables::Word> a, std::span<const TitleTables::Word> b) {
  const auto [x, y] = std::ranges::mismatch(a, b);
  return x == a.end() ? 0 : *x - *y;
}

}  // namespace

std::size_t TitleTables::find(std::string_view word, std::uint32_t hash) const {
  std::size_t i = hash % slots.size();
  while (slots[i].word != 0 &&
         !(slots[i].hash == hash && same_title_word(word, text(slots[i].word)))) {
    i = (i + 1) % slots.size();
  }
  return i;
}

TitleTableMaker::TitleTableMaker() : begins_{0}, slots_(1024) {
  intern({});  // number 0: any other word
  for (const auto& [text, word] :
       {std::pair("the", title_word_the), std::pair("of", title_word_of),
        std::pair("and", title_word_and), std::pair("chief", title_word_chief),
        std::pair("officer", title_word_officer)}) {
    [[maybe_unused]] const Word number = intern(text);
    assert(number == word);
    static_cast<void>(word);
  }
  add_roles();
  add_traps();
  const auto states = title_states();
  for (std::size_t i = 0; i < states.size(); ++i) {
    for (const std::string_view text : states[i].words) add(PhraseKind::state, i, {text});
  }
  mark_words();
}

void TitleTableMaker::add_title(std::size_t role, std::string_view title) {
  add(PhraseKind::role, role, {in_small_letters(title)});
}

TitleTables TitleTableMaker::finish() {
  put_in_order();
  return view();
}

TitleTables TitleTableMaker::view() const {
  return {letters_, begins_, kinds_, slots_, sequence_, phrases_, starts_};
}

void TitleTableMaker::add_roles() {
  const auto roles = catalogue_roles();
  for (std::size_t i = 0; i < roles.size(); ++i) {
    for (const std::string_view title : roles[i].titles) {
      add(PhraseKind::role, i, {title});
      phrases_.back().weak = std::ranges::find(roles[i].weak, title) != roles[i].weak.end();
    }
    add_heads_of(PhraseKind::near, i, roles[i].fields);
    add_heads_of(PhraseKind::watch, i, roles[i].watch_fields);
    for (const std::string_view title : roles[i].watch) add(PhraseKind::watch, i, {title});
  }
}

void TitleTableMaker::add_heads_of(PhraseKind kind, std::size_t index,
                                   std::span<const std::string_view> fields) {
  for (const std::string_view field : fields) {
    for (const std::string_view level : title_levels().near_before) {
      add(kind, index, {level, field});
    }
    for (const std::string_view level : title_levels().near_after) add(kind, index, {field, level});
  }
}

void TitleTableMaker::add_traps() {
  const TitleTraps& traps = title_traps();
  const auto enter = [&](PhraseKind kind, Strings texts) {
    for (const std::string_view text : texts) {
      add(kind, 0, {text});
      phrases_.back().clear = std::ranges::find(traps.clear, text) != traps.clear.end();
    }
  };
  enter(PhraseKind::before, traps.before);
  enter(PhraseKind::after, traps.after);
  enter(PhraseKind::anywhere, traps.anywhere);
  for (const std::string_view text : title_levels().above) add(PhraseKind::above, 0, {text});
}

void TitleTableMaker::mark_words() {
  const TitleLevels& levels = title_levels();
  const auto mark = [this](Strings words, TitleWordKind kind) {
    for (const std::string_view text : words) {
      const Word word = intern(text);
      kinds_[word] = static_cast<std::uint8_t>(kinds_[word] | kind);
    }
  };
  mark(levels.grades, word_grade);
  mark(levels.words, word_level);
  mark(levels.between, word_between);
  mark(levels.close, word_close);
  mark(levels.near_tails, word_tail);
  mark(title_traps().heading, word_heading);
}

void TitleTableMaker::put_in_order() {
  const TitleTables tables = view();
  // Longer ones first, so that the first that fits is the longest; equal ones side by side.
  std::ranges::sort(phrases_, [&](const TitlePhrase& a, const TitlePhrase& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.length != b.length) return a.length > b.length;
    const int order = compare(tables.words(a), tables.words(b));
    return order != 0 ? order < 0
                      : std::tie(a.kind, a.index, a.weak) < std::tie(b.kind, b.index, b.weak);
  });
  // A file may list a title that its role has anyhow.
  const auto doubles = std::ranges::unique(phrases_, [&](const auto& a, const auto& b) {
    return a.kind == b.kind && a.index == b.index &&
           std::ranges::equal(tables.words(a), tables.words(b));
  });
  phrases_.erase(doubles.begin(), doubles.end());
  starts_.assign(begins_.size(), 0);
  for (const TitlePhrase& phrase : phrases_) {
    ++starts_[phrase.first + 1u];
    if (phrase.kind < PhraseKind::before || phrase.kind == PhraseKind::state) {
      kinds_[phrase.first] = static_cast<std::uint8_t>(kinds_[phrase.first] | word_begins);
    }
  }
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
}

TitleTables::Word TitleTableMaker::intern(std::string_view text) {
  if (2 * begins_.size() >= slots_.size()) grow();
  const std::uint32_t hash = title_hash(text);
  TitleTables::Slot& slot = slots_[view().find(text, hash)];
  if (slot.word == 0) {
    slot = {hash, static_cast<Word>(begins_.size() - 1)};
    letters_ += text;
    begins_.push_back(static_cast<std::uint32_t>(letters_.size()));
    kinds_.push_back(0);
  }
  return slot.word;
}

void TitleTableMaker::grow() {
  const std::vector<TitleTables::Slot> old =
      std::exchange(slots_, std::vector<TitleTables::Slot>(slots_.size() * 2));
  for (const TitleTables::Slot& slot : old) {
    if (slot.word != 0) slots_[view().find(view().text(slot.word), slot.hash)] = slot;
  }
}

/// Phrases of the catalogue are lower-case words with single spaces, as a rule; a sign in them
/// counts as in titles.
void TitleTableMaker::add(PhraseKind kind, std::size_t index,
                          std::initializer_list<std::string_view> pieces) {
  TitlePhrase phrase{.kind = kind, .index = static_cast<std::uint16_t>(index)};
  phrase.rest = static_cast<std::uint32_t>(sequence_.size());
  for (const std::string_view text : pieces) {
    const TitleWords split(text);
    if (split.too_many()) return;
    for (const TitleWord& word : split) {
      const std::string_view spelled = text.substr(word.begin, word.end - word.begin);
      sequence_.push_back(spelled == "&" || spelled == "+" ? title_word_and : intern(spelled));
      ++phrase.length;
    }
  }
  if (phrase.length == 0) return;
  phrase.first = sequence_[phrase.rest];
  phrases_.push_back(phrase);
}

}  // namespace rolecall
