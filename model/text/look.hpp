#pragma once
// What text looks like. Two texts of different bytes may be one to the eye: an accent that is a
// letter of its own, a sign that cannot be seen, a letter of another script.

#include <optional>
#include <string>
#include <string_view>

namespace rolecall {

/// The text with its letters composed (NFC): what has the same letters has the same bytes.
std::string composed(std::string_view text);
/// Whether the text may have another composition. False for ASCII and for the Latin letters that
/// keyboards write, so that one seldom has to compose.
bool may_be_composed(std::string_view text);

/// Equal for texts that look alike: letters decomposed, those of other scripts as the Latin ones
/// that they look like, dashes, apostrophes and blanks as one has them on a keyboard, single
/// blanks, nothing hidden. Capitals are seen.
std::string look(std::string_view text);
/// Whether a text can look like another one that is written on a keyboard: it has other letters
/// than ASCII's, or blanks too many.
bool may_look_otherwise(std::string_view text);

/// Whether a text is made of ASCII and of accented Latin letters, each a sign of its own, with single
/// blanks: two such that are not the same do not look the same.
bool is_plain_latin(std::string_view text);

/// Why two texts that look alike are not the same, as the end of a sentence: "the letters are
/// composed differently". None where they do not look alike, or are the same.
std::optional<std::string> why_alike(std::string_view text, std::string_view other);

/// What is wrong with a text by itself: a sign that cannot be seen, or a word in letters of two
/// scripts that look like letters of one. None where there is nothing.
struct Disguise {
  std::string says;   ///< "U+200B, which cannot be seen, stands in it"
  std::string meant;  ///< the text as it seems to be
};
std::optional<Disguise> disguise(std::string_view text);

}  // namespace rolecall
