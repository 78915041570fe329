#pragma once
// Small work on text: UTF-8, near misses, lists for sentences.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rolecall {

/// The code point at `offset`, which moves past it. A malformed byte gives U+FFFD and one byte.
char32_t next_code_point(std::string_view text, std::size_t& offset);
/// Appends the UTF-8 of a code point.
void append_utf8(std::string& out, char32_t code_point);
/// Offset of the first byte that is not UTF-8 as RFC 3629 has it; none where all is well.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);
/// Number of code points.
std::size_t code_points(std::string_view text);

/// C0, DEL, C1: never printed raw.
bool is_control(char32_t c);

/// The one of `known` that `word` is most likely meant to be; none where none is near. Case does
/// not count; among equally near ones the first by its letters wins. At most 64 bytes of `word` and
/// 16,384 of `known` are looked at: whoever has many unknown words still has to ask for few of
/// them.
std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> known);

/// "`a`, `b` and `c`"; past `most` entries "`a`, `b` and 3 more".
std::string list_of(std::span<const std::string_view> words, std::size_t most = 12);
/// "1 duty", "3 duties".
std::string counted(std::size_t number, std::string_view one, std::string_view many);
/// "`text`", with what hides, and backquotes, made visible (`\u{1b}`) and cut past 80 code points.
std::string quoted(std::string_view text);
/// The same without the quotes, for a user's text within a sentence of ours: nothing of it can be
/// taken for one of our quotes.
std::string plain(std::string_view text, std::size_t most = 80);

}  // namespace rolecall
