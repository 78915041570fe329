#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/generator.hpp"

namespace rolecall {

namespace {

/// A text within single quotes and square brackets of a specification.
std::string explained(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == '\\' || c == ':') out += '\\';
    out += c;
  }
  return out;
}

std::string values_of(const Offer& offer, bool described) {
  if (offer.files) return described ? "_files -g \"*.toml(-.)\"" : "_files";
  return offer.words.empty() ? " " : fmt::format("({})", fmt::join(offer.words, " "));
}

std::string specification(const OptionText& option) {
  const bool value = !option.value.empty();
  std::string value_part;
  if (value) {
    value_part = fmt::format(":{}:{}", explained(option.value),
                             values_of(offer_for(option), false));
  }
  const std::string rest = fmt::format("[{}]{}", explained(first_line(option.says)), value_part);
  std::string out;
  for (const std::string& name : option.names) {
    const std::string before =
        option.several ? "*" : fmt::format("({})", fmt::join(option.names, " "));
    const std::string_view behind = !value ? "" : name.size() == 2 ? "+" : "=";
    out += fmt::format("        '{}{}{}{}' \\\n", before, name, behind, rest);
  }
  return out;
}

std::string write(std::span<const CommandText> commands) {
  std::string list;
  std::string cases;
  std::vector<std::string> names;
  for (const CommandText& command : commands) {
    names.push_back(command.name);
    list += fmt::format("    '{}:{}'\n", command.name, explained(brief(command)));
    cases += fmt::format("    {})\n      _arguments -s \\\n", command.name);
    for (const OptionText& option : command.options) cases += specification(option);
    cases += fmt::format("        '*:{}:{}' ;;\n", command.name == "explain" ? "ID" : "argument",
                         values_of(offer_for(command), true));
  }
  return fmt::format(R"(#compdef rolecall
# zsh completion for rolecall; made by `rolecall generate zsh`.
_rolecall() {{
  local -a commands=(
{}    'help:Help of a command'
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _arguments '(-h --help)'{{-h,--help}}'[This help]' '(-V --version)'{{-V,--version}}'[The version]'
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
{}    help) _arguments '1:command:({})' ;;
  esac
}}
_rolecall "$@"
)",
                     list, cases, fmt::join(names, " "));
}

}  // namespace

extern const Generator zsh_generator;
const Generator zsh_generator{"zsh", "completion for zsh", write};

}  // namespace rolecall
