#pragma once
// `--output FORMAT[=PATH]`: the option, and the writing. `Kind` is a table's format. Formats of
// findings take a severity as well: `sarif:errors=report.sarif`.

#include <unistd.h>

#include <algorithm>
#include <array>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "cli/common.hpp"
#include "cli/common_options.hpp"
#include "cli/to_write.hpp"
#include "cli/wording.hpp"
#include "model/text/severity_names.hpp"
#include "report/format.hpp"

namespace rolecall {

/// Where a report goes: to a file or (`-`) to standard output.
template <class Kind>
struct OutputTo {
  const Kind* format = nullptr;
  std::string path = "-";
  Within folder{};  ///< of the configuration that names the path; none: the user does
  std::optional<Severity> least{};  ///< the least severity that is shown; none: as for all outputs
};

/// What `--show` and outputs call the least severity, in the order of the enumeration.
inline constexpr std::array<std::string_view, 3> shown_names{"notes", "warnings", "errors"};

/// The severity that a word of these means, also in the singular.
inline std::expected<Severity, UsageError> choose_shown(std::string_view option,
                                                        std::string_view word) {
  if (const auto named = severity_named(word)) return *named;
  const auto least = choose(option, word, shown_names);
  if (!least) return std::unexpected(least.error());
  return static_cast<Severity>(*least);
}

template <class Kind>
void add_outputs(Parser& parser, std::vector<std::string>& words,
                 std::span<const Kind* const> known, Offered offered) {
  std::string formats = "How to report, several times if need be:";
  for (const Kind* format : known) formats += fmt::format("\n{}: {}", format->id, format->says);
  constexpr bool of_findings = std::is_same_v<Kind, Format>;
  parser.option("--output", of_findings ? "FORMAT[:SHOW][=PATH]" : "FORMAT[=PATH]", words, formats,
                offered);
}

/// Understands the words, of which at most one may mean standard output; none are text.
template <class Kind>
std::expected<std::vector<OutputTo<Kind>>, UsageError> parse_outputs(
    std::vector<std::string> words, std::span<const Kind* const> known) {
  if (words.empty()) words.push_back("text");
  std::vector<OutputTo<Kind>> out;
  for (const std::string& word : words) {
    const std::size_t equals = word.find('=');
    std::string_view name = std::string_view(word).substr(0, equals);
    const std::size_t colon = std::is_same_v<Kind, Format> ? name.find(':') : name.npos;
    const auto format = choose("format", name.substr(0, colon), known);
    if (!format) return std::unexpected(format.error());
    out.push_back({.format = *format});
    if (colon != name.npos) {
      const auto least =
          choose_shown(fmt::format("--output {}:", (*format)->id), name.substr(colon + 1));
      if (!least) return std::unexpected(least.error());
      out.back().least = *least;
    }
    if (equals != std::string::npos) out.back().path = word.substr(equals + 1);
    if (out.back().path.empty()) return usage("--output {}= lacks a path", (*format)->id);
  }
  if (std::ranges::count(out, "-", &OutputTo<Kind>::path) <= 1) return out;
  return usage(
      "only one --output can go to standard output; give the others a path: --output {}=PATH",
      out.back().format->id);
}

/// The files among outputs, with the words that name them.
template <class Kind>
std::vector<ToWrite> files_to_write(const std::vector<OutputTo<Kind>>& outputs) {
  std::vector<ToWrite> out;
  for (const OutputTo<Kind>& output : outputs) {
    if (output.path == "-") continue;
    out.push_back({fmt::format("--output {}={}", output.format->id, output.path),
                   output.folder.value_or("") + output.path});
  }
  return out;
}

/// Writes what `report` makes of each output. False where one could not be written; it is said,
/// and the others are written all the same. What a configuration names stays in its folder and
/// replaces nothing but reports.
template <class Kind, class Report>
bool write_outputs(const std::vector<OutputTo<Kind>>& outputs, Colour colour,
                   const Handles& handles, Report report) {
  bool written = true;
  for (const OutputTo<Kind>& output : outputs) {
    const bool file = output.path != "-";
    FormatOptions options = format_options(!file && use_colour(colour, handles.out));
    options.terminal = !file && ::isatty(handles.out) == 1;
    const std::string text = report(output, options);
    const auto done = !file ? write_all(handles.out, text)
                      : output.folder
                          ? write_beneath(*output.folder, output.path, text, is_any_report)
                          : write_file(output.path, text);
    if (done) continue;
    complain(handles, done.error().what);
    written = false;
  }
  return written;
}

}  // namespace rolecall
