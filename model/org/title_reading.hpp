#pragma once
// One title as it is read: its phrases, and which of them count. Inner header of
// `model/title.cpp`.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "model/org/title.hpp"
#include "model/org/title_lexicon.hpp"
#include "model/org/title_words.hpp"

namespace rolecall {

/// Some words of a title, `end` exclusive.
struct TitleRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A phrase of a title that may mean roles.
struct TitleMark : TitleRange {
  std::vector<std::uint16_t> roles;
  bool weak = false;
  bool trapped = false;
  bool clear = false;        ///< the trap leaves no question
  bool trap_before = false;  ///< the trap stands before it
  TitleRange trap;
};

class TitlePhraseFinder {
 public:
  TitlePhraseFinder(const TitleLexicon& lexicon, const TitleWords& words);

  struct State : TitleRange {
    std::uint16_t state = 0;
  };
  struct Trap : TitleRange {
    PhraseKind kind;
    bool clear = false;
  };

  std::vector<TitleMark> roles;  ///< longest first; a word serves one of them only
  std::vector<TitleMark> near;
  std::vector<TitleMark> watches;
  std::vector<TitleMark> above;
  std::vector<State> states;
  std::vector<Trap> traps;

 private:
  bool fits(const TitlePhrase& phrase, std::size_t at) const;
  void add_role(const TitlePhrase& phrase, TitleRange range);
  void add_joined_chief(std::size_t at);

  const TitleLexicon& lexicon_;
  const TitleWords& words_;
};

}  // namespace rolecall
