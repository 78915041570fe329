#pragma once
// The one layout of TOML files that rolecall reads.

#include <cstddef>
#include <expected>
#include <string>

#include "model/text/source.hpp"

namespace rolecall {

/// Columns, in code points, after which an array is written with one entry a line.
inline constexpr std::size_t max_columns = 100;

/// The text in the one layout: the keys of a known table in the order of the language, a blank line
/// between tables and none within, basic quotes, one space round `=`, short arrays on one line and
/// long ones with one entry a line. Comments stay with what they stand above or behind; line breaks
/// are as the first one is, and a byte order mark stays. The layout of a text in this layout is the
/// text. Refused, with a sentence without full stop: what is no TOML, and what would not be read as
/// before, which would be a bug.
std::expected<std::string, std::string> in_layout(const SourceText& source);

}  // namespace rolecall
