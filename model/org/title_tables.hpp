#pragma once
// The lexicon of titles as plain tables. Those of the catalogue are written by `make_titles` when
// rolecall is built; a company with roles of its own makes them anew with more.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
  word_tail = 32,   ///< may follow a phrase that is near to a role
  word_begins = 64  ///< a role or a state may begin with it
};

/// A phrase of the catalogue. One under two roles stands twice.
struct TitlePhrase {
  PhraseKind kind;
  bool weak = false;        ///< counts only where the title says nothing else
  bool clear = false;       ///< of a trap: it leaves no question
  std::uint16_t index = 0;  ///< of the role or state
  std::uint16_t first = 0;  ///< the first word
  std::uint16_t length = 0;
  std::uint32_t rest = 0;  ///< where its words begin in the sequence
};

struct TitleTables {
  using Word = std::uint16_t;  ///< a word's number; 0 is any other word

  struct Slot {
    std::uint32_t hash = 0;
    Word word = 0;
  };

  std::string_view letters;               ///< of all words, one behind the other
  std::span<const std::uint32_t> begins;  ///< of each word in `letters`; one more at the end
  std::span<const std::uint8_t> kinds;    ///< bits of TitleWordKind, by word
  std::span<const Slot> slots;            ///< open addressing, at most half full
  std::span<const Word> sequence;         ///< the words of all phrases
  std::span<const TitlePhrase> phrases;   ///< by first word, the longest first
  std::span<const std::uint32_t> starts;  ///< in `phrases`, by word; one more at the end

  std::string_view text(Word word) const {
    return letters.substr(begins[word], begins[word + 1u] - begins[word]);
  }
  std::span<const Word> words(const TitlePhrase& phrase) const {
    return sequence.subspan(phrase.rest, phrase.length);
  }
  /// The slot of a word, or the empty one where it would go.
  std::size_t find(std::string_view text, std::uint32_t hash) const;
};

/// Words that have the same number in all tables.
inline constexpr TitleTables::Word title_word_the = 1;
inline constexpr TitleTables::Word title_word_of = 2;
inline constexpr TitleTables::Word title_word_and = 3;
inline constexpr TitleTables::Word title_word_chief = 4;
inline constexpr TitleTables::Word title_word_officer = 5;

/// Those of the catalogue.
const TitleTables& catalogue_title_tables();

/// Makes tables of the catalogue's phrases and more.
class TitleTableMaker {
 public:
  /// The phrases of the catalogue.
  TitleTableMaker();
  /// A title of a role, in any case.
  void add_title(std::size_t role, std::string_view title);
  /// Once all is added. The tables look into this.
  TitleTables finish();

 private:
  using Word = TitleTables::Word;

  TitleTables view() const;
  Word intern(std::string_view text);
  void grow();
  /// Adds a phrase that is written in pieces.
  void add(PhraseKind kind, std::size_t index, std::initializer_list<std::string_view> pieces);
  /// Adds what is head of each of the fields.
  void add_heads_of(PhraseKind kind, std::size_t index, std::span<const std::string_view> fields);
  void add_roles();
  void add_traps();
  void mark_words();
  /// Sorts the phrases and notes where those of each word begin.
  void put_in_order();

  std::string letters_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint8_t> kinds_;
  std::vector<TitleTables::Slot> slots_;
  std::vector<Word> sequence_;
  std::vector<TitlePhrase> phrases_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace rolecall
