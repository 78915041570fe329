#pragma once
// The phrases by which titles are read, and the words that they are made of. Inner header of
// `model/org/title.cpp`.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/catalogue/catalogue.hpp"
#include "model/org/title.hpp"
#include "model/org/title_tables.hpp"
#include "model/org/title_words.hpp"

namespace rolecall {

/// All phrases, found by their first word, and the words that they are made of. Those of the
/// catalogue stand in tables that are made when rolecall is built.
class TitleLexicon {
 public:
  using Word = TitleTables::Word;

  /// The phrases of the catalogue and more.
  explicit TitleLexicon(std::span<const TitlePhrases> more);
  TitleLexicon(const TitleLexicon&) = delete;  // the tables may be its own

  /// Gives each word of a title its number; whether a role or a state may begin at one of them.
  bool look_up(std::string_view title, TitleWords& words) const;

  /// The phrases that begin with a word, the longest first.
  std::span<const TitlePhrase> beginning_with(Word word) const {
    if (word == 0) return {};
    return tables_.phrases.subspan(tables_.starts[word],
                                   tables_.starts[word + 1u] - tables_.starts[word]);
  }

  std::span<const Word> words(const TitlePhrase& phrase) const { return tables_.words(phrase); }

  std::string_view role_name(std::size_t role) const;
  Office office(std::size_t role) const {
    return role < catalogue_roles().size() ? catalogue_roles()[role].office : Office::other;
  }
  bool is(Word word, TitleWordKind kind) const { return (tables_.kinds[word] & kind) != 0; }

  Word the() const { return title_word_the; }
  Word of() const { return title_word_of; }
  Word and_word() const { return title_word_and; }
  Word chief() const { return title_word_chief; }
  Word officer() const { return title_word_officer; }

 private:
  std::optional<TitleTableMaker> own_;        ///< where there are more
  std::vector<std::string_view> more_names_;  ///< of roles, by role
  TitleTables tables_;
};

}  // namespace rolecall
