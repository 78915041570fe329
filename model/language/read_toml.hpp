#pragma once
// The only place that reads TOML.

#include <optional>
#include <vector>

#include "model/language/document.hpp"
#include "model/text/finding.hpp"
#include "model/text/source.hpp"

namespace rolecall {

/// Largest text that is read, in bytes.
inline constexpr std::size_t max_text_bytes = 64u << 20;

/// What was read. What is no TOML is told as `syntax`, all of it; what is surely meant is taken as
/// meant, the rest is left out and the document `damaged`. `document` is none where nothing can be
/// read: the text is of another format, empty, or (of a catalogue) any of it is left out.
struct ReadResult {
  std::optional<Document> document;
  Findings findings;
};

/// Reads a description: all errors of shape in one go (`syntax`, `unknown-key`, `wrong-type`).
/// `file` is the index of `text` in its `Sources`.
ReadResult read_toml(const SourceText& text, std::uint32_t file = 0);

/// Reads a file that a description includes. It may be empty, and is no proposal of its own.
ReadResult read_part(const SourceText& text, std::uint32_t file);

/// Reads a catalogue of a company's own: a document of `duties` and `roles` and nothing else.
ReadResult read_catalogue(const SourceText& text, std::uint32_t file);

/// Reads a theme's file: its values, texts under dotted keys (`card.vacant.ink`), and tables
/// without keys, without a text. None where there are findings.
/// Which keys there are is known to `layout/theme/theme_file`.
std::optional<std::vector<SettingDecl>> read_theme_file(const SourceText& text, Findings& findings);

}  // namespace rolecall
