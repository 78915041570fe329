#pragma once
// What must not stand as it is in anything that people read or that a build log takes: signs that
// cannot be seen, that turn text around, or that act as commands. Who writes a format shows them in
// the escapes of that format, or as `append_code` has them.

#include <string>
#include <string_view>

namespace rolecall {

/// Controls, directional controls, separators of lines, joiners, fillers and selectors without a
/// look of their own, and what is no character at all: everything that hides.
bool is_hidden(char32_t c);

/// The same for a code point in its place: a joiner within a script that joins, a selector behind
/// a sign that has variants, and the joiner of an emoji are part of what is seen. `before` is the
/// code point before it, 0 at the beginning.
bool is_hidden(char32_t c, char32_t before);

/// Appends a code point as `\u{202e}`.
void append_code(std::string& out, char32_t c);

/// Whether a `[` behind `before` would begin a command of a build service, in any case:
/// `##[error]`, `##vso[task...]`, `##teamcity[...]`.
bool opens_command(std::string_view before);

/// Text as XML has it, between tags or in an attribute in double quotes: markup in references,
/// what hides as `\u{202e}`, no command of a build service. Line breaks are kept.
std::string xml_text(std::string_view text);

}  // namespace rolecall
