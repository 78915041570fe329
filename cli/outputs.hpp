#pragma once
// `--output FORMAT[=PATH]`: the option, and the writing. `Kind` is a table's format.

#include <algorithm>

#include "cli/common.hpp"
#include "cli/common_options.hpp"
#include "cli/wording.hpp"

namespace rolecall {

/// Where a report goes: to a file or (`-`) to standard output.
template <class Kind>
struct OutputTo {
  const Kind* format = nullptr;
  std::string path = "-";
};

template <class Kind>
void add_outputs(Parser& parser, std::vector<std::string>& words,
                 std::span<const Kind* const> known, Offered offered) {
  std::string formats = "How to report, several times if need be:";
  for (const Kind* format : known) formats += fmt::format("\n{}: {}", format->id, format->says);
  parser.option("--output", "FORMAT[=PATH]", words, formats, offered);
}

/// Understands the words, of which at most one may mean standard output; none are text.
template <class Kind>
std::expected<std::vector<OutputTo<Kind>>, UsageError> parse_outputs(
    std::vector<std::string> words, std::span<const Kind* const> known) {
  if (words.empty()) words.push_back("text");
  std::vector<OutputTo<Kind>> out;
  for (const std::string& word : words) {
    const std::size_t equals = word.find('=');
    const auto format = choose("format", std::string_view(word).substr(0, equals), known);
    if (!format) return std::unexpected(format.error());
    out.push_back({*format});
    if (equals != std::string::npos) out.back().path = word.substr(equals + 1);
    if (out.back().path.empty()) return usage("--output {}= lacks a path", (*format)->id);
  }
  if (std::ranges::count(out, "-", &OutputTo<Kind>::path) <= 1) return out;
  return usage(
      "only one --output can go to standard output; give the others a path: --output {}=PATH",
      out.back().format->id);
}

/// Writes what `report` makes of each format. False where one could not be written; it is said,
/// and the others are written all the same.
template <class Kind, class Report>
bool write_outputs(const std::vector<OutputTo<Kind>>& outputs, Colour colour,
                   const Handles& handles, Report report) {
  bool written = true;
  for (const auto& [format, path] : outputs) {
    const bool file = path != "-";
    const std::string text =
        report(*format, format_options(!file && use_colour(colour, handles.out)));
    const auto done = file ? write_file(path, text) : write_all(handles.out, text);
    if (done) continue;
    complain(handles, done.error().what);
    written = false;
  }
  return written;
}

}  // namespace rolecall
