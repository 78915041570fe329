#pragma once
// A look at the bytes before the TOML parser sees them.

#include <optional>

#include "model/text/finding.hpp"
#include "model/text/source.hpp"

namespace rolecall {

/// Most parts that a dotted key or a table header may have. Many thousands of them would overrun
/// the parser's stack.
inline constexpr std::size_t max_key_parts = 64;

/// A `syntax` error where the text cannot go to the parser: too large, binary, no UTF-8, or with
/// keys of very many parts. Looks at each byte once.
std::optional<Finding> prescan(const SourceText& text, std::uint32_t file);

}  // namespace rolecall
