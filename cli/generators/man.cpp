#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/generator.hpp"

namespace rolecall {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '`') {
      out += "\\(aq";
    } else {
      out += c;
    }
  }
  if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");
  return out;
}

/// Running text in short lines, none of which begins like a request.
std::string running(std::string_view text) {
  constexpr std::size_t width = 78;
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find_first_of(" \n"));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (word.empty()) continue;
    const std::string shown = escaped(word);
    if (column > 0) out += column + shown.size() >= width ? '\n' : ' ';
    column = out.ends_with('\n') ? shown.size() : column + 1 + shown.size();
    out += shown;
  }
  return out + '\n';
}

/// Lines that begin with blanks stand as they are; others are running text.
std::string paragraphs(std::string_view text) {
  std::string out;
  std::string prose;
  bool verbatim = false;
  const auto end_prose = [&] {
    if (!prose.empty()) out += (out.empty() ? "" : ".PP\n") + running(prose);
    prose.clear();
  };
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const bool indented = line.starts_with(' ');
    if (verbatim && !indented) out += ".fi\n.RE\n";
    if (indented || line.empty()) end_prose();
    if (!verbatim && indented) out += ".RS 4\n.nf\n";
    if (indented) {
      out += escaped(line.substr(line.find_first_not_of(' '))) + '\n';
    } else if (!line.empty()) {
      prose += std::string(line) + '\n';
    }
    verbatim = indented;
  }
  if (verbatim) out += ".fi\n.RE\n";
  end_prose();
  return out;
}

std::string option_entry(const OptionText& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.names) names.push_back("\\fB" + escaped(name) + "\\fR");
  std::string out = fmt::format(".TP\n{}", fmt::join(names, ", "));
  if (!option.value.empty()) out += " \\fI" + escaped(option.value) + "\\fR";
  out += '\n';
  // A first line with a colon at its end has a list below it.
  const std::string_view says = option.says;
  const std::size_t first = says.find('\n');
  if (first == std::string_view::npos || says[first - 1] != ':') return out + running(says);
  out += running(says.substr(0, first));
  for (std::string_view rest = says.substr(first + 1); !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    out += ".br\n" + running(line);
  }
  return out;
}

std::string write(std::span<const CommandText> commands) {
  std::string synopsis;
  std::string sections;
  for (const CommandText& command : commands) {
    synopsis += fmt::format("{}.B {}\n", synopsis.empty() ? "" : ".br\n", escaped(command.usage));
    sections += fmt::format(".SS {}\n{}", escaped(command.usage), paragraphs(command.says));
    for (const OptionText& option : command.options) sections += option_entry(option);
    if (!command.footer.empty()) sections += ".PP\n" + paragraphs(command.footer);
  }
  return fmt::format(
      R"(.\" Made by "rolecall generate man".
.TH ROLECALL 1 {} "rolecall {}" "User Commands"
.SH NAME
rolecall \- org design as code, for technology leadership
.SH SYNOPSIS
{}.br
.B rolecall \-\-help
.br
.B rolecall \-\-version
.SH DESCRIPTION
.B rolecall
reads a description in TOML of a company\(aqs CIO, CTO and the people around
them.
It tells which of their duties are covered, overlapping or missing, with the
proof and the smallest change that mends it, and draws the chart that shows it.
.SH COMMANDS
{}.SH OPTIONS
.TP
\fB\-h\fR, \fB\-\-help\fR
Say what commands there are, or behind a command what it does.
.TP
\fB\-V\fR, \fB\-\-version\fR
Say the version.
.SH EXIT STATUS
.TP
0
Nothing worse than a warning was found.
.TP
1
Errors were found in the description.
.TP
2
The command line is wrong.
.TP
3
Something could not be read or written.
.SH ENVIRONMENT
.TP
.B NO_COLOR
Not empty: no colour unless \fB\-\-color\fR asks for it.
.TP
.BR FORCE_COLOR ", " CLICOLOR_FORCE
Not empty: colour also where the output is no terminal; 0: none.
.SH SEE ALSO
.BR dot (1)
)",
      ROLECALL_DATE, ROLECALL_VERSION, synopsis, sections);
}

}  // namespace

extern const Generator man_generator;
const Generator man_generator{"man", "the manual page, for man(1)", write};

}  // namespace rolecall
