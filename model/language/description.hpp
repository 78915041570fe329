#pragma once
// A description as a whole: its file, the files that it includes, and the base that it changes.

#include <optional>

#include "model/language/document.hpp"
#include "model/language/workspace.hpp"
#include "model/text/finding.hpp"
#include "model/text/source.hpp"

namespace rolecall {

/// Most files that one description may have.
inline constexpr std::size_t max_files = 10'000;

/// Reads the description that begins in the first text of `sources`; the texts of further files
/// are added to it. None where one of them is no TOML at all. Where a part of
/// one cannot be read, the document is `damaged`.
std::optional<Document> read_description(const Workspace& beside, Sources& sources,
                                         Findings& findings);

}  // namespace rolecall
