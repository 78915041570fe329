#pragma once
// What an output format is. One file in `report/formats/` holds one; the file's stem is its id.

#include <span>
#include <string>
#include <string_view>

#include "model/verdict/judgement.hpp"

namespace rolecall {

/// What a format may say of a check, whether it found something or not.
struct CheckText {
  std::string_view id;
  Severity severity;      ///< by default
  std::string_view says;  ///< one line without full stop
  std::string_view why;   ///< whole sentences
};

struct FormatOptions {
  bool colour = false;                  ///< escape sequences for a terminal may be written
  std::string_view version{};           ///< of rolecall
  std::string_view folder{};            ///< the absolute path that names of files are relative to
  std::span<const CheckText> checks{};  ///< all that there are, in order of their ids
  std::size_t most_findings = 100;      ///< of a description, where a format for people has a limit
  bool verbose = false;                 ///< what is told as a number is told one by one
  bool quiet = false;                   ///< for people: findings alone, without sums
  bool terminal = false;                ///< somebody looks at it as it is written
};

struct Format {
  std::string_view id;
  std::string_view says;  ///< for --help, one line without full stop
  /// The whole document for one run over several independent descriptions, in order.
  std::string (*write)(std::span<const Judgement> judgements, const FormatOptions& options);
  /// Whether a file that is not empty is such a report, by how it begins: what a configuration may
  /// replace without the user's word.
  bool (*is_report)(std::string_view bytes);
};

/// Whether a file that is not empty is a report in one of them.
bool is_any_report(std::string_view bytes);

/// Whether a text's first line has one of these.
bool first_line_has(std::string_view text, std::span<const std::string_view> any_of);

/// All formats, in order of their ids. The table is made by the build from the folder.
std::span<const Format* const> all_formats();
const Format* find_format(std::string_view id);

}  // namespace rolecall
