#pragma once
// The words of a title and where its parts end. Inner header of `model/title.cpp`.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rolecall {

/// A word, or a sign that stands for "and". Without initial values, since 64 of them are made for
/// every title and few are used.
struct TitleWord {
  std::uint32_t begin;  ///< offsets into the title
  std::uint32_t end;
  std::uint32_t hash;  ///< of the text in lower case
  std::uint16_t word;  ///< of the lexicon; 0 where it does not know it
  std::uint16_t part;  ///< words with one number stand in one part
  bool apart;          ///< no phrase goes on from the word before to this one
  bool hyphenated;     ///< a hyphen without spaces and another word follow
};

/// A title split into words. Parts end at , ; : / | ( ) at dashes with space around them, and at
/// each "and". What follows a closing bracket goes on with the part before the bracket.
class TitleWords {
 public:
  static constexpr std::size_t most = 64;

  explicit TitleWords(std::string_view title);

  bool too_many() const { return too_many_; }
  std::size_t size() const { return size_; }
  const TitleWord& operator[](std::size_t i) const { return words_[i]; }
  TitleWord* begin() { return words_.data(); }
  TitleWord* end() { return words_.data() + size_; }
  const TitleWord* begin() const { return words_.data(); }
  const TitleWord* end() const { return words_.data() + size_; }

 private:
  std::array<TitleWord, most> words_;
  std::size_t size_ = 0;
  bool too_many_ = false;
};

/// Hash of a word, equal for upper and lower case of ASCII letters.
std::uint32_t title_hash(std::string_view word);
/// Whether two words are equal, case of ASCII letters aside; `lower` is in lower case.
bool same_title_word(std::string_view word, std::string_view lower);

}  // namespace rolecall
