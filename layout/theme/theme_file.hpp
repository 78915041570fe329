#pragma once
// A theme of the user's own, from a TOML file.

#include <expected>

#include "layout/theme/theme.hpp"
#include "model/text/finding.hpp"
#include "model/text/source.hpp"

namespace rolecall {

/// Reads a theme: `base` (a built-in theme, light when left out), `font`, and colours and strokes
/// under the keys of `paints`. All that is wrong comes back at once: what is no TOML, unknown
/// keys, what is no colour, and ink that cannot be read on its fill.
std::expected<Theme, Findings> read_theme(const SourceText& text);

}  // namespace rolecall
