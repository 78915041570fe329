#pragma once
// Guesses at lines of a text that is wrong: where something ends, and where reading can go on. All
// offsets are bytes; each function looks at the rest of one line at most, but where it says more.

#include <cstdint>
#include <string_view>

namespace rolecall::syntax {

/// The line break of the line, or the text's end.
std::uint32_t end_of_line(std::string_view text, std::uint32_t at);
/// The begin of the next line, or the text's end.
std::uint32_t next_line(std::string_view text, std::uint32_t at);
/// Where blanks before `end` begin, down to `begin`.
std::uint32_t trimmed(std::string_view text, std::uint32_t begin, std::uint32_t end);

/// The `#` of a comment between both offsets: it stands behind a blank, and outside of quotes;
/// `end` where there is none.
std::uint32_t find_comment(std::string_view text, std::uint32_t at, std::uint32_t end);

/// What is around a value.
enum class Within : std::uint8_t { line, list, braces };

/// Where words without quotes end that stand where a value should be: before a comment, at the end
/// of the line, and within brackets at a comma or a closing bracket.
std::uint32_t end_of_words(std::string_view text, std::uint32_t at, Within within);

/// Whether `key =` begins here, after blanks.
bool starts_pair(std::string_view text, std::uint32_t at);
/// Whether this line, after blanks, is a header such as `[a.b]`, and not a list: its name has no
/// quotes at the begin and is no value.
bool starts_header(std::string_view text, std::uint32_t at);
bool starts_statement(std::string_view text, std::uint32_t at);

/// How many bytes a quote has that word processors set in place of `"` and `'`; 0 where none stands
/// here.
std::uint32_t typographic_quote(std::string_view text, std::uint32_t at);

struct ClosingPlace {
  std::uint32_t at = 0;
  bool sure = false;  ///< nothing else can have been meant
};
/// Where the closing quote of the string at `begin` should stand; its line ends at `end`.
ClosingPlace closing_place(std::string_view text, std::uint32_t begin, std::uint32_t end,
                           Within within);

}  // namespace rolecall::syntax
