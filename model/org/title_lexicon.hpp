#pragma once
// The phrases by which titles are read, and the words that they are made of. Inner header of
// `model/title.cpp`.

#include <cstdint>
#include <deque>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalogue/catalogue.hpp"
#include "model/org/title.hpp"
#include "model/org/title_words.hpp"

namespace rolecall {

enum class PhraseKind : std::uint8_t {
  role,
  near,   ///< somebody who may be the role in all but name
  watch,  ///< somebody who watches as the role does
  above,  ///< somebody who stands above the head of a company
  before,
  after,
  anywhere,
  state,
};

/// What single words of titles may be, as bits.
enum TitleWordKind : std::uint8_t {
  word_grade = 1,
  word_level = 2,
  word_between = 4,  ///< a field between a state and a level
  word_close = 8,    ///< a state that counts only directly before a level
  word_heading = 16,
  word_tail = 32,  ///< may follow a phrase that is near to a role
};

/// A phrase of the catalogue. One under two roles stands twice.
struct TitlePhrase {
  PhraseKind kind;
  bool weak = false;        ///< counts only where the title says nothing else
  bool clear = false;       ///< of a trap: it leaves no question
  std::uint16_t index = 0;  ///< of the role or state
  std::uint16_t first = 0;
  std::uint16_t length = 0;
  std::uint32_t rest = 0;  ///< where the lexicon keeps its words
};

/// All phrases, found by their first word, and the words that they are made of.
class TitleLexicon {
 public:
  using Word = std::uint16_t;  ///< a word's number; 0 is any other word
  using Phrase = TitlePhrase;
  using Kind = PhraseKind;

  /// The phrases of the catalogue and more.
  explicit TitleLexicon(std::span<const TitlePhrases> more);

  /// Gives each word of a title its number; whether a role or a state may begin at one of them.
  bool look_up(std::string_view title, TitleWords& words) const;

  /// The phrases that begin with a word, the longest first.
  std::span<const Phrase> beginning_with(Word word) const {
    if (word == 0) return {};
    return std::span(phrases_).subspan(starts_[word], starts_[word + 1u] - starts_[word]);
  }

  std::span<const Word> words(const Phrase& phrase) const {
    return std::span(sequence_).subspan(phrase.rest, phrase.length);
  }

  std::string_view role_name(std::size_t role) const { return names_[role]; }
  Office office(std::size_t role) const {
    return role < catalogue_roles().size() ? catalogue_roles()[role].office : Office::other;
  }
  bool is(Word word, TitleWordKind kind) const { return (kinds_[word] & kind) != 0; }

  Word the() const { return the_; }
  Word of() const { return of_; }
  Word and_word() const { return and_; }
  Word chief() const { return chief_; }
  Word officer() const { return officer_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    Word word = 0;
  };

  /// The slot of a word, or the empty one where it would go.
  std::size_t find(std::string_view text, std::uint32_t hash) const;
  Word intern(std::string_view text);
  void grow();
  /// Adds a phrase that is written in pieces.
  void add(Kind kind, std::size_t index, std::initializer_list<std::string_view> pieces);
  /// Adds what is head of each of the fields.
  void add_heads_of(Kind kind, std::size_t index, std::span<const std::string_view> fields);
  void add_words();
  /// Sorts the phrases and notes where those of each word begin.
  void put_in_order();

  std::vector<std::string_view> names_;  // of the roles
  std::deque<std::string> lower_;        // phrases that are not the catalogue's
  std::vector<Slot> slots_;              // open addressing, at most half full
  std::vector<std::string_view> texts_;  // of each word
  std::vector<Word> sequence_;           // the words of all phrases
  std::vector<Phrase> phrases_;
  std::vector<std::uint32_t> starts_;  // by word; one more at the end
  std::vector<bool> says_something_;
  std::vector<std::uint8_t> kinds_;  // bits of TitleWordKind, by word
  Word the_ = 0;
  Word of_ = 0;
  Word and_ = 0;
  Word chief_ = 0;
  Word officer_ = 0;
};

}  // namespace rolecall
